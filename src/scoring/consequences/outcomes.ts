import { columnOf, scalarAt, type Column, type Scalar } from "../../formula/column";
import { evaluate, type Scope } from "../../formula/evaluate";
import { say } from "../../words";
import { amount } from "../bands";
import { ranks } from "../ranks";
import { ACTIONS, type Action, type ConsequencePolicy } from "./policy";
import { STANDING as S, actionOf, forcedGrade, quotaOf } from "./standing";
import { ACTION_WORDS, REASONS } from "./words";

/** One period's results, one entry of each list a person. */
export interface PeriodResults {
  readonly names: readonly string[];
  readonly units: readonly string[];
  /** Null: not scored this period. */
  readonly totals: readonly (number | null)[];
  /** By the scheme's bands. */
  readonly grades: readonly (string | null)[];
}

/** What is carried from period to period for a person. */
export interface Memory {
  /** Periods in a row, up to now, that this person was last. */
  readonly lastInARow: number;
  /** For each warning that still counts, how many periods it has left. */
  readonly warnings: readonly number[];
  readonly total: number | null;
}

export interface Outcome {
  readonly name: string;
  readonly unit: string;
  readonly total: number | null;
  readonly rank: number | null;
  /** By the bands, and after forced shares. */
  readonly grade: string | null;
  readonly forced: string | null;
  readonly action: Action | null;
  /** As they stood before this period. */
  readonly before: Memory;
  readonly after: Memory;
}

/** Somebody whose grade a forced share changes, said before it is decided. */
export interface Move {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly why: string;
}

export const NOTHING_BEFORE: Memory = { lastInARow: 0, warnings: [], total: null };

/**
 * Grades after forced shares and what follows for everybody in one period.
 *
 * @param before what is known of each person by name; whoever is missing starts anew
 */
export function outcomesOf(
  results: PeriodResults,
  policy: ConsequencePolicy,
  before: ReadonlyMap<string, Memory> = new Map(),
): Outcome[] {
  const memories = results.names.map(
    (name, i) => before.get(keyOf(name, results.units[i])) ?? NOTHING_BEFORE,
  );
  const columns = standingColumns(results, policy, memories);
  const scope = scopeOf(columns, results.names.length);
  columns.set(S.forced, evaluate(forcedGrade(policy), scope));
  const actions = evaluate(actionOf(policy), scope);
  const text = (column: Column | undefined, row: number): string | null => {
    const value = column && scalarAt(column, row);
    return typeof value === "string" && value !== "" ? value : null;
  };
  return results.names.map((name, row): Outcome => {
    const total = results.totals[row] ?? null;
    const word = text(actions, row);
    const action = ACTIONS.find((one) => ACTION_WORDS[one][policy.lang] === word) ?? null;
    const memory = memories[row] ?? NOTHING_BEFORE;
    const rank = columns.get(S.rank);
    return {
      name,
      unit: results.units[row] ?? "",
      total,
      rank: total === null || !rank ? null : Number(scalarAt(rank, row)),
      grade: results.grades[row] ?? null,
      forced: text(columns.get(S.forced), row),
      action,
      before: memory,
      after: memoryAfter(memory, action, total, policy),
    };
  });
}

/**
 * The last of several periods, with everything the ones before it left behind.
 *
 * @param periods oldest first
 */
export function followPeriods(periods: readonly PeriodResults[], policy: ConsequencePolicy): Outcome[] {
  let memory = new Map<string, Memory>();
  let outcomes: Outcome[] = [];
  for (const results of periods) {
    outcomes = outcomesOf(results, policy, memory);
    // Who is not in a period keeps what they had; nothing lapses while somebody is away.
    memory = new Map([
      ...memory,
      ...outcomes.map(({ name, unit, after }) => [keyOf(name, unit), after] as const),
    ]);
  }
  return outcomes;
}

/** Who would get another grade by the forced shares, and why. */
export function movesOf(
  outcomes: readonly Outcome[],
  policy: ConsequencePolicy,
  results: PeriodResults,
): Move[] {
  const columns = standingColumns(
    results,
    policy,
    outcomes.map(({ before }) => before),
  );
  const scope = scopeOf(columns, results.names.length);
  const quotas = policy.shares.map((_, i) => evaluate(quotaOf(policy, i), scope));
  return outcomes.flatMap(({ name, grade, forced }, row): Move[] => {
    if (grade === null || forced === null || grade === forced) return [];
    const within = policy.shares.findIndex((share) => share.grade === forced);
    const without = policy.shares.findIndex((share) => share.grade === grade && share.others === forced);
    const i = without < 0 ? within : without;
    const share = policy.shares[i];
    const quota = quotas[i];
    if (!share || !quota) return [];
    const place = columns.get(share.end === "top" ? S.rank : S.fromEnd);
    const why = say(
      without >= 0 ? REASONS.limited : share.end === "top" ? REASONS.up : REASONS.down,
      policy.lang,
      {
        name,
        from: grade,
        to: forced,
        share: amount(share.share, policy.lang, true),
        quota: Number(scalarAt(quota, row)),
        rank: place ? Number(scalarAt(place, row)) : 0,
      },
    );
    return [{ name, from: grade, to: forced, why }];
  });
}

export function keyOf(name: string, unit = ""): string {
  return `${unit.toLowerCase()}\u0001${name.toLowerCase()}`;
}

/**
 * What a period leaves behind for a person: being last counts on, warnings run down and new ones begin.
 *
 * @example memoryAfter(NOTHING_BEFORE, "warned", 62, { lapse: 3 }) // { lastInARow: 0, warnings: [3], total: 62 }
 */
export function memoryAfter(
  { lastInARow, warnings }: Memory,
  action: Action | null,
  total: number | null,
  { lapse }: Pick<ConsequencePolicy, "lapse">,
): Memory {
  // Somebody not scored was neither last nor anything else this period.
  if (total === null) return { lastInARow, warnings, total: null };
  const last = action === "out" || action === "lastAgain";
  const kept = warnings.map((left) => left - 1).filter((left) => left > 0);
  const warned = action !== null && action !== "rewarded";
  return { lastInARow: last ? lastInARow + 1 : 0, warnings: warned ? [...kept, lapse] : kept, total };
}

function standingColumns(
  { units, totals, grades }: PeriodResults,
  policy: ConsequencePolicy,
  memories: readonly Memory[],
): Map<string, Column> {
  const groupOf = (i: number): string => (policy.scope === "unit" ? (units[i] ?? "").toLowerCase() : "");
  const groups = new Map<string, number[]>();
  totals.forEach((total, i) => {
    if (total !== null) groups.set(groupOf(i), [...(groups.get(groupOf(i)) ?? []), i]);
  });
  const fill = (): number[] => totals.map(() => 0);
  const [rank, fromEnd, tied, size] = [fill(), fill(), fill(), fill()];
  for (const group of groups.values()) {
    const own = group.map((i) => totals[i] ?? 0);
    const [down, up] = [ranks(own), ranks(own.map((total) => 0 - total))];
    const shared = new Map<number, number>();
    for (const total of own) shared.set(total, (shared.get(total) ?? 0) + 1);
    group.forEach((person, k) => {
      rank[person] = down[k] ?? 0;
      fromEnd[person] = up[k] ?? 0;
      tied[person] = shared.get(own[k] ?? 0) ?? 1;
    });
  }
  totals.forEach((_, i) => (size[i] = groups.get(groupOf(i))?.length ?? 0));
  const column = (cells: readonly Scalar[]): Column => columnOf(cells);
  return new Map<string, Column>([
    [S.total, column(totals)],
    [S.grade, column(grades.map((grade) => grade ?? ""))],
    [S.rank, column(rank)],
    [S.fromEnd, column(fromEnd)],
    [S.tied, column(tied)],
    [S.size, column(size)],
    [S.lastBefore, column(memories.map(({ lastInARow }) => lastInARow))],
    [S.warnings, column(memories.map(({ warnings }) => warnings.length))],
    [S.previous, column(memories.map(({ total }) => total))],
    [S.smallest, column([policy.smallest])],
    [S.reward, column([policy.reward])],
    [S.out, column([policy.out])],
    [S.warn, column([policy.warn])],
    [S.lastInARow, column([policy.lastInARow])],
    ...policy.shares.flatMap(({ share, grade, others = grade }, i) => [
      [S.share(i), column([share])] as const,
      [S.shareGrade(i), column([grade])] as const,
      [S.shareOthers(i), column([others])] as const,
    ]),
  ]);
}

function scopeOf(columns: ReadonlyMap<string, Column>, rows: number): Scope {
  const known = (name: string): Column => {
    const column = columns.get(name);
    if (!column) throw new RangeError(`Nothing is called “${name}”`);
    return column;
  };
  return { rows, input: known, vector: known };
}
