import type { Severity } from "../records/problems/problemKinds";
import type { Phrase } from "../words";

export const PROBLEM_WORDS = {
  tab: { "zh-CN": "数据问题", "en-US": "Data problems" },
  title: { "zh-CN": "数据问题", "en-US": "Data problems" },
  subtitle: {
    "zh-CN":
      "{groups} 类 {count} 处：上为汇总；各处不同的，下面逐条列出（每类最多 {limit} 处），其余只列区域。原表没有改动。",
    "en-US":
      "{count} places in {groups} groups: the groups first; below, places that differ one by one (up to {limit} of a group), the rest as ranges. The sheets read were not changed.",
  },
  none: { "zh-CN": "没有发现问题。", "en-US": "No problems were found." },
  severity: { "zh-CN": "级别", "en-US": "Level" },
  problem: { "zh-CN": "问题", "en-US": "Problem" },
  count: { "zh-CN": "数量", "en-US": "Count" },
  sheet: { "zh-CN": "工作表", "en-US": "Sheet" },
  place: { "zh-CN": "位置", "en-US": "Where" },
  found: { "zh-CN": "现有内容", "en-US": "Found" },
  expected: { "zh-CN": "应为", "en-US": "Expected" },
  action: { "zh-CN": "处理方式", "en-US": "What was done" },
  empty: { "zh-CN": "（空）", "en-US": "(empty)" },
  rest: { "zh-CN": "（合并列出）", "en-US": "(listed together)" },
  first: { "zh-CN": "{cells} 等", "en-US": "{cells} …" },
  more: {
    "zh-CN": "{first} 至 {last} 之间，未逐一列出；可在原表按此列筛选",
    "en-US": "between {first} and {last}, not listed one by one; filter that column of the sheet",
  },
} as const satisfies Record<string, Phrase>;

/** Never by colour alone: a shape and a word. */
export const SEVERITY_WORDS: Readonly<Record<Severity, Phrase>> = {
  error: { "zh-CN": "● 错误", "en-US": "● Error" },
  warning: { "zh-CN": "▲ 注意", "en-US": "▲ Check" },
  info: { "zh-CN": "○ 说明", "en-US": "○ Note" },
};
