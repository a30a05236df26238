import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { SheetSpec, SpecCell, WorkbookSpec } from "../../src/sheets/spec";
import { cellRef, parseRange } from "../../src/formula/references";

/**
 * Compares text with the reviewed file of that name under `test/golden`. `UPDATE_GOLDEN=1` writes the file instead:
 * then look at the difference as you would at code.
 */
export function expectGolden(name: string, text: string): void {
  const file = join(__dirname, "../golden", name);
  if (process.env["UPDATE_GOLDEN"] === "1") {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  if (!existsSync(file))
    throw new Error(`There is no golden file ${name}; make it with UPDATE_GOLDEN=1 and review it`);
  expect(text).toBe(readFileSync(file, "utf8"));
}

/** A workbook spec as text that reads like the workbook: a line a cell, then the looks, charts and rules. */
export function readable({ sheets, names, activate }: WorkbookSpec): string {
  return [
    ...sheets.map(readableSheet),
    `names\n${names.map(({ name, refersTo }) => `  ${name} ${refersTo}`).join("\n")}`,
    `activate ${activate}`,
    "",
  ].join("\n\n");
}

function readableSheet({ id, name, blocks, ...look }: SheetSpec): string {
  const lines = blocks.flatMap(({ at, cells }) => {
    const { top, left } = parseRange(at);
    return cells.flatMap((row, r) =>
      row.flatMap((cell, c) => (cell === null ? [] : [`  ${cellRef(top + r, left + c)} ${cellText(cell)}`])),
    );
  });
  const looks = Object.entries(look).flatMap(([part, value]) =>
    Array.isArray(value)
      ? value.map((one) => `  ${part} ${JSON.stringify(one)}`)
      : [`  ${part} ${JSON.stringify(value)}`],
  );
  return [`sheet ${id} “${name}”`, ...lines, ...looks].join("\n");
}

function cellText(cell: SpecCell): string {
  return typeof cell === "object" && cell !== null ? cell.formula : JSON.stringify(cell);
}
