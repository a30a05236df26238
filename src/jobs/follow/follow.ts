import type { Plan, PlanNode } from "../../planning/plan";
import { periodLabel } from "../../planning/calendar";
import type { Lang } from "../../words";
import type { Results } from "../compute";
import type { FollowLine, FollowView } from "../types";

/** As the page that follows the plan has it: yellow down to 10 % below the target. */
const TOLERANCE = 0.1;

/**
 * How a plan stands after some months: what was due, what was reached, the year at this pace, and what each month left
 * now needs. The same rules as on the page, see `src/sheets/follow/tracker.ts`.
 */
export function followView({ plan, year, reached }: Results, lang: Lang): FollowView | undefined {
  if (!plan || !reached) return undefined;
  const { asOf, actuals } = reached;
  const line = lineOf(plan, asOf, actuals);
  const leaves = leavesOf(plan.root, "");
  const known = plan.periods.flatMap((_, month) =>
    [...actuals.values()].some((amounts) => (amounts[month] ?? 0) !== 0) ? [month + 1] : [],
  );
  const top = plan.levels.length > 1 ? plan.root.children : [];
  return {
    year,
    through: asOf,
    known,
    months: plan.periods.map((period) => periodLabel(period, lang)),
    total: line(plan.root, ""),
    units: top.map((node) => line(node, "")),
    people: leaves.map(({ node, unit }) => line(node, unit)),
  };
}

function lineOf(
  { periods }: Plan,
  asOf: number,
  actuals: ReadonlyMap<string, readonly number[]>,
): (node: PlanNode, unit: string) => FollowLine {
  const reachedBy = (node: PlanNode): number =>
    node.children.length > 0
      ? node.children.reduce((sum, child) => sum + reachedBy(child), 0)
      : sum((actuals.get(node.id) ?? []).slice(0, asOf));
  return (node, unit) => {
    const target = sum(node.target.slice(0, asOf));
    const actual = reachedBy(node);
    const attainment = target > 0 ? actual / target : undefined;
    const left = periods.length - asOf;
    return {
      name: node.name,
      unit,
      target,
      actual,
      yearTarget: node.total,
      ...(attainment === undefined || asOf === 0 ? {} : { attainment }),
      light: asOf === 0 ? "none" : lightOf(attainment),
      ...(asOf > 0 && target > 0 ? { forecast: (actual * node.total) / target } : {}),
      ...(left > 0 ? { need: Math.max(0, node.total - actual) / left } : {}),
    };
  };
}

function lightOf(attainment: number | undefined): FollowLine["light"] {
  if (attainment === undefined) return "none";
  return attainment >= 1 ? "reached" : attainment >= 1 - TOLERANCE ? "near" : "behind";
}

function leavesOf(node: PlanNode, unit: string): { node: PlanNode; unit: string }[] {
  if (node.children.length === 0) return [{ node, unit }];
  return node.children.flatMap((child) => leavesOf(child, node.level === 0 ? child.name : unit));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
