import { at } from "./grid";

/**
 * Rows whose units can be shifted between columns. `raise` and `lower` are the cost of one unit more or less in a
 * cell, Infinity where a bound stands in the way; costs are convex, and at the start no single shift within a row
 * gains anything.
 */
export interface Moves {
  readonly rows: number;
  readonly columns: number;
  raise(row: number, column: number): number;
  lower(row: number, column: number): number;
  /** Units that fit through a shift in one row. */
  room(row: number, from: number, to: number): number;
  /** Adds units (may be negative) to a cell. */
  shift(row: number, column: number, units: number): void;
}

/**
 * Empties `excess` (positive: too much in the column, negative: too little) by successive shortest paths over the
 * columns. The edge from column a to column b is the cheapest row to shift a unit in.
 *
 * @returns false when some excess cannot leave
 */
export function shortestMoves(moves: Moves, excess: Float64Array): boolean {
  const edges = new CheapestRows(moves);
  const potential = new Float64Array(moves.columns);
  for (;;) {
    let open = 0;
    for (const units of excess) open += Math.max(0, units);
    if (open === 0) return true;
    const path = cheapestPath(edges, excess, potential);
    if (!path) return false;
    // Rounding leaves a few units a column, one unit a path. When bounds left more, take larger bites.
    const bite = Math.max(1, Math.floor(open / (16 * moves.columns)) - moves.rows);
    const source = path[0] as number;
    const sink = path[path.length - 1] as number;
    let units = Math.min(bite, at(excess, source), -at(excess, sink));
    for (let step = 1; step < path.length; step++) {
      const from = path[step - 1] as number;
      const to = path[step] as number;
      units = Math.min(units, moves.room(edges.row(from, to), from, to));
    }
    const steps = path
      .slice(1)
      .map((to, i) => ({ from: path[i] as number, to, row: edges.row(path[i] as number, to) }));
    for (const { from, to, row } of steps) {
      moves.shift(row, from, -units);
      moves.shift(row, to, units);
    }
    for (const { from, to, row } of steps) {
      edges.refresh(row, from);
      edges.refresh(row, to);
    }
    excess[source] = at(excess, source) - units;
    excess[sink] = at(excess, sink) + units;
  }
}

/** Dijkstra from all columns with too much to the nearest with too little; potentials keep the costs from going negative. */
function cheapestPath(edges: CheapestRows, excess: Float64Array, potential: Float64Array): number[] | null {
  const n = excess.length;
  const distance = new Float64Array(n).fill(Infinity);
  const previous = new Int32Array(n).fill(-1);
  const done = new Uint8Array(n);
  for (let c = 0; c < n; c++) if (at(excess, c) > 0) distance[c] = 0;
  for (;;) {
    let here = -1;
    for (let c = 0; c < n; c++) {
      if (done[c] === 0 && at(distance, c) < Infinity && (here < 0 || at(distance, c) < at(distance, here)))
        here = c;
    }
    if (here < 0) return null;
    done[here] = 1;
    if (at(excess, here) < 0) {
      const reach = at(distance, here);
      for (let c = 0; c < n; c++) potential[c] = at(potential, c) + Math.min(reach, at(distance, c));
      const path = [here];
      for (let c = at(previous, here); c >= 0; c = at(previous, c)) path.push(c);
      return path.reverse();
    }
    for (let c = 0; c < n; c++) {
      if (done[c] === 1) continue;
      const cost = edges.cost(here, c) + at(potential, here) - at(potential, c);
      const along = at(distance, here) + Math.max(0, cost);
      if (along < at(distance, c)) {
        distance[c] = along;
        previous[c] = here;
      }
    }
  }
}

/** A pair of columns that nobody has asked about yet. */
const UNKNOWN = -2;

/**
 * For every pair of columns the cheapest row to shift a unit in, looked for when it is first asked for and kept
 * current as rows change. Ties: the first row.
 */
class CheapestRows {
  private readonly n: number;
  private readonly raise: Float64Array;
  private readonly lower: Float64Array;
  private readonly best: Int32Array;
  private readonly price: Float64Array;

  constructor(private readonly moves: Moves) {
    const { rows, columns } = moves;
    this.n = columns;
    // Column-major, because a scan runs down the rows.
    this.raise = new Float64Array(rows * columns);
    this.lower = new Float64Array(rows * columns);
    for (let c = 0; c < columns; c++) {
      for (let r = 0; r < rows; r++) {
        this.raise[c * rows + r] = moves.raise(r, c);
        this.lower[c * rows + r] = moves.lower(r, c);
      }
    }
    this.best = new Int32Array(columns * columns).fill(UNKNOWN);
    this.price = new Float64Array(columns * columns).fill(Infinity);
  }

  row(from: number, to: number): number {
    if (at(this.best, from * this.n + to) === UNKNOWN) this.scan(from, to);
    return at(this.best, from * this.n + to);
  }

  cost(from: number, to: number): number {
    if (at(this.best, from * this.n + to) === UNKNOWN) this.scan(from, to);
    return at(this.price, from * this.n + to);
  }

  /** A cell changed: looks again at the pairs it takes part in. */
  refresh(row: number, column: number): void {
    const place = column * this.moves.rows + row;
    this.raise[place] = this.moves.raise(row, column);
    this.lower[place] = this.moves.lower(row, column);
    for (let other = 0; other < this.n; other++) {
      if (other === column) continue;
      this.reconsider(column, other, row);
      this.reconsider(other, column, row);
    }
  }

  private reconsider(from: number, to: number, row: number): void {
    const pair = from * this.n + to;
    if (at(this.best, pair) === UNKNOWN) return;
    if (at(this.best, pair) === row) {
      this.scan(from, to);
      return;
    }
    const rows = this.moves.rows;
    const cost = at(this.lower, from * rows + row) + at(this.raise, to * rows + row);
    if (
      cost < at(this.price, pair) ||
      (cost === at(this.price, pair) && cost < Infinity && row < at(this.best, pair))
    ) {
      this.price[pair] = cost;
      this.best[pair] = row;
    }
  }

  private scan(from: number, to: number): void {
    const rows = this.moves.rows;
    let best = -1;
    let price = Infinity;
    for (let r = 0, down = from * rows, up = to * rows; r < rows; r++, down++, up++) {
      const cost = at(this.lower, down) + at(this.raise, up);
      if (cost < price) {
        price = cost;
        best = r;
      }
    }
    this.best[from * this.n + to] = best;
    this.price[from * this.n + to] = price;
  }
}
