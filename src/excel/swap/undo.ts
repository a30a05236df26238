import { addressIn } from "../../formula/references";
import { giveBack } from "../beside/write";
import { JOURNAL_KEY, type Undo } from "./journal";
import { writeFormulas, type Rewrite } from "../state/rewrites";
import { RUNNING_KEY } from "./running";
import type { Session } from "../session";
import { STATE_KEY } from "../state/state";
import { isStagedTab } from "../tabs";
import { PROTECTION } from "../write/print";

/** How often putting back is tried, and the pauses before each try, in milliseconds. */
const PAUSES = [0, 150, 600];

/**
 * Puts the workbook back as `undo` describes, from whatever state a failure left it in. Looks before it acts, so it
 * can be repeated.
 *
 * @param swapped True when the swap may have begun; before that only staged sheets and new names can exist.
 * @throws what Excel throws when it cannot be reached even after some tries
 */
export async function putBack(session: Session, undo: Undo, swapped: boolean): Promise<void> {
  for (const [attempt, pause] of PAUSES.entries()) {
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    try {
      return await putBackOnce(session, undo, swapped);
    } catch (error) {
      if (attempt === PAUSES.length - 1) throw error;
    }
  }
}

async function putBackOnce(session: Session, undo: Undo, swapped: boolean): Promise<void> {
  const { workbook } = session;
  const { worksheets, names, settings } = workbook;
  worksheets.load("items/id,items/name,items/visibility,items/position,items/protection/protected");
  names.load("items/name,items/formula");
  const journal = settings.getItemOrNullObject(JOURNAL_KEY).load("key");
  const running = settings.getItemOrNullObject(RUNNING_KEY).load("key");
  const state = settings.getItemOrNullObject(STATE_KEY).load("value");
  const active = worksheets.getActiveWorksheet().load("id");
  await session.finish();

  const now = worksheets.items;
  const originals = undo.sheets.flatMap((was) => {
    const sheet =
      now.find(({ id }) => id === was.id) ?? now.find(({ name }) => name === was.name || name === was.aside);
    return sheet ? [{ sheet, was }] : [];
  });
  // Somebody may have deleted one of them meanwhile; then formulas may name a sheet that is no more.
  const whole = originals.length === undo.sheets.length;
  const kept = new Set(originals.map(({ sheet }) => sheet.id));
  const staged = now.filter(
    (sheet) => !kept.has(sheet.id) && (undo.added.includes(sheet.id) || isStagedTab(sheet.name)),
  );

  // Visible ones first: Excel keeps at least one visible sheet at every moment.
  const restoreVisibility = (wanted: boolean): void => {
    for (const { sheet, was } of originals) {
      if ((was.visibility === "Visible") === wanted && sheet.visibility !== was.visibility)
        sheet.visibility = was.visibility;
    }
  };
  restoreVisibility(true);
  const first = originals.find(({ was }) => was.id === undo.active);
  if (first && active.id !== first.sheet.id) first.sheet.activate();
  const backups = swapped ? (undo.beside ?? []) : [];
  const isBackup = ({ id }: Excel.Worksheet): boolean => backups.some(({ copy }) => copy === id);
  for (const sheet of staged) if (!isBackup(sheet)) removeSheet(sheet);
  for (const { sheet, was } of originals) if (sheet.name !== was.name) sheet.name = was.name;
  restoreVisibility(false);

  if (swapped) {
    restoreOrder(originals, now.length - staged.length);
    // Formulas of other sheets had been turned towards the sheets set aside.
    const written = new Set(whole ? undo.rewrites.map(({ sheet }) => sheet) : []);
    for (const { sheet } of originals)
      if (written.has(sheet.id) && sheet.protection.protected) sheet.protection.unprotect();
    if (whole) writeFormulas(worksheets, undo.rewrites, "before");
    giveBack(worksheets, backups, now);
    for (const { sheet, was } of originals) {
      const open = written.has(sheet.id) || !sheet.protection.protected;
      if (was.protected && open) sheet.protection.protect(PROTECTION);
    }
    if (first && undo.selection !== "") first.sheet.getRange(addressIn(undo.selection)).select();
  }
  for (const sheet of staged) if (isBackup(sheet)) removeSheet(sheet);
  restoreNames(names, undo, swapped);
  if (!running.isNullObject) running.delete();
  if (!journal.isNullObject) journal.delete();
  const stateText = state.isNullObject ? null : String(state.value);
  if (stateText !== undo.stateText) {
    if (undo.stateText === null) state.delete();
    else settings.add(STATE_KEY, undo.stateText);
  }
  await session.finish();
  if (swapped && !whole) await tryToRewrite(session, undo.rewrites);
}

/** Excel refuses formulas with sheets it does not have; all else is back, so those stay as Excel has turned them. */
async function tryToRewrite(session: Session, rewrites: readonly Rewrite[]): Promise<void> {
  if (rewrites.length === 0) return;
  writeFormulas(session.workbook.worksheets, rewrites, "before");
  try {
    await session.finish();
  } catch {
    // As said above.
  }
}

/** Excel refuses to delete a sheet that is very hidden. */
export function removeSheet(sheet: Excel.Worksheet): void {
  sheet.visibility = "Hidden";
  sheet.delete();
}

function restoreOrder(originals: readonly { readonly sheet: Excel.Worksheet }[], count: number): void {
  // A person may have added sheets meanwhile: then nobody knows the order, and theirs stands.
  if (count !== originals.length) return;
  originals.forEach(({ sheet }, position) => {
    sheet.position = position;
  });
}

function restoreNames(names: Excel.NamedItemCollection, undo: Undo, swapped: boolean): void {
  const current = new Map(names.items.map((item) => [item.name.toLowerCase(), item]));
  for (const name of undo.newNames) current.get(name.toLowerCase())?.delete();
  for (const { name, formula, comment } of undo.names) {
    const item = current.get(name.toLowerCase());
    if (item === undefined) names.add(name, formula, comment);
    // The same text may by now mean a sheet that is going: after a swap every one is said again.
    else if (swapped || item.formula !== formula) item.formula = formula;
  }
}
