import { severityOf, type Fault } from "./faults";
import type { Inspection } from "./inspect";
import type { HeldReturn, Recipient, Returned } from "../record";

/** A returned file, what became of it, and what is wrong with it. */
interface Outcome {
  readonly inspection: Inspection;
  readonly status: string;
  readonly faults: readonly Fault[];
}

/** How many cells of a file wait because something is wrong with them. Two faults of one cell are one that waits. */
export function cellsHeld(faults: readonly Fault[]): number {
  const held = faults.filter((fault) => severityOf(fault) === "held");
  return new Set(held.map(({ sheet = "", cell = "" }) => `${sheet}!${cell}`)).size;
}

/** The same as a member of an answer, absent when none waits. */
export function waitingCells(faults: readonly Fault[]): Pick<Returned, "held"> {
  const held = cellsHeld(faults);
  return held === 0 ? {} : { held };
}

/**
 * By recipient: of files with nothing but answers that wait the one saved last, and how many cells wait in a file that
 * was merged before – what was held then may be possible by now.
 */
export function heldStates(outcomes: readonly Outcome[]): {
  readonly held: ReadonlyMap<string, HeldReturn>;
  readonly known: ReadonlyMap<string, Pick<Returned, "held">>;
} {
  const held = new Map<string, HeldReturn>();
  const known = new Map<string, Pick<Returned, "held">>();
  for (const { inspection, status, faults } of outcomes) {
    const { recipient, file, savedAt } = inspection;
    if (!recipient) continue;
    if (status === "known") known.set(recipient.id, waitingCells(faults));
    const before = held.get(recipient.id);
    if (status === "held" && (!before || before.savedAt < savedAt))
      held.set(recipient.id, { file, savedAt, cells: cellsHeld(faults) });
  }
  return { held, known };
}

/** The answer merged before, with as many cells waiting as do now; the same object where nothing is different. */
export function sameAnswer(before: Returned, now: Pick<Returned, "held"> | undefined): Returned {
  if (!now || now.held === before.held) return before;
  const { held: _gone, ...rest } = before;
  return { ...rest, ...now };
}

/** A recipient with what is known now; the same object where nothing is different. */
export function withState(
  recipient: Recipient,
  returned: Returned | undefined,
  held: HeldReturn | undefined,
  recorded: Recipient["recorded"],
): Recipient {
  const { held: before, ...rest } = recipient;
  const later = held && before && held.savedAt < before.savedAt ? before : (held ?? before);
  const still = returned ? undefined : later;
  const same =
    returned === recipient.returned &&
    (recorded === undefined || recorded === recipient.recorded) &&
    JSON.stringify(still) === JSON.stringify(before);
  if (same) return recipient;
  return {
    ...rest,
    ...(returned && { returned }),
    ...(still && { held: still }),
    ...(recorded && { recorded }),
  };
}
