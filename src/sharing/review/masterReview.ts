import { NEEDS_REASON } from "../../scoring/review/events";
import {
  allowedEvents,
  appealsUntil,
  type FlowRules,
  type Standing,
  type StageId,
} from "../../scoring/review/flow";
import type { ReviewProcess } from "../../scoring/review/review";
import type { Level } from "../levels";
import { DECISION_WORDS, type Decision } from "./words";

/** Where one person's evaluation stands in the review, as the master's log has it now. */
export interface ReviewedPerson {
  /** The person's id among the master's people. */
  readonly id: string;
  /** What the log calls them: the name, with the unit where two share it. */
  readonly label: string;
  readonly name: string;
  readonly unit: string;
  readonly standing: Standing;
  /** The score that counts; null when not scored. */
  readonly score: number | null;
  /** As the scheme works it out. */
  readonly computed: number | null;
  readonly grade: string;
  readonly rank: number | null;
  /** Why the last step was taken, in the words of whoever took it. */
  readonly reason?: string;
}

/** The review of a master: who stands where, and by which rules they go on. */
export interface MasterReview {
  /** What the evaluation is called in the log. */
  readonly name: string;
  readonly process: ReviewProcess;
  readonly rules: FlowRules;
  readonly people: readonly ReviewedPerson[];
  /** Where the next line of the log goes. */
  readonly log: { readonly tab: string; readonly lines: number };
}

/** A person a workbook asks a decision on, as the review stood when it was sent. */
export interface AskedReview {
  readonly person: string;
  readonly stage: StageId;
  /** Lines of the log about this person. */
  readonly events: number;
  readonly score: number | null;
}

/** A decision that has become a line of the log. */
export interface RecordedDecision {
  /** Which of the people asked about. */
  readonly asked: number;
  readonly kind: Decision;
  readonly reason: string;
}

/** Who answers a workbook, as far as a review goes. */
export interface Decider {
  readonly level: Level;
  readonly name: string;
}

/** Stages that are decided in a role's workbook where nobody is named for them, or where only a name can tell. */
const STAGES_OF: Readonly<Partial<Record<Level, readonly StageId[]>>> = {
  manager: ["first"],
  region: ["first"],
  division: ["second"],
  leader: ["second"],
};

/** Workbooks that go to somebody of that name; a unit's and the leadership's are answered by whoever signs. */
const PERSONAL: ReadonlySet<Level> = new Set<Level>(["manager", "division", "reviewer"]);
/** What decides a review before people sign, and after they appeal. */
const REVIEWING: ReadonlySet<Decision> = new Set<Decision>(["submit", "pass", "return", "uphold", "reject"]);

/**
 * What somebody may decide about a person now.
 *
 * @param day when it is asked, `2026-04-08`: an appeal that would be too late is not offered
 * @example decisionsFor(review, ann, { level: "rep", name: "Ann" }, "2026-04-08") // ["sign", "appeal"]
 */
export function decisionsFor(
  review: MasterReview,
  person: ReviewedPerson,
  decider: Decider,
  day: string,
): readonly Decision[] {
  if (person.score === null) return [];
  const { stage } = person.standing;
  const possible = allowedEvents(stage, review.rules).filter(isDecision);
  if (decider.level === "rep") {
    const until = appealsUntil(person.standing, review.rules);
    const late = until !== undefined && day > until;
    return possible.filter((kind) => kind === "sign" || (kind === "appeal" && !late));
  }
  const decided = decidedAt(review, stage);
  return decided !== undefined && decides(review, decided, decider)
    ? possible.filter((kind) => REVIEWING.has(kind))
    : [];
}

/** The stage whose people decide at `stage`: its own, of an appeal the last review's; undefined where nobody reviews. */
export function decidedAt({ process }: MasterReview, stage: StageId): StageId | undefined {
  const ids = process.stages.map(({ id }) => id);
  return stage === "appealed" ? ids.at(-1) : ids.find((id) => id === stage);
}

function decides({ rules }: MasterReview, stage: StageId, { level, name }: Decider): boolean {
  const named = rules.who?.get(stage) ?? [];
  if (PERSONAL.has(level) && (named.length > 0 || level === "reviewer"))
    return named.some((one) => sameName(one, name));
  return STAGES_OF[level]?.includes(stage) ?? false;
}

/** Everybody named for a stage, in the order of the stages, with the people who wait for them now. */
export function reviewersOf(review: MasterReview): Map<string, ReviewedPerson[]> {
  const names = [...new Set(review.process.stages.flatMap(({ who }) => who))];
  return new Map(
    names.flatMap((name): [string, ReviewedPerson[]][] => {
      const waiting = review.people.filter(
        (person) => decisionsFor(review, person, { level: "reviewer", name }, "").length > 0,
      );
      return waiting.length === 0 ? [] : [[name, waiting]];
    }),
  );
}

export const needsReason = (kind: Decision): boolean => NEEDS_REASON.has(kind);

function isDecision(kind: string): kind is Decision {
  return Object.hasOwn(DECISION_WORDS, kind);
}

/** Names as people write them: 李 雷 is 李雷, and case does not matter. */
export function sameName(a: string, b: string): boolean {
  const plain = (name: string): string => name.normalize("NFKC").replace(/\s+/g, "").toLowerCase();
  return plain(a) === plain(b);
}
