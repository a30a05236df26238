import type { Phrase } from "../../words";

export const WHATIF_WORDS = {
  summary: {
    "zh-CN": "{people} 人中，等级变动 {grades} 人，名次变动 {ranks} 人。",
    "en-US": "Of {people} people {grades} change grade and {ranks} change rank.",
  },
  person: {
    "zh-CN": "  {name}（{unit}）：{was} → {is}，总分 {before} → {after}，名次 {rankBefore} → {rankAfter}",
    "en-US": "  {name} ({unit}): {was} → {is}, total {before} → {after}, rank {rankBefore} → {rankAfter}",
  },
  unit: { "zh-CN": "  {unit}：平均 {before} → {after}", "en-US": "  {unit}: mean {before} → {after}" },
  saved: { "zh-CN": "已保存 {file}", "en-US": "Saved {file}" },
} as const satisfies Record<string, Phrase>;
