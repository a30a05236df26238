import fc from "fast-check";
import type { PlanRequest } from "../../../src/planning/planRequest";
import { readRequestSheet } from "../../../src/sheets/plan/readRequestSheet";
import type { GridValue } from "../../../src/sheets/readBack";
import { requestSheet } from "../../../src/sheets/plan/requestSheet";
import { LANGS } from "../../../src/words";
import { EIGHT_REGIONS, WINTER } from "../../planning/requests";
import { valuesOf } from "../../support/specValues";

/** Everything a request can say, at once. */
const FULL: PlanRequest = {
  ...WINTER,
  title: "冬季攻坚",
  step: 0.1,
  lowerIsBetter: false,
  horizon: { ...WINTER.horizon, grain: "month", fiscalStart: 4 },
  time: {
    kind: "history",
    own: true,
    gaps: "average",
    workingDays: { holidays: ["2025-12-25", "2026-01-05"] },
  },
  organisation: { kind: "levels", levels: [{ kind: "even" }, { kind: "weights", weights: { 沈阳: 2 } }] },
  limits: [
    { node: "沈阳 / 李雷", period: "2025-12", lock: 300 },
    { node: "*", min: 1, max: 9_999_999 },
  ],
  padding: [0.05, 0],
  tiers: { stretch: { ratio: 1.25 }, floor: { value: 2000 } },
  mix: [
    {
      name: "产品",
      parts: [
        { name: "车险", share: 0.75, lastShare: 0.85 },
        { name: "意外险", share: 0.25 },
      ],
      units: { 沈阳: [0.6, 0.4] },
      periods: { "2025-10": [0.7, 0.3] },
    },
    { name: "客户", parts: [{ name: "新", share: 0.3 }] },
  ],
  measures: [
    { kind: "amount", name: "回款", unit: "万元", total: { growth: 0.1 }, time: { kind: "even" } },
    {
      kind: "rate",
      name: "回款率",
      target: 0.9,
      method: "points",
      locks: { 沈阳: 0.95 },
      lowerIsBetter: false,
    },
  ],
  settle: { kind: "between", part: 0.5 },
  scenarios: [{ name: "保守", note: "市场下行", change: { total: { growth: 0.05 }, padding: [0.1] } }],
  chosen: "保守",
  team: {
    company: "采暖事业部",
    levels: ["办事处", "业务员"],
    members: [
      { path: ["沈阳", "李雷"], history: [120, 180, 260, 90, 60], proposal: 800, headcount: 2, weight: 1.5 },
      { path: ["沈阳", "韩梅梅"], history: 580, proposal: [1, 2, 3, 4, 5], end: "2026-01-31" },
      {
        path: ["哈尔滨"],
        start: "2025-11-01",
        measures: { 回款: { history: [1, 2, 3, 4, 5], weight: 3 }, 回款率: { rate: 0.82 } },
      },
    ],
  },
};

describe.each(LANGS)("the request sheet in %s", (lang) => {
  test.each([
    ["2 500 over eight regions", EIGHT_REGIONS],
    ["October to February", WINTER],
    ["everything at once", FULL],
    ["typed by hand", { ...EIGHT_REGIONS, organisation: { kind: "amounts", amounts: { 华东: 900 } } }],
    ["working days", { ...EIGHT_REGIONS, time: { kind: "workingDays", calendar: {} } }],
  ] as const)("%s reads back to the same request", (_, request) => {
    const read = readRequestSheet(valuesOf(requestSheet(request as PlanRequest, lang)), "Request");
    expect(read.mistakes).toEqual([]);
    expect(read.lang).toBe(lang);
    expect(read.request).toEqual(request);
  });
});

test("any numbers survive the way through the sheet", () => {
  const amount = fc.double({ min: 0, max: 1e9, noNaN: true }).map((value) => value + 0);
  fc.assert(
    fc.property(
      fc.record({
        histories: fc.array(fc.oneof(amount, fc.array(amount, { minLength: 12, maxLength: 12 })), {
          minLength: 1,
        }),
        ramp: fc.array(
          fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000),
          { minLength: 1, maxLength: 5 },
        ),
        growth: fc.integer({ min: -99, max: 500 }).map((n) => n / 100),
        lock: amount,
      }),
      ({ histories, ramp, growth, lock }) => {
        const request: PlanRequest = {
          ...EIGHT_REGIONS,
          total: { growth },
          ramp,
          limits: [{ node: "U0", lock }],
          team: {
            company: "C",
            levels: ["L"],
            members: histories.map((history, i) => ({ path: [`U${i}`], history })),
          },
        };
        expect(readRequestSheet(valuesOf(requestSheet(request, "en-US")), "Request").request).toEqual(
          request,
        );
      },
    ),
  );
});

describe("what people do to the sheet", () => {
  const edit = (change: (grid: GridValue[][]) => void) => {
    const grid = valuesOf(requestSheet(EIGHT_REGIONS, "zh-CN"));
    change(grid);
    return readRequestSheet(grid, "分解要求");
  };
  const rowOf = (grid: GridValue[][], key: string): number => grid.findIndex((row) => row[0] === key);

  test("a row inserted into the team is a new member; one cleared is gone", () => {
    const { request } = edit((grid) => {
      const east = grid.findIndex((row) => row[1] === "华东");
      grid.splice(east + 1, 0, [null, "江浙沪", 88, null, null, null]);
      grid[grid.findIndex((row) => row[1] === "海外")] = [null, "", "", "", "", ""];
    });
    expect(request?.team?.members.map(({ path }) => path[0])).toEqual([
      "华东",
      "江浙沪",
      "华南",
      "华北",
      "华中",
      "西南",
      "西北",
      "东北",
    ]);
  });

  test("a date typed as a date, a percentage typed as text", () => {
    const { request, mistakes } = edit((grid) => {
      (grid[rowOf(grid, "set horizon.to")] ?? [])[2] = 46_203;
      (grid[rowOf(grid, "set total.value")] ?? [])[2] = "";
      (grid[rowOf(grid, "set total.growth")] ?? [])[2] = "12.5%";
    });
    expect(mistakes).toEqual([]);
    expect(request?.horizon.to).toBe("2026-06-30");
    expect(request?.total).toEqual({ growth: 0.125 });
  });

  test("what cannot be understood is named with its cell", () => {
    const { mistakes } = edit((grid) => {
      (grid[rowOf(grid, "set total.value")] ?? [])[2] = "很多";
      (grid[rowOf(grid, "set time.kind")] ?? [])[2] = "随便";
    });
    expect(mistakes).toEqual([
      { where: "分解要求!C14", what: "应为数字，而不是“很多”" },
      { where: "分解要求!C16", what: "不认识“随便”，请从列表中选择" },
    ]);
  });
});
