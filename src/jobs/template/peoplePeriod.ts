/** People's tables of a workbook, and which of an evaluation's periods they are of. */
import { AttainError } from "../../errors";
import { addressOf, type Grid } from "../../records/grid";
import type { EvaluationPeriod } from "../../scoring/evaluation";
import type { Scheme } from "../../scoring/scheme";
import {
  choosePeriod,
  periodNamed,
  type ChosenPeriod,
  type Naming,
  type PeriodReason,
} from "../../templates/company/period";
import { say, type Lang, type Phrase } from "../../words";
import { findPeople, type PeopleTable } from "../evaluation/evaluationTable";
import { plainWord } from "../evaluation/peopleHeader";

export interface PeriodWish {
  /** Id or label of the period the figures are of; left out, the workbook is asked. */
  readonly period?: string;
  /** The workbook's file name. */
  readonly workbook?: string;
  /** What the workbook's own pages are about so far. */
  readonly done?: readonly EvaluationPeriod[];
  /** ISO day. */
  readonly today?: string;
}

export interface SchemeTable {
  readonly scheme: Scheme;
  readonly table: PeopleTable;
}

export interface PeopleOfPeriod {
  readonly tables: readonly SchemeTable[];
  readonly period: EvaluationPeriod;
  readonly choice: PeriodChoice;
}

/** The period as somebody can change it before anything is written. */
export interface PeriodChoice {
  readonly chosen: string;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  readonly why: PeriodReason | "asked";
  /** Why it was taken, in a sentence. */
  readonly reason: string;
}

/** What a column of periods may be called. */
const PERIOD_HEADERS = [
  "期间",
  "周期",
  "月份",
  "年月",
  "考核期",
  "考核月份",
  "考核周期",
  "季度",
  "period",
  "month",
  "quarter",
];

const W = {
  asked: { "zh-CN": "按你的选择", "en-US": "as you chose" },
  named: { "zh-CN": "{place} 写着“{text}”", "en-US": "{place} says “{text}”" },
  next: { "zh-CN": "接着已经做过的一期", "en-US": "the one after the last that was done" },
  over: { "zh-CN": "最近结束的一期", "en-US": "the last one that is over" },
  first: { "zh-CN": "第一期", "en-US": "the first one" },
} as const satisfies Record<PeriodReason | "asked", Phrase>;

/**
 * The tables with people and figures the schemes ask for, of one period: where a column names periods, only its lines.
 *
 * @returns undefined when there is no such table
 * @throws AttainError `unknown-name` when the period asked for is none of the evaluation's
 */
export function peopleOfPeriod(
  {
    schemes,
    periods,
    lang,
  }: {
    readonly schemes: readonly Scheme[];
    readonly periods: readonly EvaluationPeriod[];
    readonly lang: Lang;
  },
  grids: readonly Grid[],
  wish: PeriodWish = {},
): PeopleOfPeriod | undefined {
  const all = tablesOf(schemes, grids, lang);
  if (all.length === 0) return undefined;
  const asked = wish.period === undefined ? undefined : periodAsked(periods, wish.period);
  const found: ChosenPeriod | undefined = choosePeriod(periods, {
    namings: all.flatMap(({ table }) => namingsOf(table, periods, wish.workbook)),
    ...(wish.done ? { done: wish.done } : {}),
    today: wish.today ?? new Date().toISOString().slice(0, 10),
  });
  const period = asked ?? found?.period;
  if (period === undefined) return undefined;
  const why = asked ? "asked" : (found?.why ?? "first");
  // One period alone is part of no quarter.
  const { group: _group, ...alone } = period;
  return {
    period: alone,
    tables: tablesOf(schemes, grids, lang, (table) => linesOf(table, periods, period)),
    choice: {
      chosen: period.id,
      choices: periods.map(({ id, label }) => ({ id, label })),
      why,
      reason: say(W[why], lang, {
        place: found?.named?.place ?? "",
        text: String(found?.named?.text ?? ""),
      }),
    },
  };
}

function tablesOf(
  schemes: readonly Scheme[],
  grids: readonly Grid[],
  lang: Lang,
  lines: (table: PeopleTable) => ReadonlySet<number> | undefined = () => undefined,
): SchemeTable[] {
  return schemes.flatMap((scheme) => {
    const table = findPeople(grids, scheme, lang);
    if (!table) return [];
    const kept = lines(table);
    const read = kept ? findPeople([table.at.grid], scheme, lang, (row) => kept.has(row)) : table;
    return read ? [{ scheme, table: read }] : [];
  });
}

function periodAsked(periods: readonly EvaluationPeriod[], wanted: string): EvaluationPeriod {
  const found = periodNamed(periods, wanted);
  if (found) return found;
  throw new AttainError("unknown-name", {
    name: wanted,
    known: periods.map(({ label }) => label).join(", "),
  });
}

/** Columns of periods first, then titles from the table upwards, then its tab, then the file. */
function namingsOf(
  { at: { grid, header }, sheet }: PeopleTable,
  periods: readonly EvaluationPeriod[],
  workbook: string | undefined,
): Naming[] {
  const inColumns = periodColumns(grid, header).flatMap((column) =>
    below(grid, header).flatMap((row) => naming(grid, row, column)),
  );
  const order = (text: Naming["text"]): number => {
    const period = periodNamed(periods, text);
    return period ? periods.indexOf(period) : -1;
  };
  const titles = Array.from({ length: header }, (_, i) => header - 1 - i).flatMap((row) =>
    (grid.values[row] ?? []).flatMap((_cell, column) => naming(grid, row, column)),
  );
  return [
    // Of several periods in one column the newest is what somebody has just typed.
    ...inColumns.toSorted((a, b) => order(b.text) - order(a.text)),
    ...titles,
    { text: sheet, place: sheet },
    ...(workbook === undefined ? [] : [{ text: workbook.replace(/\.xls[xm]$/i, ""), place: workbook }]),
  ];
}

function naming(grid: Grid, row: number, column: number): Naming[] {
  const cell = grid.values[row]?.[column];
  if ((typeof cell !== "string" || cell.trim() === "") && typeof cell !== "number") return [];
  return [{ text: cell, place: `${grid.sheet}!${addressOf(grid, row, column)}` }];
}

const periodColumns = (grid: Grid, header: number): number[] =>
  (grid.values[header] ?? []).flatMap((cell, column) =>
    PERIOD_HEADERS.includes(plainWord(cell)) ? [column] : [],
  );

const below = ({ values }: Grid, header: number): number[] =>
  Array.from({ length: values.length - header - 1 }, (_, i) => header + 1 + i);

/** Lines of the period, where a column says of which each line is. */
function linesOf(
  { at: { grid, header } }: PeopleTable,
  periods: readonly EvaluationPeriod[],
  wanted: EvaluationPeriod,
): ReadonlySet<number> | undefined {
  const [column] = periodColumns(grid, header);
  if (column === undefined) return undefined;
  const named = below(grid, header).map((row) => {
    const cell = grid.values[row]?.[column];
    return {
      row,
      period: typeof cell === "string" || typeof cell === "number" ? periodNamed(periods, cell) : undefined,
    };
  });
  // A column that names none of the evaluation's periods says something else.
  if (!named.some(({ period }) => period === wanted)) return undefined;
  return new Set(named.flatMap(({ row, period }) => (period === wanted ? [row] : [])));
}

/** Where a table of people stands: `三月!B3:I33`. */
export function placeOfPeople({ sheet, at: { grid, header, name, rows } }: PeopleTable): string {
  const line = grid.values[header] ?? [];
  const filled = line.flatMap((cell, column) => (cell === null || cell === "" ? [] : [column]));
  const [first, last] = [Math.min(name, ...filled), Math.max(name, ...filled)];
  return `${sheet}!${addressOf(grid, header, first)}:${addressOf(grid, rows.at(-1) ?? header, last)}`;
}

/** Headers of that table in its order. */
export function headersOfPeople({ at: { grid, header } }: PeopleTable): string[] {
  return (grid.values[header] ?? []).flatMap((cell) =>
    typeof cell === "string" && cell.trim() !== "" ? [cell.trim()] : [],
  );
}
