import chineseDays from "chinese-days";
import { dayNumber, isoDate, partsOf } from "./dates";
import type { WorkCalendar } from "./planRequest";

/**
 * How many days of a stretch are worked. China's public holidays and the working days swapped for them come from a
 * kept library; years it does not know yet have their plain weekends off.
 *
 * @param from,to inclusive ISO dates
 * @throws AttainError `request-invalid` for a date that does not exist
 * @example workingDays("2025-01-01", "2025-01-31") // 19: New Year, and the spring festival from the 28th
 */
export function workingDays(from: string, to: string, calendar: WorkCalendar = {}): number {
  const off = new Set(calendar.holidays);
  const on = new Set(calendar.workdays);
  const last = dayNumber(to);
  let count = 0;
  for (let day = dayNumber(from); day <= last; day++) {
    const iso = isoDate(day);
    if (on.has(iso) || (!off.has(iso) && isWorked(iso, day, calendar.country ?? "CN"))) count++;
  }
  return count;
}

function isWorked(iso: string, day: number, country: "CN" | "none"): boolean {
  if (country === "CN") {
    const detail = chineseDays.getDayDetail(iso);
    // Days of the government's list are named in three parts; for others the library reckons weekdays in the
    // machine's own zone, which is a day off west of Greenwich.
    if (detail.name.includes(",")) return detail.work;
  }
  return partsOf(day).weekday <= 5;
}
