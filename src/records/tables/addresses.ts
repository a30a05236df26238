import { columnName } from "../../formula/references";
import { parseArea } from "../grid";

/**
 * Cells as few ranges as columns allow, column by column: neighbours below each other become one range. Ranges given
 * stay as they are.
 *
 * @example compressAddresses(["D5", "D6", "D7", "D12", "B2"]) // ["B2", "D5:D7", "D12"]
 */
export function compressAddresses(cells: Iterable<string>): string[] {
  const rowsOf = new Map<number, number[]>();
  const ranges: string[] = [];
  for (const cell of cells) {
    const area = parseArea(cell);
    if (area === undefined || area.fromRow !== area.toRow || area.fromColumn !== area.toColumn) {
      ranges.push(cell);
      continue;
    }
    const rows = rowsOf.get(area.fromColumn);
    if (rows) rows.push(area.fromRow);
    else rowsOf.set(area.fromColumn, [area.fromRow]);
  }
  const runs = [...rowsOf]
    .sort(([a], [b]) => a - b)
    .flatMap(([column, rows]) => columnRuns(columnName(column), rows));
  return [...runs, ...new Set(ranges)];
}

function columnRuns(letters: string, rows: readonly number[]): string[] {
  const sorted = [...new Set(rows)].sort((a, b) => a - b);
  const runs: string[] = [];
  let start = 0;
  for (let i = 1; i <= sorted.length; i++) {
    if (sorted[i] === (sorted[i - 1] ?? 0) + 1) continue;
    const from = `${letters}${(sorted[start] ?? 0) + 1}`;
    runs.push(i - start === 1 ? from : `${from}:${letters}${(sorted[i - 1] ?? 0) + 1}`);
    start = i;
  }
  return runs;
}
