import { LAST_COLUMN, LAST_ROW, columnIndex, columnName, type Rectangle } from "../../formula/references";
import { addressSheet } from "./area";

/** A reference as it stands in a formula. */
export interface FormulaReference extends Rectangle {
  /** The sheet named in front of it, without quotes. */
  readonly sheet: string | undefined;
  /** Which edges carry a `$`. */
  readonly fixed: {
    readonly top: boolean;
    readonly left: boolean;
    readonly bottom: boolean;
    readonly right: boolean;
  };
  readonly shape: "cell" | "range" | "columns" | "rows";
  readonly text: string;
}

const PREFIX = String.raw`(?:('(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)`;
const CELL = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}`;
const AREA = String.raw`${CELL}(?::${CELL})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?[1-9]\d{0,6}:\$?[1-9]\d{0,6}`;
/**
 * The pieces of a formula, in order of preference: text, errors, structured references in brackets, references, and
 * words and numbers (functions, names), which are only recognised so that no reference is found inside them.
 */
const PIECES = new RegExp(
  String.raw`("(?:[^"]|"")*")|(#[A-Z0-9/]+[!?]?)|(\[(?:[^[\]]|\[[^\]]*\])*\])|${PREFIX}?(${AREA})(?![\p{L}\p{N}_.(!\[\\])|${PREFIX}|[\p{L}\p{N}_.\\?]+`,
  "gu",
);

/**
 * The formula with each reference replaced by what `map` returns; undefined leaves it as it is. Text in double
 * quotes is never touched.
 */
function mapReferences(formula: string, map: (reference: FormulaReference) => string | undefined): string {
  return formula.replace(
    PIECES,
    (piece: string, _text, _error, _bracket, prefix?: string, reference?: string) => {
      if (reference === undefined) return piece;
      const parsed = parseReference(reference, prefix, piece);
      return (parsed && map(parsed)) ?? piece;
    },
  );
}

/** The formula with words that are neither functions nor sheets nor references, names that is, replaced by `map`. */
export function mapNames(formula: string, map: (name: string) => string | undefined): string {
  return formula.replace(PIECES, (...match: unknown[]) => {
    const piece = String(match[0]);
    // Every other kind of piece fills a group of its own.
    if (match.slice(1, 7).some((group) => group !== undefined)) return piece;
    const next = formula.charAt(Number(match[7]) + piece.length);
    return next === "(" || next === "!" ? piece : (map(piece) ?? piece);
  });
}

/** The references of a formula, in order. */
export function referencesOf(formula: string): FormulaReference[] {
  const found: FormulaReference[] = [];
  mapReferences(formula, (reference) => {
    found.push(reference);
    return undefined;
  });
  return found;
}

const CORNER = /^(\$?)([A-Za-z]{1,3})?(\$?)(\d+)?$/;

function parseReference(
  text: string,
  prefix: string | undefined,
  piece: string,
): FormulaReference | undefined {
  const [first = "", second = first] = text.split(":");
  const [from, to] = [corner(first), corner(second)];
  if (!from || !to) return undefined;
  const shape =
    from.column === undefined
      ? "rows"
      : from.row === undefined
        ? "columns"
        : text.includes(":")
          ? "range"
          : "cell";
  const reference = {
    sheet: prefix === undefined ? undefined : unquote(prefix),
    top: from.row ?? 0,
    left: from.column ?? 0,
    bottom: to.row ?? LAST_ROW,
    right: to.column ?? LAST_COLUMN,
    fixed: { top: from.fixedRow, left: from.fixedColumn, bottom: to.fixedRow, right: to.fixedColumn },
    shape,
    text: piece,
  } as const;
  return reference.bottom > LAST_ROW || reference.right > LAST_COLUMN || reference.left > LAST_COLUMN
    ? undefined
    : reference;
}

function corner(
  text: string,
): { row?: number; column?: number; fixedRow: boolean; fixedColumn: boolean } | undefined {
  const parts = CORNER.exec(text);
  if (!parts) return undefined;
  const [, firstSign, column, secondSign, row] = parts;
  return {
    ...(row === undefined ? {} : { row: Number(row) - 1 }),
    ...(column === undefined ? {} : { column: columnIndex(column) }),
    // In `$5:$9` the sign in front belongs to the row.
    fixedRow: column === undefined ? firstSign === "$" || secondSign === "$" : secondSign === "$",
    fixedColumn: column !== undefined && firstSign === "$",
  };
}

const unquote = (name: string): string =>
  name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;

/** Writes a reference back, with its `$` signs, over another rectangle. */
function writeReference(reference: FormulaReference, over: Rectangle, sheet = reference.sheet): string {
  const { fixed, shape } = reference;
  const column = (index: number, isFixed: boolean): string => (isFixed ? "$" : "") + columnName(index);
  const row = (index: number, isFixed: boolean): string => `${isFixed ? "$" : ""}${index + 1}`;
  const first =
    (shape === "rows" ? "" : column(over.left, fixed.left)) +
    (shape === "columns" ? "" : row(over.top, fixed.top));
  const second =
    (shape === "rows" ? "" : column(over.right, fixed.right)) +
    (shape === "columns" ? "" : row(over.bottom, fixed.bottom));
  return (
    (sheet === undefined ? "" : `${addressSheet(sheet)}!`) + (shape === "cell" ? first : `${first}:${second}`)
  );
}

/** A formula as it reads when copied by so many rows and columns; references pushed off the sheet become `#REF!`. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  return mapReferences(formula, (reference) => {
    const { fixed, shape } = reference;
    const movesRows = shape !== "columns";
    const movesColumns = shape !== "rows";
    const moved = {
      top: reference.top + (fixed.top || !movesRows ? 0 : rows),
      bottom: reference.bottom + (fixed.bottom || !movesRows ? 0 : rows),
      left: reference.left + (fixed.left || !movesColumns ? 0 : columns),
      right: reference.right + (fixed.right || !movesColumns ? 0 : columns),
    };
    if (Math.min(moved.top, moved.left) < 0 || moved.bottom > LAST_ROW || moved.right > LAST_COLUMN)
      return "#REF!";
    return writeReference(reference, moved);
  });
}

/** The formula after the sheet `name` is gone: every reference to it is `#REF!`. */
export function forgetSheet(formula: string, name: string): string {
  const gone = name.toLowerCase();
  return mapReferences(formula, (reference) =>
    reference.sheet?.toLowerCase() === gone ? "#REF!" : undefined,
  );
}

/** Where a span of rows or columns goes when `count` lines are inserted (or, negative, deleted) at `at`; null when it vanishes. */
function shiftSpan(first: number, last: number, at: number, count: number): readonly [number, number] | null {
  if (count >= 0) return [first >= at ? first + count : first, last >= at ? last + count : last];
  const end = at - count;
  const place = (line: number): number => (line < at ? line : line >= end ? line + count : at);
  if (first >= at && last < end) return null;
  return [place(first), last >= at && last < end ? at - 1 : place(last)];
}

/**
 * The formula after lines were inserted or deleted on the sheet `sheet`.
 *
 * @param home The sheet the formula stands on: references without a sheet mean it.
 */
export function shiftLines(
  formula: string,
  home: string,
  sheet: string,
  axis: "rows" | "columns",
  at: number,
  count: number,
): string {
  return mapReferences(formula, (reference) => {
    if ((reference.sheet ?? home).toLowerCase() !== sheet.toLowerCase()) return undefined;
    if (reference.shape === (axis === "rows" ? "columns" : "rows")) return undefined;
    const span =
      axis === "rows"
        ? shiftSpan(reference.top, reference.bottom, at, count)
        : shiftSpan(reference.left, reference.right, at, count);
    const last = axis === "rows" ? LAST_ROW : LAST_COLUMN;
    if (!span || span[0] > last) return "#REF!";
    const [from, to] = [span[0], Math.min(span[1], last)];
    return writeReference(
      reference,
      axis === "rows" ? { ...reference, top: from, bottom: to } : { ...reference, left: from, right: to },
    );
  });
}

/** A rectangle after the same; null when it vanishes. */
export function shiftRectangle(
  area: Rectangle,
  axis: "rows" | "columns",
  at: number,
  count: number,
): Rectangle | null {
  const span =
    axis === "rows"
      ? shiftSpan(area.top, area.bottom, at, count)
      : shiftSpan(area.left, area.right, at, count);
  if (!span) return null;
  return axis === "rows"
    ? { ...area, top: span[0], bottom: Math.min(span[1], LAST_ROW) }
    : { ...area, left: span[0], right: Math.min(span[1], LAST_COLUMN) };
}

/**
 * Whether Excel would take the text as a formula at all: brackets and quotes close, and it does not end in an
 * operator. Unknown functions and names are fine: they compute to `#NAME?`.
 */
export function isWellFormed(formula: string): boolean {
  const body = formula
    .slice(1)
    .replace(/"(?:[^"]|"")*"/g, "0")
    .replace(/'(?:[^']|'')+'!/g, "");
  if (
    /["']/.test(body) ||
    body.trim() === "" ||
    /[-+*/^&=<>,;(]\s*$/.test(body) ||
    /^\s*[*/^&=<>,;)]/.test(body)
  )
    return false;
  if (/\(\s*[*/^&=<>]|[-+*/^&=<>]\s*[)*/^&,;]/.test(body)) return false;
  let depth = 0;
  for (const character of body) {
    if (character === "(") depth++;
    else if (character === ")" && --depth < 0) return false;
  }
  return depth === 0;
}
