import { room } from "../buffers";
import {
  BLANK,
  ColumnWriter,
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
} from "../column";
import type { PairLoop } from "../loops";
import { foundRange } from "../range";
import { lookUpPassed, passedBy, thresholdsOf } from "../thresholds";
import { compareCells, toNumber, toText } from "../values";
import { argument, rowsOf, type EvaluateColumns } from "./arguments";
import { numeric } from "./arithmetic";

/** How many bounds a value has passed; see {@link thresholdsOf}. */
export const passed: EvaluateColumns = (args, rows) => {
  const thresholds = thresholdsOf(argument(args, 1), argument(args, 2));
  const counts = Float64Array.from({ length: thresholds.bounds.length + 1 }, (_, count) => count);
  const loop: PairLoop = (a, step, _b, _stepB, out) => {
    if (step === 1) lookUpPassed(thresholds, counts, a, out);
    else out.fill(passedBy(a[0] ?? 0, thresholds));
  };
  return numeric((x) => passedBy(x, thresholds), loop)([argument(args, 0)], rows);
};

export const item: EvaluateColumns = (args, rows) => {
  const [list, place] = [argument(args, 0), argument(args, 1)];
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
export const find: EvaluateColumns = (args, rows) => {
  const [value, list] = [argument(args, 0), argument(args, 1)];
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
export const rank: EvaluateColumns = (args, rows) => {
  const [value, list, order] = [argument(args, 0), argument(args, 1), argument(args, 2)];
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

export const match: EvaluateColumns = (args, rows) => {
  const [value, list] = [argument(args, 0), argument(args, 1)];
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
export const marginal: EvaluateColumns = (args, rows) => {
  const [value, starts, steps] = [argument(args, 0), argument(args, 1), argument(args, 2)];
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
export const sumif: EvaluateColumns = (args, rows) => {
  const [words, wanted, numbers] = [argument(args, 0), argument(args, 1), argument(args, 2)];
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

/** How long a list is, as one number. */
export const size: EvaluateColumns = (args) =>
  numberColumn(Float64Array.of(argument(args, 0).numbers.length));
