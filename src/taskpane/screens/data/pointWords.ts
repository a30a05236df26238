import type { Phrase } from "../../../words";

/** Pointing at another table, on the data screen. */
export const POINT_WORDS = {
  title: { "zh-CN": "用别的表", "en-US": "Use another table" },
  body: {
    "zh-CN": "选中要用的区域（带表头），或从列表里选一张表。选择会记在工作簿里，下个月照用。",
    "en-US":
      "Select the range to use, with its header, or pick a table from the list. The choice is kept in the workbook for next month.",
  },
  selected: { "zh-CN": "使用选中的区域", "en-US": "Use the selected range" },
  list: { "zh-CN": "或选一张表", "en-US": "Or pick a table" },
  none: { "zh-CN": "（自动判断）", "en-US": "(found by itself)" },
  sheet: { "zh-CN": "工作表 {name}", "en-US": "Sheet {name}" },
  table: { "zh-CN": "表格 {name}（{place}）", "en-US": "Table {name} ({place})" },
  name: { "zh-CN": "名称 {name}（{place}）", "en-US": "Name {name} ({place})" },
  pointed: { "zh-CN": "按您指定的“{place}”读取。", "en-US": "Read from “{place}”, as you pointed." },
  all: { "zh-CN": "改回自动判断", "en-US": "Find it by itself again" },
} as const satisfies Record<string, Phrase>;
