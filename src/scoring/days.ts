/** Calendar days as `2026-03-01`, counted without clocks or time zones. */
const DAY = 86_400_000;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Days since 1970-01-01, or NaN when the text is no day of the calendar.
 *
 * @example dayCount("1970-01-02") // 1
 */
export function dayCount(iso: string): number {
  const [, year, month, day] = (ISO.exec(iso) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return Number.NaN;
  const date = new Date(Date.UTC(year, month - 1, day));
  const isThere = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isThere ? date.getTime() / DAY : Number.NaN;
}

export const isDay = (text: string): boolean => !Number.isNaN(dayCount(text));

/** @example dayOf(1) // "1970-01-02" */
export function dayOf(count: number): string {
  return new Date(count * DAY).toISOString().slice(0, 10);
}

/** How many days from the first to the last, both counted; 0 when the last lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.max(0, dayCount(to) - dayCount(from) + 1);
}

/** The first day of the month `months` after the month of `iso`: `2026-01-15` and 2 give `2026-03-01`. */
export function monthStart(iso: string, months: number): string {
  const [year = 0, month = 1] = iso.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}
