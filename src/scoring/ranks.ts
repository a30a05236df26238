/**
 * Ranks from the highest total down; equal totals share a rank and the next one is skipped (1-1-3), as RANK does.
 * Who has no total (NaN) has no rank: 0.
 *
 * @example ranks([90, 85, 90, NaN]) // [1, 3, 1, 0]
 */
export function ranks(totals: ArrayLike<number>): number[] {
  return ranksByBucket(totals) ?? ranksBySorting(totals);
}

/** So many buckets a person that different totals seldom share one. */
const ROOMY = 2;

/**
 * Totals lie close together and evenly enough that none needs sorting: put in buckets from the highest down, a person's
 * rank is one more than how many stand in the buckets before.
 *
 * @returns undefined when two different totals share a bucket
 */
function ranksByBucket(totals: ArrayLike<number>): number[] | undefined {
  const size = totals.length;
  let lowest = Infinity;
  let highest = -Infinity;
  for (let i = 0; i < size; i += 1) {
    const total = totals[i] ?? Number.NaN;
    if (total < lowest) lowest = total;
    if (total > highest) highest = total;
  }
  const last = size * ROOMY;
  const scale = last / (highest - lowest);
  if (!(scale > 0 && scale < Infinity)) return undefined;
  const counts = new Int32Array(last + 1);
  const members = new Float64Array(last + 1);
  const buckets = new Int32Array(size);
  for (let i = 0; i < size; i += 1) {
    const total = totals[i] ?? Number.NaN;
    const bucket = total >= lowest ? ((highest - total) * scale) | 0 : -1;
    buckets[i] = bucket;
    if (bucket < 0) continue;
    counts[bucket] = (counts[bucket] ?? 0) + 1;
    members[bucket] = total;
  }
  let rank = 1;
  for (let bucket = 0; bucket <= last; bucket += 1) {
    const here = counts[bucket] ?? 0;
    counts[bucket] = rank;
    rank += here;
  }
  const result = new Array<number>(size).fill(0);
  for (let i = 0; i < size; i += 1) {
    const bucket = buckets[i] ?? -1;
    if (bucket < 0) continue;
    if (members[bucket] !== totals[i]) return undefined;
    result[i] = counts[bucket] ?? 0;
  }
  return result;
}

function ranksBySorting(totals: ArrayLike<number>): number[] {
  const sorted = Float64Array.from(totals)
    .filter((total) => !Number.isNaN(total))
    .sort();
  return Array.from(totals, (total) =>
    Number.isNaN(total) ? 0 : sorted.length - notAbove(sorted, total) + 1,
  );
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
