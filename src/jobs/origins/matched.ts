import { parseRange, type ParsedRange } from "../../formula/references";

type Value = string | number | boolean | null;
export interface Cell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A function call inside a formula. */
interface Call {
  readonly name: string;
  readonly args: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** What a formula reads that sums or counts by conditions. */
export interface Matched {
  /** Cells that are summed: those in whose row every condition holds. */
  readonly cells: readonly Cell[];
  /** The formula without its calls by condition. */
  readonly rest: string;
}

const BY_CONDITION = /^(SUMIFS|COUNTIFS)$/i;

/**
 * The cells a formula sums by conditions, `SUMIFS(sum, where, what, …)`; undefined when it does not. Conditions are
 * equalities, as the product's own pages have them.
 *
 * @param sheet the tab the formula stands on
 * @example matchedIn("=SUMIFS(C5:C9,A5:A9,$A6,B5:B9,\"Finance\")/2", "Raters", valueAt)?.cells
 */
export function matchedIn(
  formula: string,
  sheet: string,
  valueAt: (cell: Cell) => Value,
): Matched | undefined {
  const calls = callsIn(formula).filter(({ name }) => BY_CONDITION.test(name));
  const sum = calls.find(({ name }) => /^SUMIFS$/i.test(name));
  const [summed, ...conditions] = sum?.args ?? [];
  const range = summed === undefined ? undefined : rangeOf(summed, sheet);
  if (!range || range.left !== range.right) return undefined;
  const wanted = pairs(conditions).map(([where, what]) => {
    const at = rangeOf(where, sheet);
    const one = /^".*"$/s.test(what) ? what.slice(1, -1).replaceAll('""', '"') : rangeOf(what, sheet);
    const sought = typeof one === "object" ? valueAt(cellOf(one, 0)) : one;
    return { at, sought };
  });
  if (wanted.some(({ at, sought }) => !at || sought === undefined)) return undefined;
  const cells = Array.from({ length: range.bottom - range.top + 1 }, (_, i) => cellOf(range, i)).filter(
    (_, i) => wanted.every(({ at, sought }) => at && same(valueAt(cellOf(at, i)), sought ?? null)),
  );
  const rest = calls.reduceRight((text, { from, to }) => `${text.slice(0, from)}0${text.slice(to)}`, formula);
  return { cells, rest };
}

type Range = ParsedRange & { readonly sheet: string };

const cellOf = ({ sheet, top, left }: Range, i: number): Cell => ({ sheet, row: top + i, column: left });

function rangeOf(text: string, sheet: string): Range | undefined {
  const plain = text.trim().replaceAll("$", "");
  if (!/^(?:(?:'(?:[^']|'')+'|[\p{L}\p{N}_.]+)!)?[A-Z]{1,3}\d{1,7}(?::[A-Z]{1,3}\d{1,7})?$/u.test(plain))
    return undefined;
  const found = parseRange(plain);
  return { ...found, sheet: found.sheet ?? sheet };
}

function pairs(list: readonly string[]): [string, string][] {
  return list.flatMap((where, i): [string, string][] => (i % 2 === 0 ? [[where, list[i + 1] ?? ""]] : []));
}

const same = (a: Value, b: Value): boolean =>
  a !== null &&
  a !== "" &&
  String(a).trim().toLowerCase() ===
    String(b ?? "")
      .trim()
      .toLowerCase();

/** Calls in the order they begin, with their arguments as written; texts and quoted sheets are passed over. */
function callsIn(formula: string): Call[] {
  const calls: Call[] = [];
  const open: { name: string; from: number; args: number[] }[] = [];
  for (let i = 0; i < formula.length; i += 1) {
    const sign = formula.charAt(i);
    if (sign === '"' || sign === "'") {
      const end = formula.indexOf(sign, i + 1);
      if (end < 0) break;
      i = end;
    } else if (sign === "(") {
      const [name = ""] = /[A-Z][A-Z0-9.]*$/i.exec(formula.slice(0, i)) ?? [];
      open.push({ name, from: i - name.length, args: [i] });
    } else if (sign === ",") open.at(-1)?.args.push(i);
    else if (sign === ")") {
      const call = open.pop();
      if (!call) continue;
      const ends = [...call.args.slice(1), i];
      const args = call.args.map((start, n) => formula.slice(start + 1, ends[n]));
      calls.push({ name: call.name, args, from: call.from, to: i + 1 });
    }
  }
  return calls.sort((a, b) => a.from - b.from);
}

/** The cell whose word a formula looks up among the words of a scale; undefined when it does nothing like it. */
export function wordCell(formula: string, sheet: string): Cell | undefined {
  const look = /^=IF\(TRIM\(([^()]+)\)="","",IFERROR\(INDEX\(.+,MATCH\(TRIM\(\1\),.+,0\)\),".*"\)\)$/su;
  const [, at] = look.exec(formula) ?? [];
  const range = at === undefined ? undefined : rangeOf(at, sheet);
  return range && cellOf(range, 0);
}
