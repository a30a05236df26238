import { BLANK, BOOLEAN, ERROR, NUMBER, TEXT, VALUE, kindAt, numberAt, textAt, type Column } from "./column";

/** Text that Excel takes for a number in arithmetic, in every language setting: digits, a point, an exponent. */
const PLAIN_NUMBER = /^[ ]*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[ ]*$/;

/** A number, or an error's place in the list of errors as a value that cannot be a number. */
export type NumberOrError = { readonly number: number } | { readonly error: number };

/** A value as arithmetic sees it: blank 0, booleans 0 and 1, text a number if it reads as one, else #VALUE!. */
export function toNumber(column: Column, row: number): NumberOrError {
  const kind = kindAt(column, row);
  if (kind === ERROR) return { error: numberAt(column, row) };
  if (kind !== TEXT) return { number: numberAt(column, row) };
  const text = textAt(column, row);
  return PLAIN_NUMBER.test(text) ? { number: Number(text) } : { error: VALUE };
}

/** A value as a condition sees it: numbers are true unless 0, text is #VALUE! unless it reads TRUE or FALSE. */
export function toCondition(
  column: Column,
  row: number,
): { readonly yes: boolean } | { readonly error: number } {
  const kind = kindAt(column, row);
  if (kind === ERROR) return { error: numberAt(column, row) };
  if (kind !== TEXT) return { yes: numberAt(column, row) !== 0 };
  const word = textAt(column, row).toUpperCase();
  return word === "TRUE" || word === "FALSE" ? { yes: word === "TRUE" } : { error: VALUE };
}

/** A value as `&` writes it. Numbers have the 15 digits of Excel. */
export function toText(column: Column, row: number): { readonly text: string } | { readonly error: number } {
  const value = numberAt(column, row);
  switch (kindAt(column, row)) {
    case ERROR:
      return { error: value };
    case TEXT:
      return { text: textAt(column, row) };
    case BLANK:
      return { text: "" };
    case BOOLEAN:
      return { text: value === 0 ? "FALSE" : "TRUE" };
    case NUMBER:
      return { text: String(Number(value.toPrecision(15))).toUpperCase() };
  }
}

/**
 * The order Excel puts two cells in: numbers before text before booleans; blank is 0, "" or FALSE, whichever the other
 * side wants; text without regard to case; numbers equal when their 15 digits are. Negative, 0 or positive.
 */
export function compareCells(a: Column, rowA: number, b: Column, rowB: number): number {
  const kindA = kindAt(a, rowA);
  const kindB = kindAt(b, rowB);
  const typeA = kindA === BLANK ? (kindB === BLANK ? NUMBER : kindB) : kindA;
  const typeB = kindB === BLANK ? typeA : kindB;
  if (typeA !== typeB) return typeA - typeB;
  if (typeA === TEXT) {
    const textA = textAt(a, rowA).toLowerCase();
    const textB = textAt(b, rowB).toLowerCase();
    return textA < textB ? -1 : textA > textB ? 1 : 0;
  }
  return compareNumbers(numberAt(a, rowA), numberAt(b, rowB));
}

export function compareNumbers(a: number, b: number): number {
  if (a === b) return 0;
  const gap = a - b;
  // Two numbers far enough apart in proportion differ within 15 digits too; only close ones need the slow look.
  if (Math.abs(gap) > 1e-14 * Math.max(Math.abs(a), Math.abs(b))) return gap;
  return Number(a.toPrecision(15)) - Number(b.toPrecision(15));
}
