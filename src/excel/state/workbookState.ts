import { runSession } from "../session";
import { parseState, STATE_KEY, type NameRecord } from "./state";
import { isAsideTab, isStagedTab } from "../tabs";

export interface WorkbookState {
  /** ISO time of the last run. */
  readonly at: string;
  /** Our sheets that exist, in tab order: what they are and what their tabs are called now. */
  readonly sheets: readonly { readonly spec: string; readonly tab: string; readonly id: string }[];
  /** True when {@link restoreLast} has something to take back. */
  readonly canRestore: boolean;
  /** Defined names that are ours, as they stand now. */
  readonly names: readonly NameRecord[];
}

/** What earlier runs made in this workbook; undefined when there was none. One round trip. */
export async function readState(): Promise<WorkbookState | undefined> {
  return runSession({ doing: "reading" }, async (session) => {
    const { worksheets, settings, names } = session.workbook;
    worksheets.load("items/id,items/name,items/position");
    names.load("items/name,items/formula,items/comment");
    const setting = settings.getItemOrNullObject(STATE_KEY).load("value");
    await session.sync();
    const state = setting.isNullObject ? undefined : parseState(setting.value);
    if (!state) return undefined;
    const sheets = [...worksheets.items]
      .sort((a, b) => a.position - b.position)
      .flatMap(({ id, name }) => {
        const ours =
          state.sheets.find((sheet) => sheet.id === id) ?? state.sheets.find(({ tab }) => tab === name);
        return ours ? [{ spec: ours.spec, tab: name, id }] : [];
      });
    const ours = new Set(state.names.map((name) => name.toLowerCase()));
    return {
      at: state.at,
      sheets,
      canRestore: state.previous !== undefined,
      names: names.items
        .filter(({ name }) => ours.has(name.toLowerCase()))
        .map(({ name, formula, comment }) => ({ name, formula: String(formula), comment })),
    };
  });
}

export interface TabInfo {
  readonly id: string;
  readonly tab: string;
}

/** The visible sheets that people made, in tab order. One round trip. */
export async function readTheirTabs(): Promise<TabInfo[]> {
  return runSession({ doing: "reading" }, async (session) => {
    const { worksheets, settings } = session.workbook;
    worksheets.load("items/id,items/name,items/position,items/visibility");
    const setting = settings.getItemOrNullObject(STATE_KEY).load("value");
    await session.sync();
    const ours = (setting.isNullObject ? undefined : parseState(setting.value))?.sheets ?? [];
    return [...worksheets.items]
      .sort((a, b) => a.position - b.position)
      .filter(
        ({ id, name, visibility }) =>
          visibility === "Visible" &&
          !isAsideTab(name) &&
          !isStagedTab(name) &&
          !ours.some((sheet) => sheet.id === id || sheet.tab === name),
      )
      .map(({ id, name }) => ({ id, tab: name }));
  });
}

/** The workbook's file name. One round trip. */
export async function readName(): Promise<string> {
  return runSession({ doing: "reading" }, async (session) => {
    session.workbook.load("name");
    await session.sync();
    return session.workbook.name;
  });
}
