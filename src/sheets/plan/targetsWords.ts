import type { Phrase } from "../../words";

/** Words of the target sheet. */
export const TARGETS_WORDS = {
  tab: { "zh-CN": "目标分解", "en-US": "Targets" },
  title: { "zh-CN": "{when}{measure}目标分解", "en-US": "{measure} targets {when}" },
  year: { "zh-CN": "{year} 年", "en-US": "{year}" },
  fromTo: { "zh-CN": "{from}至{to}", "en-US": "{from} – {to}" },
  subtitle: {
    "zh-CN": "期间：{from} 至 {to} · 单位：{unit} · 来源：{source} · 改动黄色单元格，各级合计和差额随之变化",
    "en-US":
      "Period: {from} to {to} · unit: {unit} · source: {source} · type into yellow cells, all sums and the residual follow",
  },
  targetTotal: { "zh-CN": "目标总额", "en-US": "Target total" },
  growth: { "zh-CN": "比上年增长", "en-US": "Growth" },
  allocated: { "zh-CN": "已分解", "en-US": "Allocated" },
  worst: { "zh-CN": "最大差额", "en-US": "Largest residual" },
  name: { "zh-CN": "单位", "en-US": "Unit" },
  history: { "zh-CN": "上年实绩", "en-US": "Last year" },
  share: { "zh-CN": "占比", "en-US": "Share" },
  growthColumn: { "zh-CN": "增长", "en-US": "Growth" },
  total: { "zh-CN": "合计", "en-US": "Total" },
  wholeYear: { "zh-CN": "全年", "en-US": "Year" },
  moved: { "zh-CN": "较计划", "en-US": "vs plan" },
  planned: { "zh-CN": "计划", "en-US": "As planned" },
  residual: { "zh-CN": "差额（合计 − 计划）", "en-US": "Residual (sum − plan)" },
  plannedTotal: { "zh-CN": "计划合计", "en-US": "Planned" },
  growthTip: {
    "zh-CN": "改动增长率，目标总额随之变化；差额会显示还有多少未分解。",
    "en-US": "Change the growth and the target total follows; the residual shows what is left to share out.",
  },
  totalTip: {
    "zh-CN": "可直接输入新的总额；差额会显示还有多少未分解。",
    "en-US": "Type a new total over it; the residual shows what is left to share out.",
  },
  cellTip: {
    "zh-CN": "填写目标，不小于 0。表头下的“差额”应为 0。",
    "en-US": "A target, zero or more. The residual under the header should be 0.",
  },
  historyTip: {
    "zh-CN": "上年实绩，不小于 0 的数字。",
    "en-US": "Last year's figure: a number, zero or more.",
  },
  cellError: { "zh-CN": "目标应是不小于 0 的数字。", "en-US": "A target is a number, zero or more." },
  noteGaps: {
    "zh-CN": "说明：上年 {periods} 没有成交，按上年实际形状这些期间的目标为 0；可在计划中选择“按平均补齐”。",
    "en-US":
      "Note: nothing was closed in {periods} last year, so by last year's shape these periods have no target; the plan can fill them with an average instead.",
  },
  noteFilled: {
    "zh-CN": "说明：上年 {periods} 没有成交，目标按其余期间的平均数补齐。",
    "en-US":
      "Note: nothing was closed in {periods} last year; these periods are given an average period's target.",
  },
  noteNew: {
    "zh-CN": "说明：{count} 个单位上年没有实绩，按上年占比目标为 0：{names}。",
    "en-US":
      "Note: {count} units have nothing to go by last year, so by last year's share they have no target: {names}.",
  },
  noteExact: {
    "zh-CN": "每个数都是 {step} {unit}的整数倍，逐级、逐期合计相等，与理想份额相差不到一个单位。",
    "en-US":
      "Every figure is a multiple of {step} {unit}; levels and periods add up exactly, and none is a whole unit off its ideal share.",
  },
  listEnd: { "zh-CN": "等", "en-US": " and others" },
} as const satisfies Record<string, Phrase>;

/** How names are strung together. */
export const LIST_COMMA: Phrase = { "zh-CN": "、", "en-US": ", " };
