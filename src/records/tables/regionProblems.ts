import { rangeOf } from "../grid";
import { problem, type Problem } from "../problems/problems";
import type { TableRegion } from "./region";

/** What is worth saying about a table as a whole: rows set aside that do not say why, rows out of sight. */
export function regionProblems(region: TableRegion): Problem[] {
  const { grid, columns } = region;
  const first = columns[0]?.column ?? 0;
  const last = columns[columns.length - 1]?.column ?? first;
  const across = (row: number, toRow = row) => rangeOf(grid, row, first, toRow, last);
  const aside = region.aside.flatMap((row) => {
    if (row.kind === "section") return [problem("section-row", grid.sheet, across(row.row), row.label)];
    return row.by === "sum" ? [problem("total-by-sum", grid.sheet, across(row.row), row.label)] : [];
  });
  const hidden = runs(region.rows.filter((row) => grid.hiddenRows?.has(row)));
  return [
    ...aside,
    ...hidden.map(([from, to]) =>
      problem("hidden-rows", grid.sheet, across(from, to), "", { count: to - from + 1 }),
    ),
  ];
}

function runs(rows: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const row of rows) {
    const run = found[found.length - 1];
    if (run && run[1] === row - 1) run[1] = row;
    else found.push([row, row]);
  }
  return found;
}
