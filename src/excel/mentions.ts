import { renameSheets } from "../formula/references";
import { AttainError } from "../errors";
import { asides } from "./names";
import { readPages, usedAreas, type Area, type RawCell } from "./pages";
import type { Session } from "./session";
import type { SheetInfo } from "./survey";
import { runs, type Rewrite } from "./rewrites";

export interface SheetContent {
  readonly area: Area;
  /** `Range.formulas` of the area. */
  readonly formulas: readonly (readonly RawCell[])[];
  /** `Range.values` of the area, for the sheets where they were asked for. */
  readonly values: readonly (readonly RawCell[])[];
}

/**
 * What stands on sheets, by sheet id; sheets without content left out.
 *
 * @param withValues Ids of the sheets whose values are wanted too: text that looks like a formula is told from a formula
 *   by its value, which is the text itself.
 */
export async function readContents(
  session: Session,
  sheets: readonly SheetInfo[],
  withValues: ReadonlySet<string>,
): Promise<Map<string, SheetContent>> {
  const areas = [
    ...(await usedAreas(
      session,
      sheets.map(({ id }) => id),
      true,
    )),
  ];
  const valued = areas.filter(([sheet]) => withValues.has(sheet));
  const pages = await readPages(session, [
    ...areas.map(([sheet, area]) => ({ sheet, area, property: "formulas" as const })),
    ...valued.map(([sheet, area]) => ({ sheet, area, property: "values" as const })),
  ]);
  const values = new Map(valued.map(([sheet], i) => [sheet, pages[areas.length + i] ?? []]));
  return new Map(
    areas.map(([sheet, area], i) => [
      sheet,
      { area, formulas: pages[i] ?? [], values: values.get(sheet) ?? [] },
    ]),
  );
}

/**
 * Formulas elsewhere in the workbook that refer to sheets about to be replaced. Excel would turn them towards the
 * sheets set aside; written again after the swap they mean the successors.
 *
 * @param sheets Those that stay.
 * @param replaced Current tab names of the sheets being replaced → their successors' final ones.
 * @throws AttainError("sheet-protected") when such a formula stands on a protected sheet and cannot be written
 */
export async function findMentions(
  session: Session,
  sheets: readonly SheetInfo[],
  contents: ReadonlyMap<string, SheetContent>,
  replaced: ReadonlyMap<string, string>,
): Promise<Rewrite[]> {
  const probe = asides(replaced);
  const found = sheets.flatMap((sheet) => {
    const content = contents.get(sheet.id);
    if (content === undefined) return [];
    const { area, formulas } = content;
    return formulas.flatMap((row, r) =>
      row.flatMap((cell, c): Rewrite[] => {
        if (typeof cell !== "string" || !cell.startsWith("=") || renameSheets(cell, probe) === cell)
          return [];
        return [
          {
            sheet: sheet.id,
            row: area.top + r,
            column: area.left + c,
            before: cell,
            after: renameSheets(cell, replaced),
          },
        ];
      }),
    );
  });
  const formulas = await withoutTexts(session, found);
  const locked = sheets.find(
    ({ id, protected: isProtected }) => isProtected && formulas.some(({ sheet }) => sheet === id),
  );
  if (locked) throw new AttainError("sheet-protected", {}, { sheet: locked.name });
  return formulas;
}

/** Text that looks like a formula has itself as its value; written again it would become a formula. */
async function withoutTexts(session: Session, found: readonly Rewrite[]): Promise<Rewrite[]> {
  if (found.length === 0) return [];
  const together = runs(found);
  const values = await readPages(
    session,
    together.map(([{ sheet, row, column }, ...more]) => ({
      sheet,
      area: { top: row, left: column, rows: 1 + more.length, columns: 1 },
      property: "values",
    })),
  );
  return together.flatMap((run, i) => run.filter(({ before }, at) => values[i]?.[at]?.[0] !== before));
}
