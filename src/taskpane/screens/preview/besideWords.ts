import type { Phrase } from "../../../words";

/** Results beside people's own tables, in the preview. */
export const BESIDE_WORDS = {
  title: { "zh-CN": "写到您的表旁边", "en-US": "Beside your own table" },
  body: {
    "zh-CN": "除了新的工作表，结果也可以写进您自己的表：在右边的空列里，用公式链接，不覆盖任何内容。",
    "en-US":
      "Besides the new sheets, results can stand in your own table: in free columns to its right, as formulas, never over anything you typed.",
  },
  into: { "zh-CN": "写到“{sheet}”旁边", "en-US": "Write beside “{sheet}”" },
  where: {
    "zh-CN": "{columns}，{rows} 行",
    "en-US": "{columns}; {rows} rows",
  },
  offer: {
    "zh-CN": "{rows} 行有结果，从 {free} 列起是空的",
    "en-US": "{rows} rows have results; free from column {free} on",
  },
  what: { "zh-CN": "写哪些结果", "en-US": "Which results" },
  total: { "zh-CN": "总分", "en-US": "Total" },
  grade: { "zh-CN": "等级", "en-US": "Grade" },
  rank: { "zh-CN": "名次", "en-US": "Rank" },
  points: { "zh-CN": "各指标得分", "en-US": "Points of each indicator" },
  selected: { "zh-CN": "从选中的列开始", "en-US": "Start at the selected column" },
  free: { "zh-CN": "用右边的空列", "en-US": "Use the free columns" },
} as const satisfies Record<string, Phrase>;
