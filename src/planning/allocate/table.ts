import { at } from "./grid";
import { settle } from "./fraction";
import { nearestWhole } from "./nearest";
import { shortestMoves, type Moves } from "./moves";

/**
 * One parent's children over the periods: which whole numbers come nearest to the wanted amounts (least squares)
 * while every column adds up to the parent's cell. Arrays of cells are `row * columns + column`.
 */
export interface Table {
  readonly rows: number;
  readonly columns: number;
  /** What each cell should be, fractional. */
  readonly want: Float64Array;
  readonly lo: Float64Array;
  readonly hi: Float64Array;
  /** What each row should add up to: whole. Given up, by as little as possible, only when bounds force it. */
  readonly rowTotal: Float64Array;
  readonly rowLo: Float64Array;
  readonly rowHi: Float64Array;
  /** What each column adds up to: whole, and always kept. Its sum is the sum of `rowTotal`. */
  readonly columnTotal: Float64Array;
}

/** A unit off a row total costs more than any cells; a unit beyond a row's bound costs more than any totals. */
const OFF_TOTAL = 1e9;
const OFF_BOUND = 1e13;

/**
 * Fills `cells` with the table's best whole numbers.
 *
 * First every row by itself takes the whole numbers nearest to its wish (largest remainders). Then the columns that
 * came out too high hand units to those too low, each time along the cheapest chain of moves, where a move shifts
 * one unit inside one row. Rows start optimal and every chain is a shortest path, so the end is optimal too: this is
 * min-cost flow on a graph with only one node per column, however many rows there are. A row's total takes part as
 * one more column whose amounts are expensive to change, which is how a total gives way when bounds leave no choice.
 *
 * @returns false when a column cannot reach its total within the cells' bounds; `cells` then still keeps its rows
 */
export function fillTable(table: Table, cells: Float64Array): boolean {
  const { rows, columns, rowTotal } = table;
  const total = new Float64Array(rows);
  for (let r = 0; r < rows; r++) {
    const row = (array: Float64Array): Float64Array => array.subarray(r * columns, (r + 1) * columns);
    total[r] =
      at(rowTotal, r) -
      nearestWhole(at(rowTotal, r), row(table.want), row(table.lo), row(table.hi), row(cells));
  }
  return levelColumns({ ...table, want: table.want.map(settle) }, cells, total);
}

/** Hands units from columns that are too high to columns too low until every column has its total. */
function levelColumns(table: Table, cells: Float64Array, total: Float64Array): boolean {
  const { rows, columns, want, lo, hi } = table;
  const excess = new Float64Array(columns + 1);
  for (let c = 0; c < columns; c++) excess[c] = -at(table.columnTotal, c);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) excess[c] = at(excess, c) + at(cells, r * columns + c);
    // The column of totals holds "how far below": rows that could not reach their total leave units there.
    excess[columns] = at(excess, columns) - at(total, r) + at(table.rowTotal, r);
  }
  let open = 0;
  for (const units of excess) open += Math.max(0, units);
  if (open === 0) return true;

  const raise = (r: number, c: number): number => {
    if (c === columns) return costOfTotal(table, r, at(total, r) - 1) - costOfTotal(table, r, at(total, r));
    const cell = r * columns + c;
    return at(cells, cell) < at(hi, cell) ? 2 * (at(cells, cell) - at(want, cell)) + 1 : Infinity;
  };
  const lower = (r: number, c: number): number => {
    if (c === columns) return costOfTotal(table, r, at(total, r) + 1) - costOfTotal(table, r, at(total, r));
    const cell = r * columns + c;
    return at(cells, cell) > at(lo, cell) ? 1 - 2 * (at(cells, cell) - at(want, cell)) : Infinity;
  };
  const room = (r: number, from: number, to: number): number => {
    const down = from === columns ? Infinity : at(cells, r * columns + from) - at(lo, r * columns + from);
    const up = to === columns ? Infinity : at(hi, r * columns + to) - at(cells, r * columns + to);
    return Math.min(down, up);
  };
  const shift = (r: number, c: number, units: number): void => {
    if (c === columns) total[r] = at(total, r) - units;
    else cells[r * columns + c] = at(cells, r * columns + c) + units;
  };
  const moves: Moves = { rows, columns: columns + 1, raise, lower, room, shift };
  return shortestMoves(moves, excess);
}

/** Convex: nothing at the wished total, steep beside it, steeper still beyond the row's bounds. */
function costOfTotal(table: Table, r: number, total: number): number {
  const off = Math.abs(total - at(table.rowTotal, r));
  const beyond = Math.max(0, at(table.rowLo, r) - total, total - at(table.rowHi, r));
  return off * OFF_TOTAL + off * off + beyond * OFF_BOUND;
}
