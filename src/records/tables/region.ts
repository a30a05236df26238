import { parseArea, type Cell, type Grid } from "../grid";

export interface TableColumn {
  /** Offset in the grid. */
  readonly column: number;
  /** The header's rows joined, top down, e.g. `一季度 / 1月`; empty when there is none. */
  readonly header: string;
  /** The header's rows one by one, without repeats and gaps. */
  readonly parts: readonly string[];
}

/** Why a row between header and end is not one of the records. */
export type AsideKind = "total" | "subtotal" | "derived" | "section" | "header" | "numbering";

export interface AsideRow {
  readonly row: number;
  readonly kind: AsideKind;
  readonly label: string;
  /** Recognised by its word, or because its numbers add up the rows above. */
  readonly by: "word" | "sum" | "shape";
}

export interface TextLine {
  readonly row: number;
  readonly text: string;
}

/** One table found on a sheet. Rows are offsets in the grid. */
export interface TableRegion {
  readonly grid: Grid;
  /** Lines above the header, top down. */
  readonly titles: readonly TextLine[];
  /** First and last header row; undefined for a table without a header. */
  readonly header?: { readonly from: number; readonly to: number };
  readonly columns: readonly TableColumn[];
  /** The records, in order. */
  readonly rows: readonly number[];
  readonly aside: readonly AsideRow[];
  /** Lines below the records. */
  readonly notes: readonly TextLine[];
  /** Values that merged cells lend to the rows they cover; see {@link cellAt}. */
  readonly lent: ReadonlyMap<number, Cell>;
}

const LENT_STRIDE = 16_384;

/** The cell at offsets in the grid, seen through vertical merges: every row a merge covers has its value. */
export function cellAt(region: TableRegion, row: number, column: number): Cell {
  if (region.lent.size > 0) {
    const lent = region.lent.get(row * LENT_STRIDE + column);
    if (lent !== undefined) return lent;
  }
  return region.grid.values[row]?.[column] ?? null;
}

export function formatAt(region: TableRegion, row: number, column: number): string | undefined {
  return region.grid.numberFormats?.[row]?.[column];
}

/** What merged cells inside the given rows lend to the cells they cover. */
export function lentByMerges(grid: Grid, fromRow: number, toRow: number): Map<number, Cell> {
  const lent = new Map<number, Cell>();
  for (const reference of grid.merges ?? []) {
    const area = parseArea(reference);
    if (area === undefined) continue;
    const first = area.fromRow - grid.top;
    const last = Math.min(area.toRow - grid.top, toRow);
    const column = area.fromColumn - grid.left;
    if (first < fromRow || first > toRow || area.toColumn !== area.fromColumn) continue;
    const value = grid.values[first]?.[column] ?? null;
    for (let row = first + 1; row <= last; row++) lent.set(row * LENT_STRIDE + column, value);
  }
  return lent;
}
