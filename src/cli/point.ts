import { findArea } from "../excel/read/areas";
import { goTo } from "../excel/navigate";
import type { Point } from "../jobs/read/point";

/**
 * The table named on the command line: a range is selected first, as a person would.
 *
 * @throws AttainError `sheet-missing`
 * @example await pointOf("March!A3:F30") // "selection"
 */
export async function pointOf(text: string): Promise<Point> {
  if (text.toLowerCase() === "all") return "all";
  const [, sheet, range] = /^(.+)!(\$?[A-Z]+\$?\d*:\$?[A-Z]+\$?\d*)$/i.exec(text) ?? [];
  if (sheet !== undefined && range !== undefined) {
    await goTo(sheet.replace(/^'(.*)'$/, "$1").replaceAll("''", "'"), range);
    return "selection";
  }
  return (await findArea(text)) ? { name: text } : { sheet: text };
}
