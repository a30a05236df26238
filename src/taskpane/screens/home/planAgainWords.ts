import type { Phrase } from "../../../words";

export const PLAN_AGAIN_WORDS = {
  title: { "zh-CN": "按“分解要求”重新分解", "en-US": "Plan again from the request page" },
  body: {
    "zh-CN":
      "在“分解要求”页改总数、两级目标、产品结构、方案等；或在“目标分解”页改写单元格。先看结果，再写入。",
    "en-US":
      "Change totals, tiers, mix or scenarios on the request page, or type over targets. See the result first, then write it.",
  },
  again: { "zh-CN": "按要求重新分解", "en-US": "Plan again as asked" },
  kept: { "zh-CN": "保留改写的单元格", "en-US": "Keep what was typed" },
  working: { "zh-CN": "正在分解…", "en-US": "Working it out…" },
  result: { "zh-CN": "{measure}合计 {total} {unit}", "en-US": "{measure}: {total} {unit} in all" },
  keeps: {
    "zh-CN": "保留 {n} 个改写的单元格，其余重新分配。",
    "en-US": "{n} cells that were typed over stay; the rest is shared out anew.",
  },
  write: { "zh-CN": "写入 {n} 张表", "en-US": "Write {n} {n:sheet|sheets}" },
  written: { "zh-CN": "已写入 {n} 张表。", "en-US": "{n} {n:sheet|sheets} written." },
} as const satisfies Record<string, Phrase>;
