import type { Phrase } from "../words";

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
  written: { "zh-CN": "已写入 {n} 张表：{name}", "en-US": "{n} sheets written: {name}" },
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
    "en-US": "Ready: {n} sheets, without people and data.",
  },
  download: { "zh-CN": "保存“{name}.xlsx”", "en-US": "Save “{name}.xlsx”" },
} as const satisfies Record<string, Phrase>;
