import { COMPARE_DIGITS, ROUNDING_LIFT, excelRound } from "./rounding";
import { compareNumbers } from "./values";

/**
 * The innermost loops over plain numbers. Each side steps by 1, or by 0 when it is one value for all rows. They are
 * written out one by one: a loop that calls a function it was handed runs several times slower.
 */
export type PairLoop = (
  a: Float64Array,
  stepA: number,
  b: Float64Array,
  stepB: number,
  out: Float64Array,
) => void;

/**
 * Which of two values a row takes is a toss-up, and a branch the processor guesses wrong costs as much as ten steps. So
 * both are laid side by side and the answer, as 0 or 1, is the place to read.
 */
const sides = new Float64Array(2);

export const least: PairLoop = (a, stepA, b, stepB, out) => {
  for (let i = 0, j = 0, k = 0; i < out.length; i += 1, j += stepA, k += stepB) {
    const x = a[j] ?? 0;
    const y = b[k] ?? 0;
    sides[0] = x;
    sides[1] = y;
    out[i] = sides[Number(y < x)] ?? 0;
  }
};

export const greatest: PairLoop = (a, stepA, b, stepB, out) => {
  for (let i = 0, j = 0, k = 0; i < out.length; i += 1, j += stepA, k += stepB) {
    const x = a[j] ?? 0;
    const y = b[k] ?? 0;
    sides[0] = x;
    sides[1] = y;
    out[i] = sides[Number(y > x)] ?? 0;
  }
};

export const added: PairLoop = (a, stepA, b, stepB, out) => {
  if (stepA === 1 && stepB === 1) for (let i = 0; i < out.length; i += 1) out[i] = (a[i] ?? 0) + (b[i] ?? 0);
  else
    for (let i = 0, j = 0, k = 0; i < out.length; i += 1, j += stepA, k += stepB)
      out[i] = (a[j] ?? 0) + (b[k] ?? 0);
};

export const subtracted: PairLoop = (a, stepA, b, stepB, out) => {
  for (let i = 0, j = 0, k = 0; i < out.length; i += 1, j += stepA, k += stepB)
    out[i] = (a[j] ?? 0) - (b[k] ?? 0);
};

/** Adding 0 makes a zero below 0 the one and only zero. */
export const multiplied: PairLoop = (a, stepA, b, stepB, out) => {
  for (let i = 0, j = 0, k = 0; i < out.length; i += 1, j += stepA, k += stepB)
    out[i] = (a[j] ?? 0) * (b[k] ?? 0) + 0;
};

export const divided: PairLoop = (a, stepA, b, stepB, out) => {
  if (stepA === 1 && stepB === 1)
    for (let i = 0; i < out.length; i += 1) out[i] = (a[i] ?? 0) / (b[i] ?? 0) + 0;
  else
    for (let i = 0, j = 0, k = 0; i < out.length; i += 1, j += stepA, k += stepB)
      out[i] = (a[j] ?? 0) / (b[k] ?? 0) + 0;
};

/** Four columns added from the left; the sum may be written over the first. */
export function fourAdded(
  a: Float64Array,
  b: Float64Array,
  c: Float64Array,
  d: Float64Array,
  out: Float64Array,
): void {
  for (let i = 0; i < out.length; i += 1) out[i] = (a[i] ?? 0) + (b[i] ?? 0) + (c[i] ?? 0) + (d[i] ?? 0);
}

/** Five columns added from the left; the sum may be written over the first. */
export function fiveAdded(
  a: Float64Array,
  b: Float64Array,
  c: Float64Array,
  d: Float64Array,
  e: Float64Array,
  out: Float64Array,
): void {
  for (let i = 0; i < out.length; i += 1)
    out[i] = (a[i] ?? 0) + (b[i] ?? 0) + (c[i] ?? 0) + (d[i] ?? 0) + (e[i] ?? 0);
}

/** Leaves 1 where this is true as well. */
export function allLoop(out: Float64Array, numbers: Float64Array): void {
  for (let i = 0; i < out.length; i += 1) if (numbers[i] === 0) out[i] = 0;
}

/** Puts 1 where this is true. */
export function anyLoop(out: Float64Array, numbers: Float64Array): void {
  for (let i = 0; i < out.length; i += 1) if (numbers[i] !== 0) out[i] = 1;
}

/** 1 where the pair's order is one of those asked for, as Excel sees it: equal in 15 digits is equal. */
export function compareLoop(below: number, equal: number, above: number): PairLoop {
  const answers = Float64Array.of(below, above, equal);
  return (a, stepA, b, stepB, out) => {
    for (let i = 0, j = 0, k = 0; i < out.length; i += 1, j += stepA, k += stepB) {
      const x = a[j] ?? 0;
      const y = b[k] ?? 0;
      const gap = x - y;
      const close = Number(Math.abs(gap) <= 1e-14 * (Math.abs(x) + Math.abs(y)));
      // Equal is common and easily seen; only what is nearly so needs a closer look.
      if ((close & Number(gap !== 0)) === 0) out[i] = answers[Number(gap > 0) + 2 * Number(gap === 0)] ?? 0;
      else {
        const order = compareNumbers(x, y);
        out[i] = order === 0 ? equal : order < 0 ? below : above;
      }
    }
  };
}

/** ROUND with the lift over binary noise, where all rows have the same digits. */
export const roundLoop: PairLoop = (a, stepA, b, stepB, out) => {
  const places = Math.trunc(b[0] ?? 0);
  if (stepB !== 0 || places < 0 || places > 9) {
    for (let i = 0, j = 0, k = 0; i < out.length; i += 1, j += stepA, k += stepB)
      out[i] = excelRound((a[j] ?? 0) * ROUNDING_LIFT, b[k] ?? 0);
    return;
  }
  const scale = Number(`1e${places}`);
  for (let i = 0, j = 0; i < out.length; i += 1, j += stepA) {
    const value = (a[j] ?? 0) * ROUNDING_LIFT;
    const scaled = Math.abs(value) * scale;
    const whole = Math.floor(scaled);
    const rest = scaled - whole;
    // Only near a half, or beyond 15 digits, is a closer look needed.
    if (scaled < 1e15 && Math.abs(rest - 0.5) >= 1e-5) {
      const size = (whole + Number(rest > 0.5)) / scale;
      out[i] = value < 0 ? 0 - size : size;
    } else out[i] = excelRound(value, places);
  }
};

/** ROUND to the digits that count when a value is held against a bound. */
export const heldLoop: PairLoop = (a, stepA, _b, _stepB, out) => {
  const scale = 10 ** COMPARE_DIGITS;
  for (let i = 0, j = 0; i < out.length; i += 1, j += stepA) {
    const value = a[j] ?? 0;
    const scaled = Math.abs(value) * scale;
    const whole = Math.floor(scaled);
    const rest = scaled - whole;
    if (scaled < 1e15 && Math.abs(rest - 0.5) >= 1e-5) {
      const size = (whole + Number(rest > 0.5)) / scale;
      out[i] = value < 0 ? 0 - size : size;
    } else out[i] = excelRound(value, COMPARE_DIGITS);
  }
};

/** Started units. Rounding to nine digits matters only beside a whole number. */
export const startedLoop: PairLoop = (a, stepA, _b, _stepB, out) => {
  for (let i = 0, j = 0; i < out.length; i += 1, j += stepA) {
    const value = a[j] ?? 0;
    const up = Math.ceil(value);
    const short = up - value;
    out[i] =
      short > 1e-8 && short < 1 - 1e-8 && Math.abs(value) < 1e6
        ? up + 0
        : 0 - Math.floor(0 - excelRound(value, COMPARE_DIGITS));
  }
};

/** One of two numbers a row. */
export function chooseLoop(
  condition: Float64Array,
  then: Float64Array,
  stepThen: number,
  otherwise: Float64Array,
  stepOtherwise: number,
  out: Float64Array,
): void {
  for (let i = 0, j = 0, k = 0; i < out.length; i += 1, j += stepThen, k += stepOtherwise) {
    sides[0] = then[j] ?? 0;
    sides[1] = otherwise[k] ?? 0;
    out[i] = sides[Number(condition[i] === 0)] ?? 0;
  }
}
