/** How a total can be spread: over time, over units, with new hires, with padding. */
import { buildPlan, planNodes, type Plan } from "../../src/planning/plan";
import type { PlanRequest } from "../../src/planning/planRequest";
import { workingDays } from "../../src/planning/workdays";
import { loadOf } from "../../src/planning/load";
import { periodsBetween } from "../../src/planning/calendar";
import { NoSolutionError } from "../../src/planning/allocate/conflicts";
import { EIGHT_REGIONS, WINTER } from "./requests";
import { expectExact, sum } from "./exact";

const totals = (plan: Plan): Record<string, number> =>
  Object.fromEntries(planNodes(plan.root).map(({ name, total }) => [name, total]));
const team = (members: Required<PlanRequest>["team"]["members"]): NonNullable<PlanRequest["team"]> => ({
  company: "Company",
  levels: ["Region", "Rep"],
  members,
});
const BASE: PlanRequest = {
  measure: "Revenue",
  unit: "k",
  horizon: { from: "2026-01-01", to: "2026-12-31" },
  total: { value: 1200 },
  time: { kind: "even" },
};
const FOUR: NonNullable<PlanRequest["team"]> = team([
  { path: ["North", "Ann"], history: 300, weight: 1, headcount: 2 },
  { path: ["North", "Bob"], history: 100, weight: 1 },
  { path: ["North", "Cid"], history: 200, weight: 2 },
  { path: ["South", "Dee"], history: 600, weight: 4, headcount: 4 },
]);

test("2 500 over eight regions by last year, over the year by seasonal weights", () => {
  const plan = buildPlan(EIGHT_REGIONS);
  expectExact(plan);
  expect(totals(plan)).toEqual({
    总公司: 2500,
    华东: 624,
    华南: 492,
    华北: 456,
    华中: 312,
    西南: 228,
    西北: 144,
    东北: 168,
    海外: 76,
  });
  expect(plan.root.target).toEqual([125, 150, 200, 225, 225, 200, 175, 200, 225, 250, 275, 250]);
});

describe("over units", () => {
  test.each([
    ["even: each rep the same", { kind: "even" }, { Ann: 300, Bob: 300, Cid: 300, Dee: 300 }],
    ["history", { kind: "history" }, { Ann: 300, Bob: 100, Cid: 200, Dee: 600 }],
    ["the members' own weights", { kind: "weights" }, { Ann: 150, Bob: 150, Cid: 300, Dee: 600 }],
    [
      "weights typed for a region: its reps by their share",
      { kind: "weights", weights: { North: 1, "South / Dee": 3 } },
      { Ann: 100, Bob: 100, Cid: 100, Dee: 900 },
    ],
    ["headcount", { kind: "headcount" }, { Ann: 300, Bob: 150, Cid: 150, Dee: 600 }],
    [
      "typed by hand, the rest by history",
      { kind: "amounts", amounts: { South: 500, "North / Bob": 200 } },
      { Ann: 300, Bob: 200, Cid: 200, Dee: 500 },
    ],
    [
      "each level its own way",
      { kind: "levels", levels: [{ kind: "even" }, { kind: "history" }] },
      { Ann: 300, Bob: 100, Cid: 200, Dee: 600 },
    ],
  ] as const)("%s", (_, organisation, expected) => {
    const plan = buildPlan({ ...BASE, organisation, team: FOUR });
    expectExact(plan);
    expect(totals(plan)).toMatchObject(expected);
  });

  test("an amount typed for a unit is a lock: with a contradiction it is named", () => {
    const request: PlanRequest = {
      ...BASE,
      organisation: { kind: "amounts", amounts: { North: 900, South: 400 } },
      team: FOUR,
    };
    expect(() => buildPlan(request)).toThrow(NoSolutionError);
  });
});

describe("over time", () => {
  const company = (time: PlanRequest["time"], horizon = BASE.horizon): readonly number[] =>
    buildPlan({
      ...BASE,
      horizon,
      ...(time ? { time } : {}),
      team: { company: "C", levels: ["Rep"], members: [{ path: ["Ann"], history: 1 }] },
    }).root.target;

  test("even", () => expect(company({ kind: "even" })).toEqual(Array(12).fill(100)));

  test("working days: February 2026 holds the spring festival", () => {
    const days = periodsBetween("2026-01-01", "2026-12-31", "month").map(({ start, end }) =>
      workingDays(start, end),
    );
    expect(days.slice(0, 3)).toEqual([21, 16, 22]);
    const target = company({ kind: "workingDays" });
    expect(sum(target)).toBe(1200);
    target.forEach((value, p) =>
      expect(Math.abs(value - (1200 * (days[p] ?? 0)) / sum(days))).toBeLessThan(1),
    );
  });

  test("typed by hand", () => {
    const amounts = [50, 150, ...Array<number>(10).fill(100)];
    expect(company({ kind: "amounts", amounts })).toEqual(amounts);
  });

  test("typed by hand, but not adding up: the months and the total are named", () => {
    expect(() => company({ kind: "amounts", amounts: Array<number>(12).fill(101) })).toThrow(NoSolutionError);
  });

  test("ten-day periods and weeks of one month", () => {
    const horizon = { from: "2026-03-01", to: "2026-03-31" } as const;
    expect(company({ kind: "even" }, { ...horizon, grain: "tenDay" })).toEqual([400, 400, 400]);
    expect(company({ kind: "workingDays" }, { ...horizon, grain: "week" }).length).toBe(6);
  });

  test("a list of the wrong length is refused", () => {
    expect(() => company({ kind: "weights", weights: [1, 2] })).toThrow("2 values for 12 periods");
  });
});

describe("working days", () => {
  test("China: the spring festival of 2025 and its swapped days", () => {
    expect(workingDays("2025-01-01", "2025-01-31")).toBe(19);
    expect(workingDays("2025-01-26", "2025-01-26")).toBe(1);
    expect(workingDays("2025-02-08", "2025-02-08")).toBe(1);
  });
  test("weekends only, with a list of one's own", () => {
    expect(workingDays("2025-12-22", "2025-12-28", { country: "none" })).toBe(5);
    expect(
      workingDays("2025-12-22", "2025-12-28", {
        country: "none",
        holidays: ["2025-12-25"],
        workdays: ["2025-12-27"],
      }),
    ).toBe(5);
    expect(
      workingDays("2025-12-22", "2025-12-28", { country: "none", holidays: ["2025-12-25", "2025-12-26"] }),
    ).toBe(3);
  });
});

describe("October to February", () => {
  const plan = buildPlan(WINTER);
  const of = (name: string): readonly number[] =>
    planNodes(plan.root).find((node) => node.name === name)?.target ?? [];

  test("five months over the turn of the year, 15 % on last winter", () => {
    expect(plan.periods.map(({ id }) => id)).toEqual(["2025-10", "2025-11", "2025-12", "2026-01", "2026-02"]);
    expect(plan.root.historyTotal).toBe(2420);
    expect(plan.total).toBe(2783);
    expectExact(plan);
  });

  test("the festival moved from January to February, and the targets with it", () => {
    const share = (values: readonly number[], p: number): number => (values[p] ?? 0) / sum(values);
    expect(share(plan.root.target, 3)).toBeGreaterThan(share(plan.root.history, 3));
    expect(share(plan.root.target, 4)).toBeLessThan(share(plan.root.history, 4));
  });

  test("a hire of November carries a quarter, a half, three quarters of a colleague; a leaver nothing after December", () => {
    const [oct, nov, dec] = of("赵敏");
    expect(oct).toBe(0);
    const peers = (p: number): number => ((of("李雷")[p] ?? 0) + (of("韩梅梅")[p] ?? 0)) / 2;
    expect(Math.abs((nov ?? 0) - peers(1) / 4)).toBeLessThan(1.5);
    expect(Math.abs((dec ?? 0) - peers(2) / 2)).toBeLessThan(1.5);
    expect(of("周芷若").slice(3)).toEqual([0, 0]);
  });
});

test("the load of someone who starts in mid-month, by months and by quarters", () => {
  const months = periodsBetween("2026-01-01", "2026-06-30", "month");
  expect(loadOf({ start: "2026-02-15" }, months, [0.5, 0.8])).toEqual([0, 0.25, 0.8, 1, 1, 1]);
  const quarters = periodsBetween("2026-01-01", "2026-06-30", "quarter");
  expect(loadOf({ start: "2026-04-01", end: "2026-06-30" }, quarters, [])).toEqual([0, 1]);
});

describe("padding", () => {
  test("the company owes 1 000 and assigns 1 050; every region owes its part and hands on 10 % more", () => {
    const plan = buildPlan({ ...BASE, total: { value: 1000 }, padding: [0.05, 0.1], team: FOUR });
    expectExact(plan);
    const owed = Object.fromEntries(planNodes(plan.root).map((node) => [node.name, node.owed]));
    expect(plan.owed).toBe(1000);
    expect(owed).toMatchObject({ Company: 1000, North: 525, South: 525 });
    expect(sum(["Ann", "Bob", "Cid"].map((name) => owed[name] ?? 0))).toBe(578);
    expect(plan.total).toBe(578 + 578);
  });

  test("assign 105 % downwards, 100 % owed upwards, with a lock in its place", () => {
    const plan = buildPlan({
      ...BASE,
      padding: [0.05],
      limits: [{ node: "North / Bob", period: "2026-03", lock: 40 }],
      team: FOUR,
    });
    expectExact(plan);
    expect([plan.owed, plan.total]).toEqual([1200, 1260]);
    expect(planNodes(plan.root).find(({ name }) => name === "Bob")?.target[2]).toBe(40);
  });

  test("no padding, no second figure", () => {
    expect(buildPlan({ ...BASE, team: FOUR }).owed).toBeUndefined();
  });
});

test("without a ledger and without a team there is nothing to plan for", () => {
  expect(() => buildPlan(BASE)).toThrow("neither a ledger nor a team");
});
