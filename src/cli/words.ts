import type { Phrase } from "../words";

export const WORDS = {
  beside: {
    "zh-CN": "“{sheet}”旁边写入了结果列：{columns}（{rows} 行）",
    "en-US": "Results beside “{sheet}”: {columns} ({rows} {rows:row|rows})",
  },
  saved: { "zh-CN": "已保存 {file}", "en-US": "Saved {file}" },
  openWith: {
    "zh-CN": "用 Excel、WPS 或 LibreOffice 打开即可。",
    "en-US": "Open it in Excel, WPS or LibreOffice.",
  },
  plan: {
    "zh-CN": "目标 {target}，比上年 {base} 增长 {growth}，逐级逐月相加无误差。",
    "en-US": "Target {target}, last year {base} plus {growth}, adding up on every level and month.",
  },
  scored: {
    "zh-CN": "{scored} 人已考核，{unscored} 人没有数据未考核。",
    "en-US": "{scored} {scored:person|people} scored, {unscored} not scored for want of data.",
  },
  top: { "zh-CN": "前三名：{names}", "en-US": "Top three: {names}" },
  written: {
    "zh-CN": "写入 {sheets} 张表，{formulas} 个公式，{charts} 个图表，往返 {roundTrips} 次。",
    "en-US":
      "{sheets} {sheets:sheet|sheets}, {formulas} {formulas:formula|formulas} and {charts} {charts:chart|charts} in {roundTrips} {roundTrips:round trip|round trips}.",
  },
  kept: {
    "zh-CN": "保留 {count} 个手工填写的数，其余围绕它们重新分解。",
    "en-US": "{count} typed {count:figure|figures} kept, the rest shared out anew around them.",
  },
  table: {
    "zh-CN": "{role}：{sheet}!{range}，{rows} 行",
    "en-US": "{role}: {sheet}!{range}, {rows} {rows:row|rows}",
  },
  ledger: { "zh-CN": "销售台账", "en-US": "Sales ledger" },
  team: { "zh-CN": "人员表", "en-US": "Team list" },
  other: { "zh-CN": "未使用", "en-US": "Not used" },
  notFound: { "zh-CN": "没有找到", "en-US": "not found" },
  problems: { "zh-CN": "问题（{count}）", "en-US": "Problems ({count})" },
  people: { "zh-CN": "人员数据", "en-US": "Figures about people" },
  expected: { "zh-CN": "应为：{what}", "en-US": "Expected: {what}" },
  placesMore: { "zh-CN": "另有 {n} 处", "en-US": "and {n} more" },
  noProblems: { "zh-CN": "没有发现问题。", "en-US": "No problems found." },
  wonTotal: {
    "zh-CN": "成交 {won} 单，共 {value}，{first} 至 {last}。",
    "en-US": "{won} {won:deal|deals} won, {value} in all, {first} to {last}.",
  },
  reading: { "zh-CN": "读取", "en-US": "Reading" },
  revised: {
    "zh-CN": "已结 {closed} 期，总目标 {before} → {total}，逐级逐期相加无误差。",
    "en-US":
      "{closed} {closed:period|periods} closed, total {before} → {total}, adding up on every level and period.",
  },
  made: {
    "zh-CN": "{sheets} 张表，{formulas} 个公式，{charts} 个图表。",
    "en-US":
      "{sheets} {sheets:sheet|sheets}, {formulas} {formulas:formula|formulas} and {charts} {charts:chart|charts}.",
  },
  stage: { "zh-CN": "{stage}", "en-US": "{stage}" },
} as const satisfies Record<string, Phrase>;

export const STAGE_WORDS = {
  read: { "zh-CN": "读取工作簿", "en-US": "Reading the workbook" },
  recognise: { "zh-CN": "识别列", "en-US": "Recognising columns" },
  plan: { "zh-CN": "分解目标", "en-US": "Planning" },
  score: { "zh-CN": "计算考核", "en-US": "Scoring" },
  describe: { "zh-CN": "准备工作表", "en-US": "Preparing sheets" },
  write: { "zh-CN": "写入", "en-US": "Writing" },
  finish: { "zh-CN": "完成", "en-US": "Finishing" },
} as const satisfies Record<string, Phrase>;
