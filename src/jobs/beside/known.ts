import { columnIndex } from "../../formula/references";
import type { Cell, Grid } from "../../records/grid";
import type { KnownColumn } from "./types";

const PREFIX = "attain_beside_";

/** A defined name as the workbook has it. */
interface Name {
  readonly name: string;
  readonly formula: string;
  readonly comment: string;
}

/**
 * The defined name that follows a result's column wherever people move it.
 *
 * @example besideName(1, "points:visits") // "attain_beside_1_points_visits"
 */
export function besideName(table: number, part: string): string {
  return `${PREFIX}${table}_${part.replace(/[^\p{L}\p{N}_]/gu, "_")}`;
}

export const isBesideName = (name: string): boolean => name.toLowerCase().startsWith(PREFIX);

/** Number of the table a name belongs to. */
export function tableOf(name: string): number {
  return Number(/^attain_beside_(\d+)_/i.exec(name)?.[1] ?? 0);
}

/** The columns earlier runs filled that are still there. */
export function knownColumns(names: readonly Name[]): KnownColumn[] {
  return names.flatMap(({ name, formula, comment }) => {
    if (!isBesideName(name)) return [];
    const match = /^=(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$/.exec(
      formula,
    );
    const [, quoted, plain = "", column, from, , to = from] = match ?? [];
    // A column that was deleted leaves #REF! behind.
    if (column === undefined || from === undefined) return [];
    const sheet = quoted?.replaceAll("''", "'") ?? plain;
    return [{ name, sheet, column, from: Number(from), to: Number(to), header: comment }];
  });
}

/** The grids as people made them: results of earlier runs are no data. */
export function withoutResults(grids: readonly Grid[], known: readonly KnownColumn[]): readonly Grid[] {
  if (known.length === 0) return grids;
  return grids.map((grid) => {
    const own = known.filter(({ sheet }) => sheet === grid.sheet);
    if (own.length === 0) return grid;
    const values = grid.values.map((row, r): readonly Cell[] => {
      const at = grid.top + r + 1;
      const gone = new Set(
        own
          .filter(({ from, to }) => at >= from && at <= to)
          .map(({ column }) => columnIndex(column) - grid.left),
      );
      return gone.size === 0 ? row : row.map((cell, c) => (gone.has(c) ? null : cell));
    });
    return { ...grid, values };
  });
}
