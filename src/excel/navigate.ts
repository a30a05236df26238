import { AttainError } from "../errors";
import { runSession } from "./session";
import { addressIn } from "../formula/references";

/**
 * Shows a cell or range and selects it.
 *
 * @param cell A1 form; default the sheet as it stands.
 * @throws AttainError("sheet-missing") when there is no such sheet or it is hidden
 */
export async function goTo(sheet: string, cell?: string): Promise<void> {
  return runSession({ doing: "reading" }, async (session) => {
    const found = session.workbook.worksheets.getItemOrNullObject(sheet).load("visibility");
    await session.sync();
    if (found.isNullObject || found.visibility !== "Visible")
      throw new AttainError("sheet-missing", { name: sheet }, { sheet });
    found.activate();
    if (cell !== undefined) found.getRange(cell).select();
    await session.sync();
  });
}

export interface Selection {
  readonly sheet: string;
  /** A1 form without the sheet. */
  readonly address: string;
}

/** The selected range. One round trip. */
export async function readSelection(): Promise<Selection> {
  return runSession({ doing: "reading" }, async (session) => {
    const range = session.workbook.getSelectedRange().load("address");
    range.worksheet.load("name");
    await session.sync();
    return { sheet: range.worksheet.name, address: addressIn(range.address) };
  });
}
