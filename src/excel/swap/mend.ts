import { checkNobodyWrites, RUNNING_KEY } from "./running";
import type { Session } from "../session";
import { JOURNAL_KEY } from "./journal";
import { takeSnapshot, type Snapshot } from "./survey";
import { isStagedTab, mentionsStagedTab } from "../tabs";
import { putBack, removeSheet } from "./undo";

/**
 * The workbook as it is, after removing what an interrupted run may have left: one round trip in the ordinary case.
 * Leftovers exist only when Excel could not even be reached to put things back, for instance because it was closed.
 */
export async function takeCleanSnapshot(session: Session): Promise<Snapshot> {
  const snapshot = await takeSnapshot(session);
  checkNobodyWrites(snapshot.running);
  if (snapshot.journal) await putBack(session, snapshot.journal, true);
  else if (!(await removeLeftovers(session, snapshot))) return snapshot;
  return takeSnapshot(session);
}

async function removeLeftovers(session: Session, snapshot: Snapshot): Promise<boolean> {
  const { worksheets, names, settings } = session.workbook;
  const staged = snapshot.sheets.filter(({ name }) => isStagedTab(name));
  const pointing = snapshot.names.filter(({ formula }) => mentionsStagedTab(formula));
  if (staged.length === 0 && pointing.length === 0 && !snapshot.hasJournal && snapshot.running === undefined)
    return false;
  // A protected workbook is refused by whoever asked, with a better sentence than Excel's.
  if (snapshot.protected) return false;
  for (const { name } of pointing) names.getItem(name).delete();
  for (const { id } of staged) removeSheet(worksheets.getItem(id));
  if (snapshot.hasJournal) settings.getItem(JOURNAL_KEY).delete();
  if (snapshot.running !== undefined) settings.getItem(RUNNING_KEY).delete();
  await session.sync();
  return true;
}
