/** The pay plan's sheet read back: the same plan, or every mistake with its cell. */
import "../../support/seed";
import fc from "fast-check";
import { normalizePay } from "../../../src/scoring/pay/normalizePay";
import type { PayComponent, PayPlan } from "../../../src/scoring/pay/payPlan";
import { PAY_KINDS } from "../../../src/scoring/pay/registry";
import type { PayKind } from "../../../src/scoring/pay/kind";
import { validatePay } from "../../../src/scoring/pay/validatePay";
import type { ParamSpec } from "../../../src/scoring/rule";
import type { ParamRow, ParamValue } from "../../../src/scoring/scheme";
import { payPlanSheet } from "../../../src/sheets/pay/planSheet";
import { readPayPlan } from "../../../src/sheets/pay/readPayPlan";
import type { GridValue } from "../../../src/sheets/readBack";
import { LANGS, type Lang } from "../../../src/words";
import { fullPayPlan } from "../../support/payPlans";

/** What a range read of the sheet gives; what formulas show plays no part in reading back. */
function gridOf(plan: PayPlan): GridValue[][] {
  const [block] = payPlanSheet(plan).sheet.blocks;
  return (block?.cells ?? []).map((row) =>
    row.map((cell) => (typeof cell === "object" && cell !== null ? 0 : cell)),
  );
}

function rowOf(grid: GridValue[][], key: string): GridValue[] {
  const row = grid.find((cells) => cells[7] === key);
  if (!row) throw new Error(`No row has the key ${key}`);
  return row;
}

const number = fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000);
const param = (spec: ParamSpec): fc.Arbitrary<ParamValue> => {
  const value: fc.Arbitrary<number | string> = spec.choices
    ? fc.constantFrom(...Object.keys(spec.choices))
    : number;
  return spec.optional ? fc.option(value, { nil: null }) : value;
};

/** A component of a kind with every parameter drawn: tiers from the top down, so that they are sound. */
function componentOf(kind: PayKind, n: number): fc.Arbitrary<PayComponent> {
  const params = fc.record(Object.fromEntries(kind.params.map((spec) => [spec.key, param(spec)])));
  const tables = fc.record(
    Object.fromEntries(
      kind.tables.map(({ key, columns }) => [
        key,
        fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 4 }).map((bounds) =>
          bounds
            .toSorted((a, b) => b - a)
            .map((bound, i, all): ParamRow => {
              const amount = (all.length - i) / 100;
              const lowest = i === all.length - 1 && columns[0]?.optional === true;
              return { from: lowest ? null : bound, side: i % 2 ? ">" : "≥", rate: amount, amount };
            })
            .map((row) => Object.fromEntries(columns.map(({ key: one }) => [one, row[one] ?? null]))),
        ),
      ]),
    ),
  );
  const roles = kind.roles.map(({ key, reads }) => [key, reads === "component" ? "first" : "x / (y + 1)"]);
  return fc
    .record({
      params,
      tables,
      counts: fc.constantFrom("paid" as const, "deducted" as const, "later" as const, "memo" as const),
      round: fc.option(
        fc.record({ digits: fc.integer({ min: -6, max: 6 }), mode: fc.constantFrom("half", "down") }),
        { nil: undefined },
      ),
      zero: fc.boolean(),
      positions: fc.option(fc.uniqueArray(fc.constantFrom("Rep", "业务员", "Director"), { minLength: 1 }), {
        nil: undefined,
      }),
    })
    .map(({ params: drawn, tables: rows, counts, round, zero, positions }): PayComponent => ({
      id: `c${n}`,
      name: `Part ${n}`,
      rule: { kind: kind.kind, ...drawn, ...rows },
      inputs: Object.fromEntries(roles) as Record<string, string>,
      counts,
      ...(round && { round: round as NonNullable<PayComponent["round"]> }),
      ...(zero && { noData: "zero" as const }),
      ...(positions && { positions }),
    }));
}

const anyPlan: fc.Arbitrary<PayPlan> = fc
  .record({
    lang: fc.constantFrom<Lang>(...LANGS),
    components: fc.tuple(...PAY_KINDS.map(componentOf)),
    round: fc.boolean(),
  })
  .map(({ lang, components, round }) => ({
    id: "any",
    name: "Any plan",
    lang,
    currency: "元",
    inputs: [
      { id: "x", name: "X", format: "money", from: "points:sales" },
      { id: "y", name: "Y", format: "percent" },
    ],
    components: [
      {
        id: "first",
        name: "First",
        rule: { kind: "formula" },
        inputs: { value: "x + 1" },
        counts: "paid",
      },
      ...components,
    ],
    ...(round && { round: { digits: 2, mode: "half" as const } }),
  }));

test("a plan of all ten kinds with any parameters is read back as it was", () => {
  expect(PAY_KINDS).toHaveLength(10);
  fc.assert(
    fc.property(anyPlan, (plan) => {
      expect(validatePay(plan)).toEqual([]);
      const { plan: read, mistakes } = readPayPlan(gridOf(plan), "S");
      expect(read).toEqual(normalizePay(plan));
      expect(mistakes).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

describe.each(LANGS)("in %s", (lang) => {
  const plan = fullPayPlan(lang);

  test("the sheet reads back to the same plan, and that one makes the same sheet", () => {
    const { plan: read, mistakes } = readPayPlan(gridOf(plan), "S");
    expect(mistakes).toEqual([]);
    expect(read).toEqual(normalizePay(plan));
    expect(read && gridOf(read)).toEqual(gridOf(plan));
  });

  test("what people change, move and insert on the sheet is in the plan", () => {
    const grid = gridOf(plan);
    rowOf(grid, "param:commission.cap")[1] = "";
    const tier = rowOf(grid, "table:commission.tiers");
    tier[3] = 0.08;
    // A tier inserted below it, and a position inserted, have no key.
    grid.splice(grid.indexOf(tier) + 1, 0, ["", 150_000, ">", 0.04, "", "", "", ""]);
    const position = rowOf(grid, "position:allowance");
    grid.splice(grid.indexOf(position) + 1, 0, ["", "Promoter", "", "", "", "", "", ""]);
    rowOf(grid, "data")[3] = "points:sales";
    const { plan: read, mistakes } = readPayPlan(grid, "S");
    expect(mistakes).toEqual([]);
    const byId = new Map(read?.components.map((one) => [one.id, one]));
    expect(byId.get("commission")?.rule).toMatchObject({
      cap: null,
      tiers: [
        { from: 200_000, rate: 0.08 },
        { from: 150_000, rate: 0.04 },
        { from: 100_000, rate: 0.03 },
        { from: 0, rate: 0.02 },
      ],
    });
    expect(byId.get("allowance")?.positions).toEqual([plan.components[3]?.positions?.[0], "Promoter"]);
    expect(read?.inputs[0]).toEqual({ ...plan.inputs[0], from: "points:sales" });
  });
});

test("every mistake is in one list, each with its cell and what to do", () => {
  const grid = gridOf(fullPayPlan("en-US"));
  const place = (key: string, column: string): string => `Pay!${column}${grid.indexOf(rowOf(grid, key)) + 1}`;
  rowOf(grid, "param:fixed.share")[1] = "half";
  rowOf(grid, "param:fine.each")[1] = -5;
  rowOf(grid, "role:daily.factor")[1] = "score / hundred";
  rowOf(grid, "counts:bonus")[1] = "given";
  rowOf(grid, "noData:fine")[1] = "";
  rowOf(grid, "digits:now")[1] = 12;
  const tiers = grid.filter((cells) => cells[7] === "table:commission.tiers");
  const [top, middle] = tiers;
  if (!top || !middle) throw new Error("There are three tiers");
  middle[1] = 200_000;
  const middleCell = `Pay!B${grid.indexOf(middle) + 1}`;
  const { mistakes } = readPayPlan(grid, "Pay");
  expect(mistakes).toEqual([
    {
      where: place("param:fixed.share", "B"),
      what: "must be a number, not “half”; type a number, percent may be written as 30%",
    },
    {
      where: place("counts:bonus", "B"),
      what: "“given” is not known; pick one of: paid now, deducted, paid at year end, for working out only",
    },
    { where: place("noData:fine", "B"), what: "“” is not known; pick one of: hold back, counts as 0" },
    {
      where: place("role:daily.factor", "B"),
      what: expect.stringContaining("there is no input named “hundred”") as string,
    },
    { where: place("digits:now", "B"), what: "rounding digits must be a whole number from −6 to 6" },
    { where: place("param:fine.each", "B"), what: "“Each” must be at least 0" },
    {
      where: middleCell,
      what: expect.stringMatching(/belongs to two tiers; end the lower tier/) as string,
    },
  ]);
});

test("a plan with another mode, another kind in a title, or another sheet", () => {
  const plan = fullPayPlan("zh-CN");
  const grid = gridOf(plan);
  rowOf(grid, "param:commission.mode")[1] = "全额累进（按所达档计全部）";
  expect(readPayPlan(grid, "S").plan?.components[5]?.rule["mode"]).toBe("whole");
  const title = rowOf(grid, "component:bonus.overPlan");
  title[0] = "超额奖励\u3000按次计";
  expect(readPayPlan(grid, "S").mistakes).toEqual([
    {
      where: `S!A${grid.indexOf(title) + 1}`,
      what: expect.stringContaining("标题后面应为“超额奖励”") as string,
    },
  ]);
  expect(readPayPlan([["Sales", 1]], "Sheet1")).toEqual({
    mistakes: [{ where: "Sheet1", what: expect.stringContaining("这不是薪酬方案工作表") as string }],
  });
});
