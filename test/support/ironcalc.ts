import { readFileSync } from "node:fs";
import { join } from "node:path";
import { initSync, Model } from "@ironcalc/wasm";
import { parseRange } from "../../src/formula/references";
import type { SheetSpec, SpecCell } from "../../src/sheets/spec";

let started = false;

/** A fresh workbook of the calculation engine behind the embedded host, with one sheet. */
export function newModel(): Model {
  if (!started) {
    initSync({ module: readFileSync(join(process.cwd(), "node_modules/@ironcalc/wasm/wasm_bg.wasm")) });
    started = true;
  }
  return new Model("w", "en", "UTC", "en");
}

/** A workbook with the sheets' cells, calculated. Formats and everything else of the specs play no part. */
export class CalculatedBook {
  private readonly model = newModel();
  private readonly indices = new Map<string, number>();

  constructor(sheets: readonly SheetSpec[]) {
    sheets.forEach((sheet, index) => {
      if (index > 0) this.model.newSheet();
      this.model.renameSheet(index, sheet.name);
      this.indices.set(sheet.name, index);
    });
    this.model.pauseEvaluation();
    for (const sheet of sheets) {
      for (const block of sheet.blocks) {
        const { top, left } = parseRange(block.at);
        block.cells.forEach((row, r) =>
          row.forEach((cell, c) => this.put(sheet.name, top + r, left + c, cell)),
        );
      }
    }
    this.recalculate();
  }

  /** Changes a cell and calculates everything again. */
  set(sheet: string, a1: string, cell: SpecCell): void {
    const { top, left } = parseRange(a1);
    this.put(sheet, top, left, cell);
    this.recalculate();
  }

  /** What the cell shows with all 17 digits: a number where it reads as one, else its text; errors as their name. */
  read(sheet: string, a1: string): string | number {
    const { top } = parseRange(a1);
    const probe = 16_000;
    this.model.setUserInput(this.index(sheet), top + 1, probe, `=IF(ISNUMBER(${a1}),${a1}&"","'"&${a1})`);
    const shown = this.model.getFormattedCellValue(this.index(sheet), top + 1, probe);
    return shown.startsWith("'") ? shown.slice(1) : shown.startsWith("#") ? shown : Number(shown);
  }

  private put(sheet: string, row: number, column: number, cell: SpecCell): void {
    this.model.setUserInput(this.index(sheet), row + 1, column + 1, typed(cell));
  }

  private recalculate(): void {
    this.model.resumeEvaluation();
    this.model.evaluate();
  }

  private index(sheet: string): number {
    return this.indices.get(sheet) ?? 0;
  }
}

/** What a person would type to get this cell. */
export function typed(cell: SpecCell): string {
  if (cell === null || cell === "") return "";
  if (typeof cell === "string") return `'${cell}`;
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  return typeof cell === "number" ? String(cell) : cell.formula;
}
