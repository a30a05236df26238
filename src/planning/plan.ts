import { AttainError } from "../errors";
import type { Limit } from "./allocate/limits";
import { periodsBetween, type Period } from "./calendar";
import { claimTree, type LeafFacts } from "./claims";
import { loadOf } from "./load";
import { COMPANY_ID, orgTree, type OrgNode } from "./organisation";
import { allocatePadded, type Given } from "./padding";
import type { PlanRequest } from "./planRequest";
import { shapeOf } from "./shapes";
import { roundToStep } from "./steps";
import type { History } from "./history";
import { teamHistory } from "./team";

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
  /** With padding: what the unit owes the one above it, for the whole horizon. `total` is what its leaves were given. */
  readonly owed?: number;
  /** Of a leaf: the people it stands for, when that is not one. */
  readonly headcount?: number;
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
  /** With padding: what the company owes; `total` is what was given out to the leaves. */
  readonly owed?: number;
  /** Fractions by level from the top, when there are any. */
  readonly padding?: readonly number[];
  readonly title?: string;
  /** Less is better: growth below zero is good. */
  readonly lowerIsBetter?: boolean;
}

/**
 * A plan: the total over units and periods at once, exact on every level and both axes.
 *
 * @param history what was reached before, from a ledger; without it the request's own team is planned
 * @throws AttainError `request-invalid` when request and history do not fit together, or there is neither history nor team
 * @throws NoSolutionError when locks and bounds contradict one another
 */
export function buildPlan(request: PlanRequest, history?: History): Plan {
  const periods = planPeriods(request);
  const step = request.step ?? 1;
  const base = history ?? ownHistory(request, periods);
  const past = pastByLeaf(base, periods.length);
  const organisation = orgTree(
    base.company,
    base.rows.map((row) => row.path),
  );
  const company = sumOf([...past.values()], periods.length);
  const pastTotal = amount(sum(company));
  const total = totalAsked(request, pastTotal, step);
  const padding = request.padding ?? [];
  const facts = factsOf(request, past, periods);
  const given = allocatePadded({
    root: claimTree(organisation, {
      profile: request.organisation ?? { kind: "history" },
      shape: shapeOf(request.time ?? { kind: "history" }, periods, company),
      newcomers: request.newcomers ?? "zero",
      facts,
      periods: periods.length,
      total,
    }),
    periods: periods.map((period) => period.id),
    total,
    step,
    limits: [...typedLimits(request, periods, padding), ...(request.limits ?? [])],
    padding,
  });
  const root = planNode(organisation, given, facts, step, periods.length);
  return {
    measure: request.measure,
    unit: request.unit,
    step,
    periods,
    levels: base.levels,
    root,
    total: root.total,
    growth: pastTotal > 0 ? ("growth" in request.total ? request.total.growth : total / pastTotal - 1) : null,
    given: "growth" in request.total ? "growth" : "value",
    gaps: periods.filter((_, index) => company[index] === 0).map((period) => period.id),
    newcomers: [...past].filter(([, values]) => values.every((value) => value === 0)).map(([id]) => id),
    ...(given.owed ? { owed: total, padding } : {}),
    ...(request.title === undefined ? {} : { title: request.title }),
    ...(request.lowerIsBetter === undefined ? {} : { lowerIsBetter: request.lowerIsBetter }),
  };
}

/** The periods of a request's horizon. */
export function planPeriods({ horizon }: Pick<PlanRequest, "horizon">): Period[] {
  return periodsBetween(horizon.from, horizon.to, horizon.grain ?? "month", {
    fiscalStart: horizon.fiscalStart ?? 1,
  });
}

function ownHistory({ team }: PlanRequest, periods: readonly Period[]): History {
  if (!team || team.members.length === 0) {
    throw new AttainError("request-invalid", { detail: "there is neither a ledger nor a team to plan for" });
  }
  return teamHistory(team, periods);
}

/** What the request knows about each leaf; leaves it does not know carry a full load. */
function factsOf(
  { team, ramp }: PlanRequest,
  past: ReadonlyMap<string, readonly number[]>,
  periods: readonly Period[],
): ReadonlyMap<string, LeafFacts> {
  const members = new Map(team?.members.map((member) => [member.path.join(" / "), member]));
  return new Map(
    [...past].map(([id, values]): [string, LeafFacts] => {
      const member = members.get(id);
      return [
        id,
        {
          past: values,
          weight: member?.weight ?? 0,
          headcount: member?.headcount ?? 1,
          load: loadOf(member ?? {}, periods, ramp ?? []),
        },
      ];
    }),
  );
}

/** Amounts typed by hand are locks: of the company's periods, and of units' totals. */
function typedLimits(
  { time, organisation }: PlanRequest,
  periods: readonly Period[],
  padding: readonly number[],
): Limit[] {
  const byPeriod =
    time?.kind === "amounts" && !padding.some((rate) => rate > 0)
      ? time.amounts.map((lock, p): Limit => ({ node: COMPANY_ID, period: periods[p]?.id ?? "", lock }))
      : [];
  const byUnit =
    organisation?.kind === "amounts"
      ? Object.entries(organisation.amounts).map(([node, lock]): Limit => ({ node, lock }))
      : [];
  return [...byPeriod, ...byUnit];
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

function planNode(
  unit: OrgNode,
  given: Given,
  facts: ReadonlyMap<string, LeafFacts>,
  step: number,
  periods: number,
): PlanNode {
  const children = unit.children.map((child) => planNode(child, given, facts, step, periods));
  const leaf = children.length === 0;
  const none = Array<number>(periods).fill(0);
  const history = leaf
    ? (facts.get(unit.id)?.past ?? none)
    : sumOf(
        children.map((child) => child.history),
        periods,
      );
  const target = leaf
    ? (given.leaves.get(unit.id) ?? none)
    : sumOf(
        children.map((child) => child.target),
        periods,
      ).map((value) => roundToStep(value, step));
  const owed = given.owed?.get(unit.id);
  const headcount = leaf ? (facts.get(unit.id)?.headcount ?? 1) : 1;
  return {
    id: unit.id,
    name: unit.name,
    level: unit.level,
    history,
    historyTotal: amount(sum(history)),
    target,
    total: roundToStep(sum(target), step),
    children,
    ...(owed === undefined ? {} : { owed }),
    ...(headcount === 1 ? {} : { headcount }),
  };
}

/** Without the residue that adding fractions leaves. */
function amount(value: number): number {
  return Math.round(value * 1e6) / 1e6;
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
