import type { Phrase } from "../words";

export const GALLERY_WORDS = {
  title: { "zh-CN": "模板库", "en-US": "Gallery" },
  intro: {
    "zh-CN": "现成的计划、考核和表单，带示例数据；写入后没有插件也能用。",
    "en-US": "Ready plans, evaluations and forms with example data; they go on working without the add-in.",
  },
  open: { "zh-CN": "打开模板库", "en-US": "Open the gallery" },
  homeTitle: { "zh-CN": "从模板开始", "en-US": "Start from a template" },
  homeBody: {
    "zh-CN": "目标分解、考核、工作计划、客户卡等，写入这个工作簿。",
    "en-US": "Targets, evaluations, work plans, customer cards and more, written into this workbook.",
  },
  search: { "zh-CN": "搜索模板", "en-US": "Search templates" },
  kind: { "zh-CN": "种类", "en-US": "Kind" },
  all: { "zh-CN": "全部", "en-US": "All" },
  plan: { "zh-CN": "计划", "en-US": "Plans" },
  score: { "zh-CN": "考核", "en-US": "Evaluations" },
  form: { "zh-CN": "表单", "en-US": "Forms" },
  none: {
    "zh-CN": "没有符合的模板。换个词试试，或看全部。",
    "en-US": "No template fits. Try another word, or see all.",
  },
  count: { "zh-CN": "{n} 个", "en-US": "{n}" },
  picture: { "zh-CN": "{name}的一页", "en-US": "A page of {name}" },
  details: { "zh-CN": "怎样使用", "en-US": "How to use it" },
  withExamples: { "zh-CN": "写入（带示例数据）", "en-US": "Write it with the example data" },
  empty: { "zh-CN": "写入（空白）", "en-US": "Write it empty" },
  withMine: { "zh-CN": "用我的数据", "en-US": "Use my data" },
  writing: { "zh-CN": "正在写入…", "en-US": "Writing…" },
  written: { "zh-CN": "已写入 {n} 张表：{name}", "en-US": "{n} sheets written: {name}" },
  problems: {
    "zh-CN": "有 {n} 处没有取用，或请核对：",
    "en-US": "{n} things were not taken, or want a look:",
  },
  allProblems: { "zh-CN": "全部 {n} 处", "en-US": "All {n}" },
  here: { "zh-CN": "这个工作簿：{name}", "en-US": "This workbook: {name}" },
  clear: { "zh-CN": "清空示例数据", "en-US": "Clear the example data" },
  cleared: {
    "zh-CN": "清空了 {n} 个示例单元格；已改写的 {kept} 个保留不动。",
    "en-US": "{n} example cells emptied; {kept} that were typed over stay.",
  },
  roll: { "zh-CN": "未完成任务转入下周", "en-US": "Move open tasks to next week" },
  rolled: { "zh-CN": "{n} 项任务转入下周。", "en-US": "{n} tasks moved to next week." },
  rolledNone: { "zh-CN": "没有需要转入下周的任务。", "en-US": "There are no open tasks to move." },
  back: { "zh-CN": "返回", "en-US": "Back" },
} as const satisfies Record<string, Phrase>;
