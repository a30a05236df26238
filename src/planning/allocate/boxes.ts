import { at, type Grid } from "./grid";
import { freeBounds, type Bounds } from "./limits";
import type { Cut, Place } from "./repair";

/**
 * Bounds with those below added up into those above: what a unit's cell can be at least is what its children's can
 * be at least together. Necessary, not sufficient: totals and cells further down may still disagree.
 */
export function boundsWithin(grid: Grid, own: Bounds): Bounds {
  const { periods, parent, childCount } = grid;
  const nodes = grid.ids.length;
  const box: Bounds = {
    lo: own.lo.slice(),
    hi: own.hi.slice(),
    totalLo: own.totalLo.slice(),
    totalHi: own.totalHi.slice(),
  };
  const sum = freeBounds(nodes, periods);
  sum.hi.fill(0);
  sum.totalHi.fill(0);
  for (let node = nodes - 1; node >= 0; node--) {
    const inner = at(childCount, node) > 0;
    let low = 0;
    let high = 0;
    for (let cell = node * periods; cell < (node + 1) * periods; cell++) {
      if (inner) {
        box.lo[cell] = Math.max(at(box.lo, cell), at(sum.lo, cell));
        box.hi[cell] = Math.min(at(box.hi, cell), at(sum.hi, cell));
      }
      low += at(box.lo, cell);
      high += at(box.hi, cell);
    }
    if (inner) {
      low = Math.max(low, at(sum.totalLo, node));
      high = Math.min(high, at(sum.totalHi, node));
    }
    box.totalLo[node] = Math.max(at(box.totalLo, node), low);
    box.totalHi[node] = Math.min(at(box.totalHi, node), high);
    if (node === 0) break;
    const up = at(parent, node);
    for (let period = 0; period < periods; period++) {
      const cell = node * periods + period;
      const above = up * periods + period;
      sum.lo[above] = at(sum.lo, above) + at(box.lo, cell);
      sum.hi[above] = at(sum.hi, above) + at(box.hi, cell);
    }
    sum.totalLo[up] = at(sum.totalLo, up) + at(box.totalLo, node);
    sum.totalHi[up] = at(sum.totalHi, up) + at(box.totalHi, node);
  }
  return box;
}

/**
 * The first place whose children's bounds leave it nothing to be, as the contradiction it is; null when every place
 * has room. Finds by adding up what {@link repair} would have to search for.
 */
export function cutInBoxes(grid: Grid, own: Bounds, box: Bounds): Cut | null {
  const { periods } = grid;
  for (let node = grid.ids.length - 1; node >= 0; node--) {
    for (let period = 0; period < periods; period++) {
      const cell = node * periods + period;
      if (at(box.lo, cell) > at(box.hi, cell)) return contradiction(grid, own, box, { node, period });
    }
    if (at(box.totalLo, node) > at(box.totalHi, node))
      return contradiction(grid, own, box, { node, period: -1 });
  }
  return null;
}

function contradiction(grid: Grid, own: Bounds, box: Bounds, place: Place): Cut {
  const cell = place.node * grid.periods + place.period;
  const by =
    place.period < 0
      ? at(box.totalLo, place.node) - at(box.totalHi, place.node)
      : at(box.lo, cell) - at(box.hi, cell);
  return { least: reasons(grid, own, box, place, "least"), most: reasons(grid, own, box, place, "most"), by };
}

/** The limits that a place's lower or upper bound is made of. */
function reasons(grid: Grid, own: Bounds, box: Bounds, start: Place, side: "least" | "most"): Place[] {
  const { periods } = grid;
  const [cells, totals, boxCells, boxTotals] =
    side === "least"
      ? [own.lo, own.totalLo, box.lo, box.totalLo]
      : [own.hi, own.totalHi, box.hi, box.totalHi];
  const found: Place[] = [];
  const open = [start];
  for (let place = open.pop(); place; place = open.pop()) {
    const { node, period } = place;
    const childCount = at(grid.childCount, node);
    const children = Array.from({ length: childCount }, (_, i) => at(grid.firstChild, node) + i);
    if (period >= 0) {
      const cell = node * periods + period;
      if (at(cells, cell) === at(boxCells, cell)) found.push(place);
      else open.push(...children.map((child) => ({ node: child, period })));
      continue;
    }
    const bound = at(boxTotals, node);
    if (at(totals, node) === bound) {
      found.push(place);
      continue;
    }
    const fromChildren = children.reduce((sum, child) => sum + at(boxTotals, child), 0);
    if (childCount > 0 && fromChildren === bound)
      open.push(...children.map((child) => ({ node: child, period: -1 })));
    else open.push(...Array.from({ length: periods }, (_, p) => ({ node, period: p })));
  }
  return found;
}
