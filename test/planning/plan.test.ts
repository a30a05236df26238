import { buildPlan, planNodes, type Plan, type PlanNode } from "../../src/planning/plan";
import type { PlanRequest } from "../../src/planning/planRequest";
import { ledgerHistory } from "./ledger";

const YEAR: PlanRequest = {
  measure: "Revenue",
  unit: "USD",
  horizon: { from: "2018-01-01", to: "2018-12-31" },
  total: { growth: 0.2 },
};

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

function expectExact(plan: Plan): void {
  for (const node of planNodes(plan.root)) {
    expect(sum(node.target)).toBe(node.total);
    if (node.children.length === 0) continue;
    expect(sum(node.children.map((child) => child.total))).toBe(node.total);
    plan.periods.forEach((_, p) =>
      expect(sum(node.children.map((child) => child.target[p] ?? 0))).toBe(node.target[p]),
    );
  }
}

describe("next year's plan from the ledger", () => {
  const plan = buildPlan(YEAR, ledgerHistory());
  const find = (name: string): PlanNode =>
    planNodes(plan.root).find((node) => node.name === name) ?? plan.root;

  test("10 005 534 × 1.2 is 12 006 641, to the unit", () => {
    expect(plan.root.historyTotal).toBe(10_005_534);
    expect(plan.total).toBe(12_006_641);
    expect(plan.root.total).toBe(12_006_641);
  });

  test("the company's months keep last year's shape; empty months stay empty and are named", () => {
    expect(plan.root.history).toEqual([
      0, 0, 1134672, 721932, 1025713, 1338466, 696932, 1050059, 1235264, 731980, 938943, 1131573,
    ]);
    expect(plan.root.target).toEqual([
      0, 0, 1361606, 866318, 1230856, 1606159, 836318, 1260071, 1482317, 878376, 1126732, 1357888,
    ]);
    expect(plan.gaps).toEqual(["2018-01", "2018-02"]);
  });

  test("every level and both axes add up exactly", () => expectExact(plan));

  test("every amount is within one unit of its ideal share", () => {
    const share = (node: PlanNode): number => node.historyTotal / plan.root.historyTotal;
    for (const node of planNodes(plan.root)) {
      expect(Math.abs(node.total - share(node) * plan.total)).toBeLessThan(1);
      node.target.forEach((amount, p) => {
        const ideal = share(node) * ((plan.root.history[p] ?? 0) / plan.root.historyTotal) * plan.total;
        expect(Math.abs(amount - ideal)).toBeLessThan(1);
      });
    }
  });

  test("three regions, six managers, thirty-five reps; the five without deals have nothing to go by", () => {
    const byLevel = [0, 1, 2, 3].map(
      (level) => planNodes(plan.root).filter((node) => node.level === level).length,
    );
    expect(byLevel).toEqual([1, 3, 6, 35]);
    expect(plan.newcomers).toHaveLength(5);
    expect(find("Carl Lin").total).toBe(0);
  });

  test("a rep's year is worked by hand: 275 056 ÷ 10 005 534 × 12 006 641 = 330 067.2", () => {
    expect(find("Anna Snelling").total).toBe(330_067);
  });

  test("the order of the team list changes nothing", () => {
    const history = ledgerHistory();
    const turned = buildPlan(YEAR, { ...history, rows: history.rows.toReversed() });
    const byId = new Map(planNodes(turned.root).map((node) => [node.id, node.target]));
    for (const node of planNodes(plan.root)) expect(byId.get(node.id)).toEqual(node.target);
  });
});

describe("other ways to ask", () => {
  test("months without history can be given an average month", () => {
    const plan = buildPlan({ ...YEAR, time: { kind: "history", gaps: "average" } }, ledgerHistory());
    // 12 006 641 ÷ 12 = 1 000 553.4; of two equal claims on a last unit the earlier month wins.
    expect(plan.root.target.slice(0, 2)).toEqual([1_000_554, 1_000_553]);
    expect(plan.root.total).toBe(12_006_641);
    expectExact(plan);
  });

  test("2 500 over 8 regions, evenly", () => {
    const rows = ["A", "B", "C", "D", "E", "F", "G", "H"].map((name) => ({ path: [name], values: [0] }));
    const plan = buildPlan(
      {
        measure: "台量",
        unit: "台",
        horizon: { from: "2018-01-01", to: "2018-01-31" },
        total: { value: 2500 },
        organisation: { kind: "even" },
        time: { kind: "even" },
      },
      { company: "公司", levels: ["大区"], rows },
    );
    expect(plan.root.children.map((child) => child.total)).toEqual([313, 313, 313, 313, 312, 312, 312, 312]);
    expect(plan.growth).toBeNull();
  });

  test("October to February, across the year, in tenths of 万元", () => {
    const rows = [
      { path: ["华东"], values: [10, 20, 30, 20, 20] },
      { path: ["华南"], values: [5, 5, 5, 5, 5] },
    ];
    const plan = buildPlan(
      {
        measure: "销售额",
        unit: "万元",
        step: 0.1,
        horizon: { from: "2017-10-01", to: "2018-02-28" },
        total: { value: 150 },
      },
      { company: "公司", levels: ["大区"], rows },
    );
    expect(plan.periods.map((period) => period.id)).toEqual([
      "2017-10",
      "2017-11",
      "2017-12",
      "2018-01",
      "2018-02",
    ]);
    expect(plan.root.target).toEqual([18, 30, 42, 30, 30]);
    expect(plan.root.children.map((child) => child.total)).toEqual([120, 30]);
  });

  test("history that does not cover the horizon is refused", () => {
    expect(() =>
      buildPlan(YEAR, { company: "C", levels: ["Rep"], rows: [{ path: ["A"], values: [1, 2] }] }),
    ).toThrow("2 periods of history, the plan has 12");
  });
});
