import type { Lang } from "../words";
import { LANGS } from "../words";
import type { GridValue, Grid } from "./readBack";
import type { TablePage } from "./tablePage";

/** A table page read back: its settings and its rows, by the keys of its description. */
export interface ReadTable {
  readonly lang: Lang;
  readonly settings: Readonly<Record<string, GridValue>>;
  /** Rows with anything typed in them; `row` is the sheet's, from 1. */
  readonly rows: readonly { readonly row: number; readonly values: Readonly<Record<string, GridValue>> }[];
  /** How much of the description was found, 0.5–1: of several pages alike the fullest is meant. */
  readonly share: number;
  /** Column key → index from 0. */
  readonly columns: ReadonlyMap<string, number>;
}

type Described = Pick<TablePage, "columns" | "settings" | "totalLabel">;

/**
 * Finds a described table in a sheet: its header row by the words of its columns, in whichever language it was
 * written, wherever the columns were moved to; then its rows, until the totals.
 *
 * @param grid values from A1 on
 * @param describe the same page in a language
 * @returns undefined when most of the columns are not there
 */
export function readTable(grid: Grid, describe: (lang: Lang) => Described): ReadTable | undefined {
  for (const lang of LANGS) {
    const page = describe(lang);
    const header = grid.findIndex((cells) => found(cells, page) * 2 > page.columns.length);
    if (header >= 0) return readBelow(grid, header, page, lang);
  }
  return undefined;
}

function found(cells: readonly GridValue[], { columns }: Described): number {
  const words = new Set(cells.map(String));
  return columns.filter(({ header }) => words.has(header)).length;
}

function readBelow(grid: Grid, header: number, page: Described, lang: Lang): ReadTable {
  const { columns, settings = [], totalLabel } = page;
  const words = (grid[header] ?? []).map(String);
  const totals = grid.findIndex(
    (cells, i) => i > header && totalLabel !== undefined && cells[0] === totalLabel,
  );
  const end = totals < 0 ? grid.length : totals;
  const at = new Map(
    columns.flatMap(({ key, header: word }): [string, number][] => {
      const column = words.indexOf(word);
      return column < 0 ? [] : [[key, column]];
    }),
  );
  const typed = columns.filter((column) => column.typed === true).map(({ key }) => key);
  const rows = grid.slice(header + 1, end).flatMap((cells, i) => {
    const values = Object.fromEntries([...at].map(([key, column]) => [key, cells[column] ?? null]));
    const filled = typed.filter((key) => (values[key] ?? "") !== "");
    return filled.length === 0 ? [] : [{ row: header + 2 + i, values }];
  });
  return {
    lang,
    share: at.size / columns.length,
    columns: at,
    rows,
    settings: Object.fromEntries(
      settings.map(({ key, label }) => {
        const line = grid.slice(0, header).find((cells) => cells[0] === label);
        return [key, line?.[1] ?? null];
      }),
    ),
  };
}
