const WIDE = /[\uFF01-\uFF5E\u3000\u00A0\u200B\uFEFF]/;
const CJK = /[\u3400-\u9FFF]/;

/**
 * Full-width letters, digits, punctuation and spaces as their ordinary forms; invisible characters removed.
 * Not NFKC, which would also turn ㎡ into m2 and ① into 1.
 *
 * @example foldWidth("ＧＴＸ ５００") // "GTX 500"
 */
export function foldWidth(text: string): string {
  if (!WIDE.test(text)) return text;
  let folded = "";
  for (const char of text) {
    const code = char.charCodeAt(0);
    if (code >= 0xff01 && code <= 0xff5e) folded += String.fromCharCode(code - 0xfee0);
    else if (code === 0x3000 || code === 0x00a0) folded += " ";
    else if (code !== 0x200b && code !== 0xfeff) folded += char;
  }
  return folded;
}

export function hasCjk(text: string): boolean {
  return CJK.test(text);
}

/** The text with ordinary width, no spaces around it and single spaces inside. */
export function tidyText(text: string): string {
  return foldWidth(text).trim().replace(/\s+/g, " ");
}
