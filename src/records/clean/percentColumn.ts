import { precise } from "./number";

/** How a percent was written: with a sign or a percent format, as a bare fraction (0.92), or as a bare whole (92). */
export type PercentShape = "signed" | "fraction" | "whole";

/** One cell of a percent column before the column has decided. `bare` numbers have no sign and no percent format. */
export interface PercentCell {
  readonly number: number;
  readonly bare: boolean;
}

export interface PercentReading {
  /** A fraction: 0.92 for 92 %. */
  readonly value: number;
  readonly shape: PercentShape;
  /** Written another way than most of the column. */
  readonly odd: boolean;
  /** 1.5 among 92 and 88: 1.5 % or 150 %? */
  readonly doubtful: boolean;
}

/** Bare numbers up to here can be fractions: an attainment of 200 % is rare, one of 2 % rarer. */
const LARGEST_FRACTION = 2;

/**
 * A column of percents as fractions. Bare numbers above 2 are wholes, others fractions; in a column of wholes a
 * number between 1 and 2 is in doubt, and taken for a whole.
 *
 * @example readPercents([{ number: 92, bare: true }, { number: 0.88, bare: true }]).map((p) => p?.value) // [0.92, 0.88]
 */
export function readPercents(cells: readonly (PercentCell | undefined)[]): (PercentReading | undefined)[] {
  const counts: Record<PercentShape, number> = { signed: 0, fraction: 0, whole: 0 };
  const shapes = cells.map((cell) => cell && shapeOf(cell));
  cells.forEach((cell, i) => {
    const shape = shapes[i];
    if (shape && cell?.number !== 0) counts[shape] += 1;
  });
  const usual = (["signed", "whole", "fraction"] as const).reduce(
    (best, shape) => (counts[shape] > counts[best] ? shape : best),
    "signed",
  );
  return cells.map((cell, i) => {
    let shape = shapes[i];
    if (!cell || !shape) return undefined;
    const doubtful = shape === "fraction" && usual === "whole" && Math.abs(cell.number) >= 1;
    if (doubtful) shape = "whole";
    const value = shape === "whole" ? precise(cell.number / 100) : cell.number;
    return { value, shape, odd: shape !== usual && cell.number !== 0 && !doubtful, doubtful };
  });
}

function shapeOf({ number, bare }: PercentCell): PercentShape {
  if (!bare) return "signed";
  return Math.abs(number) <= LARGEST_FRACTION ? "fraction" : "whole";
}
