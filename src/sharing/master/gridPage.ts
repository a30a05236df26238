import { AttainError } from "../../errors";
import { cellRef } from "../../formula/references";
import type { Cell, Grid } from "../../records/grid";
import type { ItemCell, MasterCell } from "./master";

/** A grid by the sheet's own rows and columns, both from 0. */
export class GridPage {
  readonly tab: string;
  readonly rows: number;
  /** The last column that may be filled, from 0. */
  readonly right: number;

  constructor(private readonly grid: Grid) {
    this.tab = grid.sheet;
    this.rows = grid.top + grid.values.length;
    this.right = grid.left + Math.max(0, ...grid.values.map((row) => row.length)) - 1;
  }

  at(row: number, column: number): Cell {
    return this.grid.values[row - this.grid.top]?.[column - this.grid.left] ?? null;
  }

  text(row: number, column: number): string {
    const cell = this.at(row, column);
    return typeof cell === "string" ? cell.trim() : cell === null ? "" : String(cell);
  }

  cell(row: number, column: number): MasterCell {
    const value = this.at(row, column);
    return { tab: this.tab, cell: cellRef(row, column), value: typeof value === "number" ? value : null };
  }

  /** A cell that may hold a word. */
  item(row: number, column: number): ItemCell {
    const value = this.at(row, column);
    const plain = typeof value === "boolean" ? String(value) : value;
    return { tab: this.tab, cell: cellRef(row, column), value: plain === "" ? null : plain };
  }

  /** The column of a row in which this text stands, from 0; −1 when it does not. */
  columnOf(row: number, text: string, from = 0): number {
    for (let column = from; column <= this.right; column++)
      if (this.text(row, column) === text) return column;
    return -1;
  }

  /** All values from A1 on. */
  table(): Cell[][] {
    return Array.from({ length: this.rows }, (_, row) =>
      Array.from({ length: this.right + 1 }, (_, column) => this.at(row, column)),
    );
  }

  /** The first row of which `is` is true. */
  find(is: (row: number) => boolean, from = 0): number {
    for (let row = from; row < this.rows; row++) if (is(row)) return row;
    throw new AttainError("master-changed", { detail: this.tab }, { sheet: this.tab });
  }
}
