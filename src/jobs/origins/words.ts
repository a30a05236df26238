import type { Phrase } from "../../words";

export const ORIGIN_WORDS = {
  typed: {
    "zh-CN": "写在“{sheet}”{cell}{label}：{value}",
    "en-US": "Stands on {sheet} {cell}{label}: {value}",
  },
  handed: { "zh-CN": "来自“{sheet}”{cell}{label}：{value}", "en-US": "From {sheet} {cell}{label}: {value}" },
  worked: {
    "zh-CN": "由“{sheet}”{cell}{label}的公式算出：{formula} = {value}",
    "en-US": "Worked out on {sheet} {cell}{label}: {formula} = {value}",
  },
  counted: {
    "zh-CN": "“{sheet}”{cell}：“{word}”，计 {value}",
    "en-US": "On {sheet} {cell}: “{word}”, which counts {value}",
  },
  notCounted: {
    "zh-CN": "“{sheet}”{cell}：“{word}”不是评分用词，不计分；请从列表选词",
    "en-US":
      "On {sheet} {cell}: “{word}” is no word of the rating and does not count; pick one from the list",
  },
  nothing: { "zh-CN": "（空）", "en-US": "(empty)" },
  more: { "zh-CN": "……另有 {n} 格", "en-US": "… and {n} more cells" },
  ledgerSum: {
    "zh-CN": "台账“{sheet}”：{name} {year} 年赢单 {n} 笔，合计 {value}（{rows}）",
    "en-US": "Ledger {sheet}: {n} deals {name} won in {year}, {value} in all ({rows})",
  },
  ledgerWon: {
    "zh-CN": "台账“{sheet}”：{name} {year} 年赢单 {n} 笔（{rows}）",
    "en-US": "Ledger {sheet}: {n} deals {name} won in {year} ({rows})",
  },
  ledgerLost: {
    "zh-CN": "台账“{sheet}”：{name} {year} 年丢单 {n} 笔（{rows}）",
    "en-US": "Ledger {sheet}: {n} deals {name} lost in {year} ({rows})",
  },
  ledgerOther: {
    "zh-CN": "台账“{sheet}”现在是 {now}，与所用的 {value} 不同：之后有改动，或在实际表上改过",
    "en-US":
      "The ledger {sheet} now says {now}, not the {value} used: it was changed since, or the actuals were corrected by hand",
  },
  label: { "zh-CN": "（{label}）", "en-US": " ({label})" },
  rows: { "zh-CN": "第 {rows} 行", "en-US": "rows {rows}" },
  rowsMore: { "zh-CN": "第 {rows} 等 {all} 行", "en-US": "rows {rows} and {n} more" },
  table: {
    "zh-CN": "读自“{sheet}”{cell}：{value}",
    "en-US": "Read from {sheet} {cell}: {value}",
  },
  tableOther: {
    "zh-CN": "“{sheet}”{cell} 现在是 {now}，与所用的 {value} 不同：请核对后重新生成",
    "en-US": "{sheet} {cell} now says {now}, not the {value} used: check, then score again",
  },
} as const satisfies Record<string, Phrase>;
