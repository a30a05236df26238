import type { Block } from "./blocks";
import { isDateFormat } from "../clean/date";
import { parseNumber } from "../clean/number";
import { isBlank, parseArea, type Cell, type Grid } from "../grid";
import { headerKey, readHeader, unitScale } from "../fields/headers";
import { readPeriod } from "../periods";
import type { TableColumn } from "./region";
import { isHeaderWord } from "../fields/vocabulary";

export interface HeaderRows {
  readonly from: number;
  readonly to: number;
  /** A row of column numbers (1, 2, 3 …) right below, as official forms have it. */
  readonly numbering?: number;
}

const LOOK_AHEAD = 15;

/** The header rows of a block, or undefined when its first full row already is data. */
export function findHeader(grid: Grid, block: Block): HeaderRows | undefined {
  const last = Math.min(block.toRow, block.fromRow + LOOK_AHEAD);
  const widest = Math.max(...range(block.fromRow, last).map((row) => filled(grid, row, block).length));
  for (let row = block.fromRow; row <= last; row++) {
    const cells = filled(grid, row, block);
    if (cells.length < Math.min(2, widest) || cells.length < widest * 0.5 || isFormLine(cells)) continue;
    if (!looksLikeHeader(grid, row, block, cells)) return undefined;
    const from = extendUp(grid, row, block);
    const to = extendDown(grid, row, block);
    return isNumbering(grid, to + 1, block) ? { from, to, numbering: to + 1 } : { from, to };
  }
  return undefined;
}

/** A block that is nothing but a header, because a blank row follows it. */
export function isHeaderOnly(grid: Grid, block: Block): boolean {
  if (block.toRow - block.fromRow >= 5) return false;
  const rows = range(block.fromRow, block.toRow);
  const main = rows.find((row) => {
    const cells = filled(grid, row, block);
    return (
      cells.length >= 3 &&
      cells.filter(({ cell }) => typeof cell === "string" && isKnown(cell)).length >=
        Math.max(2, cells.length / 2)
    );
  });
  const isSecondary = (row: number) =>
    isBlank(grid.values[row]?.[block.fromColumn]) &&
    filled(grid, row, block).every((cell) => isHeaderCell(grid, row, cell));
  return main !== undefined && rows.every((row) => row <= main || isSecondary(row));
}

/** The columns of a block under the given header rows; every header without gaps from merged or empty upper cells. */
export function readColumns(grid: Grid, block: Block, header: HeaderRows | undefined): TableColumn[] {
  const lines = header
    ? range(header.from, header.to).map((row) => spreadHeader(grid, row, block, header))
    : [];
  return range(block.fromColumn, block.toColumn).map((column) => {
    const parts: string[] = [];
    for (const line of lines) {
      const part = line[column - block.fromColumn] ?? "";
      if (part !== "" && parts[parts.length - 1] !== part) parts.push(part);
    }
    return { column, header: parts.join(" / "), parts };
  });
}

interface Filled {
  readonly column: number;
  readonly cell: Cell;
}

function filled(grid: Grid, row: number, block: Block): Filled[] {
  const cells = grid.values[row] ?? [];
  return range(block.fromColumn, block.toColumn).flatMap((column) => {
    const cell = cells[column] ?? null;
    return isBlank(cell) ? [] : [{ column, cell }];
  });
}

/** Whether a row is a form line, see {@link isFormLine}. */
export function isFormRow(grid: Grid, row: number, block: Block): boolean {
  return isFormLine(filled(grid, row, block));
}

/** A line such as `部门：华东  日期：2017-03  单位：万元`. */
function isFormLine(cells: readonly Filled[]): boolean {
  const withColon = cells.filter(({ cell }) => typeof cell === "string" && /[:：]/.test(cell)).length;
  return withColon >= cells.length / 2;
}

function isHeaderCell(grid: Grid, row: number, { column, cell }: Filled): boolean {
  if (typeof cell === "boolean") return false;
  if (typeof cell === "number")
    return isDateFormat(grid.numberFormats?.[row]?.[column]) || readPeriod(cell) !== undefined;
  if (cell === null || cell.length > 60) return false;
  return parseNumber(cell) === undefined || readPeriod(cell) !== undefined || unitScale(cell) !== undefined;
}

function looksLikeHeader(grid: Grid, row: number, block: Block, cells: readonly Filled[]): boolean {
  const headers = cells.filter((cell) => isHeaderCell(grid, row, cell));
  const words = headers.filter(({ cell }) => typeof cell === "string" && isKnown(cell));
  if (words.length >= 2) return headers.length >= cells.length * 0.5;
  if (headers.length < cells.length * 0.8 || !headers.some(({ cell }) => typeof cell === "string"))
    return false;
  if (words.length >= 1) return true;
  // Words over numbers or dates, or words that never come back below, make a header too.
  const below = range(row + 1, Math.min(block.toRow, row + 30));
  if (below.length === 0) return false;
  const contrast = headers.filter(({ column, cell }) => {
    const under = below.map((at) => grid.values[at]?.[column] ?? null).filter((value) => !isBlank(value));
    return (
      under.length > 0 &&
      under.every((value) => typeof value !== "string" || parseNumber(value) !== undefined) &&
      typeof cell === "string"
    );
  });
  return contrast.length > 0;
}

function isKnown(text: string): boolean {
  return isHeaderWord(readHeader(text).key) || readPeriod(text) !== undefined;
}

/** Group headers above the main one: several of them, or one that does not start the row as a title does. */
function extendUp(grid: Grid, main: number, block: Block): number {
  let from = main;
  for (let row = main - 1; row >= Math.max(block.fromRow, main - 3); row--) {
    const cells = filled(grid, row, block);
    const first = cells[0];
    if (first === undefined || isFormLine(cells) || !cells.every((cell) => isHeaderCell(grid, row, cell)))
      break;
    if (cells.length === 1 && (first.column === block.fromColumn || spansAll(grid, row, block))) break;
    from = row;
  }
  return from;
}

/** Rows below that fill the main row's gaps, name units, or name the periods of a group. */
function extendDown(grid: Grid, main: number, block: Block): number {
  let to = main;
  for (let row = main + 1; row <= Math.min(block.toRow - 1, main + 2); row++) {
    const cells = filled(grid, row, block);
    if (cells.length === 0 || !cells.every((cell) => isHeaderCell(grid, row, cell))) break;
    const fillsGaps = cells.some(({ column }) => isBlank(grid.values[to]?.[column]));
    const leavesKey = isBlank(grid.values[row]?.[block.fromColumn]);
    const units = cells.every(
      ({ cell }) =>
        typeof cell === "string" &&
        (unitScale(cell.replace(/[()（）]/g, "")) !== undefined || /^[(（]?[%％]/.test(cell)),
    );
    const known = cells.filter(({ cell }) => typeof cell === "string" && isKnown(cell)).length;
    if (!units && !(fillsGaps && leavesKey && (known > 0 || cells.length >= 2))) break;
    to = row;
  }
  return to;
}

function isNumbering(grid: Grid, row: number, block: Block): boolean {
  const cells = filled(grid, row, block);
  if (cells.length < 3 || cells.length < (block.toColumn - block.fromColumn + 1) * 0.7) return false;
  const numbers = cells.map(({ cell }) =>
    Number(
      String(cell)
        .replace(/[()（）]/g, "")
        .split("=")[0],
    ),
  );
  return (
    numbers.every(
      (value, index) => index === 0 || Number.isNaN(value) || value === (numbers[index - 1] ?? NaN) + 1,
    ) &&
    numbers.filter((value) => value >= 1).length >= 3 &&
    numbers[numbers.length - 1] !== undefined
  );
}

function spansAll(grid: Grid, row: number, block: Block): boolean {
  return (grid.merges ?? []).some((reference) => {
    const area = parseArea(reference);
    return (
      area !== undefined &&
      area.fromRow - grid.top === row &&
      area.toColumn - area.fromColumn >= (block.toColumn - block.fromColumn) * 0.9
    );
  });
}

/** One header row as text, its merged cells spread to the columns they cover. */
function spreadHeader(grid: Grid, row: number, block: Block, header: HeaderRows): string[] {
  const cells = range(block.fromColumn, block.toColumn).map((column) => headerText(grid, row, column));
  const spread = [...cells];
  for (const reference of grid.merges ?? []) {
    const area = parseArea(reference);
    if (area === undefined || area.fromRow - grid.top !== row) continue;
    const source = cells[area.fromColumn - grid.left - block.fromColumn] ?? "";
    for (let column = area.fromColumn; column <= area.toColumn; column++)
      spread[column - grid.left - block.fromColumn] = source;
  }
  if (row === header.to) return spread;
  // Without merge information an upper header reaches right over the columns that have a lower header of their own.
  const lower = range(block.fromColumn, block.toColumn).map((column) => headerText(grid, row + 1, column));
  for (let i = 1; i < spread.length; i++) {
    if (spread[i] === "" && lower[i] !== "" && lower[i - 1] !== "" && spread[i - 1] !== "")
      spread[i] = spread[i - 1] ?? "";
  }
  return spread;
}

function headerText(grid: Grid, row: number, column: number): string {
  const cell = grid.values[row]?.[column] ?? null;
  if (isBlank(cell) || cell === null) return "";
  if (typeof cell === "number") {
    const period = isDateFormat(grid.numberFormats?.[row]?.[column]) ? readPeriod(cell) : undefined;
    return period?.id ?? String(cell);
  }
  return String(cell).trim().replace(/\s+/g, " ");
}

/** Whether a row repeats the header, as printed lists do on every page. */
export function repeatsHeader(grid: Grid, row: number, columns: readonly TableColumn[]): boolean {
  const cells = grid.values[row] ?? [];
  let same = 0;
  let other = 0;
  for (const { column, parts } of columns) {
    const cell = cells[column] ?? null;
    if (isBlank(cell)) continue;
    const text = typeof cell === "string" ? headerKey(cell) : undefined;
    if (text !== undefined && parts.some((part) => headerKey(part) === text)) same += 1;
    else other += 1;
    if (other > 0) return false;
  }
  return same >= 2;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
