import { room } from "../buffers";
import { ColumnWriter, DIV0, NUMBER, isConstant, numberColumn, type Column, type Range } from "../column";
import type { PairLoop } from "../loops";
import { cornersOf, rangeBetween, rangeOf } from "../range";
import { toNumber } from "../values";
import { allFinite, isNumeric, rowsOf } from "./arguments";

/**
 * Arithmetic on two columns. Plain numbers take the loop; where another kind, a zero divisor or an overflow turns up,
 * rows are worked one by one with Excel's conversions and errors.
 *
 * @param neutral as the second number changes nothing: + 0, × 1
 */
export function arithmetic(
  loop: PairLoop,
  single: (x: number, y: number) => number,
  neutral: number,
  divides = false,
) {
  return ([a, b]: readonly Column[], rows: number): Column => {
    if (!a || !b) throw new RangeError("Two arguments expected");
    if (a.kinds === NUMBER && b.kinds === NUMBER && isConstant(b) && b.numbers[0] === neutral) return a;
    const length = rowsOf([a, b], rows);
    if (isNumeric(a) && isNumeric(b)) {
      const out = room(length);
      loop(a.numbers, isConstant(a) ? 0 : 1, b.numbers, isConstant(b) ? 0 : 1, out);
      const range = cornersOf(single, a, b, divides);
      if (range ?? allFinite(out)) return numberColumn(out, range);
    }
    const writer = new ColumnWriter(length);
    for (let i = 0; i < length; i += 1) {
      const x = toNumber(a, i);
      const y = toNumber(b, i);
      if ("error" in x) writer.putError(i, x.error);
      else if ("error" in y) writer.putError(i, y.error);
      else if (divides && y.number === 0) writer.putError(i, DIV0);
      else writer.putNumber(i, single(x.number, y.number));
    }
    return writer.done();
  };
}

/**
 * Functions of numbers, each argument converted as arithmetic does. The result may be an error's place.
 *
 * @param loop the same over plain numbers; what it does must rise with its first argument
 */
export function numeric(
  single: (...numbers: number[]) => number | { readonly error: number },
  loop?: PairLoop,
) {
  return (args: readonly Column[], rows: number): Column => {
    const length = rowsOf(args, rows);
    const plain = args.every(isNumeric) ? plainNumbers(single, args, length, loop) : undefined;
    if (plain) return plain;
    const writer = new ColumnWriter(length);
    const numbers: number[] = [];
    for (let i = 0; i < length; i += 1) {
      let error = -1;
      args.forEach((arg, k) => {
        const value = toNumber(arg, i);
        if ("number" in value) numbers[k] = value.number;
        else if (error < 0) error = value.error;
      });
      if (error >= 0) writer.putError(i, error);
      else {
        const result = single(...numbers);
        if (typeof result === "number") writer.putNumber(i, result);
        else writer.putError(i, result.error);
      }
    }
    return writer.done();
  };
}

/** One or two columns of nothing but numbers, without conversions; undefined when a result is an error after all. */
function plainNumbers(
  single: (...numbers: number[]) => number | { readonly error: number },
  [a, b, ...more]: readonly Column[],
  length: number,
  loop: PairLoop | undefined,
): Column | undefined {
  if (!a || more.length > 0) return undefined;
  const out = room(length);
  const [x, y] = [a.numbers, b?.numbers];
  const [stepX, stepY] = [isConstant(a) ? 0 : 1, b && !isConstant(b) ? 1 : 0];
  if (loop) {
    loop(x, stepX, y ?? x, stepY, out);
    const range = !b || isConstant(b) ? risenRange(single, a, y?.[0] ?? 0) : undefined;
    return (range ?? allFinite(out)) ? numberColumn(out, range) : undefined;
  }
  for (let i = 0, j = 0, k = 0; i < length; i += 1, j += stepX, k += stepY) {
    const result = y ? single(x[j] ?? 0, y[k] ?? 0) : single(x[j] ?? 0);
    if (typeof result !== "number") return undefined;
    out[i] = result + 0;
  }
  return allFinite(out) ? numberColumn(out) : undefined;
}

/** The range of what rises with its first argument. */
function risenRange(
  single: (...numbers: number[]) => number | { readonly error: number },
  column: Column,
  second: number,
): Range | undefined {
  const range = rangeOf(column);
  if (!range) return undefined;
  const [low, high] = [single(range.low, second), single(range.high, second)];
  return typeof low === "number" && typeof high === "number" ? rangeBetween(low, high) : undefined;
}

/** Excel's POWER: 0 to a negative power divides by zero, a root of a negative number is no number. */
export function power(base: number, exponent: number): number {
  return base === 0 && exponent < 0 ? Number.NaN : base ** exponent;
}

export const roundAway = (x: number, digits: number): number => {
  const scale = 10 ** Math.trunc(digits);
  const scaled = Number((Math.abs(x) * scale).toPrecision(15));
  return (Math.sign(x) * Math.ceil(scaled)) / scale;
};

export const roundToZero = (x: number, digits: number): number => {
  const scale = 10 ** Math.trunc(digits);
  return (Math.sign(x) * Math.floor(Number((Math.abs(x) * scale).toPrecision(15)))) / scale;
};
