import { LAST_COLUMN, LAST_ROW, columnIndex, columnName, type Rectangle } from "../../formula/references";
import { ApiError } from "../apiError";
import type { HostSheet } from "./workbook";

/** A rectangle of one sheet; rows and columns from 0, both corners inside. What `Excel.Range` stands for. */
export interface Area extends Rectangle {
  readonly sheet: HostSheet;
}

export const WHOLE: Rectangle = { top: 0, left: 0, bottom: LAST_ROW, right: LAST_COLUMN };

export const rowCount = (area: Rectangle): number => area.bottom - area.top + 1;
export const columnCount = (area: Rectangle): number => area.right - area.left + 1;
export const cellCount = (area: Rectangle): number => rowCount(area) * columnCount(area);
export const coversAllRows = (area: Rectangle): boolean => area.top === 0 && area.bottom === LAST_ROW;
export const coversAllColumns = (area: Rectangle): boolean => area.left === 0 && area.right === LAST_COLUMN;

/** Whether all of `area` lies on a sheet. */
function exists(area: Rectangle): boolean {
  return (
    area.top >= 0 &&
    area.left >= 0 &&
    area.bottom <= LAST_ROW &&
    area.right <= LAST_COLUMN &&
    area.top <= area.bottom &&
    area.left <= area.right
  );
}

/** @throws ApiError InvalidArgument when it would lie off the sheet. */
export function area(sheet: HostSheet, top: number, left: number, bottom: number, right: number): Area {
  const made = { sheet, top, left, bottom, right };
  if (![top, left, bottom, right].every(Number.isInteger) || !exists(made)) {
    throw new ApiError("InvalidArgument", "The range lies off the sheet.");
  }
  return made;
}

export function intersection(one: Rectangle, other: Rectangle): Rectangle | undefined {
  const common = {
    top: Math.max(one.top, other.top),
    left: Math.max(one.left, other.left),
    bottom: Math.min(one.bottom, other.bottom),
    right: Math.min(one.right, other.right),
  };
  return common.top <= common.bottom && common.left <= common.right ? common : undefined;
}

export function bounding(one: Rectangle, other: Rectangle): Rectangle {
  return {
    top: Math.min(one.top, other.top),
    left: Math.min(one.left, other.left),
    bottom: Math.max(one.bottom, other.bottom),
    right: Math.max(one.right, other.right),
  };
}

export const contains = (outer: Rectangle, inner: Rectangle): boolean =>
  outer.top <= inner.top &&
  outer.left <= inner.left &&
  outer.bottom >= inner.bottom &&
  outer.right >= inner.right;

const CORNER = /^\$?([A-Za-z]{1,3})?\$?(\d{1,7})?$/;

/**
 * The rectangle of an address without sheet: a cell, a range, whole columns (`A:C`) or whole rows (`5:9`).
 *
 * @returns undefined when the text is none of these
 */
export function parseAddress(address: string): Rectangle | undefined {
  const [first = "", second = first, ...rest] = address.trim().split(":");
  const [from, to] = [CORNER.exec(first), CORNER.exec(second)];
  if (!from || !to || rest.length > 0) return undefined;
  const [, column1, row1] = from;
  const [, column2, row2] = to;
  if ((column1 === undefined) !== (column2 === undefined) || (row1 === undefined) !== (row2 === undefined))
    return undefined;
  if (column1 === undefined && row1 === undefined) return undefined;
  // A lone letter or number is no address: `A:A`, `5:5` are.
  if (!address.includes(":") && (column1 === undefined || row1 === undefined)) return undefined;
  const rows = row1 === undefined ? [0, LAST_ROW] : [Number(row1) - 1, Number(row2) - 1];
  const columns =
    column1 === undefined ? [0, LAST_COLUMN] : [columnIndex(column1), columnIndex(column2 ?? column1)];
  const parsed = {
    top: Math.min(...rows),
    left: Math.min(...columns),
    bottom: Math.max(...rows),
    right: Math.max(...columns),
  };
  return exists(parsed) ? parsed : undefined;
}

/** The address without sheet as Excel writes it. @example formatAddress({ top: 0, left: 0, bottom: 4, right: 1 }) // "A1:B5" */
export function formatAddress(area: Rectangle, absolute = false): string {
  const fix = absolute ? "$" : "";
  const column = (index: number): string => fix + columnName(index);
  const row = (index: number): string => `${fix}${index + 1}`;
  if (coversAllColumns(area)) return `${row(area.top)}:${row(area.bottom)}`;
  if (coversAllRows(area)) return `${column(area.left)}:${column(area.right)}`;
  const first = column(area.left) + row(area.top);
  return cellCount(area) === 1 ? first : `${first}:${column(area.right)}${row(area.bottom)}`;
}

/** Names Excel writes without quotes: a letter or underscore first, then letters, digits, dots; nothing that reads as a cell. */
const PLAIN_NAME = /^[\p{L}_][\p{L}\p{N}_.]*$/u;
const LOOKS_LIKE_CELL = /^(?:[A-Za-z]{1,3}\d+|[Rr]\d*(?:[Cc]\d*)?|[Cc]\d*)$/;

/** A sheet name as Excel shows it in addresses: quoted only where it must be. */
export function addressSheet(name: string): string {
  return PLAIN_NAME.test(name) && !LOOKS_LIKE_CELL.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

/** @example fullAddress(range) // "'My sheet'!A1:B5" */
export function fullAddress(area: Area, absolute = false): string {
  return `${addressSheet(area.sheet.name)}!${formatAddress(area, absolute)}`;
}

/** Splits `'My sheet'!A1` into the sheet's name and the rest; the sheet is undefined when there is none. */
export function splitAddress(text: string): { sheet: string | undefined; address: string } {
  const bang = text.lastIndexOf("!");
  if (bang < 0) return { sheet: undefined, address: text };
  const name = text.slice(0, bang).replace(/^=/, "");
  const quoted = /^'(.*)'$/s.exec(name);
  return { sheet: quoted ? (quoted[1] ?? "").replaceAll("''", "'") : name, address: text.slice(bang + 1) };
}

/** Visits every cell of an area, row by row. */
export function eachPlace(target: Area, visit: (row: number, column: number) => void): void {
  for (let row = target.top; row <= target.bottom; row++) {
    for (let column = target.left; column <= target.right; column++) visit(row, column);
  }
}
