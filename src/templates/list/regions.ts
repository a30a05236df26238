import type { Plan } from "../../planning/plan";
import { buildPlanSet } from "../../planning/planSet";
import type { PlanRequest } from "../../planning/planRequest";
import { quarterSheet } from "../../sheets/follow/quarterSheet";
import { measuresPage } from "../../sheets/plan/measuresSheet";
import type { WorkbookSpec } from "../../sheets/spec";
import type { Lang, Phrase } from "../../words";
import { clearablePlan, PLAN_EXAMPLES } from "../clearable/plan";
import { exampleRegions } from "../examples/regions";
import { followed } from "../followed";
import { mergeBooks } from "../mergeBooks";
import type { Template } from "../template";

const T = {
  revenue: { "zh-CN": "销售收入", "en-US": "Revenue" },
  unit: { "zh-CN": "万元", "en-US": "10k" },
  sellingCost: { "zh-CN": "销售费用", "en-US": "Selling cost" },
  adminCost: { "zh-CN": "管理费用", "en-US": "Admin cost" },
  share: { "zh-CN": "市场占有率", "en-US": "Market share" },
} as const satisfies Record<string, Phrase>;

/** 3 200 over eight regions; selling cost −5 %, administration −10 %; market share to 18 %. */
function regionsRequest(lang: Lang): PlanRequest {
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
        step: 0.1,
        total: { growth: -0.05 },
        lowerIsBetter: true,
      },
      {
        kind: "amount",
        name: T.adminCost[lang],
        unit: T.unit[lang],
        step: 0.1,
        total: { growth: -0.1 },
        lowerIsBetter: true,
      },
      { kind: "rate", name: T.share[lang], target: 0.18, method: "points" },
    ],
  };
}

/** Months that are over in the example: two quarters. */
const CLOSED = 6;
/** The first quarter's costs and share of each region, as parts of what was aimed at; the second's moves on by two. */
const SPENT = [0.98, 1.03, 0.95, 1.12, 0.99, 1.0, 0.97, 1.06] as const;

/** The plan, the month's report, and the quarter's check of sales, costs and share. */
function checkedBook(asked: PlanRequest, lang: Lang, closed: number): WorkbookSpec {
  const set = buildPlanSet(asked);
  const { plan, follow, targets } = followed(set, lang, closed);
  const measures = measuresPage(set, lang);
  const tops = set.plan.root.children;
  const pace = (i: number, quarter: number): number => SPENT[(i + quarter * 2) % SPENT.length] ?? 1;
  const quartersOver = [...Array(Math.floor(closed / 3)).keys()];
  const spent = (own: Plan): [string, number[]][] =>
    own.root.children.map(({ id, target }, i) => [
      id,
      quartersOver.map((q) => {
        const limit = target.slice(q * 3, q * 3 + 3).reduce((sum, amount) => sum + amount, 0);
        return Math.round(limit * pace(i, q) * 10) / 10;
      }),
    ]);
  const actuals = {
    ...Object.fromEntries(
      set.amounts.map(({ measure, plan: own }) => [measure.name, Object.fromEntries(spent(own))]),
    ),
    ...Object.fromEntries(
      set.rates.map(({ measure, units }) => [
        measure.name,
        Object.fromEntries(
          tops.map(({ id }, i) => [
            id,
            quartersOver.map((q) => Math.round((units.get(id)?.rate ?? 0) * 1000 * (2 - pace(i, q))) / 1000),
          ]),
        ),
      ]),
    ),
  };
  const quarters = quarterSheet(set, { lang, targets, measures, ...(closed > 0 ? { actuals } : {}) });
  return mergeBooks(plan, { ...follow, sheets: [...follow.sheets, quarters] });
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
      "zh-CN": "每月在“目标跟踪”填报，看“当期简报”；每季在“季度检查”填费用和占有率，逐区看灯。",
      "en-US":
        "Report each month on the tracker and read the period report; each quarter type costs and share on “Quarter check”.",
    },
  ],
  book: (lang) => clearablePlan(checkedBook(regionsRequest(lang), lang, CLOSED), regionsRequest(lang), lang),
  fill: { kind: "plan", request: regionsRequest, book: (asked, lang) => checkedBook(asked, lang, 0) },
  examples: PLAN_EXAMPLES,
  picture: "quarters",
};
