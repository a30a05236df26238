import { ApiError } from "../apiError";
import {
  area,
  columnCount,
  coversAllColumns,
  coversAllRows,
  eachPlace,
  rowCount,
  fullAddress,
  formatAddress,
  type Area,
} from "./area";
import { readEntry } from "./entry";
import { EVENT, WORKBOOK_TARGET } from "./events";
import type { Live } from "./live";
import { allowCellWrite, allowFormatting } from "./protection";
import type { Cell, CellStyle, HostSheet } from "./workbook";

/** More cells than this in one read or write is refused, as Excel does. */
const CELL_LIMIT = 5_000_000;

/** The cells of an area that exist, in no particular order. */
export function* cellsIn(target: Area): Iterable<{ row: number; column: number; cell: Cell }> {
  const { sheet } = target;
  const few = rowCount(target) <= sheet.cells.size;
  const rows = few
    ? range(target.top, target.bottom)
    : [...sheet.cells.keys()].filter((row) => row >= target.top && row <= target.bottom);
  for (const row of rows) {
    const line = sheet.cells.get(row);
    if (!line) continue;
    for (const [column, cell] of [...line]) {
      if (column >= target.left && column <= target.right) yield { row, column, cell };
    }
  }
}

function* range(from: number, to: number): Iterable<number> {
  for (let each = from; each <= to; each++) yield each;
}

/** A table of what `read` gives for every cell of the area. */
export function readTable<T>(
  target: Area,
  read: (cell: Cell | undefined, row: number, column: number) => T,
): T[][] {
  if (rowCount(target) * columnCount(target) > CELL_LIMIT) throw new ApiError("RangeExceedsLimit");
  const table: T[][] = [];
  for (let row = target.top; row <= target.bottom; row++) {
    const line = target.sheet.cells.get(row);
    const out: T[] = [];
    for (let column = target.left; column <= target.right; column++)
      out.push(read(line?.get(column), row, column));
    table.push(out);
  }
  return table;
}

/**
 * Hands `write` each cell's part of a value given for a whole range: one value for all cells, or a table of exactly
 * the range's size.
 *
 * @throws ApiError InvalidArgument when the table has another size
 */
export function spread(
  target: Area,
  value: unknown,
  name: string,
  write: (part: unknown, row: number, column: number) => void,
): void {
  if (!Array.isArray(value)) {
    if (rowCount(target) * columnCount(target) > CELL_LIMIT) throw new ApiError("RangeExceedsLimit");
    eachPlace(target, (row, column) => write(value, row, column));
    return;
  }
  const table: readonly unknown[] = value;
  checkSize(target, table, name);
  for (const [r, line] of table.entries()) {
    for (const [c, part] of (line as readonly unknown[]).entries())
      write(part, target.top + r, target.left + c);
  }
}

function checkSize(target: Area, table: readonly unknown[], name: string): void {
  const fits =
    table.length === rowCount(target) &&
    table.every((line) => Array.isArray(line) && line.length === columnCount(target));
  if (!fits) {
    throw new ApiError(
      "InvalidArgument",
      `The number of rows or columns in the array for '${name}' doesn't match the size or dimensions of the range ${formatAddress(target)}.`,
    );
  }
}

/** `range.values = …` and `range.formulas = …`. Cells before one that fails are written, as in Excel. */
export function writeEntries(live: Live, target: Area, value: unknown, name: string): void {
  allowCellWrite(live, target);
  if (Array.isArray(value)) checkSize(target, value, name);
  spread(target, value, name, (part, row, column) => writeEntry(live, target.sheet, row, column, part));
  noteChanged(live, target, "RangeEdited");
}

/** One entry as if typed. */
export function writeEntry(live: Live, sheet: HostSheet, row: number, column: number, raw: unknown): void {
  const style = live.style(sheet, row, column);
  const entry = readEntry(raw, style.numberFormat);
  if (!entry) return;
  const { value, formula, format } = entry;
  const general = style.numberFormat === undefined || style.numberFormat === "General";
  const newStyle =
    format !== undefined && general ? live.intern({ ...style, numberFormat: format }) : undefined;
  live.write(sheet, row, column, formula === undefined ? { value } : { value, formula }, newStyle);
}

export function clearContents(live: Live, target: Area): void {
  allowCellWrite(live, target);
  for (const { row, column } of [...cellsIn(target)]) live.write(target.sheet, row, column, { value: null });
  noteChanged(live, target, "RangeEdited");
}

/** Puts every cell of the area back to the default style. */
export function clearFormats(live: Live, target: Area): void {
  restyle(live, target, () => ({}));
}

/** Changes the style of every cell of an area; equal styles are worked out once. */
export function restyle(live: Live, target: Area, change: (style: CellStyle) => CellStyle): void {
  allowFormatting(live, target);
  const { sheet } = target;
  const changed = new Map<number, number>();
  const next = (index: number): number => {
    const known = changed.get(index);
    if (known !== undefined) return known;
    const made = live.intern(withoutUndefined(change(live.book.styles[index] ?? {})));
    changed.set(index, made);
    return made;
  };
  const columns = coversAllRows(target);
  const rows = coversAllColumns(target);
  if (columns || rows) {
    // The cells first: afterwards their line's style would count as theirs.
    for (const { cell, row, column } of [...cellsIn(target)])
      setStyle(sheet, row, column, cell, next(cell.style));
    const lines = columns ? sheet.columns : sheet.rows;
    const last = columns ? Math.min(target.right, LAST_STYLED_COLUMN) : target.bottom;
    for (let line = columns ? target.left : target.top; line <= last; line++) {
      const state = lines.get(line) ?? {};
      lines.set(line, { ...state, style: next(state.style ?? 0) });
    }
    live.notePart(sheet, "lines");
  } else {
    eachPlace(target, (row, column) => {
      let line = sheet.cells.get(row);
      if (!line) sheet.cells.set(row, (line = new Map<number, Cell>()));
      const cell = line.get(column);
      const style = next(cell?.style ?? live.lineStyle(sheet, row, column));
      if (cell) setStyle(sheet, row, column, cell, style);
      else {
        line.set(column, { value: null, style });
        if (sheet.source !== undefined) sheet.changed.cells.add(`${row},${column}`);
      }
    });
  }
  live.noteStyled(target);
}

/** Formatting a whole sheet reaches its first columns only: every further one would have to be written out. */
const LAST_STYLED_COLUMN = 255;

function setStyle(sheet: HostSheet, row: number, column: number, cell: Cell, style: number): void {
  if (cell.style === style) return;
  cell.style = style;
  if (sheet.source !== undefined) sheet.changed.cells.add(`${row},${column}`);
}

function withoutUndefined(style: CellStyle): CellStyle {
  return Object.fromEntries(Object.entries(style).filter(([, value]) => value !== undefined));
}

/**
 * The smallest rectangle around the cells in use.
 *
 * @param valuesOnly Cells that are merely formatted do not count.
 */
export function usedArea(sheet: HostSheet, valuesOnly: boolean, within?: Area): Area | undefined {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  for (const [row, line] of sheet.cells) {
    for (const [column, cell] of line) {
      if (cell.value === null && cell.formula === undefined && (valuesOnly || cell.style === 0)) continue;
      if (
        within &&
        !(row >= within.top && row <= within.bottom && column >= within.left && column <= within.right)
      )
        continue;
      top = Math.min(top, row);
      left = Math.min(left, column);
      bottom = Math.max(bottom, row);
      right = Math.max(right, column);
    }
  }
  return bottom < 0 ? undefined : area(sheet, top, left, bottom, right);
}

/** Tells those who listen for changes on the sheet. */
export function noteChanged(
  live: Live,
  target: Area,
  changeType: string,
  source: "Local" | "Remote" = "Local",
  byUser = false,
): void {
  const details = {
    address: formatAddress(target),
    changeType,
    source,
    worksheetId: target.sheet.id,
    triggerSource: byUser ? "Unknown" : "ThisLocalAddin",
    shiftDirection: "None",
    referenceId: fullAddress(target),
  };
  for (const receiver of [target.sheet.id, WORKBOOK_TARGET])
    live.raise({ type: EVENT.worksheetChanged, target: receiver, details });
}
