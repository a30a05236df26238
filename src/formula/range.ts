import { NUMBER, isConstant, type Column, type Range } from "./column";

/** Between which numbers a column lies, where that is known without looking at its rows. */
export function rangeOf(column: Column): Range | undefined {
  if (column.range ?? column.kinds !== NUMBER) return column.range;
  const only = column.numbers[0];
  return isConstant(column) && only !== undefined ? { low: only, high: only } : undefined;
}

/** The same, found by looking at every row where it must be; undefined for other columns than of numbers. */
export function foundRange(column: Column): Range | undefined {
  const known = rangeOf(column);
  if (known || column.kinds !== NUMBER) return known;
  const { numbers } = column;
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < numbers.length; i += 1) {
    const value = numbers[i] ?? 0;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return rangeBetween(low, high);
}

/** A range, unless one of its ends is not finite. */
export function rangeBetween(one: number, other: number): Range | undefined {
  const low = Math.min(one, other);
  const high = Math.max(one, other);
  return low - low === 0 && high - high === 0 ? { low, high } : undefined;
}

/**
 * The range of `a ∘ b` for an operation that only rises or only falls in each of the two: its ends are at the corners.
 * Rounding of binary fractions keeps order, so the corners hold every row to the last digit.
 *
 * @returns undefined when one of the two is not known or a corner is not finite
 */
export function cornersOf(
  single: (x: number, y: number) => number,
  a: Column,
  b: Column,
  divides: boolean,
): Range | undefined {
  const [x, y] = [rangeOf(a), rangeOf(b)];
  if (!x || !y || (divides && y.low <= 0 && y.high >= 0)) return undefined;
  const [p, q] = [single(x.low, y.low), single(x.low, y.high)];
  const [r, s] = [single(x.high, y.low), single(x.high, y.high)];
  return rangeBetween(Math.min(p, q, r, s), Math.max(p, q, r, s));
}

/** The range of what rises with each of its arguments. */
export function risingRange(
  single: (...numbers: number[]) => number,
  columns: readonly Column[],
): Range | undefined {
  const lows: number[] = [];
  const highs: number[] = [];
  for (const column of columns) {
    const range = rangeOf(column);
    if (!range) return undefined;
    lows.push(range.low);
    highs.push(range.high);
  }
  return rangeBetween(single(...lows), single(...highs));
}
