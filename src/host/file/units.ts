/** Lengths: Office.js counts in points, drawings in EMU, column widths in digits of the body font. */
const EMU_PER_POINT = 12_700;
const POINTS_PER_PIXEL = 0.75;
/** Width of a digit of Calibri 11 at 96 dpi; a file's column width counts these, 5 pixels of padding included. */
const PIXELS_PER_DIGIT = 7;

/** What Excel shows when a sheet says nothing: 8.43 characters (64 pixels) by 15 points. */
export const DEFAULT_COLUMN_POINTS = 48;
export const DEFAULT_ROW_POINTS = 15;

/** @example columnPoints(9.140625) // 48 */
export function columnPoints(fileWidth: number): number {
  return Math.round(fileWidth * PIXELS_PER_DIGIT) * POINTS_PER_PIXEL;
}

/** @example columnFileWidth(48) // 9.140625: 64 pixels, cut to 1/256 as Excel writes it */
export function columnFileWidth(points: number): number {
  return Math.trunc((points / POINTS_PER_PIXEL / PIXELS_PER_DIGIT) * 256) / 256;
}

export function toEmu(points: number): number {
  return Math.round(points * EMU_PER_POINT);
}

export function fromEmu(emu: number): number {
  return emu / EMU_PER_POINT;
}
