import type { Phrase } from "../../words";

export const WHATIF_WORDS = {
  needsSet: {
    "zh-CN": "请用 --set 写出要试什么，如 --set winRate.weight=30",
    "en-US": "--set says what to try, for example --set winRate.weight=30",
  },
  summary: {
    "zh-CN": "{people} 人中，等级变动 {grades} 人，名次变动 {ranks} 人。",
    "en-US":
      "Of {people} {people:person|people} {grades} {grades:changes|change} grade and {ranks} {ranks:changes|change} rank.",
  },
  summaryPeriods: {
    "zh-CN": "{people} 行（人 × 周期）中，等级变动 {grades} 行，名次变动 {ranks} 行。",
    "en-US":
      "Of {people} {people:line|lines} (people × periods) {grades} {grades:changes|change} grade and {ranks} {ranks:changes|change} rank.",
  },
  person: {
    "zh-CN": "  {name}（{unit}）：{was} → {is}，总分 {before} → {after}，名次 {rankBefore} → {rankAfter}",
    "en-US": "  {name} ({unit}): {was} → {is}, total {before} → {after}, rank {rankBefore} → {rankAfter}",
  },
  unit: { "zh-CN": "  {unit}：平均 {before} → {after}", "en-US": "  {unit}: mean {before} → {after}" },
  payCost: {
    "zh-CN": "本期发放合计：{before} → {after} {currency}（{change}）",
    "en-US": "Paid now in all: {before} → {after} {currency} ({change})",
  },
  payLater: {
    "zh-CN": "年底发放合计：{before} → {after} {currency}（{change}）",
    "en-US": "Paid at year end in all: {before} → {after} {currency} ({change})",
  },
  payMoved: {
    "zh-CN": "{people} 人中，{n} 人本期发放有变动：",
    "en-US": "{n} of {people} {people:person|people} {n:is|are} paid another amount now:",
  },
  payPerson: {
    "zh-CN": "  {name}（{unit}）：{before} → {after}（{change}）",
    "en-US": "  {name} ({unit}): {before} → {after} ({change})",
  },
  payApart: {
    "zh-CN": "薪酬汇总上现在的金额与按这张考核表算出的不同（由其他考核表或加权合成）：{names}",
    "en-US":
      "What the pay summary shows now is not what this scorecard gives (other scorecards, weighted periods): {names}",
  },
  saved: { "zh-CN": "已保存 {file}", "en-US": "Saved {file}" },
} as const satisfies Record<string, Phrase>;
