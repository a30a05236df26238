import type { PlanRequest } from "../../src/planning/planRequest";

/** 2 500 over eight regions, by last year, with seasonal weights. */
export const EIGHT_REGIONS: PlanRequest = {
  measure: "销售额",
  unit: "万元",
  horizon: { from: "2026-01-01", to: "2026-12-31" },
  total: { value: 2500 },
  time: { kind: "weights", weights: [5, 6, 8, 9, 9, 8, 7, 8, 9, 10, 11, 10] },
  team: {
    company: "总公司",
    levels: ["大区"],
    members: (
      [
        ["华东", 520],
        ["华南", 410],
        ["华北", 380],
        ["华中", 260],
        ["西南", 190],
        ["西北", 120],
        ["东北", 140],
        ["海外", 63],
      ] as const
    ).map(([name, history]) => ({ path: [name], history })),
  },
};

/** A winter season over the turn of the year, with a new hire, a leaver and last year's months. */
export const WINTER: PlanRequest = {
  measure: "销量",
  unit: "台",
  horizon: { from: "2025-10-01", to: "2026-02-28" },
  total: { growth: 0.15 },
  time: { kind: "history", workingDays: { country: "CN" } },
  newcomers: "average",
  ramp: [0.25, 0.5, 0.75],
  team: {
    company: "采暖事业部",
    levels: ["办事处", "业务员"],
    members: [
      { path: ["沈阳", "李雷"], history: [120, 180, 260, 90, 60] },
      { path: ["沈阳", "韩梅梅"], history: [100, 150, 210, 80, 40] },
      { path: ["沈阳", "赵敏"], start: "2025-11-01" },
      { path: ["哈尔滨", "王伟"], history: [140, 220, 240, 110, 70] },
      { path: ["哈尔滨", "周芷若"], history: [60, 90, 120, 50, 30], end: "2025-12-31" },
    ],
  },
};

/** 560 committed and 700 to strive for, over three offices and a quarter's ten-day periods. */
export const TWO_TIERS: PlanRequest = {
  measure: "销量",
  unit: "台",
  horizon: { from: "2026-07-01", to: "2026-09-30", grain: "tenDay" },
  total: { value: 560 },
  time: { kind: "workingDays" },
  organisation: { kind: "headcount" },
  tiers: { stretch: { value: 700 }, floor: { value: 500 } },
  team: {
    company: "省公司",
    levels: ["办事处", "业务员"],
    members: [
      { path: ["武汉", "李雷"], headcount: 2 },
      { path: ["武汉", "韩梅梅"] },
      { path: ["宜昌", "王伟"] },
      { path: ["襄阳", "赵敏"] },
      { path: ["襄阳", "周芷若"], headcount: 0.5 },
    ],
  },
};

/** Motor 75 %, other property 15 %, accident 10 % against last year's 85/10/5; new customers 30 %. */
export const MIX_OF_PRODUCTS: PlanRequest = {
  measure: "保费",
  unit: "万元",
  horizon: { from: "2026-01-01", to: "2026-12-31" },
  total: { value: 12_000 },
  time: { kind: "weights", weights: [11, 6, 8, 8, 8, 9, 8, 8, 8, 8, 8, 10] },
  mix: [
    {
      name: "险种",
      parts: [
        { name: "车险", share: 0.75, lastShare: 0.85 },
        { name: "财产险", share: 0.15, lastShare: 0.1 },
        { name: "意外险", share: 0.1, lastShare: 0.05 },
      ],
    },
    {
      name: "客户",
      parts: [
        { name: "新客户", share: 0.3 },
        { name: "老客户", share: 0.7 },
      ],
    },
  ],
  team: {
    company: "分公司",
    levels: ["支公司"],
    members: [
      { path: ["北京"], history: 3210 },
      { path: ["上海"], history: 2890 },
      { path: ["广州"], history: 2217 },
      { path: ["成都"], history: 1503 },
    ],
  },
};
