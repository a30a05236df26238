/**
 * Ranks from the highest total down; equal totals share a rank and the next one is skipped (1-1-3), as RANK does.
 * Who has no total (NaN) has no rank: 0.
 *
 * @example ranks([90, 85, 90, NaN]) // [1, 3, 1, 0]
 */
export function ranks(totals: readonly number[]): number[] {
  const order = totals.flatMap((total, i) => (Number.isNaN(total) ? [] : [i]));
  const at = (i: number): number => totals[i] ?? 0;
  order.sort((a, b) => at(b) - at(a));
  const result = totals.map(() => 0);
  order.forEach((person, place) => {
    const before = order[place - 1];
    const tied = before !== undefined && at(before) === at(person);
    result[person] = tied ? (result[before] ?? 0) : place + 1;
  });
  return result;
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
