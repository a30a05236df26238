import type { Phrase } from "../../words";

export const MONTH_WORDS = {
  tab: { "zh-CN": "当期简报", "en-US": "Period report" },
  title: { "zh-CN": "当期目标简报", "en-US": "How the period went" },
  subtitle: {
    "zh-CN": "{measure} · 单位：{unit} · 期间和参数在“{tracker}”中选择，本页随之更新",
    "en-US": "{measure} · unit: {unit} · period and settings are chosen on “{tracker}”; this page follows",
  },
  period: { "zh-CN": "当期", "en-US": "Period" },
  reached: { "zh-CN": "达成单位数", "en-US": "Units on target" },
  behind: { "zh-CN": "预警单位数", "en-US": "Units behind" },
  name: { "zh-CN": "单位 / 业务员", "en-US": "Unit / rep" },
  level: { "zh-CN": "层级", "en-US": "Level" },
  target: { "zh-CN": "当期目标", "en-US": "Target" },
  actual: { "zh-CN": "当期实绩", "en-US": "Actual" },
  gap: { "zh-CN": "差额", "en-US": "Gap" },
  attainment: { "zh-CN": "完成率", "en-US": "Attainment" },
  light: { "zh-CN": "灯", "en-US": "Light" },
  rank: { "zh-CN": "同级名次", "en-US": "Rank in level" },
  previous: { "zh-CN": "上期实绩", "en-US": "Period before" },
  onPrevious: { "zh-CN": "环比", "en-US": "vs before" },
  lastYear: { "zh-CN": "上年同期", "en-US": "Last year" },
  onLastYear: { "zh-CN": "同比", "en-US": "vs last year" },
  toDate: { "zh-CN": "累计完成率", "en-US": "To date" },
  toDateLight: { "zh-CN": "累计灯", "en-US": "Light" },
  next: { "zh-CN": "下期任务", "en-US": "Next period" },
  chart: { "zh-CN": "各单位当期目标与实绩", "en-US": "Each unit's target and actual in the period" },
} as const satisfies Record<string, Phrase>;
