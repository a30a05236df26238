import { cellRef, rangeRef } from "../../formula/references";
import { decimalsOf } from "../../planning/steps";

/** Children's cells added up: one range when they stand together, else one by one, in bites a function can take. */
export function sumOfRows(rows: readonly number[], column: number): string {
  const first = rows[0] ?? 0;
  const last = rows.at(-1) ?? 0;
  if (last - first === rows.length - 1) return `SUM(${rangeRef(first, column, last, column)})`;
  const cells = rows.map((row) => cellRef(row, column));
  const bites: string[] = [];
  for (let i = 0; i < cells.length; i += 100) bites.push(`SUM(${cells.slice(i, i + 100).join(",")})`);
  return bites.join("+");
}

/** Sums of tenths carry float residue; sums of whole numbers do not and need no rounding. */
export function exactly(formula: string, step: number): string {
  const places = decimalsOf(step);
  return places === 0 ? formula : `ROUND(${formula},${places})`;
}

/** Excel's format of an amount in multiples of the step. */
export function amountFormat(step: number): string {
  const places = decimalsOf(step);
  return places > 0 ? `#,##0.${"0".repeat(places)}` : "#,##0";
}

/** A difference that should be nothing: ● 0, or how far it is off, with its sign. */
export function residualFormat(step: number): string {
  const amount = amountFormat(step);
  return `"▲ +"${amount};"▼ -"${amount};"● "0`;
}
