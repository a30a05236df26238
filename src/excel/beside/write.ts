import { columnName } from "../../formula/references";
import { wear } from "./look";
import type { BesidePlan, PlannedBeside, PlannedColumn } from "./plan";
import { asLiteral } from "../write/literal";
import { resizeTable } from "../guarded";
import type { Session } from "../session";
import type { BesideBackup } from "../state/state";
import { asideTab, newRun, stagedTab } from "../tabs";

/** What {@link backUp} has to keep. */
export type ToKeep = Omit<BesideBackup, "copy" | "staged" | "aside">;

export function keepOf({ sheets }: BesidePlan): ToKeep[] {
  return sheets.map(({ sheet, addresses, widths, table }) => ({
    sheet: sheet.id,
    tab: sheet.name,
    addresses,
    widths,
    ...(table ? { table: { name: table.name, range: table.range } } : {}),
  }));
}

/** Copies the cells to very hidden sheets. One round trip; a failure leaves nothing but such sheets. */
export async function backUp(session: Session, keep: readonly ToKeep[]): Promise<BesideBackup[]> {
  if (keep.length === 0) return [];
  const run = newRun();
  const { worksheets } = session.workbook;
  const made = keep.map((each, i) => {
    const staged = stagedTab(run, i);
    const copy = worksheets.add(staged);
    copy.visibility = "VeryHidden";
    const source = worksheets.getItem(each.sheet);
    for (const address of each.addresses) copy.getRange(address).copyFrom(source.getRange(address));
    return { ...each, staged, aside: asideTab(run, i), sheet: each.sheet, loaded: copy.load("id") };
  });
  await session.sync();
  return made.map(({ loaded, ...each }) => ({ ...each, copy: loaded.id }));
}

/** Queues giving the cells back what they had. @param sheets the sheets there are now */
export function giveBack(
  worksheets: Excel.WorksheetCollection,
  backups: readonly BesideBackup[],
  sheets: readonly { readonly id: string; readonly name: string }[],
): void {
  const find = (id: string, ...names: readonly string[]): string | undefined =>
    (sheets.find((sheet) => sheet.id === id) ?? sheets.find(({ name }) => names.includes(name)))?.id;
  for (const backup of backups) {
    const theirs = find(backup.sheet, backup.tab);
    const copy = find(backup.copy, backup.staged, backup.aside);
    // Somebody may have deleted the sheet meanwhile.
    if (theirs === undefined || copy === undefined) continue;
    const [to, from] = [worksheets.getItem(theirs), worksheets.getItem(copy)];
    if (backup.table) resizeTable(to, backup.table.name, backup.table.range);
    for (const address of backup.addresses) to.getRange(address).copyFrom(from.getRange(address));
    for (const { address, width } of backup.widths) {
      const { format } = to.getRange(address);
      if (width === null) format.useStandardWidth = true;
      else format.columnWidth = width;
    }
  }
}

/** Queues the results beside people's data. */
export function writeBeside(worksheets: Excel.WorksheetCollection, { sheets }: BesidePlan): void {
  for (const planned of sheets) {
    const sheet = worksheets.getItem(planned.sheet.id);
    for (const column of planned.columns) writeColumn(sheet, column, planned.look);
    if (planned.table) resizeTable(sheet, planned.table.name, planned.table.grown);
  }
}

function writeColumn(sheet: Excel.Worksheet, column: PlannedColumn, look: PlannedBeside["look"]): void {
  const { header, runs, numberFormat, emptied, width } = column;
  if (header) {
    const cell = sheet.getCell(header.row, column.column);
    cell.values = [[header.text === "" ? "" : asLiteral(header.text)]];
    if (emptied) cell.clear("Formats");
    else if (look.header) wear(cell, look.header, false);
  }
  for (const { row, formulas } of runs) {
    const range = sheet.getRangeByIndexes(row, column.column, formulas.length, 1);
    range.formulas = formulas.map((formula) => [formula]);
    if (emptied) {
      range.clear("Formats");
      continue;
    }
    wear(range, look.body, formulas.length > 1);
    // One code for the whole range, which Excel's typings do not know of.
    range.numberFormat = numberFormat as unknown as string[][];
  }
  if (!emptied) for (const [row, line] of look.lines) wear(sheet.getCell(row, column.column), line, false);
  const letters = columnName(column.column);
  if (width !== undefined) sheet.getRange(`${letters}:${letters}`).format.columnWidth = width;
}
