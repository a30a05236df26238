/** Arithmetic gathered into few passes gives the very numbers of one step after the other. */
import fc from "fast-check";
import { columnOf, numberAt, scalarAt } from "../../src/formula/column";
import { stagesOf } from "../../src/formula/chain";
import { runPlan } from "../../src/formula/evaluate";
import { call, input, lit, vector, type Expr } from "../../src/formula/expression";
import { planOf } from "../../src/formula/plan";

const number = fc.oneof(
  fc.integer({ min: -4, max: 4 }),
  fc.integer({ min: -5000, max: 5000 }).map((cents) => cents / 100),
  fc.double({ min: -1e3, max: 1e3, noNaN: true }),
  fc.constantFrom(1e308, -1e308, 1e-12),
);

type Link = readonly ["add" | "sub" | "from" | "mul" | "div" | "min" | "max" | "neg" | "started", number];
const link: fc.Arbitrary<Link> = fc.tuple(
  fc.constantFrom("add", "sub", "from", "mul", "div", "min", "max", "neg", "started"),
  number,
);

function chained(links: readonly Link[], start: Expr): Expr {
  return links.reduce((x, [fn, constant]) => {
    if (fn === "neg" || fn === "started") return call(fn, x);
    return fn === "from" ? call("sub", constant, x) : call(fn, x, lit(constant));
  }, start);
}

const scopeOf = (values: readonly number[]) => ({
  rows: values.length,
  input: () => columnOf(values),
  vector: () => columnOf([null]),
});

test("a chain of any steps with fixed numbers", () => {
  fc.assert(
    fc.property(
      fc.array(link, { minLength: 1, maxLength: 9 }),
      fc.array(number, { minLength: 2, maxLength: 9 }),
      (links, values) => {
        const plan = planOf(chained(links, input("x")));
        const together = runPlan(plan, scopeOf(values));
        const alone = values.map((value) => scalarAt(runPlan(plan, scopeOf([value])), 0));
        expect(values.map((_, i) => scalarAt(together, i))).toEqual(alone);
      },
    ),
    { numRuns: 5000 },
  );
});

test("what the rules write is a single pass", () => {
  // w × min(1, max(0, (x − 80) / 20))
  const linear = [
    { fn: "sub", constant: 80, before: false },
    { fn: "div", constant: 20, before: false },
    { fn: "max", constant: 0, before: true },
    { fn: "min", constant: 1, before: true },
    { fn: "mul", constant: 5, before: true },
  ] as const;
  // max(0, w − 0.5 × max(0, started(97 − x)))
  const steps = [
    { fn: "sub", constant: 97, before: true },
    { fn: "started", before: false },
    { fn: "max", constant: 0, before: true },
    { fn: "mul", constant: 0.5, before: true },
    { fn: "sub", constant: 5, before: true },
    { fn: "max", constant: 0, before: true },
  ] as const;
  expect(stagesOf(linear)).toHaveLength(1);
  expect(stagesOf(steps)).toHaveLength(1);
  expect(stagesOf([...linear, ...linear])).toHaveLength(2);
});

test("bounds are passed alike by one value and by a column of them, beside the bound and far from it", () => {
  const bounds = fc.array(
    fc.integer({ min: -300, max: 300 }).map((tenths) => tenths / 10),
    {
      minLength: 1,
      maxLength: 7,
    },
  );
  const beside = fc.constantFrom(0, 0, 3, -17.25, 4e-10, -4e-10, 6e-10, -6e-10, 1e-8, 1e-13, -1e-13);
  fc.assert(
    fc.property(
      bounds,
      fc.array(fc.constantFrom("≥", ">"), { minLength: 7, maxLength: 7 }),
      fc.array(beside, { minLength: 2, maxLength: 9 }),
      (list, sides, offsets) => {
        const values = offsets.map((offset, i) => (list[i % list.length] ?? 0) + offset);
        const vectors = new Map([
          ["bounds", columnOf(list)],
          ["sides", columnOf(sides.slice(0, list.length))],
        ]);
        const known = { input: () => undefined, vector: (name: string) => vectors.get(name) };
        const plan = planOf(
          call("sub", 10, call("passed", input("x"), vector("bounds"), vector("sides"))),
          known,
        );
        const together = runPlan(plan, scopeOf(values));
        const passed = values.map((value) => {
          const held = Math.round(value * 1e9) / 1e9;
          return list.filter((bound, k) => (sides[k] === ">" ? held > bound : held >= bound)).length;
        });
        expect(values.map((_, i) => 10 - numberAt(together, i))).toEqual(passed);
      },
    ),
    { numRuns: 3000 },
  );
});
