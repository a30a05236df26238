import { weighedIndicators } from "../../scoring/analysis/analysis";
import { NAMES } from "../../scoring/names";
import type { Scored } from "../analysis/readScored";
import { quoted, textWidth } from "../rows";
import { peopleRange } from "../evaluation/scorecard";
import type { FormatSpec, SheetSpec, SpecCell } from "../spec";
import { PAGE_WORDS } from "../words";
import { INTERVIEW_WORDS as W } from "./interviewWords";

/** What was agreed with somebody in an earlier interview. */
export interface Agreement {
  readonly name: string;
  readonly what: string;
  /** As people wrote it: a day or a month. */
  readonly until: string;
  /** The indicator it was about, by id, with its share of full points then (a fraction). */
  readonly indicator?: string;
  readonly before?: number;
}

const WIDTH = 6;
const LINES = 3;

/**
 * The feedback interview on one page: pick the person and the results appear, weakest indicators in colour; yellow cells
 * for what went well, what did not and what is agreed until when; and what became of the agreements before, with the
 * indicator's share then and now. Lines to sign.
 *
 * @param weak what the lines for what did not go well begin with: where points were lost
 * @param earlier agreements of the period before; those of the first person picked are shown
 */
export function interviewSheet(
  { scheme, people, layout, references }: Scored,
  person: string,
  earlier: readonly Agreement[] = [],
  weak: readonly string[] = [],
): SheetSpec {
  const { lang } = scheme;
  const word = (key: keyof typeof W): string => W[key][lang];
  const indicators = weighedIndicators(scheme).map(({ indicator }) => indicator);
  const names = peopleRange(layout, "name");
  const place = `MATCH($B$4,${names},0)`;
  const look = (column: string): string => `INDEX(${peopleRange(layout, column)},${place})`;
  const shown = (column: string): SpecCell => ({ formula: `=IFERROR(${look(column)},"")` });
  const cells: SpecCell[][] = [];
  const formats: FormatSpec[] = [];
  const heights: { rows: string; height: number }[] = [{ rows: "1", height: 26 }];
  const add = (line: readonly SpecCell[]): number => {
    cells.push([...line, ...Array.from({ length: WIDTH - line.length }, () => null)]);
    return cells.length;
  };
  const section = (key: keyof typeof W): void => {
    add([]);
    formats.push({ range: `A${add([word(key)])}`, style: "section" });
  };
  const header = (line: readonly SpecCell[], numbers: string): number => {
    const row = add(line);
    formats.push({ range: `A${row}:F${row}`, style: "header" });
    if (numbers !== "") formats.push({ range: numbers.replaceAll("#", String(row)), style: "alignRight" });
    return row;
  };
  const inputs: string[] = ["B4", "E4:E5"];

  add([word("interviewTitle")]);
  add([word("interviewNote")]);
  add([]);
  add([word("choosePerson"), person, null, word("interviewer")]);
  add([word("unit"), shown("unit"), null, word("day")]);
  add([word("total"), shown(NAMES.total), null, word("grade"), shown(NAMES.grade)]);
  add([word("rank"), shown("rank"), null, word("remark"), shown(NAMES.remark)]);
  formats.push(
    { range: "A1", style: "title" },
    { range: "A2", style: "subtitle" },
    { range: "A4:F7", style: ["body", "row"] },
    { range: "B4:B7", style: ["strong", "text"] },
    { range: "B6", style: "text", numberFormat: "0.00" },
    { range: "B4", style: "input" },
    { range: "E4:F5", style: ["input", "text"] },
    { range: "E5", style: ["input", "text"], numberFormat: "yyyy-mm-dd" },
    { range: "E7", style: "wrap" },
  );
  heights.push({ rows: "7", height: 28 });

  add([]);
  const top = header(
    [word("indicator"), word("points"), word("full"), word("share"), word("remark")],
    "B#:D#",
  );
  for (const { id } of indicators) {
    const row = cells.length + 1;
    add([
      { formula: `=${references.get(NAMES.label(id)) ?? '""'}` },
      shown(NAMES.points(id)),
      { formula: `=${references.get(NAMES.weight(id)) ?? "0"}` },
      { formula: `=IF(ISNUMBER(B${row}),B${row}/C${row},"")` },
    ]);
  }
  const end = cells.length;
  formats.push(
    { range: `A${top + 1}:F${end}`, style: ["body", "row"] },
    { range: `B${top + 1}:C${end}`, style: "number", numberFormat: "0.00" },
    { range: `D${top + 1}:D${end}`, style: "number", numberFormat: "0%" },
    { range: `E${top + 1}:F${end}`, style: ["input", "wrap"] },
    { range: `E${top}:E${end}`, style: "indent1" },
  );
  inputs.push(`E${top + 1}:F${end}`);

  const free = (key: keyof typeof W, texts: readonly string[] = []): void => {
    section(key);
    const first = cells.length + 1;
    for (let i = 0; i < LINES; i += 1) add([texts[i] ?? null]);
    formats.push({ range: `A${first}:F${cells.length}`, style: ["body", "input", "row"] });
    inputs.push(`A${first}:F${cells.length}`);
  };
  free("well");
  free("badly", weak);
  section("agreements");
  header([word("measure"), null, null, word("until"), word("support")], "");
  const firstAgreed = cells.length + 1;
  for (let i = 0; i < LINES; i += 1) add([]);
  formats.push({ range: `A${firstAgreed}:F${cells.length}`, style: ["body", "input", "row"] });
  inputs.push(`A${firstAgreed}:F${cells.length}`);

  section("previous");
  const own = earlier.filter(({ name }) => name === person);
  header(
    [word("measure"), word("until"), word("indicator"), word("before"), word("now"), word("outcome")],
    "D#:E#",
  );
  const firstEarlier = cells.length + 1;
  if (own.length === 0) add([word("nothingAgreed")]);
  for (const { what, until, indicator, before } of own) {
    const row = cells.length + 1;
    const now = indicator === undefined ? undefined : indicators.findIndex(({ id }) => id === indicator);
    const known = now !== undefined && now >= 0;
    add([
      what,
      until,
      known ? (indicators[now]?.name ?? null) : null,
      before ?? null,
      known ? { formula: `=D${top + 1 + now}` } : null,
      known && before !== undefined
        ? {
            formula: `=IF(A${row}="","",IF(ISNUMBER(E${row}),IF(E${row}>D${row},${quoted(word("better"))},${quoted(word("same"))}),${quoted(word("noData"))}))`,
          }
        : null,
    ]);
    heights.push({ rows: `${row}`, height: 28 });
  }
  formats.push(
    { range: `A${firstEarlier}:F${cells.length}`, style: ["body", "row"] },
    { range: `A${firstEarlier}:A${cells.length}`, style: "wrap" },
    { range: `D${firstEarlier}:E${cells.length}`, style: "number", numberFormat: "0%" },
    { range: `F${firstEarlier - 1}:F${cells.length}`, style: "indent1" },
  );
  add([]);
  formats.push({ range: `A${add([word("employee")])}`, style: "body" });
  for (let row = 1; row <= cells.length; row += 1)
    if (!heights.some(({ rows }) => rows === String(row))) heights.push({ rows: String(row), height: 18 });
  const unique = [...new Set(people.names)];
  return {
    id: "interview",
    name: word("interviewTab"),
    blocks: [{ at: "A1", cells }],
    columns: [
      {
        columns: "A",
        width: Math.min(40, Math.max(30, ...indicators.map((one) => textWidth(one.name))) + 2),
      },
      { columns: "B", width: Math.min(24, Math.max(14, ...unique.map(textWidth)) + 2) },
      { columns: "C:D", width: 14 },
      { columns: "E:F", width: 18 },
    ],
    rows: heights,
    formats,
    conditionals: [
      { kind: "colorScale", range: `D${top + 1}:D${end}`, colors: ["#FDECEA", "#FFFFFF"] },
      {
        kind: "formula",
        range: `F${firstEarlier}:F${firstEarlier + own.length}`,
        formula: `=LEFT($F${firstEarlier},1)="●"`,
        style: "good",
      },
      {
        kind: "formula",
        range: `F${firstEarlier}:F${firstEarlier + own.length}`,
        formula: `=LEFT($F${firstEarlier},1)="▼"`,
        style: "bad",
      },
    ],
    validations: [
      {
        range: "B4",
        rule: { kind: "listFrom", source: `=${names}` },
        prompt: { title: word("choosePerson"), message: word("pick") },
      },
    ],
    protect: { inputs },
    print: {
      orientation: "portrait",
      fitWidth: 1,
      fitHeight: 1,
      area: `A1:F${cells.length}`,
      footer: { left: word("interviewTitle"), right: PAGE_WORDS.pages[lang] },
    },
  };
}
