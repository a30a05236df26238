import { parseNumber, precise } from "../clean/number";
import { columnScale } from "./columns";
import type { ColumnSource } from "./columnSource";
import { addressOf } from "../grid";
import { problem, type Problem } from "../problems/problems";
import { cellAt } from "../tables/region";

/** Total rows are no records, but they say what their rows should add up to. */
export function checkTotals(source: ColumnSource, values: readonly (number | undefined)[]): Problem[] {
  const { region, match, label } = source;
  const { grid, rows, aside } = region;
  const found: Problem[] = [];
  const scale = columnScale(source);
  const hasGaps = rows.some(
    (row, i) =>
      values[i] === undefined &&
      typeof cellAt(region, row, match.column) === "string" &&
      String(cellAt(region, row, match.column)).trim().length > 1,
  );
  // A sum with an unreadable part cannot be checked; the part is on the list already.
  if (hasGaps) return [];
  for (const total of aside) {
    if (total.by !== "word" || (total.kind !== "total" && total.kind !== "subtotal")) continue;
    const cell = grid.values[total.row]?.[match.column] ?? null;
    const reading = typeof cell === "string" ? parseNumber(cell) : undefined;
    const stated =
      typeof cell === "number"
        ? cell * scale
        : reading && (reading.ownUnit ? reading.value : reading.value * scale);
    if (stated === undefined) continue;
    const before =
      aside.findLast(({ kind, row }) => row < total.row && (kind === "subtotal" || kind === "total"))?.row ??
      -1;
    const sumFrom = (after: number) =>
      precise(
        rows.reduce((sum, row, i) => (row > after && row < total.row ? sum + (values[i] ?? 0) : sum), 0),
      );
    const whole = sumFrom(-1);
    const group = sumFrom(before);
    const below = precise(
      values.reduce<number>((sum, value, i) => ((rows[i] ?? 0) > total.row ? sum + (value ?? 0) : sum), 0),
    );
    // Shown figures may be rounded, each by up to half of its last digit.
    const tolerance = 0.01 * scale * Math.max(1, rows.length / 2);
    const fits = [whole, group, below].some((sum) => Math.abs(sum - stated) <= tolerance);
    if (!fits) {
      const value = precise((total.kind === "subtotal" ? group : whole) / scale);
      found.push(
        problem("total-mismatch", grid.sheet, addressOf(grid, total.row, match.column), String(cell), {
          field: label,
          value,
        }),
      );
    }
  }
  return found;
}
