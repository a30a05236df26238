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
  const busiestFirst = () =>
    Array.from({ length: days }, (_, at) => at).sort((a, b) => size(b) - size(a) || a - b);
  for (let improved = true; improved;) {
    improved = false;
    for (const start of busiestFirst()) {
      const chain = reliefOf(start, visits, on);
      if (!chain) continue;
      for (const { visit, to } of chain) {
        on[day[visit] ?? 0]?.delete(visit);
        on[to]?.add(visit);
        day[visit] = to;
      }
      improved = true;
      break;
    }
  }
  return day;
}

interface Move {
  readonly visit: number;
  readonly to: number;
}

/** The shortest chain of moves that hands one visit from `start` to a day with at least two fewer. */
function reliefOf(
  start: number,
  visits: readonly Movable[],
  on: readonly ReadonlySet<number>[],
): Move[] | null {
  const full = on[start]?.size ?? 0;
  if (full < 2) return null;
  const reached = new Map<number, { readonly from: number; readonly visit: number }>();
  const queue = [start];
  for (const here of queue) {
    // Visits that stray least from where they would best be move first.
    const movable = [...(on[here] ?? [])];
    const options = movable.flatMap((visit) => {
      const { from, to, ideal } = visits[visit] ?? { from: 0, to: -1, ideal: 0 };
      return Array.from({ length: to - from + 1 }, (_, i) => ({
        visit,
        to: from + i,
        off: Math.abs(from + i - ideal),
      }));
    });
    options.sort((a, b) => a.off - b.off || a.visit - b.visit || a.to - b.to);
    for (const { visit, to } of options) {
      if (to === start || reached.has(to)) continue;
      reached.set(to, { from: here, visit });
      if ((on[to]?.size ?? 0) <= full - 2) return chainTo(to, start, reached);
      queue.push(to);
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
