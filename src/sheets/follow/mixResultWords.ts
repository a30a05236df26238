import type { Phrase } from "../../words";

export const MIX_RESULT_WORDS = {
  tab: { "zh-CN": "结构跟踪", "en-US": "Mix results" },
  title: { "zh-CN": "{measure}结构逐期：{axis}", "en-US": "{measure} mix by period: {axis}" },
  subtitle: {
    "zh-CN": "单位：{unit} · 在黄色单元格填写每期实绩，占比、偏离和灯自动更新；没有数据的留空",
    "en-US":
      "Unit: {unit} · type each period's actuals into the yellow cells; shares, deviations and lights follow",
  },
  tolerance: { "zh-CN": "允许偏离（百分点）", "en-US": "Tolerance, points" },
  toleranceTip: {
    "zh-CN": "占比偏离计划在这么多个百分点以内亮绿灯，两倍以内亮黄灯，再多亮红灯。",
    "en-US": "Shares within this many points of the plan are green, within twice as many yellow, beyond red.",
  },
  amounts: { "zh-CN": "{axis}：上年、计划与实绩", "en-US": "{axis}: last year, plan and actual" },
  amountsPlain: { "zh-CN": "{axis}：计划与实绩", "en-US": "{axis}: plan and actual" },
  summary: { "zh-CN": "{axis}：累计结构", "en-US": "{axis}: the mix to date" },
  shares: { "zh-CN": "{axis}：占比与偏离", "en-US": "{axis}: shares and deviation" },
  period: { "zh-CN": "期间", "en-US": "Period" },
  last: { "zh-CN": "上年", "en-US": "Last year" },
  planned: { "zh-CN": "计划", "en-US": "Plan" },
  actual: { "zh-CN": "实绩", "en-US": "Actual" },
  off: { "zh-CN": "偏离", "en-US": "Off" },
  light: { "zh-CN": "灯", "en-US": "Light" },
  total: { "zh-CN": "合计", "en-US": "Total" },
  whole: { "zh-CN": "全期", "en-US": "Whole" },
  toDate: { "zh-CN": "累计", "en-US": "To date" },
  actualTip: {
    "zh-CN": "本期实绩，单位：{unit}；没有数据就留空，不要填 0。",
    "en-US": "The period's actual in {unit}; leave it empty if there is none, do not type 0.",
  },
  numberError: { "zh-CN": "这里需要数字。", "en-US": "A number is needed here." },
  note: {
    "zh-CN": "上年各期按上年占比折算；“累计”只算已填实绩的期间，三者同口径。",
    "en-US":
      "Last year's periods by last year's shares; “to date” counts the periods with actuals only, for all three alike.",
  },
  notePlain: {
    "zh-CN": "“累计”只算已填实绩的期间，计划与实绩同口径。",
    "en-US": "“To date” counts the periods with actuals only, for plan and actual alike.",
  },
  chart: {
    "zh-CN": "累计结构是否向计划靠拢",
    "en-US": "Mix to date and planned",
  },
} as const satisfies Record<string, Phrase>;
