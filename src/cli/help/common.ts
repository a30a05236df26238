import { Option } from "commander";
import { LANGS, type Lang, type Phrase } from "../../words";

/** What several commands say of themselves. */
export const COMMON_HELP = {
  lang: {
    "zh-CN": "提示和工作表的语言，默认随终端",
    "en-US": "language of messages and sheets, by default the terminal's",
  },
  json: { "zh-CN": "以 JSON 输出结果，供脚本使用", "en-US": "print the result as JSON, for scripts" },
  finished: { "zh-CN": "生成的工作簿", "en-US": "the finished workbook" },
  scored: {
    "zh-CN": "已完成考核的工作簿，带方案和计分表；不会被改动",
    "en-US": "a finished workbook with a scheme and its scorecard; it is not changed",
  },
  sheet: { "zh-CN": "有几张计分表时，指定哪一张", "en-US": "which scorecard, when there are several" },
} as const satisfies Record<string, Phrase>;

/** `--lang`, as every command takes it. */
export const langOption = (lang: Lang, text: Phrase = COMMON_HELP.lang): Option =>
  new Option("--lang <tag>", text[lang]).choices([...LANGS]);

export const jsonOption = (lang: Lang): Option => new Option("--json", COMMON_HELP.json[lang]);

/** Reads an option that may be repeated. */
export const repeated = (value: string, all: readonly string[] = []): string[] => [...all, value];
