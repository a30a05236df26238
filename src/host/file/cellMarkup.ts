import { cellRef } from "../../formula/references";
import type { Cell, Scalar } from "../book/workbook";
import { formulaToFile } from "./formulaText";
import { cellTextMarkup, spaceAttribute } from "./text";
import { escapeText } from "./xml";

export interface MarkupContext {
  /** Namespace prefix with its colon. */
  readonly prefix: string;
  readonly sharedString: (text: string) => number;
}

interface ValueMarkup {
  readonly type?: string;
  readonly inner: string;
}

/** A computed result beside its formula: its type must be said, or readers that do not calculate show it wrongly. */
export function resultMarkup(value: Scalar, prefix: string): ValueMarkup {
  const v = (text: string, space = ""): string => `<${prefix}v${space}>${text}</${prefix}v>`;
  if (value === null) return { inner: "" };
  if (typeof value === "number")
    return Number.isFinite(value) ? { inner: v(String(value)) } : { type: "e", inner: v("#NUM!") };
  if (typeof value === "boolean") return { type: "b", inner: v(value ? "1" : "0") };
  if (typeof value === "string")
    return { type: "str", inner: v(cellTextMarkup(value), spaceAttribute(value)) };
  return { type: "e", inner: v(escapeText(value.error)) };
}

function constantMarkup(value: Scalar, context: MarkupContext): ValueMarkup {
  if (typeof value !== "string") return resultMarkup(value, context.prefix);
  return { type: "s", inner: `<${context.prefix}v>${context.sharedString(value)}</${context.prefix}v>` };
}

/** A whole `<c>`. `formula`, when given, is the `<f>` to keep instead of writing one from the cell. */
export function cellMarkup(
  row: number,
  column: number,
  cell: Cell,
  xf: number,
  context: MarkupContext,
  formula?: string,
): string {
  const { prefix } = context;
  const f =
    formula ??
    (cell.formula === undefined ? "" : `<${prefix}f>${escapeText(formulaToFile(cell.formula))}</${prefix}f>`);
  const { type, inner } = f ? resultMarkup(cell.value, prefix) : constantMarkup(cell.value, context);
  const open = `<${prefix}c r="${cellRef(row, column)}"${xf ? ` s="${xf}"` : ""}${type === undefined ? "" : ` t="${type}"`}`;
  return f || inner ? `${open}>${f}${inner}</${prefix}c>` : `${open}/>`;
}
