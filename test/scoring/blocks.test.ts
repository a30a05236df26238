/** Working block by block is a matter of speed alone: every row comes out as it would with everybody at once. */
import fc from "fast-check";
import { columnOf, constant, scalarAt, type Scalar } from "../../src/formula/column";
import { call, input, text, vector, type Expr } from "../../src/formula/expression";
import {
  BLOCK,
  evaluateInBlocks,
  evaluateWhole,
  layOut,
  planSteps,
  type Fixed,
  type Sources,
} from "../../src/scoring/blocks";

const cell: fc.Arbitrary<Scalar> = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: -3, max: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom<Scalar>(null, "", "x", "2", true, { error: "#N/A" }) },
);

/** One block of a single kind of cell, one of a few cells in turn, and one row more or a few. */
const list: fc.Arbitrary<Scalar[]> = fc
  .tuple(cell, fc.array(cell, { minLength: 1, maxLength: 7 }), fc.integer({ min: 1, max: 3 }))
  .map(([same, cells, more]) =>
    Array.from({ length: 2 * BLOCK + more }, (_, row) =>
      row < BLOCK ? same : (cells[row % cells.length] ?? null),
    ),
  );

const [a, b] = [input("a"), input("b")];
const STEPS: readonly { readonly name: string; readonly expr: Expr }[] = [
  { name: "same", expr: a },
  { name: "ratio", expr: call("if", call("gt", b, 0), call("div", a, b), text("÷0")) },
  { name: "capped", expr: call("min", call("max", input("ratio"), 0), input("cap"), 2) },
  { name: "points", expr: call("if", call("isnumber", input("ratio")), input("capped"), text("—")) },
  {
    name: "band",
    expr: call("item", vector("words"), call("add", call("passed", b, vector("from"), text("")), 1)),
  },
  { name: "both", expr: call("and", call("ge", a, 0), call("lt", b, 2), true) },
  { name: "total", expr: call("round", call("sum", input("points"), a, 0.125), 2) },
  {
    name: "remark",
    expr: call("if", call("eq", input("total"), 0), call("join", text("total "), b), text("")),
  },
];

const fixed: Fixed = {
  constants: new Map([["cap", constant(1.2)]]),
  vectors: new Map([
    ["words", columnOf(["low", "middle", "high"])],
    ["from", columnOf([0, 2])],
  ]),
};
const steps = planSteps(STEPS, fixed);

test("every step comes out alike in blocks and for everybody at once", () => {
  fc.assert(
    fc.property(list, list, (left, right) => {
      const rows = Math.min(left.length, right.length);
      const sources: Sources = {
        rows,
        lists: new Map([
          ["a", left],
          ["b", right],
        ]),
      };
      const laidOut = new Map([...sources.lists].map(([name, cells]) => [name, layOut(cells, rows)]));
      const names = ["a", "cap", ...STEPS.map(({ name }) => name)];
      const blocks = evaluateInBlocks(steps, sources, fixed, new Set(names));
      const ready = evaluateInBlocks(steps, { ...sources, laidOut }, fixed, new Set(names));
      const whole = evaluateWhole(steps, sources, fixed, "all:");
      for (const name of names) {
        const [mine, again, theirs] = [blocks.get(name), ready.get(name), whole.get(name)];
        if (!mine || !again || !theirs) throw new RangeError(name);
        for (const row of [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK - 1, 2 * BLOCK, rows - 1])
          expect([name, row, scalarAt(mine, row), scalarAt(again, row)]).toEqual([
            name,
            row,
            scalarAt(theirs, row),
            scalarAt(theirs, row),
          ]);
      }
    }),
    { numRuns: 30 },
  );
});

test("what nobody asked for is not worked out", () => {
  const lists = new Map([["a", [1, 2, 3]]]);
  const some = planSteps(
    [
      { name: "twice", expr: call("mul", a, 2) },
      { name: "unknown", expr: input("missing") },
    ],
    fixed,
  );
  const columns = evaluateInBlocks(some, { rows: 3, lists }, fixed, new Set(["twice"]));
  expect([...columns.keys()]).toEqual(["twice"]);
  expect(() => evaluateInBlocks(some, { rows: 3, lists }, fixed, new Set(["unknown"]))).toThrow("missing");
});
