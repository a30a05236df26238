import { cellRef, columnName, rangeRef } from "../../formula/references";
import type { PlanRequest } from "../../planning/planRequest";
import { decimalsOf } from "../../planning/steps";
import { say, type Lang, type Phrase } from "../../words";
import { RowSheet, textWidth } from "../rows";
import type { RowSpec, SheetSpec, SpecCell, ValidationSpec } from "../spec";
import type { StyleName } from "../style";
import { PAGE_WORDS } from "../words";
import { pagesAcross } from "./page";
import { wrappedHeight } from "../wrap";
import { SETTINGS, type Field, type FieldKind } from "./requestFields";
import { TABLE_TITLES, splitRequest, type RequestTable } from "./requestParts";
import { REQUEST_WORDS as W } from "./requestWords";

/** Excel's limit for the title of what is said beside a cell. */
const LONGEST_TITLE = 32;
/** Column 0 holds the marks by which rows are read back. */
export const REQUEST_COLUMNS = { key: 0, item: 1, value: 2 } as const;
/** Text longer than a cell takes is never written; Excel's limit is 32 767. */
const NARROWEST = 6;
const RARE = /^(time\.(workingDays|calendar)|time\.own|horizon\.fiscalStart|settle|chosen)/;

/** A list with nothing in it, as opposed to nothing said. */
export const EMPTY_LIST = "—";

/** Many columns are narrow ones, or the page could not be read in print. */
const NARROW = 9;
const USUAL = 14;

/** By column, from A: as wide as a page of that many can have them, and a narrow one as its words need. */
function columnWidths(tables: readonly RequestTable[], count: number, lang: Lang): number[] {
  const least = count > 12 ? NARROW : USUAL;
  return Array.from({ length: count }, (_, at) => {
    const words = tables.flatMap(({ columns, rows }) => {
      const field = columns[at - 1];
      return field && field.kind !== "json" ? rows.map((row) => write(row[field.path], field, lang)) : [];
    });
    const longest = Math.max(0, ...words.map((word) => (typeof word === "string" ? textWidth(word) : 0)));
    return Math.max(least, Math.min(USUAL, longest + 1));
  });
}

/** The key of the row that heads a table: what table it is and what its columns hold. */
function tableKey({ id, name, columns }: RequestTable): string {
  return `table ${JSON.stringify({ id, ...(name === undefined ? {} : { name }), columns: columns.map(({ path }) => path) })}`;
}

/**
 * A request as a sheet that people read, change and send on. `readRequestSheet` gives the same request back.
 *
 * @param tab the tab's name, when the usual one is taken
 */
export function requestSheet(request: PlanRequest, lang: Lang, tab: string = W.tab[lang]): SheetSpec {
  const { settings, tables } = splitRequest(request);
  const width = Math.max(NARROWEST, ...tables.map(({ columns }) => columns.length + 1));
  const rows = new RowSheet(width);
  const validations: ValidationSpec[] = [];
  const heights: RowSpec[] = [{ rows: "1", height: 26 }];
  rows.add([`request:${lang}`, W.heading[lang]], "title");
  rows.add([null, W.intro[lang]], "subtitle");
  rows.skip();
  rows.add([null, W.settings[lang]], "section");
  header(rows, ["set", W.item[lang], W.value[lang]], 2);
  for (const field of SETTINGS) {
    if (!settings.has(field.path) && RARE.test(field.path)) continue;
    const row = rows.add([
      `set ${field.path}`,
      field.label[lang],
      write(settings.get(field.path), field, lang),
    ]);
    rows.format(`B${row}:C${row}`, "row");
    input(rows, `C${row}`, field, [settings.get(field.path)], lang, validations);
  }
  const widths = columnWidths(tables, width, lang);
  for (const table of tables) heights.push(...addTable(rows, table, widths, lang, validations));
  const last = rows.next - 1;
  rows.format(`A1:A${last}`, "muted");
  return {
    id: "request",
    name: tab,
    blocks: [rows.block()],
    columns: [
      { columns: "A:A", width: 4 },
      { columns: "B:B", width: 28 },
      { columns: "C:C", width: 24 },
      ...widths.slice(3).map((each, i) => ({ columns: columnName(i + 3), width: each })),
    ],
    rows: heights,
    formats: rows.formats,
    freeze: { rows: 2, columns: 2 },
    validations,
    print: {
      orientation: "landscape",
      area: rangeRef(0, 1, last - 1, width - 1),
      ...pagesAcross(width),
      ...(pagesAcross(width).titleColumns ? { titleColumns: "$B:$C" } : {}),
      footer: { left: W.tab[lang], right: PAGE_WORDS.pages[lang] },
    },
  };
}

function addTable(
  rows: RowSheet,
  table: RequestTable,
  widths: readonly number[],
  lang: Lang,
  validations: ValidationSpec[],
): RowSpec[] {
  const { id, name, columns } = table;
  rows.skip();
  rows.add([null, say(TABLE_TITLES[id], lang, { name: name ?? "" })], "section");
  header(rows, [tableKey(table), ...columns.map(({ label }) => label[lang])], columns.length);
  columns.forEach((field, i) => {
    if (isNumeric(field.kind)) rows.format(cellRef(rows.next - 2, i + 1), "alignRight");
  });
  const head = rows.next - 1;
  const first = rows.next;
  for (const row of table.rows)
    rows.add([null, ...columns.map((field) => write(row[field.path], field, lang))], []);
  const last = Math.max(first, rows.next - 1);
  rows.format(rangeRef(first - 1, 1, last - 1, columns.length), ["body", "row"]);
  // An empty row below takes what people add.
  rows.add(["end"], "body");
  columns.forEach((field, i) =>
    input(
      rows,
      rangeRef(first - 1, i + 1, last - (table.rows.length > 0 ? 1 : 0), i + 1),
      field,
      table.rows.map((row) => row[field.path]),
      lang,
      validations,
    ),
  );
  // Bold header words take a little more room than their characters say.
  const texts = columns
    .slice(2)
    .map(({ label }, i) => [label[lang], (widths[i + 3] ?? NARROW) - 1.5] as const);
  return [
    { rows: `${head}`, height: texts.length > 0 ? wrappedHeight(texts) + 4 : 18 },
    ...wrappedRows(rows, table, first, widths, lang),
  ];
}

/** Words that are longer than their narrow column stand in several lines, and their row is as high. */
function wrappedRows(
  rows: RowSheet,
  { columns, rows: records }: RequestTable,
  first: number,
  widths: readonly number[],
  lang: Lang,
): RowSpec[] {
  return records.flatMap((record, r) => {
    const texts = columns.flatMap((field, i) => {
      const text = write(record[field.path], field, lang);
      const room = (widths[i + 1] ?? NARROW) - 0.5;
      return i > 1 && field.kind !== "json" && typeof text === "string" && textWidth(text) > room
        ? [[text, room, i] as const]
        : [];
    });
    for (const [, , i] of texts) rows.format(cellRef(first + r - 1, i + 1), "wrap");
    return texts.length === 0
      ? []
      : [{ rows: `${first + r}`, height: wrappedHeight(texts.map(([text, each]) => [text, each])) + 2 }];
  });
}

function header(rows: RowSheet, cells: readonly SpecCell[], columns: number): void {
  const row = rows.add(cells, "body");
  rows.format(`B${row}:${columnName(Math.max(2, columns))}${row}`, "header");
}

function input(
  rows: RowSheet,
  range: string,
  field: Field,
  values: readonly unknown[],
  lang: Lang,
  validations: ValidationSpec[],
): void {
  const styles: StyleName[] = ["input", isNumeric(field.kind) ? "number" : "text"];
  rows.format(range, styles, field.kind === "number" ? numbersFormat(values) : FORMATS[field.kind]);
  const words = wordsOf(field, lang);
  const prompt = (message: Phrase) => ({
    title: field.label[lang].slice(0, LONGEST_TITLE),
    message: message[lang],
  });
  if (words)
    validations.push({
      range,
      rule: { kind: "list", values: Object.values(words) },
      prompt: prompt(W.pickTip),
    });
  else if (field.kind === "percent")
    validations.push({ range, rule: { kind: "decimal" }, prompt: prompt(W.percentTip) });
  else if (field.kind === "number")
    validations.push({ range, rule: { kind: "decimal" }, prompt: prompt(W.numberTip) });
}

/** As many decimals as the column's finest number has: a format that drops them leaves Excel's point behind, `33.` */
function numbersFormat(values: readonly unknown[]): string {
  const numbers = values.filter((value) => typeof value === "number");
  const decimals = numbers.reduce((most, value) => Math.max(most, decimalsOf(value)), 0);
  if (numbers.length === 0 || decimals > MOST_DECIMALS) return "General";
  return decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}`;
}

const MOST_DECIMALS = 4;
const FORMATS: Readonly<Record<Exclude<FieldKind, "number">, string>> = {
  text: "@",
  percent: "0.0##%",
  date: "@",
  yesNo: "@",
  numbers: "@",
  percents: "@",
  dates: "@",
  json: "@",
  present: "@",
};

function isNumeric(kind: FieldKind): boolean {
  return kind === "number" || kind === "percent";
}

/** What people pick from, by value; null for what they type. */
export function wordsOf({ kind, choices }: Field, lang: Lang): Readonly<Record<string, string>> | null {
  if (choices)
    return Object.fromEntries(Object.entries(choices).map(([value, phrase]) => [value, phrase[lang]]));
  if (kind === "yesNo") return { true: W.yes[lang], false: W.no[lang] };
  return kind === "present" ? { present: W.yes[lang] } : null;
}

/** A value as its cell shows it. Lists stand in one cell, parted by semicolons. */
function write(value: unknown, field: Field, lang: Lang): SpecCell {
  if (value === undefined || value === null) return null;
  if (field.kind === "present") return W.yes[lang];
  const words = wordsOf(field, lang);
  if (words) return words[String(value)] ?? String(value);
  if (field.kind === "json") return JSON.stringify(value);
  if (Array.isArray(value) && value.length === 0) return EMPTY_LIST;
  if (field.kind === "percents")
    return (value as readonly number[]).map((one) => `${Number((one * 100).toPrecision(15))}%`).join("; ");
  if (Array.isArray(value)) return value.join("; ");
  return value as string | number;
}
