import type { Rewrite } from "../state/rewrites";
import type { BesideBackup, NameRecord, Visibility } from "../state/state";

/** Written before a swap and removed by its last action: found later, it says how to undo a swap that broke off. */
export const JOURNAL_KEY = "attain.journal";

/** Everything needed to put a workbook back, as plain data: it is also what the journal holds. */
export interface Undo {
  /** All sheets in tab order, with the name each bears while it is set aside. */
  readonly sheets: readonly {
    readonly id: string;
    readonly name: string;
    readonly aside?: string;
    readonly visibility: Visibility;
    readonly protected: boolean;
  }[];
  readonly active: string;
  readonly selection: string;
  /** Ids of the sheets that did not exist. */
  readonly added: readonly string[];
  /** Names the run touches: as they were, and those that did not exist. */
  readonly names: readonly NameRecord[];
  readonly newNames: readonly string[];
  readonly rewrites: readonly Rewrite[];
  /** Cells beside people's data, kept on hidden sheets. */
  readonly beside?: readonly BesideBackup[];
  readonly stateText: string | null;
}

export function isUndo(value: unknown): value is Undo {
  if (typeof value !== "object" || value === null) return false;
  const { sheets, added, names, newNames, rewrites } = value as Partial<Record<keyof Undo, unknown>>;
  return [sheets, added, names, newNames, rewrites].every(Array.isArray);
}
