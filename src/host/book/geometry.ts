import { LAST_COLUMN, LAST_ROW } from "../../formula/references";
import { coversAllColumns, coversAllRows, type Area } from "./area";
import type { HostSheet, LineState } from "./workbook";

/** Points; what a new workbook with an 11 point body font has. */
export const STANDARD_WIDTH = 48;
export const STANDARD_HEIGHT = 15;

const sizeOf = (state: LineState | undefined, standard: number): number =>
  state?.hidden ? 0 : (state?.size ?? standard);

export const columnWidth = (sheet: HostSheet, column: number): number =>
  sizeOf(sheet.columns.get(column), STANDARD_WIDTH);
export const rowHeight = (sheet: HostSheet, row: number): number =>
  sizeOf(sheet.rows.get(row), STANDARD_HEIGHT);

/** Points from the sheet's edge to the start of a line: standard lines counted, others added up. */
function offset(lines: ReadonlyMap<number, LineState>, line: number, standard: number): number {
  let points = line * standard;
  for (const [each, state] of lines) if (each < line) points += sizeOf(state, standard) - standard;
  return points;
}

export const left = (sheet: HostSheet, column: number): number =>
  offset(sheet.columns, column, STANDARD_WIDTH);
export const top = (sheet: HostSheet, row: number): number => offset(sheet.rows, row, STANDARD_HEIGHT);

export interface Position {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where an area lies, in points. */
export function positionOf(area: Area): Position {
  const [x, y] = [left(area.sheet, area.left), top(area.sheet, area.top)];
  return {
    left: x,
    top: y,
    width: left(area.sheet, area.right + 1) - x,
    height: top(area.sheet, area.bottom + 1) - y,
  };
}

/** The first and last line of an area along an axis. */
export function linesOf(area: Area, axis: "rows" | "columns"): readonly [number, number] {
  if (axis === "rows") return [area.top, coversAllRows(area) ? LAST_ROW : area.bottom];
  return [area.left, coversAllColumns(area) ? LAST_COLUMN : area.right];
}
