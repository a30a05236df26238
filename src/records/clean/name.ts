import { hasCjk, tidyText } from "./text";

/**
 * A person's name as it should read: ordinary width, no spaces around it, one space between Latin words and none
 * between Chinese characters. Case is kept.
 *
 * @example cleanName(" 张 三 ") // "张三"
 * @example cleanName("Anna  Snelling ") // "Anna Snelling"
 */
export function cleanName(text: string): string {
  const tidy = tidyText(text);
  return hasCjk(tidy) ? tidy.replace(/(?<=[\u3400-\u9FFF]) +(?=[\u3400-\u9FFF])/g, "") : tidy;
}

/** What two spellings of one name share: {@link cleanName} without regard to case. */
export function nameKey(text: string): string {
  return cleanName(text).toLowerCase();
}
