import type { SchemeInput } from "../../scoring/scheme";

/**
 * The number format of a column that people type into: as many digits as its figures have. 18 of 20 points stand as 18,
 * half a day as 0.5; large figures keep their separators.
 *
 * @param input its `max` tells how large figures can become
 * @param values the column's, of any kind
 * @example decimalFormat({ max: 31 }, [1, 0.5]) // "#,##0.0"
 */
export function decimalFormat({ max }: Pick<SchemeInput, "max">, values: readonly unknown[]): string {
  const numbers = values.filter((value) => typeof value === "number");
  const digits = Math.max(0, ...numbers.map((value) => (String(value).split(".")[1] ?? "").length));
  if (digits > 0) return digits === 1 ? "#,##0.0" : "#,##0.00";
  const small = max === undefined ? numbers.length > 0 && Math.max(...numbers) < 1000 : max < 1000;
  return small ? "General" : "#,##0.00";
}
