import { cellRef, parseRange } from "../../formula/references";
import type { ExampleRanges, FormatSpec, SheetSpec, SpecCell, ValidationSpec } from "../../sheets/spec";
import { mapCells } from "../typed";

/** What a typed cell takes: a number of at least `least`, and what is said of it in either case. */
export interface TypedNumber {
  readonly least: number;
  readonly title: string;
  readonly message: string;
}

/** A page whose cells are changed one by one. Rows and columns from 0. */
export class PageEdit {
  private readonly changes = new Map<string, SpecCell>();
  private readonly formats: FormatSpec[] = [];
  private readonly validations: ValidationSpec[] = [];
  private readonly also: string[] = [];
  private readonly not: string[] = [];

  constructor(readonly sheet: SheetSpec) {}

  /** Every cell as it stands now. */
  *cells(): Generator<{ readonly row: number; readonly column: number; readonly cell: SpecCell }> {
    for (const { at, cells } of this.sheet.blocks) {
      const { top, left } = parseRange(at);
      for (const [r, line] of cells.entries())
        for (const [c, cell] of line.entries())
          yield { row: top + r, column: left + c, cell: this.changes.get(keyOf(top + r, left + c)) ?? cell };
    }
  }

  at(row: number, column: number): SpecCell {
    for (const { row: r, column: c, cell } of this.cells()) if (r === row && c === column) return cell;
    return null;
  }

  set(row: number, column: number, cell: SpecCell): void {
    this.changes.set(keyOf(row, column), cell);
  }

  /** Every cell as `change` gives it; undefined leaves it as it is. */
  each(change: (cell: SpecCell, row: number, column: number) => SpecCell | undefined): void {
    for (const { row, column, cell } of this.cells()) {
      const changed = change(cell, row, column);
      if (changed !== undefined) this.set(row, column, changed);
    }
  }

  /** A plain value that goes with the example data. */
  goes(row: number, column: number): void {
    this.also.push(cellRef(row, column));
  }

  /** Typed cells that stay when the example data go. */
  stays(range: string): void {
    this.not.push(range);
  }

  /** Cells people type into from now on; `number` where they take one. */
  typed(range: string, number?: TypedNumber): void {
    this.formats.push({ range, style: "input" });
    if (!number) return;
    const { least, ...said } = number;
    this.validations.push({ range, rule: { kind: "decimal", min: least }, prompt: said, error: said });
  }

  result(): SheetSpec {
    const { sheet, changes, formats, validations } = this;
    const examples: ExampleRanges = { also: this.also, not: this.not };
    return {
      ...mapCells(sheet, (cell, row, column) => changes.get(keyOf(row, column)) ?? cell),
      ...(formats.length > 0 ? { formats: [...(sheet.formats ?? []), ...formats] } : {}),
      ...(validations.length > 0 ? { validations: [...(sheet.validations ?? []), ...validations] } : {}),
      ...(this.also.length + this.not.length > 0 ? { examples } : {}),
    };
  }
}

const keyOf = (row: number, column: number): string => `${row} ${column}`;
