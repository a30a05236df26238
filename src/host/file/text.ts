import { escapeText } from "./xml";

/** The most characters a cell holds. */
const CELL_TEXT_LIMIT = 32_767;

/** XML cannot hold these; OOXML writes them as `_x0001_`, and a text that already looks like that as `_x005F_x0001_`. */
const ILLEGAL =
  // eslint-disable-next-line no-control-regex -- naming them is the point
  /[\u0000-\u0008\u000B\u000C\u000D\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * Cell text as element content: `<`, `&` and illegal characters escaped, cut at the cell's limit.
 *
 * @example cellTextMarkup("a\u0001<b>") // "a_x0001_&lt;b&gt;"
 */
export function cellTextMarkup(text: string): string {
  const literal = text.slice(0, CELL_TEXT_LIMIT).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
  return escapeText(
    literal.replace(
      ILLEGAL,
      (each) => `_x${each.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
    ),
  );
}

/** @example decodeCellText("a_x0001_") // "a\u0001" */
export function decodeCellText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** Readers may drop white space at the ends and line breaks unless told to keep it. */
export function spaceAttribute(text: string): string {
  return /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : "";
}
