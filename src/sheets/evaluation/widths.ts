import { columnName } from "../../formula/references";
import { textWidth } from "../rows";
import type { PrintSpec } from "../spec";

/** Characters that can be read on one page across; a wider sheet takes several, with the names on each. */
const PAGE_WIDTH = 195;

/** Bold words are wider than the characters they are counted in. */
const BOLD = 1.06;

/**
 * How wide a column must be for its header to stand in two lines without a word cut in two.
 *
 * @param least for what stands below it
 */
export function headerWidth(header: string, least: number): number {
  const words = header.match(/[\u2E80-\uFFEF]|[^\s\u2E80-\uFFEF]+/g) ?? [];
  const longest = Math.max(0, ...words.map(textWidth)) * BOLD + 1.5;
  return Math.max(least, Math.ceil(longest), Math.ceil(textWidth(header) / 2) + 4);
}

/** How many pages across columns of these widths take. */
export function pagesFor(widths: readonly number[]): number {
  return Math.max(1, Math.ceil(widths.reduce((sum, width) => sum + width, 0) / PAGE_WIDTH));
}

/** Points a line of a table takes on pages with room to spare. */
export const ROW_HEIGHT = 18;

/**
 * How a table is printed across: on one page, or on several with the names on each. The repeated names would cut off
 * its title there, which then stands above the pages instead.
 *
 * @param table `names` is the last column to repeat; rows count from 1: the first that is printed of several pages,
 *   the last of all
 * @example printedAcross([12, 12, 9], { title: "Results", names: "B", from: 4, to: 30 }) // { fitWidth: 1 }
 */
export function printedAcross(
  widths: readonly number[],
  table: { readonly title: string; readonly names: string; readonly from: number; readonly to: number },
): Pick<PrintSpec, "fitWidth" | "titleColumns" | "area" | "header"> {
  const pages = pagesFor(widths);
  if (pages === 1) return { fitWidth: 1 };
  return {
    fitWidth: pages,
    titleColumns: `$A:$${table.names}`,
    area: `A${table.from}:${columnName(widths.length - 1)}${table.to}`,
    header: table.title,
  };
}
