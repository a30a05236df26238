import { salesScheme } from "../../../src/scoring/sales";
import { scoreTeam } from "../../../src/scoring/scoreTeam";
import { applyChanges, parseChange } from "../../../src/scoring/whatif/changes";
import { whatIf } from "../../../src/scoring/whatif/whatIf";
import type { PayPlan } from "../../../src/scoring/pay/payPlan";
import { salesTeam } from "../../support/salesTeam";

const scheme = salesScheme("en-US");
const people = salesTeam();
const tryOut = (...changes: string[]) => whatIf({ scheme, people, changes: changes.map(parseChange) });

test.each([
  ["revenue.cap=110%", { path: "revenue.cap", value: 1.1 }],
  ["revenue.cap = 1.1", { path: "revenue.cap", value: 1.1 }],
  ["deals.threshold=1,500", { path: "deals.threshold", value: 1500 }],
  ["revenue.cap=", { path: "revenue.cap", value: null }],
  ["winRate.noData=zero", { path: "winRate.noData", value: "zero" }],
  ["winRate.bands[1].from＝65.5％", { path: "winRate.bands[1].from", value: 0.655 }],
])("%s", (source, change) => {
  expect(parseChange(source)).toEqual(change);
});

test("a changed weight leaves the rest to the others in proportion, visibly", () => {
  const { scheme: changed, made } = applyChanges(scheme, [{ path: "revenue.weight", value: 70 }]);
  expect(changed.sections[0]?.indicators.map(({ weight }) => weight)).toEqual([70, 15, 15]);
  expect(made).toEqual([
    { path: "revenue.weight", before: 60, after: 70 },
    { path: "winRate.weight", before: 20, after: 15, follows: true },
    { path: "winRate.bands.points", before: "20/16/12/8/4", after: "15/12/9/6/3", follows: true },
    { path: "deals.weight", before: 20, after: 15, follows: true },
  ]);
});

test("who changes grade and rank: the same as scoring the changed scheme", () => {
  const result = tryOut("deals.threshold=120", "Good.from=80");
  const { scheme: changed } = applyChanges(scheme, ["deals.threshold=120", "Good.from=80"].map(parseChange));
  const [before, after] = [scoreTeam(scheme, people), scoreTeam(changed, people)];
  expect(result.people.map(({ before: { grade, rank } }) => [grade, rank])).toEqual(
    before.map(({ grade, rank }) => [grade, rank]),
  );
  expect(result.people.map(({ after: { grade, rank } }) => [grade, rank])).toEqual(
    after.map(({ grade, rank }) => [grade, rank]),
  );
  const moved = result.people.filter(({ moved: moves }) => moves.includes("grade")).map(({ name }) => name);
  expect(moved).toEqual(people.names.filter((_, i) => before[i]?.grade !== after[i]?.grade));
  expect(moved.length).toBeGreaterThan(0);
  expect(result.grades.reduce((sum, grade) => sum + grade.after, 0)).toBe(30);
});

test("what it would cost", () => {
  const plan: PayPlan = {
    id: "bonus",
    name: "Bonus",
    lang: "en-US",
    currency: "yuan",
    inputs: [{ id: "score", name: "Score", format: "decimal", from: "total" }],
    components: [
      {
        id: "bonus",
        name: "Bonus",
        rule: { kind: "formula" },
        inputs: { value: "score * 10" },
        counts: "paid",
        noData: "zero",
      },
    ],
  };
  const pay = { plan, people: { ...people, inputs: new Map() } };
  const { pay: sum, people: all } = whatIf({
    scheme,
    people,
    changes: [parseChange("revenue.cap=100%")],
    pay,
  });
  const total = (key: "before" | "after") =>
    all.reduce((whole, one) => whole + (one[key].total ?? 0) * 10, 0);
  expect(sum).toMatchObject({
    before: expect.closeTo(total("before"), 6) as number,
    after: expect.closeTo(total("after"), 6) as number,
    later: { before: 0, after: 0 },
  });
  expect(sum?.after).toBeLessThan(sum?.before ?? 0);
  expect(all.find(({ name }) => name === "Darcel Schlecht")).toMatchObject({
    before: { paid: 1080 },
    after: { paid: 960 },
    moved: expect.arrayContaining(["pay"]),
  });
});

describe("numbers of the pay plan", () => {
  const plan: PayPlan = {
    id: "commission",
    name: "Commission",
    lang: "en-US",
    currency: "yuan",
    inputs: [
      { id: "sales", name: "Sales", format: "money", from: "revenue" },
      { id: "days", name: "Days out", format: "decimal" },
    ],
    components: [
      {
        id: "earned",
        name: "Commission",
        rule: {
          kind: "commission",
          mode: "marginal",
          tiers: [
            { from: 300_000, side: "≥", rate: 0.05 },
            { from: 0, side: "≥", rate: 0.02 },
          ],
        },
        inputs: { base: "sales" },
        counts: "paid",
        noData: "zero",
      },
      {
        id: "allowance",
        name: "Allowance",
        rule: { kind: "perItem", each: 80 },
        inputs: { count: "days" },
        counts: "paid",
        noData: "zero",
      },
    ],
  };
  // The pay sheet lists three of the thirty, in an order of its own, and somebody who is not scored.
  const some = ["Vicki Laflamme", "Darcel Schlecht", "Anna Snelling", "Somebody Else"];
  const at = some.map((name) => people.names.indexOf(name));
  const team = {
    names: some,
    units: at.map((i) => people.units[i] ?? "Nowhere"),
    inputs: new Map([
      ["days", [2, 3, null, 5]],
      ["sales", [null, null, null, 100_000]],
    ]),
  };
  const pay = { plan, people: team };
  const tryPay = (...changes: string[]) => whatIf({ scheme, people, changes: changes.map(parseChange), pay });

  test("a tier's rate, and what an item pays: before and after for each, and what it costs", () => {
    const {
      pay: sum,
      made,
      people: scored,
    } = tryPay("pay.earned.tiers[2].rate=3%", "薪酬.allowance.each=100");
    expect(made).toEqual([
      { path: "pay.earned.tiers[2].rate", before: 0.02, after: 0.03 },
      { path: "pay.allowance.each", before: 80, after: 100 },
    ]);
    const sales = at.map((i) => (i < 0 ? 100_000 : Number(people.inputs.get("revenue")?.[i] ?? 0)));
    const days = [2, 3, 0, 5];
    const paid = (rate: number, each: number) =>
      sales.map(
        (amount, i) =>
          Math.min(amount, 300_000) * rate + Math.max(0, amount - 300_000) * 0.05 + (days[i] ?? 0) * each,
      );
    const [before, after] = [paid(0.02, 80), paid(0.03, 100)];
    expect(sum?.people.map((one) => one.name)).toEqual(some);
    sum?.people.forEach((one, i) => {
      expect(one.before).toBeCloseTo(before[i] ?? NaN, 6);
      expect(one.after).toBeCloseTo(after[i] ?? NaN, 6);
    });
    expect(sum?.after).toBeCloseTo(
      after.reduce((a, b) => a + b, 0),
      6,
    );
    expect(scored.filter(({ moved }) => moved.includes("pay")).map(({ name }) => name)).toEqual(
      people.names.filter((name) => some.includes(name)),
    );
  });

  test("tiers that would pay less for more are said; numbers that cannot be are refused", () => {
    expect(tryPay("pay.earned.mode=whole", "pay.earned.tiers[2].rate=9%").pay?.findings).toContainEqual(
      expect.objectContaining({ problem: "falls", severity: "error" }),
    );
    expect(() => tryPay("pay.allowance.each=-1")).toThrow(/must be at least 0/);
    expect(() => tryPay("pay.allowance.tiers[1].rate=1")).toThrow(/pay\.allowance\.tiers\[1\]/);
    expect(() => tryOut("pay.allowance.each=90")).toThrow(/no pay pages/);
  });
});

test("a path that leads nowhere says which there are", () => {
  expect(() => tryOut("revenue.limit=3")).toThrow(expect.objectContaining({ code: "unknown-name" }));
  expect(() => tryOut("winRate.bands[9].from=0.5")).toThrow(/winRate.bands\[9\]/);
});

test("a scheme that would be wrong is refused with its mistake", () => {
  expect(() => tryOut("winRate.bands[2].from=70%")).toThrow(/band 2 must start below/);
});
