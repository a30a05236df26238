import { AttainError } from "../errors";

/** Decimal places needed to write a multiple of `step`: 0 for 1 or 10, 1 for 0.1. */
export function decimalsOf(step: number): number {
  for (let places = 0; places <= 9; places++) {
    if (Math.abs(step * 10 ** places - Math.round(step * 10 ** places)) < 1e-9) return places;
  }
  return 9;
}

/** How far from a whole number of steps an amount may be and still count as one: float noise, nothing more. */
const NOISE = 1e-6;

/**
 * `amount` as a whole number of steps.
 *
 * @throws AttainError `request-invalid` when it is not a multiple of the step.
 * @example toSteps(12.3, 0.1) // 123
 */
export function toSteps(amount: number, step: number): number {
  const steps = amount / step;
  const whole = Math.round(steps);
  if (!Number.isFinite(steps) || Math.abs(steps - whole) > NOISE) {
    throw new AttainError("request-invalid", { detail: `${amount} is not a multiple of the step ${step}` });
  }
  return whole;
}

/**
 * Steps back to the unit, without float residue.
 *
 * @example fromSteps(123, 0.1) // 12.3
 */
export function fromSteps(steps: number, step: number): number {
  return Number((steps * step).toFixed(decimalsOf(step)));
}

/**
 * The multiple of `step` nearest to `amount`, halves away from zero.
 *
 * @example roundToStep(12_006_640.8, 1) // 12006641
 */
export function roundToStep(amount: number, step: number): number {
  const steps = Math.abs(amount) / step;
  // 1.005 / 0.01 is 100.49999999999999: lift by noise before rounding, so that written halves count as halves.
  return fromSteps(Math.sign(amount) * Math.floor(steps + 0.5 + 1e-9 * Math.max(1, steps * 1e-3)), step);
}
