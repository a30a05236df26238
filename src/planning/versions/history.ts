import { planNodes, type Plan } from "../plan";

/** One state a plan has had. */
export interface PlanVersion {
  /** From 1. */
  readonly number: number;
  /** ISO date. */
  readonly on: string;
  readonly by: string;
  readonly reason: string;
  /** Label of the last closed period, empty when none was. */
  readonly closed: string;
  readonly total: number;
  /** Every unit's total by its id. */
  readonly units: Readonly<Record<string, number>>;
}

export interface VersionNote {
  readonly on: string;
  readonly by: string;
  readonly reason: string;
  readonly closed: string;
}

function versionOf(plan: Plan, number: number, note: VersionNote): PlanVersion {
  return {
    number,
    ...note,
    total: plan.total,
    units: Object.fromEntries(planNodes(plan.root).map(({ id, total }) => [id, total])),
  };
}

/**
 * The history with one version more. A history that is empty begins with the plan as it was before; one whose last
 * version differs from that (somebody typed into the targets since) says so with a version of its own.
 */
export function appended(
  history: readonly PlanVersion[],
  old: Plan,
  plan: Plan,
  note: VersionNote,
  words: { readonly first: string; readonly typed: string },
): PlanVersion[] {
  const last = history.at(-1);
  const before = versionOf(old, (last?.number ?? 0) + 1, {
    by: "",
    // When the original plan was made is not known any more.
    on: last ? note.on : "",
    closed: last?.closed ?? "",
    reason: last ? words.typed : words.first,
  });
  const known = last !== undefined && sameUnits(last.units, before.units);
  const kept = known ? history : [...history, before];
  return [...kept, versionOf(plan, (kept.at(-1)?.number ?? 0) + 1, note)];
}

function sameUnits(a: PlanVersion["units"], b: PlanVersion["units"]): boolean {
  const ids = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...ids].every((id) => Math.abs((a[id] ?? 0) - (b[id] ?? 0)) < 1e-6);
}
