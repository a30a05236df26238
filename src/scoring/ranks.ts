/**
 * Ranks from the highest total down; equal totals share a rank and the next one is skipped (1-1-3), as RANK does.
 * Who has no total (NaN) has no rank: 0.
 *
 * @example ranks([90, 85, 90, NaN]) // [1, 3, 1, 0]
 */
export function ranks(totals: ArrayLike<number>): number[] {
  return ranksByBucket(totals) ?? ranksBySorting(totals);
}

/** A bucket fuller than this is dearer to look through than sorting everybody. */
const CROWDED = 256;

/**
 * Totals lie close together and evenly enough that none needs sorting: a person's rank is how many stand in higher
 * buckets and how many are higher in the own one.
 *
 * @returns undefined when totals crowd in one bucket
 */
function ranksByBucket(totals: ArrayLike<number>): number[] | undefined {
  const size = totals.length;
  let [lowest, highest] = [Infinity, -Infinity];
  for (let i = 0; i < size; i += 1) {
    const total = totals[i] ?? Number.NaN;
    if (total < lowest) lowest = total;
    if (total > highest) highest = total;
  }
  const scale = (size - 1) / (highest - lowest);
  if (!(scale > 0 && scale < Infinity)) return undefined;
  const buckets = new Int32Array(size);
  const ends = new Int32Array(size + 1);
  for (let i = 0; i < size; i += 1) {
    const total = totals[i] ?? Number.NaN;
    const bucket = total >= lowest ? ((highest - total) * scale) | 0 : -1;
    buckets[i] = bucket;
    if (bucket < 0) continue;
    const members = (ends[bucket] ?? 0) + 1;
    if (members > CROWDED) return undefined;
    ends[bucket] = members;
  }
  for (let bucket = 1; bucket <= size; bucket += 1)
    ends[bucket] = (ends[bucket] ?? 0) + (ends[bucket - 1] ?? 0);
  // Filled from its end, a bucket's end becomes its start.
  const grouped = new Float64Array(size);
  const starts = ends;
  for (let i = 0; i < size; i += 1) {
    const bucket = buckets[i] ?? -1;
    if (bucket < 0) continue;
    const place = (starts[bucket] ?? 0) - 1;
    starts[bucket] = place;
    grouped[place] = totals[i] ?? 0;
  }
  const result = new Array<number>(size).fill(0);
  for (let i = 0; i < size; i += 1) {
    const bucket = buckets[i] ?? -1;
    if (bucket < 0) continue;
    const total = totals[i] ?? 0;
    const start = starts[bucket] ?? 0;
    const end = starts[bucket + 1] ?? size;
    let rank = start + 1;
    for (let k = start; k < end; k += 1) rank += Number((grouped[k] ?? 0) > total);
    result[i] = rank;
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
