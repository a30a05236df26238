import type { HostSheet, LineState } from "../book/workbook";
import { SHEET_ORDER } from "./sheetOrder";
import { columnFileWidth, columnPoints } from "./units";
import { attributes, child, children, flagAttr, numberAttr, putChild, type Element } from "./xml";

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Whole-sheet settings may span all 16 384 columns; further to the right than this nobody asks for one. */
const SPELLED_OUT = 512;
const COLUMNS = 16_384;
/** Excel's own default width, for a `<col>` that says only that it is hidden or grouped. */
const DEFAULT_FILE_WIDTH = 9.140625;

export function readColumns(worksheet: Element): Map<number, LineState> {
  const columns = new Map<number, LineState>();
  for (const each of children(child(worksheet, "cols"), "col")) {
    const first = (numberAttr(each, "min") ?? 1) - 1;
    const last = Math.min((numberAttr(each, "max") ?? 1) - 1, first + SPELLED_OUT);
    const width = numberAttr(each, "width");
    const outline = numberAttr(each, "outlineLevel") ?? 0;
    const hidden = flagAttr(each, "hidden");
    const state: LineState = {
      ...(width !== undefined && flagAttr(each, "customWidth", true) ? { size: columnPoints(width) } : {}),
      ...(hidden ? { hidden } : {}),
      ...(outline > 0 ? { outline } : {}),
    };
    if (Object.keys(state).length > 0)
      for (let column = first; column <= last; column += 1) columns.set(column, { ...state });
  }
  return columns;
}

/** Writes `<cols>`; in an opened sheet a column keeps its default cell style and whatever else it had. */
export function writeColumns(worksheet: Element, sheet: HostSheet): void {
  const before = sourceColumns(worksheet);
  const runs: { first: number; last: number; key: string; said: Attributes }[] = [];
  for (let column = 0; column < COLUMNS; column += 1) {
    const state = sheet.columns.get(column);
    const said = state ? columnAttributes(state, before[column]) : before[column];
    if (!said) continue;
    const key = JSON.stringify(said);
    const run = runs.at(-1);
    if (run && run.last === column - 1 && run.key === key) run.last = column;
    else runs.push({ first: column, last: column, key, said });
  }
  const cols = runs
    .map(({ first, last, said }) => `<col${attributes({ min: first + 1, max: last + 1, ...said })}/>`)
    .join("");
  putChild(worksheet, "cols", cols ? `<cols>${cols}</cols>` : undefined, SHEET_ORDER);
}

function columnAttributes(state: LineState, before: Attributes | undefined): Attributes {
  return {
    ...before,
    width: state.size === undefined ? (before?.["width"] ?? DEFAULT_FILE_WIDTH) : columnFileWidth(state.size),
    customWidth: state.size === undefined ? before?.["customWidth"] : true,
    hidden: state.hidden || undefined,
    outlineLevel: state.outline || undefined,
  };
}

function sourceColumns(worksheet: Element): (Attributes | undefined)[] {
  const columns: (Attributes | undefined)[] = [];
  for (const each of children(child(worksheet, "cols"), "col")) {
    const said: Record<string, string> = {};
    for (const { name, value } of Array.from(each.attributes))
      if (name !== "min" && name !== "max") said[name] = value;
    for (
      let column = (numberAttr(each, "min") ?? 1) - 1;
      column < Math.min(numberAttr(each, "max") ?? 1, COLUMNS);
      column += 1
    )
      columns[column] = said;
  }
  return columns;
}

/** The deepest grouping stands in the sheet's defaults: it is what makes room for the group buttons. */
export function outlineDepth(lines: ReadonlyMap<number, LineState>): number {
  let depth = 0;
  for (const { outline = 0 } of lines.values()) depth = Math.max(depth, outline);
  return depth;
}
