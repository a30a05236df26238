import { cellRef, parseRange } from "../formula/references";
import type { SheetSpec, SpecCell } from "../sheets/spec";
import { shortDigest } from "./digest";
import type { ReturnField } from "./fields";
import type { Handout } from "./outgoing/handout";

/** Enough to tell an edit; a handout has a few hundred cells. */
const LENGTH = 5;

/** Everything on a handout's sheet but what may be typed, one fingerprint a cell. */
export interface SheetShape {
  /** Id of the sheet's spec. */
  readonly id: string;
  readonly tab: string;
  /** A1 addresses and, in the same order, their fingerprints. */
  readonly cells: readonly string[];
  readonly prints: readonly string[];
  /** Which of the cells hold formulas. */
  readonly formulas: readonly string[];
}

/** What several handouts have in common, so that it is stored once. Cells that differ between them have no print here. */
export interface Layout {
  readonly fields: readonly ReturnField[];
  readonly sheets: readonly SheetShape[];
}

/** Fingerprint of a cell's content, equal for all the ways spreadsheet programs write the same thing. */
export function printOf(content: SpecCell | undefined): string {
  if (content === null || content === undefined || content === "") return "";
  const text = typeof content === "object" ? `=${plainFormula(content.formula)}` : plainValue(content);
  return shortDigest(text, LENGTH);
}

function plainValue(value: string | number | boolean): string {
  if (typeof value === "number") return `#${Number(value.toPrecision(12))}`;
  return typeof value === "boolean" ? `!${value}` : `"${value.replace(/\r\n?/g, "\n").trim()}`;
}

/** Without spaces, case, quotes about sheet names and the prefixes files carry. @example plainFormula("=sum( 'A'!B1 )") // "SUM(A!B1)" */
function plainFormula(formula: string): string {
  return formula
    .replace(/^=/, "")
    .replace(/"(?:[^"]|"")*"|'((?:[^']|'')*)'|[^"']+/g, (piece, sheet: string | undefined) => {
      if (piece.startsWith('"')) return piece;
      if (sheet !== undefined) return sheet.toUpperCase();
      return piece
        .replace(/\s+|_xlfn\.|_xlws\./gi, "")
        .toUpperCase()
        .replace(/(?<![A-Z$_.\d])\d+(?:\.\d+)?(?:E[-+]?\d+)?(?![A-Z(])/g, (number) => String(Number(number)));
    });
}

/** The fixed cells of a handout's sheets. */
export function shapeOf({ spec, fields }: Handout): SheetShape[] {
  return spec.sheets.map((sheet) => {
    const known = shapes.get(sheet);
    if (known) return known;
    const typed = new Set(fields.filter((field) => field.sheet === sheet.id).map(({ cell }) => cell));
    const cells: string[] = [];
    const prints: string[] = [];
    const formulas: string[] = [];
    for (const { at, cells: rows } of sheet.blocks) {
      const { top, left } = parseRange(at);
      rows.forEach((row, r) =>
        row.forEach((content, c) => {
          const cell = cellRef(top + r, left + c);
          const print = typed.has(cell) ? "" : printOf(content);
          if (print === "") return;
          cells.push(cell);
          prints.push(print);
          if (typeof content === "object") formulas.push(cell);
        }),
      );
    }
    const shape = { id: sheet.id, tab: sheet.name, cells, prints, formulas };
    // Nothing is typed there: the same page in another handout looks the same.
    if (typed.size === 0) shapes.set(sheet, shape);
    return shape;
  });
}

const shapes = new WeakMap<SheetSpec, SheetShape>();

/** A handout as far as it is remembered. */
export interface Shaped {
  readonly fields: readonly ReturnField[];
  readonly sheets: readonly SheetShape[];
}

export interface Packed {
  readonly layouts: readonly Layout[];
  /** For each handout the number of its layout and the prints of the cells that are its own. */
  readonly handouts: readonly { readonly layout: number; readonly own: readonly string[] }[];
}

/** Layouts of many handouts with what they share said once. */
export function packShapes(handouts: readonly Shaped[]): Packed {
  const groups = new Map<string, number[]>();
  handouts.forEach(({ fields, sheets }, i) => {
    const key = JSON.stringify([
      fields,
      sheets.map(({ id, tab, cells, formulas }) => [id, tab, cells, formulas]),
    ]);
    const group = groups.get(key);
    if (group) group.push(i);
    else groups.set(key, [i]);
  });
  const layouts: Layout[] = [];
  const packed: { layout: number; own: string[] }[] = handouts.map(() => ({ layout: 0, own: [] }));
  for (const members of groups.values()) {
    const [first] = members.flatMap((i) => handouts[i] ?? []);
    if (!first) continue;
    const sheets = first.sheets.map((sheet, s): SheetShape => ({
      ...sheet,
      prints: sheet.prints.map((print, c) =>
        members.every((i) => handouts[i]?.sheets[s]?.prints[c] === print) ? print : "",
      ),
    }));
    for (const i of members) {
      const own = sheets.flatMap(({ prints }, s) =>
        prints.flatMap((print, c) => (print === "" ? [handouts[i]?.sheets[s]?.prints[c] ?? ""] : [])),
      );
      packed[i] = { layout: layouts.length, own };
    }
    layouts.push({ fields: first.fields, sheets });
  }
  return { layouts, handouts: packed };
}

/** A handout's own shape again. */
export function unpackShape({ sheets }: Layout, own: readonly string[]): SheetShape[] {
  let next = 0;
  return sheets.map((sheet) => ({
    ...sheet,
    prints: sheet.prints.map((print) => (print === "" ? (own[next++] ?? "") : print)),
  }));
}
