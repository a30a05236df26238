import { dayCount, dayOf } from "../../scoring/days";

/** 1970-01-01 as Excel counts days. */
const EPOCH = 25_569;

/**
 * A day or minute as Excel counts them.
 *
 * @example serialOf("1900-03-01") // 61
 * @example serialOf("1900-03-01 12:00") // 61.5
 */
export function serialOf(on: string): number {
  const [day = "", time = ""] = on.trim().split(/[ T]/);
  const [hours = 0, minutes = 0] = time === "" ? [] : time.split(":").map(Number);
  return dayCount(day) + EPOCH + (hours * 60 + minutes) / 1440;
}

/**
 * The day or minute of a cell: a number as Excel counts days, or a text that says one.
 *
 * @example momentOf(61.5) // "1900-03-01 12:00"
 * @example momentOf("2026/4/8") // "2026-04-08"
 * @returns undefined when the cell holds no day
 */
export function momentOf(cell: unknown): string | undefined {
  if (typeof cell === "number" && cell >= 1 && cell < 200_000) {
    const minutes = Math.round((cell - Math.floor(cell)) * 1440);
    const [day, rest] = minutes === 1440 ? [Math.floor(cell) + 1, 0] : [Math.floor(cell), minutes];
    return withTime(dayOf(day - EPOCH), rest);
  }
  if (typeof cell !== "string") return undefined;
  const [, year, month, date, hours, minutes] =
    /^\s*(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T](\d{1,2}):(\d{2}))?\s*$/.exec(cell) ?? [];
  if (year === undefined || month === undefined || date === undefined) return undefined;
  const day = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  if (Number.isNaN(dayCount(day)) || Number(hours ?? 0) > 23 || Number(minutes ?? 0) > 59) return undefined;
  return withTime(day, hours === undefined ? 0 : Number(hours) * 60 + Number(minutes));
}

function withTime(day: string, minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  return minutes === 0 ? day : `${day} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
