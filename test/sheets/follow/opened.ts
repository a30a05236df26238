/** A workbook spec written, filled in and recalculated, and the same file judged by others. */
import { applyWorkbook } from "../../../src/excel/apply";
import { cellRef, parseRange } from "../../../src/formula/references";
import { saveXlsx } from "../../../src/host/file/save";
import type { Host } from "../../../src/host/host";
import { createNodeHost } from "../../../src/host/node";
import type { WorkbookSpec } from "../../../src/sheets/spec";
import type { Lang } from "../../../src/words";
import { recalculate } from "../../support/libreoffice";
import { validate } from "../../support/ooxml";

export type Fill = Readonly<Record<string, readonly (readonly (string | number)[])[]>>;

/** @param fill what a person types, by range with its sheet: `{ "Drivers!B5:C5": [[1, 2]] }` */
export async function opened(spec: WorkbookSpec, lang: Lang, fill: Fill = {}): Promise<Host> {
  const host = createNodeHost();
  await applyWorkbook(spec, { lang });
  await host.run(async ({ workbook }) => {
    for (const [place, values] of Object.entries(fill)) {
      const [sheet = "", range = ""] = place.split("!");
      workbook.worksheets.getItem(sheet).getRange(range).values = values.map((row) => [...row]);
    }
  });
  host.calculate();
  return host;
}

/** Values of a range, row by row; empty cells are null. */
export function read(host: Host, sheet: string, range: string): unknown[][] {
  const { top, left, bottom, right } = parseRange(range);
  const cells = host.workbook.sheets.find(({ name }) => name === sheet)?.cells;
  if (!cells) throw new Error(`no sheet ${sheet}`);
  return Array.from({ length: bottom - top + 1 }, (_, r) =>
    Array.from({ length: right - left + 1 }, (__, c) => cells.get(top + r)?.get(left + c)?.value ?? null),
  );
}

/** Where LibreOffice's results, or the Open XML validator, differ from what the file says; and how much was compared. */
export async function elsewhere(
  host: Host,
): Promise<{ readonly differences: unknown[]; readonly compared: number }> {
  const bytes = await saveXlsx(host.workbook);
  const differences: unknown[] = await validate(bytes);
  const theirs = await recalculate(bytes);
  let compared = 0;
  for (const sheet of host.workbook.sheets) {
    for (const [row, line] of sheet.cells) {
      for (const [column, { formula, value }] of line) {
        if (formula === undefined) continue;
        compared += 1;
        const at = cellRef(row, column);
        const other = theirs.get(sheet.name)?.get(at) ?? "";
        const mine = value ?? "";
        const isError = typeof mine === "object";
        const same =
          typeof mine === "number" && typeof other === "number"
            ? Math.abs(mine - other) <= 1e-9 * Math.max(1, Math.abs(mine))
            : mine === other;
        if (isError || !same) differences.push({ sheet: sheet.name, at, formula, mine, other });
      }
    }
  }
  return { differences, compared };
}
