import { fromSteps, toSteps } from "../steps";
import { boundsWithin, cutInBoxes } from "./boxes";
import { contradictions, noSolution } from "./conflicts";
import { at, flatten, rowTotals, type AllocationNode, type Grid } from "./grid";
import { boundsOf, withinOne, type Bounds, type Limit } from "./limits";
import { nearestWhole } from "./nearest";
import { repair, type Cut } from "./repair";
import { fit, spread } from "./spread";
import { fillTable } from "./table";

export interface TreeRequest {
  readonly root: AllocationNode;
  /** Ids of the periods, in order; every leaf has one weight for each. */
  readonly periods: readonly string[];
  /** In units, a multiple of the step. */
  readonly total: number;
  /** Smallest amount that is given out. Default 1. */
  readonly step?: number;
  readonly limits?: readonly Limit[];
}

/** Whole steps for every unit and period. Cells are `node * periods + period` in the grid's order of nodes. */
export interface Allocation {
  readonly grid: Grid;
  readonly step: number;
  readonly cells: Float64Array;
  readonly totals: Float64Array;
}

/**
 * A total given out over a tree and over periods at once, in whole steps that add up on every level and both axes.
 *
 * Without limits every amount – cells, units' totals, periods' totals, on every level – is its ideal share rounded
 * down or up. Totals come before cells: the company's periods and each unit's share of its parent's total are
 * largest-remainder roundings; the cells then are the nearest whole numbers that agree with them. With limits the
 * shares that are free are re-spread in proportion, as near to the ideals as the limits allow, and rounded the same
 * way. Order of the input changes nothing: ties are settled by id, among periods by time.
 *
 * @throws NoSolutionError naming the limits that contradict one another
 * @throws AttainError `request-invalid` for unknown ids, negative weights, amounts that are no multiples of the step
 * @example
 * const plan = allocateTree({ root: { id: "all", children: [{ id: "a", weights: [1, 1] }, { id: "b", weights: [2, 2] }] }, periods: ["q1", "q2"], total: 10 });
 * amounts(plan, "b"); // [4, 3]
 */
export function allocateTree(request: TreeRequest): Allocation {
  const step = request.step ?? 1;
  const total = toSteps(request.total, step);
  const periods = request.periods.length;
  const grid = flatten(request.root, periods, total);
  const limits = request.limits ?? [];
  const own = boundsOf(limits, grid, request.periods, total, step);
  const names = { grid, periods: request.periods, step, total, limits };
  const absurd = contradictions(own, names);
  if (absurd) throw absurd;
  const solved = solve(grid, own);
  if ("cut" in solved) throw noSolution(solved.cut, own, names, (bounds) => cutOf(grid, bounds));
  const { cells, totals } = solved;
  if (idealFits(grid, own)) repair(grid, cells, totals, withinOne(grid, own));
  return { grid, step, cells, totals };
}

/** A plan within bounds, or why there is none. */
function solve(
  grid: Grid,
  own: Bounds,
): { readonly cells: Float64Array; readonly totals: Float64Array } | { readonly cut: Cut } {
  const box = boundsWithin(grid, own);
  const obvious = cutInBoxes(grid, own, box);
  if (obvious) return { cut: obvious };
  const cells = descend(grid, box);
  const totals = rowTotals(cells, grid.periods);
  const cut = repair(grid, cells, totals, own);
  return cut ? { cut } : { cells, totals };
}

function cutOf(grid: Grid, bounds: Bounds): Cut | null {
  const solved = solve(grid, bounds);
  return "cut" in solved ? solved.cut : null;
}

/** A unit's amounts by period, in units. */
export function amounts(plan: Allocation, id: string): number[] {
  const node = nodeOf(plan, id);
  const { periods } = plan.grid;
  return Array.from(plan.cells.subarray(node * periods, (node + 1) * periods), (steps) =>
    fromSteps(steps, plan.step),
  );
}

/** A unit's total over all periods, in units. */
export function totalOf(plan: Allocation, id: string): number {
  return fromSteps(at(plan.totals, nodeOf(plan, id)), plan.step);
}

function nodeOf(plan: Allocation, id: string): number {
  const node = plan.grid.indexOf.get(id);
  if (node === undefined) throw new RangeError(`no unit ${id} in the allocation`);
  return node;
}

/**
 * Splits every unit's row among its children, from the company down. Cells keep their bounds; a unit's total may end
 * up beyond its own when its parent's and its children's bounds disagree, which the repair then settles.
 */
function descend(grid: Grid, box: Bounds): Float64Array {
  const { periods } = grid;
  const cells = new Float64Array(grid.ids.length * periods);
  const totals = new Float64Array(grid.ids.length);
  const total = Math.min(
    at(box.totalHi, 0),
    Math.max(at(box.totalLo, 0), Math.round(at(grid.idealTotal, 0))),
  );
  const company = (array: Float64Array): Float64Array => array.subarray(0, periods);
  cells.set(
    round(
      total,
      spread(total, company(grid.ideal), company(box.lo), company(box.hi)),
      company(box.lo),
      company(box.hi),
    ),
    0,
  );
  totals[0] = total;
  for (let node = 0; node < grid.ids.length; node++) {
    const rows = at(grid.childCount, node);
    if (rows === 0) continue;
    const first = at(grid.firstChild, node);
    const here = (array: Float64Array): Float64Array =>
      array.subarray(first * periods, (first + rows) * periods);
    const columnTotal = cells.slice(node * periods, (node + 1) * periods);
    const [lo, hi, ideal] = [here(box.lo), here(box.hi), here(grid.ideal)];
    const rowLo = box.totalLo.subarray(first, first + rows);
    const rowHi = box.totalHi.subarray(first, first + rows);
    let want = ideal;
    let rowWish: Float64Array = grid.idealTotal.subarray(first, first + rows);
    if (!isPlain(grid, box, node, columnTotal)) {
      rowWish = spread(at(totals, node), rowWish, rowLo, rowHi);
      want = fit(rows, periods, ideal, lo, hi, rowWish, columnTotal);
      const reached = rowTotals(want, periods);
      rowWish = rowWish.map((wish, r) => (Math.abs(wish - at(reached, r)) < 0.5 ? wish : at(reached, r)));
    }
    const rowTotal = round(at(totals, node), rowWish, rowLo, rowHi);
    fillTable({ rows, columns: periods, want, lo, hi, rowTotal, rowLo, rowHi, columnTotal }, here(cells));
    totals.set(rowTotals(here(cells), periods), first);
  }
  return cells;
}

/** Whole numbers nearest to `wish` that add up to `total`, within bounds unless bounds put the total out of reach. */
function round(total: number, wish: Float64Array, lo: Float64Array, hi: Float64Array): Float64Array {
  const result = new Float64Array(wish.length);
  const left = nearestWhole(total, wish, lo, hi, result);
  if (left !== 0)
    nearestWhole(
      total,
      wish,
      wish.map(() => 0),
      wish.map(() => Infinity),
      result,
    );
  return result;
}

/** Whether a unit's children may simply have their ideals: no bound bites, and the unit's own cells are their ideals rounded. */
function isPlain(grid: Grid, box: Bounds, node: number, row: Float64Array): boolean {
  const { periods } = grid;
  for (let period = 0; period < periods; period++) {
    if (Math.abs(at(row, period) - at(grid.ideal, node * periods + period)) >= 1) return false;
  }
  const first = at(grid.firstChild, node);
  const last = first + at(grid.childCount, node);
  for (let child = first; child < last; child++) {
    if (!roomFor(at(grid.idealTotal, child), at(box.totalLo, child), at(box.totalHi, child))) return false;
    for (let cell = child * periods; cell < (child + 1) * periods; cell++) {
      if (!roomFor(at(grid.ideal, cell), at(box.lo, cell), at(box.hi, cell))) return false;
    }
  }
  return true;
}

function roomFor(ideal: number, lo: number, hi: number): boolean {
  return lo <= Math.floor(ideal + 1e-7) && hi >= Math.ceil(ideal - 1e-7);
}

/** Whether the ideals themselves keep all limits: then whole numbers within one unit of them exist that do, too. */
function idealFits(grid: Grid, own: Bounds): boolean {
  const fits = (ideal: number, lo: number, hi: number): boolean => lo <= ideal + 1e-7 && hi >= ideal - 1e-7;
  return (
    grid.ideal.every((ideal, cell) => fits(ideal, at(own.lo, cell), at(own.hi, cell))) &&
    grid.idealTotal.every((ideal, node) => fits(ideal, at(own.totalLo, node), at(own.totalHi, node)))
  );
}
