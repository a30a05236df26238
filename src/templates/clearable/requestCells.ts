import { ABSOLUTE, cellRef, rangeRef } from "../../formula/references";
import { tableOf } from "../../sheets/plan/requestHistory";
import type { SheetSpec } from "../../sheets/spec";

/** Where a plan's request says what the other pages repeat. References are absolute and name the sheet. */
export interface RequestCells {
  /** Cells that name a unit, by its name. */
  readonly names: ReadonlyMap<string, string>;
  /** Cells of a leaf's last year, by its id: one for the year, or one a period. */
  readonly history: ReadonlyMap<string, string>;
  /** A leaf's figure of another measure, by its id: `history` or `rate`. */
  readonly measure: (name: string, what: "history" | "rate") => ReadonlyMap<string, string>;
  /** A part's share of an axis, by its name. */
  readonly share: (axis: string, what: "share" | "lastShare") => ReadonlyMap<string, string>;
}

/** @returns undefined when the request brings no team of its own */
export function requestCells(sheet: SheetSpec): RequestCells | undefined {
  const team = tableOf(sheet, "team");
  if (!team) return undefined;
  const where = { ...ABSOLUTE, sheet: sheet.name };
  const columnsOf = (test: RegExp): number[] =>
    team.columns.flatMap((path, i) => (test.test(path) ? [i + 1] : []));
  const rows = Array.from({ length: team.last - team.first + 1 }, (_, i) => team.first + i);
  const paths = columnsOf(/^path\./);
  const idOf = (row: number): string => paths.flatMap((at) => team.cells[row]?.[at] ?? []).join(" / ");
  const names = new Map<string, string>();
  for (const row of rows)
    for (const column of paths) {
      const name = team.cells[row]?.[column];
      if (typeof name === "string" && !names.has(name)) names.set(name, cellRef(row, column, where));
    }
  const byLeaf = (columns: readonly number[]): ReadonlyMap<string, string> => {
    const [first, last] = [columns[0], columns.at(-1)];
    if (first === undefined || last === undefined) return new Map();
    return new Map(
      rows.map((row) => [
        idOf(row),
        first === last ? cellRef(row, first, where) : rangeRef(row, first, row, last, where),
      ]),
    );
  };
  return {
    names,
    history: byLeaf(columnsOf(/^history(\.\d+)?$/)),
    measure: (name, what) =>
      byLeaf(team.columns.flatMap((path, i) => (path === `measures ${name} ${what}` ? [i + 1] : []))),
    share: (axis, what) => {
      const mix = tableOf(sheet, "mix", axis);
      const [name, share] = ["name", what].map((path) => (mix?.columns.indexOf(path) ?? -1) + 1);
      if (!mix || !name || !share) return new Map();
      return new Map(
        Array.from({ length: mix.last - mix.first + 1 }, (_, i) => [
          String(mix.cells[mix.first + i]?.[name]),
          cellRef(mix.first + i, share, where),
        ]),
      );
    },
  };
}
