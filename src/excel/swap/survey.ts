import { RUNNING_KEY } from "./running";
import type { Session } from "../session";
import { JOURNAL_KEY, isUndo, type Undo } from "./journal";
import { parseJson } from "../state/json";
import {
  parseState,
  STATE_KEY,
  type NameRecord,
  type OurSheet,
  type State,
  type Visibility,
} from "../state/state";
import { digitPoints } from "../write/widths";

export interface SheetInfo {
  readonly id: string;
  readonly name: string;
  readonly visibility: Visibility;
  readonly protected: boolean;
}

/** The workbook as it is, in tab order: what a run needs to know, and what it puts back when it fails. */
export interface Snapshot {
  readonly sheets: readonly SheetInfo[];
  readonly protected: boolean;
  readonly names: readonly NameRecord[];
  readonly active: string;
  /** With sheet name; empty when something else than one range is selected. */
  readonly selection: string;
  /** Opened for reading: some Excels let one change it all the same, and only refuse to save. */
  readonly readOnly: boolean;
  /** Width of a digit of the workbook's body font, in points. */
  readonly digitPoints: number;
  /** The stored text, to be put back as it was. */
  readonly stateText: string | undefined;
  readonly state: State | undefined;
  /** Left by a run that broke off while swapping. */
  readonly journal: Undo | undefined;
  readonly hasJournal: boolean;
  /** Who is writing, as the workbook says it: {@link RUNNING_KEY}. */
  readonly running: string | undefined;
}

/** One round trip. */
export async function takeSnapshot(session: Session): Promise<Snapshot> {
  try {
    return await look(session, true);
  } catch (error) {
    // Several areas or a chart are selected: then Excel keeps the selection by itself, and there is none to note.
    if (!(error instanceof Error && "code" in error && error.code === "InvalidSelection")) throw error;
    return look(session, false);
  }
}

async function look(session: Session, withSelection: boolean): Promise<Snapshot> {
  const { workbook } = session;
  const { worksheets, names, protection, settings } = workbook;
  worksheets.load("items/id,items/name,items/visibility,items/position,items/protection/protected");
  names.load("items/name,items/formula,items/comment");
  protection.load("protected");
  workbook.load("readOnly");
  const active = worksheets.getActiveWorksheet().load("id");
  const selection = withSelection ? workbook.getSelectedRange().load("address") : undefined;
  const first = worksheets.getFirst().load("standardWidth");
  // The last column is nearly always as wide as the workbook's font makes it.
  const untouched = first.getRange("XFD1").format.load("columnWidth");
  const state = settings.getItemOrNullObject(STATE_KEY).load("value");
  const journal = settings.getItemOrNullObject(JOURNAL_KEY).load("value");
  const running = settings.getItemOrNullObject(RUNNING_KEY).load("value");
  await session.sync();

  const stateText = state.isNullObject ? undefined : String(state.value);
  const undo = journal.isNullObject ? undefined : parseJson(journal.value);
  return {
    sheets: [...worksheets.items].sort((a, b) => a.position - b.position).map(infoOf),
    protected: protection.protected,
    names: names.items.map(({ name, formula, comment }) => ({ name, formula: String(formula), comment })),
    active: active.id,
    selection: selection?.address ?? "",
    readOnly: workbook.readOnly,
    digitPoints: digitPoints(first.standardWidth, untouched.columnWidth),
    stateText,
    state: parseState(stateText),
    journal: isUndo(undo) ? undo : undefined,
    hasJournal: !journal.isNullObject,
    running: running.isNullObject ? undefined : String(running.value),
  };
}

function infoOf(sheet: Excel.Worksheet): SheetInfo {
  return {
    id: sheet.id,
    name: sheet.name,
    visibility: sheet.visibility as Visibility,
    protected: sheet.protection.protected,
  };
}

/** Our sheets that still exist, with what they are now. Ids come first; a file's journey through another program may
 * change them, then the tab name tells. */
export function findOurSheets(
  snapshot: Snapshot,
): Map<string, { readonly ours: OurSheet; readonly sheet: SheetInfo }> {
  const found = new Map<string, { ours: OurSheet; sheet: SheetInfo }>();
  for (const ours of snapshot.state?.sheets ?? []) {
    const sheet =
      snapshot.sheets.find(({ id }) => id === ours.id) ??
      snapshot.sheets.find(({ name }) => name === ours.tab);
    if (sheet) found.set(ours.spec, { ours, sheet });
  }
  return found;
}
