import { room } from "../buffers";
import {
  BLANK,
  ColumnWriter,
  ERROR,
  NUMBER,
  TEXT,
  isConstant,
  kindAt,
  numberColumn,
  type Column,
} from "../column";
import { added, fiveAdded, fourAdded, greatest, least, type PairLoop } from "../loops";
import { risingRange } from "../range";
import { toNumber } from "../values";
import { allFinite, rowsOf } from "./arguments";

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
