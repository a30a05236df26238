import { applyWorkbook } from "../excel/apply";
import { createWorkbook } from "../host/book/emptyWorkbook";
import { saveXlsx } from "../host/file/save";
import { createNodeHost } from "../host/node";
import type { WorkbookSpec } from "../sheets/spec";
import type { Lang } from "../words";
import { openFile } from "./session";

const FIRST_TAB = "attain-first";

export interface MadeBook {
  readonly bytes: Uint8Array;
  readonly sheets: readonly string[];
  readonly formulas: number;
  readonly charts: number;
}

/** A new workbook file with exactly the sheets of the spec, calculated. */
export async function makeBook(spec: WorkbookSpec, title: string, lang: Lang): Promise<MadeBook> {
  const book = createWorkbook("book.xlsx", FIRST_TAB);
  const host = createNodeHost(book);
  const { sheets, formulas, charts } = await applyWorkbook(spec, { lang });
  await host.run(async (context) => {
    context.workbook.worksheets.getItem(FIRST_TAB).delete();
    await context.sync();
  });
  book.properties.title = title;
  host.calculate();
  return { bytes: await saveXlsx(book), sheets, formulas, charts };
}

/** A workbook file with the sheets of the spec added, calculated; the file itself is not changed. */
export async function intoBook(file: string, spec: WorkbookSpec, lang: Lang): Promise<MadeBook> {
  const host = createNodeHost(await openFile(file));
  const { sheets, formulas, charts } = await applyWorkbook(spec, { lang });
  host.calculate();
  return { bytes: await saveXlsx(host.workbook), sheets, formulas, charts };
}
