/** Working column by column is a matter of speed alone: every row comes out as it would by itself. */
import fc from "fast-check";
import { columnOf, scalarAt, type Column, type Scalar } from "../../src/formula/column";
import { evaluate, runPlan } from "../../src/formula/evaluate";
import { call, input, lit, text, vector, type Expr } from "../../src/formula/expression";
import { planOf } from "../../src/formula/plan";

const cell: fc.Arbitrary<Scalar> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -3, max: 3 }) },
  { weight: 2, arbitrary: fc.double({ min: -5, max: 5, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom<Scalar>(null, "", "x", "2", true, false, { error: "#N/A" }) },
);

const [BOUNDS, SIDES, WORDS] = [vector("bounds"), vector("sides"), vector("words")];
const VECTORS = new Map([
  ["bounds", columnOf([2, 0, -1.5])],
  ["sides", columnOf(["≥", ">", "≥"])],
  ["words", columnOf(["far below", "below", "above", "far above"])],
]);

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
      tie("tree").map((arg) => call("passed", arg, BOUNDS, SIDES)),
      tie("tree").map((arg) => call("item", WORDS, call("add", call("passed", arg, BOUNDS, SIDES), 1))),
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
        const list = (name: string) => VECTORS.get(name) ?? columnOf([null]);
        const known = (name: string) => columns.get(name) ?? columnOf([null]);
        return { rows: some.length, input: known, vector: list };
      };
      const together = evaluate(expr, scope(values));
      const alone = values.map((row) => scalarAt(evaluate(expr, scope([row])), 0));
      expect(values.map((_, i) => scalarAt(together, i))).toEqual(alone);
    }),
    { numRuns: 3000 },
  );
});

test("knowing some values beforehand changes no row", () => {
  const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 14 });
  fc.assert(
    fc.property(tree, cell, rows, (expr, fixed, values) => {
      const columns = new Map([
        ["a", columnOf(values.map(([a]) => a))],
        ["b", columnOf(values.map(([, b]) => b))],
        ["c", columnOf([fixed])],
      ]);
      const input = (name: string) => columns.get(name) ?? columnOf([null]);
      const vector = (name: string) => VECTORS.get(name) ?? columnOf([null]);
      const scope = { rows: values.length, input, vector };
      const planned = planOf(expr, {
        input: (name) => (name === "c" ? columns.get(name) : undefined),
        vector: (name) => VECTORS.get(name),
      });
      const [careful, quick] = [evaluate(expr, scope), runPlan(planned, scope)];
      const read = (column: Column) => values.map((_, i) => scalarAt(column, i));
      expect(read(quick)).toEqual(read(careful));
    }),
    { numRuns: 3000 },
  );
});
