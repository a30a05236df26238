import fc from "fast-check";
import { buildPlan, planNodes, type Plan } from "../../../src/planning/plan";
import { planLeaves } from "../../../src/planning/respread";
import { revise } from "../../../src/planning/versions/revise";
import "../../support/seed";

const months = (amount: number) => Array.from({ length: 12 }, () => amount);

/** East: Ann 100 and Bo 50 a month; West: Cy 150 a month. A year of 3 600. */
function plan(): Plan {
  return buildPlan(
    {
      measure: "Revenue",
      unit: "元",
      horizon: { from: "2018-01-01", to: "2018-12-31" },
      total: { growth: 0 },
      time: { kind: "history", own: true },
    },
    {
      company: "Company",
      levels: ["Region", "Rep"],
      rows: [
        { path: ["East", "Ann"], values: months(100) },
        { path: ["East", "Bo"], values: months(50) },
        { path: ["West", "Cy"], values: months(150) },
      ],
    },
  );
}

const reached = new Map([
  ["East / Ann", [120, 90, 60]],
  ["East / Bo", [40, 40, 40]],
  ["West / Cy", [150, 150, 150]],
]);
const node = ({ root }: Plan, id: string) => planNodes(root).find((each) => each.id === id);

describe("closed periods are frozen, the rest is spread again", () => {
  test("everybody makes up their own shortfall: Ann 30 in nine months, Bo 30; Cy goes on as before", () => {
    const { plan: next, closed } = revise(plan(), { closed: "2018-03", actuals: reached });
    expect(closed).toBe(3);
    expect(next.total).toBe(3600);
    expect(node(next, "East / Ann")?.target.slice(0, 3)).toEqual([120, 90, 60]);
    expect(node(next, "East / Ann")?.total).toBe(1200);
    expect(
      node(next, "East / Bo")
        ?.target.slice(3)
        .reduce((a, b) => a + b, 0),
    ).toBe(480);
    expect(node(next, "West / Cy")?.target).toEqual(months(150));
  });

  test("shared, the shortfall of 60 is carried by all in the old proportions", () => {
    const { plan: next } = revise(plan(), { closed: "2018-03", actuals: reached, carry: "shared" });
    // 2 760 over 9 months, 306.67 a month: Cy half of it.
    expect(next.total).toBe(3600);
    expect(node(next, "West / Cy")?.total).toBe(450 + 1380);
  });

  test("with targets frozen nothing changes", () => {
    const { plan: next } = revise(plan(), { closed: "2018-03", freeze: "target" });
    expect(planNodes(next.root).map(({ target }) => target)).toEqual(
      planNodes(plan().root).map(({ target }) => target),
    );
  });
});

describe("the year is kept, or changed with a reason", () => {
  test("a new total needs a reason", () => {
    expect(() => revise(plan(), { total: { value: 4000 } })).toThrow(/say why/);
    expect(revise(plan(), { total: { value: 4000 }, reason: "New product" }).plan.total).toBe(4000);
    expect(revise(plan(), { total: { growth: 0.1 }, reason: "New product" }).plan.total).toBe(3960);
  });

  test("300 000 from one team to another does not break the sum", () => {
    const { plan: next } = revise(plan(), {
      closed: "2018-06",
      freeze: "target",
      moves: [{ from: "East", to: "West", amount: 300 }],
    });
    expect(next.total).toBe(3600);
    expect([node(next, "East")?.total, node(next, "West")?.total]).toEqual([1500, 2100]);
    expect(node(next, "East")?.target.slice(0, 6)).toEqual(Array(6).fill(150));
  });

  test("a limit on the year counts what is closed", () => {
    const { plan: next } = revise(plan(), {
      closed: "2018-03",
      freeze: "target",
      limits: [{ node: "East / Ann", lock: 1000 }],
    });
    expect(node(next, "East / Ann")?.total).toBe(1000);
    expect(next.total).toBe(3600);
  });
});

test("what cannot be is refused by name", () => {
  expect(() => revise(plan(), { closed: "2019-01" })).toThrow(/nothing called “2019-01”/);
  expect(() => revise(plan(), { closed: "2018-03" })).toThrow(/“Ann” has no actual/);
  expect(() =>
    revise(plan(), { closed: "2018-03", freeze: "target", total: { value: 800 }, reason: "cut" }),
  ).toThrow(/already hold 900 of 800/);
  expect(() => revise(plan(), { moves: [{ from: "North", to: "West", amount: 1 }] })).toThrow(
    /no unit “North”/,
  );
  expect(() =>
    revise(plan(), {
      closed: "2018-03",
      freeze: "target",
      limits: [{ node: "East", period: "2018-02", lock: 1 }],
    }),
  ).toThrow(/is closed/);
});

test("every level and both axes add up, closed periods are what they were, the total is what was asked", () => {
  const amount = fc.integer({ min: 0, max: 400 });
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 11 }),
      fc.array(amount, { minLength: 36, maxLength: 36 }),
      fc.constantFrom("own" as const, "shared" as const),
      fc.integer({ min: 0, max: 3000 }),
      (closed, numbers, carry, more) => {
        const old = plan();
        const ids = planLeaves(old.root).map(({ id }) => id);
        const actuals = new Map(ids.map((id, i) => [id, numbers.slice(12 * i, 12 * i + 12)]));
        const gone = ids.reduce(
          (total, id) => total + (actuals.get(id) ?? []).slice(0, closed).reduce((a, b) => a + b, 0),
          0,
        );
        const total = gone + more;
        const { plan: next } = revise(old, {
          ...(closed > 0 ? { closed: old.periods[closed - 1]?.id ?? "" } : {}),
          actuals,
          carry,
          total: { value: total },
          reason: "tried",
        });
        expect(next.total).toBe(total);
        for (const each of planNodes(next.root)) {
          expect(each.target.reduce((a, b) => a + b, 0)).toBe(each.total);
          if (each.children.length === 0) {
            expect(each.target.slice(0, closed)).toEqual((actuals.get(each.id) ?? []).slice(0, closed));
            expect(Math.min(...each.target)).toBeGreaterThanOrEqual(0);
          } else
            each.target.forEach((value, p) =>
              expect(each.children.reduce((sum, child) => sum + (child.target[p] ?? 0), 0)).toBe(value),
            );
        }
      },
    ),
  );
});
