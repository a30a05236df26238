import { LAST_COLUMN, LAST_ROW } from "../../formula/references";
import { ApiError, invalidArgument } from "../apiError";
import {
  area,
  cellCount,
  columnCount,
  contains,
  coversAllColumns,
  coversAllRows,
  formatAddress,
  intersection,
  parseAddress,
  rowCount,
  type Area,
} from "./area";
import { cellsIn, clearContents, noteChanged } from "./cells";
import { linesOf } from "./geometry";
import { shiftFormula, shiftLines, shiftRectangle } from "./formulaText";
import type { Live } from "./live";
import { allow, allowCellWrite } from "./protection";
import { rewriteReferences } from "./sheets";
import type { Cell, HostSheet, LineState } from "./workbook";

type Axis = "rows" | "columns";

/** Sets width or height in points; undefined goes back to the standard. */
export function setSize(live: Live, target: Area, axis: Axis, size: number | undefined): void {
  allow(target.sheet, axis === "rows" ? "allowFormatRows" : "allowFormatColumns");
  const most = axis === "rows" ? 409.5 : 1_790;
  if (size !== undefined && (size < 0 || size > most)) throw invalidArgument("size", `0 to ${most} points`);
  changeLines(live, target, axis, (state) => {
    const { size: _, ...rest } = state;
    return size === undefined ? rest : { ...rest, size };
  });
}

export function setHidden(live: Live, target: Area, axis: Axis, hidden: boolean): void {
  allow(target.sheet, axis === "rows" ? "allowFormatRows" : "allowFormatColumns");
  changeLines(live, target, axis, (state) => ({ ...state, hidden }));
}

const MAX_OUTLINE = 7;

/** @param groupOption `ByRows` or `ByColumns`. */
export function groupLines(live: Live, target: Area, groupOption: string, step: 1 | -1): void {
  if (groupOption !== "ByRows" && groupOption !== "ByColumns")
    throw invalidArgument("groupOption", "ByRows or ByColumns");
  const axis = groupOption === "ByRows" ? "rows" : "columns";
  changeLines(live, target, axis, (state) => {
    const { outline = 0, ...rest } = state;
    const next = outline + step;
    if (next < 0 || next > MAX_OUTLINE)
      throw new ApiError("InvalidOperation", "The lines cannot be grouped or ungrouped further.");
    return next === 0 ? rest : { ...rest, outline: next };
  });
}

function changeLines(live: Live, target: Area, axis: Axis, change: (state: LineState) => LineState): void {
  const [first, last] = linesOf(target, axis);
  const lines = live.alive(target.sheet)[axis];
  for (let line = first; line <= last; line++) {
    const state = change(lines.get(line) ?? {});
    if (Object.values(state).every((value) => value === undefined || value === false)) lines.delete(line);
    else lines.set(line, state);
  }
  live.notePart(target.sheet, "lines");
}

/**
 * Inserts blank cells as large as `target`, pushing what is there down or right. Whole rows and columns, or blocks that
 * nothing else stands beside.
 *
 * @returns the new blank area
 */
export function insertCells(live: Live, target: Area, shift: string): Area {
  if (shift !== "Down" && shift !== "Right") throw invalidArgument("shift", "Down or Right");
  const axis = shift === "Down" ? "rows" : "columns";
  allow(target.sheet, axis === "rows" ? "allowInsertRows" : "allowInsertColumns");
  moveLines(live, target, axis, axis === "rows" ? rowCount(target) : columnCount(target));
  noteChanged(live, target, axis === "rows" ? "RowInserted" : "ColumnInserted");
  return target;
}

/** @param shift `Up` or `Left`. */
export function deleteCells(live: Live, target: Area, shift: string): void {
  if (shift !== "Up" && shift !== "Left") throw invalidArgument("shift", "Up or Left");
  const axis = shift === "Up" ? "rows" : "columns";
  allow(target.sheet, axis === "rows" ? "allowDeleteRows" : "allowDeleteColumns");
  moveLines(live, target, axis, axis === "rows" ? -rowCount(target) : -columnCount(target));
  noteChanged(live, target, axis === "rows" ? "RowDeleted" : "ColumnDeleted");
}

function moveLines(live: Live, target: Area, axis: Axis, count: number): void {
  const sheet = live.alive(target.sheet);
  const whole = axis === "rows" ? coversAllColumns(target) : coversAllRows(target);
  if (!whole) return moveBlock(live, target, axis, count);
  const at = axis === "rows" ? target.top : target.left;
  const moved = (line: number): number | undefined => {
    if (line < at) return line;
    if (count < 0 && line < at - count) return undefined;
    return line + count;
  };
  moveCells(sheet, (row, column) => {
    const line = moved(axis === "rows" ? row : column);
    return line === undefined ? undefined : axis === "rows" ? [line, column] : [row, line];
  });
  remap(sheet[axis], moved);
  const keep = (address: string): string | undefined => {
    const rectangle = parseAddress(address);
    const shifted = rectangle && shiftRectangle(rectangle, axis, at, count);
    return shifted ? formatAddress(shifted) : undefined;
  };
  moveParts(sheet, keep);
  rewriteReferences(live, (text, home) => shiftLines(text, home?.name ?? "", sheet.name, axis, at, count));
  for (const part of ["lines", "validations", "conditionals", "tables", "merges", "filter", "page"] as const)
    sheet.changed.parts.add(part);
  live.noteRebuilt();
}

/** Part of a row or column: only the cells in its way move; formulas elsewhere follow them in Excel, which the host refuses to guess. */
function moveBlock(live: Live, target: Area, axis: Axis, count: number): void {
  const { sheet } = target;
  const lane: Area = axis === "rows" ? { ...target, bottom: LAST_ROW } : { ...target, right: LAST_COLUMN };
  allowCellWrite(live, target);
  const gone =
    axis === "rows"
      ? (row: number) => row <= target.bottom
      : (_: number, column: number) => column <= target.right;
  moveCells(sheet, (row, column) => {
    if (!contains(lane, { top: row, bottom: row, left: column, right: column })) return [row, column];
    if (count < 0 && gone(row, column)) return undefined;
    return axis === "rows" ? [row + count, column] : [row, column + count];
  });
  live.noteRebuilt();
}

function moveCells(
  sheet: HostSheet,
  place: (row: number, column: number) => readonly [number, number] | undefined,
): void {
  const moved = new Map<number, Map<number, Cell>>();
  for (const [row, line] of sheet.cells) {
    for (const [column, cell] of line) {
      const to = place(row, column);
      if (sheet.source !== undefined && (to?.[0] !== row || to[1] !== column)) {
        sheet.changed.cells.add(`${row},${column}`);
        if (to) sheet.changed.cells.add(`${to[0]},${to[1]}`);
      }
      if (!to || to[0] > LAST_ROW || to[1] > LAST_COLUMN) continue;
      let target = moved.get(to[0]);
      if (!target) moved.set(to[0], (target = new Map<number, Cell>()));
      target.set(to[1], cell);
    }
  }
  sheet.cells.clear();
  for (const [row, line] of moved) sheet.cells.set(row, line);
}

function remap(lines: Map<number, LineState>, moved: (line: number) => number | undefined): void {
  const old = [...lines];
  lines.clear();
  for (const [line, state] of old) {
    const to = moved(line);
    if (to !== undefined) lines.set(to, state);
  }
}

/** Moves whatever else has an address; what vanished altogether goes. */
function moveParts(sheet: HostSheet, keep: (address: string) => string | undefined): void {
  const shift = <T extends { range: string }>(items: T[]): void => {
    for (let i = items.length - 1; i >= 0; i--) {
      const item = items[i];
      const range = item && keep(item.range);
      if (!item || range === undefined) items.splice(i, 1);
      else item.range = range;
    }
  };
  shift(sheet.validations);
  shift(sheet.conditionals);
  shift(sheet.tables);
  sheet.merges = sheet.merges.flatMap((merge) => keep(merge) ?? []);
  if (sheet.autoFilter !== undefined) {
    const filter = keep(sheet.autoFilter);
    if (filter === undefined) delete sheet.autoFilter;
    else sheet.autoFilter = filter;
  }
}

/**
 * `target.copyFrom(source)`: values, formulas and styles. A source smaller than the target repeats when it fits a whole
 * number of times; otherwise it is copied once from the target's corner.
 */
export function copyRange(
  live: Live,
  target: Area,
  source: Area,
  copyType: string,
  skipBlanks: boolean,
  transpose: boolean,
): void {
  if (!["All", "Formulas", "Values", "Formats"].includes(copyType))
    throw invalidArgument("copyType", "All, Formulas, Values or Formats");
  const [rows, columns] = transpose
    ? [columnCount(source), rowCount(source)]
    : [rowCount(source), columnCount(source)];
  const repeats = rowCount(target) % rows === 0 && columnCount(target) % columns === 0;
  const over = repeats
    ? target
    : area(target.sheet, target.top, target.left, target.top + rows - 1, target.left + columns - 1);
  allowCellWrite(live, over);
  if (copyType === "Values") live.calculate();
  const copies = new Map<string, Cell>();
  for (const { row, column, cell } of cellsIn(source))
    copies.set(`${row - source.top},${column - source.left}`, { ...cell });
  for (let row = over.top; row <= over.bottom; row++) {
    for (let column = over.left; column <= over.right; column++) {
      const [r, c] = [(row - over.top) % rows, (column - over.left) % columns];
      const from = transpose ? { row: c, column: r } : { row: r, column: c };
      const cell = copies.get(`${from.row},${from.column}`);
      const blank = !cell || (cell.value === null && cell.formula === undefined);
      if (skipBlanks && blank) continue;
      pasteCell(
        live,
        over.sheet,
        row,
        column,
        cell,
        copyType,
        row - source.top - from.row,
        column - source.left - from.column,
      );
    }
  }
  live.noteStyled(over);
  noteChanged(live, over, "RangeEdited");
}

function pasteCell(
  live: Live,
  sheet: HostSheet,
  row: number,
  column: number,
  cell: Cell | undefined,
  copyType: string,
  rows: number,
  columns: number,
): void {
  const old = live.cell(sheet, row, column);
  const style = copyType === "All" || copyType === "Formats" ? (cell?.style ?? 0) : old?.style;
  if (copyType === "Formats") {
    const { value = null, formula } = old ?? {};
    live.write(sheet, row, column, formula === undefined ? { value } : { value, formula }, style);
    return;
  }
  const value = cell?.value ?? null;
  const formula =
    copyType === "Values" || cell?.formula === undefined
      ? undefined
      : shiftFormula(cell.formula, rows, columns);
  live.write(sheet, row, column, formula === undefined ? { value } : { value, formula }, style);
}

/** Merges the range, or each of its rows; only the top left value stays. */
export function mergeCells(live: Live, target: Area, across: boolean): void {
  allow(target.sheet, "allowFormatCells");
  if (cellCount(target) > 1_000_000) throw new ApiError("RangeExceedsLimit");
  unmergeCells(live, target);
  const rows = across
    ? Array.from({ length: rowCount(target) }, (_, i) => ({
        ...target,
        top: target.top + i,
        bottom: target.top + i,
      }))
    : [target];
  for (const each of rows) {
    if (cellCount(each) < 2) continue;
    const kept = live.cell(each.sheet, each.top, each.left);
    clearContents(live, each);
    if (kept)
      live.write(
        each.sheet,
        each.top,
        each.left,
        kept.formula === undefined ? { value: kept.value } : { value: kept.value, formula: kept.formula },
      );
    each.sheet.merges.push(formatAddress(each));
  }
  live.notePart(target.sheet, "merges");
}

export function unmergeCells(live: Live, target: Area): void {
  const { sheet } = target;
  const left = sheet.merges.filter((merge) => {
    const rectangle = parseAddress(merge);
    return !rectangle || !intersection(rectangle, target);
  });
  if (left.length === sheet.merges.length) return;
  sheet.merges = left;
  live.notePart(sheet, "merges");
}
