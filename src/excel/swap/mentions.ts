import { renameSheets } from "../../formula/references";
import { AttainError } from "../../errors";
import { asLiteral } from "../write/literal";
import { readPages, usedAreas, type Area, type RawCell } from "../read/pages";
import type { Session } from "../session";
import type { SheetInfo } from "./survey";
import { runs, type Rewrite } from "../state/rewrites";

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

export interface Moving {
  /** Current tab names of the sheets being replaced → their successors' final ones. */
  readonly replaced: ReadonlyMap<string, string>;
  /** Tab names of sheets that go for good. */
  readonly dropped: readonly string[];
}

/**
 * Formulas elsewhere in the workbook that refer to sheets about to be replaced. Excel would turn them towards the
 * sheets set aside; written again after the swap they mean the successors. Formulas that refer to a sheet going for
 * good, on old sheets kept because a person had edited them, become the values they show.
 *
 * @param sheets Those that stay.
 * @param ours Ids of those whose protection is ours to take off.
 * @throws AttainError("sheet-protected") when such a formula stands on a person's protected sheet
 */
export async function findMentions(
  session: Session,
  sheets: readonly SheetInfo[],
  ours: ReadonlySet<string>,
  contents: ReadonlyMap<string, SheetContent>,
  { replaced, dropped }: Moving,
): Promise<Rewrite[]> {
  const mentionsDropped = mentioning(dropped);
  const mentionsAny = mentioning([...replaced.keys(), ...dropped]);
  const found = sheets.flatMap((sheet) => {
    const { area, formulas } = contents.get(sheet.id) ?? { area: undefined, formulas: [] };
    if (area === undefined) return [];
    return formulas.flatMap((cells, r) =>
      cells.flatMap((cell, c): Rewrite[] => {
        if (typeof cell !== "string" || !cell.startsWith("=") || !mentionsAny(cell)) return [];
        const place = { sheet: sheet.id, row: area.top + r, column: area.left + c };
        return [{ ...place, before: cell, after: renameSheets(cell, replaced) }];
      }),
    );
  });
  const rewrites = await withValues(session, found, mentionsDropped);
  const locked = sheets.find(
    ({ id, protected: isProtected }) =>
      isProtected && !ours.has(id) && rewrites.some(({ sheet }) => sheet === id),
  );
  if (locked) throw new AttainError("sheet-protected", {}, { sheet: locked.name });
  return rewrites;
}

/** Any other name will do to see whether a formula mentions one of the sheets. */
function mentioning(tabs: readonly string[]): (formula: string) => boolean {
  const probe = new Map(tabs.map((tab) => [tab, `${tab}\u0001`]));
  return (formula) => renameSheets(formula, probe) !== formula;
}

/**
 * Looks at the values of the cells found. Text that looks like a formula has itself as its value; written again it
 * would become a formula, so it is left out.
 */
async function withValues(
  session: Session,
  found: readonly Rewrite[],
  frozen: (formula: string) => boolean,
): Promise<Rewrite[]> {
  const together = runs(found);
  const values = await readPages(
    session,
    together.map(([{ sheet, row, column }, ...more]) => ({
      sheet,
      area: { top: row, left: column, rows: 1 + more.length, columns: 1 },
      property: "values",
    })),
  );
  return together.flatMap((run, i) =>
    run.flatMap((rewrite, at): Rewrite[] => {
      const value = values[i]?.[at]?.[0] ?? "";
      if (value === rewrite.before) return [];
      if (!frozen(rewrite.before)) return [rewrite];
      return [{ ...rewrite, after: typeof value === "string" ? asLiteral(value) : value }];
    }),
  );
}
