import type { Sent } from "../../jobs/sharing/share";
import type { Lang } from "../../words";

export const SHOWN = ["all", "open", "answered"] as const;
/** Everybody, those whose answer is awaited, those who have answered. */
export type Shown = (typeof SHOWN)[number];

export function shownOf(list: readonly Sent[], shown: Shown): Sent[] {
  return list.filter(({ status }) => shown === "all" || (status === "answered") === (shown === "answered"));
}

/** Those whose name, unit, manager or file holds what is typed, whatever its case. */
export function found(list: readonly Sent[], typed: string): Sent[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === "") return [...list];
  return list.filter(({ name, unit, manager, file }) =>
    [name, unit, manager, file].some((text) => text.toLowerCase().includes(wanted)),
  );
}

/**
 * Lines for the clipboard, which Excel, WPS and mail programs take as a table.
 *
 * @param rows what stands in the columns, headers first
 * @example tabbed([["Name", "State"], ["Ann", "line\nbreak"]]) // "Name\tState\nAnn\tline break"
 */
export function tabbed(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((cell) => cell.replace(/[\t\r\n]+/g, " ")).join("\t")).join("\n");
}

/**
 * When something was, as short as it can be told: the year only where it is another one.
 *
 * @param to how exact: the day, or the minute
 * @example dated("2026-01-20T08:30:00.000Z", "en-US", "day", 2026) // "Jan 20"
 */
export function dated(
  iso: string,
  lang: Lang,
  to: "day" | "minute",
  thisYear: number = new Date().getFullYear(),
): string {
  const date = new Date(iso);
  return date.toLocaleString(lang, {
    month: "short",
    day: "numeric",
    ...(date.getFullYear() === thisYear ? {} : { year: "numeric" as const }),
    ...(to === "day" ? {} : { hour: "2-digit" as const, minute: "2-digit" as const }),
  });
}
