import { parseRange, renameSheets } from "../../formula/references";
import { AttainError } from "../../errors";
import { readContents, type SheetContent } from "./mentions";
import type { Rewrite } from "../state/rewrites";
import type { Session } from "../session";
import type { GivenFormula } from "../state/state";
import type { SheetInfo } from "./survey";

/** A formula for one cell of a sheet that a run leaves standing, so that it follows a page the run adds. */
export interface CellFormula {
  readonly tab: string;
  /** `F12` */
  readonly cell: string;
  /** Starts with `=`; the run's own pages are named as in its spec. */
  readonly formula: string;
}

/**
 * The formulas asked for, with what stands in their cells now.
 *
 * @param staying sheets that are not replaced by the run
 * @param finals names of the run's pages in its spec → their tabs
 * @throws AttainError `sheet-missing`
 */
export async function findFormulas(
  session: Session,
  staying: readonly SheetInfo[],
  contents: ReadonlyMap<string, SheetContent>,
  wanted: readonly CellFormula[],
  finals: ReadonlyMap<string, string>,
): Promise<GivenFormula[]> {
  const sheets = new Map(wanted.map(({ tab }) => [tab, sheetNamed(staying, tab)]));
  const unread = [...sheets.values()].filter(({ id }) => !contents.has(id));
  const read = unread.length === 0 ? new Map() : await readContents(session, unread, new Set());
  return wanted.map(({ tab, cell, formula }) => {
    const { id } = sheets.get(tab) ?? sheetNamed(staying, tab);
    const { top: row, left: column } = parseRange(cell);
    const content: SheetContent | undefined = contents.get(id) ?? read.get(id);
    const before = content?.formulas[row - content.area.top]?.[column - content.area.left] ?? "";
    return { tab, sheet: id, row, column, before: String(before), after: renameSheets(formula, finals) };
  });
}

function sheetNamed(staying: readonly SheetInfo[], tab: string): SheetInfo {
  const found = staying.find(({ name }) => name.toLowerCase() === tab.toLowerCase());
  if (!found) throw new AttainError("sheet-missing", { name: tab }, { sheet: tab });
  return found;
}

/** Both kinds together; a cell that is in both gets the formula asked for. */
export function withFormulas(
  mentions: readonly Rewrite[],
  asked: readonly (Rewrite | GivenFormula)[],
): Rewrite[] {
  const key = ({ sheet, row, column }: Rewrite): string => `${sheet} ${row} ${column}`;
  const taken = new Set(asked.map(key));
  const plain = asked.map(({ sheet, row, column, before, after }) => ({ sheet, row, column, before, after }));
  return [...mentions.filter((one) => !taken.has(key(one))), ...plain];
}
