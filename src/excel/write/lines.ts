import { parseRange } from "../../formula/references";
import type { ColumnSpec, RowSpec, SheetSpec } from "../../sheets/spec";
import { groupLines } from "../guarded";
import { step, type Step } from "./target";
import { pointsOfWidth } from "./widths";

export function writeLines(spec: SheetSpec): Step[] {
  return [...(spec.columns ?? []).map(writeColumns), ...(spec.rows ?? []).map(writeRows)];
}

function writeColumns(column: ColumnSpec): Step {
  return step(3, ({ sheet, digitPoints }) => {
    const range = sheet.getRange(wholeLines(column.columns));
    if (column.width !== undefined) range.format.columnWidth = pointsOfWidth(column.width, digitPoints);
    if (column.outline !== undefined) groupLines(range, "ByColumns", column.outline);
    if (column.hidden !== undefined) range.columnHidden = column.hidden;
  });
}

function writeRows(row: RowSpec): Step {
  return step(3, ({ sheet }) => {
    const range = sheet.getRange(wholeLines(row.rows));
    if (row.height !== undefined) range.format.rowHeight = row.height;
    if (row.outline !== undefined) groupLines(range, "ByRows", row.outline);
  });
}

/** @example wholeLines("C") // "C:C" */
function wholeLines(lines: string): string {
  return lines.includes(":") ? lines : `${lines}:${lines}`;
}

/** Counts of the frozen rows and columns become Excel's call for each of the three cases. */
export function writeFreeze(spec: SheetSpec): Step[] {
  const { rows, columns } = spec.freeze ?? { rows: 0, columns: 0 };
  if (rows === 0 && columns === 0) return [];
  return [
    step(1, ({ sheet }) => {
      if (columns === 0) sheet.freezePanes.freezeRows(rows);
      else if (rows === 0) sheet.freezePanes.freezeColumns(columns);
      else sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, rows, columns));
    }),
  ];
}

export function writeFilter(spec: SheetSpec): Step[] {
  const { filter } = spec;
  if (filter === undefined) return [];
  parseRange(filter);
  return [step(1, ({ sheet }) => sheet.autoFilter.apply(sheet.getRange(filter)))];
}

export function writeView(spec: SheetSpec): Step[] {
  return [
    step(2, ({ sheet }) => {
      sheet.showGridlines = false;
      if (spec.tabColor !== undefined) sheet.tabColor = spec.tabColor;
    }),
  ];
}
