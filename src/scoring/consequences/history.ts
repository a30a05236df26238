import { keyOf, memoryAfter, type Memory } from "./outcomes";
import type { Action, ConsequencePolicy } from "./policy";

/** What a period left behind for somebody, as a workbook remembers it. */
export interface HistoryEntry {
  /** The evaluation: `March 2026`. */
  readonly period: string;
  readonly unit: string;
  readonly name: string;
  readonly total: number | null;
  readonly grade: string;
  readonly action: Action | null;
  /** Periods in a row, this one included, that this person was last. */
  readonly lastInARow: number;
  /** For each warning that still counts, how many periods it has left. */
  readonly warnings: readonly number[];
}

/**
 * A period's entry for somebody, from what the one before left behind.
 *
 * @param before the latest entry of an earlier period, if any
 */
export function entryAfter(
  result: Pick<HistoryEntry, "period" | "unit" | "name" | "total" | "grade" | "action">,
  before: Memory,
  policy: Pick<ConsequencePolicy, "lapse">,
): HistoryEntry {
  const { lastInARow, warnings } = memoryAfter(before, result.action, result.total, policy);
  return { ...result, lastInARow, warnings };
}

/**
 * What is known of people from earlier periods, for `outcomesOf` and the page of consequences. Whoever has changed
 * units since is met by the name where only one has it.
 *
 * @param entries oldest first
 */
export function memoriesOf(
  entries: readonly HistoryEntry[],
  people: { readonly names: readonly string[]; readonly units: readonly string[] },
): Map<string, Memory> {
  const latest = new Map<string, HistoryEntry>();
  for (const entry of entries) latest.set(keyOf(entry.name, entry.unit), entry);
  const known = [...latest.values()];
  const memories = new Map<string, Memory>();
  people.names.forEach((name, i) => {
    const unit = people.units[i] ?? "";
    const named = known.filter((entry) => entry.name.toLowerCase() === name.toLowerCase());
    // Of several entries of one person in different units the last one counts.
    const alone = people.names.filter((one) => one.toLowerCase() === name.toLowerCase()).length === 1;
    const found = latest.get(keyOf(name, unit)) ?? (alone ? named.at(-1) : undefined);
    if (found && name !== "") memories.set(keyOf(name, unit), memoryOf(found, entries));
  });
  return memories;
}

/** The total of the last period somebody was scored in: who was away is held against that. */
function memoryOf(entry: HistoryEntry, entries: readonly HistoryEntry[]): Memory {
  const scored = entries.findLast(
    ({ name, total }) => name.toLowerCase() === entry.name.toLowerCase() && total !== null,
  );
  return {
    lastInARow: entry.lastInARow,
    warnings: entry.warnings,
    total: entry.total ?? scored?.total ?? null,
  };
}
