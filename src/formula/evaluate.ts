import { ColumnWriter, type Column } from "./column";
import type { Expr } from "./expression";
import { functionSpec } from "./functions";

/** Where names get their values. Inputs give a column of `rows` values or of one; vectors a column of their own length. */
export interface Scope {
  readonly rows: number;
  readonly input: (name: string) => Column;
  readonly vector: (name: string) => Column;
}

/**
 * The tree's value in every row, column by column, as Excel would calculate it. The result has one row for each of
 * the scope's, or a single one when nothing in it varies.
 *
 * @throws whatever the scope throws for a name it does not know
 */
export function evaluate(expr: Expr, scope: Scope): Column {
  switch (expr.kind) {
    case "input":
      return scope.input(expr.name);
    case "vector":
      return scope.vector(expr.name);
    case "call":
      return functionSpec(expr.fn).evaluate(
        expr.args.map((arg) => evaluate(arg, scope)),
        scope.rows,
        expr.args.map((arg) => arg.kind === "input"),
      );
    default: {
      const writer = new ColumnWriter(1);
      writer.put(0, expr.value);
      return writer.done();
    }
  }
}
