/** A cell outside the sheets being swapped whose formula refers to them. */
export interface Rewrite {
  /** Worksheet id. */
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly before: string;
  /** The formula or, where what it referred to goes for good, its last value. */
  readonly after: string | number | boolean;
}

/** Queues the formulas of the cells, one write for each run of cells below one another. */
export function writeFormulas(
  worksheets: Excel.WorksheetCollection,
  rewrites: readonly Rewrite[],
  which: "before" | "after",
): void {
  for (const run of runs(rewrites)) {
    const [first] = run;
    worksheets.getItem(first.sheet).getRangeByIndexes(first.row, first.column, run.length, 1).formulas =
      run.map((each) => [each[which]]);
  }
}

/** Cells below one another, together. */
export function runs(rewrites: readonly Rewrite[]): [Rewrite, ...Rewrite[]][] {
  const sorted = [...rewrites].sort(
    (a, b) => a.sheet.localeCompare(b.sheet) || a.column - b.column || a.row - b.row,
  );
  const found: [Rewrite, ...Rewrite[]][] = [];
  for (const each of sorted) {
    const last = found.at(-1)?.at(-1);
    if (last && last.sheet === each.sheet && last.column === each.column && last.row === each.row - 1)
      found.at(-1)?.push(each);
    else found.push([each]);
  }
  return found;
}
