import { precise } from "../clean/number";
import type { Deals } from "./ledger";
import type { PeriodDays } from "../periods";

/** What one rep reached. Amounts are in base units (元), arrays run along the periods asked for. */
export interface RepActuals {
  readonly rep: string;
  /** Won amount by close date. */
  readonly amounts: readonly number[];
  /** Deals won and lost by close date. */
  readonly wonByPeriod: readonly number[];
  readonly lostByPeriod: readonly number[];
  /** Sums of the above. */
  readonly total: number;
  readonly won: number;
  readonly lost: number;
  /** Deals not decided yet, whenever they were opened. */
  readonly open: number;
}

export interface Actuals {
  readonly periods: readonly PeriodDays[];
  /** In the order the reps first appear; records without a rep are left out and stand in the problem list. */
  readonly reps: readonly RepActuals[];
  readonly total: number;
  readonly totals: readonly number[];
  /** Won deals that belong to none of the periods. */
  readonly outside: { readonly count: number; readonly amount: number };
}

interface Tally {
  readonly amounts: number[];
  readonly wonByPeriod: number[];
  readonly lostByPeriod: number[];
  open: number;
}

/**
 * Won amount and numbers of deals per rep and period. A deal belongs to the period its close date falls in; periods
 * must not overlap.
 *
 * @example actualsByMonth(deals, monthsOfYear(2017)).total // 10005534 for the sample ledger
 */
export function actualsByMonth(deals: Deals, periods: readonly PeriodDays[]): Actuals {
  const tallies = new Map<string, Tally>();
  const find = periodFinder(periods);
  const zeros = () => periods.map(() => 0);
  const outside = { count: 0, amount: 0 };
  deals.rep.forEach((rep, i) => {
    if (rep === "") return;
    let tally = tallies.get(rep);
    if (!tally) {
      tally = { amounts: zeros(), wonByPeriod: zeros(), lostByPeriod: zeros(), open: 0 };
      tallies.set(rep, tally);
    }
    const outcome = deals.outcome[i];
    const period = find(deals.closed[i]);
    const amount = deals.amount[i] ?? 0;
    if (outcome === "open") tally.open += 1;
    else if (period === undefined) {
      if (outcome === "won") {
        outside.count += 1;
        outside.amount += amount;
      }
    } else if (outcome === "lost") add(tally.lostByPeriod, period, 1);
    else {
      add(tally.wonByPeriod, period, 1);
      add(tally.amounts, period, amount);
    }
  });
  const reps = [...tallies].map(([rep, tally]): RepActuals => {
    const amounts = tally.amounts.map(precise);
    return {
      rep,
      ...tally,
      amounts,
      total: sum(amounts),
      won: sum(tally.wonByPeriod),
      lost: sum(tally.lostByPeriod),
    };
  });
  const totals = periods.map((_, p) => sum(reps.map(({ amounts }) => amounts[p] ?? 0)));
  return {
    periods,
    reps,
    total: sum(totals),
    totals,
    outside: { count: outside.count, amount: precise(outside.amount) },
  };
}

/** Finds a day's period; ISO days compare as text. Remembers what it found, since days come back. */
function periodFinder(periods: readonly PeriodDays[]): (day: string | undefined) => number | undefined {
  const known = new Map<string, number | undefined>();
  return (day) => {
    if (day === undefined) return undefined;
    if (!known.has(day)) {
      const at = periods.findIndex(({ from, to }) => from <= day && day <= to);
      known.set(day, at < 0 ? undefined : at);
    }
    return known.get(day);
  };
}

function add(into: number[], at: number, value: number): void {
  into[at] = (into[at] ?? 0) + value;
}

function sum(values: readonly number[]): number {
  return precise(values.reduce((total, value) => total + value, 0));
}
