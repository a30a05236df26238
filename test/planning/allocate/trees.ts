import fc from "fast-check";
import type { AllocationNode } from "../../../src/planning/allocate/grid";
import type { Limit } from "../../../src/planning/allocate/limits";
import type { TreeRequest } from "../../../src/planning/allocate/tree";

/** Random uneven trees over a few periods, some with empty cells and some with large differences. */
export const requests: fc.Arbitrary<TreeRequest> = fc.integer({ min: 1, max: 7 }).chain((periods) => {
  const weight = fc.oneof(
    { weight: 1, arbitrary: fc.constant(0) },
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 1000 }) },
  );
  const leaf = fc
    .array(weight, { minLength: periods, maxLength: periods })
    .map((weights): Shape => ({ weights }));
  const { tree } = fc.letrec<{ tree: Shape }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4, depthSize: "small" },
      leaf,
      fc.array(tie("tree"), { minLength: 1, maxLength: 5 }).map((children): Shape => ({ children })),
    ),
  }));
  return fc
    .record({
      shape: tree,
      total: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 1e7 })),
    })
    .map(({ shape, total }) => ({
      root: named(shape, "r"),
      periods: Array.from({ length: periods }, (_, p) => `p${p}`),
      total,
    }));
});

interface Shape {
  readonly weights?: readonly number[];
  readonly children?: readonly Shape[];
}

function named(shape: Shape, id: string): AllocationNode {
  return shape.children
    ? { id, children: shape.children.map((child, index) => named(child, `${id}.${index}`)) }
    : { id, weights: shape.weights ?? [] };
}

/** The same tree with every list of children turned round. */
export function turned(node: AllocationNode): AllocationNode {
  return node.children ? { ...node, children: node.children.map(turned).reverse() } : node;
}

export function nodesOf(node: AllocationNode): AllocationNode[] {
  return [node, ...(node.children ?? []).flatMap(nodesOf)];
}

/** Small enough to try everything: three leaves under two levels, two periods, a handful of units. */
export const SMALL_TREE: AllocationNode = {
  id: "all",
  children: [
    { id: "a", weights: [3, 2] },
    {
      id: "team",
      children: [
        { id: "b", weights: [1, 1] },
        { id: "c", weights: [2, 0] },
      ],
    },
  ],
};
export const SMALL_PERIODS = ["p", "q"];
export const SMALL_LEAVES: Readonly<Record<string, readonly string[]>> = {
  all: ["a", "b", "c"],
  a: ["a"],
  team: ["b", "c"],
  b: ["b"],
  c: ["c"],
};

export const smallLimits: fc.Arbitrary<Limit[]> = fc.array(
  fc
    .record({
      node: fc.constantFrom("all", "a", "team", "b", "c"),
      period: fc.constantFrom("p", "q", undefined),
      kind: fc.constantFrom("lock" as const, "min" as const, "max" as const),
      value: fc.integer({ min: 0, max: 4 }),
    })
    .map(({ node, period, kind, value }): Limit => ({ node, ...(period ? { period } : {}), [kind]: value })),
  { maxLength: 6 },
);

/** Whether any whole numbers keep all limits (and the total, when given), by trying them all. */
export function solvable(limits: readonly Limit[], total: number | null, highest: number): boolean {
  const cells: Record<string, number> = {};
  const places = ["a p", "a q", "b p", "b q", "c p", "c q"];
  const amount = (node: string, period: string | undefined): number => {
    let sum = 0;
    for (const leaf of SMALL_LEAVES[node] ?? [])
      for (const p of period ? [period] : SMALL_PERIODS) sum += cells[`${leaf} ${p}`] ?? 0;
    return sum;
  };
  const kept = ({ node, period, lock, min, max }: Limit): boolean => {
    const value = amount(node, period);
    return (
      (lock === undefined || value === lock) &&
      (min === undefined || value >= min) &&
      (max === undefined || value <= max)
    );
  };
  const fill = (place: number, left: number): boolean => {
    const name = places[place];
    if (name === undefined) return (total === null || left === 0) && limits.every(kept);
    for (let value = 0; value <= Math.min(left, highest); value++) {
      cells[name] = value;
      if (fill(place + 1, left - value)) return true;
    }
    cells[name] = 0;
    return false;
  };
  return fill(0, total ?? Infinity);
}
