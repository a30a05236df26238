import { columnIndex, columnName } from "../formula/references";

/** One cell as a sheet gives it: dates are serial numbers or text, `""` and `null` are empty, errors are text like `#N/A`. */
export type Cell = string | number | boolean | null;

/** A rectangle of cells as read from a sheet. Rows and columns in here are offsets from `top` and `left`, all 0-based. */
export interface Grid {
  readonly sheet: string;
  /** Sheet row and column of the rectangle's first cell, 0-based. */
  readonly top: number;
  readonly left: number;
  readonly values: readonly (readonly Cell[])[];
  /** Excel number format codes, same shape as `values`. */
  readonly numberFormats?: readonly (readonly string[])[];
  /** Offsets of rows hidden by hand or by a filter. */
  readonly hiddenRows?: ReadonlySet<number>;
  /** Merged areas in A1 form, as the sheet names them. */
  readonly merges?: readonly string[];
  /** Rows here are the sheet's columns, see {@link transposeGrid}; addresses are the sheet's all the same. */
  readonly transposed?: boolean;
}

/** The grid turned by its diagonal: people across become people down. Addresses still are those of the sheet. */
export function transposeGrid(grid: Grid): Grid {
  const width = grid.values.reduce((widest, row) => Math.max(widest, row.length), 0);
  const turn = <T>(rows: readonly (readonly T[])[], gap: T): T[][] =>
    Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? gap));
  return {
    sheet: grid.sheet,
    top: grid.left,
    left: grid.top,
    values: turn<Cell>(grid.values, null),
    ...(grid.numberFormats ? { numberFormats: turn(grid.numberFormats, "General") } : {}),
    transposed: !grid.transposed,
  };
}

/** Nothing there, or nothing but spaces of any width. */
export function isBlank(cell: Cell | undefined): boolean {
  return (
    cell === null || cell === undefined || cell === "" || (typeof cell === "string" && cell.trim() === "")
  );
}

/** The A1 address of a cell given by offsets in its grid. @example addressOf({ sheet: "x", top: 1, left: 0, values }, 0, 2) // "C2" */
export function addressOf(grid: Grid, row: number, column: number): string {
  return grid.transposed
    ? `${columnName(grid.top + row)}${grid.left + column + 1}`
    : `${columnName(grid.left + column)}${grid.top + row + 1}`;
}

/** The A1 address of a block given by offsets in its grid, both corners included; a single cell is written alone. */
export function rangeOf(
  grid: Grid,
  fromRow: number,
  fromColumn: number,
  toRow: number,
  toColumn: number,
): string {
  const from = addressOf(grid, fromRow, fromColumn);
  const to = addressOf(grid, toRow, toColumn);
  return from === to ? from : `${from}:${to}`;
}

export interface Area {
  readonly fromRow: number;
  readonly fromColumn: number;
  readonly toRow: number;
  readonly toColumn: number;
}

/** An A1 range as 0-based sheet rows and columns, both corners included; undefined when it is not one. */
export function parseArea(reference: string): Area | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/i.exec(reference);
  const [, letters, row, letters2, row2] = match ?? [];
  if (letters === undefined || row === undefined) return undefined;
  const fromRow = Number(row) - 1;
  const fromColumn = columnIndex(letters);
  return {
    fromRow,
    fromColumn,
    toRow: row2 === undefined ? fromRow : Number(row2) - 1,
    toColumn: letters2 === undefined ? fromColumn : columnIndex(letters2),
  };
}
