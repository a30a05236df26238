import type { Phrase } from "../../../../words";

export const COMPANY_PANE_WORDS = {
  title: { "zh-CN": "公司模板", "en-US": "Company templates" },
  intro: {
    "zh-CN": "用公司自己的指标、权重、用词和颜色做成的工作簿，发给同事就能用。",
    "en-US": "Workbooks with your company's own indicators, weights, words and colours, to be passed on.",
  },
  open: { "zh-CN": "打开公司模板…", "en-US": "Open a company template…" },
  reading: { "zh-CN": "正在读取…", "en-US": "Reading…" },
  by: { "zh-CN": "由 {by} 制作", "en-US": "Made by {by}" },
  how: { "zh-CN": "怎样使用", "en-US": "How to use it" },
  blank: { "zh-CN": "写入（空白）", "en-US": "Write it empty" },
  mine: { "zh-CN": "用我的数据", "en-US": "Use my data" },
  written: { "zh-CN": "已写入 {n} 张表：{name}", "en-US": "{n} {n:sheet|sheets} written: {name}" },
  recent: { "zh-CN": "最近用过的公司模板", "en-US": "Company templates used lately" },
  picture: { "zh-CN": "{name}的示意图", "en-US": "A sketch of {name}" },
  use: { "zh-CN": "选用", "en-US": "Choose" },
  more: { "zh-CN": "改名或删除", "en-US": "Rename or remove" },
  newName: { "zh-CN": "新名称", "en-US": "New name" },
  rename: { "zh-CN": "改名", "en-US": "Rename" },
  remove: { "zh-CN": "从列表删除", "en-US": "Remove from the list" },
  removed: {
    "zh-CN": "已从列表删除：{name}。模板文件不受影响。",
    "en-US": "Removed from the list: {name}. Its file is untouched.",
  },
  otherLanguage: {
    "zh-CN": "这是英文模板，写入的表也是英文。",
    "en-US": "This template is in Chinese, and so are the pages it writes.",
  },
  translate: { "zh-CN": "改用中文", "en-US": "Use it in English" },
  translated: {
    "zh-CN": "已改用中文；公司自己写的 {n} 处文字保持原样。",
    "en-US": "Now in English; {n} texts that are the company's own stay as they are.",
  },
  save: { "zh-CN": "存为模板", "en-US": "Save as template" },
  saveIntro: {
    "zh-CN": "带走规则、权重、用词和颜色；人员、数字和填写的内容都不带走。",
    "en-US":
      "Takes along rules, weights, words and colours; people, figures and whatever was filled in stay here.",
  },
  name: { "zh-CN": "模板名称", "en-US": "Name" },
  about: { "zh-CN": "用途（一句话）", "en-US": "What it is for, in a sentence" },
  madeBy: { "zh-CN": "制作者（可不填）", "en-US": "Made by (optional)" },
  color: { "zh-CN": "公司颜色", "en-US": "Company colour" },
  ownColor: { "zh-CN": "用这个颜色", "en-US": "Use this colour" },
  examples: { "zh-CN": "保留模板库的示例数据", "en-US": "Keep the gallery's example data" },
  make: { "zh-CN": "做成文件", "en-US": "Make the file" },
  making: { "zh-CN": "正在做文件…", "en-US": "Making the file…" },
  made: {
    "zh-CN": "做好了：{n} 张表，不含人员和数据。",
    "en-US": "Ready: {n} {n:sheet|sheets}, without people and data.",
  },
  download: { "zh-CN": "保存“{name}.xlsx”", "en-US": "Save “{name}.xlsx”" },
} as const satisfies Record<string, Phrase>;
