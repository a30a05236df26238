import { allocateShares } from "./allocate/shares";
import type { Limit } from "./allocate/limits";
import type { Plan, PlanNode } from "./plan";
import type { Settle } from "./planRequest";
import { planLeaves, respread, withLeaves } from "./respread";
import { roundToStep } from "./steps";
import type { Member } from "./team";

/** What came from below, beside what came from above, and what was settled. */
export interface BottomUp {
  readonly method: Settle["kind"];
  /** The plan from above, as it was before settling. */
  readonly above: Plan;
  /** The proposals added up level by level, as a plan of their own. */
  readonly proposed: Plan;
  /** Leaves that proposed nothing: for them what came from above was taken. */
  readonly silent: readonly string[];
  readonly settled: Plan;
}

/**
 * Proposals from below against a plan from above. A proposal for the whole horizon follows the periods of the plan
 * from above. Whatever the method, what is settled adds up exactly on every level and both axes.
 *
 * @returns null when nobody proposed anything
 * @throws NoSolutionError when limits leave no solution for the settled amounts
 */
export function bottomUp(
  plan: Plan,
  members: readonly Member[],
  settle: Settle = { kind: "topDown" },
  limits: readonly Limit[] = [],
): BottomUp | null {
  const proposals = new Map(members.map(({ path, proposal }) => [path.join(" / "), proposal]));
  if ([...proposals.values()].every((proposal) => proposal === undefined)) return null;
  const proposed = withLeaves(plan, (leaf) => proposalOf(leaf, proposals.get(leaf.id), plan.step));
  return {
    method: settle.kind,
    above: plan,
    proposed,
    silent: planLeaves(plan.root)
      .filter(({ id }) => proposals.get(id) === undefined)
      .map(({ id }) => id),
    settled: SETTLERS[settle.kind](plan, proposed, limits, "part" in settle ? settle.part : 0),
  };
}

function proposalOf(
  leaf: PlanNode,
  proposal: readonly number[] | number | undefined,
  step: number,
): readonly number[] {
  if (proposal === undefined) return leaf.target;
  if (typeof proposal === "number") return allocateShares(roundToStep(proposal, step), leaf.target, { step });
  return leaf.target.map((_, p) => roundToStep(proposal[p] ?? 0, step));
}

type Settler = (plan: Plan, proposed: Plan, limits: readonly Limit[], part: number) => Plan;

const SETTLERS: Readonly<Record<Settle["kind"], Settler>> = {
  topDown: (plan) => plan,
  proposals: (plan, proposed, limits) => ({
    // Locks hold for proposals, too: the others then make up for what a lock took or gave.
    ...(limits.length > 0 ? respread(proposed, proposed.total, ({ target }) => target, limits) : proposed),
    given: "value",
    growth: growthOf(plan, proposed.total),
  }),
  scale: (plan, proposed, limits) => between(plan, proposed, limits, 1),
  between,
};

function between(plan: Plan, proposed: Plan, limits: readonly Limit[], part: number): Plan {
  const rows = new Map(planLeaves(proposed.root).map(({ id, target }) => [id, target]));
  const scale = proposed.total > 0 ? plan.total / proposed.total : 0;
  return respread(
    plan,
    plan.total,
    ({ id, target }) =>
      target.map((above, p) => (1 - part) * above + part * scale * Math.max(0, rows.get(id)?.[p] ?? 0)),
    limits,
  );
}

function growthOf({ root: { historyTotal } }: Plan, total: number): number | null {
  return historyTotal > 0 ? total / historyTotal - 1 : null;
}
