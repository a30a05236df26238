import { ABSOLUTE, cellRef, columnName, rangeRef } from "../../formula/references";
import type { Plan, PlanNode } from "../../planning/plan";
import type { Lang } from "../../words";
import type { SpecCell } from "../spec";
import type { TargetsLayout } from "../plan/targetsLayout";
import {
  cellsOf,
  COLUMNS,
  FIRST,
  FIRST_MONTH,
  NUMBERS,
  TRACKER_NAMES,
  type ColumnId,
  type TrackerGrid,
} from "./trackerLayout";
import { TRACKER_WORDS as W } from "./trackerWords";

export interface TrackerSources {
  readonly plan: Plan;
  readonly grid: TrackerGrid;
  readonly targets: TargetsLayout;
  readonly lang: Lang;
  /** Ranges of leaves' last year by period, by unit id. */
  readonly lastYear?: ReadonlyMap<string, string>;
}

/** What a row's formulas are made of. */
interface Row {
  readonly node: PlanNode;
  /** A cell of this row by column. */
  readonly at: (column: ColumnId) => string;
  /** A column over all rows. */
  readonly all: (column: ColumnId) => string;
  /** This row's months. */
  readonly months: string;
  /** The unit's targets by period, on the target sheet. */
  readonly targets: string;
  /** Sums a row of periods up to the one chosen. */
  readonly due: (range: string) => string;
  /** Nothing while there is no actual. */
  readonly known: (formula: string) => SpecCell;
  readonly count: number;
  readonly lower: boolean;
  readonly sources: TrackerSources;
}

const { asOf, tolerance, margin, method, carry } = TRACKER_NAMES;

/** A row's cells before the months: the formulas of `src/planning/follow/standing.ts`, which says what they mean. */
export function trackerRow(node: PlanNode, sources: TrackerSources): SpecCell[] {
  const { grid, plan } = sources;
  const row = grid.rowOf.get(node.id) ?? FIRST;
  const at = (column: ColumnId) => `$${cellRef(row, COLUMNS.indexOf(column))}`;
  const scope: Row = {
    node,
    at,
    all: (column) => rangeRef(FIRST, COLUMNS.indexOf(column), grid.last, COLUMNS.indexOf(column), ABSOLUTE),
    months: `$${columnName(FIRST_MONTH)}${row + 1}:$${columnName(grid.lastMonth)}${row + 1}`,
    targets: targetMonths(node, sources.targets),
    due: (range) => `SUMIF(${numbers(grid)},"<="&${asOf},${range})`,
    known: (formula) => ({ formula: `=IF(${at("actual")}="","",${formula})` }),
    count: plan.periods.length,
    lower: plan.lowerIsBetter === true,
    sources,
  };
  return COLUMNS.map((id) => CELLS[id](scope));
}

const CELLS: Readonly<Record<ColumnId, (row: Row) => SpecCell>> = {
  name: ({ node }) => node.name,
  level: ({ node }) => node.level,
  yearTarget: ({ node, sources }) => ({
    formula: `=${targetCell(node, sources.targets, sources.targets.columns.total)}`,
  }),
  dueTarget: ({ due, targets }) => ({ formula: `=${due(targets)}` }),
  actual: ({ months, due }) => ({ formula: `=IF(COUNT(${months})=0,"",${due(months)})` }),
  gap: ({ at, known }) => known(`${at("actual")}-${at("dueTarget")}`),
  attainment: ({ at, known }) => known(`IF(${at("dueTarget")}=0,"",${at("actual")}/${at("dueTarget")})`),
  light: ({ at, lower }) => {
    const reached = `ROUND(${lower ? `2-${at("attainment")}` : at("attainment")},9)`;
    return {
      formula: `=IF(ISNUMBER(${at("attainment")}),IF(${reached}>=1,"●",IF(${reached}>=ROUND(1-${tolerance},9),"▲","▼")),"")`,
    };
  },
  // Not COUNTIFS: it compares numbers as text of fifteen digits, and who is best would be behind himself.
  rank: ({ at, all, lower }) => ({
    formula: `=IF(ISNUMBER(${at("attainment")}),SUMPRODUCT((${all("level")}=${at("level")})*(${all("attainment")}<>"")*(${all("attainment")}${lower ? "<" : ">"}${at("attainment")}))+1,"")`,
  }),
  ahead: ({ at, known, count }) =>
    known(`IF(${at("yearTarget")}=0,"",${at("actual")}/${at("yearTarget")}-${asOf}/${count})`),
  runRate: ({ at, known }) => known(`${at("actual")}/${asOf}`),
  forecast: forecastCell,
  forecastAttainment: ({ at, known }) =>
    known(`IF(${at("yearTarget")}=0,"",${at("forecast")}/${at("yearTarget")})`),
  warning: ({ at, lower, sources }) => {
    const missed = lower ? `>1+${margin}` : `<1-${margin}`;
    return {
      formula: `=IF(ISNUMBER(${at("forecastAttainment")}),IF(${at("forecastAttainment")}${missed},"${W.warn[sources.lang]}",""),"")`,
    };
  },
  need: ({ at, known, count }) =>
    known(`IF(${asOf}>=${count},"",MAX(0,${at("yearTarget")}-${at("actual")})/(${count}-${asOf}))`),
  nextTask: ({ at, targets, count, lower, sources: { lang, grid } }) => {
    const next = `SUMIF(${numbers(grid)},${asOf}+1,${targets})`;
    const shortfall = lower
      ? `MAX(0,${at("actual")}-${at("dueTarget")})`
      : `MAX(0,${at("dueTarget")}-${at("actual")})`;
    const rest = `(${at("yearTarget")}-${at("dueTarget")})`;
    const part = `IF(${carry}="${W.carryNext[lang]}",1,IF(${rest}=0,0,${next}/${rest}))`;
    return {
      formula: `=IF(${asOf}>=${count},"",${next}${lower ? "-" : "+"}IF(OR(${at("actual")}="",${carry}="${W.carryNone[lang]}"),0,${shortfall}*${part}))`,
    };
  },
  lastYear: (row) => lastYearCell(row, "lastYear", row.due),
  growth: ({ at, known }) => known(`IF(N(${at("lastYear")})=0,"",${at("actual")}/${at("lastYear")}-1)`),
  lastYearTotal: (row) => lastYearCell(row, "lastYearTotal", (range) => `SUM(${range})`),
};

function forecastCell({ at, months, known, count, sources: { lang, grid } }: Row): SpecCell {
  const [actual, due, year] = [at("actual"), at("dueTarget"), at("yearTarget")];
  const runRate = `${actual}/${asOf}*${count}`;
  const pace = `IF(${due}>0,${actual}*${year}/${due},${runRate})`;
  const back = `MIN(3,${asOf})`;
  const recent = `SUMIFS(${months},${numbers(grid)},">"&(${asOf}-${back}),${numbers(grid)},"<="&${asOf})/${back}`;
  const is = (word: string) => `${method}="${word}"`;
  return known(
    `IF(${is(W.runRateMethod[lang])},${runRate},IF(${is(W.recent[lang])},${actual}+${recent}*(${count}-${asOf}),IF(AND(${is(W.lastYearCourse[lang])},N(${at("lastYear")})>0),${actual}*${at("lastYearTotal")}/${at("lastYear")},${pace})))`,
  );
}

function lastYearCell(
  { node: { id, children }, sources }: Row,
  column: "lastYear" | "lastYearTotal",
  total: (range: string) => string,
): SpecCell {
  const range = sources.lastYear?.get(id);
  if (range) return { formula: `=${total(range)}` };
  if (children.length === 0 || !sources.lastYear?.size) return null;
  return { formula: `=SUM(${cellsOf(sources.grid, children, COLUMNS.indexOf(column))})` };
}

/** The periods' numbers, 1 to n, above the months. */
export function numbers({ lastMonth }: TrackerGrid): string {
  return rangeRef(NUMBERS, FIRST_MONTH, NUMBERS, lastMonth, ABSOLUTE);
}

export function targetCell({ id }: PlanNode, { sheet, rowOf }: TargetsLayout, column: number): string {
  return cellRef(rowOf.get(id) ?? 0, column, { ...ABSOLUTE, sheet });
}

export function targetMonths({ id }: PlanNode, { sheet, rowOf, columns }: TargetsLayout): string {
  const row = rowOf.get(id) ?? 0;
  return rangeRef(row, columns.firstPeriod, row, columns.lastPeriod, { ...ABSOLUTE, sheet });
}
