import type { ToKeep } from "./write";
import type { BesideBackup } from "../state/state";
import { canResizeTables } from "../guarded";
import type { Session } from "../session";
import { addressIn } from "../../formula/references";

/**
 * The same cells as they are now: how wide their columns are and how far their tables reach. Two round trips. Sheets
 * that are gone are left out.
 */
export async function besideNow(
  session: Session,
  beside: readonly BesideBackup[],
  sheets: readonly { readonly id: string; readonly name: string }[],
): Promise<ToKeep[]> {
  const { worksheets } = session.workbook;
  const found = beside.flatMap((backup) => {
    const sheet =
      sheets.find(({ id }) => id === backup.sheet) ?? sheets.find(({ name }) => name === backup.tab);
    if (!sheet) return [];
    const worksheet = worksheets.getItem(sheet.id);
    const widths = backup.widths.map(({ address }) => {
      const { format } = worksheet.getRange(address);
      format.load("columnWidth,useStandardWidth");
      return { address, format };
    });
    const table =
      backup.table && canResizeTables()
        ? worksheet.tables.getItemOrNullObject(backup.table.name).load("name")
        : undefined;
    return [{ backup, sheet, widths, table }];
  });
  await session.sync();
  const ranges = found.map(({ table }) =>
    table && !table.isNullObject ? table.getRange().load("address") : undefined,
  );
  if (ranges.some((range) => range !== undefined)) await session.sync();
  return found.map(({ backup, sheet, widths, table }, i) => {
    const range = ranges[i];
    return {
      sheet: sheet.id,
      tab: sheet.name,
      addresses: backup.addresses,
      widths: widths.map(({ address, format }) => ({
        address,
        width: format.useStandardWidth ? null : format.columnWidth,
      })),
      ...(table && range ? { table: { name: table.name, range: addressIn(range.address) } } : {}),
    };
  });
}
