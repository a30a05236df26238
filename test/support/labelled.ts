import type { Scalar } from "../../src/host/book/workbook";
import type { FinishedBook } from "./finishedBook";

/** A finished page as its reader sees it: by what stands in front of a row and above a column. */
export interface Labelled {
  /**
   * The cell in the row that begins with `row`, below the header `column`; `nth` (from 0) of the headers that say so, and
   * `table` (from 0) of the tables with such a header. @throws RangeError when there is none
   */
  readonly cell: (row: string, column: string, place?: { nth?: number; table?: number }) => Scalar;
  /** The rows of the page as texts and numbers. */
  readonly rows: readonly (readonly Scalar[])[];
}

export function labelled({ host }: Pick<FinishedBook, "host">, tab: string): Labelled {
  const sheet = host.workbook.sheets.find(({ name }) => name === tab);
  if (!sheet) throw new RangeError(`There is no page ${tab}`);
  const rows: Scalar[][] = [];
  for (const [row, line] of sheet.cells)
    for (const [column, { value }] of line) (rows[row] ??= [])[column] = value;
  const grid = Array.from(rows, (cells = []) => Array.from(cells, (value = null) => value));
  return {
    rows: grid,
    cell: (row, column, { nth = 0, table = 0 } = {}) => {
      const headers = grid.flatMap((cells, at) => (cells.includes(column) ? [at] : []));
      const header = headers[table] ?? -1;
      const columns = (grid[header] ?? []).flatMap((text, at) => (text === column ? [at] : []));
      const found = grid.findIndex(([first], at) => at > header && first === row);
      const at = columns[nth];
      if (header < 0 || found < 0 || at === undefined)
        throw new RangeError(`${tab} has no “${row}” below “${column}”`);
      return grid[found]?.[at] ?? null;
    },
  };
}
