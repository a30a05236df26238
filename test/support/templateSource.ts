import type { SheetSpec, WorkbookSpec } from "../../src/sheets/spec";
import type { TemplateSource } from "../../src/templates/company/source";
import { mapCells } from "../../src/templates/typed";
import { valuesOf } from "./specValues";

/** The book as reading it would give it, formulas left out. */
export function sourceOf({ sheets }: Pick<WorkbookSpec, "sheets">): TemplateSource {
  const plain = (sheet: SheetSpec): SheetSpec =>
    mapCells(sheet, (cell) => (typeof cell === "object" && cell !== null ? null : cell));
  return {
    pages: sheets.map((sheet) => ({
      spec: sheet.id,
      tab: sheet.name,
      // Rows between blocks are holes there and empty rows here.
      values: Array.from(valuesOf(plain(sheet)), (line: ReturnType<typeof valuesOf>[number] | undefined) =>
        Array.from(line ?? [], (cell: string | number | boolean | null | undefined) => cell ?? null),
      ),
    })),
  };
}
