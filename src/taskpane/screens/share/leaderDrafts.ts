import type { Divisions } from "../../../sharing/outgoing/recipients";

/** A division leader as far as one has been typed. */
export interface LeaderDraft {
  /** Tells lines apart while names are typed. */
  readonly key: number;
  readonly name: string;
  readonly units: readonly string[];
}

/** What keeps the leaders from being sent anything; `name` where it is about one. */
export type LeaderProblem =
  | { readonly kind: "none" }
  | { readonly kind: "nameless"; readonly number: number }
  | { readonly kind: "idle" | "twice"; readonly name: string };

export function addLeader(drafts: readonly LeaderDraft[]): LeaderDraft[] {
  const key = Math.max(0, ...drafts.map((draft) => draft.key)) + 1;
  return [...drafts, { key, name: "", units: [] }];
}

/**
 * What there is to begin with: the leaders of the last sending, else one line to be filled in.
 *
 * @param units those the workbook has; what was a unit once and is no more is left out
 */
export function draftsOf(divisions: Divisions, units: readonly string[]): LeaderDraft[] {
  const known = Object.entries(divisions).map(([name, own], i) => ({
    key: i + 1,
    name,
    units: own.filter((unit) => units.includes(unit)),
  }));
  return known.length > 0 ? known : addLeader([]);
}

/** The lines with this one's unit ticked or not. */
export function withUnit(
  drafts: readonly LeaderDraft[],
  key: number,
  unit: string,
  ticked: boolean,
): LeaderDraft[] {
  return drafts.map((draft) => {
    if (draft.key !== key) return draft;
    const others = draft.units.filter((each) => each !== unit);
    return { ...draft, units: ticked ? [...others, unit] : others };
  });
}

/** The drafts as leaders, or what is missing first. Lines with neither name nor unit are passed over. */
export function divisionsFrom(drafts: readonly LeaderDraft[]): {
  readonly divisions: Divisions;
  readonly problem?: LeaderProblem;
} {
  const divisions: Record<string, readonly string[]> = {};
  let problem: LeaderProblem | undefined;
  drafts.forEach(({ name: typed, units }, i) => {
    const name = typed.trim();
    if (name === "" && units.length === 0) return;
    if (name === "") problem ??= { kind: "nameless", number: i + 1 };
    else if (Object.hasOwn(divisions, name)) problem ??= { kind: "twice", name };
    else if (units.length === 0) problem ??= { kind: "idle", name };
    else divisions[name] = units;
  });
  if (Object.keys(divisions).length === 0) problem ??= { kind: "none" };
  return { divisions, ...(problem ? { problem } : {}) };
}

/** Units that are in nobody's charge. */
export function unclaimed(drafts: readonly LeaderDraft[], units: readonly string[]): string[] {
  const claimed = new Set(drafts.flatMap((draft) => draft.units));
  return units.filter((unit) => !claimed.has(unit));
}
