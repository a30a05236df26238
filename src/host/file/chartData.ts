import { parseRange } from "../../formula/references";
import type { HostWorkbook, Scalar } from "../book/workbook";
import { escapeText } from "./xml";

/** Cells a chart refers to, in reading order, with the first one's number format. */
export interface ReferredCells {
  readonly values: readonly Scalar[];
  readonly format: string;
}

export type Resolve = (reference: string) => ReferredCells | undefined;

/** Looks references up in the workbook; `undefined` for what is no plain range of it. */
export function resolver(workbook: HostWorkbook, home: string): Resolve {
  return (reference) => {
    const range = tryRange(reference.replace(/^=/, ""));
    const sheet = workbook.sheets.find(
      ({ name }) => name.toLowerCase() === (range?.sheet ?? home).toLowerCase(),
    );
    if (!range || !sheet) return undefined;
    const values: Scalar[] = [];
    for (let row = range.top; row <= range.bottom; row += 1) {
      for (let column = range.left; column <= range.right; column += 1)
        values.push(sheet.cells.get(row)?.get(column)?.value ?? null);
    }
    const first = sheet.cells.get(range.top)?.get(range.left);
    return { values, format: workbook.styles[first?.style ?? 0]?.numberFormat ?? "General" };
  };
}

function tryRange(reference: string): ReturnType<typeof parseRange> | undefined {
  try {
    return parseRange(reference);
  } catch {
    return undefined;
  }
}

/**
 * A reference with the values it has now, so that programs that do not calculate draw the chart at once.
 * Categories of text become a text reference, all else a number reference.
 */
export function referenceMarkup(reference: string, resolve: Resolve, allowText: boolean): string {
  const f = `<c:f>${escapeText(reference.replace(/^=/, ""))}</c:f>`;
  const cells = resolve(reference);
  const isText = allowText && (cells?.values.some((value) => typeof value === "string") ?? false);
  if (!cells) return allowText ? `<c:strRef>${f}</c:strRef>` : `<c:numRef>${f}</c:numRef>`;
  const count = `<c:ptCount val="${cells.values.length}"/>`;
  const points = cells.values
    .map((value) => (isText ? textOf(value) : numberOf(value)))
    .map((text, i) => (text === "" ? "" : `<c:pt idx="${i}"><c:v>${escapeText(text)}</c:v></c:pt>`))
    .join("");
  if (isText) return `<c:strRef>${f}<c:strCache>${count}${points}</c:strCache></c:strRef>`;
  return `<c:numRef>${f}<c:numCache><c:formatCode>${escapeText(cells.format)}</c:formatCode>${count}${points}</c:numCache></c:numRef>`;
}

function textOf(value: Scalar): string {
  if (value === null) return "";
  return typeof value === "object" ? value.error : String(value);
}

/** Gaps, texts and errors have no point. */
function numberOf(value: Scalar): string {
  if (typeof value === "boolean") return value ? "1" : "0";
  return typeof value === "number" && Number.isFinite(value) ? String(value) : "";
}
