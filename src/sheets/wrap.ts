import { textWidth } from "./rows";

/** Points a line of 10-point text takes. */
const LINE = 14;

/**
 * The height of a row whose texts wrap, in points, given each text with its column's width in characters. Programs
 * differ in whether they grow a row by themselves when a file is opened, so pages say it.
 *
 * @example wrappedHeight([["一二三四五六", 8]]) // 28: two lines of four characters
 */
export function wrappedHeight(texts: readonly (readonly [text: string, width: number])[]): number {
  // A line breaks before a word that does not fit and is not filled to the last character.
  const lines = texts.map(([text, width]) => Math.max(1, Math.ceil((textWidth(text) * 1.08) / width)));
  return Math.max(...lines) * LINE;
}

/** A sentence in lines of at most `width` digits, for cells that are not to wrap over their neighbours. */
export function linesOf(text: string, width: number): string[] {
  const pieces = text.match(/[\u2E80-\uFFEF]|[^\s\u2E80-\uFFEF]+\s*/gu) ?? [text];
  const lines = [""];
  for (const piece of pieces) {
    const last = lines.at(-1) ?? "";
    const closing = /^[，。；、：）]$/u.test(piece);
    if (last !== "" && !closing && textWidth(last + piece.trimEnd()) > width) lines.push(piece);
    else lines[lines.length - 1] = last + piece;
  }
  return lines.map((line) => line.trimEnd());
}
