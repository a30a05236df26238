import type { Sent } from "../../../jobs/sharing/share";

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
