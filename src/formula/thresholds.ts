import { NUMBER, kindAt, type Column } from "./column";
import { COMPARE_DIGITS, excelRound } from "./rounding";
import { toText } from "./values";

/** Bounds a value can pass, in any order. */
export interface Thresholds {
  readonly bounds: Float64Array;
  /** 1 where a bound must be exceeded, 0 where reaching it is enough. */
  readonly strict: Uint8Array;
}

/**
 * A bound of its own side `>` must be exceeded, any other is passed when reached. Only numbers are bounds: the words of
 * the lowest band (“below”) and empty cells are passed by nobody.
 */
export function thresholdsOf(bounds: Column, sides: Column): Thresholds {
  const list = Array.from(bounds.numbers, (bound, k) => {
    const side = toText(sides, k);
    return { bound, counts: kindAt(bounds, k) === NUMBER, strict: "text" in side && side.text === ">" };
  }).filter((entry) => entry.counts);
  return {
    bounds: Float64Array.from(list, ({ bound }) => bound),
    strict: Uint8Array.from(list, (entry) => (entry.strict ? 1 : 0)),
  };
}

/** How many bounds the value has passed, held against them with nine decimals. */
export function passedBy(value: number, { bounds, strict }: Thresholds): number {
  const held = excelRound(value, COMPARE_DIGITS);
  let count = 0;
  for (let k = 0; k < bounds.length; k += 1) {
    const bound = bounds[k] ?? 0;
    if (held > bound || (held === bound && strict[k] === 0)) count += 1;
  }
  return count;
}

/** Beside a bound the nine decimals matter; anywhere else the value itself answers. */
const near = (bound: number): number => 2e-9 + Math.abs(bound) * 4e-14;

/** How many are compared side by side; there are seldom more. */
const FEW = 4;

/** `out[i]` becomes what stands in `table` at how many bounds `a[i]` has passed. */
export function lookUpPassed(
  thresholds: Thresholds,
  table: Float64Array,
  a: Float64Array,
  out: Float64Array,
): void {
  const { bounds } = thresholds;
  const margin = bounds.reduce((most, bound) => Math.max(most, near(bound)), 0);
  if (bounds.length > FEW) lookUpMany(thresholds, margin, table, a, out);
  else lookUpFew(thresholds, margin, table, a, out);
}

function lookUpFew(
  thresholds: Thresholds,
  margin: number,
  table: Float64Array,
  a: Float64Array,
  out: Float64Array,
): void {
  // Nobody passes infinity.
  const all = Float64Array.of(Infinity, Infinity, Infinity, Infinity, margin);
  all.set(thresholds.bounds);
  const b0 = all[0] ?? 0;
  const b1 = all[1] ?? 0;
  const b2 = all[2] ?? 0;
  const b3 = all[3] ?? 0;
  const close = all[4] ?? 0;
  for (let i = 0; i < out.length; i += 1) {
    const value = a[i] ?? 0;
    const g0 = value - b0;
    const g1 = value - b1;
    const g2 = value - b2;
    const g3 = value - b3;
    if (Math.abs(g0) < close || Math.abs(g1) < close || Math.abs(g2) < close || Math.abs(g3) < close)
      out[i] = table[passedBy(value, thresholds)] ?? 0;
    else out[i] = table[Number(g0 > 0) + Number(g1 > 0) + Number(g2 > 0) + Number(g3 > 0)] ?? 0;
  }
}

function lookUpMany(
  thresholds: Thresholds,
  margin: number,
  table: Float64Array,
  a: Float64Array,
  out: Float64Array,
): void {
  const { bounds } = thresholds;
  for (let i = 0; i < out.length; i += 1) {
    const value = a[i] ?? 0;
    let count = 0;
    let close = 0;
    for (let k = 0; k < bounds.length; k += 1) {
      const gap = value - (bounds[k] ?? 0);
      count += Number(gap > 0);
      close += Number(Math.abs(gap) < margin);
    }
    out[i] = table[close === 0 ? count : passedBy(value, thresholds)] ?? 0;
  }
}
