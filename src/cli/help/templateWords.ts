import type { Phrase } from "../../words";

/** What `attain template --help` says. */
export const TEMPLATE_HELP = {
  about: {
    "zh-CN": "用模板库或公司自己的模板做工作簿；也可保存模板、列出模板",
    "en-US": "Make a ready workbook of the gallery or of a company's own template; or save one; or list them",
  },
  id: {
    "zh-CN": "work-plan、D10 等（见 --list），或公司模板文件（.xlsx）",
    "en-US": "work-plan, D10 … (see --list), or a company template (.xlsx)",
  },
  out: {
    "zh-CN": "要做的工作簿，.xlsx；已有同名文件会被替换",
    "en-US": "the workbook to make, .xlsx; one that is there is replaced",
  },
  list: {
    "zh-CN": "列出全部模板；编号处写几个字，则列出有关的",
    "en-US": "list every template, or with words in place of an id those that they fit",
  },
  empty: { "zh-CN": "不带示例数据", "en-US": "without the example data" },
  with: {
    "zh-CN": "用这个工作簿的数据代替示例；它不会被改动",
    "en-US": "with this workbook's data in place of the example; it is not changed",
  },
  from: { "zh-CN": "同 --with", "en-US": "the same as --with" },
  period: {
    "zh-CN": "数据属于哪个周期，有几个时用；默认按数据所写",
    "en-US": "which period the data are of, where there are several, by default what the data say",
  },
  save: {
    "zh-CN": "把这个工作簿存成公司模板；它不会被改动",
    "en-US": "make a company template of this workbook; it is not changed",
  },
  name: { "zh-CN": "公司模板的名称", "en-US": "what the company template is called" },
  purpose: { "zh-CN": "用途，一句话", "en-US": "what it is for, in a sentence" },
  by: { "zh-CN": "由谁制作，写在封面上", "en-US": "who made it, as its cover names them" },
  color: {
    "zh-CN": "公司的颜色，默认沿用各页的颜色",
    "en-US": "the company's colour, by default the one its pages are drawn in",
  },
  color2: { "zh-CN": "第二种颜色，用于图表中的目标", "en-US": "a second colour, for targets in charts" },
  examples: { "zh-CN": "保留模板库虚构的示例数据", "en-US": "keep the gallery's made-up example data" },
  clear: {
    "zh-CN": "清空由模板生成的工作簿中的示例数据；原文件不会被改动",
    "en-US": "empty the example data of a workbook made from a template; it is not changed",
  },
  more: {
    "zh-CN": `
例：
  attain template --list                    全部模板；周报 --list 列出有关周报的
  attain template D10 -o 计划.xlsx
  attain template training-plan --with 课程.xlsx -o 培训.xlsx
  attain template --clear 计划.xlsx -o 空表.xlsx
  attain template --save 我的.xlsx -o 公司.xlsx --name "公司考核" --by 人力资源部 --color "#00695C"
  attain template 公司.xlsx --with 三月.xlsx --period 2026-03 -o 三月考核.xlsx
`,
    "en-US": `
Examples:
  attain template --list                    every template; weekly --list: those about it
  attain template D10 -o plan.xlsx --lang zh-CN
  attain template training-plan --with courses.xlsx -o training.xlsx
  attain template --clear plan.xlsx -o empty.xlsx
  attain template --save mine.xlsx -o ours.xlsx --name "Acme evaluation" --by HR --color "#00695C"
  attain template ours.xlsx --with march.xlsx --period 2026-03 -o march-scores.xlsx
`,
  },
} as const satisfies Record<string, Phrase>;
