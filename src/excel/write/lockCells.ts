import { parseRange, rangeRef, type Rectangle } from "../../formula/references";
import type { ExcelOptions } from "../options";
import { runSession, type Session } from "../session";
import { parseState, STATE_KEY, type OurSheet } from "../state/state";
import { PROTECTION } from "./print";

/** What of a sheet of ours people may no longer change. */
export interface SheetLock {
  readonly tab: string;
  /** Rows, from 1, that are locked. */
  readonly rows: readonly number[];
  /** Rows that are open again, as far as they were made to be typed into. */
  readonly open: readonly number[];
  /** `whole`: every cell; `rows`: protected, with the rows locked; `none`: no protection. */
  readonly protect: "whole" | "rows" | "none";
}

/**
 * Locks rows of sheets of ours and protects the sheets; or opens them again. No password: protection guards against
 * slips, it is no security. Two round trips and one a sheet.
 *
 * @throws AttainError `cell-editing`, `sheet-protected` where somebody has set a password, `cancelled`
 */
export async function lockCells(locks: readonly SheetLock[], { signal }: ExcelOptions = {}): Promise<void> {
  if (locks.length === 0) return;
  await runSession({ signal, doing: "writing" }, async (session) => {
    const { worksheets, settings } = session.workbook;
    const setting = settings.getItemOrNullObject(STATE_KEY).load("value");
    const sheets = locks.map((lock) => {
      const sheet = worksheets.getItem(lock.tab).load("id,name");
      sheet.protection.load("protected");
      const used = sheet.getUsedRangeOrNullObject(true).load("columnCount,columnIndex");
      return { lock, sheet, used };
    });
    await session.sync();
    const ours = (setting.isNullObject ? undefined : parseState(setting.value))?.sheets ?? [];
    for (const { lock, sheet, used } of sheets) {
      const memory = ours.find(({ id, tab }) => id === sheet.id || tab === sheet.name);
      const width = used.isNullObject ? 1 : used.columnIndex + used.columnCount;
      await lockSheet(session, sheet, lock, memory, width);
    }
  });
}

async function lockSheet(
  session: Session,
  sheet: Excel.Worksheet,
  { rows, open, protect }: SheetLock,
  memory: OurSheet | undefined,
  width: number,
): Promise<void> {
  if (sheet.protection.protected) sheet.protection.unprotect();
  const inputs = (memory?.inputs ?? []).map(({ range }) => parseRange(range));
  const set = (area: Rectangle, locked: boolean): void => {
    sheet.getRange(rangeRef(area.top, area.left, area.bottom, area.right)).format.protection.locked = locked;
  };
  if (protect === "whole") for (const area of inputs) set(area, true);
  else {
    for (const row of open) for (const area of onRow(inputs, row)) set(area, false);
    for (const row of rows) set({ top: row - 1, bottom: row - 1, left: 0, right: width - 1 }, true);
  }
  if (protect !== "none") sheet.protection.protect(PROTECTION);
  await session.sync();
}

function onRow(inputs: readonly Rectangle[], row: number): Rectangle[] {
  return inputs
    .filter(({ top, bottom }) => top <= row - 1 && bottom >= row - 1)
    .map((area) => ({ ...area, top: row - 1, bottom: row - 1 }));
}
