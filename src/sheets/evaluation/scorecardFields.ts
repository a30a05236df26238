import type { Expr } from "../../formula/expression";
import { printFormula, type Resolver } from "../../formula/print";
import type { CompiledIndicator, CompiledScheme } from "../../scoring/compiled";
import { NOBODY } from "../../scoring/evaluationRows";
import { NAMES } from "../../scoring/names";
import type { People } from "../../scoring/scoreTeam";
import type { SchemeInput } from "../../scoring/scheme";
import { quoted, textWidth } from "../rows";
import { headerWidth } from "./widths";
import type { ScorecardOptions } from "./scorecardLayout";
import { WORDS } from "./scorecardWords";
import type { SpecCell } from "../spec";
import type { StyleName } from "../style";

/** The first person's row, from 1. */
export const FIRST_ROW = 6;

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

export function columnOf(columns: ReadonlyMap<string, string>, name: string): string {
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

const NOTHING: Expr = { kind: "text", value: "" };

/** Every column of the scorecard, from the person to the remark. */
export function fieldsOf(
  compiled: CompiledScheme,
  people: People,
  options: ScorecardOptions,
  place: { readonly columns: ReadonlyMap<string, string>; readonly lastRow: number },
): Field[] {
  const { scheme } = compiled;
  const { lang } = scheme;
  const word = (key: keyof typeof WORDS): string => WORDS[key][lang];
  const at = (name: string, row: number): string => `$${columnOf(place.columns, name)}${row}`;
  const runs = runsOf(people);
  /** Everybody of the row's period. */
  const all = (name: string, row: number): string => {
    const letter = columnOf(place.columns, name);
    const [first, last] = runs[row - FIRST_ROW] ?? [row, row];
    return `$${letter}$${first}:$${letter}$${last}`;
  };
  const everybody = NAMES.everybody("");
  const resolver =
    (row: number): Resolver =>
    (name) =>
      name.startsWith(everybody)
        ? all(name.slice(everybody.length), row)
        : (options.references.get(name) ?? at(name, row));
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
    cell: (_, person) => linked(options, name, person) ?? values[person] ?? "",
  });
  const derived = new Map((compiled.inputs ?? []).map(({ name, expr }) => [name, expr]));

  const inputs = scheme.inputs.map(({ id, name, format }, i): Field => {
    const { format: numberFormat, width: least } = INPUT_FORMATS[format];
    return {
      name: id,
      group: i === 0 ? word("data") : "",
      header: name,
      width: headerWidth(name, least),
      style: "number",
      numberFormat,
      cell: derived.has(id)
        ? live(derived.get(id) ?? NOTHING)
        : (_, person) => inputCell(people, options, id, person),
    };
  });

  const pointsHeader = ({ indicator, rule }: CompiledIndicator): SpecCell =>
    rule.standing === "addOn"
      ? word("addOn")
      : rule.standing === "veto"
        ? word("veto")
        : { formula: `=${quoted(word("points"))}&${reference(NAMES.weight(indicator.id))}` };
  const indicators = compiled.indicators.flatMap((one): Field[] => {
    const { indicator, basis, measure, points, rule } = one;
    const compared: Field[] = basis
      ? [
          {
            name: basis.name,
            group: indicator.name,
            header: rule.roles[0]?.label[lang] ?? indicator.name,
            width: 11,
            style: "number",
            numberFormat: "#,##0.00",
            cell: live(basis.expr),
          },
        ]
      : [];
    const measured: Field[] = measure
      ? [
          {
            name: measure.name,
            group: basis ? "" : indicator.name,
            header: rule.measure?.label[lang] ?? indicator.name,
            width: 11,
            style: "number",
            numberFormat: measureFormat(one),
            cell: live(measure.expr),
          },
        ]
      : [];
    return [
      ...compared,
      ...measured,
      {
        name: points.name,
        group: measure ? "" : indicator.name,
        header: pointsHeader(one),
        // The indicator's name stands above its columns and must not run into the next one's.
        width: Math.max(
          11,
          Math.min(measure ? 18 : 30, (textWidth(indicator.name) + 1) * 1.06 - (measure ? 11 : 0)),
        ),
        style: "number",
        numberFormat: "0.00",
        cell: live(points.expr),
        averaged: rule.standing !== "veto",
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
    ...(people.periods ? [text("period", "period", people.periods)] : []),
    text("unit", "unit", people.units),
    text("name", "person", people.names),
    ...(people.exempt ? [exemptField(people.exempt, options, word("exempt"), (row) => at("name", row))] : []),
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
      cell: (row) => rankOf(row, `RANK(${at(NAMES.total, row)},${all(NAMES.total, row)})`),
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
          `SUMPRODUCT((${all("unit", row)}=${at("unit", row)})*(${all(NAMES.total, row)}<>"")*(${all(NAMES.total, row)}>${at(NAMES.total, row)}))+1`,
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
        const [first] = runs[row - FIRST_ROW] ?? [row];
        const upToHere = `${at("rank", first).replace(/(\d+)$/, "$$$1")}:${rank}`;
        return { formula: `=IF(ISNUMBER(${rank}),${rank}+COUNTIF(${upToHere},${rank})-1,"")` };
      },
    },
    ...(compiled.rewards
      ? [
          {
            name: NAMES.rewards,
            group: "",
            header: word("rewards"),
            width: 10,
            style: "alignCenter" as const,
            cell: live(compiled.rewards.expr),
          },
        ]
      : []),
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
  const source = linked(options, id, person);
  if (source) return source;
  const value = people.inputs.get(id)?.[person] ?? null;
  return typeof value === "object" && value !== null ? value.error : value;
}

/** How an indicator's measured value is written. */
export function measureFormat({ percent, rule }: Pick<CompiledIndicator, "percent" | "rule">): string {
  if (percent) return "0.0%";
  return rule.measure?.format === "count" ? "0" : "#,##0.00";
}

/** The first and last row of each entry's period, by entry; entries of a period stand together. */
function runsOf({ names, periods }: People): (readonly [first: number, last: number])[] {
  const lastRow = FIRST_ROW + names.length - 1;
  if (!periods) return names.map(() => [FIRST_ROW, lastRow]);
  return periods.map((period) => [
    FIRST_ROW + periods.indexOf(period),
    FIRST_ROW + periods.lastIndexOf(period),
  ]);
}

function exemptField(
  reasons: readonly string[],
  options: ScorecardOptions,
  header: string,
  nameAt: (row: number) => string,
): Field {
  return {
    name: NAMES.exempt,
    group: "",
    header,
    width: Math.min(28, Math.max(12, ...reasons.map(textWidth)) + 2),
    style: ["wrap", "muted"],
    cell: (row, person) => {
      const source = options.sources?.get(NAMES.exempt)?.[person];
      // A line without a name is nobody yet.
      return source
        ? { formula: `=IF(${nameAt(row)}="","${NOBODY}",IF(ISBLANK(${source}),"",${source}))` }
        : (reasons[person] ?? "");
    },
  };
}

/** A cell elsewhere that this one repeats; an empty one would come across as 0. */
function linked(options: ScorecardOptions, name: string, person: number): SpecCell | undefined {
  const source = options.sources?.get(name)?.[person];
  return source ? { formula: `=IF(ISBLANK(${source}),"",${source})` } : undefined;
}
