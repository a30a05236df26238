import { columnIndex } from "../../formula/references";
import { unescapeXml } from "./xml";

/** One `<c>` as it stands in the file, with where it stands. */
export interface ScannedCell {
  readonly row: number;
  readonly column: number;
  /** Style number (`s`). */
  readonly xf: number;
  /** Value type (`t`): `n`, `s`, `str`, `inlineStr`, `b`, `e`, `d`. */
  readonly type: string;
  readonly attributes: string;
  /** What stands between the tags. */
  readonly inner: string;
  readonly start: number;
  readonly end: number;
}

export interface ScannedRow {
  readonly row: number;
  readonly attributes: string;
  readonly start: number;
  /** Where its first cell would stand. */
  readonly contentStart: number;
  contentEnd: number;
  end: number;
  readonly empty: boolean;
}

export interface CellVisitor {
  readonly row?: (row: ScannedRow) => void;
  readonly cell?: (cell: ScannedCell, row: ScannedRow) => void;
  readonly rowEnd?: (row: ScannedRow) => void;
}

/**
 * A worksheet part in three: before the cells, the `<sheetData>` element, after it. The cells, by far the biggest
 * part, are walked as text; only the rest becomes a document.
 */
export interface SplitSheet {
  readonly head: string;
  readonly data: string;
  readonly tail: string;
  /** Namespace prefix of the part's elements with its colon, mostly empty. */
  readonly prefix: string;
}

export function splitSheet(xml: string): SplitSheet {
  const open = /<((?:[\w.-]+:)?)sheetData(?:\s[^>]*?)?(\/?)>/.exec(xml);
  if (!open) {
    const prefix = /<((?:[\w.-]+:)?)worksheet[\s>]/.exec(xml)?.[1] ?? "";
    return { head: xml, data: "", tail: "", prefix };
  }
  const prefix = open[1] ?? "";
  const bodyStart = open.index + open[0].length;
  if (open[2]) return { head: xml.slice(0, open.index), data: "", tail: xml.slice(bodyStart), prefix };
  const close = `</${prefix}sheetData>`;
  const bodyEnd = xml.lastIndexOf(close);
  if (bodyEnd < 0) throw new Error("<sheetData> has no end");
  return {
    head: xml.slice(0, open.index),
    data: xml.slice(bodyStart, bodyEnd),
    tail: xml.slice(bodyEnd + close.length),
    prefix,
  };
}

/**
 * Calls the visitor for each row and cell of `data`, in the file's order. Cells without an address follow the one
 * before. Attributes of rows and cells are numbers, addresses and flags, so a `>` always ends the tag.
 */
export function scanCells({ data, prefix }: Pick<SplitSheet, "data" | "prefix">, visitor: CellVisitor): void {
  const tags = new RegExp(`<${prefix}(row|c)(?=[\\s/>])([^>]*)>|</${prefix}row\\s*>`, "g");
  const cellClose = `</${prefix}c>`;
  let row: ScannedRow | undefined;
  let nextRow = 0;
  let nextColumn = 0;
  for (let match = tags.exec(data); match; match = tags.exec(data)) {
    const written = match[2] ?? "";
    const empty = written.endsWith("/");
    const attributes = empty ? written.slice(0, -1) : written;
    if (match[1] === "row") {
      const address = scanAttribute(attributes, "r");
      const number = address === undefined ? nextRow : Number(address) - 1;
      row = {
        row: number,
        attributes,
        start: match.index,
        contentStart: tags.lastIndex,
        contentEnd: tags.lastIndex,
        end: tags.lastIndex,
        empty,
      };
      nextRow = number + 1;
      nextColumn = 0;
      visitor.row?.(row);
      if (empty) visitor.rowEnd?.(row);
    } else if (match[1] === "c") {
      const start = match.index;
      const innerStart = tags.lastIndex;
      let inner = "";
      if (!empty) {
        const close = data.indexOf(cellClose, innerStart);
        if (close < 0) throw new Error("A cell has no end");
        inner = data.slice(innerStart, close);
        tags.lastIndex = close + cellClose.length;
      }
      if (!row) continue;
      const address = scanAttribute(attributes, "r");
      const column = address === undefined ? nextColumn : columnOf(address);
      nextColumn = column + 1;
      if (!visitor.cell) continue;
      const xf = Number(scanAttribute(attributes, "s") ?? 0);
      const type = scanAttribute(attributes, "t") ?? "n";
      visitor.cell({ row: row.row, column, xf, type, attributes, inner, start, end: tags.lastIndex }, row);
    } else if (row) {
      row.contentEnd = match.index;
      row.end = tags.lastIndex;
      visitor.rowEnd?.(row);
    }
  }
}

/** Numbers of the rows that are in the file, without looking at their cells. */
export function scanRowNumbers({ data, prefix }: Pick<SplitSheet, "data" | "prefix">): Set<number> {
  const rows = new Set<number>();
  let next = 0;
  for (const [, attributes = ""] of data.matchAll(new RegExp(`<${prefix}row(?=[\\s/>])([^>]*)>`, "g"))) {
    const written = scanAttribute(attributes, "r");
    next = written === undefined ? next : Number(written) - 1;
    rows.add(next);
    next += 1;
  }
  return rows;
}

/** Column number of an address such as `AB12`, without the cost of a full parse: this runs for every cell. */
function columnOf(address: string): number {
  let column = 0;
  for (let i = 0; i < address.length; i += 1) {
    const code = address.charCodeAt(i) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column > 0 ? column - 1 : columnIndex(address);
}

const UNUSUAL_SPACING = /\s=|=\s|[\n\r\t]/;

/** @example scanAttribute(' r="B2" s="5"', "s") // "5" */
export function scanAttribute(attributes: string, name: string): string | undefined {
  for (const quote of ['"', "'"]) {
    const at = attributes.indexOf(` ${name}=${quote}`);
    if (at >= 0) {
      const start = at + name.length + 3;
      return attributes.slice(start, attributes.indexOf(quote, start));
    }
  }
  if (!UNUSUAL_SPACING.test(attributes)) return undefined;
  const loose = new RegExp(`\\s${name}\\s*=\\s*(["'])(.*?)\\1`).exec(attributes);
  return loose?.[2];
}

export interface ScannedElement {
  readonly attributes: string;
  readonly text: string;
}

/** The first element of this name inside a cell. No regular expressions: this runs for every cell. */
export function scanElement(inner: string, prefix: string, name: string): ScannedElement | undefined {
  const open = `<${prefix}${name}`;
  const start = inner.indexOf(open);
  if (start < 0) return undefined;
  const tagEnd = inner.indexOf(">", start);
  const attributes = inner.slice(start + open.length, tagEnd);
  if (attributes.endsWith("/")) return { attributes: attributes.slice(0, -1), text: "" };
  const close = inner.indexOf(`</${prefix}${name}>`, tagEnd);
  return { attributes, text: inner.slice(tagEnd + 1, close < 0 ? inner.length : close) };
}

/** Text of all `<t>` runs: rich text joined, phonetic guides left out. */
export function joinRuns(markup: string, prefix: string): string {
  const withoutGuides = markup.includes(`<${prefix}rPh`)
    ? markup.replace(new RegExp(`<${prefix}rPh[\\s>].*?</${prefix}rPh>`, "gs"), "")
    : markup;
  const runs = new RegExp(`<${prefix}t(?:\\s[^>]*)?(?:/>|>([^<]*)</${prefix}t>)`, "g");
  let text = "";
  for (let match = runs.exec(withoutGuides); match; match = runs.exec(withoutGuides)) text += match[1] ?? "";
  return unescapeXml(text);
}
