/** Working column by column is a matter of speed alone: every row comes out as it would by itself. */
import fc from "fast-check";
import { columnOf, scalarAt, type Scalar } from "../../src/formula/column";
import { evaluate } from "../../src/formula/evaluate";
import { call, input, lit, text, type Expr } from "../../src/formula/expression";

const cell: fc.Arbitrary<Scalar> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -3, max: 3 }) },
  { weight: 2, arbitrary: fc.double({ min: -5, max: 5, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom<Scalar>(null, "", "x", "2", true, false, { error: "#N/A" }) },
);

const { tree } = fc.letrec<{ tree: Expr }>((tie) => {
  const two = fc.tuple(tie("tree"), tie("tree"));
  return {
    tree: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom<Expr>(input("a"), input("b"), input("c"), lit(1), lit(0), text("—"), lit(true)),
      fc
        .tuple(
          fc.constantFrom(
            "add",
            "sub",
            "mul",
            "div",
            "lt",
            "eq",
            "ge",
            "min",
            "max",
            "sum",
            "count",
            "and",
            "or",
            "join",
            "iferror",
          ) as fc.Arbitrary<"add">,
          two,
        )
        .map(([fn, args]) => call(fn, ...args)),
      fc
        .tuple(
          fc.constantFrom("isnumber", "held", "started", "abs", "neg") as fc.Arbitrary<"abs">,
          tie("tree"),
        )
        .map(([fn, arg]) => call(fn, arg)),
      fc.tuple(tie("tree"), tie("tree"), tie("tree")).map((args) => call("if", ...args)),
    ),
  };
});

test("a column is its rows", () => {
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 14 });
  fc.assert(
    fc.property(tree, rows, (expr, values) => {
      const scope = (some: typeof values) => {
        const columns = new Map(
          ["a", "b", "c"].map((name, k) => [name, columnOf(some.map((row) => row[k] ?? null))]),
        );
        const known = (name: string) => columns.get(name) ?? columnOf([null]);
        return { rows: some.length, input: known, vector: known };
      };
      const together = evaluate(expr, scope(values));
      values.forEach((row, i) => {
        expect(scalarAt(together, i)).toEqual(scalarAt(evaluate(expr, scope([row])), 0));
      });
    }),
    { numRuns: 3000 },
  );
});
