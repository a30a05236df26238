import { jsonBytes, RESPONSE_BUDGET } from "../write/chunk";
import { isTooLarge } from "../errors";
import type { Session } from "../session";

export type RawCell = string | number | boolean;

/** A rectangle of a sheet, 0-based. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
}

export interface PageRequest {
  /** Id or name. */
  readonly sheet: string;
  readonly area: Area;
  readonly property: "values" | "formulas" | "numberFormat";
}

const LOAD: Readonly<Record<PageRequest["property"], (range: Excel.Range) => Excel.Range>> = {
  values: (range) => range.load("values"),
  formulas: (range) => range.load("formulas"),
  numberFormat: (range) => range.load("numberFormat"),
};

/** Generous for numbers, short for prose; the first page shows what the cells really take. */
const FIRST_GUESS = 24;
const LEAST = 6;
/** Measuring a few rows of a page is enough. */
const MEASURED_ROWS = 500;

/**
 * The rectangles asked for, all in one round trip while they are small, in runs of rows under the response limit when
 * they are not.
 *
 * @param onCells Called after each round trip with the fraction of cells read, 0–1.
 */
export async function readPages(
  session: Session,
  requests: readonly PageRequest[],
  onCells?: (fraction: number) => void,
): Promise<RawCell[][][]> {
  const results: RawCell[][][] = requests.map(() => []);
  const total = requests.reduce((sum, { area }) => sum + area.rows * area.columns, 0);
  let bytesPerCell = FIRST_GUESS;
  let done = 0;
  for (;;) {
    const page = nextPage(requests, results, Math.floor(RESPONSE_BUDGET / bytesPerCell));
    if (page.length === 0) return results;
    const ranges = page.map(({ request, from, rows }) => {
      const { left, columns } = request.area;
      const range = session.workbook.worksheets
        .getItem(request.sheet)
        .getRangeByIndexes(from, left, rows, columns);
      return LOAD[request.property](range);
    });
    try {
      await session.sync();
    } catch (error) {
      const rows = page.reduce((sum, piece) => sum + piece.rows, 0);
      if (!isTooLarge(error) || rows === 1) throw error;
      bytesPerCell *= 2;
      continue;
    }
    const sizes = page.map(({ index, request }, i) => {
      const rows = ranges[i]?.[request.property] as RawCell[][] | undefined;
      for (const row of rows ?? []) results[index]?.push(row);
      return bytesOf(rows ?? []);
    });
    const cells = page.reduce((sum, { rows, request }) => sum + rows * request.area.columns, 0);
    bytesPerCell = Math.max(LEAST, (sizes.reduce((sum, size) => sum + size, 0) / cells) * 1.3);
    done += cells;
    onCells?.(done / total);
  }
}

interface Piece {
  readonly index: number;
  readonly request: PageRequest;
  readonly from: number;
  readonly rows: number;
}

/** The next rows of as many rectangles as there is room for, at least one row of one. */
function nextPage(
  requests: readonly PageRequest[],
  results: readonly RawCell[][][],
  roomForCells: number,
): Piece[] {
  const page: Piece[] = [];
  let room = roomForCells;
  for (const [index, request] of requests.entries()) {
    const { top, rows, columns } = request.area;
    const read = results[index]?.length ?? 0;
    if (read >= rows || columns === 0) continue;
    const fitting = Math.min(rows - read, Math.max(Math.floor(room / columns), page.length === 0 ? 1 : 0));
    if (fitting === 0) break;
    page.push({ index, request, from: top + read, rows: fitting });
    room -= fitting * columns;
  }
  return page;
}

function bytesOf(rows: readonly RawCell[][]): number {
  if (rows.length <= MEASURED_ROWS) return jsonBytes(rows);
  const step = Math.floor(rows.length / MEASURED_ROWS);
  const sample = rows.filter((_, i) => i % step === 0);
  return (jsonBytes(sample) * rows.length) / sample.length;
}

/**
 * The used areas of sheets, in one round trip. Sheets without content are left out.
 *
 * @param valuesOnly Ignores cells that only have a format.
 */
export async function usedAreas(
  session: Session,
  sheets: readonly string[],
  valuesOnly: boolean,
): Promise<Map<string, Area>> {
  const ranges = sheets.map((sheet) => {
    const range = session.workbook.worksheets.getItem(sheet).getUsedRangeOrNullObject(valuesOnly);
    return { sheet, range: range.load("rowIndex,columnIndex,rowCount,columnCount") };
  });
  if (ranges.length > 0) await session.sync();
  return new Map(
    ranges.flatMap(({ sheet, range }) =>
      range.isNullObject
        ? []
        : [
            [
              sheet,
              {
                top: range.rowIndex,
                left: range.columnIndex,
                rows: range.rowCount,
                columns: range.columnCount,
              },
            ] as const,
          ],
    ),
  );
}
