import { columnName } from "../formula/references";
import type { BlockSpec, FormatSpec, SpecCell } from "./spec";
import type { StyleName } from "./style";

/** Collects a sheet row by row from the top, with the formats that belong to each row. */
export class RowSheet {
  private readonly cells: SpecCell[][] = [];
  readonly formats: FormatSpec[] = [];

  /** @param width how many columns every row has */
  constructor(private readonly width: number) {}

  /** The number, from 1, of the row that comes next. */
  get next(): number {
    return this.cells.length + 1;
  }

  /** Adds a row, filled up with empty cells, and returns its number. No styles: the row's looks are said elsewhere. */
  add(cells: readonly SpecCell[], style: StyleName | readonly StyleName[] = "body"): number {
    const row = this.next;
    this.cells.push([...cells, ...Array.from({ length: this.width - cells.length }, () => null)]);
    if (style.length > 0) this.formats.push({ range: `A${row}:${columnName(this.width - 1)}${row}`, style });
    return row;
  }

  /** Changes one cell of a row already added; `row` counts from 1, `column` from 0. */
  set(row: number, column: number, cell: SpecCell): void {
    const cells = this.cells[row - 1];
    if (cells) cells[column] = cell;
  }

  skip(): void {
    this.add([]);
  }

  format(range: string, style: StyleName | readonly StyleName[], numberFormat?: string): void {
    this.formats.push(numberFormat === undefined ? { range, style } : { range, style, numberFormat });
  }

  block(): BlockSpec {
    return { at: "A1", cells: this.cells };
  }
}

/** How wide text is in digits of the body font: a Chinese character takes two. */
export function textWidth(text: string): number {
  let width = 0;
  for (const char of text) width += /[\u2E80-\uFFEF]/.test(char) ? 2 : 1;
  return width;
}

/** A text as a formula's literal. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
