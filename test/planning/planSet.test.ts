/** Tiers, mixes, rates, costs, proposals, scenarios: what a request can ask for beside its main plan. */
import { mixPlan } from "../../src/planning/mix";
import { buildPlan, planNodes, type Plan } from "../../src/planning/plan";
import type { PlanRequest, RateMeasure } from "../../src/planning/planRequest";
import { buildPlanSet, chosenRequest } from "../../src/planning/planSet";
import { ratePlan } from "../../src/planning/rates";
import { buildTiers } from "../../src/planning/tiers";
import { MIX_OF_PRODUCTS, EIGHT_REGIONS, TWO_TIERS } from "./requests";
import { expectExact, expectMixExact, sum } from "./exact";

const totals = (plan: Plan): number[] => planNodes(plan.root).map(({ total }) => total);

describe("two tiers", () => {
  const { plan, tiers } = buildPlanSet(TWO_TIERS);

  test("560 committed, 700 to strive for, 500 at the least", () => {
    expect([plan.total, tiers.stretch?.total, tiers.floor?.total]).toEqual([560, 700, 500]);
    for (const one of [plan, tiers.stretch, tiers.floor]) if (one) expectExact(one);
  });

  test("no cell's stretch is below its committed amount, no floor above it", () => {
    const nodes = (one: Plan | undefined) => (one ? planNodes(one.root) : []);
    planNodes(plan.root).forEach((node, i) =>
      node.target.forEach((committed, p) => {
        expect(nodes(tiers.stretch)[i]?.target[p] ?? -1).toBeGreaterThanOrEqual(committed);
        expect(nodes(tiers.floor)[i]?.target[p] ?? Infinity).toBeLessThanOrEqual(committed);
      }),
    );
  });

  test("3 000 and 5 000 by ratio", () => {
    const committed = buildPlan({ ...TWO_TIERS, total: { value: 3000 } });
    expect(buildTiers(committed, { stretch: { ratio: 5 / 3 } }).stretch?.total).toBe(5000);
  });

  test("a stretch below the committed total is refused", () => {
    expect(() => buildTiers(plan, { stretch: { value: 500 } })).toThrow("below the committed 560");
  });
});

describe("a mix of products", () => {
  const { plan, mixes } = buildPlanSet(MIX_OF_PRODUCTS);
  const [mix] = mixes;
  const company = mix?.cells.get("*") ?? [];

  test("75/15/10 of 12 000 are 9 000, 1 800 and 1 200, exact on unit × period × product", () => {
    expect(company.map(sum)).toEqual([9000, 1800, 1200]);
    expect(mix?.parts.map(({ lastShare }) => lastShare)).toEqual([0.85, 0.1, 0.05]);
    if (mix) expectMixExact(plan, mix);
  });

  test("no cell is a whole unit off its share, and no unit's year either", () => {
    for (const node of planNodes(plan.root)) {
      mix?.parts.forEach(({ share }, k) => {
        const row = mix.cells.get(node.id)?.[k] ?? [];
        row.forEach((value, p) => expect(Math.abs(value - (node.target[p] ?? 0) * share)).toBeLessThan(1));
        expect(Math.abs(sum(row) - node.total * share)).toBeLessThan(2);
      });
    }
  });

  test("new customers 30 % beside it", () => {
    expect(mixes[1]?.cells.get("*")?.map(sum)).toEqual([3600, 8400]);
  });

  test("small amounts: nobody is left out year after year because of their name", () => {
    const small = buildPlan({
      ...EIGHT_REGIONS,
      total: { value: 96 },
      time: { kind: "even" },
      organisation: { kind: "even" },
    });
    const thin = mixPlan(small, {
      name: "P",
      parts: [
        { name: "a", share: 0.75 },
        { name: "b", share: 0.25 },
      ],
    });
    expectMixExact(small, thin);
    for (const { id } of small.root.children) expect(sum(thin.cells.get(id)?.[1] ?? [])).toBe(3);
  });

  test("a unit and a period can differ", () => {
    const own = mixPlan(plan, {
      name: "Product",
      parts: [
        { name: "a", share: 1 },
        { name: "b", share: 1 },
      ],
      units: { 北京: [1, 3] },
      periods: { "2026-01": [1, 0] },
    });
    expectMixExact(plan, own);
    const beijing = planNodes(plan.root).find(({ name }) => name === "北京");
    expect(beijing?.total).toBe(3923);
    expect(sum(own.cells.get("北京")?.[1] ?? [])).toBe(2942); // of 2 942.25
    expect(own.cells.get("上海")?.[1]?.[0]).toBe(0);
  });

  test("unknown units and shares of the wrong length are named", () => {
    const parts = [{ name: "a", share: 1 }];
    expect(() => mixPlan(plan, { name: "P", parts, units: { 火星: [1] } })).toThrow("火星");
    expect(() => mixPlan(plan, { name: "P", parts, periods: { "2026-01": [1, 2] } })).toThrow(
      "2 shares for 1 parts",
    );
  });
});

describe("rates", () => {
  const plan = buildPlan(EIGHT_REGIONS);
  const members = plan.root.children.map(({ name }, i) => ({
    path: [name],
    measures: { 回款率: { rate: 0.78 + i * 0.02 } },
  }));
  const mean = (rates: ReturnType<typeof ratePlan>): number =>
    sum(plan.root.children.map(({ id, total }) => (rates.units.get(id)?.rate ?? 0) * total)) / plan.total;
  const collection = (more: Partial<RateMeasure>): RateMeasure => ({
    kind: "rate",
    name: "回款率",
    target: 0.9,
    ...more,
  });

  test.each(["same", "points", "gap"] as const)("the weighted mean is 90 %% (%s)", (method) => {
    const rates = ratePlan(plan, collection({ method }), members);
    expect(mean(rates)).toBeGreaterThanOrEqual(0.9 - 1e-12);
    expect(mean(rates)).toBeLessThan(0.9 + 0.001);
    expect(rates.units.get("*")?.rate).toBeCloseTo(mean(rates), 12);
    for (const { rate } of rates.units.values()) expect(rate).toBeLessThanOrEqual(1);
  });

  test("a lock holds and the others make up for it", () => {
    const rates = ratePlan(plan, collection({ method: "points", locks: { 华东: 0.85 } }), members);
    expect(rates.units.get("华东")).toMatchObject({ rate: 0.85, locked: true });
    expect(mean(rates)).toBeGreaterThanOrEqual(0.9 - 1e-12);
  });

  test("out of reach is said so, with what can be reached", () => {
    expect(() => ratePlan(plan, collection({ max: 0.8 }), members)).toThrow("90% ∉ [0%, 80%]");
  });

  test("less is better: complaints from the present mean to 2 %", () => {
    const complaints = plan.root.children.map(({ name }, i) => ({
      path: [name],
      measures: { c: { rate: 0.02 + i * 0.004 } },
    }));
    const rates = ratePlan(
      plan,
      { kind: "rate", name: "c", target: 0.02, method: "gap", lowerIsBetter: true },
      complaints,
    );
    expect(mean(rates)).toBeLessThanOrEqual(0.02 + 1e-12);
    expect(mean(rates)).toBeGreaterThan(0.019);
  });
});

test("costs: selling cost −5 %, admin −10 %, in one plan with the sales", () => {
  const members = (EIGHT_REGIONS.team?.members ?? []).map((member, i) => ({
    ...member,
    measures: { 销售费用: { history: 20 + i }, 管理费用: { history: 10 } },
  }));
  const { amounts } = buildPlanSet({
    ...EIGHT_REGIONS,
    ...(EIGHT_REGIONS.team ? { team: { ...EIGHT_REGIONS.team, members } } : {}),
    measures: [
      {
        kind: "amount",
        name: "销售费用",
        unit: "万元",
        step: 0.1,
        total: { growth: -0.05 },
        lowerIsBetter: true,
      },
      {
        kind: "amount",
        name: "管理费用",
        unit: "万元",
        step: 0.1,
        total: { growth: -0.1 },
        lowerIsBetter: true,
      },
      { kind: "amount", name: "拜访", unit: "次", total: { value: 5000 } },
    ],
  });
  expect(amounts.map(({ plan }) => plan.total)).toEqual([178.6, 72, 5000]);
  for (const { plan } of amounts) expectExact(plan);
  // Visits have no history of their own: they follow the sales plan.
  expect(amounts[2]?.plan.root.children.map(({ total }) => total)).toEqual([
    1248, 984, 912, 624, 456, 288, 336, 152,
  ]);
});

describe("bottom up", () => {
  const proposing = (settle: PlanRequest["settle"]): PlanRequest => ({
    ...EIGHT_REGIONS,
    ...(settle ? { settle } : {}),
    team: {
      company: "总公司",
      levels: ["大区"],
      members: (EIGHT_REGIONS.team?.members ?? []).map((member, i) =>
        i < 4 ? { ...member, proposal: 300 } : member,
      ),
    },
  });

  test.each([
    [{ kind: "topDown" }, 2500, 624],
    [{ kind: "proposals" }, 1816, 300],
    [{ kind: "scale" }, 2500, 413],
    [{ kind: "between", part: 0.5 }, 2500, 519],
  ] as const)("%j", (settle, total, east) => {
    const { plan, bottomUp } = buildPlanSet(proposing(settle));
    expectExact(plan);
    expect(plan.total).toBe(total);
    expect(plan.root.children[0]?.total).toBe(east);
    expect(bottomUp?.proposed.total).toBe(4 * 300 + 228 + 144 + 168 + 76);
    expect(bottomUp?.silent).toEqual(["西南", "西北", "东北", "海外"]);
  });

  test("no proposals, no page", () => expect(buildPlanSet(EIGHT_REGIONS).bottomUp).toBeNull());
});

describe("scenarios", () => {
  const request: PlanRequest = {
    ...EIGHT_REGIONS,
    scenarios: [
      { name: "保守", change: { total: { value: 2200 } } },
      { name: "进取", note: "新品上市", change: { total: { value: 2800 }, organisation: { kind: "even" } } },
    ],
    chosen: "进取",
  };

  test("side by side, one of them counts", () => {
    const { plan, scenarios } = buildPlanSet(request);
    expect(scenarios.map(({ plan: one }) => one.total)).toEqual([2500, 2200, 2800]);
    expect(scenarios.map(({ chosen }) => chosen)).toEqual([false, false, true]);
    expect(totals(plan)).toEqual([2800, 350, 350, 350, 350, 350, 350, 350, 350]);
  });

  test("a name nobody gave is refused", () => {
    expect(() => chosenRequest({ ...request, chosen: "乐观" })).toThrow("乐观");
  });
});
