import { AttainError } from "../../errors";
import type { Limit } from "../allocate/limits";
import { planNodes, type Plan, type PlanNode } from "../plan";
import { planLeaves, respread, withLeaves } from "../respread";
import { roundToStep } from "../steps";

/** How a plan is changed when part of its time is over. Rates are fractions; amounts in the plan's unit. */
export interface RevisionRequest {
  /** Id of the last closed period: `2018-03`. Left out: nothing is closed yet. */
  readonly closed?: string;
  /** What closed periods hold from now on: what was reached (default), or the targets as they were. */
  readonly freeze?: "actual" | "target";
  /** What was reached in closed periods, by leaf id. Needed for `actual`. */
  readonly actuals?: ReadonlyMap<string, readonly (number | null)[]>;
  /** The new total, or its growth on the old one. Left out: the total is kept. */
  readonly total?: { readonly value: number } | { readonly growth: number };
  /**
   * Who makes up for closed periods: every unit for itself, so that its own year stays (`own`, default), or all in the
   * proportions of the old plan (`shared`).
   */
  readonly carry?: "own" | "shared";
  /** Amounts of the year handed from one unit to another. */
  readonly moves?: readonly Move[];
  readonly limits?: readonly Limit[];
  /** Why. Asked for whenever the total changes. */
  readonly reason?: string;
}

export interface Move {
  /** Unit ids; neither is inside the other. */
  readonly from: string;
  readonly to: string;
  readonly amount: number;
}

export interface Revision {
  readonly old: Plan;
  readonly plan: Plan;
  /** How many periods from the first are closed. */
  readonly closed: number;
}

/**
 * The plan after a change: closed periods frozen, the rest spread again, exact on every level and both axes.
 *
 * @throws AttainError `unknown-name` for an unknown period, `request-invalid` for an unknown unit, missing actuals, a changed total without a
 *   reason, or a total that closed periods have already passed
 * @throws NoSolutionError when limits and moves contradict one another
 * @example revise(plan, { closed: "2018-03", actuals, reason: "…" }).plan.total === plan.total // the year is kept
 */
export function revise(old: Plan, request: RevisionRequest): Revision {
  const closed = closedPeriods(old, request.closed);
  const total = newTotal(old, request);
  if (total !== old.total && !request.reason?.trim())
    throw invalid(`the total changes from ${old.total} to ${total}: say why`);
  const frozen = withLeaves(old, (leaf) => [
    ...frozenPart(leaf, closed, request, old.step),
    ...leaf.target.slice(closed),
  ]);
  const rest = restOf(frozen, closed);
  const left = roundToStep(total - sum(frozen.root.target.slice(0, closed)), old.step);
  if (left < 0)
    throw invalid(`closed periods already hold ${roundToStep(total - left, old.step)} of ${total}`);
  if (rest.periods.length === 0 && left !== 0)
    throw invalid(`no period is open to take the ${left} that are left`);
  if (rest.periods.length === 0) return { old, plan: frozen, closed };
  const wanted = wantedRest(old, frozen, closed, request);
  const spread = respread(
    rest,
    left,
    claimOf(wanted, frozen, closed),
    limitsOfRest(old, frozen, closed, request),
  );
  const open = new Map(planLeaves(spread.root).map(({ id, target }) => [id, target]));
  const plan = withLeaves(frozen, ({ id, target }) => [...target.slice(0, closed), ...(open.get(id) ?? [])]);
  return { old, plan: { ...plan, given: "value", growth: growthOf(plan) }, closed };
}

function closedPeriods({ periods }: Plan, id: string | undefined): number {
  if (id === undefined) return 0;
  const at = periods.findIndex((period) => period.id === id);
  if (at < 0)
    throw new AttainError("unknown-name", {
      name: id,
      known: periods.map((period) => period.id).join(", "),
    });
  return at + 1;
}

function newTotal(old: Plan, { total }: RevisionRequest): number {
  if (!total) return old.total;
  return "value" in total ? total.value : roundToStep(old.total * (1 + total.growth), old.step);
}

function frozenPart(
  leaf: PlanNode,
  closed: number,
  request: RevisionRequest,
  step: number,
): readonly number[] {
  const targets = leaf.target.slice(0, closed);
  if ((request.freeze ?? "actual") === "target") return targets;
  const reached = request.actuals?.get(leaf.id);
  return targets.map((_, p) => {
    const actual = reached?.[p];
    if (actual === undefined || actual === null)
      throw invalid(
        `“${leaf.name}” has no actual for closed period ${p + 1}; freeze targets instead, or enter it`,
      );
    return roundToStep(actual, step);
  });
}

/** The plan without its closed periods. */
function restOf(plan: Plan, closed: number): Plan {
  const cut = (node: PlanNode): PlanNode => {
    const target = node.target.slice(closed);
    return {
      ...node,
      history: node.history.slice(closed),
      target,
      total: roundToStep(sum(target), plan.step),
      children: node.children.map(cut),
    };
  };
  const root = cut(plan.root);
  return { ...plan, periods: plan.periods.slice(closed), root, total: root.total };
}

/** What each leaf should carry in the open periods, before it is made whole and exact. Nothing is negative. */
function wantedRest(
  old: Plan,
  frozen: Plan,
  closed: number,
  { carry = "own", moves = [], total }: RevisionRequest,
): Map<string, number> {
  const scale = total && old.total > 0 ? newTotal(old, { total }) / old.total : 1;
  const before = new Map(planNodes(old.root).map((node) => [node.id, node]));
  const wanted = new Map(
    planLeaves(frozen.root).map((leaf): [string, number] => {
      const year = (before.get(leaf.id)?.total ?? 0) * scale;
      const own = year - sum(leaf.target.slice(0, closed));
      return [leaf.id, Math.max(0, carry === "own" ? own : sum(leaf.target.slice(closed)))];
    }),
  );
  for (const { from, to, amount } of moves) {
    shift(wanted, leavesUnder(frozen, from), -amount);
    shift(wanted, leavesUnder(frozen, to), amount);
  }
  return wanted;
}

/** Adds an amount to a unit's leaves in proportion to what they carry. */
function shift(wanted: Map<string, number>, leaves: readonly PlanNode[], amount: number): void {
  const whole = leaves.reduce((total, { id }) => total + (wanted.get(id) ?? 0), 0);
  if (whole + amount < 0) throw invalid(`only ${whole} is left to move`);
  for (const { id } of leaves) {
    const share = whole > 0 ? (wanted.get(id) ?? 0) / whole : 1 / leaves.length;
    wanted.set(id, (wanted.get(id) ?? 0) + amount * share);
  }
}

function leavesUnder(plan: Plan, id: string): PlanNode[] {
  const unit = planNodes(plan.root).find((node) => node.id === id);
  if (!unit) throw invalid(`no unit “${id}”`);
  return planLeaves(unit);
}

/** A leaf's rest follows the old plan's shape, or the company's where it had nothing. */
function claimOf(
  wanted: ReadonlyMap<string, number>,
  { root }: Plan,
  closed: number,
): (leaf: PlanNode) => readonly number[] {
  const company = root.target.slice(closed);
  return (leaf) => {
    const own = sum(leaf.target) > 0 ? leaf.target : sum(company) > 0 ? company : company.map(() => 1);
    const whole = sum(own);
    return own.map((part) => ((wanted.get(leaf.id) ?? 0) * part) / whole);
  };
}

/** Limits on a year become limits on what is left of it; moves hold both units' years where they should be. */
function limitsOfRest(
  old: Plan,
  frozen: Plan,
  closed: number,
  { limits = [], moves = [] }: RevisionRequest,
): Limit[] {
  const gone = new Map(
    planNodes(frozen.root).map((node) => [node.id, sum(node.target.slice(0, closed))] as const),
  );
  const closedIds = new Set(old.periods.slice(0, closed).map(({ id }) => id));
  const years = new Map<string, number>();
  const before = new Map(planNodes(old.root).map((node) => [node.id, node.total]));
  for (const { from, to, amount } of moves) {
    years.set(from, (years.get(from) ?? before.get(from) ?? 0) - amount);
    years.set(to, (years.get(to) ?? before.get(to) ?? 0) + amount);
  }
  const all = [...limits, ...[...years].map(([node, lock]): Limit => ({ node, lock }))];
  return all.map((limit) => {
    if (limit.period !== undefined) {
      if (closedIds.has(limit.period)) throw invalid(`“${limit.node}” ${limit.period} is closed`);
      return limit;
    }
    const less = (amount: number | undefined) =>
      amount === undefined ? undefined : roundToStep(amount - (gone.get(limit.node) ?? 0), old.step);
    const [lock, min, max] = [less(limit.lock), less(limit.min), less(limit.max)];
    return {
      node: limit.node,
      ...(lock === undefined ? {} : { lock }),
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
    };
  });
}

function growthOf({ total, root: { historyTotal } }: Plan): number | null {
  return historyTotal > 0 ? total / historyTotal - 1 : null;
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

function invalid(detail: string): AttainError {
  return new AttainError("request-invalid", { detail });
}
