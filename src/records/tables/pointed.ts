import { parseArea, type Cell, type Grid } from "../grid";
import { columnName } from "../../formula/references";

/** The table a person pointed at, as the workbook remembers it. */
export interface Pointed {
  readonly sheet: string;
  /** A1 form; the whole sheet when left out. */
  readonly range?: string;
  /** Rows below the range belong to it too: next month's table may be longer. */
  readonly open?: boolean;
  /** An Excel table or defined name that says where it is now. */
  readonly name?: string;
}

/** The grids with the pointed sheet cut down to what was pointed at; other sheets as they are. */
export function cutToPointed(grids: readonly Grid[], pointed: Pointed | undefined): readonly Grid[] {
  if (!pointed?.range) return grids;
  const { sheet, range, open = false } = pointed;
  return grids.map((grid) => (grid.sheet === sheet ? cut(grid, range, open) : grid));
}

/**
 * What to remember of a selection: a range stays one, a single cell or whole columns stand for the sheet. Where nothing
 * stands right below the range, rows added there later belong to it.
 */
export function pointedFrom(grid: Grid, address: string): Pointed {
  const columns = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/.exec(address);
  if (columns) return { sheet: grid.sheet, range: `${columns[1]}1:${columns[2]}1`, open: true };
  const area = parseArea(address);
  if (!area || (area.fromRow === area.toRow && area.fromColumn === area.toColumn))
    return { sheet: grid.sheet };
  const below = grid.values[area.toRow + 1 - grid.top] ?? [];
  const free = below
    .slice(Math.max(0, area.fromColumn - grid.left), Math.max(0, area.toColumn + 1 - grid.left))
    .every((cell) => cell === null || cell === "");
  return { sheet: grid.sheet, range: address.replaceAll("$", ""), ...(free ? { open: true } : {}) };
}

function cut(grid: Grid, range: string, open: boolean): Grid {
  const area = parseArea(range);
  if (!area) return grid;
  const top = Math.max(0, area.fromRow - grid.top);
  const left = Math.max(0, area.fromColumn - grid.left);
  const bottom = open ? grid.values.length - 1 : area.toRow - grid.top;
  const slice = <T>(rows: readonly (readonly T[])[]): T[][] =>
    rows.slice(top, bottom + 1).map((row) => row.slice(left, area.toColumn - grid.left + 1));
  const { merges, hiddenRows, numberFormats, ...rest } = grid;
  const last = grid.top + bottom;
  const inside = (merges ?? []).filter((reference) => {
    const merge = parseArea(reference);
    return merge !== undefined && merge.fromRow >= grid.top + top && merge.toRow <= last;
  });
  return {
    ...rest,
    top: grid.top + top,
    left: grid.left + left,
    values: slice<Cell>(grid.values),
    ...(numberFormats ? { numberFormats: slice(numberFormats) } : {}),
    ...(hiddenRows
      ? { hiddenRows: new Set([...hiddenRows].map((row) => row - top).filter((row) => row >= 0)) }
      : {}),
    ...(inside.length > 0 ? { merges: inside } : {}),
  };
}

/** @example placeOf({ sheet: "三月", range: "A3:F30", open: true }) // "三月!A3:F" */
export function placeOf({ sheet, range, open, name }: Pointed): string {
  if (name !== undefined) return name;
  const area = range === undefined ? undefined : parseArea(range);
  if (!area) return sheet;
  const [from, to] = [columnName(area.fromColumn), columnName(area.toColumn)];
  return open === true && area.fromRow === 0 && area.toRow === 0
    ? `${sheet}!${from}:${to}`
    : `${sheet}!${from}${area.fromRow + 1}:${to}${open === true ? "" : area.toRow + 1}`;
}
