import type { Phrase } from "../../words";
import { readDate, type DateOrder, type DateReading } from "../clean/date";
import { decideOrder, settleDate, withYearFirst, type OrderDecision } from "../clean/dateColumn";
import { report, reportWholeColumn, valueOf, type ColumnSource, type Values } from "./columnSource";

const ORDER_NAMES: Readonly<Record<DateOrder, Phrase>> = {
  mdy: { "zh-CN": "月/日/年", "en-US": "month/day/year" },
  dmy: { "zh-CN": "日/月/年", "en-US": "day/month/year" },
};

const YEAR_FIRST: Phrase = { "zh-CN": "年/月/日", "en-US": "year/month/day" };

/**
 * Several date columns of one table as ISO days. Each decides by itself whether month or day comes first; one that
 * cannot follows the others, and only then `fallback`.
 */
export function readDateColumns<Id extends string>(
  sources: Readonly<Partial<Record<Id, ColumnSource>>>,
  fallback: DateOrder,
): Partial<Record<Id, Values<string>>> {
  const read = (Object.entries(sources) as [Id, ColumnSource | undefined][]).flatMap(([id, source]) =>
    source ? [{ id, source, readings: readDates(source) }] : [],
  );
  const decided = read.map(({ readings }) =>
    decideOrder(
      readings.map(({ reading }) => reading),
      fallback,
    ),
  );
  const neighbour = decided.find(({ by }) => by === "days")?.order;
  const result: Partial<Record<Id, Values<string>>> = {};
  read.forEach(({ id, source, readings }, i) => {
    const own = decided[i];
    if (!own) return;
    const decision: OrderDecision =
      own.by === "none" && neighbour ? { ...own, order: neighbour, by: "neighbour" } : own;
    result[id] = settleColumn(source, readings, decision);
  });
  return result;
}

interface DateCell {
  readonly found: string | number | boolean | undefined;
  readonly reading: DateReading | undefined;
}

function readDates(source: ColumnSource): DateCell[] {
  // The same day comes back many times in a ledger: each spelling is read once.
  const known = new Map<string | number, DateReading | undefined>();
  const cells = source.region.rows.map((row): DateCell => {
    const found = valueOf(source, row);
    if (found === undefined || typeof found === "boolean") return { found, reading: undefined };
    let reading = known.get(found);
    if (reading === undefined && !known.has(found)) {
      reading = readDate(found);
      known.set(found, reading);
    }
    return { found, reading };
  });
  const settled = withYearFirst(cells.map(({ reading }) => reading));
  if (!settled) return cells;
  const evidence = cells.filter(({ reading }) => reading?.kind === "date").length;
  reportWholeColumn(source, "date-as-text", { order: YEAR_FIRST, evidence });
  return cells.map(({ found }, i) => ({ found, reading: settled[i] }));
}

function settleColumn(
  source: ColumnSource,
  cells: readonly DateCell[],
  decision: OrderDecision,
): Values<string> {
  const { rows } = source.region;
  let pairs = 0;
  const values = cells.map(({ found, reading }, i) => {
    if (found === undefined) return undefined;
    const row = rows[i] ?? 0;
    if (reading?.kind === "pair") pairs += 1;
    const settled = reading && settleDate(reading, decision);
    if (!settled) {
      report(source, "date-unreadable", row, found);
      return undefined;
    }
    if (settled.doubtful) report(source, "date-ambiguous", row, found, { value: settled.iso });
    return settled.iso;
  });
  const order = ORDER_NAMES[decision.order];
  if (decision.by === "none") reportWholeColumn(source, "date-order-unknown", { order });
  else if (pairs > 0) reportWholeColumn(source, "date-as-text", { order, evidence: decision.evidence });
  return values;
}
