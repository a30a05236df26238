import { say, type Lang, type Phrase } from "../words";
import type { Scheme } from "./scheme";

const W = {
  name: { "zh-CN": "销售人员年度考核方案", "en-US": "Annual evaluation of sales reps" },
  section: { "zh-CN": "业绩", "en-US": "Results" },
  revenue: { "zh-CN": "成交额", "en-US": "Revenue" },
  target: { "zh-CN": "目标", "en-US": "Target" },
  won: { "zh-CN": "赢单数", "en-US": "Deals won" },
  lost: { "zh-CN": "丢单数", "en-US": "Deals lost" },
  attainment: { "zh-CN": "成交额完成率", "en-US": "Revenue attainment" },
  winRate: { "zh-CN": "赢单率", "en-US": "Win rate" },
  deals: { "zh-CN": "赢单数", "en-US": "Deals won" },
  excellent: { "zh-CN": "优秀", "en-US": "Excellent" },
  good: { "zh-CN": "良好", "en-US": "Good" },
  pass: { "zh-CN": "合格", "en-US": "Satisfactory" },
  improve: { "zh-CN": "待改进", "en-US": "To improve" },
} as const satisfies Record<string, Phrase>;

/**
 * The scheme of the main job: revenue attainment 60 points up to 120 %, win rate 20 points in bands, deals won 20
 * points in steps. Inputs: `target`, `revenue` (money), `won`, `lost` (deals).
 */
export function salesScheme(lang: Lang): Scheme {
  const word = (key: keyof typeof W): string => say(W[key], lang);
  return {
    id: "sales",
    name: word("name"),
    lang,
    inputs: [
      { id: "target", name: word("target"), format: "money" },
      { id: "revenue", name: word("revenue"), format: "money" },
      { id: "won", name: word("won"), format: "integer" },
      { id: "lost", name: word("lost"), format: "integer" },
    ],
    sections: [
      {
        id: "results",
        name: word("section"),
        weight: 100,
        indicators: [
          {
            id: "revenue",
            name: word("attainment"),
            weight: 60,
            rule: { kind: "proportional", cap: 1.2 },
            inputs: { actual: "revenue", target: "target" },
          },
          {
            id: "winRate",
            name: word("winRate"),
            weight: 20,
            rule: {
              kind: "banded",
              bands: [
                { from: 0.66, side: "≥", points: 20 },
                { from: 0.63, side: "≥", points: 16 },
                { from: 0.6, side: "≥", points: 12 },
                { from: 0.56, side: "≥", points: 8 },
                { from: null, side: "≥", points: 4 },
              ],
            },
            inputs: { value: "won / (won + lost)" },
          },
          {
            id: "deals",
            name: word("deals"),
            weight: 20,
            rule: { kind: "step", threshold: 160, size: 10, loss: 2 },
            inputs: { value: "won" },
          },
        ],
      },
    ],
    weights: "exact",
    grades: [
      { name: word("excellent"), from: 100, side: "≥", light: "●" },
      { name: word("good"), from: 75, side: "≥", light: "●" },
      { name: word("pass"), from: 60, side: "≥", light: "▲" },
      { name: word("improve"), from: null, side: "≥", light: "▼" },
    ],
    decimals: 2,
  };
}
