import { applyWorkbook } from "../../../src/excel/apply";
import { openXlsx } from "../../../src/host/file/open";
import { saveXlsx } from "../../../src/host/file/save";
import { createNodeHost } from "../../../src/host/node";
import { cellRef } from "../../../src/formula/references";
import type { WorkbookSpec } from "../../../src/sheets/spec";
import type { Lang } from "../../../src/words";
import { recalculate } from "../../support/libreoffice";
import { validate } from "../../support/ooxml";

/** The finished file of a workbook's spec, written by the job's own way. */
export async function bookBytes(spec: WorkbookSpec, lang: Lang): Promise<Uint8Array> {
  const host = createNodeHost();
  await applyWorkbook(spec, { lang });
  host.calculate();
  return saveXlsx(host.workbook);
}

/** The file is valid, holds no error, and LibreOffice comes to the same results in every cell. */
export async function expectAgreement(bytes: Uint8Array): Promise<{ formulas: number }> {
  expect(await validate(bytes)).toEqual([]);
  const theirs = await recalculate(bytes);
  const { sheets } = await openXlsx(bytes, "book.xlsx");
  let formulas = 0;
  for (const { name, cells } of sheets) {
    for (const [row, line] of cells) {
      for (const [column, { value, formula }] of line) {
        if (formula === undefined) continue;
        formulas += 1;
        const at = cellRef(row, column);
        const other = theirs.get(name)?.get(at) ?? "";
        if (typeof value === "number")
          expect([name, at, other]).toEqual([name, at, expect.closeTo(value, 8)]);
        else expect([name, at, other]).toEqual([name, at, value ?? ""]);
        expect(String(value)).not.toMatch(/^#/);
      }
    }
  }
  return { formulas };
}
