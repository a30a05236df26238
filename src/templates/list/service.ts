import { evaluationBook, type EvaluationBookOptions } from "../../jobs/evaluation/evaluationBook";
import type { EvaluationRequest } from "../../scoring/evaluation";
import type { Scheme } from "../../scoring/scheme";
import type { Lang, Phrase } from "../../words";
import { exampleTeam } from "../examples/team";
import { inOrderOfUse } from "../pageOrder";
import type { Template } from "../template";

const T = {
  scheme: { "zh-CN": "售后服务考核", "en-US": "Service evaluation" },
  title: { "zh-CN": "2026 年 3 月售后服务考核", "en-US": "Service evaluation, March 2026" },
  period: { "zh-CN": "2026 年 3 月", "en-US": "March 2026" },
  section: { "zh-CN": "服务质量", "en-US": "Service quality" },
  calls: { "zh-CN": "应回访数", "en-US": "Calls due" },
  called: { "zh-CN": "已回访数", "en-US": "Calls made" },
  callBack: { "zh-CN": "回访率", "en-US": "Call-back rate" },
  satisfaction: { "zh-CN": "客户满意度", "en-US": "Satisfaction" },
  sent: { "zh-CN": "发出配件", "en-US": "Parts sent" },
  right: { "zh-CN": "准确配件", "en-US": "Parts right" },
  parts: { "zh-CN": "配件准确率", "en-US": "Parts right" },
  complaints: { "zh-CN": "有效投诉", "en-US": "Complaints" },
  east: { "zh-CN": "东部服务站", "en-US": "East station" },
  west: { "zh-CN": "西部服务站", "en-US": "West station" },
  excellent: { "zh-CN": "优秀", "en-US": "Excellent" },
  good: { "zh-CN": "良好", "en-US": "Good" },
  pass: { "zh-CN": "合格", "en-US": "Satisfactory" },
  improve: { "zh-CN": "待改进", "en-US": "To improve" },
} as const satisfies Record<string, Phrase>;

/** Call-back 100 %, satisfaction ≥ 98 %, parts right ≥ 98 %: two points off for each started 1 % below; complaints −5 each. */
function scheme(lang: Lang): Scheme {
  return {
    id: "service",
    name: T.scheme[lang],
    lang,
    inputs: [
      { id: "calls", name: T.calls[lang], format: "integer" },
      { id: "called", name: T.called[lang], format: "integer" },
      { id: "satisfaction", name: T.satisfaction[lang], format: "percent" },
      { id: "sent", name: T.sent[lang], format: "integer" },
      { id: "right", name: T.right[lang], format: "integer" },
      { id: "complaints", name: T.complaints[lang], format: "integer" },
    ],
    sections: [
      {
        id: "quality",
        name: T.section[lang],
        weight: 100,
        indicators: [
          {
            id: "callBack",
            name: T.callBack[lang],
            weight: 30,
            rule: { kind: "step", threshold: 1, size: 0.01, loss: 2 },
            inputs: { value: "called / calls" },
          },
          {
            id: "satisfied",
            name: T.satisfaction[lang],
            weight: 30,
            rule: { kind: "step", threshold: 0.98, size: 0.01, loss: 2 },
            inputs: { value: "satisfaction" },
          },
          {
            id: "parts",
            name: T.parts[lang],
            weight: 20,
            rule: { kind: "step", threshold: 0.98, size: 0.01, loss: 2 },
            inputs: { value: "right / sent" },
          },
          {
            id: "complaints",
            name: T.complaints[lang],
            weight: 20,
            rule: { kind: "deduct", loss: 5 },
            inputs: { count: "complaints" },
          },
        ],
      },
    ],
    weights: "exact",
    grades: [
      { name: T.excellent[lang], from: 95, side: "≥", light: "●" },
      { name: T.good[lang], from: 85, side: "≥", light: "●" },
      { name: T.pass[lang], from: 70, side: "≥", light: "▲" },
      { name: T.improve[lang], from: null, side: "≥", light: "▼" },
    ],
    decimals: 1,
  };
}

/** Calls due and made, satisfaction, parts sent and right, complaints. */
const FIGURES: readonly (readonly [number, number, number, number, number, number])[] = [
  [42, 42, 0.985, 120, 119, 0],
  [38, 37, 0.97, 98, 97, 1],
  [45, 45, 0.991, 134, 134, 0],
  [40, 36, 0.952, 87, 83, 2],
  [36, 36, 0.98, 110, 107, 0],
  [44, 43, 0.966, 102, 101, 1],
];

/** March of a service team of six. */
export function serviceRequest(lang: Lang): EvaluationRequest {
  return {
    title: T.title[lang],
    lang,
    periods: [{ id: "2026-03", label: T.period[lang], from: "2026-03-01", to: "2026-03-31" }],
    schemes: [scheme(lang)],
    people: exampleTeam(lang).map((name, i) => {
      const [calls, called, satisfaction, sent, right, complaints] = FIGURES[i] ?? [0, 0, 0, 0, 0, 0];
      return {
        name,
        unit: T[i % 2 === 0 ? "east" : "west"][lang],
        inputs: { calls, called, satisfaction, sent, right, complaints },
      };
    }),
  };
}

const OPTIONS: EvaluationBookOptions = { spareRows: 6, pages: ["analysis", "standing"] };

export const SERVICE: Template = {
  id: "service",
  number: "D17",
  group: "score",
  name: { "zh-CN": "售后服务考核", "en-US": "Service evaluation" },
  purpose: {
    "zh-CN":
      "回访率 100 %、满意度 98 % 以上、配件准确率 98 % 以上：不达标每低 1 % 扣 2 分，投诉每起扣 5 分。",
    "en-US":
      "Call-back 100 %, satisfaction 98 % or more, parts right 98 % or more: 2 points off for each started 1 % below, 5 for a complaint.",
  },
  steps: [
    {
      "zh-CN": "在数据表填写姓名、服务站和当月数字。",
      "en-US": "Enter names, stations and the month's figures on the data page.",
    },
    {
      "zh-CN": "得分、等级、排名自动算出，点开可见公式。",
      "en-US": "Scores, grades and ranks follow; click one to see its formula.",
    },
    {
      "zh-CN": "在考核方案修改分值、门槛和扣分。",
      "en-US": "Change points, thresholds and deductions on the scheme page.",
    },
    {
      "zh-CN": "在评分卡选择姓名，打印后双方签字。",
      "en-US": "Pick a name on the card, print it and both sign.",
    },
    {
      "zh-CN": "下月另存一份，清空数据再填。",
      "en-US": "Next month save a copy, clear the data and fill it in again.",
    },
  ],
  book: (lang) => inOrderOfUse(evaluationBook(serviceRequest(lang), { ...OPTIONS, people: "example" })),
  fill: {
    kind: "evaluation",
    request: serviceRequest,
    book: (asked) => inOrderOfUse(evaluationBook(asked, OPTIONS)),
  },
  examples: ["data", "card"],
};
