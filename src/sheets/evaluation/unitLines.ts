import type { SpecCell } from "../spec";
import type { ResultsSheet } from "./resultsSheet";

/** Lines kept for units to come where people are still to be typed in. */
const SPARE_UNITS = 2;

/**
 * The units of the results, one line each: as they are, or, where people are still to be typed in, whoever is typed:
 * the first unit on the page, the second, and so on; a line is empty while there is no such unit.
 *
 * @param units those known now
 * @example unitLines(results, ["East"]) // [{ formula: '=IFERROR(INDEX(…,MATCH(1,…,0)),"")' }, … 2, … 3]
 */
export function unitLines(results: ResultsSheet, units: readonly string[]): readonly SpecCell[] {
  if (!results.has(UNIT_NUMBER)) return units;
  return Array.from({ length: units.length + SPARE_UNITS }, (_, i) => ({
    formula: `=IFERROR(INDEX(${results.range("unit")},MATCH(${i + 1},${results.range(UNIT_NUMBER)},0)),"")`,
  }));
}

/** The column of the results that counts units where each stands first; only where people are still to be typed in. */
export const UNIT_NUMBER = "unitNumber";
