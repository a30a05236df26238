import { planBook } from "../../jobs/plan/planBook";
import type { PlanRequest } from "../../planning/planRequest";
import type { Lang, Phrase } from "../../words";
import { exampleRegions } from "../examples/regions";
import type { Template } from "../template";

const T = {
  revenue: { "zh-CN": "销售收入", "en-US": "Revenue" },
  unit: { "zh-CN": "万元", "en-US": "10k" },
  sellingCost: { "zh-CN": "销售费用", "en-US": "Selling cost" },
  adminCost: { "zh-CN": "管理费用", "en-US": "Admin cost" },
  share: { "zh-CN": "市场占有率", "en-US": "Market share" },
} as const satisfies Record<string, Phrase>;

/** 3 200 over eight regions; selling cost −5 %, administration −10 %; market share to 18 %. */
export function regionsRequest(lang: Lang): PlanRequest {
  const team = exampleRegions(lang);
  const total = (history: readonly number[] | number | undefined): number =>
    typeof history === "number" ? history : (history ?? []).reduce((sum, amount) => sum + amount, 0);
  return {
    measure: T.revenue[lang],
    unit: T.unit[lang],
    horizon: { from: "2026-01-01", to: "2026-12-31" },
    total: { value: 3200 },
    time: { kind: "history", workingDays: {} },
    organisation: { kind: "history" },
    team: {
      ...team,
      members: team.members.map((member, i) => ({
        ...member,
        measures: {
          [T.sellingCost[lang]]: { history: Math.round(total(member.history) * 0.11) },
          [T.adminCost[lang]]: { history: Math.round(total(member.history) * 0.05) },
          [T.share[lang]]: { rate: 0.11 + (i % 5) * 0.02 },
        },
      })),
    },
    measures: [
      {
        kind: "amount",
        name: T.sellingCost[lang],
        unit: T.unit[lang],
        total: { growth: -0.05 },
        lowerIsBetter: true,
      },
      {
        kind: "amount",
        name: T.adminCost[lang],
        unit: T.unit[lang],
        total: { growth: -0.1 },
        lowerIsBetter: true,
      },
      { kind: "rate", name: T.share[lang], target: 0.18, method: "points" },
    ],
  };
}

export const REGIONS: Template = {
  id: "regions",
  number: "D15",
  group: "plan",
  name: { "zh-CN": "大区目标分解", "en-US": "Targets by region" },
  purpose: {
    "zh-CN": "年度总目标分到八个大区、各办事处和十二个月，逐级逐月相加相等；费用下降、市场占有率一并分解。",
    "en-US":
      "The year's total over eight regions, their offices and twelve months, adding up on every level; cost cuts and market share beside it.",
  },
  steps: [
    {
      "zh-CN": "在“分解要求”写明总目标、费用降幅和各办事处上年实绩。",
      "en-US": "On the request page set the total, the cost cuts and last year's figures of each office.",
    },
    {
      "zh-CN": "在达成窗格点“按要求重新分解”，各表随之更新。",
      "en-US": "Press “Plan again as asked” in Attain's pane and every page follows.",
    },
    {
      "zh-CN": "在“目标分解”黄色单元格改写，核对行立刻显示差额。",
      "en-US": "Type over a yellow target; the check row shows the residual at once.",
    },
    {
      "zh-CN": "费用目标越低越好，占有率按销售额加权平均。",
      "en-US": "For costs less is better; the market share is a mean weighted by revenue.",
    },
    {
      "zh-CN": "按月填报、按季检查，打印后由各大区签认。",
      "en-US": "Report by month, check by quarter, print and let each region sign.",
    },
  ],
  book: (lang) => planBook(regionsRequest(lang), { lang }),
  fill: { kind: "plan", request: regionsRequest, book: (asked, lang) => planBook(asked, { lang }) },
  examples: ["targets", "request"],
};
