import { decimalsOf } from "../../planning/steps";

/** How amounts of a plan are written: as many decimals as its step has. @example amountFormat(0.1) // "#,##0.0" */
export function amountFormat(step: number): string {
  const places = decimalsOf(step);
  return places > 0 ? `#,##0.${"0".repeat(places)}` : "#,##0";
}

/** The same with a sign, for changes. */
export function changeFormat(step: number): string {
  const format = amountFormat(step);
  return `+${format};-${format};0`;
}
