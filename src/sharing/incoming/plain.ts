/** A number typed as text, with separators or full-width digits; undefined when it is something else. */
export function plainNumber(value: string | boolean): number | undefined {
  if (typeof value === "boolean") return undefined;
  const text = value
    .normalize("NFKC")
    .trim()
    .replace(/[¥$元\s]/g, "")
    .replace(/(\d),(?=\d{3}(?!\d))/g, "$1");
  return /^[-+]?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

/** A word without what does not change it: spaces, width, case, a full stop. @example plainWord("Agreed.") // "agreed" */
export function plainWord(text: string): string {
  return text
    .normalize("NFKC")
    .trim()
    .replace(/[。.!]+$/, "")
    .replace(/\s+/g, "")
    .toLowerCase();
}

/**
 * A day as it was typed, with half-width digits and nothing around its signs.
 *
 * @example plainDay("２０２６ 年 4 月 8 日") // "2026年4月8日"
 */
export function plainDay(text: string): string {
  return text
    .normalize("NFKC")
    .trim()
    .replace(/\s*([-/.年月])\s*/g, "$1")
    .replace(/\s*日/, "日");
}
