import { renameSheets } from "../formula/references";
import { AttainError } from "../errors";
import { asides } from "./names";
import { readPages, usedAreas, type Area, type RawCell } from "./pages";
import type { Session } from "./session";
import type { SheetInfo } from "./survey";
import type { Rewrite } from "./rewrites";

export interface SheetContent {
  readonly area: Area;
  /** `Range.formulas` of the area. */
  readonly cells: readonly (readonly RawCell[])[];
}

/** What stands on sheets, formulas as formulas; by sheet id, sheets without content left out. */
export async function readContents(session: Session, sheets: readonly SheetInfo[]): Promise<Map<string, SheetContent>> {
  const areas = [...(await usedAreas(session, sheets.map(({ id }) => id), true))];
  const pages = await readPages(session, areas.map(([sheet, area]) => ({ sheet, area, property: "formulas" })));
  return new Map(areas.map(([sheet, area], i) => [sheet, { area, cells: pages[i] ?? [] }]));
}

/**
 * Formulas elsewhere in the workbook that refer to sheets about to be replaced. Excel would turn them towards the
 * sheets set aside; written again after the swap they mean the successors.
 *
 * @param sheets Those that stay.
 * @param replaced Current tab names of the sheets being replaced → their successors' final ones.
 * @throws AttainError("sheet-protected") when such a formula stands on a protected sheet and cannot be written
 */
export function findMentions(sheets: readonly SheetInfo[], contents: ReadonlyMap<string, SheetContent>, replaced: ReadonlyMap<string, string>): Rewrite[] {
  const probe = asides(replaced);
  return sheets.flatMap((sheet) => {
    const { area, cells } = contents.get(sheet.id) ?? { area: undefined, cells: [] };
    if (area === undefined) return [];
    const found = cells.flatMap((row, r) =>
      row.flatMap((cell, c): Rewrite[] => {
        if (typeof cell !== "string" || !cell.startsWith("=") || renameSheets(cell, probe) === cell) return [];
        return [{ sheet: sheet.id, row: area.top + r, column: area.left + c, before: cell, after: renameSheets(cell, replaced) }];
      }),
    );
    if (found.length > 0 && sheet.protected) throw new AttainError("sheet-protected", {}, { sheet: sheet.name });
    return found;
  });
}
