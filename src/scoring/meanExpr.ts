import { call, input, lit, text, type Expr } from "../formula/expression";
import { NO_VALUE } from "./rule";

/**
 * The weighted mean of the parts that have a number, rounded; nothing when none has. One expression for days, quarters
 * and years.
 *
 * @param parts names of the parts
 * @param weights a number or an expression a part
 * @example meanExpr(["jan", "feb"], [1, 1], 2)
 */
export function meanExpr(
  parts: readonly string[],
  weights: readonly (number | Expr)[],
  decimals: Expr | number,
): Expr {
  const cells = parts.map(input);
  const weightOf = (i: number): Expr => lit(weights[i] ?? 1);
  const even = weights.every((weight) => weight === weights[0]);
  const sum = (terms: readonly Expr[]): Expr => terms.reduce((total, term) => call("add", total, term));
  const mean = even
    ? call("average", ...cells)
    : call(
        "div",
        sum(cells.map((cell, i) => call("if", call("isnumber", cell), call("mul", cell, weightOf(i)), 0))),
        sum(cells.map((cell, i) => call("mul", call("isnumber", cell), weightOf(i)))),
      );
  return call("if", call("eq", call("count", ...cells), 0), text(NO_VALUE), call("round", mean, decimals));
}
