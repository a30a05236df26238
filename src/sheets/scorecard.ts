import type { Expr } from "../formula/expression";
import { printFormula, type Resolver } from "../formula/print";
import { columnIndex, columnName, rangeRef } from "../formula/references";
import { NAMES, compileScheme, type CompiledScheme } from "../scoring/compile";
import type { People } from "../scoring/scoreTeam";
import type { Scheme, SchemeInput } from "../scoring/scheme";
import type { Lang } from "../words";
import { quoted, textWidth } from "./rows";
import { conditionalsOf, formatsOf, validationsOf } from "./scorecardLook";
import { WORDS } from "./scorecardWords";
import type { BlockSpec, ColumnSpec, SheetSpec, SpecCell } from "./spec";
import type { StyleName } from "./style";

/** Where everything stands on the scorecard sheet, for charts and explanations. */
export interface ScorecardLayout {
  readonly sheet: string;
  readonly headerRow: number;
  /** First and last person's row, from 1. Without people the last lies before the first. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** Column letter by name: `unit`, `name`, `rank`, `unitRank`, an input's id, or a name of the compiled scheme. */
  readonly columns: ReadonlyMap<string, string>;
}

export interface ScorecardSheet {
  readonly sheet: SheetSpec;
  readonly layout: ScorecardLayout;
}

export interface ScorecardOptions {
  /** Parameter references of the scheme sheet in the same workbook. */
  readonly references: ReadonlyMap<string, string>;
  /** The tab's final name. */
  readonly sheetName?: string;
  readonly title?: string;
  /** The line below the title: period, unit, source, when. */
  readonly subtitle?: string;
  /** Cells elsewhere that hold a person's input, by input id: `'Actuals'!O7`. Null or absent: the value is typed here. */
  readonly sources?: ReadonlyMap<string, readonly (string | null)[]>;
}

/** One column of the sheet. */
export interface Field {
  readonly name: string;
  readonly group: string;
  readonly header: SpecCell;
  readonly width: number;
  readonly style: StyleName | readonly StyleName[];
  readonly numberFormat?: string;
  readonly cell: (row: number, person: number) => SpecCell;
  /** Whether the last row shows the average. */
  readonly averaged?: boolean;
}

const GROUP_ROW = 4;
const HEADER_ROW = 5;
const FIRST_ROW = 6;

/**
 * One row a person: inputs, each indicator's measured value and points, total, grade, ranks and a remark, everything
 * but the inputs as live formulas over this sheet and the scheme sheet.
 *
 * @throws AttainError `scheme-invalid`
 */
export function scorecardSheet(scheme: Scheme, people: People, options: ScorecardOptions): ScorecardSheet {
  const { lang } = scheme;
  const compiled = compileScheme(scheme);
  const sheetName = options.sheetName ?? WORDS.scorecardName[lang];
  const lastRow = FIRST_ROW + people.names.length - 1;
  const columns = new Map<string, string>();
  const fields = fieldsOf(compiled, people, options, { columns, lastRow });
  fields.forEach((field, i) => columns.set(field.name, columnName(i)));
  const layout: ScorecardLayout = {
    sheet: sheetName,
    headerRow: HEADER_ROW,
    firstRow: FIRST_ROW,
    lastRow,
    columns,
  };
  const title = options.title ?? WORDS.scorecardTitle[lang];
  return {
    layout,
    sheet: {
      id: "scorecard",
      name: sheetName,
      blocks: blocksOf(fields, people, lang, title, options.subtitle ?? scheme.name, lastRow),
      columns: fields.map((field, i): ColumnSpec => ({ columns: columnName(i), width: field.width })),
      rows: [
        { rows: "1", height: 26 },
        { rows: `${HEADER_ROW}`, height: 32 },
      ],
      formats: formatsOf(fields, layout, scheme, options),
      freeze: { rows: HEADER_ROW, columns: 2 },
      conditionals: conditionalsOf(compiled, layout),
      validations: validationsOf(scheme, layout, options),
      filter: rangeRef(HEADER_ROW - 1, 0, Math.max(lastRow, HEADER_ROW) - 1, fields.length - 1),
      print: {
        orientation: "landscape",
        titleRows: `$${GROUP_ROW}:$${HEADER_ROW}`,
        fitWidth: 1,
        footer: { left: title, right: WORDS.page[lang] },
      },
    },
  };
}

/** @example cellOf(layout, "total", 6) // "L6" */
export function cellOf(layout: ScorecardLayout, name: string, row: number): string {
  return `${columnOf(layout.columns, name)}${row}`;
}

/** A column's people as a reference with sheet, for charts: `'Scorecard'!$L$6:$L$40`. */
export function peopleRange(layout: ScorecardLayout, name: string): string {
  const column = columnIndex(columnOf(layout.columns, name));
  return rangeRef(layout.firstRow - 1, column, layout.lastRow - 1, column, {
    absRow: true,
    absColumn: true,
    sheet: layout.sheet,
  });
}

function columnOf(columns: ReadonlyMap<string, string>, name: string): string {
  const letter = columns.get(name);
  if (letter === undefined) throw new RangeError(`The scorecard has no column “${name}”`);
  return letter;
}

const INPUT_FORMATS: Readonly<
  Record<SchemeInput["format"], { readonly format: string; readonly width: number }>
> = {
  integer: { format: "#,##0", width: 9 },
  decimal: { format: "#,##0.00", width: 11 },
  percent: { format: "0.0%", width: 9 },
  money: { format: "#,##0", width: 13 },
  word: { format: "@", width: 12 },
};

function fieldsOf(
  compiled: CompiledScheme,
  people: People,
  options: ScorecardOptions,
  place: { readonly columns: ReadonlyMap<string, string>; readonly lastRow: number },
): Field[] {
  const { scheme } = compiled;
  const { lang } = scheme;
  const word = (key: keyof typeof WORDS): string => WORDS[key][lang];
  const at = (name: string, row: number): string => `$${columnOf(place.columns, name)}${row}`;
  const all = (name: string): string => {
    const letter = columnOf(place.columns, name);
    return `$${letter}$${FIRST_ROW}:$${letter}$${place.lastRow}`;
  };
  const resolver =
    (row: number): Resolver =>
    (name) =>
      options.references.get(name) ?? at(name, row);
  const live =
    (expr: Expr) =>
    (row: number): SpecCell => ({ formula: `=${printFormula(expr, resolver(row))}` });
  const reference = (name: string): string => options.references.get(name) ?? "";
  const width = (names: readonly string[], least: number): number =>
    Math.min(28, Math.max(least, ...names.map(textWidth)) + 3);
  const text = (name: string, key: keyof typeof WORDS, values: readonly string[]): Field => ({
    name,
    group: "",
    header: word(key),
    width: width(values, 8),
    style: "text",
    cell: (_, person) => values[person] ?? "",
  });

  const inputs = scheme.inputs.map(({ id, name, format }, i): Field => {
    const { format: numberFormat, width: least } = INPUT_FORMATS[format];
    return {
      name: id,
      group: i === 0 ? word("data") : "",
      header: name,
      width: Math.max(least, Math.ceil(textWidth(name) / 2) + 4),
      style: "number",
      numberFormat,
      cell: (_, person) => inputCell(people, options, id, person),
    };
  });

  const indicators = compiled.indicators.flatMap(({ indicator, measure, points, percent, rule }): Field[] => {
    const weight = reference(NAMES.weight(indicator.id));
    const measured: Field[] = measure
      ? [
          {
            name: measure.name,
            group: indicator.name,
            header: rule.measure?.label[lang] ?? indicator.name,
            width: 11,
            style: "number",
            numberFormat: percent ? "0.0%" : "#,##0.00",
            cell: live(measure.expr),
          },
        ]
      : [];
    return [
      ...measured,
      {
        name: points.name,
        group: measure ? "" : indicator.name,
        header: { formula: `=${quoted(word("points"))}&${weight}` },
        width: measure ? 11 : Math.max(11, Math.min(18, textWidth(indicator.name) + 2)),
        style: "number",
        numberFormat: "0.00",
        cell: live(points.expr),
        averaged: true,
      },
    ];
  });

  const sections = compiled.sections.map(({ section, name, expr }): Field => ({
    name,
    group: "",
    header: section.name,
    width: 11,
    style: "number",
    numberFormat: "0.00",
    cell: live(expr),
    averaged: true,
  }));

  const decimals = scheme.decimals === 0 ? "0" : `0.${"0".repeat(scheme.decimals)}`;
  const rankOf = (row: number, formula: string): SpecCell => ({
    formula: `=IF(ISNUMBER(${at(NAMES.total, row)}),${formula},"")`,
  });
  return [
    text("unit", "unit", people.units),
    text("name", "person", people.names),
    ...inputs,
    ...indicators,
    ...sections,
    {
      name: NAMES.total,
      group: word("result"),
      header: word("total"),
      width: 10,
      style: ["subtotal", "number"],
      numberFormat: decimals,
      cell: live(compiled.total.expr),
      averaged: true,
    },
    {
      name: NAMES.light,
      group: "",
      header: word("light"),
      width: 7,
      style: "alignCenter",
      cell: live(compiled.light.expr),
    },
    {
      name: NAMES.grade,
      group: "",
      header: word("grade"),
      width: width(
        scheme.grades.map((grade) => grade.name),
        8,
      ),
      style: "text",
      cell: live(compiled.grade.expr),
    },
    {
      name: "rank",
      group: "",
      header: word("rank"),
      width: 8,
      style: "number",
      numberFormat: "0",
      cell: (row) => rankOf(row, `RANK(${at(NAMES.total, row)},${all(NAMES.total)})`),
    },
    {
      name: "unitRank",
      group: "",
      header: word("unitRank"),
      width: 11,
      style: "number",
      numberFormat: "0",
      // Totals that do not exist are "" and must not count, since text is greater than any number.
      cell: (row) =>
        rankOf(
          row,
          `SUMPRODUCT((${all("unit")}=${at("unit", row)})*(${all(NAMES.total)}<>"")*(${all(NAMES.total)}>${at(NAMES.total, row)}))+1`,
        ),
    },
    {
      name: "order",
      group: "",
      header: word("order"),
      width: 8,
      style: "number",
      numberFormat: "0",
      // Ties in the order of the sheet: ranking tables and charts need a place for everybody.
      cell: (row) => {
        const rank = at("rank", row);
        const upToHere = `${at("rank", FIRST_ROW).replace(/(\d+)$/, "$$$1")}:${rank}`;
        return { formula: `=IF(ISNUMBER(${rank}),${rank}+COUNTIF(${upToHere},${rank})-1,"")` };
      },
    },
    {
      name: NAMES.remark,
      group: "",
      header: word("remark"),
      width: 44,
      style: ["wrap", "indent1"],
      cell: live(compiled.remark.expr),
    },
  ];
}

function inputCell(people: People, options: ScorecardOptions, id: string, person: number): SpecCell {
  const source = options.sources?.get(id)?.[person];
  // An empty cell read by a plain reference would come across as 0.
  if (source) return { formula: `=IF(ISBLANK(${source}),"",${source})` };
  const value = people.inputs.get(id)?.[person] ?? null;
  return typeof value === "object" && value !== null ? value.error : value;
}

function blocksOf(
  fields: readonly Field[],
  people: People,
  lang: Lang,
  title: string,
  subtitle: string,
  lastRow: number,
): BlockSpec[] {
  const blank = fields.map(() => null);
  const rows: SpecCell[][] = [
    [title, ...blank.slice(1)],
    [subtitle, ...blank.slice(1)],
    [WORDS.marks[lang], ...blank.slice(1)],
    fields.map((field) => field.group || null),
    fields.map((field) => field.header),
    ...people.names.map((_, person) => fields.map((field) => field.cell(FIRST_ROW + person, person))),
  ];
  if (people.names.length > 0) rows.push(fields.map((field, i) => averageCell(field, i, lastRow, lang)));
  return [{ at: "A1", cells: rows }];
}

function averageCell(field: Field, column: number, lastRow: number, lang: Lang): SpecCell {
  if (column === 0) return WORDS.average[lang];
  if (!field.averaged) return null;
  const range = rangeRef(FIRST_ROW - 1, column, lastRow - 1, column);
  return { formula: `=IF(COUNT(${range})=0,"",AVERAGE(${range}))` };
}
