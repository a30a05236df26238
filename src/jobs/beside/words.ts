import type { Phrase } from "../../words";

/** Headers of results beside people's data, and what people already call such columns themselves. */
export const BESIDE_WORDS = {
  total: { "zh-CN": "总分", "en-US": "Total" },
  grade: { "zh-CN": "等级", "en-US": "Grade" },
  rank: { "zh-CN": "名次", "en-US": "Rank" },
  points: { "zh-CN": "{name}得分", "en-US": "{name} points" },
  /** A header that the table has already. */
  again: { "zh-CN": "{name}（考核）", "en-US": "{name} (evaluation)" },
} as const satisfies Record<string, Phrase>;

/** Headers that stand for a result when the column below them is empty. */
export const RESULT_HEADERS: Readonly<Record<"total" | "grade" | "rank", RegExp>> = {
  total:
    /^(?:考核|绩效|综合|最终|本月|月度|季度|年度)*(?:总分|得分|总得分|分数|成绩|总评分)$|^(?:total|score|total score|final score|points)$/i,
  grade: /^(?:考核|绩效|综合|最终)*(?:等级|评级|档次|评定|考核结果)$|^(?:grade|rating|level|result)$/i,
  rank: /^(?:考核|绩效|综合|总)*(?:排名|名次|排序)$|^(?:rank|ranking|place|position)$/i,
};
