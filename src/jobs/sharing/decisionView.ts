import { EVENT_WORDS, type EventKind } from "../../scoring/review/events";
import type { Change, Collection } from "../../sharing/incoming/collection";
import type { MasterReview } from "../../sharing/review/masterReview";
import type { TakenDecision } from "../../sharing/review/takeDecisions";
import { WAITING_WORDS } from "../../sharing/review/words";
import { stageLabels } from "../../sheets/review/pages";
import { say, type Lang } from "../../words";
import type { ReviewBook } from "../review/reviewBook";

/** A line of the review's log as people read it. */
export interface DecisionView {
  readonly person: string;
  readonly unit: string;
  /** What was done, and by its id. */
  readonly event: string;
  readonly kind: EventKind;
  readonly by: string;
  readonly on: string;
  readonly reason?: string;
  readonly score: number | null;
  /** Stages before and after, by their names. */
  readonly from: string;
  readonly to: string;
  readonly recipient: string;
  readonly file: string;
}

/** A line of the log in the person's language. */
export function decisionView(
  { event, recipient, file, from, to }: TakenDecision,
  review: MasterReview,
  lang: Lang,
): DecisionView {
  const labels = stageLabels(review.process);
  const { kind, person, unit, by, on, reason, score = null } = event;
  return {
    ...{ person, unit, kind, by, on, score, recipient, file },
    event: EVENT_WORDS[kind][lang],
    ...(reason === undefined ? {} : { reason }),
    from: labels.get(from) ?? from,
    to: labels.get(to) ?? to,
  };
}

/** Lines of the review's log as lines of the merge log: the stage before and after. */
export function decisionChanges({ events, record }: Collection, book: ReviewBook | undefined): Change[] {
  const { lang } = record;
  const labels = book ? stageLabels(book.process) : new Map<string, string>();
  return events.map(({ event, recipient, file, tab, cell, from, to }) => ({
    recipient,
    person: event.person,
    what: say(WAITING_WORDS.decided, lang, { event: EVENT_WORDS[event.kind] }),
    tab,
    cell,
    before: labels.get(from) ?? from,
    after: labels.get(to) ?? to,
    file,
  }));
}
