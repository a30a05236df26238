import { planNodes, type Plan } from "../../src/planning/plan";
import type { MixPlan } from "../../src/planning/mix";

export const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const near = (value: number): number => Math.round(value * 1e6) / 1e6;

/** Children add up to their parent and periods to the total, on every level. */
export function expectExact(plan: Plan): void {
  for (const node of planNodes(plan.root)) {
    expect(near(sum(node.target))).toBe(node.total);
    for (const value of node.target) expect(near(value / plan.step) % 1).toBe(0);
    if (node.children.length === 0) continue;
    plan.periods.forEach((_, p) =>
      expect(near(sum(node.children.map((child) => child.target[p] ?? 0)))).toBe(node.target[p]),
    );
  }
}

/** Parts add up to the plan's cell, children to their parent part by part. */
export function expectMixExact(plan: Plan, mix: MixPlan): void {
  for (const node of planNodes(plan.root)) {
    const rows = mix.cells.get(node.id) ?? [];
    plan.periods.forEach((_, p) => {
      expect(near(sum(rows.map((row) => row[p] ?? 0)))).toBe(node.target[p]);
      if (node.children.length === 0) return;
      rows.forEach((row, k) =>
        expect(near(sum(node.children.map((child) => mix.cells.get(child.id)?.[k]?.[p] ?? 0)))).toBe(row[p]),
      );
    });
  }
}
