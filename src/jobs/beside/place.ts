import { AttainError } from "../../errors";
import { columnIndex, columnName, LAST_COLUMN } from "../../formula/references";
import { isBlank, parseArea, type Grid } from "../../records/grid";
import type { TableRegion } from "../../records/tables/region";
import { RESULT_HEADERS } from "./words";
import type { KnownColumn } from "./types";

/** Where a result goes. */
export interface Place {
  /** Sheet column, 0-based. */
  readonly column: number;
  /** An earlier run's column, wherever it is now. */
  readonly known?: KnownColumn;
  /** The person has put a fitting header there. */
  readonly ownHeader: boolean;
}

export interface Wanted {
  readonly id: string;
  readonly name: string;
}

/** Rows of the sheet, 0-based, that a column of results takes up: from the header to the last record. */
export interface Rows {
  readonly header?: number;
  readonly first: number;
  readonly last: number;
}

export function rowsOf({ grid, header, rows }: TableRegion): Rows {
  const first = grid.top + (rows[0] ?? 0);
  return {
    ...(header ? { header: grid.top + header.to } : {}),
    first,
    last: grid.top + (rows.at(-1) ?? rows[0] ?? 0),
  };
}

/**
 * A column for each result: where an earlier run put it, where the person points, in an empty column that has its
 * header already, or in the first free ones to the right of the table. Cells of other people are never taken.
 *
 * @param sheet the sheet as it stands, results of earlier runs included
 * @throws AttainError `beside-taken` with the first cell in the way
 */
export function placeColumns(
  sheet: Grid,
  region: TableRegion,
  wanted: readonly Wanted[],
  known: readonly KnownColumn[],
  at: string | undefined,
): Place[] {
  const rows = rowsOf(region);
  const look = new Occupied(sheet, rows, region.header ? sheet.top + region.header.from : rows.first);
  const taken = new Set<number>();
  const places = new Map<string, Place>();
  const put = (id: string, place: Place): void => {
    places.set(id, place);
    taken.add(place.column);
  };
  for (const { id, name } of wanted) {
    const one = known.find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (one && (at === undefined || known.some(({ column }) => column === at)))
      put(id, { column: columnIndex(one.column), known: one, ownHeader: false });
  }
  const open = wanted.filter(({ id }) => !places.has(id));
  if (at !== undefined && open.length > 0) {
    let column = columnIndex(at);
    for (const { id } of open) {
      while (taken.has(column)) column += 1;
      const ownHeader = look.hasHeaderFor(column, id);
      const inTheWay = look.inTheWay(column, ownHeader);
      if (inTheWay !== undefined)
        throw new AttainError(
          "beside-taken",
          { cell: inTheWay.cell, found: inTheWay.found, free: columnName(firstFree(open.length)) },
          { sheet: sheet.sheet, cell: inTheWay.cell },
        );
      put(id, { column, ownHeader });
    }
  } else {
    for (const { id } of open) {
      const own = region.columns.find(
        ({ column }) =>
          !taken.has(sheet.left + column) &&
          look.hasHeaderFor(sheet.left + column, id) &&
          look.inTheWay(sheet.left + column, true) === undefined,
      );
      if (own) put(id, { column: sheet.left + own.column, ownHeader: true });
    }
    const rest = open.filter(({ id }) => !places.has(id));
    let column = firstFree(rest.length);
    for (const { id } of rest) put(id, { column: column++, ownHeader: false });
  }
  return wanted.flatMap(({ id }) => places.get(id) ?? []);

  /** The first of as many free columns beside one another. */
  function firstFree(count: number): number {
    const right = region.columns.reduce((most, { column }) => Math.max(most, column), 0);
    let start = sheet.left + right + 1;
    for (let column = start; column <= LAST_COLUMN && column < start + count; column += 1)
      if (taken.has(column) || look.inTheWay(column, false) !== undefined) start = column + 1;
    return start;
  }
}

/** What stands on the rows of a table, whoever put it there. */
class Occupied {
  constructor(
    private readonly grid: Grid,
    private readonly rows: Rows,
    private readonly top: number,
  ) {}

  /** Whether the person's own header there stands for this result. */
  hasHeaderFor(column: number, id: string): boolean {
    const words = Object.entries(RESULT_HEADERS).find(([part]) => part === id)?.[1];
    const header = this.rows.header === undefined ? null : this.at(this.rows.header, column);
    return words !== undefined && typeof header === "string" && words.test(header.trim());
  }

  /** The first cell that is not empty. @param ownHeader the header may be there */
  inTheWay(
    column: number,
    ownHeader: boolean,
  ): { readonly cell: string; readonly found: string } | undefined {
    for (let row = this.top; row <= this.rows.last; row += 1) {
      if (ownHeader && row < this.rows.first) continue;
      const value = this.at(row, column);
      const merged = isBlank(value) && this.isMerged(row, column);
      if (!isBlank(value) || merged)
        return { cell: `${columnName(column)}${row + 1}`, found: String(value ?? "") };
    }
    return undefined;
  }

  private at(row: number, column: number) {
    return this.grid.values[row - this.grid.top]?.[column - this.grid.left] ?? null;
  }

  private isMerged(row: number, column: number): boolean {
    return (this.grid.merges ?? []).some((reference) => {
      const area = parseArea(reference);
      return (
        area !== undefined &&
        row >= area.fromRow &&
        row <= area.toRow &&
        column >= area.fromColumn &&
        column <= area.toColumn
      );
    });
  }
}
