import { at } from "./grid";

/** A run of cells in a larger array: `count` of them from `start`, `stride` apart. */
export interface Run {
  readonly start: number;
  readonly count: number;
  readonly stride: number;
}

/**
 * The factor that makes clamp(factor × weight, lo, hi) add up to `total` over a run. The sum is piecewise linear and
 * rising in the factor, so a guarded Newton search meets it in a handful of steps.
 *
 * @returns 0 or Infinity when the bounds leave the total out of reach
 */
function spreadFactor(
  total: number,
  weight: Float64Array,
  lo: Float64Array,
  hi: Float64Array,
  run: Run,
): number {
  let free = 0;
  const end = run.start + run.count * run.stride;
  for (let i = run.start; i < end; i += run.stride) free += at(weight, i);
  if (free <= 0) return 0;
  let below = 0;
  let above = Infinity;
  let factor = Math.max(0, total / free);
  for (let round = 0; round < 200; round++) {
    let sum = 0;
    let slope = 0;
    for (let i = run.start; i < end; i += run.stride) {
      const amount = factor * at(weight, i);
      if (amount <= at(lo, i)) sum += at(lo, i);
      else if (amount >= at(hi, i)) sum += at(hi, i);
      else {
        sum += amount;
        slope += at(weight, i);
      }
    }
    const miss = total - sum;
    if (Math.abs(miss) <= 1e-9 * Math.max(1, Math.abs(total))) return factor;
    if (miss > 0) below = factor;
    else above = factor;
    let next = slope > 0 ? factor + miss / slope : NaN;
    if (!(next > below && next < above))
      next = above < Infinity ? (below + above) / 2 : Math.max(1, factor) * 4;
    if (next === factor || next > 1e15) break;
    factor = next;
  }
  return factor > 1e14 ? Infinity : factor;
}

/** clamp(factor × weight, lo, hi) for one cell; a cell without weight stays at its lower bound. */
function clamped(factor: number, weight: number, lo: number, hi: number): number {
  const amount = weight > 0 ? factor * weight : 0;
  return Math.min(hi, Math.max(lo, amount));
}

/**
 * `total` spread in proportion to `weight` as far as bounds allow. When those with weight are full, the rest goes
 * evenly to those without: bounds have asked for it. When nothing has room the result falls short.
 *
 * @example spread(100, [50, 30, 20], [0, 0, 40], [Infinity, …]) // [37.5, 22.5, 40]
 */
export function spread(
  total: number,
  weight: Float64Array,
  lo: Float64Array,
  hi: Float64Array,
): Float64Array {
  const run = { start: 0, count: weight.length, stride: 1 };
  const factor = spreadFactor(total, weight, lo, hi, run);
  const amounts = weight.map((share, i) => clamped(factor, share, at(lo, i), at(hi, i)));
  const rest = total - amounts.reduce((a, b) => a + b, 0);
  if (rest <= 1e-6 * Math.max(1, Math.abs(total))) return amounts;
  const idle = weight.map((share) => (share > 0 ? 0 : 1));
  if (idle.every((open) => open === 0)) return amounts;
  const idleLo = amounts.map((amount, i) => (idle[i] === 1 ? at(lo, i) : amount));
  const idleHi = amounts.map((amount, i) => (idle[i] === 1 ? at(hi, i) : amount));
  const again = spreadFactor(total, idle, idleLo, idleHi, run);
  return amounts.map((amount, i) => (idle[i] === 1 ? clamped(again, 1, at(lo, i), at(hi, i)) : amount));
}

/**
 * A table re-spread to new row and column totals within cell bounds, as near in proportion to `ideal` as can be:
 * iterative proportional fitting with clamping, which is x = clamp(a[row] × b[column] × ideal). Ends on columns, so
 * those are met; rows are met as far as bounds and zeros allow.
 */
export function fit(
  rows: number,
  columns: number,
  ideal: Float64Array,
  lo: Float64Array,
  hi: Float64Array,
  rowTotal: Float64Array,
  columnTotal: Float64Array,
): Float64Array {
  const byRow = new Float64Array(rows).fill(1);
  const byColumn = new Float64Array(columns).fill(1);
  const weight = new Float64Array(ideal.length);
  for (let round = 0; round < 80; round++) {
    weigh(weight, ideal, columns, null, byColumn);
    for (let r = 0; r < rows; r++) {
      byRow[r] = usable(
        spreadFactor(at(rowTotal, r), weight, lo, hi, { start: r * columns, count: columns, stride: 1 }),
      );
    }
    weigh(weight, ideal, columns, byRow, null);
    for (let c = 0; c < columns; c++) {
      byColumn[c] = usable(
        spreadFactor(at(columnTotal, c), weight, lo, hi, { start: c, count: rows, stride: columns }),
      );
    }
    let off = 0;
    for (let r = 0; r < rows; r++) {
      let sum = 0;
      for (let c = 0, cell = r * columns; c < columns; c++, cell++) {
        sum += clamped(at(byColumn, c), at(weight, cell), at(lo, cell), at(hi, cell));
      }
      off = Math.max(off, Math.abs(sum - at(rowTotal, r)));
    }
    if (off < 0.01) break;
  }
  return weight.map((w, cell) => clamped(at(byColumn, cell % columns), w, at(lo, cell), at(hi, cell)));
}

function weigh(
  weight: Float64Array,
  ideal: Float64Array,
  columns: number,
  byRow: Float64Array | null,
  byColumn: Float64Array | null,
): void {
  for (let cell = 0, r = 0; cell < ideal.length; r++) {
    for (let c = 0; c < columns; c++, cell++) {
      weight[cell] = at(ideal, cell) * (byRow ? at(byRow, r) : 1) * (byColumn ? at(byColumn, c) : 1);
    }
  }
}

/** Factors stay finite and above zero, so that one row or column that cannot be met does not wipe out the others. */
function usable(factor: number): number {
  return Math.min(1e12, Math.max(1e-12, factor));
}
