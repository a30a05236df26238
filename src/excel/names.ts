import { renameSheets } from "../formula/references";
import type { NameSpec } from "../sheets/spec";
import type { NameRecord } from "./state/state";

/**
 * Strings, quoted sheet names and bracketed references are skipped; what remains are words, and a word that is neither
 * a function (before `(`) nor a sheet (before `!`) may be a defined name.
 */
const PIECES =
  /"(?:[^"]|"")*"|'(?:[^']|'')+'!?|\[(?:[^[\]]|\[[^\]]*\])*\]|[\p{L}_\\][\p{L}\p{N}_.\\?]*(?!\s*\(|!|[\p{L}\p{N}_.\\?])/gu;

/**
 * The formula with defined names replaced; names match without regard to case.
 *
 * @example renameNames(`=Cap*B2&"Cap"`, new Map([["cap", "Cap_2"]])) // `=Cap_2*B2&"Cap"`
 */
export function renameNames(formula: string, names: ReadonlyMap<string, string>): string {
  return names.size === 0
    ? formula
    : formula.replace(PIECES, (piece) => names.get(piece.toLowerCase()) ?? piece);
}

export interface NamePlan {
  /** Lower-case name in the spec → the name it gets, only where they differ because a person's name has it already. */
  readonly renamed: ReadonlyMap<string, string>;
  /** To be made while staging; `refersTo` as in the spec. */
  readonly add: readonly NameSpec[];
  /** To be pointed elsewhere in the swap, with the formula for afterwards. */
  readonly repoint: readonly NameRecord[];
  readonly remove: readonly string[];
  /** The repointed and removed ones as they are. */
  readonly before: readonly NameRecord[];
  /** Ours afterwards. */
  readonly ours: readonly string[];
}

/**
 * What becomes of every defined name: the spec's own are made or pointed at the new sheets, a person's stay theirs and
 * follow a replaced sheet to its successor, ours that only knew replaced sheets go.
 *
 * @param tabs Tab names in the spec → final ones.
 * @param replaced Current tab names of the sheets being replaced → their successors' final ones.
 */
export function planNames(
  spec: readonly NameSpec[],
  current: readonly NameRecord[],
  ours: readonly string[],
  tabs: ReadonlyMap<string, string>,
  replaced: ReadonlyMap<string, string>,
): NamePlan {
  const key = (name: string): string => name.toLowerCase();
  const existing = new Map(current.map((record) => [key(record.name), record]));
  const own = new Set(ours.map(key));
  const taken = new Set([...existing.keys(), ...spec.map(({ name }) => key(name))]);
  const renamed = new Map<string, string>();
  const add: NameSpec[] = [];
  const repoint: NameRecord[] = [];
  const kept: string[] = [];
  for (const wanted of spec) {
    const record = existing.get(key(wanted.name));
    if (record && own.has(key(wanted.name))) {
      repoint.push({ ...record, formula: wanted.refersTo });
      kept.push(record.name);
      continue;
    }
    const name = record === undefined ? wanted.name : freeName(wanted.name, taken);
    taken.add(key(name));
    if (name !== wanted.name) renamed.set(key(wanted.name), name);
    add.push({ ...wanted, name });
    kept.push(name);
  }
  const pointed = new Set(repoint.map(({ name }) => key(name)));
  const remove: string[] = [];
  for (const record of current) {
    const moved = renameSheets(record.formula, replaced);
    const mentions = renameSheets(record.formula, asides(replaced)) !== record.formula;
    if (pointed.has(key(record.name))) continue;
    if (own.has(key(record.name))) {
      if (mentions) remove.push(record.name);
      else kept.push(record.name);
    } else if (mentions) {
      repoint.push({ ...record, formula: moved });
      pointed.add(key(record.name));
    }
  }
  const finals = repoint.map((record) =>
    own.has(key(record.name))
      ? { ...record, formula: renameNames(renameSheets(record.formula, tabs), renamed) }
      : record,
  );
  const touched = new Set([...repoint.map(({ name }) => key(name)), ...remove.map(key)]);
  return {
    renamed,
    add,
    repoint: finals,
    remove,
    before: current.filter(({ name }) => touched.has(key(name))),
    ours: kept,
  };
}

/** Any other name will do to see whether a formula mentions one of the sheets. */
export function asides(tabs: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...tabs.keys()].map((tab) => [tab, `${tab}\u0001`]));
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let count = 2; ; count += 1)
    if (!taken.has(`${name}_${count}`.toLowerCase())) return `${name}_${count}`;
}
