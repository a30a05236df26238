import { STYLES } from "./style";

/** A4 without the product's margins, in points; landscape. */
const PAPER = { long: 757, short: 504 };
/** Points a character of a column's width takes, and what every column adds. */
const CHARACTER = 5.25;
const COLUMN_EDGE = 3.75;
/** A row nobody gave a height: programs differ, and none of them makes it higher. */
export const USUAL_ROW = Math.max(15, STYLES.body.size * 1.4);
/** A part longer than a page may begin where at least so much of one is left. */
const WORTH_BEGINNING = 0.4;

/** A page that prints as wide as the paper, from its first row on. */
export interface Printed {
  readonly orientation: "portrait" | "landscape";
  /** In characters, of the columns that are printed. */
  readonly widths: readonly number[];
  /** In points, of every row that is printed. */
  readonly heights: readonly number[];
  /** Rows, from 0, where a part with a heading of its own begins. */
  readonly parts: readonly number[];
  /** In points, of the rows that stand on every page again. */
  readonly repeated?: number;
}

/** How much a page may shrink to take what would stand alone on the next, and how small it may get by that. */
const WORTH_SHRINKING = 1.3;
const SMALLEST = 0.66;
/** How much of its size a page of several may lose so that the last is not nearly empty. */
const LITTLE_SMALLER = 1.25;

/**
 * Whether all of it should rather stand on one page: the little that runs over would stand alone on the next.
 */
export function fitsShrunk({ orientation, widths, heights }: Omit<Printed, "parts">): boolean {
  const { scale, page } = pageOf(orientation, widths);
  const over = sum(heights) / page;
  return over > 1 && over <= WORTH_SHRINKING && scale / over >= SMALLEST;
}

/** How many pages the rows take when they flow. */
export function pagesTaken({ orientation, widths, heights, repeated = 0 }: Omit<Printed, "parts">): number {
  const { page } = pageOf(orientation, widths);
  return Math.max(1, Math.ceil((sum(heights) - repeated) / (page - repeated)));
}

/**
 * On how many pages a flowing page should rather stand, when one page less than it takes holds it nearly as large:
 * the little that runs over would stand alone on the last. Undefined when it is best left to flow.
 *
 * @example pagesShrunk({ orientation: "landscape", widths: [100], heights: Array(76).fill(15) }) // 2
 */
export function pagesShrunk({
  orientation,
  widths,
  heights,
  repeated = 0,
}: Omit<Printed, "parts">): number | undefined {
  const { scale, page } = pageOf(orientation, widths);
  const taken = sum(heights) / page;
  const pages = Math.floor(taken);
  if (pages < 1 || taken === pages) return undefined;
  const shrink = (sum(heights) + repeated * (pages - 1)) / (pages * page);
  return shrink <= LITTLE_SMALLER && scale / shrink >= SMALLEST ? pages : undefined;
}

/**
 * Where new pages must begin so that no heading is left alone at a page's foot and no table that fits on one page is
 * torn apart.
 *
 * @returns rows from 1, for `PrintSpec.breaksBefore`
 */
export function pageBreaks({ orientation, widths, heights, parts, repeated = 0 }: Printed): number[] {
  const { page } = pageOf(orientation, widths);
  const breaks: number[] = [];
  let used = sum(heights.slice(0, parts[0] ?? heights.length));
  parts.forEach((start, i) => {
    const height = sum(heights.slice(start, parts[i + 1] ?? heights.length));
    const left = page - used;
    const torn = height > left && (height <= page || left < page * WORTH_BEGINNING);
    if (torn && i > 0) {
      breaks.push(start + 1);
      used = repeated;
    }
    used += height;
    // What does not fit flows over: the next part begins somewhere on a later page.
    used = used > page ? repeated + (used % page) : used;
  });
  return breaks;
}

/** How much the page shrinks to its width, and how many points of rows it then takes. */
function pageOf(orientation: Printed["orientation"], widths: readonly number[]) {
  const [across, down] = orientation === "landscape" ? [PAPER.long, PAPER.short] : [PAPER.short, PAPER.long];
  const width = sum(widths.map((each) => each * CHARACTER + COLUMN_EDGE));
  const scale = Math.min(1, across / width);
  return { scale, page: down / scale };
}

function sum(values: readonly number[]): number {
  return values.reduce((whole, value) => whole + value, 0);
}
