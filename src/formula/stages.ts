import { COMPARE_DIGITS, excelRound } from "./rounding";

/**
 * Arithmetic with fixed numbers done in one pass over a column:
 *
 *     x × scale + shift, ÷ divisor, counted in started units if asked, held between low and high,
 *     × weight + base, held between floor and ceiling
 *
 * Every step is the one the formula writes, in its order, so that no last digit differs: `w − l × x` is `x × −l + w`
 * with the same rounding.
 */
export interface Stage {
  scale: number;
  shift: number;
  divisor: number;
  started: boolean;
  low: number;
  high: number;
  weight: number;
  base: number;
  floor: number;
  ceiling: number;
}

/** A stage that changes nothing. */
export function emptyStage(): Stage {
  return {
    ...{ scale: 1, shift: 0, divisor: 1, started: false, low: -Infinity, high: Infinity },
    ...{ weight: 1, base: 0, floor: -Infinity, ceiling: Infinity },
  };
}

/** A stage made ready: `out[i]` becomes what it makes of `a[i]`; the two may be the same. */
export type Pass = (a: Float64Array, out: Float64Array) => void;

/** The shortest loop that does all the stage asks for. */
export function passOf(s: Stage): Pass {
  // Read from an array, numbers are known to the loops to be binary fractions, whole or not.
  const numbers = Float64Array.of(
    ...[s.scale, s.shift, s.divisor, s.low, s.high, s.weight, s.base, s.floor, s.ceiling],
  );
  const holds = s.low > -Infinity || s.high < Infinity || s.weight !== 1 || s.base !== 0;
  const holdsAgain = s.floor > -Infinity || s.ceiling < Infinity;
  const loop = s.started ? startedStage : holdsAgain ? wholeStage : holds ? heldStage : lineStage;
  return (a, out) => {
    loop(numbers, a, out);
  };
}

/**
 * What is out of bounds is a toss-up, and a branch the processor guesses wrong costs as much as ten steps. So the
 * value and the two bounds are laid side by side, and the answers to both questions give the place to read.
 */
const choice = new Float64Array(4);
const choiceAgain = new Float64Array(4);

function lineStage(numbers: Float64Array, a: Float64Array, out: Float64Array): void {
  const scale = numbers[0] ?? 1;
  const shift = numbers[1] ?? 0;
  const divisor = numbers[2] ?? 1;
  for (let i = 0; i < out.length; i += 1) out[i] = ((a[i] ?? 0) * scale + shift) / divisor + 0;
}

function heldStage(numbers: Float64Array, a: Float64Array, out: Float64Array): void {
  const scale = numbers[0] ?? 1;
  const shift = numbers[1] ?? 0;
  const divisor = numbers[2] ?? 1;
  const low = numbers[3] ?? 0;
  const high = numbers[4] ?? 0;
  const weight = numbers[5] ?? 1;
  const base = numbers[6] ?? 0;
  choice[1] = low;
  choice[2] = high;
  for (let i = 0; i < out.length; i += 1) {
    const x = ((a[i] ?? 0) * scale + shift) / divisor;
    choice[0] = x;
    out[i] = (choice[Number(x < low) + 2 * Number(x > high)] ?? 0) * weight + base;
  }
}

function wholeStage(numbers: Float64Array, a: Float64Array, out: Float64Array): void {
  const scale = numbers[0] ?? 1;
  const shift = numbers[1] ?? 0;
  const divisor = numbers[2] ?? 1;
  const low = numbers[3] ?? 0;
  const high = numbers[4] ?? 0;
  const weight = numbers[5] ?? 1;
  const base = numbers[6] ?? 0;
  const floor = numbers[7] ?? 0;
  const ceiling = numbers[8] ?? 0;
  choice[1] = low;
  choice[2] = high;
  choiceAgain[1] = floor;
  choiceAgain[2] = ceiling;
  for (let i = 0; i < out.length; i += 1) {
    const x = ((a[i] ?? 0) * scale + shift) / divisor;
    choice[0] = x;
    const y = (choice[Number(x < low) + 2 * Number(x > high)] ?? 0) * weight + base;
    choiceAgain[0] = y;
    out[i] = choiceAgain[Number(y < floor) + 2 * Number(y > ceiling)] ?? 0;
  }
}

function startedStage(numbers: Float64Array, a: Float64Array, out: Float64Array): void {
  const scale = numbers[0] ?? 1;
  const shift = numbers[1] ?? 0;
  const divisor = numbers[2] ?? 1;
  const low = numbers[3] ?? 0;
  const high = numbers[4] ?? 0;
  const weight = numbers[5] ?? 1;
  const base = numbers[6] ?? 0;
  const floor = numbers[7] ?? 0;
  const ceiling = numbers[8] ?? 0;
  choice[1] = low;
  choice[2] = high;
  choiceAgain[1] = floor;
  choiceAgain[2] = ceiling;
  for (let i = 0; i < out.length; i += 1) {
    const value = ((a[i] ?? 0) * scale + shift) / divisor;
    let x = Math.ceil(value);
    const short = x - value;
    // Rounding to nine digits matters only beside a whole number.
    if (!(short > 1e-8 && short < 1 - 1e-8 && Math.abs(value) < 1e6))
      x = 0 - Math.floor(0 - excelRound(value, COMPARE_DIGITS));
    choice[0] = x;
    const y = (choice[Number(x < low) + 2 * Number(x > high)] ?? 0) * weight + base;
    choiceAgain[0] = y;
    out[i] = choiceAgain[Number(y < floor) + 2 * Number(y > ceiling)] ?? 0;
  }
}
