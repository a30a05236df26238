/** Which cells of a page people type into, and which of those are rules rather than data. */
import { parseRange } from "../formula/references";
import type { BlockSpec, FormatSpec, SheetSpec, SpecCell } from "../sheets/spec";

export type CellTest = (row: number, column: number) => boolean;

/** A cell people type into; row and column count from 0. */
export interface TypedCell {
  /** Id of its sheet. */
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: string | number;
}

/** Whether the page expects typing in a cell. */
export function typedIn({ formats = [] }: SheetSpec): CellTest {
  return inRanges(formats.filter(({ style }) => style === "input" || style.includes("input")));
}

/**
 * Whether a typed cell is a rule of the page: a limit, a tolerance, a pass mark above its table. Rules stay when data go;
 * a date above the table is data.
 */
export function rulesIn(sheet: SheetSpec): CellTest {
  const { freeze, formats = [], blocks } = sheet;
  const isTyped = typedIn(sheet);
  const isDate = inRanges(formats.filter(({ numberFormat }) => numberFormat?.includes("y") === true));
  const numbers = new Set(
    blocks.flatMap(({ at, cells }) => {
      const { top, left } = parseRange(at);
      return cells.flatMap((line, r) =>
        line.flatMap((cell, c) => (typeof cell === "number" ? [`${top + r} ${left + c}`] : [])),
      );
    }),
  );
  return (row, column) =>
    row < (freeze?.rows ?? 0) &&
    numbers.has(`${row} ${column}`) &&
    isTyped(row, column) &&
    !isDate(row, column);
}

/** Everything on the page that goes with its data: what is typed, and what only goes with it. */
export function typedCells(sheet: SheetSpec): TypedCell[] {
  const [isTyped, isRule] = [typedIn(sheet), rulesIn(sheet)];
  const [goes, stays] = [sheet.examples?.also ?? [], sheet.examples?.not ?? []].map(inRangesOf);
  const isData: CellTest = (row, column) =>
    goes?.(row, column) === true ||
    (isTyped(row, column) && !isRule(row, column) && stays?.(row, column) !== true);
  return sheet.blocks.flatMap(({ at, cells }) => {
    const { top, left } = parseRange(at);
    return cells.flatMap((line, r) =>
      line.flatMap((value, c) => {
        const [row, column] = [top + r, left + c];
        const holds = (typeof value === "string" || typeof value === "number") && value !== "";
        return holds && isData(row, column) ? [{ sheet: sheet.id, row, column, value }] : [];
      }),
    );
  });
}

/** The page with its data left out; formulas and rules stay. */
export function withoutTyped(sheet: SheetSpec): SheetSpec {
  const data = new Set(typedCells(sheet).map(({ row, column }) => `${row} ${column}`));
  return mapCells(sheet, (cell, row, column) => (data.has(`${row} ${column}`) ? null : cell));
}

/** The page with every cell replaced by what `change` makes of it. */
export function mapCells(
  sheet: SheetSpec,
  change: (cell: SpecCell, row: number, column: number) => SpecCell,
): SheetSpec {
  const changed = ({ at, cells }: BlockSpec): BlockSpec => {
    const { top, left } = parseRange(at);
    return { at, cells: cells.map((line, r) => line.map((cell, c) => change(cell, top + r, left + c))) };
  };
  return { ...sheet, blocks: sheet.blocks.map(changed) };
}

function inRanges(formats: readonly FormatSpec[]): CellTest {
  return inRangesOf(formats.map(({ range }) => range));
}

function inRangesOf(addresses: readonly string[]): CellTest {
  const ranges = addresses.map((range) => parseRange(range));
  return (row, column) =>
    ranges.some(
      ({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right,
    );
}
