import { AttainError } from "../../errors";
import type { ExcelOptions } from "../options";
import { readPages, usedAreas, type RawCell } from "./pages";
import { runSession } from "../session";

/**
 * What was typed into the cells of sheets, formulas as formulas, from A1 on: `""` where nothing stands.
 *
 * @param tabs tab names or worksheet ids
 * @returns by the names asked for; sheets without content have no rows
 * @throws AttainError `sheet-missing`, `cell-editing`, `cancelled`
 */
export async function readFormulas(
  tabs: readonly string[],
  { signal }: ExcelOptions = {},
): Promise<Map<string, readonly (readonly RawCell[])[]>> {
  return runSession({ signal, doing: "reading" }, async (session) => {
    const asked = tabs.map((tab) => ({
      tab,
      sheet: session.workbook.worksheets.getItemOrNullObject(tab).load("id"),
    }));
    await session.sync();
    for (const { tab, sheet } of asked)
      if (sheet.isNullObject) throw new AttainError("sheet-missing", { name: tab }, { sheet: tab });
    const areas = await usedAreas(session, tabs, true);
    const used = [...areas];
    const pages = await readPages(
      session,
      used.map(([sheet, area]) => ({ sheet, area, property: "formulas" })),
    );
    const found = new Map(
      used.map(([tab, { top, left }], i): [string, readonly (readonly RawCell[])[]] => [
        tab,
        [
          ...Array.from({ length: top }, () => []),
          ...(pages[i] ?? []).map((row) => [...Array.from({ length: left }, () => ""), ...row]),
        ],
      ]),
    );
    return new Map(tabs.map((tab) => [tab, found.get(tab) ?? []]));
  });
}
