import { AttainError } from "../errors";
import { compareKeys } from "./allocate/keys";
import { planNodes, type Plan, type PlanNode } from "./plan";
import type { RateMeasure } from "./planRequest";
import { planLeaves } from "./respread";
import { fromSteps } from "./steps";
import type { Member } from "./team";

/** A rate for every unit: leaves' own, above them the mean weighted by the main measure. */
export interface RatePlan {
  readonly measure: RateMeasure;
  readonly step: number;
  readonly units: ReadonlyMap<string, RateOfUnit>;
}

export interface RateOfUnit {
  readonly rate: number;
  /** Where the unit stands now; null when that is not known. */
  readonly present: number | null;
  /** How much it counts in the mean above it. */
  readonly weight: number;
  readonly locked: boolean;
}

/**
 * Rates that reconcile: the leaves' mean, weighted by what each has to reach of the main measure, is the company's
 * target. Leaves are rounded to the step like shares are, largest remainder first, until the mean reaches the target;
 * it is then over by less than one leaf's step.
 *
 * @throws AttainError `no-solution` when locks and the rates there can be leave the target out of reach
 * @example ratePlan(plan, { kind: "rate", name: "Collection", target: 0.9, method: "points" }, team.members)
 */
export function ratePlan(plan: Plan, measure: RateMeasure, members: readonly Member[] = []): RatePlan {
  const { name, target, step = 0.001 } = measure;
  const known = new Map(members.map((member) => [member.path.join(" / "), member.measures?.[name]]));
  const leaves = planLeaves(plan.root);
  const weights = new Map(leaves.map(({ id, total }) => [id, known.get(id)?.weight ?? total]));
  if ([...weights.values()].every((weight) => weight === 0))
    for (const id of weights.keys()) weights.set(id, 1);
  const presents = new Map(leaves.map(({ id }) => [id, known.get(id)?.rate ?? null]));
  const locks = lockedLeaves(plan.root, measure.locks ?? {});
  const rates = reconcile(leaves.map(({ id }) => id).sort(compareKeys), {
    measure,
    step,
    weights,
    presents,
    locks,
  });
  const units = new Map<string, RateOfUnit>();
  const visit = (node: PlanNode): void => {
    node.children.forEach(visit);
    if (node.children.length === 0) {
      units.set(node.id, {
        rate: rates.get(node.id) ?? target,
        present: presents.get(node.id) ?? null,
        weight: weights.get(node.id) ?? 0,
        locked: locks.has(node.id),
      });
      return;
    }
    const below = node.children.flatMap(({ id }) => units.get(id) ?? []);
    units.set(node.id, {
      rate: weightedMean(below.map(({ rate, weight }) => [rate, weight])) ?? target,
      present: weightedMean(
        below.flatMap(({ present, weight }) => (present === null ? [] : [[present, weight]])),
      ),
      weight: below.reduce((sum, { weight }) => sum + weight, 0),
      locked: false,
    });
  };
  visit(plan.root);
  return { measure, step, units };
}

interface Reconciling {
  readonly measure: RateMeasure;
  readonly step: number;
  readonly weights: ReadonlyMap<string, number>;
  readonly presents: ReadonlyMap<string, number | null>;
  readonly locks: ReadonlyMap<string, number>;
}

function reconcile(ids: readonly string[], how: Reconciling): ReadonlyMap<string, number> {
  const { measure, step, weights, presents, locks } = how;
  const { target, min = 0, max = 1, lowerIsBetter = false } = measure;
  const mean = weightedMean(
    ids
      .map((id) => [presents.get(id) ?? NaN, weights.get(id) ?? 0])
      .filter(([rate]) => !Number.isNaN(rate)) as [number, number][],
  );
  const present = (id: string): number => presents.get(id) ?? mean ?? target;
  const move = MOVES[measure.method ?? "same"];
  const at = (id: string, by: number): number =>
    locks.get(id) ?? Math.min(max, Math.max(min, move(present(id), by, { min, max, lowerIsBetter })));
  const whole = ids.reduce((sum, id) => sum + (weights.get(id) ?? 0), 0);
  const off = (rate: (id: string) => number): number =>
    ids.reduce((sum, id) => sum + (weights.get(id) ?? 0) * (rate(id) - target), 0) / whole;
  const [low, high] = REACH[measure.method ?? "same"](min, max);
  const rising = off((id) => at(id, high)) >= off((id) => at(id, low));
  const [least, most] = rising ? [low, high] : [high, low];
  if (off((id) => at(id, most)) < -step / 2 || off((id) => at(id, least)) > step / 2) {
    throw new AttainError("no-solution", {
      detail: `${measure.name}: ${percent(target)} ∉ [${percent(target + off((id) => at(id, least)))}, ${percent(target + off((id) => at(id, most)))}]`,
    });
  }
  // The mean moves one way with `by`: halving finds where it meets the target, to the last digit.
  let [below, above] = [least, most];
  for (let round = 0; round < 200; round++) {
    const middle = (below + above) / 2;
    if (off((id) => at(id, middle)) < 0) below = middle;
    else above = middle;
  }
  return rounded(ids, (id) => at(id, above), off, how);
}

type Move = (
  present: number,
  by: number,
  range: { readonly min: number; readonly max: number; readonly lowerIsBetter: boolean },
) => number;

const MOVES: Readonly<Record<NonNullable<RateMeasure["method"]>, Move>> = {
  same: (_, by) => by,
  points: (present, by) => present + by,
  gap: (present, by, { min, max, lowerIsBetter }) => present + by * ((lowerIsBetter ? min : max) - present),
};

/** How far a method can move at most, either way. */
const REACH: Readonly<
  Record<NonNullable<RateMeasure["method"]>, (min: number, max: number) => readonly [number, number]>
> = {
  same: (min, max) => [min, max],
  points: (min, max) => [min - max, max - min],
  gap: () => [-1e3, 1],
};

/** Down (up, where less is better) to the step, then back by largest remainder until the mean is good enough. */
function rounded(
  ids: readonly string[],
  ideal: (id: string) => number,
  off: (rate: (id: string) => number) => number,
  { measure: { lowerIsBetter = false }, step, locks }: Reconciling,
): ReadonlyMap<string, number> {
  const sign = lowerIsBetter ? -1 : 1;
  const steps = new Map(ids.map((id) => [id, sign * Math.floor((sign * ideal(id)) / step + 1e-6)]));
  const rest = (id: string): number =>
    Math.round(sign * (ideal(id) / step - (steps.get(id) ?? 0)) * 1e6) / 1e6;
  const rate = (id: string): number => locks.get(id) ?? fromSteps(steps.get(id) ?? 0, step);
  const order = ids
    .filter((id) => !locks.has(id) && rest(id) > 0)
    .sort((a, b) => rest(b) - rest(a) || compareKeys(a, b));
  for (const id of order) {
    if (sign * off(rate) >= -1e-12) break;
    steps.set(id, (steps.get(id) ?? 0) + sign);
  }
  return new Map(ids.map((id) => [id, rate(id)]));
}

/** A lock on a unit holds for every leaf below it that has none of its own. */
function lockedLeaves(root: PlanNode, locks: Readonly<Record<string, number>>): ReadonlyMap<string, number> {
  const known = new Set(planNodes(root).map(({ id }) => id));
  for (const id of Object.keys(locks))
    if (!known.has(id)) throw new AttainError("request-invalid", { detail: `no unit “${id}”` });
  const found = new Map<string, number>();
  const visit = (node: PlanNode, inherited: number | undefined): void => {
    const own = locks[node.id] ?? inherited;
    if (node.children.length === 0 && own !== undefined) found.set(node.id, own);
    for (const child of node.children) visit(child, own);
  };
  visit(root, undefined);
  return found;
}

function weightedMean(values: readonly (readonly number[])[]): number | null {
  let [sum, weight] = [0, 0];
  for (const [value = 0, counts = 0] of values) {
    sum += value * counts;
    weight += counts;
  }
  return weight > 0 ? sum / weight : null;
}

function percent(value: number): string {
  return `${Math.round(value * 1e4) / 100}%`;
}
