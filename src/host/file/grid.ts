import type { HostSheet, LineState } from "../book/workbook";
import { columnPoints, DEFAULT_COLUMN_POINTS, DEFAULT_ROW_POINTS, fromEmu, toEmu } from "./units";
import { child, numberAttr, type Element } from "./xml";

/** Where the lines between cells are, in points: drawings are placed by cell and offset. */
export interface Grid {
  readonly columnSize: (column: number) => number;
  readonly rowSize: (row: number) => number;
}

/** A place on the sheet: a cell (0-based) and an offset from its top left in EMU. */
export interface Anchor {
  readonly column: number;
  readonly columnOffset: number;
  readonly row: number;
  readonly rowOffset: number;
}

export function gridOf(worksheet: Element, sheet: Pick<HostSheet, "rows" | "columns">): Grid {
  const format = child(worksheet, "sheetFormatPr");
  const width = numberAttr(format, "defaultColWidth");
  const column = width === undefined ? DEFAULT_COLUMN_POINTS : columnPoints(width);
  const row = numberAttr(format, "defaultRowHeight") ?? DEFAULT_ROW_POINTS;
  const size = (lines: ReadonlyMap<number, LineState>, index: number, usual: number): number => {
    const line = lines.get(index);
    return line?.hidden ? 0 : (line?.size ?? usual);
  };
  return {
    columnSize: (index) => size(sheet.columns, index, column),
    rowSize: (index) => size(sheet.rows, index, row),
  };
}

export function anchorAt(grid: Grid, left: number, top: number): Anchor {
  const [column, x] = locate(grid.columnSize, left);
  const [row, y] = locate(grid.rowSize, top);
  return { column, columnOffset: toEmu(x), row, rowOffset: toEmu(y) };
}

function locate(size: (index: number) => number, distance: number): [number, number] {
  let rest = Math.max(0, distance);
  for (let index = 0; index < 1_048_576; index += 1) {
    const step = size(index);
    if (rest < step) return [index, rest];
    rest -= step;
  }
  return [0, 0];
}

/** Points from the sheet's top left. */
export function pointsAt(grid: Grid, anchor: Anchor): { left: number; top: number } {
  return {
    left: sum(grid.columnSize, anchor.column) + fromEmu(anchor.columnOffset),
    top: sum(grid.rowSize, anchor.row) + fromEmu(anchor.rowOffset),
  };
}

function sum(size: (index: number) => number, count: number): number {
  let total = 0;
  for (let index = 0; index < count; index += 1) total += size(index);
  return total;
}
