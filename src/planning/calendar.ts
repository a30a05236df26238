import { AttainError } from "../errors";
import type { Lang } from "../words";
import { dayNumber, dayOf, isoDate, partsOf } from "./dates";

export const GRAINS = ["year", "half", "quarter", "month", "tenDay", "week", "day"] as const;
export type Grain = (typeof GRAINS)[number];

/** A stretch of a plan's horizon. Both dates are inclusive ISO dates. */
export interface Period {
  /** Stable and sortable within a horizon: `2018-01`, `2018-Q1`, `2018-H1`, `2018-01-T1`, `2018-W05`, `2018-01-31`, `2018`. */
  readonly id: string;
  readonly grain: Grain;
  readonly start: string;
  readonly end: string;
}

export interface CalendarOptions {
  /** Month the fiscal year starts in, 1 to 12. A fiscal year is named after the calendar year it ends in. Default 1. */
  readonly fiscalStart?: number;
  /** First day of the week: 1 Monday (default) to 7 Sunday. Weeks are numbered as ISO 8601 does from Monday. */
  readonly weekStart?: number;
}

/**
 * The periods of a horizon, in order and without gaps. The first and the last are cut to the horizon, so that a
 * plan of October to February has exactly its five months and quarters that begin late or end early.
 *
 * @param from,to inclusive ISO dates
 * @throws AttainError `request-invalid` for a date that does not exist or a horizon that ends before it starts
 * @example periodsBetween("2017-10-01", "2018-02-28", "month").map((p) => p.id) // ["2017-10", …, "2018-02"]
 */
export function periodsBetween(
  from: string,
  to: string,
  grain: Grain,
  options: CalendarOptions = {},
): Period[] {
  const last = dayNumber(to);
  const periods: Period[] = [];
  let day = dayNumber(from);
  if (last < day)
    throw new AttainError("request-invalid", {
      detail: `the horizon ends (${to}) before it starts (${from})`,
    });
  while (day <= last) {
    const whole = WHOLE[grain](day, options.fiscalStart ?? 1, options.weekStart ?? 1);
    const end = Math.min(whole.last, last);
    periods.push({ id: whole.id, grain, start: isoDate(day), end: isoDate(end) });
    day = end + 1;
  }
  return periods;
}

/** Which of the coarser periods each finer one starts in: how months group into quarters, weeks into months. */
export function groupOf(fine: readonly Period[], coarse: readonly Period[]): number[] {
  return fine.map((period) =>
    coarse.findIndex((group) => group.start <= period.start && period.start <= group.end),
  );
}

interface Whole {
  readonly id: string;
  readonly last: number;
}

/** The uncut period a day lies in. */
const WHOLE: Record<Grain, (day: number, fiscalStart: number, weekStart: number) => Whole> = {
  year: (day, fiscalStart) => fiscalPart(day, fiscalStart, 12, () => ""),
  half: (day, fiscalStart) => fiscalPart(day, fiscalStart, 6, (n) => `-H${n}`),
  quarter: (day, fiscalStart) => fiscalPart(day, fiscalStart, 3, (n) => `-Q${n}`),
  month: (day) => {
    const { year, month } = partsOf(day);
    return { id: `${year}-${two(month)}`, last: dayOf(year, month + 1, 1) - 1 };
  },
  tenDay: (day) => {
    const { year, month, day: date } = partsOf(day);
    const part = Math.min(3, Math.ceil(date / 10));
    return {
      id: `${year}-${two(month)}-T${part}`,
      last: part === 3 ? dayOf(year, month + 1, 1) - 1 : dayOf(year, month, part * 10),
    };
  },
  week: (day, _, weekStart) => {
    const first = day - ((partsOf(day).weekday - weekStart + 7) % 7);
    // A week belongs to the year that holds its fourth day: ISO's Thursday.
    const year = partsOf(first + 3).year;
    return { id: `${year}-W${two(Math.floor((first + 3 - dayOf(year, 1, 1)) / 7) + 1)}`, last: first + 6 };
  },
  day: (day) => ({ id: isoDate(day), last: day }),
};

function fiscalPart(day: number, fiscalStart: number, months: number, suffix: (n: number) => string): Whole {
  const { year, month } = partsOf(day);
  const into = (month - fiscalStart + 12) % 12;
  const startYear = month >= fiscalStart ? year : year - 1;
  const part = Math.floor(into / months);
  const name = fiscalStart === 1 ? startYear : startYear + 1;
  return {
    id: `${name}${suffix(part + 1)}`,
    last: dayOf(startYear, fiscalStart + (part + 1) * months, 1) - 1,
  };
}

function two(n: number): string {
  return String(n).padStart(2, "0");
}

/**
 * A period's name as a column header. The year is left out unless asked for: the page's title says it.
 *
 * @example periodLabel({ id: "2018-01", grain: "month", … }, "zh-CN") // "1月"
 * @example periodLabel({ id: "2018-01", grain: "month", … }, "en-US", { year: true }) // "Jan 2018"
 */
export function periodLabel(period: Period, lang: Lang, options: { readonly year?: boolean } = {}): string {
  const label = LABELS[period.grain][lang](period);
  if (!options.year || period.grain === "year") return label;
  const year =
    period.grain === "quarter" || period.grain === "half" || period.grain === "week"
      ? period.id.slice(0, 4)
      : period.start.slice(0, 4);
  return lang === "zh-CN" ? `${year}年${label}` : `${label} ${year}`;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const monthOf = (period: Period): number => Number(period.start.slice(5, 7));
const monthName = (period: Period): string => MONTHS[monthOf(period) - 1] ?? "";
const dayOfMonth = (period: Period): number => Number(period.start.slice(8, 10));
const partOf = (period: Period): number => Number(/\d+$/.exec(period.id)?.[0] ?? 0);

const LABELS: Record<Grain, Record<Lang, (period: Period) => string>> = {
  year: { "zh-CN": (p) => `${p.id}年`, "en-US": (p) => p.id },
  half: { "zh-CN": (p) => (partOf(p) === 1 ? "上半年" : "下半年"), "en-US": (p) => `H${partOf(p)}` },
  quarter: { "zh-CN": (p) => `${"一二三四"[partOf(p) - 1] ?? ""}季度`, "en-US": (p) => `Q${partOf(p)}` },
  month: { "zh-CN": (p) => `${monthOf(p)}月`, "en-US": monthName },
  tenDay: {
    "zh-CN": (p) => `${monthOf(p)}月${"上中下"[partOf(p) - 1] ?? ""}旬`,
    "en-US": (p) => `${monthName(p)} ${["1–10", "11–20", "21–end"][partOf(p) - 1] ?? ""}`,
  },
  week: { "zh-CN": (p) => `第${partOf(p)}周`, "en-US": (p) => `W${partOf(p)}` },
  day: {
    "zh-CN": (p) => `${monthOf(p)}月${dayOfMonth(p)}日`,
    "en-US": (p) => `${monthName(p)} ${dayOfMonth(p)}`,
  },
};

/** The same stretch `years` earlier, for comparing with last year's actuals; 29 February becomes 28. */
export function yearsBefore(period: Period, years: number): { readonly start: string; readonly end: string } {
  const shift = (iso: string, asEnd: boolean): string => {
    const { year, month, day } = partsOf(dayNumber(iso));
    const lastDay = partsOf(dayOf(year - years, month + 1, 1) - 1).day;
    const wasLast = partsOf(dayNumber(iso) + 1).day === 1;
    return isoDate(dayOf(year - years, month, asEnd && wasLast ? lastDay : Math.min(day, lastDay)));
  };
  return { start: shift(period.start, false), end: shift(period.end, true) };
}
