import { columnName, cellRef } from "../../formula/references";
import type { EvaluationRequest, EvaluationRow, EvaluationSet } from "../../scoring/evaluation";
import { EXEMPT } from "../../scoring/evaluationRows";
import { NAMES } from "../../scoring/names";
import type { SchemeInput } from "../../scoring/scheme";
import { say, type Lang } from "../../words";
import { dateCell } from "../dates";
import { quoted, textWidth } from "../rows";
import { headerWidth, printedAcross } from "./widths";
import { printedArea } from "../printed";
import { decimalFormat } from "./decimals";
import { inputValidation } from "./scorecardLook";
import type { ColumnSpec, FormatSpec, SheetSpec, SpecCell, ValidationSpec } from "../spec";
import type { StyleName } from "../style";
import { PAGE_WORDS } from "../words";
import { dueText, periodText } from "./tabs";
import { WORDS } from "./words";

/** The first person's row, from 1; the scorecard's rows stand at the same height. */
const FIRST_ROW = 6;
const HEADER_ROW = 5;
const MONTHS_CELL = "A3";

export interface DataSheet {
  readonly sheet: SheetSpec;
  /** For the scorecard: where each row's identity, exemption and typed inputs stand. */
  readonly sources: ReadonlyMap<string, readonly (string | null)[]>;
  /** Reference with sheet to a column's cell, by column and row of the set. */
  readonly cell: (column: string, row: number) => string;
}

interface DataColumn {
  readonly key: string;
  readonly header: string;
  readonly width: number;
  readonly style: StyleName | readonly StyleName[];
  readonly numberFormat?: string;
  /** Whether people type into it. */
  readonly typed: boolean;
  readonly input?: SchemeInput;
  readonly cell: (row: EvaluationRow, place: number) => SpecCell;
}

export interface DataSheetOptions {
  readonly id: string;
  readonly name: string;
  /** Whose data, where there are several such pages. */
  readonly detail?: string | undefined;
}

/** Where people are listed and data are typed: yellow cells with lists and bounds, everything else locked. */
export function dataSheet(
  request: EvaluationRequest,
  set: EvaluationSet,
  { id, name, detail }: DataSheetOptions,
): DataSheet {
  const { lang } = request;
  const columns = columnsOf(request, set);
  const { rows } = set;
  const letter = (key: string): string => columnName(columns.findIndex((column) => column.key === key));
  const lastRow = FIRST_ROW + rows.length - 1;
  const width = columns.length;
  const line = (cells: readonly SpecCell[]): SpecCell[] => [
    ...cells,
    ...Array.from({ length: width - cells.length }, () => null),
  ];
  const dataAt = columns.findIndex(({ input }) => input !== undefined);
  const groups = columns.map((_, i) =>
    i === 0 ? WORDS.people[lang] : i === dataAt ? WORDS.data[lang] : null,
  );
  const months = request.newcomers?.months;
  const widths = columns.map((column) => column.width);
  const noteText = say(WORDS.dataNote, lang, { period: periodText(request), due: dueText(request) });
  const title = say(WORDS.dataTitle, lang, {
    title: detail === undefined ? request.title : `${request.title} · ${detail}`,
  });
  const cells: SpecCell[][] = [
    line([title]),
    line([noteText]),
    line(months === undefined ? [] : [months, WORDS.newcomerMonths[lang]]),
    line(groups),
    columns.map(({ header }) => header),
    ...rows.map((row, i) => columns.map((column) => column.cell(row, i))),
  ];
  const typedRange = (key: string): string => `${letter(key)}${FIRST_ROW}:${letter(key)}${lastRow}`;
  const inputs = columns.filter(({ typed }) => typed).map(({ key }) => typedRange(key));
  const cell = (key: string, row: number): string =>
    cellRef(
      FIRST_ROW - 1 + row,
      columns.findIndex((column) => column.key === key),
      {
        absRow: true,
        absColumn: true,
        sheet: name,
      },
    );
  const sources = new Map<string, readonly (string | null)[]>();
  for (const { key, input } of columns) {
    const wanted = input !== undefined || ["period", "unit", "name", NAMES.exempt].includes(key);
    if (wanted)
      sources.set(
        key,
        rows.map((_, row) => cell(key, row)),
      );
  }
  return {
    sources,
    cell,
    sheet: {
      id,
      name,
      blocks: [{ at: "A1", cells }],
      columns: columns.map((column, i): ColumnSpec => ({ columns: columnName(i), width: column.width })),
      rows: [
        { rows: "1", height: 26 },
        { rows: `${HEADER_ROW}`, height: 32 },
      ],
      formats: formatsOf(columns, lastRow, months !== undefined),
      freeze: { rows: HEADER_ROW, columns: columns.findIndex(({ key }) => key === "name") + 1 },
      validations: validationsOf(columns, typedRange, lang, months !== undefined),
      protect: { inputs: months === undefined ? inputs : [MONTHS_CELL, ...inputs] },
      print: {
        orientation: "landscape",
        titleRows: `$${HEADER_ROW - 1}:$${HEADER_ROW}`,
        area: printedArea(widths, [[noteText, 10]], lastRow),
        ...printedAcross(widths, { title, names: letter("name"), from: HEADER_ROW - 1, to: lastRow }),
        footer: { left: request.title, right: PAGE_WORDS.pages[lang] },
      },
    },
  };
}

function columnsOf(request: EvaluationRequest, { scheme, rows }: EvaluationSet): DataColumn[] {
  const { lang, people, newcomers } = request;
  const word = (key: keyof typeof WORDS): string => WORDS[key][lang];
  const wide = (values: readonly string[], least: number): number =>
    Math.min(28, Math.max(least, ...values.map(textWidth)) + 3);
  const column = (
    key: keyof typeof WORDS & string,
    least: number,
    of: (row: EvaluationRow) => string,
    typed = true,
  ): DataColumn => ({
    key,
    header: word(key),
    width: wide(rows.map(of), least),
    style: "text",
    typed,
    cell: (row) => of(row) || null,
  });
  const date = (
    key: "joined" | "left" | "from" | "to",
    of: (row: EvaluationRow) => string | undefined,
  ): DataColumn => ({
    key,
    header: word(key),
    width: 12,
    style: "number",
    numberFormat: "yyyy-mm-dd",
    typed: true,
    cell: (row) => {
      const day = of(row);
      return day === undefined ? null : dateCell(day);
    },
  });
  const personOf = (row: EvaluationRow) => people[row.person];
  const parts = partial(request, rows);
  const dated = newcomers !== undefined || parts;
  const keys: string[] = [];
  const all: DataColumn[] = [
    ...(request.periods.length > 1 ? [column("period", 8, ({ period }) => period.label, false)] : []),
    column("unit", 8, ({ unit }) => unit),
    column("name", 8, ({ name }) => name),
    ...(rows.some(({ position }) => position !== "")
      ? [column("position", 8, ({ position }) => position)]
      : []),
    ...(rows.some(({ manager }) => manager !== "") ? [column("manager", 8, ({ manager }) => manager)] : []),
    ...(dated ? [date("joined", (row) => personOf(row)?.joined)] : []),
    ...(parts ? [date("left", (row) => personOf(row)?.left)] : []),
    ...(parts || newcomers ? [date("from", ({ from }) => from), date("to", ({ to }) => to)] : []),
    ...(parts ? [daysColumn(keys, lang)] : []),
    exemptColumn(request, rows, keys),
    ...scheme.inputs.flatMap((input) => inputColumn(input, rows, keys)),
  ];
  keys.push(...all.map(({ key }) => key));
  return all;
}

/** Whether somebody was there for a part of a period only. */
function partial(request: EvaluationRequest, rows: readonly EvaluationRow[]): boolean {
  return (
    rows.some(({ from, to, period }) => from !== period.from || to !== period.to) ||
    request.people.some(({ left, transfers }) => left !== undefined || transfers !== undefined)
  );
}

const at = (keys: readonly string[], key: string, place: number): string =>
  `$${columnName(keys.indexOf(key))}${FIRST_ROW + place}`;

function daysColumn(keys: readonly string[], lang: Lang): DataColumn {
  return {
    key: "days",
    header: WORDS.days[lang],
    width: 8,
    style: "number",
    numberFormat: "0",
    typed: false,
    cell: (_, place) => {
      const [from, to] = [at(keys, "from", place), at(keys, "to", place)];
      return { formula: `=IF(AND(ISNUMBER(${from}),ISNUMBER(${to})),${to}-${from}+1,"")` };
    },
  };
}

/** A reason typed by hand stands; newcomers are found by formula. */
function exemptColumn(
  request: EvaluationRequest,
  rows: readonly EvaluationRow[],
  keys: readonly string[],
): DataColumn {
  const { lang, newcomers } = request;
  const [before = "", after = ""] = EXEMPT.newcomer[lang].split("{months}");
  const reasons = rows.map(({ exempt }) => exempt);
  const newcomer = (place: number): string => {
    const [joined, to] = [at(keys, "joined", place), at(keys, "to", place)];
    const months = `$A$3`;
    const start = `DATE(YEAR(${joined}),MONTH(${joined})+${months},1)`;
    return `IF(ISNUMBER(${joined}),IF(${to}<${start},${quoted(before)}&${months}&${quoted(after)},""),"")`;
  };
  return {
    key: NAMES.exempt,
    header: WORDS.exempt[lang],
    width: Math.min(44, Math.max(14, ...reasons.map(textWidth)) + 4),
    style: ["wrap", "indent1"],
    typed: true,
    cell: (row, place) => {
      if (row.exempt === EXEMPT.left[lang]) return row.exempt;
      return newcomers ? { formula: `=${newcomer(place)}` } : row.name === "" ? null : row.exempt || null;
    },
  };
}

const INPUT_FORMATS: Readonly<Record<SchemeInput["format"], readonly [format: string, width: number]>> = {
  integer: ["#,##0", 9],
  decimal: ["#,##0.00", 11],
  percent: ["0.0%", 9],
  money: ["#,##0", 13],
  word: ["@", 12],
};

/** Typed inputs only: what raters give and what is worked out stands elsewhere. */
function inputColumn(
  input: SchemeInput,
  rows: readonly EvaluationRow[],
  keys: readonly string[],
): DataColumn[] {
  const { id, name, format, formula, raters, previousOf } = input;
  if (formula !== undefined || raters !== undefined) return [];
  const [usual, least] = INPUT_FORMATS[format];
  const values = rows.map(({ inputs }) => inputs.get(id));
  const numberFormat = format === "decimal" ? decimalFormat(input, values) : usual;
  return [
    {
      key: id,
      header: name,
      width: headerWidth(name, least),
      style: format === "word" || input.choices ? ["text", "indent1"] : "number",
      numberFormat: input.choices ? "@" : numberFormat,
      typed: true,
      input,
      cell: (row) => {
        const value = row.inputs.get(id) ?? null;
        const before = previousOf !== undefined ? previousPlace(rows, row) : -1;
        if (before >= 0 && previousOf !== undefined) {
          const cell = at(keys, previousOf, before);
          return { formula: `=IF(ISBLANK(${cell}),"",${cell})` };
        }
        return typeof value === "object" && value !== null ? value.error : value;
      },
    },
  ];
}

/** Place of the same person's latest row before this one. */
function previousPlace(rows: readonly EvaluationRow[], { person, period, from }: EvaluationRow): number {
  let found = -1;
  rows.forEach((row, i) => {
    const before = row.person === person && row.period !== period && row.to < from;
    if (before && (found < 0 || (rows[found]?.to ?? "") < row.to)) found = i;
  });
  return found;
}

function formatsOf(columns: readonly DataColumn[], lastRow: number, months: boolean): FormatSpec[] {
  const last = columnName(columns.length - 1);
  return [
    { range: "A1", style: "title" },
    { range: "A2", style: "subtitle" },
    ...(months
      ? [
          { range: MONTHS_CELL, style: ["body", "input", "number"] as const, numberFormat: "0" },
          { range: "B3", style: ["subtitle", "indent1"] as const },
        ]
      : []),
    { range: `A${HEADER_ROW - 1}:${last}${HEADER_ROW - 1}`, style: "group" },
    { range: `A${HEADER_ROW}:${last}${HEADER_ROW}`, style: "header" },
    { range: `A${FIRST_ROW}:${last}${lastRow}`, style: ["body", "row"] },
    ...columns.flatMap(({ style, typed, numberFormat }, i): FormatSpec[] => {
      const range = `${columnName(i)}${FIRST_ROW}:${columnName(i)}${lastRow}`;
      const styles: readonly StyleName[] = [...(typed ? ["input" as const] : []), ...[style].flat()];
      const formats: FormatSpec[] = [
        { range, style: styles, ...(numberFormat !== undefined && { numberFormat }) },
      ];
      const header = `${columnName(i)}${HEADER_ROW}`;
      if (styles.includes("number")) formats.push({ range: header, style: "alignRight" });
      if (styles.includes("indent1")) formats.push({ range: header, style: "indent1" });
      return formats;
    }),
  ];
}

/** From the year 2000 on: a year typed alone is refused. */
const FIRST_DAY = 36526;

function validationsOf(
  columns: readonly DataColumn[],
  range: (key: string) => string,
  lang: Lang,
  months: boolean,
): ValidationSpec[] {
  return [
    ...columns.flatMap(({ key, input, typed, numberFormat, header }): ValidationSpec[] => {
      if (input) return inputValidation(input, range(key), lang);
      if (!typed || numberFormat?.includes("y") !== true) return [];
      const message = WORDS.dateOnly[lang];
      return [
        {
          range: range(key),
          rule: { kind: "decimal", min: FIRST_DAY },
          prompt: { title: header, message },
          error: { title: header, message },
        },
      ];
    }),
    ...(months ? [{ range: MONTHS_CELL, rule: { kind: "whole" as const, min: 0, max: 24 } }] : []),
  ];
}
