import { ABSOLUTE, cellRef, rangeRef } from "../../formula/references";
import type { SheetSpec, SpecCell } from "../spec";

/** Where a request sheet holds its members' last year by period, so that pages compare with it live. */
export interface RequestHistory {
  /** A member's periods, by the unit's id: `'Request'!$D$30:$O$30`. */
  readonly rows: ReadonlyMap<string, string>;
  /** All members, a range a period: `'Request'!$D$30:$D$37`. */
  readonly periods: readonly string[];
}

/**
 * Undefined where the request has one figure a year, or none.
 *
 * @example requestHistory(sheet, 12)?.rows.get("East / Shanghai") // "'Request'!$D$30:$O$30"
 */
export function requestHistory(sheet: SheetSpec, periods: number): RequestHistory | undefined {
  const table = tableOf(sheet, "team");
  const first = table?.columns.indexOf("history.0") ?? -1;
  const last = table?.columns.indexOf(`history.${periods - 1}`) ?? -1;
  if (!table || first < 0 || last - first !== periods - 1) return undefined;
  const where = { ...ABSOLUTE, sheet: sheet.name };
  const paths = table.columns.flatMap((path, i) => (path.startsWith("path.") ? [i + 1] : []));
  const idOf = (row: number): string => paths.flatMap((at) => table.cells[row]?.[at] ?? []).join(" / ");
  const rows = Array.from({ length: table.last - table.first + 1 }, (_, i) => table.first + i);
  return {
    rows: new Map(rows.map((row) => [idOf(row), rangeRef(row, first + 1, row, last + 1, where)])),
    periods: Array.from({ length: periods }, (_, p) =>
      rangeRef(table.first, first + 1 + p, table.last, first + 1 + p, where),
    ),
  };
}

/** Cells of a request sheet with the last year's shares of an axis, by its parts. */
export function requestLastShares(sheet: SheetSpec, axis: string): ReadonlyMap<string, string> {
  const table = tableOf(sheet, "mix", axis);
  const share = table?.columns.indexOf("lastShare") ?? -1;
  if (!table || share < 0) return new Map();
  const name = table.columns.indexOf("name") + 1;
  const cells = new Map<string, string>();
  for (let row = table.first; row <= table.last; row++)
    cells.set(
      String(table.cells[row]?.[name] ?? ""),
      cellRef(row, share + 1, { ...ABSOLUTE, sheet: sheet.name }),
    );
  return cells;
}

/** A table of a request sheet: what its columns hold, from the sheet's second on, and its rows from 0, both included. */
export interface RequestTableCells {
  readonly cells: readonly (readonly SpecCell[])[];
  readonly columns: readonly string[];
  readonly first: number;
  readonly last: number;
}

/** A table of the sheet by its key; undefined where the request has none such. */
export function tableOf({ blocks }: SheetSpec, id: string, name?: string): RequestTableCells | undefined {
  const cells = blocks[0]?.cells ?? [];
  for (const [row, [key]] of cells.entries()) {
    if (typeof key !== "string" || !key.startsWith("table ")) continue;
    const table = JSON.parse(key.slice("table ".length)) as {
      readonly id: string;
      readonly name?: string;
      readonly columns: readonly string[];
    };
    if (table.id !== id || table.name !== name) continue;
    const end = cells.findIndex(([mark], at) => at > row && mark === "end");
    return { cells, columns: table.columns, first: row + 1, last: end - 1 };
  }
  return undefined;
}
