import type { Lang } from "../../words";

/** What stands for a value in usage lines and options, in Chinese; in English it is the word itself. */
export const PLACEHOLDERS: Readonly<Record<string, string>> = {
  amount: "金额",
  command: "命令",
  day: "日期",
  days: "天数",
  dir: "文件夹",
  field: "字段",
  file: "文件",
  files: "文件",
  fraction: "比例",
  header: "列名",
  how: "方式",
  id: "编号",
  input: "输入",
  kind: "种类",
  leader: "主管",
  level: "层级",
  list: "列表",
  master: "主表",
  name: "姓名",
  names: "姓名",
  path: "路径",
  pattern: "格式",
  period: "期间",
  plan: "计划",
  points: "分数",
  policy: "做法",
  recipients: "对象",
  request: "请求",
  rows: "行数",
  score: "得分",
  side: "一方",
  stage: "环节",
  tab: "工作表",
  table: "表",
  tag: "语言",
  text: "文字",
  title: "名称",
  unit: "单位",
  units: "单位",
  value: "值",
  what: "内容",
  who: "人员",
  workbook: "工作簿",
  year: "年份",
};

/**
 * A text with its places for values in the language's words.
 *
 * @example named("-o, --out <file>", "zh-CN") // "-o, --out <文件>"
 * @example named("--due <stage=day>", "zh-CN") // "--due <环节=日期>"
 */
export function named(text: string, lang: Lang): string {
  if (lang === "en-US") return text;
  return text.replace(
    /([<[])([a-z=]+)(\.{3})?([>\]])/g,
    (_, open: string, words: string, more = "", close: string) =>
      `${open}${words
        .split("=")
        .map((word) => PLACEHOLDERS[word] ?? word)
        .join("=")}${more}${close}`,
  );
}
