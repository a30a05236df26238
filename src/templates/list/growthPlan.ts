import type { PlanRequest } from "../../planning/planRequest";
import type { Lang, Phrase } from "../../words";
import { clearablePlan, PLAN_EXAMPLES } from "../clearable/plan";
import { exampleRegions } from "../examples/regions";
import { mixBook } from "../mixBook";
import type { Template } from "../template";

const T = {
  measure: { "zh-CN": "销售收入", "en-US": "Revenue" },
  unit: { "zh-CN": "万元", "en-US": "10k" },
  customers: { "zh-CN": "客户", "en-US": "Customers" },
  fresh: { "zh-CN": "新客户", "en-US": "New" },
  existing: { "zh-CN": "老客户", "en-US": "Existing" },
  renewal: { "zh-CN": "续约率", "en-US": "Renewal rate" },
} as const satisfies Record<string, Phrase>;

/** +20 %, new customers 30 % of sales, renewal 80 %. */
function request(lang: Lang): PlanRequest {
  const team = exampleRegions(lang, 5);
  return {
    measure: T.measure[lang],
    unit: T.unit[lang],
    horizon: { from: "2026-01-01", to: "2026-12-31" },
    total: { growth: 0.2 },
    time: { kind: "history", workingDays: {} },
    organisation: { kind: "history" },
    team: {
      ...team,
      members: team.members.map((member, i) => ({
        ...member,
        measures: { [T.renewal[lang]]: { rate: 0.68 + (i % 4) * 0.04 } },
      })),
    },
    mix: [
      {
        name: T.customers[lang],
        parts: [
          { name: T.fresh[lang], share: 0.3, lastShare: 0.22 },
          { name: T.existing[lang], share: 0.7, lastShare: 0.78 },
        ],
      },
    ],
    measures: [{ kind: "rate", name: T.renewal[lang], target: 0.8, method: "gap", max: 1 }],
  };
}

/** What the first four months brought from new and existing customers, as parts of the plan. */
const SOLD: readonly (readonly number[])[] = [
  [0.84, 0.9, 0.96, 1.03],
  [1.05, 1.02, 1.0, 0.99],
];

export const GROWTH_PLAN: Template = {
  id: "growth-plan",
  number: "D19",
  group: "plan",
  name: { "zh-CN": "增长计划", "en-US": "Growth plan" },
  purpose: {
    "zh-CN": "比上年增长 20 %，新客户占 30 %，续约率 80 %：增长从哪里来，分到谁，每月多少。",
    "en-US":
      "20 % above last year, 30 % from new customers, renewals at 80 %: where the growth comes from, whose it is, how much a month.",
  },
  steps: [
    { "zh-CN": "填写上年各月实绩和增长率。", "en-US": "Enter last year's months and the growth." },
    {
      "zh-CN": "填写新老客户占比，今年与上年对照。",
      "en-US": "Set the shares of new and existing customers beside last year's.",
    },
    {
      "zh-CN": "续约率按各单位现状分别提高，加权平均等于目标。",
      "en-US": "Renewal rates rise from where each unit stands; their weighted mean is the target.",
    },
    {
      "zh-CN": "春节所在月份按工作日自动调整。",
      "en-US": "The month of the lunar new year moves with the working days.",
    },
    {
      "zh-CN": "每月在“结构跟踪”填写新老客户实绩，看新客户占比是否到 30 %。",
      "en-US": "Each month type the sales to new and existing customers on “Mix results”: is 30 % reached?",
    },
  ],
  book: (lang) => clearablePlan(mixBook(request(lang), lang, SOLD), request(lang), lang),
  fill: { kind: "plan", request, book: (asked, lang) => mixBook(asked, lang, []) },
  examples: PLAN_EXAMPLES,
  picture: "mixResult",
};
