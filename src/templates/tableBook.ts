import type { WorkbookSpec } from "../sheets/spec";
import type { TablePage } from "../sheets/tablePage";
import { tablePage } from "../sheets/tablePageBuilder";

/** Pages that are tables, as one workbook with the first in front. */
export function tableBook(pages: readonly TablePage[]): WorkbookSpec {
  return { sheets: pages.map((page) => tablePage(page).sheet), names: [], activate: pages[0]?.id ?? "" };
}
