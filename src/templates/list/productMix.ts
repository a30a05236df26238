import type { PlanRequest } from "../../planning/planRequest";
import type { Lang, Phrase } from "../../words";
import { clearablePlan, PLAN_EXAMPLES } from "../clearable/plan";
import { exampleRegions } from "../examples/regions";
import { mixBook } from "../mixBook";
import type { Template } from "../template";

const T = {
  measure: { "zh-CN": "保费收入", "en-US": "Premium income" },
  unit: { "zh-CN": "万元", "en-US": "10k" },
  product: { "zh-CN": "险种", "en-US": "Product" },
  motor: { "zh-CN": "车险", "en-US": "Motor" },
  property: { "zh-CN": "非车财险", "en-US": "Other property" },
  accident: { "zh-CN": "意健险", "en-US": "Accident" },
} as const satisfies Record<string, Phrase>;

/** Motor 75 %, other property 15 %, accident 10 %, against 85/10/5 last year. */
function request(lang: Lang): PlanRequest {
  return {
    measure: T.measure[lang],
    unit: T.unit[lang],
    horizon: { from: "2026-01-01", to: "2026-12-31" },
    total: { growth: 0.15 },
    time: { kind: "history" },
    organisation: { kind: "history" },
    team: exampleRegions(lang, 4),
    mix: [
      {
        name: T.product[lang],
        parts: [
          { name: T.motor[lang], share: 0.75, lastShare: 0.85 },
          { name: T.property[lang], share: 0.15, lastShare: 0.1 },
          { name: T.accident[lang], share: 0.1, lastShare: 0.05 },
        ],
      },
    ],
  };
}

/** What the first four months brought of each product, as parts of the plan. */
const SOLD: readonly (readonly number[])[] = [
  [1.06, 1.04, 1.02, 1.01],
  [0.82, 0.88, 0.93, 0.97],
  [0.7, 0.81, 0.92, 1.02],
];

export const PRODUCT_MIX: Template = {
  id: "product-mix",
  number: "D14",
  group: "plan",
  name: { "zh-CN": "产品结构计划", "en-US": "Product mix plan" },
  purpose: {
    "zh-CN": "今年与上年的产品结构并列，按机构、产品、月份同时分解，三个方向都加得起来。",
    "en-US":
      "This year's mix beside last year's, split by unit, product and month at once, adding up in all three directions.",
  },
  steps: [
    {
      "zh-CN": "填写各产品今年与上年的占比。",
      "en-US": "Set each product's share, this year's and last year's.",
    },
    {
      "zh-CN": "总目标按上年实绩分到机构和月份，再按占比分到产品。",
      "en-US": "The total is split by last year's figures, then by the shares.",
    },
    {
      "zh-CN": "看结构图：哪些产品该多卖，多卖多少。",
      "en-US": "See on the mix chart which products must sell more, and how much.",
    },
    {
      "zh-CN": "个别机构结构不同时，在“分解要求”为它单独写占比。",
      "en-US": "Give a unit its own shares on the request page where it differs.",
    },
    {
      "zh-CN": "每月在“结构跟踪”填写各产品实绩，与计划、上年占比对照，偏离及时调整。",
      "en-US":
        "Each month type each product's actual on “Mix results” beside plan and last year; correct early.",
    },
  ],
  book: (lang) => clearablePlan(mixBook(request(lang), lang, SOLD), request(lang), lang),
  fill: { kind: "plan", request, book: (asked, lang) => mixBook(asked, lang, []) },
  examples: PLAN_EXAMPLES,
  picture: "mix",
};
