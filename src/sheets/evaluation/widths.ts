import { textWidth } from "../rows";

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
