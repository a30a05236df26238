import type { Phrase } from "../../words";

export const QUARTER_WORDS = {
  tab: { "zh-CN": "季度检查", "en-US": "Quarter check" },
  title: { "zh-CN": "季度检查：{level} × 季度", "en-US": "Quarter check by {level}" },
  subtitle: {
    "zh-CN": "{measure}的实绩和截至月份在“{tracker}”填写；费用、比率的实际数填在本页黄色单元格",
    "en-US":
      "{measure} and the month come from “{tracker}”; what costs and rates really were is typed here, in the yellow cells",
  },
  amount: { "zh-CN": "{name}（{unit}）", "en-US": "{name} ({unit})" },
  lower: { "zh-CN": "{name}（{unit}，越低越好）", "en-US": "{name} ({unit}, less is better)" },
  quarter: { "zh-CN": "季度", "en-US": "Quarter" },
  target: { "zh-CN": "目标", "en-US": "Target" },
  budget: { "zh-CN": "限额", "en-US": "Limit" },
  actual: { "zh-CN": "实绩", "en-US": "Actual" },
  spent: { "zh-CN": "实际", "en-US": "Actual" },
  attainment: { "zh-CN": "完成率", "en-US": "Attained" },
  used: { "zh-CN": "使用率", "en-US": "Used" },
  points: { "zh-CN": "差百分点", "en-US": "Points off" },
  light: { "zh-CN": "灯", "en-US": "Light" },
  weight: { "zh-CN": "权重", "en-US": "Weight" },
  note: {
    "zh-CN": "进行中的季度只比已到月份；灯：● 达成，▲ 在“{tracker}”的黄灯容差以内，▼ 落后。",
    "en-US":
      "A quarter that is not over is held against its months so far. ● reached, ▲ within the tolerance set on “{tracker}”, ▼ behind.",
  },
  amountTip: {
    "zh-CN": "本季度实际数，单位：{unit}；没有数据就留空，不要填 0。",
    "en-US": "The quarter's figure in {unit}; leave it empty if there is none, do not type 0.",
  },
  rateTip: {
    "zh-CN": "季末的实际比率，如 18%；没有数据就留空。",
    "en-US": "The rate at the end of the quarter, such as 18 %; leave it empty if there is none.",
  },
  numberError: { "zh-CN": "这里需要数字。", "en-US": "A number is needed here." },
  rateError: { "zh-CN": "应为 0 至 100% 的百分比。", "en-US": "A percentage from 0 to 100 %." },
  chart: {
    "zh-CN": "各季度目标与实绩（公司）",
    "en-US": "Each quarter's target and what was reached (company)",
  },
} as const satisfies Record<string, Phrase>;
