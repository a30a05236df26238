import { AttainError } from "../../errors";
import type { Grid } from "../../records/grid";
import { batches, RESPONSE_BUDGET } from "../write/chunk";
import { toAttainError } from "../errors";
import { mergedAreas } from "../guarded";
import type { ExcelOptions } from "../options";
import { readPages, type Area, type PageRequest, type RawCell } from "./pages";
import { runSession, type Session } from "../session";
import { parseState, STATE_KEY } from "../state/state";
import { isAsideTab, isStagedTab } from "../tabs";

export interface ReadOptions extends ExcelOptions {
  /** Tab names or worksheet ids; default every visible sheet that the product did not make. Sheets named here are read in any case. */
  readonly sheets?: readonly string[];
}

/** Up to this many cells the number formats of a sheet's number columns are read cell by cell. */
const FORMATS_EXACT = 200_000;
/** Above it, of this many first rows; the last of them then stands for the rest of its column. */
export const FORMATS_SAMPLE = 200;

/** Whether the formats of so many rows and columns side by side are read cell by cell. */
export function exactFormats(rows: number, columns: number): boolean {
  return rows * columns <= FORMATS_EXACT;
}

interface Source {
  readonly sheet: string;
  readonly area: Area;
  readonly anyHidden: boolean;
  readonly merges: readonly string[];
}

/**
 * The used range of every visible sheet: values with dates as serial numbers, number formats of the columns that hold
 * numbers, hidden rows, merged areas where Excel can tell them. Empty sheets are left out.
 *
 * Four round trips however many sheets there are, and one more for every 4 MB of cells.
 *
 * @throws AttainError `sheet-missing`, `cell-editing`, `cancelled`, `excel-failed`
 * @example const grids = await readGrids({ signal, onProgress: showBar })
 */
export async function readGrids(options: ReadOptions = {}): Promise<Grid[]> {
  return runSession({ signal: options.signal, doing: "reading" }, async (session) => {
    const sources = await findSources(session, await chooseSheets(session, options.sheets));
    if (sources.length === 0) return [];
    const pages = await readPages(
      session,
      sources.map(({ sheet, area }) => ({ sheet, area, property: "values" })),
      (fraction) => options.onProgress?.(fraction * 0.9),
    );
    const values = pages.map((rows) => rows.map((row) => row.map((cell) => (cell === "" ? null : cell))));
    const formats = await readFormats(session, sources, values);
    const hidden = await readHiddenRows(session, sources);
    options.onProgress?.(1);
    return sources.map(({ sheet, area, merges }, i) => {
      const numberFormats = formats[i];
      const hiddenRows = hidden.get(sheet);
      return {
        sheet,
        top: area.top,
        left: area.left,
        values: values[i] ?? [],
        ...(numberFormats ? { numberFormats } : {}),
        ...(hiddenRows ? { hiddenRows } : {}),
        ...(merges.length > 0 ? { merges } : {}),
      };
    });
  });
}

async function chooseSheets(session: Session, wanted: readonly string[] | undefined): Promise<string[]> {
  const { worksheets, settings } = session.workbook;
  worksheets.load("items/id,items/name,items/visibility,items/position");
  const setting = settings.getItemOrNullObject(STATE_KEY).load("value");
  await session.sync();
  const sheets = [...worksheets.items].sort((a, b) => a.position - b.position);
  if (wanted) {
    return wanted.map((name) => {
      const sheet = sheets.find(
        ({ id, name: tab }) => tab.toLowerCase() === name.toLowerCase() || id === name,
      );
      if (!sheet) throw new AttainError("sheet-missing", { name }, { sheet: name });
      return sheet.name;
    });
  }
  const ours = setting.isNullObject ? [] : (parseState(setting.value)?.sheets ?? []);
  const made = (sheet: Excel.Worksheet): boolean =>
    ours.some(({ id, tab }) => id === sheet.id || tab === sheet.name) ||
    isAsideTab(sheet.name) ||
    isStagedTab(sheet.name);
  return sheets.filter((sheet) => sheet.visibility === "Visible" && !made(sheet)).map(({ name }) => name);
}

async function findSources(session: Session, sheets: readonly string[]): Promise<Source[]> {
  if (sheets.length === 0) return [];
  try {
    return await askSources(session, sheets, true);
  } catch (error) {
    // Excel tells no more than 512 merged areas, and none of a workbook that is open for reading only; without them a
    // sheet reads nearly as well.
    if (!WITHOUT_MERGES.includes(toAttainError(error, "reading").code)) throw error;
    return askSources(session, sheets, false);
  }
}

const WITHOUT_MERGES = ["excel-failed", "too-large", "read-only", "sheet-protected"];

async function askSources(session: Session, sheets: readonly string[], merges: boolean): Promise<Source[]> {
  const asked = sheets.map((sheet) => {
    const range = session.workbook.worksheets.getItem(sheet).getUsedRangeOrNullObject(true);
    range.load("rowIndex,columnIndex,rowCount,columnCount,rowHidden");
    return { sheet, range, merged: merges ? mergedAreas(range)?.load("areas/items/address") : undefined };
  });
  await session.sync();
  return asked.flatMap(({ sheet, range, merged }) => {
    if (range.isNullObject) return [];
    const area = {
      top: range.rowIndex,
      left: range.columnIndex,
      rows: range.rowCount,
      columns: range.columnCount,
    };
    const merges =
      merged && !merged.isNullObject
        ? merged.areas.items.map(({ address }) => address.slice(address.lastIndexOf("!") + 1))
        : [];
    // Excel answers null where some rows are hidden and some are not.
    return [{ sheet, area, anyHidden: range.rowHidden !== false, merges }];
  });
}

/**
 * Formats matter where numbers stand: they tell a date from a count and a percent from a fraction. They are long texts
 * and slow to get, so only the runs of columns with numbers are asked for.
 */
async function readFormats(
  session: Session,
  sources: readonly Source[],
  values: readonly (readonly (readonly (RawCell | null)[])[])[],
): Promise<(string[][] | undefined)[]> {
  const requests: (PageRequest & { readonly source: number; readonly offset: number })[] = [];
  sources.forEach(({ sheet, area }, source) => {
    for (const [from, to] of numberColumns(values[source] ?? [], area.columns)) {
      const columns = to - from + 1;
      const rows = exactFormats(area.rows, columns) ? area.rows : Math.min(area.rows, FORMATS_SAMPLE);
      requests.push({
        sheet,
        area: { top: area.top, left: area.left + from, rows, columns },
        property: "numberFormat",
        source,
        offset: from,
      });
    }
  });
  if (requests.length === 0) return sources.map(() => undefined);
  const pages = await readPages(session, requests);
  const formats = sources.map(({ area }, source) =>
    requests.some((request) => request.source === source)
      ? Array.from({ length: area.rows }, () => new Array<string>(area.columns).fill("General"))
      : undefined,
  );
  requests.forEach(({ source, offset, area }, i) => {
    formats[source]?.forEach((row, r) => {
      const read = pages[i]?.[Math.min(r, area.rows - 1)];
      read?.forEach((format, c) => {
        row[offset + c] = String(format);
      });
    });
  });
  return formats;
}

/** First and last offsets of the runs of columns that hold at least one number. */
export function numberColumns(
  rows: readonly (readonly (RawCell | null)[])[],
  width: number,
): [number, number][] {
  const numeric = Array.from({ length: width }, (_, column) =>
    rows.some((row) => typeof row[column] === "number"),
  );
  const runs: [number, number][] = [];
  numeric.forEach((is, column) => {
    const last = runs.at(-1);
    if (!is) return;
    if (last && last[1] === column - 1) last[1] = column;
    else runs.push([column, column]);
  });
  return runs;
}

/** Offsets of hidden rows, for the sheets that have some. */
async function readHiddenRows(
  session: Session,
  sources: readonly Source[],
): Promise<Map<string, Set<number>>> {
  const asked = sources.flatMap(({ sheet, area, anyHidden }) =>
    anyHidden ? rowPieces(area).map((piece) => ({ sheet, area, piece })) : [],
  );
  const hidden = new Map<string, Set<number>>();
  for (const run of batches(
    asked.map((each) => ({ ...each, bytes: each.piece.rows * ROW_ANSWER_BYTES })),
    RESPONSE_BUDGET,
  )) {
    const answers = run.map(({ sheet, piece }) => {
      const range = session.workbook.worksheets
        .getItem(sheet)
        .getRangeByIndexes(piece.top, piece.left, piece.rows, piece.columns);
      return range.getRowProperties({ rowHidden: true });
    });
    await session.sync();
    run.forEach(({ sheet, area, piece }, i) => {
      const rows = hidden.get(sheet) ?? new Set<number>();
      hidden.set(sheet, rows);
      answers[i]?.value.forEach(({ rowHidden }, row) => {
        if (rowHidden === true) rows.add(piece.top - area.top + row);
      });
    });
  }
  return hidden;
}

/** What Excel answers for one row, with the row's address that comes along. */
const ROW_ANSWER_BYTES = 80;
const ROWS_AT_ONCE = 40_000;

function rowPieces(area: Area): Area[] {
  const count = Math.ceil(area.rows / ROWS_AT_ONCE);
  return Array.from({ length: count }, (_, i) => ({
    ...area,
    top: area.top + i * ROWS_AT_ONCE,
    rows: Math.min(ROWS_AT_ONCE, area.rows - i * ROWS_AT_ONCE),
  }));
}
