/** Excel pads a cell by this much beside its text: five pixels at 96 dpi. */
const PADDING = 3.75;
/** A digit of Calibri 11 is seven pixels wide, one of DengXian 11 eight. */
const USUAL_DIGIT = 5.25;
const PLAUSIBLE = { least: 4, most: 12 };

/**
 * How wide a digit of the workbook's body font is, in points, from a column of standard width: the same number of
 * characters is wider in a Chinese workbook than in an English one.
 *
 * @example digitPoints(8.43, 48) // 5.25
 */
export function digitPoints(standardCharacters: number, standardPoints: number): number {
  const digit = (standardPoints - PADDING) / standardCharacters;
  return digit >= PLAUSIBLE.least && digit <= PLAUSIBLE.most ? Math.round(digit * 100) / 100 : USUAL_DIGIT;
}

/**
 * A column width in characters, as people and files count it, in points, as Office.js does.
 *
 * @example pointsOfWidth(8.43) // 48
 */
export function pointsOfWidth(characters: number, digit = USUAL_DIGIT): number {
  return Math.round((characters * digit + PADDING) * 4) / 4;
}
