import { AttainError } from "../../errors";
import type { Lang, Phrase } from "../../words";

/** What a workbook may carry that a template must not: it would run, or reach outside. */
export const REFUSED = ["macros", "links", "connections", "objects"] as const;
export type Refused = (typeof REFUSED)[number];

const WORDS = {
  macros: { "zh-CN": "宏", "en-US": "macros" },
  links: { "zh-CN": "指向外部的链接", "en-US": "links that lead outside" },
  connections: { "zh-CN": "数据连接", "en-US": "data connections" },
  objects: { "zh-CN": "嵌入的文件", "en-US": "embedded files" },
} as const satisfies Record<Refused, Phrase>;

const PARTS: readonly (readonly [RegExp, Refused])[] = [
  [/vbaProject\.bin$|\/macrosheets\/|\/activeX\//i, "macros"],
  [/\/externalLinks\//i, "links"],
  [/\/connections\.xml$|\/queryTables\//i, "connections"],
  [/\/embeddings\//i, "objects"],
];

/** What the parts of a file, by their paths, say it carries. */
export function refusedIn(paths: readonly string[]): Refused[] {
  return REFUSED.filter((what) =>
    PARTS.some(([test, one]) => one === what && paths.some((path) => test.test(path))),
  );
}

/** @throws AttainError `template-refused` naming everything the file carries that a template must not */
export function checkCarries(refused: readonly Refused[], name: string, lang: Lang): void {
  if (refused.length === 0) return;
  const what = refused.map((one) => WORDS[one][lang]).join(lang === "zh-CN" ? "、" : ", ");
  throw new AttainError("template-refused", { name, what });
}
