import type { Phrase } from "../../words";

/** Words of a plan's own workbook. */
export const PLAN_WORDS = {
  missing: {
    "zh-CN": "没有台账时需要给出：{parts}",
    "en-US": "without a ledger these are needed: {parts}",
  },
  nothingToGrowOn: {
    "zh-CN": "{from} 至 {to} 的上年同期没有成交，无法按增长率定总额，请直接给出总额",
    "en-US":
      "nothing was won a year before {from} – {to}, so there is nothing to grow on; give the total as an amount",
  },
  sourceRequest: { "zh-CN": "“{sheet}”表", "en-US": "the sheet “{sheet}”" },
  aboutPlan: { "zh-CN": "目标分解", "en-US": "Targets" },
  aboutTotal: { "zh-CN": "总目标", "en-US": "Total" },
  aboutTotalGrowth: {
    "zh-CN": "上年 {base}{unit}，增长 {growth}，取整为 {total}{unit}。",
    "en-US": "Last year {base}, {growth} on top, rounded to {total} ({unit}).",
  },
  aboutTotalValue: { "zh-CN": "{total}{unit}，直接给定。", "en-US": "{total} ({unit}), as given." },
  aboutExact: { "zh-CN": "精确", "en-US": "Exact" },
  aboutExactText: {
    "zh-CN":
      "每个数都是 {step} 的整数倍；下级之和等于上级，各期之和等于合计；没有锁定或上下限时，任何数与理想份额相差不到 {step}。取整时余数大的先得，相同则按名称。",
    "en-US":
      "Every figure is a multiple of {step}; children add up to their parent and periods to the total; without locks or bounds nothing is {step} or more off its ideal share. Largest remainders round up, ties go by name.",
  },
  aboutTime: { "zh-CN": "时间", "en-US": "Over time" },
  aboutUnits: { "zh-CN": "组织", "en-US": "Over units" },
  aboutRamp: { "zh-CN": "新人", "en-US": "New hires" },
  aboutRampText: {
    "zh-CN": "到岗后各月按 {ramp} 承担，少承担的部分由同期其他人分担，公司各期总额不变。",
    "en-US":
      "They carry {ramp} in their first months; the others carry the rest, so the company's periods stay as they are.",
  },
  aboutPadding: { "zh-CN": "加码", "en-US": "Padding" },
  aboutPaddingText: {
    "zh-CN": "各级下达比自己承担的多 {padding}；公司承担 {owed}，分到人合计 {given}。",
    "en-US":
      "Each level gives out {padding} more than it owes; the company owes {owed}, its people were given {given}.",
  },
  aboutLimits: { "zh-CN": "锁定与上下限", "en-US": "Locks and bounds" },
  aboutLimitsText: {
    "zh-CN": "共 {count} 项，见“{sheet}”表；其余按份额重新分摊。",
    "en-US": "{count}, on the sheet “{sheet}”; the rest is shared out anew around them.",
  },
} as const satisfies Record<string, Phrase>;
