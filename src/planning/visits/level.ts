/** A visit that may take place on some of the days: indices into the list of days, ascending and without gaps. */
export interface Movable {
  readonly from: number;
  readonly to: number;
  /** Where it would best be. */
  readonly ideal: number;
}

/**
 * Which day each visit takes place on, so that the days are as evenly full as the visits' choices allow: no chain of
 * moves could take a visit off one day and leave another with still fewer. (An assignment without such a chain is the
 * best there is: it is least both in the fullest day and in the sum of squares.)
 *
 * @param days how many days there are
 * @returns a day for each visit
 * @example level([{ from: 0, to: 2, ideal: 1 }, { from: 1, to: 1, ideal: 1 }, { from: 0, to: 2, ideal: 1 }], 3) // [0, 1, 2]
 */
export function level(visits: readonly Movable[], days: number): number[] {
  const day = visits.map(({ ideal }) => ideal);
  const on: Set<number>[] = Array.from({ length: days }, () => new Set<number>());
  day.forEach((at, visit) => on[at]?.add(visit));
  const size = (at: number): number => on[at]?.size ?? 0;
  const apply = ({ visit, to }: Move): void => {
    on[day[visit] ?? 0]?.delete(visit);
    on[to]?.add(visit);
    day[visit] = to;
  };
  // A change may open a way for a day looked at before, so days are gone through until none can be relieved.
  for (let improved = true; improved;) {
    improved = false;
    const busiestFirst = Array.from({ length: days }, (_, at) => at).sort(
      (a, b) => size(b) - size(a) || a - b,
    );
    for (const start of busiestFirst) {
      for (let chain = reliefOf(start, visits, on); chain; chain = reliefOf(start, visits, on)) {
        chain.forEach(apply);
        improved = true;
      }
    }
  }
  return day;
}

interface Move {
  readonly visit: number;
  readonly to: number;
}

type Days = readonly ReadonlySet<number>[];

/** A chain of moves that hands one visit from `start` on to a day with at least two fewer; the shortest there is. */
function reliefOf(start: number, visits: readonly Movable[], on: Days): readonly Move[] | null {
  const full = on[start]?.size ?? 0;
  return full < 2 ? null : (directRelief(start, full, visits, on) ?? chainOf(start, full, visits, on));
}

/** The one move that strays least from where its visit would best be. */
function directRelief(
  start: number,
  full: number,
  visits: readonly Movable[],
  on: Days,
): readonly Move[] | null {
  let best: (Move & { readonly off: number }) | null = null;
  for (const visit of on[start] ?? []) {
    const { from, to, ideal } = visits[visit] ?? NOWHERE;
    for (let at = from; at <= to; at++) {
      const off = Math.abs(at - ideal);
      if ((on[at]?.size ?? 0) <= full - 2 && (best === null || off < best.off)) best = { visit, to: at, off };
    }
  }
  return best && [best];
}

const NOWHERE: Movable = { from: 0, to: -1, ideal: 0 };

/** Breadth first over days; each is entered once, so a pointer to the next one not entered skips the others. */
function chainOf(start: number, full: number, visits: readonly Movable[], on: Days): readonly Move[] | null {
  const reached = new Map<number, { readonly from: number; readonly visit: number }>();
  const next = Array.from({ length: on.length + 1 }, (_, at) => at);
  const fresh = (at: number): number => {
    let end = at;
    while (next[end] !== end) end = next[end] ?? on.length;
    for (let each = at; each !== end;) {
      const after = next[each] ?? end;
      next[each] = end;
      each = after;
    }
    return end;
  };
  next[start] = start + 1;
  const queue = [start];
  for (const here of queue) {
    for (const visit of on[here] ?? []) {
      const { from, to } = visits[visit] ?? NOWHERE;
      for (let at = fresh(from); at <= to; at = fresh(at)) {
        next[at] = at + 1;
        reached.set(at, { from: here, visit });
        if ((on[at]?.size ?? 0) <= full - 2) return chainTo(at, start, reached);
        queue.push(at);
      }
    }
  }
  return null;
}

function chainTo(
  end: number,
  start: number,
  reached: ReadonlyMap<number, { readonly from: number; readonly visit: number }>,
): Move[] {
  const chain: Move[] = [];
  for (let to = end; to !== start;) {
    const step = reached.get(to);
    if (!step) break;
    chain.push({ visit: step.visit, to });
    to = step.from;
  }
  return chain;
}
