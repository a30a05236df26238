import { readPages, usedAreas, type RawCell } from "./pages";
import { runSession } from "../session";
import type { ExcelOptions } from "../options";

/** A sheet's cells from A1 on: what they say, and the formulas behind them. Empty cells are null. */
export interface SheetText {
  readonly sheet: string;
  readonly values: readonly (readonly (RawCell | null)[])[];
  /** A cell without a formula holds its value. */
  readonly formulas: readonly (readonly (RawCell | null)[])[];
}

/** Values and formulas of sheets, in the order asked for; empty sheets are left out. */
export async function readSheets(tabs: readonly string[], options: ExcelOptions = {}): Promise<SheetText[]> {
  return runSession({ signal: options.signal, doing: "reading" }, async (session) => {
    const areas = await usedAreas(session, tabs, true);
    const found = tabs.flatMap((sheet) => {
      const area = areas.get(sheet);
      return area
        ? [
            {
              sheet,
              area: { top: 0, left: 0, rows: area.top + area.rows, columns: area.left + area.columns },
            },
          ]
        : [];
    });
    const pages = await readPages(
      session,
      found.flatMap(({ sheet, area }) => [
        { sheet, area, property: "values" as const },
        { sheet, area, property: "formulas" as const },
      ]),
    );
    const blank = (rows: readonly (readonly RawCell[])[] | undefined) =>
      (rows ?? []).map((row) => row.map((cell) => (cell === "" ? null : cell)));
    return found.map(({ sheet }, i) => ({
      sheet,
      values: blank(pages[2 * i]),
      formulas: blank(pages[2 * i + 1]),
    }));
  });
}
