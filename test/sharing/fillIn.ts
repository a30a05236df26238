import { parseRange } from "../../src/formula/references";
import { openXlsx } from "../../src/host/file/open";
import { saveXlsx } from "../../src/host/file/save";
import type { HostSheet, HostWorkbook } from "../../src/host/book/workbook";

type Typed = string | number | null | { readonly formula: string };

/** A workbook in somebody's hands: cells typed into by tab and address, saved again. */
export async function fillIn(
  bytes: Uint8Array,
  typed: Readonly<Record<string, Readonly<Record<string, Typed>>>>,
  also: (book: HostWorkbook) => void = () => undefined,
): Promise<Uint8Array> {
  const book = await openXlsx(bytes, "returned.xlsx");
  for (const [tab, cells] of Object.entries(typed))
    for (const [address, value] of Object.entries(cells)) type(sheetOf(book, tab), address, value);
  also(book);
  return saveXlsx(book);
}

export function sheetOf(book: HostWorkbook, tab: string): HostSheet {
  const sheet = book.sheets.find(({ name }) => name === tab);
  if (!sheet)
    throw new Error(`There is no sheet “${tab}” among ${book.sheets.map(({ name }) => name).join(", ")}`);
  return sheet;
}

export function type(sheet: HostSheet, address: string, value: Typed): void {
  const { top, left } = parseRange(address);
  const row = sheet.cells.get(top) ?? new Map();
  sheet.cells.set(top, row);
  const { style = 0 } = row.get(left) ?? {};
  row.set(
    left,
    typeof value === "object" && value !== null
      ? { value: null, formula: value.formula, style }
      : { value, style },
  );
  sheet.changed.cells.add(`${top},${left}`);
}

/** Every row from `at` (from 0) on moves down by one, as inserting a row does to constants. Formulas are not adjusted. */
export function insertRow(sheet: HostSheet, at: number): void {
  const rows = [...sheet.cells].sort(([a], [b]) => b - a);
  for (const [row, cells] of rows) {
    if (row < at) continue;
    sheet.cells.delete(row);
    sheet.cells.set(row + 1, cells);
    for (const column of cells.keys()) {
      sheet.changed.cells.add(`${row},${column}`);
      sheet.changed.cells.add(`${row + 1},${column}`);
    }
  }
}
