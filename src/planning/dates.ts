import { AttainError } from "../errors";

/** Calendar days without clocks or zones: ISO text outside, whole days since 1970-01-01 inside. */
const DAY = 86_400_000;

/**
 * @throws AttainError `request-invalid` when `iso` is no day of the calendar
 * @example dayNumber("1970-01-02") // 1
 */
export function dayNumber(iso: string): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(`${iso}T00:00:00Z`) : NaN;
  if (Number.isNaN(time) || isoDate(time / DAY) !== iso)
    throw new AttainError("request-invalid", { detail: `“${iso}” is not a date like 2018-01-31` });
  return time / DAY;
}

export function isoDate(day: number): string {
  const time = day * DAY;
  return Number.isFinite(time) && Math.abs(time) < 8e15 ? new Date(time).toISOString().slice(0, 10) : "";
}

export interface DayParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  /** 1 for Monday to 7 for Sunday. */
  readonly weekday: number;
}

export function partsOf(day: number): DayParts {
  const date = new Date(day * DAY);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay() || 7,
  };
}

/** Day number of a year's month's day; months and days may run over, as in month 13. */
export function dayOf(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / DAY;
}
