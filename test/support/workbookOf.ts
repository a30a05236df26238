import { applyWorkbook } from "../../src/excel/apply";
import { createWorkbook } from "../../src/host/book/emptyWorkbook";
import { saveXlsx } from "../../src/host/file/save";
import { createNodeHost } from "../../src/host/node";
import type { WorkbookSpec } from "../../src/sheets/spec";

/** A finished .xlsx with just these sheets, written and calculated by the embedded host. */
export async function workbookOf(spec: WorkbookSpec): Promise<Uint8Array> {
  const book = createWorkbook("book.xlsx", "attain-first");
  const host = createNodeHost(book);
  await applyWorkbook(spec, { lang: "en-US" });
  await host.run(async (context) => {
    context.workbook.worksheets.getItem("attain-first").delete();
    await context.sync();
  });
  host.calculate();
  return saveXlsx(host.workbook);
}
