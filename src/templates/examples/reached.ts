import { planNodes, type Plan, type PlanNode } from "../../planning/plan";

/** Some are ahead, some behind, one far behind: how much of its targets each reaches. */
const PACE = [1.04, 0.97, 0.93, 1.12, 1.01, 0.78, 0.96, 1.06] as const;

/**
 * Made-up actuals of the first months, by the id of the unit that carries the targets: 75 % to 115 % of them.
 *
 * @param closed months that are over
 */
export function exampleActuals(plan: Plan, closed: number): ReadonlyMap<string, readonly number[]> {
  const leaves = planNodes(plan.root).filter(({ children }) => children.length === 0);
  return new Map(leaves.map((leaf, i) => [leaf.id, reached(leaf, i, closed)]));
}

function reached({ target }: PlanNode, index: number, closed: number): number[] {
  const pace = PACE[index % PACE.length] ?? 1;
  return target
    .slice(0, closed)
    .map((amount, month) => Math.round(amount * (pace + ((month % 3) - 1) * 0.03)));
}
