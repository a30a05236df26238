import type { PlanRequest } from "../../src/planning/planRequest";
import { MIX_OF_PRODUCTS } from "./requests";

/** A plan that asks for every page there is: padding, tiers, mix, other measures, proposals, scenarios. */
export const EVERYTHING: PlanRequest = {
  ...MIX_OF_PRODUCTS,
  measure: "销售额",
  unit: "万元",
  total: { growth: 0.2 },
  time: { kind: "history", gaps: "average" },
  newcomers: "average",
  ramp: [0.3, 0.6],
  padding: [0.05],
  tiers: { stretch: { ratio: 1.25 }, floor: { ratio: 0.9 } },
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
    { kind: "rate", name: "回款率", target: 0.9, method: "points" },
  ],
  settle: { kind: "between", part: 0.5 },
  scenarios: [
    { name: "保守", note: "市场下行，只增一成", change: { total: { growth: 0.1 } } },
    {
      name: "进取",
      note: "新品上市",
      change: { total: { growth: 0.35 }, organisation: { kind: "headcount" } },
    },
  ],
  team: {
    company: "总公司",
    levels: ["大区", "业务员"],
    members: [
      member("华东", "李雷", [90, 60, 110, 120, 115, 130, 118, 122, 131, 140, 150, 170], 0.88, 12, 1600),
      member("华东", "韩梅梅", [80, 50, 90, 100, 105, 110, 98, 102, 111, 120, 130, 140], 0.91, 10, 1500),
      { path: ["华东", "赵敏"], start: "2026-03-01" },
      member("华南", "王伟", [70, 40, 80, 85, 90, 95, 88, 92, 99, 105, 110, 125], 0.82, 11, 1400),
      member("华南", "周芷若", [60, 45, 75, 80, 82, 88, 79, 83, 90, 96, 101, 112], 0.86, 9, 1150),
      member("华北", "张无忌", [65, 38, 70, 75, 78, 84, 76, 80, 86, 93, 98, 108], 0.79, 8, 1000),
    ],
  },
};

function member(
  region: string,
  name: string,
  history: readonly number[],
  rate: number,
  cost: number,
  proposal: number,
): NonNullable<PlanRequest["team"]>["members"][number] {
  return {
    path: [region, name],
    history,
    proposal,
    measures: {
      回款率: { rate },
      销售费用: { history: cost },
      管理费用: { history: cost / 2 },
    },
  };
}
