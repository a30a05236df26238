import { settlePair, type DateOrder, type DateReading } from "./date";

export interface OrderDecision {
  readonly order: DateOrder;
  /**
   * days: some day is beyond 12; neighbour: another date column of the table decided; none: nothing tells, a default
   * was taken; unneeded: no date depends on it.
   */
  readonly by: "days" | "neighbour" | "none" | "unneeded";
  /** Pairs that can be read in this order only. */
  readonly evidence: number;
  /** Both orders have evidence: dates that could be either are in doubt. */
  readonly mixed: boolean;
}

/**
 * Whether a column writes month or day first, by the days beyond 12 in it; when it has none, as `neighbour` (another
 * date column of the same table) does, or as `fallback`.
 */
export function decideOrder(
  readings: Iterable<DateReading | undefined>,
  fallback: DateOrder,
  neighbour?: DateOrder,
): OrderDecision {
  let monthFirst = 0;
  let dayFirst = 0;
  let open = 0;
  for (const reading of readings) {
    if (reading?.kind !== "pair") continue;
    if (reading.second > 12) monthFirst += 1;
    else if (reading.first > 12) dayFirst += 1;
    else open += 1;
  }
  const evidence = Math.max(monthFirst, dayFirst);
  if (evidence > 0)
    return {
      order: monthFirst >= dayFirst ? "mdy" : "dmy",
      by: "days",
      evidence,
      mixed: monthFirst > 0 && dayFirst > 0,
    };
  if (open === 0) return { order: fallback, by: "unneeded", evidence, mixed: false };
  return neighbour
    ? { order: neighbour, by: "neighbour", evidence, mixed: false }
    : { order: fallback, by: "none", evidence, mixed: false };
}

/**
 * A column that writes 25-3-20 with the year first, as its certain dates show: the year is one of theirs in every such
 * cell, and would not be if it stood last. Its readings are days then; undefined where the column does not say so.
 *
 * @example withYearFirst([readDate("2025-03-01"), readDate("25-3-20")]) // the second is 2025-03-20
 */
export function withYearFirst(
  readings: readonly (DateReading | undefined)[],
): (DateReading | undefined)[] | undefined {
  const sure = new Set(readings.flatMap((one) => (one?.kind === "date" ? [one.iso.slice(0, 4)] : [])));
  const short = readings.flatMap((one) => (one?.kind === "pair" && one.yearFirst ? [one] : []));
  const fits = short.every(({ yearFirst = "" }) => sure.has(yearFirst.slice(0, 4)));
  if (short.length === 0 || !fits || short.every(({ year }) => sure.has(String(year)))) return undefined;
  return readings.map((one) =>
    one?.kind === "pair" && one.yearFirst ? { kind: "date", iso: one.yearFirst, precision: "day" } : one,
  );
}

/** The day a reading means under a decision, and whether a person should check it. */
export function settleDate(
  reading: DateReading,
  decision: OrderDecision,
): { iso: string; doubtful: boolean } | undefined {
  if (reading.kind === "date") return { iso: reading.iso, doubtful: false };
  if (reading.kind === "january-or-october") return { iso: `${reading.year}-01-01`, doubtful: true };
  const other: DateOrder = decision.order === "mdy" ? "dmy" : "mdy";
  const iso = settlePair(reading, decision.order);
  if (iso !== undefined) return { iso, doubtful: decision.mixed && settlePair(reading, other) !== undefined };
  const turned = settlePair(reading, other);
  return turned === undefined ? undefined : { iso: turned, doubtful: false };
}
