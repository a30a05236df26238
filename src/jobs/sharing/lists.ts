import { applyWorkbook } from "../../excel/apply";
import { goTo } from "../../excel/navigate";
import { whileClaimed } from "../../excel/swap/running";
import { readState } from "../../excel/state/workbookState";
import { AttainError } from "../../errors";
import type { Master } from "../../sharing/master/master";
import { missingNotes } from "../../sharing/pages/missingNotes";
import { returnsPage } from "../../sharing/pages/returnsPage";
import { waitingFor } from "../../sharing/review/waiting";
import type { SharingRecord } from "../../sharing/record";
import type { SheetSpec } from "../../sheets/spec";
import { openMaster, timeIn, type SharingOptions } from "./sharing";

/** The list “Returns” as it stands at an ISO time: who has answered, who has not, who was sent it back. */
export function returnsAt(record: SharingRecord, master: Master, at: string): SheetSpec {
  const time = timeIn(record.lang);
  return returnsPage(
    record,
    time(at),
    time,
    missingNotes(master),
    master.review && waitingFor(master.review, record.recipients),
  );
}

/** The tab of that list; undefined while the workbook has none. Once there, every sending and merge keeps it current. */
export async function returnsTab(): Promise<string | undefined> {
  return (await readState())?.sheets.find(({ spec }) => spec === "returns")?.tab;
}

/**
 * Shows that list, after writing it where the workbook has none yet.
 *
 * @throws AttainError `no-master`, `not-distributed`, `running-elsewhere`
 */
export async function showReturns(options: SharingOptions): Promise<void> {
  const tab = await returnsTab();
  if (tab !== undefined) return goTo(tab);
  const { master, record } = await openMaster(options);
  if (!record) throw new AttainError("not-distributed");
  const page = returnsAt(record, master, new Date().toISOString());
  await whileClaimed(() =>
    applyWorkbook({ sheets: [page], names: [], activate: page.id }, { lang: options.lang }),
  );
}
