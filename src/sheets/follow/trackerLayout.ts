import { cellRef, rangeRef } from "../../formula/references";
import { planNodes, type Plan, type PlanNode } from "../../planning/plan";

/** Names of the cells that steer the page. */
export const TRACKER_NAMES = {
  asOf: "attain_track_month",
  tolerance: "attain_track_tolerance",
  margin: "attain_track_warning",
  method: "attain_track_forecast",
  carry: "attain_track_carry",
} as const;

/** Rows, from 0. Above the months stand, where a ledger is summed, each period's first and last day. */
export const SETTINGS = 3;
export const DAYS = 3;
export const NUMBERS = 5;
export const HEADER = 6;
export const FIRST = 7;

/** The columns before the months, in order; each knows how to fill a row. */
export const COLUMNS = [
  "name",
  "level",
  "yearTarget",
  "dueTarget",
  "actual",
  "gap",
  "attainment",
  "light",
  "rank",
  "ahead",
  "runRate",
  "forecast",
  "forecastAttainment",
  "warning",
  "need",
  "nextTask",
  "lastYear",
  "growth",
  "lastYearTotal",
] as const;
export type ColumnId = (typeof COLUMNS)[number];

export const WIDTHS: Readonly<Record<ColumnId, number>> = {
  name: 21.5,
  level: 6,
  yearTarget: 12.5,
  dueTarget: 12.5,
  actual: 12.5,
  gap: 12.5,
  attainment: 10.5,
  light: 5.5,
  rank: 7.5,
  ahead: 9,
  runRate: 11,
  forecast: 12.5,
  forecastAttainment: 10,
  warning: 9,
  need: 11.5,
  nextTask: 11.5,
  lastYear: 11.5,
  growth: 9,
  lastYearTotal: 11.5,
};
export const PERCENTS: readonly ColumnId[] = ["attainment", "forecastAttainment"];
export const CHANGES: readonly ColumnId[] = ["ahead", "growth"];
/** Of no use without last year's figures. */
export const PAST: readonly ColumnId[] = ["lastYear", "growth", "lastYearTotal"];
export const CENTRED: readonly ColumnId[] = ["light", "warning"];
/** Columns, from 0, of the cells that steer the page and of the two figures beside them. */
export const SETTING_AT = {
  asOf: 0,
  tolerance: 2,
  margin: 3,
  method: 4,
  carry: 6,
  time: 9,
  year: 11,
} as const;
export const FIRST_MONTH = COLUMNS.length;

/** Which row and column holds what. */
export interface TrackerGrid {
  readonly nodes: readonly PlanNode[];
  readonly rowOf: ReadonlyMap<string, number>;
  readonly lastMonth: number;
  readonly last: number;
  /** Rows of leaves that stand together, as ranges over the months. */
  readonly inputs: readonly string[];
}

export function trackerGrid(plan: Plan): TrackerGrid {
  const nodes = planNodes(plan.root);
  const rowOf = new Map(nodes.map(({ id }, index) => [id, FIRST + index]));
  const lastMonth = FIRST_MONTH + plan.periods.length - 1;
  const leaves = nodes.filter(({ children }) => children.length === 0);
  return {
    nodes,
    rowOf,
    lastMonth,
    last: FIRST + nodes.length - 1,
    inputs: runsOf(leaves.map(({ id }) => rowOf.get(id) ?? FIRST)).map(({ first, last }) =>
      rangeRef(first, FIRST_MONTH, last, lastMonth),
    ),
  };
}

/** Cells of some units in a column as arguments of a function: neighbours as one range. */
export function cellsOf({ rowOf }: TrackerGrid, nodes: readonly PlanNode[], column: number): string {
  return runsOf(nodes.map(({ id }) => rowOf.get(id) ?? FIRST))
    .map(({ first, last }) =>
      first === last ? cellRef(first, column) : rangeRef(first, column, last, column),
    )
    .join(",");
}

/** Ascending rows as runs of neighbours. @example runsOf([4, 5, 7]) // [{ first: 4, last: 5 }, { first: 7, last: 7 }] */
function runsOf(rows: readonly number[]): { readonly first: number; readonly last: number }[] {
  const runs: { first: number; last: number }[] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run?.last === row - 1) run.last = row;
    else runs.push({ first: row, last: row });
  }
  return runs;
}
