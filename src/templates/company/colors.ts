import { isColor, paletteOf } from "../../sheets/palette";
import type { BrandColors } from "../../sheets/style";
import { COLORS, SERIES_COLORS } from "../../sheets/style";

/** What a workbook shows of its company's colours. `#RRGGBB` each. */
export interface ColorsSeen {
  /** Fills and letters of titles and headers on the pages, as often as they occur. */
  readonly headers: readonly string[];
  /** Accents of the workbook's theme, in order. */
  readonly theme?: readonly string[];
}

/** First accents of the themes that come with spreadsheet programs: nobody's own. */
const USUAL_ACCENTS = new Set(["#4F81BD", "#5B9BD5", "#4472C4", "#156082", "#18A303"]);

const OURS = new Set([...Object.values(COLORS), ...SERIES_COLORS].map((color) => color.toUpperCase()));

/**
 * The company's colours: those in which somebody has drawn titles and headers, or else those of its theme.
 *
 * @returns undefined when the pages are as they were made and the theme is a usual one
 */
export function brandOf({ headers, theme = [] }: ColorsSeen): BrandColors | undefined {
  const counts = new Map<string, number>();
  for (const color of headers.map((each) => each.toUpperCase()))
    if (isColor(color) && !OURS.has(color) && isColourful(color))
      counts.set(color, (counts.get(color) ?? 0) + 1);
  const [drawn] = [...counts].toSorted(([, a], [, b]) => b - a);
  if (drawn !== undefined) return { main: drawn[0] };
  const [main, second] = theme.map((color) => color.toUpperCase());
  if (main === undefined || !isColor(main) || USUAL_ACCENTS.has(main) || OURS.has(main)) return undefined;
  const drawnApart = second !== undefined && isColor(second) && second !== paletteOf({ main }).accent;
  return { main, ...(drawnApart ? { second } : {}) };
}

/** Neither white, grey nor black. */
function isColourful(color: string): boolean {
  const parts = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return Math.max(...parts) - Math.min(...parts) >= 48;
}
