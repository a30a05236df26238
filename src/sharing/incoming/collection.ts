import type { Answer, ReturnField } from "../fields";
import { severityOf, type Fault } from "./faults";
import { groupBy } from "../groupBy";
import { heldStates, sameAnswer, waitingCells, withState } from "./heldStates";
import { answersDigest, type Inspection } from "./inspect";
import type { ItemCell, Master } from "../master/master";
import { MasterIndex } from "../master/masterIndex";
import type { Recipient, Returned, SharingRecord } from "../record";
import { lockedFields } from "../review/locked";
import { takeDecisions, type TakenDecision } from "../review/takeDecisions";
import { waitingFor, type Waiting } from "../review/waiting";

/** A cell of the master that an answer changes. */
export interface Change {
  readonly recipient: string;
  /** Whose number it is. */
  readonly person: string;
  readonly what: string;
  readonly tab: string;
  readonly cell: string;
  readonly before: ItemCell["value"];
  /** Null where an answer was taken back. */
  readonly after: ItemCell["value"];
  readonly file: string;
}

/** An answer to a cell that was changed in the master, or answered by somebody else, since it was sent. */
export interface Conflict extends Change {
  readonly kind: "changed-since" | "two-answers";
  readonly sent: ItemCell["value"];
  /** What stands after merging. */
  readonly kept: "master" | "answer" | "other-answer";
  /** What the later answer says, where two differ. */
  readonly other?: ItemCell["value"];
}

export type Preference = "master" | "answers";

/** Names a conflict: one cell of the master. @example conflictKey({ tab: "Targets", cell: "F12" }) // "Targets!F12" */
export function conflictKey({ tab, cell }: Pick<Change, "tab" | "cell">): string {
  return `${tab}!${cell}`;
}

export interface FileOutcome {
  readonly file: string;
  readonly savedAt: string;
  /** `held`: sent back with answers, none of which could be taken. */
  readonly status: "taken" | "held" | "known" | "unanswered" | "duplicate" | "superseded" | "refused";
  readonly recipient?: { readonly id: string; readonly name: string };
  readonly faults: readonly Fault[];
}

/** What merging would do. Plain data; nothing is written. */
export interface Collection {
  readonly files: readonly FileOutcome[];
  readonly changes: readonly Change[];
  readonly conflicts: readonly Conflict[];
  /** Who has sent nothing back, this time and before, or nothing that was filled in. */
  readonly missing: readonly Recipient[];
  /** Who has sent back nothing but answers that wait because something is wrong with them. */
  readonly held: readonly Recipient[];
  readonly answered: readonly Recipient[];
  /** What goes into the review's log, in this order. */
  readonly events: readonly TakenDecision[];
  /** Who has still to sign or review once this is merged; absent where nothing is under review. */
  readonly waiting?: readonly Waiting[];
  /** The record after merging. */
  readonly record: SharingRecord;
  /** True when merging changes nothing at all. */
  readonly nothingNew: boolean;
}

/**
 * Puts what came back together: the latest answer of each recipient counts, each of its answers is held against what
 * was sent and what the master says now.
 *
 * @param files inspected files, refused ones among them
 * @param prefer what counts where the master was changed since sending; default the master, so that nothing typed
 *   there is lost
 * @param decisions the same for single conflicts, by {@link conflictKey}; of two answers, `answers` is the first one
 */
export function planCollection(
  master: Master,
  record: SharingRecord,
  files: readonly Inspection[],
  {
    prefer,
    at,
    decisions = new Map(),
  }: {
    readonly prefer: Preference;
    readonly at: string;
    readonly decisions?: ReadonlyMap<string, Preference>;
  },
): Collection {
  const index = new MasterIndex(master);
  const gone = ({ people: ids }: Recipient) => ids.some((id) => !index.has(id));
  const outcomes = files.map((inspection) => outcomeOf(withoutLocked(inspection, master, record), gone));
  const counting = latest(outcomes, record);
  const { review } = master;
  // What could not be taken of a file that is known may be possible by now.
  const speaking = outcomes.filter((each) => counting.includes(each) || each.status === "known");
  const decided =
    review &&
    takeDecisions(
      review,
      record,
      speaking.map(({ inspection }) => inspection),
      at,
    );
  for (const outcome of speaking) outcome.faults.push(...(decided?.faults.get(outcome.inspection) ?? []));
  const merging = new Merging(index, record, prefer, decisions);
  const returned = new Map<string, Returned>();
  // In the order of saving: where two recipients answer for one cell the later one is met second.
  for (const { inspection, faults } of counting.toSorted((a, b) => compare(a.inspection, b.inspection))) {
    const { recipient, answers, file, savedAt } = inspection;
    if (!recipient) continue;
    merging.merge(recipient, answers, file);
    returned.set(recipient.id, {
      ...{ file, savedAt, mergedAt: at, digest: answersDigest(answers) },
      answers: Object.fromEntries(answers),
      ...waitingCells(faults),
    });
  }
  const states = heldStates(outcomes);
  const recipients = record.recipients.map((recipient) => {
    const { id, returned: before } = recipient;
    const now = returned.get(id) ?? (before && sameAnswer(before, states.known.get(id)));
    const held = now ? undefined : states.held.get(id);
    const recorded = decided?.recorded.get(id);
    return withState(recipient, now, held, recorded);
  });
  const events = decided?.events ?? [];
  return {
    files: outcomes.map(({ inspection, status, faults }) => {
      const { file, savedAt, recipient } = inspection;
      return {
        file,
        savedAt,
        status,
        faults,
        ...(recipient ? { recipient: { id: recipient.id, name: recipient.name } } : {}),
      };
    }),
    changes: merging.changes(),
    conflicts: merging.conflicts,
    missing: recipients.filter(({ returned: answer, held }) => !answer && !held),
    held: recipients.filter(({ held }) => held),
    answered: recipients.filter((recipient) => recipient.returned),
    events,
    ...(review ? { waiting: waitingFor(review, recipients, decided?.standings) } : {}),
    record: { ...record, recipients },
    nothingNew:
      counting.length === 0 &&
      merging.changes().length === 0 &&
      events.length === 0 &&
      recipients.every((recipient, i) => recipient === record.recipients[i]),
  };
}

interface Outcome {
  readonly inspection: Inspection;
  status: FileOutcome["status"];
  faults: Fault[];
}

function outcomeOf(inspection: Inspection, gone: (recipient: Recipient) => boolean): Outcome {
  const { recipient, faults, file } = inspection;
  if (!recipient) return { inspection, status: "refused", faults: [...faults] };
  if (gone(recipient))
    return {
      inspection,
      status: "refused",
      faults: [...faults, { code: "person-gone", file, params: { name: recipient.name } }],
    };
  const nothing = faults.some((fault) => severityOf(fault) === "held") ? "held" : "unanswered";
  return { inspection, status: inspection.answers.size === 0 ? nothing : "taken", faults: [...faults] };
}

/** Answers about somebody who is locked are held: no figure of theirs changes until they are unlocked. */
function withoutLocked(inspection: Inspection, master: Master, record: SharingRecord): Inspection {
  const held = lockedFields(inspection, master, record);
  if (held.length === 0) return inspection;
  const answers = new Map(inspection.answers);
  for (const { index } of held) answers.delete(index);
  return { ...inspection, answers, faults: [...inspection.faults, ...held.map(({ fault }) => fault)] };
}

const compare = (a: Inspection, b: Inspection): number =>
  a.savedAt < b.savedAt ? -1 : a.savedAt > b.savedAt ? 1 : a.file < b.file ? -1 : 1;

/** One answer a recipient, the one saved last; the others say so. What was merged before counts as an answer too. */
function latest(outcomes: readonly Outcome[], record: SharingRecord): Outcome[] {
  const merged = new Map(record.recipients.map(({ id, returned }) => [id, returned]));
  const byRecipient = groupBy(
    outcomes.filter(({ status }) => status === "taken"),
    ({ inspection }) => inspection.recipient?.id ?? "",
  );
  return [...byRecipient].flatMap(([id, answers]) => {
    const order = answers.toSorted((a, b) => compare(b.inspection, a.inspection));
    const [best, ...others] = order;
    if (!best) return [];
    for (const other of others) {
      const same = answersDigest(other.inspection.answers) === answersDigest(best.inspection.answers);
      if (same) setAside(other, "duplicate", best.inspection.file, best.inspection.savedAt);
      else setAside(other, "superseded", best.inspection.file, best.inspection.savedAt);
    }
    const before = merged.get(id);
    if (!before) return [best];
    if (before.digest === answersDigest(best.inspection.answers)) {
      best.status = "known";
      return [];
    }
    if (best.inspection.savedAt >= before.savedAt) return [best];
    setAside(best, "superseded", before.file, before.savedAt);
    return [];
  });
}

function setAside(outcome: Outcome, status: "duplicate" | "superseded", by: string, later: string): void {
  const { file, savedAt: earlier, recipient } = outcome.inspection;
  outcome.status = status;
  outcome.faults.push({
    code: status,
    file,
    params: {
      file: by,
      name: recipient?.name ?? "",
      later: moment(later, earlier),
      earlier: moment(earlier, later),
    },
  });
}

/** When a file was saved, as it was here; with the seconds where the minute does not tell two apart. */
function moment(iso: string, other: string): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  const at = new Date(iso);
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  const minute = `${day} ${two(at.getHours())}:${two(at.getMinutes())}`;
  return iso.slice(0, 16) === other.slice(0, 16) ? `${minute}:${two(at.getSeconds())}` : minute;
}

class Merging {
  readonly conflicts: Conflict[] = [];
  private readonly byCell = new Map<string, Change>();

  constructor(
    private readonly index: MasterIndex,
    private readonly record: SharingRecord,
    private readonly prefer: Preference,
    private readonly decisions: ReadonlyMap<string, Preference>,
  ) {}

  changes(): Change[] {
    return [...this.byCell.values()].filter(({ before, after }) => before !== after);
  }

  merge(recipient: Recipient, answers: ReadonlyMap<number, Answer>, file: string): void {
    const fields = this.record.layouts[recipient.layout]?.fields ?? [];
    fields.forEach((field, index) =>
      this.mergeField(recipient, field, index, answers.get(index) ?? null, file),
    );
  }

  private mergeField(
    recipient: Recipient,
    field: ReturnField,
    index: number,
    answer: Answer,
    file: string,
  ): void {
    const at = this.index.cell(recipient.people, field);
    if (!at) return;
    const sent = recipient.issued[index] ?? null;
    const earlier = recipient.returned?.answers[index];
    /** What the master shows if nobody touched it since this recipient's last answer, or since it was sent. */
    const base = earlier ?? sent;
    const wanted = answer ?? sent;
    if (same(wanted, base)) return;
    const change: Change = {
      recipient: recipient.name,
      person: this.index.nameOf(recipient.people[field.person] ?? ""),
      what: field.label,
      tab: at.tab,
      cell: at.cell,
      before: at.value,
      after: wanted,
      file,
    };
    const key = conflictKey(at);
    const decided = this.decisions.get(key);
    const other = this.byCell.get(key);
    if (other && !same(other.after, wanted)) {
      const kept = decided === "answers" ? "answer" : "other-answer";
      this.conflicts.push({ ...other, kind: "two-answers", sent, kept, other: wanted });
      if (kept === "answer") return;
    } else if (same(at.value, wanted)) return;
    else if (!same(at.value, base)) {
      const kept = (decided ?? this.prefer) === "answers" ? "answer" : "master";
      this.conflicts.push({ ...change, kind: "changed-since", sent, kept });
      if (kept === "master") return;
    }
    this.byCell.set(key, change);
  }
}

function same(a: ItemCell["value"], b: ItemCell["value"]): boolean {
  if (typeof a !== "number" || typeof b !== "number") return a === b;
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}
