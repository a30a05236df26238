import type { Phrase } from "../../words";

export const EXPLAIN_WORDS = {
  nothing: { "zh-CN": "（无）", "en-US": "(none)" },
  band: { "zh-CN": "{found}（第 {n} 档）", "en-US": "{found} (band {n})" },
  place: { "zh-CN": "第 {n} 名（共 {of} 人）", "en-US": "place {n} of {of}" },
  join: { "zh-CN": "、", "en-US": ", " },
  total: { "zh-CN": "总分", "en-US": "Total" },
  totalIs: {
    "zh-CN": "{name}的总分是 {value}：{workings}，四舍五入到 {decimals} 位小数",
    "en-US": "{name}'s total is {value}: {workings}, rounded to {decimals} decimals",
  },
  totalNone: { "zh-CN": "{name}没有总分：{remark}", "en-US": "{name} has no total: {remark}" },
  grade: { "zh-CN": "等级", "en-US": "Grade" },
  gradeIs: {
    "zh-CN": "等级是{grade}（{side} {from} 分）",
    "en-US": "The grade is {grade} ({side} {from} points)",
  },
  gradeLowest: { "zh-CN": "等级是{grade}（最低一档）", "en-US": "The grade is {grade} (the lowest)" },
  gradeNext: { "zh-CN": "，离{next}还差 {gap} 分", "en-US": "; {gap} points short of {next}" },
  rank: { "zh-CN": "名次", "en-US": "Rank" },
  rankIs: {
    "zh-CN": "全体第 {rank} 名（共 {of} 人有总分），{unit}内第 {unitRank} 名（共 {ofUnit} 人）",
    "en-US": "Rank {rank} of {of} with a total, {unitRank} of {ofUnit} in {unit}",
  },
  tied: { "zh-CN": "，并列 {n} 人", "en-US": "; {n} share it" },
  section: {
    "zh-CN": "{name} {value} 分，占总分 {weight}：{workings}",
    "en-US": "{name}: {value} points, {weight} of the total: {workings}",
  },
  indicator: {
    "zh-CN": "{name}得 {value} 分（满分 {weight}）",
    "en-US": "{name}: {value} of {weight} points",
  },
  indicatorExtra: {
    "zh-CN": "{name}：{value}（不在 100 分之内）",
    "en-US": "{name}: {value} (outside the 100)",
  },
  leftOut: {
    "zh-CN": "{name}不计入，权重由其余指标分担",
    "en-US": "{name} is left out; the others carry its weight",
  },
  notScored: { "zh-CN": "{name}暂不评分", "en-US": "{name} is not scored yet" },
  rule: { "zh-CN": "规则：{rule}。{described}", "en-US": "Rule: {rule}. {described}" },
  measureIs: { "zh-CN": "{label} = {workings} = {value}", "en-US": "{label} = {workings} = {value}" },
  plain: { "zh-CN": "{label} = {value}", "en-US": "{label} = {value}" },
  points: { "zh-CN": "得分", "en-US": "Points" },
  policy: {
    "zh-CN": "{policy}{cause}，按方案{outcome}",
    "en-US": "{policy} {cause}: {outcome}, as the scheme says",
  },
  causeNoData: { "zh-CN": "（{names}没有数据）", "en-US": "({names}: no data)" },
  causeZero: { "zh-CN": "（目标为零）", "en-US": "(the target is zero)" },
  causeNegative: { "zh-CN": "（实际 {value}）", "en-US": "(the actual is {value})" },
  remark: { "zh-CN": "备注：{remark}", "en-US": "Remark: {remark}" },
} as const satisfies Record<string, Phrase>;
