import { AttainError } from "../errors";
import { allocateTree, amounts, totalOf, type Allocation } from "./allocate/tree";
import type { AllocationNode } from "./allocate/grid";
import { periodsBetween, type Period } from "./calendar";
import { orgTree, type OrgNode } from "./organisation";
import { closeGaps } from "./profile";
import type { PlanRequest } from "./planRequest";
import { roundToStep } from "./steps";

/** What was reached before, by leaf and by period. Period n of the history is the model for period n of the plan. */
export interface History {
  /** The company's name: the root of the plan. */
  readonly company: string;
  /** What the levels below the company are called, from the top: Region, Manager, Rep. */
  readonly levels: readonly string[];
  readonly rows: readonly HistoryRow[];
}

export interface HistoryRow {
  /** Names from the top unit to the leaf: ["West", "Summer Sewald", "Kary Hendrixson"]. */
  readonly path: readonly string[];
  /** One amount per period of the plan's horizon, a year earlier, in the plan's unit. */
  readonly values: readonly number[];
}

export interface PlanNode {
  readonly id: string;
  readonly name: string;
  readonly level: number;
  readonly history: readonly number[];
  readonly historyTotal: number;
  /** Multiples of the step; children add up to their parent in every period. */
  readonly target: readonly number[];
  readonly total: number;
  readonly children: readonly PlanNode[];
}

export interface Plan {
  readonly measure: string;
  readonly unit: string;
  readonly step: number;
  readonly periods: readonly Period[];
  /** Names of the levels below the company. */
  readonly levels: readonly string[];
  readonly root: PlanNode;
  readonly total: number;
  /** Growth on the history's total as a fraction; null when there is no history to grow on. */
  readonly growth: number | null;
  /** What the total was asked for as: the page keeps that as its input and derives the other. */
  readonly given: "value" | "growth";
  /** Periods of the plan for which the history has nothing. */
  readonly gaps: readonly string[];
  /** Ids of leaves without any history. */
  readonly newcomers: readonly string[];
}

/**
 * A plan: the total over units and periods at once, exact on every level and both axes.
 *
 * @throws AttainError `request-invalid` when request and history do not fit together
 * @throws NoSolutionError when locks and bounds contradict one another
 */
export function buildPlan(request: PlanRequest, history: History): Plan {
  const periods = periodsBetween(request.horizon.from, request.horizon.to, request.horizon.grain ?? "month", {
    fiscalStart: request.horizon.fiscalStart ?? 1,
  });
  const step = request.step ?? 1;
  const past = pastByLeaf(history, periods.length);
  const organisation = orgTree(
    history.company,
    history.rows.map((row) => row.path),
  );
  const company = sumOf([...past.values()], periods.length);
  const pastTotal = sum(company);
  const total = totalAsked(request, pastTotal, step);
  const root = allocationTree(organisation, request, past, company);
  const allocation = allocateTree({
    root,
    periods: periods.map((period) => period.id),
    total,
    step,
    limits: request.limits ?? [],
  });
  return {
    measure: request.measure,
    unit: request.unit,
    step,
    periods,
    levels: history.levels,
    root: planNode(organisation, allocation, past, periods.length),
    total,
    growth: pastTotal > 0 ? ("growth" in request.total ? request.total.growth : total / pastTotal - 1) : null,
    given: "growth" in request.total ? "growth" : "value",
    gaps: periods.filter((_, index) => company[index] === 0).map((period) => period.id),
    newcomers: [...past].filter(([, values]) => values.every((value) => value === 0)).map(([id]) => id),
  };
}

/** Rows of the same leaf are added up; every row must cover the horizon. */
function pastByLeaf(history: History, periods: number): Map<string, readonly number[]> {
  const past = new Map<string, readonly number[]>();
  for (const row of history.rows) {
    if (row.values.length !== periods) {
      throw new AttainError("request-invalid", {
        detail: `“${row.path.join(" / ")}” has ${row.values.length} periods of history, the plan has ${periods}`,
      });
    }
    const id = row.path.join(" / ");
    const before = past.get(id);
    past.set(id, before ? before.map((value, index) => value + (row.values[index] ?? 0)) : row.values);
  }
  return past;
}

function totalAsked(request: PlanRequest, pastTotal: number, step: number): number {
  return "value" in request.total
    ? request.total.value
    : roundToStep(pastTotal * (1 + request.total.growth), step);
}

/** Every leaf's claim on every period: its share of the company times the shape of the year. */
function allocationTree(
  organisation: OrgNode,
  request: PlanRequest,
  past: ReadonlyMap<string, readonly number[]>,
  company: readonly number[],
): AllocationNode {
  const time = request.time ?? { kind: "history" };
  const units = request.organisation ?? { kind: "history" };
  const none = company.map(() => 0);
  const shapeOf = (values: readonly number[]): readonly number[] => {
    if (time.kind === "even") return company.map(() => 1);
    if (time.kind === "weights") return time.weights;
    const own = time.own === true && sum(values) > 0 ? values : company;
    return normal(
      closeGaps(
        own.map((value) => Math.max(0, value)),
        time.gaps ?? "zero",
      ),
    );
  };
  const shareOf = (id: string, values: readonly number[]): number => {
    if (units.kind === "even") return 1;
    return units.kind === "weights" ? (units.weights[id] ?? 0) : Math.max(0, sum(values));
  };
  const node = (unit: OrgNode): AllocationNode => {
    if (unit.children.length > 0) return { id: unit.id, children: unit.children.map(node) };
    const values = past.get(unit.id) ?? none;
    const share = shareOf(unit.id, values);
    return { id: unit.id, weights: shapeOf(values).map((weight) => weight * share) };
  };
  return node(organisation);
}

function planNode(
  unit: OrgNode,
  allocation: Allocation,
  past: ReadonlyMap<string, readonly number[]>,
  periods: number,
): PlanNode {
  const children = unit.children.map((child) => planNode(child, allocation, past, periods));
  const history =
    children.length > 0
      ? sumOf(
          children.map((child) => child.history),
          periods,
        )
      : (past.get(unit.id) ?? Array<number>(periods).fill(0));
  return {
    id: unit.id,
    name: unit.name,
    level: unit.level,
    history,
    historyTotal: sum(history),
    target: amounts(allocation, unit.id),
    total: totalOf(allocation, unit.id),
    children,
  };
}

function normal(weights: readonly number[]): readonly number[] {
  const whole = sum(weights);
  return whole > 0 ? weights.map((weight) => weight / whole) : weights.map(() => 1 / weights.length);
}

function sumOf(rows: readonly (readonly number[])[], periods: number): number[] {
  return Array.from({ length: periods }, (_, period) =>
    rows.reduce((total, row) => total + (row[period] ?? 0), 0),
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

/** All nodes of a plan, parents before children, in the order of the page. */
export function planNodes(root: PlanNode): PlanNode[] {
  return [root, ...root.children.flatMap(planNodes)];
}
