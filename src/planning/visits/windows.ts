import { dayNumber, dayOf, partsOf } from "../dates";
import type { VisitFrequency } from "./visitsRequest";

/** A stretch of days in which exactly one visit of a customer falls. Day numbers, inclusive. */
export interface Window {
  readonly first: number;
  readonly last: number;
}

/**
 * The stretches into which a frequency cuts a horizon: months from the month the horizon starts in, weeks from the
 * Monday of its first week. The last one may reach beyond the horizon.
 *
 * @example // 2018-01-01 to 2018-03-31, every two months: January–February, March–April
 */
export function windowsOf(from: string, to: string, every: VisitFrequency): Window[] {
  if (!("count" in every)) return [];
  const start = dayNumber(from);
  const end = dayNumber(to);
  const windows: Window[] = [];
  const { year, month, weekday } = partsOf(start);
  for (let n = 0; ; n++) {
    const at = (step: number): number =>
      every.unit === "month"
        ? dayOf(year, month + step * every.count, 1)
        : start - (weekday - 1) + 7 * every.count * step;
    const first = at(n);
    if (first > end) return windows;
    windows.push({ first, last: at(n + 1) - 1 });
  }
}

/**
 * Where in the cycle a customer's turn is, 0 to below 1, from the last visit: one whole interval later. Overdue is 0.
 */
export function phaseAfter(last: string, { first, last: end }: Window): number {
  const length = end - first + 1;
  const due = dayNumber(last) + length;
  return Math.min(Math.max(0, (due - first) / length), 1 - 1 / length);
}
