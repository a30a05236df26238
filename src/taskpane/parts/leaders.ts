import type { FollowLine, PersonView } from "../../jobs/types";

/**
 * The names at both ends of a ranking, best first in `best` and last first in `behind`. Nobody is in both, and people
 * without a score are in neither.
 *
 * @example leadersOf(fivePeople, 3) // three in `best`, the other two in `behind`
 */
export function leadersOf(
  people: readonly PersonView[],
  count = 3,
): { readonly best: readonly PersonView[]; readonly behind: readonly PersonView[] } {
  const ranked = people
    .filter((person) => person.total !== undefined)
    .sort((a, b) => (b.total ?? 0) - (a.total ?? 0) || a.name.localeCompare(b.name));
  const best = ranked.slice(0, count);
  return { best, behind: ranked.slice(Math.max(best.length, ranked.length - count)).reverse() };
}

/** Who has not reached what was due, the largest gap first. */
export function behindOf(lines: readonly FollowLine[]): FollowLine[] {
  return lines
    .filter(({ light }) => light === "behind" || light === "near")
    .sort((a, b) => b.target - b.actual - (a.target - a.actual));
}
