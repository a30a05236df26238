import { cellRef } from "../../formula/references";
import type { Limit } from "../../planning/allocate/limits";
import { planNodes, type Plan, type PlanNode } from "../../planning/plan";
import type { PlanRequest } from "../../planning/planRequest";
import { roundToStep } from "../../planning/steps";
import { say, type Lang, type Phrase } from "../../words";
import { targetsLayout } from "./targetsLayout";
import type { GridValue } from "../readBack";

/** What people typed over a target sheet. */
export interface TypedTargets {
  /** One for each cell that no longer says what the plan said, or what its children add up to. */
  readonly limits: readonly Limit[];
  /** When the total or the growth at the top was changed. */
  readonly total?: PlanRequest["total"];
  readonly mistakes: readonly { readonly where: string; readonly what: string }[];
}

const W = {
  moved: {
    "zh-CN": "这里应是“{name}”，却是“{found}”：请恢复各行的次序",
    "en-US": "should be “{name}”, not “{found}”: put the rows back in order",
  },
  number: {
    "zh-CN": "应为不小于 0 的数字，而不是“{found}”",
    "en-US": "must be a number, zero or more, not “{found}”",
  },
  step: { "zh-CN": "{found} 不是 {step} 的整数倍", "en-US": "{found} is not a multiple of {step}" },
} as const satisfies Record<string, Phrase>;

/**
 * Reads a target sheet back. A leaf's cell that differs from the plan was typed and becomes a lock; so was a sum that
 * is no longer what stands below it. What nobody touched stays free.
 *
 * @param grid the sheet's values from A1 on, formulas by their results
 * @param plan the plan the sheet was made from
 */
export function readTargets(
  grid: readonly (readonly GridValue[])[],
  plan: Plan,
  sheet: string,
  lang: Lang,
): TypedTargets {
  const { rows, columns, rowOf } = targetsLayout(plan, sheet);
  const mistakes: { where: string; what: string }[] = [];
  const limits: Limit[] = [];
  const at = (row: number, column: number): GridValue => grid[row]?.[column] ?? null;
  const wrong = (row: number, column: number, what: Phrase, found: GridValue): null => {
    mistakes.push({
      where: `${sheet}!${cellRef(row, column)}`,
      what: say(what, lang, { found: found ?? "", step: plan.step } as Record<string, string | number>),
    });
    return null;
  };
  const amount = (row: number, column: number): number | null => {
    const found = at(row, column);
    if (found === null || found === "") return 0;
    if (typeof found !== "number" || found < 0) return wrong(row, column, W.number, found);
    const rounded = roundToStep(found, plan.step);
    return Math.abs(rounded - found) > plan.step * 1e-6 ? wrong(row, column, W.step, found) : rounded;
  };
  const differs = (a: number, b: number): boolean => Math.abs(a - b) > plan.step * 1e-6;
  const added = (values: readonly number[]): number =>
    roundToStep(
      values.reduce((sum, value) => sum + value, 0),
      plan.step,
    );

  for (const { id, name } of planNodes(plan.root)) {
    const row = rowOf.get(id) ?? 0;
    const found = String(at(row, columns.name) ?? "").trim();
    if (found !== name.trim())
      mistakes.push({
        where: `${sheet}!${cellRef(row, columns.name)}`,
        what: say(W.moved, lang, { name, found }),
      });
  }
  if (mistakes.length > 0) return { limits, mistakes };

  /** What a unit's periods say now, its own typing included. */
  const visit = (node: PlanNode): readonly number[] => {
    const row = rowOf.get(node.id) ?? 0;
    const children = node.children.map(visit);
    const periods = plan.periods.map(({ id }, p) => {
      const column = columns.firstPeriod + p;
      const found = amount(row, column);
      const expected =
        children.length > 0 ? added(children.map((child) => child[p] ?? 0)) : (node.target[p] ?? 0);
      if (found === null) return expected;
      if (differs(found, expected)) limits.push({ node: node.id, period: id, lock: found });
      return found;
    });
    const total = amount(row, columns.total);
    if (total !== null && node.level > 0 && differs(total, added(periods)))
      limits.push({ node: node.id, lock: total });
    return periods;
  };
  visit(plan.root);
  const total = typedTotal(plan, at(rows.tiles, columns.name), at(rows.tiles, columns.growthTile));
  return { limits: limits.reverse(), mistakes, ...(total ? { total } : {}) };
}

function typedTotal(plan: Plan, value: GridValue, growth: GridValue): PlanRequest["total"] | undefined {
  const asked = plan.owed ?? plan.total;
  if (plan.given === "growth" && typeof growth === "number" && Math.abs(growth - (plan.growth ?? 0)) > 1e-9)
    return { growth };
  return typeof value === "number" && Math.abs(value - asked) > plan.step * 1e-6 ? { value } : undefined;
}
