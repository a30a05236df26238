import { parseRange } from "../../formula/references";
import type { Cell, Grid } from "../../records/grid";
import { toAttainError } from "../errors";
import { mergedAreas } from "../guarded";
import type { ExcelOptions } from "../options";
import type { Area } from "./pages";
import { exactFormats, FORMATS_SAMPLE, numberColumns } from "./read";
import { runSession } from "../session";

/** Below it, reading the whole sheet again costs no more. */
const WORTH_IT = 5_000;
/** So many edited cells fit into one answer with room to spare. */
const AT_MOST = 20_000;

/**
 * A large sheet brought up to date in one round trip by reading no more than the cells that were edited since. The
 * result is what reading it whole would give.
 *
 * Only where that is certain: no formula in the sheet could have changed along, no row is hidden, nothing is merged
 * differently, and the sheet has grown downward if at all.
 *
 * @param edited in A1 form, as the events of the sheet gave them; nothing has been inserted, deleted or moved since
 * @returns undefined where the whole sheet has to be read
 * @throws AttainError `cell-editing`, `cancelled`
 */
export async function rereadGrid(
  before: Grid,
  edited: readonly string[],
  { signal }: ExcelOptions = {},
): Promise<Grid | undefined> {
  const width = before.values[0]?.length ?? 0;
  const areas = edited.map(areaOf);
  if (before.transposed || before.hiddenRows || before.values.length * width < WORTH_IT) return undefined;
  if (!areas.every((area) => area !== undefined) || cellsIn(areas) > AT_MOST) return undefined;
  try {
    return await runSession({ signal, doing: "reading" }, async (session) => {
      const asked = ask(session.workbook.worksheets.getItem(before.sheet), areas);
      await session.sync();
      const { used, formulas, merged, ranges } = asked;
      if (used.isNullObject || !formulas.isNullObject || used.rowHidden !== false) return undefined;
      const merges = merged && !merged.isNullObject ? merged.areas.items.map(({ address }) => address) : [];
      const samePlace =
        used.rowIndex === before.top &&
        used.columnIndex === before.left &&
        used.columnCount === width &&
        used.rowCount >= before.values.length;
      if (!samePlace || !isSame(merges.map(withoutSheet), before.merges ?? [])) return undefined;
      const patches = ranges.map((range, i): Patch => ({
        area: areas[i] ?? NOWHERE,
        values: range.values as Cell[][],
        formats: range.numberFormat as string[][],
      }));
      return patched(before, used.rowCount, width, patches);
    });
  } catch (error) {
    const known = toAttainError(error, "reading");
    if (known.code === "cell-editing" || known.code === "cancelled") throw known;
    return undefined;
  }
}

function ask(sheet: Excel.Worksheet, areas: readonly Area[]) {
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load("rowIndex,columnIndex,rowCount,columnCount,rowHidden");
  return {
    used,
    formulas: used.getSpecialCellsOrNullObject("Formulas").load("address"),
    merged: mergedAreas(used)?.load("areas/items/address"),
    ranges: areas.map(({ top, left, rows, columns }) =>
      sheet.getRangeByIndexes(top, left, rows, columns).load("values,numberFormat"),
    ),
  };
}

interface Patch {
  readonly area: Area;
  readonly values: readonly (readonly Cell[])[];
  readonly formats: readonly (readonly string[])[];
}

const NOWHERE: Area = { top: 0, left: 0, rows: 0, columns: 0 };

function areaOf(address: string): Area | undefined {
  try {
    const { top, left, bottom, right } = parseRange(address);
    return { top, left, rows: bottom - top + 1, columns: right - left + 1 };
  } catch {
    // Whole rows or columns, or several areas at once.
    return undefined;
  }
}

const cellsIn = (areas: readonly Area[]): number =>
  areas.reduce((sum, { rows, columns }) => sum + rows * columns, 0);

const withoutSheet = (address: string): string => address.slice(address.lastIndexOf("!") + 1);

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((entry, i) => entry === other[i]);

/** The grid with the patches laid on it; undefined where formats that were not read would be needed. */
function patched(before: Grid, rows: number, width: number, patches: readonly Patch[]): Grid | undefined {
  const values = before.values.slice();
  while (values.length < rows) values.push(new Array<Cell>(width).fill(null));
  lay(
    before,
    values,
    patches,
    ({ values: read }) => read,
    (cell) => (cell === "" ? null : cell),
  );
  const runs = numberColumns(values, width);
  const known = numberColumns(before.values, width);
  if (!isSame(runs.map(String), known.map(String))) return undefined;
  const formats = before.numberFormats?.slice();
  if (formats) {
    const exact = runs.map(([from, to]) => exactFormats(rows, to - from + 1));
    const wasExact = runs.map(([from, to]) => exactFormats(before.values.length, to - from + 1));
    // Of a long column the first rows' formats are known, and the last of them stands for the rest.
    const sampled = exact.every((one) => !one) && wasExact.every((one) => !one);
    if (!sampled && (rows > before.values.length || !exact.every(Boolean))) return undefined;
    const last = formats[FORMATS_SAMPLE - 1];
    if (sampled && (!last || patches.some(({ area }) => touches(area, before.top + FORMATS_SAMPLE - 1))))
      return undefined;
    while (last && formats.length < rows) formats.push(last.slice());
    const numeric = new Set(runs.flatMap(([from, to]) => range(from, to)));
    lay(
      before,
      formats,
      patches,
      ({ formats: read }) => read,
      (format, row, column) =>
        numeric.has(column) && (!sampled || row < FORMATS_SAMPLE) ? format : undefined,
    );
  }
  return { ...before, values, ...(formats ? { numberFormats: formats } : {}) };
}

const touches = ({ top, rows }: Area, row: number): boolean => row >= top && row < top + rows;

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** Writes what was read into copies of the rows it lies in. `take` says what of it; undefined leaves the cell. */
function lay<T>(
  { top, left }: Grid,
  rows: (readonly T[])[],
  patches: readonly Patch[],
  read: (patch: Patch) => readonly (readonly T[])[],
  take: (cell: T, row: number, column: number) => T | undefined,
): void {
  for (const patch of patches) {
    read(patch).forEach((cells, r) => {
      const row = patch.area.top + r - top;
      const old = rows[row];
      if (!old) return;
      const copy = old.slice();
      cells.forEach((cell, c) => {
        const column = patch.area.left + c - left;
        const taken = column in copy ? take(cell, row, column) : undefined;
        if (taken !== undefined) copy[column] = taken;
      });
      rows[row] = copy;
    });
  }
}
