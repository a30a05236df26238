import { room } from "../buffers";
import {
  BLANK,
  BOOLEAN,
  ColumnWriter,
  ERROR,
  NUMBER,
  TEXT,
  VALUE,
  booleanColumn,
  isConstant,
  kindAt,
  numberAt,
  numberColumn,
  type Column,
  type Kind,
} from "../column";
import { allLoop, anyLoop, chooseLoop, compareLoop } from "../loops";
import { rangeOf } from "../range";
import { compareCells, compareNumbers, toCondition } from "../values";
import { rowsOf } from "./arguments";

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

/** NOT. */
export function negate([condition]: readonly Column[], rows: number): Column {
  if (!condition) throw new RangeError("One argument expected");
  return choose([condition, NO, YES], rows);
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
      else if (!seen) writer.putError(i, VALUE);
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
