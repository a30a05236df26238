import { isBlank, type Grid } from "../grid";

/** A rectangle of offsets in a grid, both corners included, with nothing blank along its edges. */
export interface Block {
  readonly fromRow: number;
  readonly toRow: number;
  readonly fromColumn: number;
  readonly toColumn: number;
}

/**
 * Cuts a grid into blocks along blank rows, and side by side along blank columns where both sides are tables of
 * their own. In reading order.
 */
export function cutBlocks(grid: Grid): Block[] {
  const rows = grid.values.length;
  const columns = grid.values.reduce((widest, row) => Math.max(widest, row.length), 0);
  return rows === 0 || columns === 0
    ? []
    : cut(grid, { fromRow: 0, toRow: rows - 1, fromColumn: 0, toColumn: columns - 1 });
}

function cut(grid: Grid, area: Block): Block[] {
  return rowRuns(grid, area).flatMap((run) => {
    const bands = columnBands(grid, { ...area, ...run });
    if (bands.length < 2) return bands;
    const separate = bands.every((band) => width(band) >= 2) && (differ(grid, bands) || repeats(grid, bands));
    if (separate) return bands.flatMap((band) => cut(grid, band));
    const first = bands[0];
    const last = bands[bands.length - 1];
    return first && last ? [{ ...first, toColumn: last.toColumn }] : [];
  });
}

function rowRuns(grid: Grid, area: Block): { fromRow: number; toRow: number }[] {
  const runs: { fromRow: number; toRow: number }[] = [];
  let start: number | undefined;
  for (let row = area.fromRow; row <= area.toRow + 1; row++) {
    const blank = row > area.toRow || rowIsBlank(grid, row, area);
    if (!blank) start ??= row;
    else if (start !== undefined) {
      runs.push({ fromRow: start, toRow: row - 1 });
      start = undefined;
    }
  }
  return runs;
}

function rowIsBlank(grid: Grid, row: number, area: Block): boolean {
  const cells = grid.values[row] ?? [];
  for (let column = area.fromColumn; column <= area.toColumn; column++)
    if (!isBlank(cells[column])) return false;
  return true;
}

function columnBands(grid: Grid, area: Block): Block[] {
  const open = new Set<number>();
  for (let column = area.fromColumn; column <= area.toColumn; column++) open.add(column);
  for (let row = area.fromRow; row <= area.toRow && open.size > 0; row++) {
    const cells = grid.values[row] ?? [];
    for (const column of open) if (!isBlank(cells[column])) open.delete(column);
  }
  const bands: Block[] = [];
  let start: number | undefined;
  for (let column = area.fromColumn; column <= area.toColumn + 1; column++) {
    if (column <= area.toColumn && !open.has(column)) start ??= column;
    else if (start !== undefined) {
      bands.push({ ...area, fromColumn: start, toColumn: column - 1 });
      start = undefined;
    }
  }
  return bands;
}

function width(block: Block): number {
  return block.toColumn - block.fromColumn + 1;
}

/** Tables side by side rarely end on the same row; a spacer column inside one table leaves both halves equally long. */
function differ(grid: Grid, bands: readonly Block[]): boolean {
  const lengths = bands.map((band) =>
    rowRuns(grid, band)
      .map((run) => `${run.fromRow}:${run.toRow}`)
      .join(),
  );
  return (
    new Set(lengths).size > 1 &&
    bands.every((band) => rowRuns(grid, band).some((run) => run.toRow - run.fromRow >= 2))
  );
}

/** The same header words on both sides of the gap. */
function repeats(grid: Grid, bands: readonly Block[]): boolean {
  const [first, second] = bands;
  if (!first || !second) return false;
  for (let row = first.fromRow; row <= Math.min(first.toRow, first.fromRow + 4); row++) {
    const left = texts(grid, row, first);
    const shared = [...texts(grid, row, second)].filter((text) => left.has(text));
    if (shared.length >= 2) return true;
  }
  return false;
}

function texts(grid: Grid, row: number, band: Block): Set<string> {
  const cells = grid.values[row] ?? [];
  const found = new Set<string>();
  for (let column = band.fromColumn; column <= band.toColumn; column++) {
    const cell = cells[column];
    if (typeof cell === "string" && !isBlank(cell)) found.add(cell.trim());
  }
  return found;
}
