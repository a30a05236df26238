import type { Phrase } from "../../../words";

export const SCORE_EDIT_WORDS = {
  title: { "zh-CN": "改权重和规则，先看影响", "en-US": "Change weights and rules, and see first" },
  intro: {
    "zh-CN": "改动只在预览里，写入前工作簿不变。权重改一项，其余按比例让出。",
    "en-US":
      "Nothing is written until you say so. When one weight changes, the others give way in proportion.",
  },
  sections: { "zh-CN": "各部分占总分", "en-US": "Sections' share of the total" },
  weight: { "zh-CN": "满分", "en-US": "Full points" },
  rule: { "zh-CN": "评分规则", "en-US": "Rule" },
  number: { "zh-CN": "请输入数字", "en-US": "Type a number" },
  reset: { "zh-CN": "恢复原方案", "en-US": "Back to the scheme as it was" },
  wrong: { "zh-CN": "这样还不能评分：", "en-US": "It cannot be scored like this yet:" },
  moves: { "zh-CN": "与改动前相比", "en-US": "Against the scheme as it was" },
  movesCount: {
    "zh-CN": "等级变动 {grades} 人，名次变动 {ranks} 人",
    "en-US": "{grades} change grade, {ranks} change rank",
  },
  same: { "zh-CN": "没有人的等级或名次变动。", "en-US": "Nobody's grade or rank changes." },
  move: {
    "zh-CN": "{was} → {is}，第 {before} → {after} 名",
    "en-US": "{was} → {is}, rank {before} → {after}",
  },
  pages: { "zh-CN": "另外生成", "en-US": "Pages besides" },
  analysis: { "zh-CN": "分析：热图、丢分、雷达图", "en-US": "Analysis: heat map, points lost, radar" },
  standing: {
    "zh-CN": "等级与奖惩：强制比例、前三末位",
    "en-US": "Final grades: forced shares, first and last",
  },
  calibration: { "zh-CN": "各单位校准", "en-US": "Calibration by unit" },
  whatif: {
    "zh-CN": "试算：第二份方案，可在表上改",
    "en-US": "Trial: a second scheme to change on the sheet",
  },
  review: { "zh-CN": "复核签字", "en-US": "Review and sign-off" },
} as const satisfies Record<string, Phrase>;
