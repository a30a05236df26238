import type { AllocationNode } from "./allocate/grid";
import type { Limit } from "./allocate/limits";
import { allocateShares } from "./allocate/shares";
import { allocateTree, amounts } from "./allocate/tree";
import type { Plan, PlanNode } from "./plan";
import { roundToStep } from "./steps";

/**
 * The same plan with other amounts for its leaves; everything above them is added up anew.
 *
 * @param leaf what a leaf has in each period, in multiples of the step
 */
export function withLeaves(plan: Plan, leaf: (node: PlanNode) => readonly number[]): Plan {
  const renew = ({ owed: _, ...node }: PlanNode): PlanNode => {
    const children = node.children.map(renew);
    const target =
      children.length === 0
        ? leaf(node)
        : node.target.map((_, p) =>
            roundToStep(
              children.reduce((sum, child) => sum + (child.target[p] ?? 0), 0),
              plan.step,
            ),
          );
    const total = roundToStep(
      target.reduce((a, b) => a + b, 0),
      plan.step,
    );
    return { ...node, children, target, total };
  };
  const root = owing(renew(plan.root), plan.owed, plan);
  return { ...plan, root, total: root.total };
}

/**
 * The plan's tree given another total, or shared out by other claims, exact as the first time.
 *
 * @param claim what each leaf's periods weigh; nothing negative
 * @throws NoSolutionError when limits contradict one another
 */
export function respread(
  plan: Plan,
  total: number,
  claim: (node: PlanNode) => readonly number[],
  limits: readonly Limit[] = [],
): Plan {
  const tree = (node: PlanNode): AllocationNode =>
    node.children.length > 0
      ? { id: node.id, children: node.children.map(tree) }
      : { id: node.id, weights: claim(node) };
  const allocation = allocateTree({
    root: tree(plan.root),
    periods: plan.periods.map(({ id }) => id),
    total,
    step: plan.step,
    limits,
  });
  return withLeaves(plan, ({ id }) => amounts(allocation, id));
}

/**
 * With padding: what each unit owes now that the leaves have other amounts. A unit's children owe together what it
 * gives out, each in proportion to what its leaves were given.
 */
function owing(node: PlanNode, owed: number | undefined, plan: Plan): PlanNode {
  if (owed === undefined) return node;
  const out = roundToStep(owed * (1 + (plan.padding?.[node.level] ?? 0)), plan.step);
  const parts = allocateShares(
    out,
    node.children.map(({ total }) => total),
    { step: plan.step, keys: node.children.map(({ id }) => id) },
  );
  return { ...node, owed, children: node.children.map((child, i) => owing(child, parts[i], plan)) };
}

/** The leaves of a plan, in the order of the page. */
export function planLeaves(node: PlanNode): PlanNode[] {
  return node.children.length === 0 ? [node] : node.children.flatMap(planLeaves);
}
