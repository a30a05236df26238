import { parseRange } from "../../src/formula/references";
import type { SheetSpec } from "../../src/sheets/spec";

/** What a range read from A1 on gives for a sheet of plain values. */
export function valuesOf({ blocks }: SheetSpec): (string | number | boolean | null)[][] {
  const grid: (string | number | boolean | null)[][] = [];
  for (const { at, cells } of blocks) {
    const { top, left } = parseRange(at);
    cells.forEach((row, r) =>
      row.forEach((cell, c) => {
        if (typeof cell === "object" && cell !== null) throw new Error(`${at} holds formulas`);
        (grid[top + r] ??= [])[left + c] = cell;
      }),
    );
  }
  return grid;
}
