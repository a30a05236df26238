import { BLANK, BOOLEAN, NUMBER, isConstant, type Column } from "../column";

/**
 * What a function does with columns. Vectors arrive as columns of their own length; `isCell` says which arguments are
 * references, since Excel treats what stands in a cell and what was just computed differently.
 */
export type EvaluateColumns = (args: readonly Column[], rows: number, isCell: readonly boolean[]) => Column;

/** How many rows the result of these arguments has: one when all are constant. */
export function rowsOf(args: readonly Column[], rows: number): number {
  return args.every(isConstant) ? 1 : rows;
}

/** An argument by its place, from 0. */
export function argument(args: readonly Column[], place: number): Column {
  const arg = args[place];
  if (!arg) throw new RangeError(`Argument ${place + 1} is missing`);
  return arg;
}

/** A column that arithmetic takes as it stands: its `numbers` are what it counts as. */
export function isNumeric({ kinds }: Column): boolean {
  return kinds === NUMBER || kinds === BOOLEAN || kinds === BLANK;
}

/** Four sums at a time, so that none waits for the one before: 0 × infinity and 0 × NaN are NaN and stay it. */
export function allFinite(numbers: Float64Array): boolean {
  let [a, b, c, d] = [0, 0, 0, 0];
  const whole = numbers.length - (numbers.length % 4);
  for (let i = 0; i < whole; i += 4) {
    a += (numbers[i] ?? 0) * 0;
    b += (numbers[i + 1] ?? 0) * 0;
    c += (numbers[i + 2] ?? 0) * 0;
    d += (numbers[i + 3] ?? 0) * 0;
  }
  for (let i = whole; i < numbers.length; i += 1) a += (numbers[i] ?? 0) * 0;
  return a + b + c + d === 0;
}
