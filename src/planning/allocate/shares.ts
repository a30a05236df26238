import { AttainError } from "../../errors";
import { fromSteps, toSteps } from "../steps";
import { byKey } from "./keys";
import { nearestWhole } from "./nearest";

export interface ShareOptions {
  /** Smallest amount that is given out: 1, 10, 0.1. Default 1. */
  readonly step?: number;
  /** Names that settle ties, one per weight; without them the earlier position wins. */
  readonly keys?: readonly string[];
}

/**
 * `total` given out in proportion to `weights`, in whole steps that add up to it exactly: every part is its ideal
 * share rounded down or up, and the largest remainders go up (Hamilton's method).
 *
 * When all weights are zero nobody has a claim over another and the split is even.
 *
 * @param total in units, a multiple of the step
 * @param weights not negative; they need not add up to anything
 * @throws AttainError `request-invalid` for a negative weight or a total that is no multiple of the step
 * @example allocateShares(2500, [1, 1, 1, 1, 1, 1, 1, 1]) // [313, 313, 313, 313, 312, 312, 312, 312]
 */
export function allocateShares(
  total: number,
  weights: readonly number[],
  options: ShareOptions = {},
): number[] {
  const step = options.step ?? 1;
  const steps = toSteps(total, step);
  const order = byKey(weights.length, options.keys);
  // In the order of keys, so that the order of rows cannot change a digit of the sum.
  const ordered = Float64Array.from(order, (position) => weight(weights[position]));
  const sum = ordered.reduce((a, b) => a + b, 0);
  const ideals =
    sum > 0 ? ordered.map((share) => (steps * share) / sum) : ordered.fill(steps / weights.length);
  const parts = new Float64Array(ideals.length);
  const free = { lo: ideals.map(() => -Infinity), hi: ideals.map(() => Infinity) };
  nearestWhole(steps, ideals, free.lo, free.hi, parts);
  const result = weights.map(() => 0);
  order.forEach((position, rank) => (result[position] = fromSteps(parts[rank] ?? 0, step)));
  return result;
}

function weight(value: number | undefined): number {
  if (value !== undefined && value >= 0 && Number.isFinite(value)) return value;
  throw new AttainError("request-invalid", { detail: `a weight is ${value}; weights are zero or more` });
}
