import { AttainError } from "../errors";
import { renameSheets } from "../formula/references";
import { putBackAfter, readOnlyError } from "./apply";
import { besideNow } from "./beside/now";
import { backUp, giveBack } from "./beside/write";
import type { BesideBackup, NameRecord, Previous } from "./state/state";
import { withFormulas } from "./swap/cellFormulas";
import { findMentions, readContents, type SheetContent } from "./swap/mentions";
import { takeCleanSnapshot } from "./swap/mend";
import { asides } from "./names";
import type { ExcelOptions } from "./options";
import { runSession, type Session } from "./session";
import { findOurSheets, type SheetInfo, type Snapshot } from "./swap/survey";
import type { Rewrite } from "./state/rewrites";
import { runSwap, type Swap } from "./swap/swap";
import { freeTab, isAsideTab, newRun, stagedTab } from "./tabs";
import type { Undo } from "./swap/journal";
import { removeSheet } from "./swap/undo";

export interface RestoreReport {
  /** Tabs that are back. */
  readonly restored: readonly string[];
  /** Tabs of the undone run that are gone. */
  readonly removed: readonly string[];
}

/** A sheet of the undone run, and the one that comes back in its place. */
interface Exchange {
  readonly leaving: SheetInfo | undefined;
  readonly aside: string;
  readonly arriving: SheetInfo | undefined;
  readonly tab: string;
  readonly visibility: SheetInfo["visibility"];
  /** The one that comes back had been protected. */
  readonly relock: boolean;
}

/**
 * One step back: the sheets, names and formulas of before the last run come back and that run's sheets go. Excel's own
 * undo does not reach across what an add-in does.
 *
 * @returns undefined when there is no run to take back
 * @throws AttainError as {@link applyWorkbook}; the workbook is then as it was
 */
export async function restoreLast(options: ExcelOptions = {}): Promise<RestoreReport | undefined> {
  return runSession({ signal: options.signal, doing: "writing" }, async (session) => {
    const snapshot = await takeCleanSnapshot(session);
    const previous = snapshot.state?.previous;
    if (!previous) return undefined;
    if (snapshot.protected) throw new AttainError("workbook-protected");
    const exchanges = planExchanges(snapshot, previous);
    const { swap, undo } = await planSwap(session, snapshot, previous, exchanges);
    session.checkCancelled();
    const beside = previous.beside ?? [];
    const backups = await backUpNow(session, snapshot, beside, undo);
    const also = (): void => giveBack(session.workbook.worksheets, beside, snapshot.sheets);
    const whole = { ...undo, added: backups.map(({ copy }) => copy), beside: backups };
    try {
      await runSwap(session, { ...swap, also }, whole);
    } catch (error) {
      await putBackAfter(error, session, whole, true);
      throw snapshot.readOnly ? readOnlyError(error) : error;
    }
    await dropLeaving(session, exchanges, copiesOf([...beside, ...backups], snapshot));
    options.onProgress?.(1);
    return {
      restored: exchanges.flatMap(({ arriving, tab }) => (arriving ? [tab] : [])),
      removed: exchanges.flatMap(({ leaving }) => (leaving ? [leaving.name] : [])),
    };
  });
}

/** The cells beside people's data as they are now, in case taking back breaks off. */
async function backUpNow(
  session: Session,
  snapshot: Snapshot,
  beside: readonly BesideBackup[],
  undo: Undo,
): Promise<BesideBackup[]> {
  if (beside.length === 0) return [];
  try {
    return await backUp(session, await besideNow(session, beside, snapshot.sheets));
  } catch (error) {
    await putBackAfter(error, session, undo, false);
    throw error;
  }
}

/** Ids of the hidden sheets that are needed no more. */
function copiesOf(backups: readonly BesideBackup[], { sheets }: Snapshot): string[] {
  return backups.map(({ copy, aside }) => sheets.find(({ name }) => name === aside)?.id ?? copy);
}

function planExchanges(snapshot: Snapshot, previous: Previous): Exchange[] {
  const run = newRun();
  const find = (id: string, tab: string): SheetInfo | undefined =>
    snapshot.sheets.find((sheet) => sheet.id === id) ?? snapshot.sheets.find(({ name }) => name === tab);
  const stayed = new Set((previous.state?.sheets ?? []).map(({ id }) => id));
  const last = (snapshot.state?.sheets ?? []).filter(({ id }) => !stayed.has(id));
  const leaving = new Map(last.map((ours) => [ours.spec, find(ours.id, ours.tab)]));
  const returning = new Map(
    previous.aside.map((each) => [each.spec, { each, sheet: find(each.id, each.asideTab) }]),
  );
  const moving = new Set(
    [...leaving.values(), ...[...returning.values()].map(({ sheet }) => sheet)].map((sheet) => sheet?.id),
  );
  const taken = new Set(
    snapshot.sheets.filter(({ id }) => !moving.has(id)).map(({ name }) => name.toLowerCase()),
  );
  return [...new Set([...leaving.keys(), ...returning.keys()])].map((spec, index) => {
    const back = returning.get(spec);
    const tab = freeTab(back?.each.tab ?? spec, taken);
    if (back?.sheet) taken.add(tab.toLowerCase());
    return {
      leaving: leaving.get(spec),
      aside: stagedTab(run, index),
      arriving: back?.sheet,
      tab,
      visibility: back?.each.visibility ?? "Visible",
      relock: back?.each.protected === true && back.sheet?.protected === false,
    };
  });
}

async function planSwap(
  session: Session,
  snapshot: Snapshot,
  previous: Previous,
  exchanges: readonly Exchange[],
): Promise<{ swap: Swap; undo: Undo }> {
  const moving = new Set(exchanges.flatMap(({ leaving, arriving }) => [leaving?.id, arriving?.id]));
  const staying = snapshot.sheets.filter(({ id, name }) => !moving.has(id) && !isAsideTab(name));
  const successors = exchanges.flatMap(({ leaving, arriving, tab }) =>
    leaving && arriving ? [{ leaving, arriving, tab }] : [],
  );
  const replaced = new Map(successors.map(({ leaving, tab }) => [leaving.name, tab]));
  const open = new Set([...findOurSheets(snapshot).values()].map(({ sheet }) => sheet.id));
  const contents =
    replaced.size === 0 ? new Map<string, SheetContent>() : await readContents(session, staying, new Set());
  const mentions = await findMentions(session, staying, open, contents, { replaced, dropped: [] });
  const rewrites = withFormulas(mentions, givenBack(previous, staying));
  const rewritten = new Set(rewrites.map(({ sheet }) => sheet));
  const reopened = staying.filter((sheet) => sheet.protected && rewritten.has(sheet.id)).map(({ id }) => id);
  const names = planRestoredNames(snapshot, previous, replaced);
  const leaving = exchanges.flatMap(({ leaving: sheet, aside }) =>
    sheet ? [{ id: sheet.id, aside, keptVisible: false }] : [],
  );
  const asideOf = new Map(leaving.map(({ id, aside }) => [id, aside]));
  return {
    swap: {
      leaving,
      arriving: exchanges.flatMap(({ arriving, tab, visibility }) =>
        arriving ? [{ id: arriving.id, tab, visibility }] : [],
      ),
      order: orderAfter(snapshot, exchanges),
      ...names.swap,
      rewrites,
      unlock: reopened,
      lock: [
        ...reopened,
        ...exchanges.flatMap(({ arriving, relock }) => (arriving && relock ? [arriving.id] : [])),
      ],
      state: previous.state,
      ...activeAfter(snapshot, exchanges, previous.shown),
    },
    undo: {
      sheets: snapshot.sheets.map((sheet) => {
        const aside = asideOf.get(sheet.id);
        return aside === undefined ? sheet : { ...sheet, aside };
      }),
      active: snapshot.active,
      selection: snapshot.selection,
      added: [],
      ...names.undo,
      rewrites,
      stateText: snapshot.stateText ?? null,
    },
  };
}

/** Formulas the run had put into sheets that stayed, turned round. */
function givenBack({ formulas = [] }: Previous, staying: readonly SheetInfo[]): Rewrite[] {
  return formulas.flatMap(({ sheet, tab, row, column, before, after }) => {
    const stands = staying.find(({ id }) => id === sheet) ?? staying.find(({ name }) => name === tab);
    return stands ? [{ sheet: stands.id, row, column, before: String(after), after: before }] : [];
  });
}

function planRestoredNames(snapshot: Snapshot, previous: Previous, replaced: ReadonlyMap<string, string>) {
  const key = ({ name }: { readonly name: string }): string => name.toLowerCase();
  const current = new Map(snapshot.names.map((record) => [key(record), record]));
  const before = new Map(previous.names.map((record) => [key(record), record]));
  const oursBefore = new Set((previous.state?.names ?? []).map((name) => name.toLowerCase()));
  const ours = new Set((snapshot.state?.names ?? []).map((name) => name.toLowerCase()));
  const gone = snapshot.names.filter(
    (record) => ours.has(key(record)) && !oursBefore.has(key(record)) && !before.has(key(record)),
  );
  const changed = previous.names.filter((record) => current.has(key(record)));
  const probe = asides(replaced);
  // Names a person made since the run follow the sheets that come back.
  const later = snapshot.names.filter(
    (record) =>
      !ours.has(key(record)) &&
      !before.has(key(record)) &&
      renameSheets(record.formula, probe) !== record.formula,
  );
  const added = previous.names.filter((record) => !current.has(key(record)));
  const repoint: NameRecord[] = [
    ...changed,
    ...later.map((record) => ({ ...record, formula: renameSheets(record.formula, replaced) })),
  ];
  const touched = new Set([...repoint, ...gone].map(key));
  return {
    swap: { repoint, addNames: added, removeNames: gone.map(({ name }) => name) },
    undo: {
      names: snapshot.names.filter((record) => touched.has(key(record))),
      newNames: added.map(({ name }) => name),
    },
  };
}

/** Sheets that come back stand where their successors stood; those that go are last. */
function orderAfter(snapshot: Snapshot, exchanges: readonly Exchange[]): string[] {
  const arriving = new Set(exchanges.map(({ arriving: sheet }) => sheet?.id));
  const order = snapshot.sheets.map(({ id }) => id).filter((id) => !arriving.has(id));
  const last: string[] = [];
  for (const { leaving, arriving: back } of exchanges) {
    const at = leaving ? order.indexOf(leaving.id) : order.length;
    order.splice(at, leaving ? 1 : 0, ...(back ? [back.id] : []));
    if (leaving) last.push(leaving.id);
  }
  return [...order, ...last];
}

/** Who looks at a page that goes is taken back to where they were before the run. */
function activeAfter(
  snapshot: Snapshot,
  exchanges: readonly Exchange[],
  shown: Previous["shown"],
): Pick<Swap, "activate" | "select"> {
  const own = exchanges.find(({ leaving }) => leaving?.id === snapshot.active);
  if (own === undefined) return { activate: undefined };
  const leaving = new Set(exchanges.map(({ leaving: sheet }) => sheet?.id));
  const before = snapshot.sheets.find(({ id }) => id === shown?.sheet && !leaving.has(id));
  const returns = exchanges.some(({ arriving }) => arriving?.id === before?.id);
  if (shown && before && (returns || before.visibility === "Visible"))
    return { activate: before.id, ...(shown.selection === "" ? {} : { select: shown.selection }) };
  return { activate: own.arriving?.id ?? firstVisible(snapshot, exchanges) };
}

function firstVisible(snapshot: Snapshot, exchanges: readonly Exchange[]): string | undefined {
  const moving = new Set(exchanges.flatMap(({ leaving, arriving }) => [leaving?.id, arriving?.id]));
  return (
    snapshot.sheets.find(({ id, visibility }) => visibility === "Visible" && !moving.has(id))?.id ??
    exchanges.find(({ arriving }) => arriving)?.arriving?.id
  );
}

/** The restore is complete without it; a failure leaves sheets out of sight that the next run removes. */
async function dropLeaving(
  session: Session,
  exchanges: readonly Exchange[],
  copies: readonly string[],
): Promise<void> {
  for (const { leaving } of exchanges)
    if (leaving) removeSheet(session.workbook.worksheets.getItem(leaving.id));
  for (const id of copies) removeSheet(session.workbook.worksheets.getItem(id));
  try {
    await session.finish();
  } catch {
    // Known by their names.
  }
}
