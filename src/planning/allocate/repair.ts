import { at, type Grid } from "./grid";
import type { Bounds } from "./limits";

/** An amount in the plan: a unit's cell in a period, or (`period` −1) its total. */
export interface Place {
  readonly node: number;
  readonly period: number;
}

/**
 * Why nothing fits: what must at least come in is more than what can at most go out. `least` are the places with
 * binding lower bounds, `most` those with binding upper bounds, `by` how much too much the former are together.
 */
export interface Cut {
  readonly least: readonly Place[];
  readonly most: readonly Place[];
  readonly by: number;
}

/**
 * Brings a plan that adds up into its bounds while it goes on adding up, changing as few places as it can.
 *
 * A tree over periods is a network in which every amount is the flow through one arc: from a source through the
 * company's periods down to the leaves' cells, and from there through the leaves' totals up to the company's total
 * and back. An amount beyond a bound is put right by sending the difference round the shortest cycle with room. If
 * no cycle is left the places on the border of what could be reached contradict one another, which proves that no
 * solution exists (Hoffman's circulation theorem). Flows of whole numbers stay whole.
 *
 * @returns null when everything is within bounds, or the contradiction
 */
export function repair(grid: Grid, cells: Float64Array, totals: Float64Array, bounds: Bounds): Cut | null {
  const search = new CycleSearch(grid, cells, totals, bounds);
  for (let arc = 0; arc < search.arcs; arc++) {
    for (;;) {
      const over = search.flow(arc) - search.high(arc);
      const under = search.low(arc) - search.flow(arc);
      if (over <= 0 && under <= 0) break;
      const cut = over > 0 ? search.send(arc, over, false) : search.send(arc, under, true);
      if (cut) return cut;
    }
  }
  return null;
}

/** Breadth-first search for cycles in the residual network. Arcs: cells first (`node * periods + period`), then totals. */
class CycleSearch {
  readonly arcs: number;
  private readonly nodes: number;
  private readonly periods: number;
  private readonly source: number;
  private readonly seen: Int32Array;
  private readonly via: Int32Array;
  private readonly queue: Int32Array;
  private round = 0;

  constructor(
    private readonly grid: Grid,
    private readonly cells: Float64Array,
    private readonly totals: Float64Array,
    private readonly bounds: Bounds,
  ) {
    this.nodes = grid.ids.length;
    this.periods = grid.periods;
    this.arcs = this.nodes * this.periods + this.nodes;
    this.source = this.arcs;
    this.seen = new Int32Array(this.arcs + 1);
    this.via = new Int32Array(this.arcs + 1);
    this.queue = new Int32Array(this.arcs + 1);
  }

  flow(arc: number): number {
    return arc < this.cells.length ? at(this.cells, arc) : at(this.totals, arc - this.cells.length);
  }

  low(arc: number): number {
    return arc < this.cells.length
      ? at(this.bounds.lo, arc)
      : at(this.bounds.totalLo, arc - this.cells.length);
  }

  high(arc: number): number {
    return arc < this.cells.length
      ? at(this.bounds.hi, arc)
      : at(this.bounds.totalHi, arc - this.cells.length);
  }

  private add(arc: number, amount: number): void {
    if (arc < this.cells.length) this.cells[arc] = at(this.cells, arc) + amount;
    else this.totals[arc - this.cells.length] = at(this.totals, arc - this.cells.length) + amount;
  }

  /** Junctions are numbered like the arc that enters them from above: an inner cell's, or a unit's total. */
  private tail(arc: number): number {
    if (arc >= this.cells.length) return arc;
    const node = Math.floor(arc / this.periods);
    return node === 0 ? this.source : at(this.grid.parent, node) * this.periods + (arc % this.periods);
  }

  private head(arc: number): number {
    if (arc >= this.cells.length) {
      const node = arc - this.cells.length;
      return node === 0 ? this.source : this.cells.length + at(this.grid.parent, node);
    }
    const node = Math.floor(arc / this.periods);
    return at(this.grid.childCount, node) === 0 ? this.cells.length + node : arc;
  }

  /** Raises (or lowers) an arc's flow by up to `amount` round one cycle, or says why it cannot be done. */
  send(arc: number, amount: number, raise: boolean): Cut | null {
    const from = raise ? this.head(arc) : this.tail(arc);
    const to = raise ? this.tail(arc) : this.head(arc);
    if (!this.reach(from, to)) return this.border();
    let units = amount;
    for (let here = to; here !== from; here = this.step(here).before) {
      const { via, forward } = this.step(here);
      units = Math.min(units, forward ? this.high(via) - this.flow(via) : this.flow(via) - this.low(via));
    }
    for (let here = to; here !== from;) {
      const { via, forward, before } = this.step(here);
      this.add(via, forward ? units : -units);
      here = before;
    }
    this.add(arc, raise ? units : -units);
    return null;
  }

  /** How the search came to a junction: `via` holds the arc plus one, negative when it was taken backwards. */
  private step(junction: number): { via: number; forward: boolean; before: number } {
    const code = at(this.via, junction);
    const via = Math.abs(code) - 1;
    return { via, forward: code > 0, before: code > 0 ? this.tail(via) : this.head(via) };
  }

  private reach(from: number, to: number): boolean {
    this.round++;
    this.seen[from] = this.round;
    this.queue[0] = from;
    let filled = 1;
    const visit = (arc: number, forward: boolean): void => {
      const room = forward ? this.high(arc) - this.flow(arc) : this.flow(arc) - this.low(arc);
      if (room <= 0) return;
      const next = forward ? this.head(arc) : this.tail(arc);
      if (at(this.seen, next) === this.round) return;
      this.seen[next] = this.round;
      this.via[next] = forward ? arc + 1 : -(arc + 1);
      this.queue[filled++] = next;
    };
    for (let read = 0; read < filled && at(this.seen, to) !== this.round; read++)
      this.leave(at(this.queue, read), visit);
    return at(this.seen, to) === this.round;
  }

  /** All arcs at a junction, those leaving it forwards and those entering it backwards. */
  private leave(junction: number, visit: (arc: number, forward: boolean) => void): void {
    const { firstChild, childCount } = this.grid;
    const { periods } = this;
    if (junction === this.source) {
      for (let period = 0; period < periods; period++) visit(period, true);
      visit(this.cells.length, false);
      return;
    }
    if (junction < this.cells.length) {
      const node = Math.floor(junction / periods);
      const first = at(firstChild, node) * periods + (junction % periods);
      for (let child = 0; child < at(childCount, node); child++) visit(first + child * periods, true);
      visit(junction, false);
      return;
    }
    const node = junction - this.cells.length;
    visit(junction, true);
    if (at(childCount, node) === 0) {
      for (let period = 0; period < periods; period++) visit(node * periods + period, false);
    } else {
      for (let child = 0; child < at(childCount, node); child++)
        visit(this.cells.length + at(firstChild, node) + child, false);
    }
  }

  /** The arcs between what the failed search reached and what it did not: all at their bounds, and contradictory. */
  private border(): Cut {
    const least: Place[] = [];
    const most: Place[] = [];
    let by = 0;
    for (let arc = 0; arc < this.arcs; arc++) {
      const leaves = at(this.seen, this.tail(arc)) === this.round;
      const enters = at(this.seen, this.head(arc)) === this.round;
      if (leaves === enters) continue;
      const cell = arc < this.cells.length;
      const node = cell ? Math.floor(arc / this.periods) : arc - this.cells.length;
      const place = { node, period: cell ? arc % this.periods : -1 };
      if (leaves) {
        most.push(place);
        by -= this.high(arc);
      } else {
        least.push(place);
        by += this.low(arc);
      }
    }
    return { least, most, by };
  }
}
