import { room } from "./buffers";
import {
  BLANK,
  BOOLEAN,
  ColumnWriter,
  DIV0,
  ERROR,
  NUM,
  NUMBER,
  TEXT,
  booleanColumn,
  isConstant,
  kindAt,
  numberAt,
  numberColumn,
  type Column,
  type Kind,
  type Range,
} from "./column";
import {
  added,
  allLoop,
  anyLoop,
  chooseLoop,
  compareLoop,
  fiveAdded,
  fourAdded,
  greatest,
  least,
  type PairLoop,
} from "./loops";
import { cornersOf, rangeBetween, rangeOf, risingRange } from "./range";
import { compareCells, compareNumbers, toCondition, toNumber } from "./values";

/** How many rows the result of these arguments has: one when all are constant. */
export function rowsOf(args: readonly Column[], rows: number): number {
  return args.every(isConstant) ? 1 : rows;
}

/** A tight loop over plain numbers: `out[i] = a[i] ∘ b[i]`, each side stepping by 1 or, when constant, 0. */
export type NumberLoop = (
  a: Float64Array,
  stepA: number,
  b: Float64Array,
  stepB: number,
  out: Float64Array,
) => void;

/**
 * Arithmetic on two columns. Plain numbers take the loop; where another kind, a zero divisor or an overflow turns up,
 * rows are worked one by one with Excel's conversions and errors.
 *
 * @param neutral as the second number changes nothing: + 0, × 1
 */
export function arithmetic(
  loop: NumberLoop,
  single: (x: number, y: number) => number,
  neutral: number,
  divides = false,
) {
  return ([a, b]: readonly Column[], rows: number): Column => {
    if (!a || !b) throw new RangeError("Two arguments expected");
    if (a.kinds === NUMBER && b.kinds === NUMBER && isConstant(b) && b.numbers[0] === neutral) return a;
    const length = rowsOf([a, b], rows);
    if (isNumeric(a) && isNumeric(b)) {
      const out = room(length);
      loop(a.numbers, isConstant(a) ? 0 : 1, b.numbers, isConstant(b) ? 0 : 1, out);
      const range = cornersOf(single, a, b, divides);
      if (range ?? allFinite(out)) return numberColumn(out, range);
    }
    const writer = new ColumnWriter(length);
    for (let i = 0; i < length; i += 1) {
      const x = toNumber(a, i);
      const y = toNumber(b, i);
      if ("error" in x) writer.putError(i, x.error);
      else if ("error" in y) writer.putError(i, y.error);
      else if (divides && y.number === 0) writer.putError(i, DIV0);
      else writer.putNumber(i, single(x.number, y.number));
    }
    return writer.done();
  };
}

/** A column that arithmetic takes as it stands: its `numbers` are what it counts as. */
function isNumeric({ kinds }: Column): boolean {
  return kinds === NUMBER || kinds === BOOLEAN || kinds === BLANK;
}

/**
 * Functions of numbers, each argument converted as arithmetic does. The result may be an error's place.
 *
 * @param loop the same over plain numbers; what it does must rise with its first argument
 */
export function numeric(
  single: (...numbers: number[]) => number | { readonly error: number },
  loop?: PairLoop,
) {
  return (args: readonly Column[], rows: number): Column => {
    const length = rowsOf(args, rows);
    const plain = args.every(isNumeric) ? plainNumbers(single, args, length, loop) : undefined;
    if (plain) return plain;
    const writer = new ColumnWriter(length);
    const numbers: number[] = [];
    for (let i = 0; i < length; i += 1) {
      let error = -1;
      args.forEach((arg, k) => {
        const value = toNumber(arg, i);
        if ("number" in value) numbers[k] = value.number;
        else if (error < 0) error = value.error;
      });
      if (error >= 0) writer.putError(i, error);
      else {
        const result = single(...numbers);
        if (typeof result === "number") writer.putNumber(i, result);
        else writer.putError(i, result.error);
      }
    }
    return writer.done();
  };
}

/** One or two columns of nothing but numbers, without conversions; undefined when a result is an error after all. */
function plainNumbers(
  single: (...numbers: number[]) => number | { readonly error: number },
  [a, b, ...more]: readonly Column[],
  length: number,
  loop: PairLoop | undefined,
): Column | undefined {
  if (!a || more.length > 0) return undefined;
  const out = room(length);
  const [x, y] = [a.numbers, b?.numbers];
  const [stepX, stepY] = [isConstant(a) ? 0 : 1, b && !isConstant(b) ? 1 : 0];
  if (loop) {
    loop(x, stepX, y ?? x, stepY, out);
    const range = !b || isConstant(b) ? risenRange(single, a, y?.[0] ?? 0) : undefined;
    return (range ?? allFinite(out)) ? numberColumn(out, range) : undefined;
  }
  for (let i = 0, j = 0, k = 0; i < length; i += 1, j += stepX, k += stepY) {
    const result = y ? single(x[j] ?? 0, y[k] ?? 0) : single(x[j] ?? 0);
    if (typeof result !== "number") return undefined;
    out[i] = result + 0;
  }
  return allFinite(out) ? numberColumn(out) : undefined;
}

/** The range of what rises with its first argument. */
function risenRange(
  single: (...numbers: number[]) => number | { readonly error: number },
  column: Column,
  second: number,
): Range | undefined {
  const range = rangeOf(column);
  if (!range) return undefined;
  const [low, high] = [single(range.low, second), single(range.high, second)];
  return typeof low === "number" && typeof high === "number" ? rangeBetween(low, high) : undefined;
}

/** `a ∘ b` for the six comparisons, `holds` judging the sign of their order. */
export function comparison(holds: (order: number) => boolean) {
  const loop = compareLoop(holds(-1) ? 1 : 0, holds(0) ? 1 : 0, holds(1) ? 1 : 0);
  return ([a, b]: readonly Column[], rows: number): Column => {
    if (!a || !b) throw new RangeError("Two arguments expected");
    const length = rowsOf([a, b], rows);
    if (a.kinds === NUMBER && b.kinds === NUMBER) {
      const order = orderOf(a, b);
      if (order !== 0) return oneForAll(holds(order));
      const out = room(length);
      loop(a.numbers, isConstant(a) ? 0 : 1, b.numbers, isConstant(b) ? 0 : 1, out);
      return booleanColumn(out);
    }
    // Numbers come before text, and text before booleans, whatever they are.
    if (isSorted(a.kinds) && isSorted(b.kinds) && a.kinds !== b.kinds)
      return oneForAll(holds(a.kinds - b.kinds));
    if (
      a.kinds !== ERROR &&
      b.kinds !== ERROR &&
      typeof a.kinds === "number" &&
      typeof b.kinds === "number"
    ) {
      const out = room(length);
      for (let i = 0; i < length; i += 1) out[i] = holds(compareCells(a, i, b, i)) ? 1 : 0;
      return booleanColumn(out);
    }
    const writer = new ColumnWriter(length);
    for (let i = 0; i < length; i += 1) {
      if (kindAt(a, i) === ERROR) writer.putError(i, numberAt(a, i));
      else if (kindAt(b, i) === ERROR) writer.putError(i, numberAt(b, i));
      else writer.putBoolean(i, holds(compareCells(a, i, b, i)));
    }
    return writer.done();
  };
}

/** Below or above 0 when every row of the one is below or above every row of the other. */
function orderOf(a: Column, b: Column): number {
  const [x, y] = [rangeOf(a), rangeOf(b)];
  if (!x || !y) return 0;
  if (compareNumbers(x.high, y.low) < 0) return -1;
  return compareNumbers(x.low, y.high) > 0 ? 1 : 0;
}

const YES = booleanColumn(Float64Array.of(1));
const NO = booleanColumn(Float64Array.of(0));

/** A single answer for every row. */
function oneForAll(yes: boolean): Column {
  return yes ? YES : NO;
}

const isSorted = (kinds: Column["kinds"]): kinds is Kind =>
  kinds === NUMBER || kinds === TEXT || kinds === BOOLEAN;

/** IF: each row takes its own branch, so an error in the branch not taken does no harm. */
export function choose([condition, then, otherwise]: readonly Column[], rows: number): Column {
  if (!condition || !then || !otherwise) throw new RangeError("Three arguments expected");
  const length = rowsOf([condition, then, otherwise], rows);
  if (
    then.kinds === NUMBER &&
    otherwise.kinds === NUMBER &&
    (condition.kinds === BOOLEAN || condition.kinds === NUMBER)
  ) {
    const out = room(length);
    if (!isConstant(condition))
      chooseLoop(
        condition.numbers,
        then.numbers,
        isConstant(then) ? 0 : 1,
        otherwise.numbers,
        isConstant(otherwise) ? 0 : 1,
        out,
      );
    else
      for (let i = 0; i < length; i += 1)
        out[i] = numberAt(numberAt(condition, i) === 0 ? otherwise : then, i);
    return numberColumn(out);
  }
  const writer = new ColumnWriter(length);
  for (let i = 0; i < length; i += 1) {
    const answer = toCondition(condition, i);
    if ("error" in answer) writer.putError(i, answer.error);
    else writer.copy(i, answer.yes ? then : otherwise, i);
  }
  return writer.done();
}

/** IFERROR. */
export function rescue([value, otherwise]: readonly Column[], rows: number): Column {
  if (!value || !otherwise) throw new RangeError("Two arguments expected");
  if (typeof value.kinds === "number" && value.kinds !== ERROR) return value;
  const length = rowsOf([value, otherwise], rows);
  const writer = new ColumnWriter(length);
  for (let i = 0; i < length; i += 1) writer.copy(i, kindAt(value, i) === ERROR ? otherwise : value, i);
  return writer.done();
}

/** The step of a fold that looks at nothing but how many numbers there are. */
export const COUNT_ONLY = (folded: number): number => folded;

/**
 * Functions that fold any number of values into one: MIN, MAX, SUM, COUNT, AVERAGE. As in Excel, what stands in a cell
 * counts only if it is a number; what was computed on the way is converted, and text there is #VALUE!.
 *
 * @param finish takes the folded value and how many numbers there were
 */
export function fold(
  start: number,
  step: (folded: number, value: number) => number,
  finish: (folded: number, count: number) => number | { readonly error: number },
  ignoreErrors = false,
  loop?: PairLoop,
) {
  /** Columns of nothing but numbers, and empty cells, which do not count. */
  const plainFold = (
    args: readonly Column[],
    isCell: readonly boolean[],
    length: number,
  ): Column | undefined => {
    const counting = args.filter(({ kinds }, k) => !(kinds === BLANK && isCell[k] === true));
    if (!counting.every(({ kinds }) => kinds === NUMBER)) return undefined;
    const only = finish(start, counting.length);
    // Nothing but how many there are matters: one answer for all rows.
    if (step === COUNT_ONLY)
      return typeof only === "number" ? numberColumn(new Float64Array([only])) : undefined;
    if (loop && counting.length > 0) return pairwise(loop, step, counting, length);
    const out = room(length).fill(start);
    for (const arg of counting) {
      const { numbers } = arg;
      const by = isConstant(arg) ? 0 : 1;
      for (let i = 0, j = 0; i < length; i += 1, j += by) out[i] = step(out[i] ?? start, numbers[j] ?? 0);
    }
    for (let i = 0; i < length; i += 1) {
      const result = finish(out[i] ?? start, counting.length);
      if (typeof result !== "number") return undefined;
      out[i] = result;
    }
    return allFinite(out) ? numberColumn(out) : undefined;
  };
  return (args: readonly Column[], rows: number, isCell: readonly boolean[]): Column => {
    const length = rowsOf(args, rows);
    const plain = plainFold(args, isCell, length);
    if (plain) return plain;
    const out = room(length).fill(start);
    const counts = new Float64Array(length);
    const errors = new Int8Array(length).fill(-1);
    args.forEach((arg, k) => {
      const inCell = isCell[k] === true;
      const still = isConstant(arg);
      for (let i = 0; i < length; i += 1) {
        const at = still ? 0 : i;
        const kind = kindAt(arg, i);
        if (kind === NUMBER) {
          out[i] = step(out[i] ?? start, arg.numbers[at] ?? 0);
          counts[i] = (counts[i] ?? 0) + 1;
          continue;
        }
        if (ignoreErrors ? kind === ERROR || kind === TEXT || inCell : inCell && kind !== ERROR) continue;
        const value = toNumber(arg, i);
        if ("error" in value) errors[i] = errors[i] === -1 ? value.error : (errors[i] ?? -1);
        else {
          out[i] = step(out[i] ?? start, value.number);
          counts[i] = (counts[i] ?? 0) + 1;
        }
      }
    });
    const writer = new ColumnWriter(length);
    for (let i = 0; i < length; i += 1) {
      const error = errors[i] ?? -1;
      const result = error >= 0 ? { error } : finish(out[i] ?? start, counts[i] ?? 0);
      if (typeof result === "number") writer.putNumber(i, result);
      else writer.putError(i, result.error);
    }
    return writer.done();
  };
}

/** AND and OR. Cells with text or nothing are passed over; without any condition left the answer is #VALUE!. */
export function conditions(decides: boolean) {
  return (args: readonly Column[], rows: number, isCell: readonly boolean[]): Column => {
    const length = rowsOf(args, rows);
    if (args.length > 0 && args.every(({ kinds }) => kinds === BOOLEAN || kinds === NUMBER)) {
      const still = args.filter(isConstant);
      // One that decides for everybody leaves nothing to ask.
      if (still.some(({ numbers }) => (numbers[0] !== 0) === decides)) return oneForAll(decides);
      const varying = args.filter((arg) => !isConstant(arg));
      const [only] = varying;
      // The others say neither yes nor no: the answer is that of the one.
      if (only?.kinds === BOOLEAN && varying.length === 1) return only;
      const out = room(length).fill(decides ? 0 : 1);
      for (const arg of varying) (decides ? anyLoop : allLoop)(out, arg.numbers);
      return booleanColumn(out);
    }
    const writer = new ColumnWriter(length);
    for (let i = 0; i < length; i += 1) {
      let answer = !decides;
      let seen = false;
      let error = -1;
      args.forEach((arg, k) => {
        const kind = kindAt(arg, i);
        if (isCell[k] === true && (kind === TEXT || kind === BLANK)) return;
        const value = toCondition(arg, i);
        if ("error" in value) error = error < 0 ? value.error : error;
        else {
          seen = true;
          if (value.yes === decides) answer = decides;
        }
      });
      if (error >= 0) writer.putError(i, error);
      else if (!seen) writer.putError(i, 2);
      else writer.putBoolean(i, answer);
    }
    return writer.done();
  };
}

/** ISNUMBER, ISBLANK and the like: a question about the kind alone, never an error. */
export function kindTest(holds: (kind: number) => boolean) {
  return ([value]: readonly Column[], rows: number): Column => {
    if (!value) throw new RangeError("One argument expected");
    if (typeof value.kinds === "number") return oneForAll(holds(value.kinds));
    const length = rowsOf([value], rows);
    const out = room(length);
    for (let i = 0; i < length; i += 1) out[i] = holds(value.kinds[i] ?? BLANK) ? 1 : 0;
    return booleanColumn(out);
  };
}

/** Folds the second column into the first, then each further one into what came out. */
function pairwise(
  loop: PairLoop,
  single: (x: number, y: number) => number,
  columns: readonly Column[],
  length: number,
): Column | undefined {
  const [initial, ...others] = columns;
  if (!initial || others.length === 0) return initial;
  const range = risingRange((...values) => values.reduce(single), columns);
  const out = room(length);
  if (loop === added && others.length > 1 && !columns.some(isConstant)) addAll(columns, out);
  else {
    let folded = initial;
    for (const arg of others) {
      loop(folded.numbers, isConstant(folded) ? 0 : 1, arg.numbers, isConstant(arg) ? 0 : 1, out);
      folded = numberColumn(out);
    }
  }
  // The least or greatest of finite numbers is one of them.
  return range || loop === least || loop === greatest || allFinite(out)
    ? numberColumn(out, range)
    : undefined;
}

/** Columns added from the left, a few of them in one go. */
export function addAll([first, ...others]: readonly Column[], out: Float64Array): void {
  let sum = first?.numbers ?? out;
  for (let i = 0; i < others.length;) {
    const [b, c, d, e] = [others[i], others[i + 1], others[i + 2], others[i + 3]];
    if (b && c && d && e) fiveAdded(sum, b.numbers, c.numbers, d.numbers, e.numbers, out);
    else if (b && c && d) fourAdded(sum, b.numbers, c.numbers, d.numbers, out);
    else if (b) added(sum, 1, b.numbers, 1, out);
    i += b && c && d && e ? 4 : b && c && d ? 3 : 1;
    sum = out;
  }
}

/** Four sums at a time, so that none waits for the one before: 0 × infinity and 0 × NaN are NaN and stay it. */
export function allFinite(numbers: Float64Array): boolean {
  let [a, b, c, d] = [0, 0, 0, 0];
  const whole = numbers.length - (numbers.length % 4);
  for (let i = 0; i < whole; i += 4) {
    a += (numbers[i] ?? 0) * 0;
    b += (numbers[i + 1] ?? 0) * 0;
    c += (numbers[i + 2] ?? 0) * 0;
    d += (numbers[i + 3] ?? 0) * 0;
  }
  for (let i = whole; i < numbers.length; i += 1) a += (numbers[i] ?? 0) * 0;
  return a + b + c + d === 0;
}

/** Excel's POWER: 0 to a negative power divides by zero, a root of a negative number is no number. */
export function power(base: number, exponent: number): number {
  return base === 0 && exponent < 0 ? Number.NaN : base ** exponent;
}

export const NUMBER_ERROR = { error: NUM } as const;
