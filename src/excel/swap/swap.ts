import { writeFormulas, type Rewrite } from "../state/rewrites";
import { RUNNING_KEY, runningNow } from "./running";
import type { Session } from "../session";
import { JOURNAL_KEY, type Undo } from "./journal";
import { STATE_KEY, type NameRecord, type State, type Visibility } from "../state/state";
import { PROTECTION } from "../write/print";

/** Sheets change places in one request: what leaves, what arrives, and everything that points at them. */
export interface Swap {
  readonly leaving: readonly { readonly id: string; readonly aside: string; readonly keptVisible: boolean }[];
  readonly arriving: readonly {
    readonly id: string;
    readonly tab: string;
    readonly visibility: Visibility;
  }[];
  /** Ids of all sheets in their final order; empty when the order stays. */
  readonly order: readonly string[];
  /** Existing names to point elsewhere, and names to remove or add. */
  readonly repoint: readonly NameRecord[];
  readonly addNames: readonly NameRecord[];
  readonly removeNames: readonly string[];
  readonly rewrites: readonly Rewrite[];
  /** Queues what is written on people's own sheets. */
  readonly also?: () => void;
  /** Ids of sheets of ours whose protection comes off first, and of those that have it afterwards. */
  readonly unlock: readonly string[];
  readonly lock: readonly string[];
  /** null removes what is stored. */
  readonly state: State | null;
  /** Id of the sheet to show. */
  readonly activate: string | undefined;
  /** Cells to select there. */
  readonly select?: string;
}

/**
 * Queues the swap, journal first and its removal last, and sends it. Not to be cancelled: it either happens or is put
 * back by whoever called.
 */
export async function runSwap(session: Session, swap: Swap, undo: Undo): Promise<void> {
  const { workbook, context } = session;
  const { worksheets, names, settings } = workbook;
  const sheet = (id: string): Excel.Worksheet => worksheets.getItem(id);
  context.application.suspendScreenUpdatingUntilNextSync();
  settings.add(RUNNING_KEY, runningNow());
  settings.add(JOURNAL_KEY, JSON.stringify(undo));

  for (const id of swap.unlock) sheet(id).protection.unprotect();
  for (const { id, aside } of swap.leaving) sheet(id).name = aside;
  for (const { id, tab, visibility } of swap.arriving) {
    sheet(id).name = tab;
    sheet(id).visibility = visibility;
  }
  swap.order.forEach((id, position) => {
    sheet(id).position = position;
  });
  for (const { name, formula } of swap.repoint) names.getItem(name).formula = formula;
  for (const name of swap.removeNames) names.getItem(name).delete();
  for (const { name, formula, comment } of swap.addNames) names.add(name, formula, comment);
  writeFormulas(worksheets, swap.rewrites, "after");
  swap.also?.();
  for (const id of swap.lock) sheet(id).protection.protect(PROTECTION);

  if (swap.activate !== undefined) sheet(swap.activate).activate();
  if (swap.activate !== undefined && swap.select) sheet(swap.activate).getRange(swap.select).select();
  for (const { id, keptVisible } of swap.leaving) if (!keptVisible) sheet(id).visibility = "VeryHidden";
  if (swap.state === null) settings.getItem(STATE_KEY).delete();
  else settings.add(STATE_KEY, JSON.stringify(swap.state));
  settings.getItem(RUNNING_KEY).delete();
  // The very last: while it is there, whatever breaks off can be undone.
  settings.getItem(JOURNAL_KEY).delete();
  await session.finish();
}
