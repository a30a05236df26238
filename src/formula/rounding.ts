const POWERS = Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));

function power(digits: number): number {
  return POWERS[digits] ?? 10 ** digits;
}

/**
 * Excel's ROUND: half away from zero, judged on the 15 digits Excel shows, so that 1.005 goes to 1.01 although the
 * binary fraction behind it is a little less.
 *
 * @example excelRound(1.005, 2) // 1.01
 * @example excelRound(-2.5, 0) // -3
 */
export function excelRound(value: number, digits: number): number {
  const places = Math.trunc(digits);
  const scale = power(Math.abs(places));
  const scaled = places >= 0 ? Math.abs(value) * scale : Math.abs(value) / scale;
  if (!(scaled < 1e15)) return value;
  let whole = Math.floor(scaled);
  const rest = scaled - whole;
  // Only near a half does the 15-digit reading matter.
  if (Math.abs(rest - 0.5) < 1e-5) whole = Math.floor(Number(scaled.toPrecision(15)) + 0.5);
  else if (rest > 0.5) whole += 1;
  const size = places >= 0 ? whole / scale : whole * scale;
  return value < 0 ? 0 - size : size;
}

/**
 * Scores and money are rounded after this factor: results such as 60 × 1.0075 = 60.449999999999996, which only binary
 * fractions hold below the half, round up like on paper, in every spreadsheet program alike.
 */
export const ROUNDING_LIFT = 1 + 1e-12;

/** Digits after the point that count when a value is held against a bound. */
export const COMPARE_DIGITS = 9;
