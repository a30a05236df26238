import { room } from "./buffers";
import {
  BLANK,
  ColumnWriter,
  DIV0,
  ERROR,
  NA,
  NUMBER,
  REF,
  TEXT,
  isConstant,
  kindAt,
  numberAt,
  numberColumn,
  textAt,
  wordColumn,
  type Column,
} from "./column";
import {
  COUNT_ONLY,
  arithmetic,
  choose,
  comparison,
  conditions,
  fold,
  kindTest,
  numeric,
  power,
  rescue,
  rowsOf,
} from "./kernels";
import {
  added,
  divided,
  greatest,
  heldLoop,
  least,
  multiplied,
  roundLoop,
  startedLoop,
  subtracted,
  type PairLoop,
} from "./loops";
import { foundRange } from "./range";
import { COMPARE_DIGITS, ROUNDING_LIFT, excelRound } from "./rounding";
import { lookUpPassed, passedBy, thresholdsOf } from "./thresholds";
import { compareCells, toNumber, toText } from "./values";

/**
 * What a function does with columns. Vectors arrive as columns of their own length; `isCell` says which arguments are
 * references, since Excel treats what stands in a cell and what was just computed differently.
 */
export type EvaluateColumns = (args: readonly Column[], rows: number, isCell: readonly boolean[]) => Column;

/** How a function is written: an operator with its precedence, or a template in which `{0}` is the first argument. */
type Printing =
  | { readonly operator: string; readonly precedence: number }
  | { readonly prefix: string; readonly precedence: number }
  | { readonly call: string }
  | { readonly template: string; readonly precedence?: number };

interface FunctionSpec {
  /** Fewest and most arguments. */
  readonly arity: readonly [number, number];
  readonly evaluate: EvaluateColumns;
  readonly print: Printing;
}

const MANY = 250;
const first = (args: readonly Column[], place: number): Column => {
  const arg = args[place];
  if (!arg) throw new RangeError(`Argument ${place + 1} is missing`);
  return arg;
};

/** How many bounds a value has passed; see {@link thresholdsOf}. */
const passed: EvaluateColumns = (args, rows) => {
  const thresholds = thresholdsOf(first(args, 1), first(args, 2));
  const counts = Float64Array.from({ length: thresholds.bounds.length + 1 }, (_, count) => count);
  const loop: PairLoop = (a, step, _b, _stepB, out) => {
    if (step === 1) lookUpPassed(thresholds, counts, a, out);
    else out.fill(passedBy(a[0] ?? 0, thresholds));
  };
  return numeric((x) => passedBy(x, thresholds), loop)([first(args, 0)], rows);
};

const item: EvaluateColumns = (args, rows) => {
  const [list, place] = [first(args, 0), first(args, 1)];
  const length = rowsOf([place], rows);
  const plain = plainItems(list, place, length);
  if (plain) return plain;
  const writer = new ColumnWriter(length);
  for (let i = 0; i < length; i += 1) {
    const at = toNumber(place, i);
    if ("error" in at) writer.putError(i, at.error);
    else if (at.number < 1 || at.number >= list.numbers.length + 1) writer.putError(i, REF);
    else if (kindAt(list, Math.trunc(at.number) - 1) === BLANK) writer.putNumber(i, 0);
    else writer.copy(i, list, Math.trunc(at.number) - 1);
  }
  return writer.done();
};

/** A list of one kind looked up by places that are all in it. */
function plainItems(list: Column, place: Column, length: number): Column | undefined {
  if (place.kinds !== NUMBER || (list.kinds !== NUMBER && list.kinds !== TEXT)) return undefined;
  const numbers = room(length);
  const size = list.numbers.length;
  const worded = list.kinds === TEXT;
  for (let i = 0; i < length; i += 1) {
    const at = Math.trunc(place.numbers[i] ?? 0) - 1;
    if (!(at >= 0 && at < size)) return undefined;
    numbers[i] = worded ? at : (list.numbers[at] ?? 0);
  }
  return worded ? wordColumn(numbers, wordsOf(list)) : numberColumn(numbers, foundRange(list));
}

function wordsOf(list: Column): readonly string[] {
  return list.words ? Array.from(list.numbers, (_, k) => textAt(list, k)) : list.texts;
}

/**
 * The place, from 1, of a value in a list, both read as text without regard to case: 5 finds "5", and no character is
 * a wildcard. #N/A when it is not there.
 */
const find: EvaluateColumns = (args, rows) => {
  const [value, list] = [first(args, 0), first(args, 1)];
  const length = rowsOf([value], rows);
  const writer = new ColumnWriter(length);
  const words = Array.from(list.numbers, (_, k) => {
    const word = toText(list, k);
    return "text" in word ? word.text.toLowerCase() : undefined;
  });
  for (let i = 0; i < length; i += 1) {
    const sought = toText(value, i);
    const place = "text" in sought ? words.indexOf(sought.text.toLowerCase()) : -1;
    if ("error" in sought) writer.putError(i, sought.error);
    else if (place < 0) writer.putError(i, NA);
    else writer.putNumber(i, place + 1);
  }
  return writer.done();
};

/** RANK: one more than how many numbers of the list come before the value; the third argument is 0 for highest first. */
const rank: EvaluateColumns = (args, rows) => {
  const [value, list, order] = [first(args, 0), first(args, 1), first(args, 2)];
  const length = rowsOf([value, order], rows);
  const writer = new ColumnWriter(length);
  const members = isConstant(list)
    ? Array.from({ length: rows }, () => 0)
    : Array.from(list.numbers, (_, k) => k);
  const sorted = Float64Array.from(
    members.flatMap((k) => (kindAt(list, k) === NUMBER ? [numberAt(list, k)] : [])),
  ).sort();
  for (let i = 0; i < length; i += 1) {
    const sought = toNumber(value, i);
    const upward = toNumber(order, i);
    if ("error" in sought) writer.putError(i, sought.error);
    else if ("error" in upward) writer.putError(i, upward.error);
    else {
      const below = countBelow(sorted, sought.number, false);
      const reached = countBelow(sorted, sought.number, true);
      if (below === reached) writer.putError(i, NA);
      else writer.putNumber(i, (upward.number === 0 ? sorted.length - reached : below) + 1);
    }
  }
  return writer.done();
};

/** How many of the sorted numbers are less than `bound`, or less or equal with `inclusive`. */
function countBelow(sorted: Float64Array, bound: number, inclusive: boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = sorted[middle] ?? 0;
    if (entry < bound || (inclusive && entry === bound)) low = middle + 1;
    else high = middle;
  }
  return low;
}

const match: EvaluateColumns = (args, rows) => {
  const [value, list] = [first(args, 0), first(args, 1)];
  const length = rowsOf([value], rows);
  const writer = new ColumnWriter(length);
  for (let i = 0; i < length; i += 1) {
    if (kindAt(value, i) === ERROR) {
      writer.putError(i, numberAt(value, i));
      continue;
    }
    const place = Array.from(list.numbers).findIndex(
      (_, k) =>
        kindAt(list, k) !== BLANK && kindAt(list, k) !== ERROR && compareCells(value, i, list, k) === 0,
    );
    if (place < 0) writer.putError(i, NA);
    else writer.putNumber(i, place + 1);
  }
  return writer.done();
};

/** Tiers summed part by part: each start below the value adds what is above it, times the tier's own step in rate. */
const marginal: EvaluateColumns = (args, rows) => {
  const [value, starts, steps] = [first(args, 0), first(args, 1), first(args, 2)];
  const tiers = Array.from(starts.numbers, (_, k) => [toNumber(starts, k), toNumber(steps, k)] as const);
  return numeric((x) => {
    let sum = 0;
    for (const [start, step] of tiers) {
      if ("error" in start) return { error: start.error };
      if ("error" in step) return { error: step.error };
      if (x > start.number) sum += (x - start.number) * step.number;
    }
    return sum;
  })([value], rows);
};

/** The numbers beside each occurrence of a word in a list of words, without regard to case. */
const sumif: EvaluateColumns = (args, rows) => {
  const [words, wanted, numbers] = [first(args, 0), first(args, 1), first(args, 2)];
  const sums = new Map<string, number>();
  for (let k = 0; k < words.numbers.length; k += 1) {
    if (kindAt(words, k) !== TEXT || kindAt(numbers, k) !== NUMBER) continue;
    const word = textAt(words, k).toLowerCase();
    sums.set(word, (sums.get(word) ?? 0) + numberAt(numbers, k));
  }
  const length = rowsOf([wanted], rows);
  const out = new Float64Array(length);
  for (let i = 0; i < length; i += 1) out[i] = sums.get(textAt(wanted, i).toLowerCase()) ?? 0;
  return numberColumn(out);
};

const isEmptyText = (column: Column): boolean =>
  column.kinds === TEXT && isConstant(column) && textAt(column, 0) === "";

const join: EvaluateColumns = (args, rows) => {
  const length = rowsOf(args, rows);
  const [before, after] = [first(args, 0), first(args, 1)];
  if (isEmptyText(after) && before.kinds === TEXT) return before;
  if (isEmptyText(before) && after.kinds === TEXT) return after;
  const writer = new ColumnWriter(length);
  for (let i = 0; i < length; i += 1) {
    const parts = args.map((arg) => toText(arg, i));
    const failed = parts.find((part) => "error" in part);
    if (failed && "error" in failed) writer.putError(i, failed.error);
    else writer.putText(i, parts.map((part) => ("text" in part ? part.text : "")).join(""));
  }
  return writer.done();
};

const roundAway = (x: number, digits: number): number => {
  const scale = 10 ** Math.trunc(digits);
  const scaled = Number((Math.abs(x) * scale).toPrecision(15));
  return (Math.sign(x) * Math.ceil(scaled)) / scale;
};

const roundToZero = (x: number, digits: number): number => {
  const scale = 10 ** Math.trunc(digits);
  return (Math.sign(x) * Math.floor(Number((Math.abs(x) * scale).toPrecision(15)))) / scale;
};

const spec = (
  arity: number | readonly [number, number],
  evaluate: EvaluateColumns,
  print: Printing,
): FunctionSpec => ({
  arity: typeof arity === "number" ? [arity, arity] : arity,
  evaluate,
  print,
});

/**
 * Every function there is: how many arguments, what it does to columns, how Excel writes it. Templates use only what
 * Excel 2010, WPS, LibreOffice and the live workbook of the host calculate alike.
 */
export const FUNCTIONS = {
  add: spec(
    2,
    arithmetic(added, (x, y) => x + y, 0),
    { operator: "+", precedence: 3 },
  ),
  sub: spec(
    2,
    arithmetic(subtracted, (x, y) => x - y, 0),
    { operator: "-", precedence: 3 },
  ),
  mul: spec(
    2,
    arithmetic(multiplied, (x, y) => x * y, 1),
    { operator: "*", precedence: 4 },
  ),
  div: spec(
    2,
    arithmetic(divided, (x, y) => x / y, 1, true),
    { operator: "/", precedence: 4 },
  ),
  pow: spec(
    2,
    numeric((x, y) => (x === 0 && y < 0 ? { error: DIV0 } : power(x, y))),
    { operator: "^", precedence: 5 },
  ),
  neg: spec(
    1,
    numeric((x) => 0 - x),
    { prefix: "-", precedence: 6 },
  ),

  eq: spec(
    2,
    comparison((order) => order === 0),
    { operator: "=", precedence: 1 },
  ),
  ne: spec(
    2,
    comparison((order) => order !== 0),
    { operator: "<>", precedence: 1 },
  ),
  lt: spec(
    2,
    comparison((order) => order < 0),
    { operator: "<", precedence: 1 },
  ),
  le: spec(
    2,
    comparison((order) => order <= 0),
    { operator: "<=", precedence: 1 },
  ),
  gt: spec(
    2,
    comparison((order) => order > 0),
    { operator: ">", precedence: 1 },
  ),
  ge: spec(
    2,
    comparison((order) => order >= 0),
    { operator: ">=", precedence: 1 },
  ),
  join: spec(2, join, { operator: "&", precedence: 2 }),

  if: spec(3, choose, { call: "IF" }),
  iferror: spec(2, rescue, { call: "IFERROR" }),
  and: spec([1, MANY], conditions(false), { call: "AND" }),
  or: spec([1, MANY], conditions(true), { call: "OR" }),
  not: spec(1, (args, rows) => choose([first(args, 0), FALSE_COLUMN, TRUE_COLUMN], rows), { call: "NOT" }),
  isnumber: spec(
    1,
    kindTest((kind) => kind === NUMBER),
    { call: "ISNUMBER" },
  ),
  isblank: spec(
    1,
    kindTest((kind) => kind === BLANK),
    { call: "ISBLANK" },
  ),
  istext: spec(
    1,
    kindTest((kind) => kind === TEXT),
    { call: "ISTEXT" },
  ),

  min: spec(
    [1, MANY],
    fold(Infinity, Math.min, (x, n) => (n === 0 ? 0 : x), false, least),
    { call: "MIN" },
  ),
  max: spec(
    [1, MANY],
    fold(-Infinity, Math.max, (x, n) => (n === 0 ? 0 : x), false, greatest),
    { call: "MAX" },
  ),
  sum: spec(
    [1, MANY],
    fold(
      0,
      (x, y) => x + y,
      (x) => x,
      false,
      added,
    ),
    { call: "SUM" },
  ),
  count: spec(
    [1, MANY],
    fold(0, COUNT_ONLY, (_, n) => n, true),
    { call: "COUNT" },
  ),
  average: spec(
    [1, MANY],
    fold(
      0,
      (x, y) => x + y,
      (x, n) => (n === 0 ? { error: DIV0 } : x / n),
    ),
    { call: "AVERAGE" },
  ),
  abs: spec(1, numeric(Math.abs), { call: "ABS" }),
  int: spec(1, numeric(Math.floor), { call: "INT" }),
  rounddown: spec(2, numeric(roundToZero), { call: "ROUNDDOWN" }),
  roundup: spec(2, numeric(roundAway), { call: "ROUNDUP" }),
  /** Rounds half away from zero, lifted over the noise of binary fractions. */
  round: spec(
    2,
    numeric((x, digits) => excelRound(x * ROUNDING_LIFT, digits), roundLoop),
    { template: "ROUND({0:4}*(1+1E-12),{1})" },
  ),
  /** The value as it is held against bounds. */
  held: spec(
    1,
    numeric((x) => excelRound(x, COMPARE_DIGITS), heldLoop),
    { template: `ROUND({0},${COMPARE_DIGITS})` },
  ),
  /** Started units: 2.1 and 3 are 3, and so is 3.0000000000000004. */
  started: spec(
    1,
    numeric((x) => 0 - Math.floor(0 - excelRound(x, COMPARE_DIGITS)), startedLoop),
    {
      template: `-INT(-ROUND({0},${COMPARE_DIGITS}))`,
      precedence: 6,
    },
  ),

  passed: spec(3, passed, {
    template: `SUMPRODUCT(({1}<>"")*(({1}<ROUND({0},${COMPARE_DIGITS}))+({1}=ROUND({0},${COMPARE_DIGITS}))*({2}<>">")))`,
  }),
  size: spec(
    1,
    (args) => {
      const writer = new ColumnWriter(1);
      writer.putNumber(0, first(args, 0).numbers.length);
      return writer.done();
    },
    { call: "ROWS" },
  ),
  item: spec(2, item, { call: "INDEX" }),
  marginal: spec(3, marginal, { template: "SUMPRODUCT(({0:2}>{1})*({0:4}-{1})*{2})" }),
  sumif: spec(3, sumif, { call: "SUMIF" }),
  match: spec(2, match, { template: "MATCH({0},{1},0)" }),
  find: spec(2, find, { template: 'MATCH(TRUE,INDEX({1}&""={0:3}&"",0),0)' }),
  rank: spec(3, rank, { call: "RANK" }),
} as const satisfies Record<string, FunctionSpec>;

export type FunctionName = keyof typeof FUNCTIONS;

export function functionSpec(name: FunctionName): FunctionSpec {
  return FUNCTIONS[name];
}

const TRUE_COLUMN: Column = { numbers: new Float64Array([1]), kinds: 3, texts: [] };
const FALSE_COLUMN: Column = { numbers: new Float64Array([0]), kinds: 3, texts: [] };
