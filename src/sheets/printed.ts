import { columnIndex, columnName } from "../formula/references";
import { textWidth } from "./rows";
import type { ColumnSpec } from "./spec";

/** A column nobody gave a width. */
const STANDARD = 8.43;
/** Letters are narrower than the digits that columns are counted in; Chinese characters are not. */
const LETTER = 0.87;

/** How wide a printed text is, in digits of the body font. */
export function printedWidth(text: string): number {
  const letters = [...text].length;
  const wide = textWidth(text) - letters;
  return wide * 2 + (letters - wide) * LETTER;
}

/** The first `count` columns' widths in characters; hidden ones have none. */
export function columnWidths(columns: readonly ColumnSpec[], count: number): number[] {
  const widths = Array<number>(count).fill(STANDARD);
  for (const { columns: range, width, hidden } of columns) {
    const [first = "A", last = first] = range.split(":");
    for (let at = columnIndex(first); at <= Math.min(columnIndex(last), count - 1); at++)
      widths[at] = hidden === true ? 0 : (width ?? STANDARD);
  }
  return widths;
}

/** What margins leave of A4, in points: the short and the long side. */
const PRINTABLE = { short: 510, long: 750 };
/** Points a character takes, and what every column adds. */
const CHARACTER = 5.25;
const PADDING = 3.75;

/**
 * Where new pages begin when columns of these widths fit across one page: between parts, so that none is cut in two, on
 * as few pages as hold them.
 *
 * @param starts first rows of the parts, from 1; the first part stays where it is
 * @param lastRow where the last part ends
 * @param height points a row takes
 * @param paper how the page lies, and how many stand side by side
 * @example pageBreaks([26, 12, 12, 12, 3, 10, 10, 10, 10, 10, 10], [3, 33, 63], 92, 16) // [63]
 */
export function pageBreaks(
  widths: readonly number[],
  starts: readonly number[],
  lastRow: number,
  height: number,
  paper: { readonly landscape: boolean; readonly pages: number } = { landscape: false, pages: 1 },
): number[] {
  const across = widths.reduce((sum, width) => sum + width * CHARACTER + PADDING, 0) / paper.pages;
  const [wide, long] = paper.landscape
    ? [PRINTABLE.long, PRINTABLE.short]
    : [PRINTABLE.short, PRINTABLE.long];
  const room = Math.floor((long * Math.max(1, across / wide)) / height);
  const breaksFor = (rows: number): number[] => {
    const breaks: number[] = [];
    let top = 1;
    starts.forEach((start, i) => {
      const end = (starts[i + 1] ?? lastRow + 1) - 1;
      if (i === 0 || end - top + 1 <= rows) return;
      breaks.push(start);
      top = start;
    });
    return breaks;
  };
  // As few pages as there must be, all about equally full.
  const pages = breaksFor(room).length + 1;
  let rows = Math.ceil(lastRow / pages);
  while (rows < room && breaksFor(rows).length + 1 > pages) rows += 1;
  return breaksFor(rows);
}

/**
 * What is printed of a page whose title and note run out of a narrow table: empty columns beside it as well.
 *
 * @param texts with their size in points
 * @example printedArea([20, 20], [["A note of some seventy characters that stands above a narrow table.", 10]], 9) // "A1:D9"
 */
export function printedArea(
  widths: readonly number[],
  texts: readonly (readonly [text: string, size: number])[],
  lastRow: number,
): string {
  const needed = Math.max(...texts.map(([text, size]) => (printedWidth(text) * size * 1.02) / 10));
  const missing = needed - widths.reduce((sum, width) => sum + width, 0);
  const extra = Math.max(0, Math.ceil(missing / STANDARD));
  return `A1:${columnName(widths.length - 1 + extra)}${lastRow}`;
}
