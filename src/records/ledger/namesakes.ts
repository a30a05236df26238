/** How the records of one name lie in time: with one unit, moved from one to the next, or in several all along. */
export type Standing = "one" | "moved" | "several";

/** Of a name's records so many may say something else, by a slip or as the last of the old unit's business. */
export const LEAST_AGREEMENT = 0.9;

export interface Dated {
  readonly unit: string;
  /** ISO day; records without one say nothing of the order. */
  readonly day?: string | undefined;
}

/**
 * Whether a name's records are one person's. Two people of one name sell side by side, so their units alternate over
 * time; whoever is transferred has the old unit before a day and the new one after it. A tenth of the records may
 * stand against the rule.
 *
 * @example standingOf([{ unit: "East", day: "2017-01-05" }, { unit: "South", day: "2017-08-01" }]) // "moved"
 */
export function standingOf(records: readonly Dated[]): Standing {
  const counts = new Map<string, number>();
  for (const { unit } of records) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const slips = records.length - Math.max(0, ...counts.values());
  if (slips <= allowed(records.length)) return "one";
  const inTime = records
    .flatMap(({ unit, day }) => (day === undefined ? [] : [{ unit, day }]))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const order = inOrderOfTime(inTime.map(({ unit }) => unit));
  if (order.length < 2) return "one";
  const against = outOfOrder(
    inTime.map(({ unit }) => unit),
    order,
  );
  return against <= allowed(inTime.length) ? "moved" : "several";
}

/** In whole records: `10 * (1 - 0.9)` is a little less than 1. */
const allowed = (records: number): number => Math.floor(records * (1 - LEAST_AGREEMENT) + 1e-9);

/** The units by where the middle one of their records stands. */
function inOrderOfTime(units: readonly string[]): string[] {
  const places = new Map<string, number[]>();
  units.forEach((unit, i) => {
    const own = places.get(unit);
    if (own) own.push(i);
    else places.set(unit, [i]);
  });
  const middle = (own: readonly number[]): number => own[Math.floor(own.length / 2)] ?? 0;
  return [...places].sort(([, a], [, b]) => middle(a) - middle(b)).map(([unit]) => unit);
}

/** How few records would have to go for the units to follow one another in this order. */
function outOfOrder(units: readonly string[], order: readonly string[]): number {
  // least[k]: the fewest so far, when the latest record belongs to the k-th unit or an earlier one.
  let least = order.map(() => 0);
  for (const unit of units) {
    let before = Infinity;
    least = least.map((count, k) => (before = Math.min(before, count + (order[k] === unit ? 0 : 1))));
  }
  return least.at(-1) ?? 0;
}
