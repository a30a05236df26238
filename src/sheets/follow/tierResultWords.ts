import type { Phrase } from "../../words";

export const TIER_RESULT_WORDS = {
  tab: { "zh-CN": "两级完成", "en-US": "Tier results" },
  title: { "zh-CN": "{measure}：结果对照任务与目标", "en-US": "{measure}: results against both tiers" },
  subtitle: {
    "zh-CN": "单位：{unit} · 实绩与截至月份在“{tracker}”填写，本页随之更新",
    "en-US": "Unit: {unit} · actuals and the month are entered on “{tracker}”; this page follows",
  },
  months: { "zh-CN": "公司逐期", "en-US": "The company by period" },
  units: { "zh-CN": "各单位累计", "en-US": "Units, to date" },
  period: { "zh-CN": "期间", "en-US": "Period" },
  unit: { "zh-CN": "单位", "en-US": "Unit" },
  actual: { "zh-CN": "实绩", "en-US": "Actual" },
  toDate: { "zh-CN": "累计", "en-US": "To date" },
  due: { "zh-CN": "应完成", "en-US": "Due" },
  attainment: { "zh-CN": "完成率", "en-US": "Attained" },
  light: { "zh-CN": "灯", "en-US": "Light" },
  chart: {
    "zh-CN": "每期结果够到哪一级：任务还是目标",
    "en-US": "Which tier each period's result reaches",
  },
} as const satisfies Record<string, Phrase>;
