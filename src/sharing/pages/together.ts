import { fitsShrunk, pageBreaks, USUAL_ROW } from "../../sheets/pageBreaks";
import type { PrintSpec, RowSpec } from "../../sheets/spec";

/** The heights in points of the first `count` rows. */
export function rowHeights(rows: readonly RowSpec[], count: number): number[] {
  const heights = Array<number>(count).fill(USUAL_ROW);
  for (const { rows: span, height } of rows) {
    const [first = 0, last = first] = span.split(":").map(Number);
    if (height !== undefined) heights.fill(height, first - 1, Math.min(last, count));
  }
  return heights;
}

/**
 * How parts with headings of their own are printed without being torn: all on one page where little is missing, or new
 * pages before those that would be.
 *
 * @param parts first rows of the parts, from 0
 */
export function together(
  orientation: PrintSpec["orientation"],
  widths: readonly number[],
  heights: readonly number[],
  parts: readonly number[],
): Pick<PrintSpec, "fitHeight" | "breaksBefore"> {
  if (fitsShrunk({ orientation, widths, heights })) return { fitHeight: 1 };
  // The header is repeated on every page, and programs differ in how high rows come out.
  const taller = heights.map((height) => height * 1.04);
  const breaks = pageBreaks({ orientation, widths, heights: taller, parts });
  return breaks.length > 0 ? { breaksBefore: breaks } : {};
}
