/**
 * Ranks from the highest total down; equal totals share a rank and the next one is skipped (1-1-3), as RANK does.
 * Who has no total (NaN) has no rank: 0.
 *
 * @example ranks([90, 85, 90, NaN]) // [1, 3, 1, 0]
 */
export function ranks(totals: readonly number[]): number[] {
  const sorted = Float64Array.from(totals.filter((total) => !Number.isNaN(total))).sort();
  return totals.map((total) => (Number.isNaN(total) ? 0 : sorted.length - notAbove(sorted, total) + 1));
}

/** How many of the sorted numbers are not above `bound`. */
function notAbove(sorted: Float64Array, bound: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Ranks among those of the same unit; unit names that differ only in case are one, as on the sheet. */
export function ranksWithin(totals: readonly number[], units: readonly string[]): number[] {
  const members = new Map<string, number[]>();
  totals.forEach((_, i) => {
    const unit = (units[i] ?? "").toLowerCase();
    const group = members.get(unit);
    if (group) group.push(i);
    else members.set(unit, [i]);
  });
  const result = totals.map(() => 0);
  for (const group of members.values()) {
    const places = ranks(group.map((i) => totals[i] ?? Number.NaN));
    group.forEach((person, k) => (result[person] = places[k] ?? 0));
  }
  return result;
}
