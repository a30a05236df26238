import type { Cell, HostSheet, LineState } from "../book/workbook";
import { cellMarkup, type MarkupContext } from "./cellMarkup";
import { attributes } from "./xml";

/** Attributes of a row that this product sets; others of an opened file's row stay. */
const OWN_ATTRIBUTES = /\s(?:ht|customHeight|hidden|outlineLevel|spans)=(?:"[^"]*"|'[^']*')/g;

/**
 * A row's opening tag without its end.
 *
 * @param before The attributes it had in the opened file, of which foreign ones are kept.
 */
export function rowTag(row: number, state: LineState | undefined, prefix: string, before?: string): string {
  const kept = before === undefined ? ` r="${row + 1}"` : before.replace(OWN_ATTRIBUTES, "").trimEnd();
  const own = attributes({
    ht: state?.size,
    customHeight: state?.size === undefined ? undefined : true,
    hidden: state?.hidden || undefined,
    outlineLevel: state?.outline || undefined,
  });
  return `<${prefix}row${kept}${own}`;
}

export type XfOf = (style: number) => number;

/** All rows of a new sheet, as the content of `<sheetData>`. */
export function writeRows(sheet: HostSheet, xfOf: XfOf, context: MarkupContext): string {
  const numbers = new Set([...sheet.cells.keys(), ...sheet.rows.keys()]);
  const pieces: string[] = [];
  for (const row of [...numbers].sort((a, b) => a - b)) {
    const tag = rowTag(row, sheet.rows.get(row), context.prefix);
    const cells = writeCells(row, sheet.cells.get(row), xfOf, context);
    pieces.push(cells ? `${tag}>${cells}</${context.prefix}row>` : `${tag}/>`);
  }
  return pieces.join("");
}

function writeCells(
  row: number,
  line: ReadonlyMap<number, Cell> | undefined,
  xfOf: XfOf,
  context: MarkupContext,
): string {
  if (!line) return "";
  const columns = [...line].sort(([a], [b]) => a - b);
  return columns.map(([column, cell]) => cellMarkup(row, column, cell, xfOf(cell.style), context)).join("");
}
