import { basename } from "node:path";
import { AttainError } from "../errors";
import { readTemplateFile, REFUSED, type TemplateFile } from "../host/file/templateFile";
import { REFUSED_WORDS } from "../templates/company/words";
import type { Lang } from "../words";
import { readBytes } from "./files";

/** @throws AttainError `file-missing`, `file-unreadable` */
export async function openTemplateFile(path: string): Promise<TemplateFile> {
  return readTemplateFile(new Uint8Array(await readBytes(path)), basename(path));
}

/** @throws AttainError `template-refused` naming everything the file carries that a template must not */
export function checkCarries({ refused }: TemplateFile, name: string, lang: Lang): void {
  if (refused.length === 0) return;
  const what = REFUSED.filter((one) => refused.includes(one)).map((one) => REFUSED_WORDS[one][lang]);
  throw new AttainError("template-refused", { name, what: what.join(lang === "zh-CN" ? "、" : ", ") });
}
