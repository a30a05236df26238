import type { AllocationNode } from "./allocate/grid";
import type { Limit } from "./allocate/limits";
import { allocateTree, amounts, totalOf } from "./allocate/tree";
import { roundToStep } from "./steps";

export interface Given {
  /** What each leaf is given, by period. */
  readonly leaves: ReadonlyMap<string, readonly number[]>;
  /** What each unit owes the one above it; only with padding. */
  readonly owed?: ReadonlyMap<string, number>;
}

export interface PaddedRequest {
  readonly root: AllocationNode;
  readonly periods: readonly string[];
  readonly total: number;
  readonly step: number;
  readonly limits: readonly Limit[];
  /** Fractions by level from the top: `[0.05]` gives the first level 105 % of what the company owes. */
  readonly padding: readonly number[];
}

/**
 * A total given out with more on the way down than is owed upwards. Every unit's children owe it together exactly
 * what it gives out: what it owes itself, with its level's padding, rounded to the step. Between two padded levels
 * amounts add up as without padding.
 *
 * Locks and bounds hold within the unit that gives out: a lock on a rep is made room for among their neighbours, not
 * by moving another unit's part.
 *
 * @throws NoSolutionError, AttainError as {@link allocateTree}
 */
export function allocatePadded(request: PaddedRequest): Given {
  const padded = request.padding.flatMap((rate, index) => (rate > 0 ? [index + 1] : []));
  const leaves = new Map<string, readonly number[]>();
  if (padded.length === 0) {
    const plan = allocateTree(request);
    for (const leaf of leavesOf(request.root)) leaves.set(leaf.id, amounts(plan, leaf.id));
    return { leaves };
  }
  const owed = new Map<string, number>([[request.root.id, request.total]]);
  giveOut(request.root, 0, padded, request, { leaves, owed });
  return { leaves, owed };
}

interface Collected {
  readonly leaves: Map<string, readonly number[]>;
  readonly owed: Map<string, number>;
}

/** Hands a unit's part down to the next padded level, and from there on each unit its own. */
function giveOut(
  unit: AllocationNode,
  depth: number,
  padded: readonly number[],
  request: PaddedRequest,
  into: Collected,
): void {
  const { step, periods } = request;
  const rate = padded.includes(depth + 1) ? (request.padding[depth] ?? 0) : 0;
  const total = roundToStep((into.owed.get(unit.id) ?? 0) * (1 + rate), step);
  const stop = padded.find((level) => level > depth + 1);
  const root = stop === undefined ? unit : cutAt(unit, depth, stop - 1);
  const inside = new Set(nodesOf(root).map(({ id }) => id));
  const limits = request.limits.filter(
    ({ node, period }) => inside.has(node) && (node !== unit.id || (rate > 0 && period !== undefined)),
  );
  const plan = allocateTree({ root, periods, total, step, limits });
  const visit = (node: AllocationNode, original: AllocationNode, at: number): void => {
    if (node.id !== unit.id) into.owed.set(node.id, totalOf(plan, node.id));
    const below = original.children ?? [];
    if ((node.children ?? []).length > 0) {
      const byId = new Map(below.map((child) => [child.id, child]));
      for (const child of node.children ?? []) visit(child, byId.get(child.id) ?? child, at + 1);
    } else if (below.length > 0) giveOut(original, at, padded, request, into);
    else into.leaves.set(node.id, amounts(plan, node.id));
  };
  visit(root, unit, depth);
}

/** The tree down to a depth; what is below is added up into its cells. */
function cutAt(node: AllocationNode, depth: number, last: number): AllocationNode {
  const children = node.children ?? [];
  if (children.length === 0) return node;
  if (depth < last) return { id: node.id, children: children.map((child) => cutAt(child, depth + 1, last)) };
  return { id: node.id, weights: summedWeights(node) };
}

function summedWeights(node: AllocationNode): readonly number[] {
  const children = node.children ?? [];
  if (children.length === 0) return node.weights ?? [];
  const rows = children.map(summedWeights);
  return (rows[0] ?? []).map((_, p) => rows.reduce((sum, row) => sum + (row[p] ?? 0), 0));
}

function nodesOf(node: AllocationNode): AllocationNode[] {
  return [node, ...(node.children ?? []).flatMap(nodesOf)];
}

function leavesOf(node: AllocationNode): AllocationNode[] {
  const children = node.children ?? [];
  return children.length === 0 ? [node] : children.flatMap(leavesOf);
}
