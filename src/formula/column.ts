import { room } from "./buffers";

/** What a cell holds, as the numbers of the kind mask. Order matters: numbers sort before text before booleans. */
export const NUMBER = 0;
export const BLANK = 1;
export const TEXT = 2;
export const BOOLEAN = 3;
export const ERROR = 4;
export type Kind = typeof NUMBER | typeof BLANK | typeof TEXT | typeof BOOLEAN | typeof ERROR;

/** Excel's errors; an error cell's number is its place in this list. */
const ERROR_NAMES = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"] as const;
export type ErrorName = (typeof ERROR_NAMES)[number];
export const DIV0 = 1;
export const VALUE = 2;
export const REF = 3;
const NUM = 5;
export const NA = 6;

/** A cell's value in plain form: null is blank; an error is an object, so that no text is mistaken for one. */
export type Scalar = number | string | boolean | null | { readonly error: ErrorName };

/** The ends between which all numbers of a column lie, both finite and inclusive. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/**
 * A typed column. `numbers` has one entry a row, or a single one that stands for every row. A column of one kind
 * says so with a single number; the kind mask exists only where kinds are mixed. Blank counts as 0 in `numbers`,
 * booleans as 0 and 1, errors as their place in {@link ERROR_NAMES}. Zero is never negative.
 */
export interface Column {
  readonly numbers: Float64Array;
  readonly kinds: Kind | Uint8Array;
  /** By row, filled only where the kind is text. */
  readonly texts: readonly string[];
  /** Known of many columns of nothing but numbers: it answers questions without looking at every row. */
  readonly range?: Range;
  /** In a column of nothing but text that repeats: the few words it has; `numbers` are then places in this list. */
  readonly words?: readonly string[];
}

const NO_TEXTS: readonly string[] = [];

export function numberColumn(numbers: Float64Array, range?: Range): Column {
  return range
    ? { numbers, kinds: NUMBER, texts: NO_TEXTS, range }
    : { numbers, kinds: NUMBER, texts: NO_TEXTS };
}

/** @param places of each row's word in `words`, from 0 */
export function wordColumn(places: Float64Array, words: readonly string[]): Column {
  return { numbers: places, kinds: TEXT, texts: NO_TEXTS, words };
}

export function booleanColumn(numbers: Float64Array): Column {
  return { numbers, kinds: BOOLEAN, texts: NO_TEXTS };
}

/**
 * Cells as a column, or those of the rows `from` to before `to`; a row beyond the list is blank.
 *
 * @example columnOf([1, null, "x"])
 */
export function columnOf(cells: readonly Scalar[], from = 0, to = cells.length): Column {
  const numbers = room(to - from);
  const read = Number.isInteger(cells[from]) ? readWhole : readFractions;
  // The first that is no plain number sends the whole list the careful way.
  if (!read(cells, from, numbers)) return mixedColumn(cells, from, to);
  const [low = Infinity, high = -Infinity] = ends;
  return low <= high ? numberColumn(numbers, { low, high }) : numberColumn(numbers);
}

/** The lowest and the highest number last read. */
const ends = new Float64Array(2);

/**
 * Reads plain numbers until something else turns up. There are two of these, word for word the same: JavaScript keeps
 * lists of whole numbers and of fractions in different ways, and a loop that meets only one of them is several times
 * faster.
 */
function readFractions(cells: readonly Scalar[], from: number, numbers: Float64Array): boolean {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < numbers.length; i += 1) {
    const cell = cells[from + i];
    if (typeof cell !== "number" || cell - cell !== 0) return false;
    const value = cell + 0;
    numbers[i] = value;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  ends[0] = low;
  ends[1] = high;
  return true;
}

/** See {@link readFractions}. */
function readWhole(cells: readonly Scalar[], from: number, numbers: Float64Array): boolean {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < numbers.length; i += 1) {
    const cell = cells[from + i];
    if (typeof cell !== "number" || cell - cell !== 0) return false;
    const value = cell + 0;
    numbers[i] = value;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  ends[0] = low;
  ends[1] = high;
  return true;
}

function mixedColumn(cells: readonly Scalar[], from: number, to: number): Column {
  const writer = new ColumnWriter(to - from);
  for (let row = from; row < to; row += 1) writer.put(row - from, cells[row] ?? null);
  return writer.done();
}

/** One value for every row. */
export function constant(value: Scalar): Column {
  return columnOf([value]);
}

export function isConstant(column: Column): boolean {
  return column.numbers.length === 1;
}

export function kindAt(column: Column, row: number): Kind {
  if (typeof column.kinds === "number") return column.kinds;
  return (column.kinds[isConstant(column) ? 0 : row] ?? BLANK) as Kind;
}

export function numberAt(column: Column, row: number): number {
  return column.numbers[isConstant(column) ? 0 : row] ?? Number.NaN;
}

export function textAt(column: Column, row: number): string {
  if (column.words) return column.words[numberAt(column, row)] ?? "";
  return column.texts[isConstant(column) ? 0 : row] ?? "";
}

/** The value in `row` in plain form. */
export function scalarAt(column: Column, row: number): Scalar {
  const value = numberAt(column, row);
  switch (kindAt(column, row)) {
    case NUMBER:
      return value;
    case BLANK:
      return null;
    case TEXT:
      return textAt(column, row);
    case BOOLEAN:
      return value !== 0;
    case ERROR:
      return { error: ERROR_NAMES[value] ?? "#N/A" };
  }
}

/** Fills a column row by row; the kind mask is made only once two kinds have met. */
export class ColumnWriter {
  private readonly numbers: Float64Array;
  private readonly kinds: Uint8Array;
  private readonly texts: string[] = [];

  constructor(length: number) {
    this.numbers = new Float64Array(length);
    this.kinds = new Uint8Array(length);
  }

  put(row: number, value: Scalar): void {
    if (typeof value === "number") this.putNumber(row, value);
    else if (typeof value === "string") this.putText(row, value);
    else if (typeof value === "boolean") this.putRaw(row, BOOLEAN, value ? 1 : 0);
    else if (value === null) this.putRaw(row, BLANK, 0);
    else this.putError(row, ERROR_NAMES.indexOf(value.error));
  }

  /** Excel knows no infinity: what is not finite becomes #NUM!. */
  putNumber(row: number, value: number): void {
    if (Number.isFinite(value)) this.putRaw(row, NUMBER, value + 0);
    else this.putError(row, NUM);
  }

  putText(row: number, value: string): void {
    this.putRaw(row, TEXT, 0);
    this.texts[row] = value;
  }

  putBoolean(row: number, value: boolean): void {
    this.putRaw(row, BOOLEAN, value ? 1 : 0);
  }

  putError(row: number, error: number): void {
    this.putRaw(row, ERROR, error);
  }

  /** Copies the value another column holds in `from`. */
  copy(row: number, column: Column, from: number): void {
    const kind = kindAt(column, from);
    if (kind === TEXT) this.putText(row, textAt(column, from));
    else this.putRaw(row, kind, numberAt(column, from));
  }

  done(): Column {
    const first = this.kinds[0] ?? NUMBER;
    const uniform = this.kinds.every((kind) => kind === first);
    return { numbers: this.numbers, kinds: uniform ? (first as Kind) : this.kinds, texts: this.texts };
  }

  private putRaw(row: number, kind: Kind, value: number): void {
    this.kinds[row] = kind;
    this.numbers[row] = value;
  }
}
