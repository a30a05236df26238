import { AttainError } from "../../errors";
import { toSteps } from "../steps";
import { at, type Grid } from "./grid";

/** A lock or bound on one cell, or on a unit's total over all periods when `period` is left out. Amounts in units. */
export interface Limit {
  readonly node: string;
  readonly period?: string;
  /** Exactly this much. */
  readonly lock?: number;
  readonly min?: number;
  readonly max?: number;
}

export type LimitKind = "total" | "lock" | "min" | "max";

/** Lower and upper bounds in steps, for cells and for totals; nothing is negative unless a limit says so. */
export interface Bounds {
  readonly lo: Float64Array;
  readonly hi: Float64Array;
  readonly totalLo: Float64Array;
  readonly totalHi: Float64Array;
}

export function freeBounds(nodes: number, periods: number): Bounds {
  return {
    lo: new Float64Array(nodes * periods),
    hi: new Float64Array(nodes * periods).fill(Infinity),
    totalLo: new Float64Array(nodes),
    totalHi: new Float64Array(nodes).fill(Infinity),
  };
}

/**
 * Limits as bounds on the grid, the company total (in steps; null leaves it free) among them. Several limits on one place all hold; two locks that
 * differ leave `lo` above `hi`, which the search for a solution reports as the conflict it is.
 *
 * @throws AttainError `request-invalid` for an unknown unit or period, or an amount that is no multiple of the step
 */
export function boundsOf(
  limits: readonly Limit[],
  grid: Grid,
  periods: readonly string[],
  total: number | null,
  step: number,
): Bounds {
  const bounds = freeBounds(grid.ids.length, grid.periods);
  if (total !== null) {
    bounds.totalLo[0] = total;
    bounds.totalHi[0] = total;
  }
  const periodIndex = new Map(periods.map((id, index) => [id, index]));
  for (const limit of limits) {
    const node = grid.indexOf.get(limit.node);
    if (node === undefined) throw new AttainError("request-invalid", { detail: `no unit “${limit.node}”` });
    const low = limit.lock ?? limit.min;
    const high = limit.lock ?? limit.max;
    if (limit.period === undefined) {
      tighten(bounds.totalLo, bounds.totalHi, node, low, high, step);
      continue;
    }
    const period = periodIndex.get(limit.period);
    if (period === undefined)
      throw new AttainError("request-invalid", { detail: `no period “${limit.period}”` });
    tighten(bounds.lo, bounds.hi, node * grid.periods + period, low, high, step);
  }
  return bounds;
}

function tighten(
  lo: Float64Array,
  hi: Float64Array,
  place: number,
  low: number | undefined,
  high: number | undefined,
  step: number,
): void {
  if (low !== undefined) lo[place] = Math.max(at(lo, place), toSteps(low, step));
  if (high !== undefined) hi[place] = Math.min(at(hi, place), toSteps(high, step));
}

/** Bounds that keep every place at its ideal rounded down or up, as far as `bounds` allow. */
export function withinOne(grid: Grid, bounds: Bounds): Bounds {
  const floor = (ideal: number): number => Math.floor(ideal + 1e-7);
  const ceil = (ideal: number): number => Math.ceil(ideal - 1e-7);
  return {
    lo: bounds.lo.map((low, cell) => Math.max(low, floor(at(grid.ideal, cell)))),
    hi: bounds.hi.map((high, cell) => Math.min(high, ceil(at(grid.ideal, cell)))),
    totalLo: bounds.totalLo.map((low, node) => Math.max(low, floor(at(grid.idealTotal, node)))),
    totalHi: bounds.totalHi.map((high, node) => Math.min(high, ceil(at(grid.idealTotal, node)))),
  };
}
