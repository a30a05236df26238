import { compute } from "../../src/jobs/compute";
import { understand, type Understanding } from "../../src/jobs/read/understand";
import { planNodes } from "../../src/planning/plan";
import { AttainError } from "../../src/errors";
import { sampleGrid } from "../support/sampleGrids";

const found = understand([sampleGrid("sales_pipeline"), sampleGrid("sales_teams")]) as Understanding;

describe("the plan of the sample ledger", () => {
  const { plan, reps, baseTotal, baseYear, year } = compute(found, {}, "en-US");
  if (!plan) throw new Error("no plan");

  test("grows last year's 10 005 534 by a fifth, to the unit", () => {
    expect([baseYear, year, baseTotal, plan.total]).toEqual([2017, 2018, 10_005_534, 12_006_641]);
  });

  test("adds up at every unit and in every month", () => {
    for (const node of planNodes(plan.root)) {
      expect(node.target.reduce((a, b) => a + b, 0)).toBe(node.total);
      if (node.children.length === 0) continue;
      node.target.forEach((value, month) =>
        expect(node.children.reduce((sum, child) => sum + (child.target[month] ?? 0), 0)).toBe(value),
      );
    }
  });

  test("keeps every cell within one unit of its ideal share", () => {
    for (const node of planNodes(plan.root)) {
      node.target.forEach((value, month) => {
        const ideal =
          (12_006_641 * (node.historyTotal / 10_005_534) * (plan.root.history[month] ?? 0)) / 10_005_534;
        expect(Math.abs(value - ideal)).toBeLessThan(1);
      });
    }
  });

  test("follows the teams: three regions, six managers, thirty-five reps, five of them without history", () => {
    const levels = [1, 2, 3].map(
      (level) => planNodes(plan.root).filter((node) => node.level === level).length,
    );
    expect(levels).toEqual([3, 6, 35]);
    expect(reps.filter(({ won, lost, open }) => won + lost + open === 0)).toHaveLength(5);
    expect(plan.newcomers).toHaveLength(5);
  });

  test("gives months without history nothing, or the mean share when asked", () => {
    expect(plan.root.target.slice(0, 2)).toEqual([0, 0]);
    const spread = compute(found, { emptyMonths: "average" }, "en-US").plan;
    expect(spread?.total).toBe(12_006_641);
    // Twelve equal parts would be 1 000 553.4 each.
    expect(Math.abs((spread?.root.target[0] ?? 0) - 1_000_553.4)).toBeLessThan(1);
  });
});

describe("the scores of the sample ledger", () => {
  const { scores } = compute(found, {}, "en-US");
  const card = (name: string) => scores?.cards.find((one) => one.name === name);

  test("share last year's total evenly among the thirty who had results, to the unit", () => {
    const targets = (scores?.people.inputs.get("target") ?? []).filter((value) => value !== null);
    expect(targets).toHaveLength(30);
    expect(new Set(targets)).toEqual(new Set([333_517, 333_518]));
    expect(targets.reduce<number>((sum, value) => sum + Number(value), 0)).toBe(10_005_534);
  });

  // 207 182 ÷ 333 518 × 60 = 37.27; 129 ÷ 195 = 66.15 % → 20; 129 deals are 31 short of 160, four started tens → 12.
  test("Moses Frase: 37.27 + 20 + 12 = 69.27", () => {
    const points = card("Moses Frase")?.indicators.map((one) => Math.round((one.points ?? 0) * 100) / 100);
    expect(points).toEqual([37.27, 20, 12]);
    expect(card("Moses Frase")?.total).toBe(69.27);
  });

  test("leave out those without data instead of giving them nothing", () => {
    const without = scores?.cards.filter(({ total }) => total === null).map(({ name }) => name);
    expect(without).toEqual(
      ["Mei-Mei Johns", "Elizabeth Anderson", "Natalya Ivanova", "Carol Thompson", "Carl Lin"].sort(byTeam),
    );
    expect(scores?.cards.filter(({ rank }) => rank !== null)).toHaveLength(30);
  });
});

const order = found.members.map(({ rep }) => rep);
function byTeam(a: string, b: string): number {
  return order.indexOf(a) - order.indexOf(b);
}

describe("a workbook that cannot be used", () => {
  test("without a ledger is not understood", () => {
    expect(understand([{ sheet: "Notes", top: 0, left: 0, values: [["Hello"], ["world"]] }])).toBeUndefined();
  });

  test("without results in the year asked for says so", () => {
    expect(() => compute(found, { baseYear: 2001 }, "en-US")).toThrow(AttainError);
  });
});
