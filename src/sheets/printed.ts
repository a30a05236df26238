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
