import { columnName } from "../../../src/formula/references";
import type { Cell, Grid } from "../../../src/records/grid";

export interface Written {
  readonly value: Cell;
  readonly format?: string;
}

/** Collects rows of a sheet and tells the address of each; where the sheet starts is chosen once. */
export class SheetBuilder {
  private readonly values: Cell[][] = [];
  private readonly formats: string[][] = [];
  private readonly merges: string[] = [];
  private readonly hidden = new Set<number>();

  constructor(
    readonly sheet: string,
    readonly width: number,
    private readonly top = 0,
    private readonly left = 0,
  ) {}

  /** Adds a row (padded to the width) and returns its 1-based sheet row. */
  add(cells: readonly (Cell | Written)[] = []): number {
    const row = Array.from({ length: this.width }, (_, i): Written => {
      const cell = cells[i] ?? null;
      return typeof cell === "object" && cell !== null ? cell : { value: cell };
    });
    this.values.push(row.map(({ value }) => value));
    this.formats.push(row.map(({ format }) => format ?? "General"));
    return this.top + this.values.length;
  }

  letters(column: number): string {
    return columnName(this.left + column);
  }

  /** A cell by column offset and sheet row. */
  cell(column: number, row: number): string {
    return `${this.letters(column)}${row}`;
  }

  across(row: number): string {
    return `${this.cell(0, row)}:${this.cell(this.width - 1, row)}`;
  }

  merge(fromColumn: number, fromRow: number, toColumn: number, toRow: number): void {
    this.merges.push(`${this.cell(fromColumn, fromRow)}:${this.cell(toColumn, toRow)}`);
  }

  hide(row: number): void {
    this.hidden.add(row - this.top - 1);
  }

  grid(withMerges = true): Grid {
    return {
      sheet: this.sheet,
      top: this.top,
      left: this.left,
      values: this.values,
      numberFormats: this.formats,
      hiddenRows: this.hidden,
      ...(withMerges ? { merges: this.merges } : {}),
    };
  }
}
