import { argumentsFrom, withoutTexts } from "../file/formulaText";

const CALL = /(?<![\p{L}\p{N}_.])HYPERLINK\(/iu;

/**
 * The formula with every `HYPERLINK(place, words)` replaced by what such a cell shows, its words (the place, where
 * there are none): IronCalc does not know the function.
 *
 * @example withoutLinks(`=HYPERLINK("#'Q1'!A1","first quarter")`) // `=("first quarter")`
 */
export function withoutLinks(formula: string): string {
  const code = withoutTexts(formula);
  const call = CALL.exec(code);
  if (!call) return formula;
  const start = call.index + call[0].length;
  const parts = argumentsFrom(code, start);
  const [place = "", words] = parts;
  const from = words === undefined ? start : start + place.length + 1;
  const shown = formula.slice(from, from + (words ?? place).length);
  const end = start + parts.join(",").length + 1;
  return `${formula.slice(0, call.index)}(${withoutLinks(shown)})${withoutLinks(formula.slice(end))}`;
}
