import { EVENT_WORDS, type LogEvent } from "../../scoring/review/events";
import { stageName, take, type Standing, type StageId } from "../../scoring/review/flow";
import { addDays } from "../../scoring/review/review";
import { LOG, LOG_FIRST, type LoggedEvent } from "../../sheets/review/pages";
import type { Params } from "../../words";
import type { Answer, ReturnField } from "../fields";
import type { Fault, FaultCode } from "../incoming/faults";
import type { Inspection } from "../incoming/inspect";
import type { Recipient, SharingRecord } from "../record";
import {
  needsReason,
  sameName,
  type MasterReview,
  type RecordedDecision,
  type ReviewedPerson,
} from "./masterReview";
import { decisionNamed, type Decision } from "./words";

/** A decision of a returned workbook as a line of the review's log. */
export interface TakenDecision {
  readonly event: LoggedEvent;
  /** Whose workbook it came in. */
  readonly recipient: string;
  readonly file: string;
  /** Stages before and after. */
  readonly from: StageId;
  readonly to: StageId;
  /** The line of the log it becomes: its event's cell. */
  readonly tab: string;
  readonly cell: string;
}

export interface TakenDecisions {
  readonly events: readonly TakenDecision[];
  /** What could not be taken, by file, with the cell it stands in. */
  readonly faults: ReadonlyMap<Inspection, readonly Fault[]>;
  /** By recipient, what is in the log from their workbook now. */
  readonly recorded: ReadonlyMap<string, readonly RecordedDecision[]>;
  /** Where people stand afterwards, by id. */
  readonly standings: ReadonlyMap<string, Standing>;
}

/**
 * Makes lines of the log of the decisions in returned workbooks, in the order of the days they were made on: each goes
 * through the same rules as one made in the pane. One that cannot be is held with its file, sheet and cell; it is tried
 * again whenever its file is collected again. What a workbook has brought before is brought once.
 *
 * @param at when it is collected, ISO
 */
export function takeDecisions(
  review: MasterReview,
  { layouts }: Pick<SharingRecord, "layouts">,
  files: readonly Inspection[],
  at: string,
): TakenDecisions {
  const taking = new Taking(review, minuteOf(at));
  const books = files.flatMap((file): Book[] => {
    const { recipient } = file;
    const fields = recipient && layouts[recipient.layout]?.fields;
    return recipient && fields && (recipient.review ?? []).length > 0
      ? [new Book(file, recipient, fields)]
      : [];
  });
  const order = books
    .map((book) => ({ book, when: book.moment() }))
    .sort((a, b) => (a.when < b.when ? -1 : a.when > b.when ? 1 : a.book.file < b.book.file ? -1 : 1));
  for (const { book } of order) taking.from(book);
  return taking;
}

/** One returned workbook's decisions and its signature. */
class Book {
  readonly file: string;
  constructor(
    readonly inspection: Inspection,
    readonly recipient: Recipient,
    private readonly fields: readonly ReturnField[],
  ) {
    this.file = inspection.file;
  }

  text(key: string, person: number): string {
    const answer: Answer = this.inspection.answers.get(this.index(key, person)) ?? null;
    return answer === null ? "" : String(answer).trim();
  }

  /** When the file was saved, as the log writes it. */
  saved(): string {
    return minuteOf(this.inspection.savedAt);
  }

  /** When it was decided: the day that was typed, or when the file was saved. */
  moment(): string {
    const [saved, typed] = [this.saved(), this.text("day", -1)];
    return typed === "" || typed === saved.slice(0, 10) ? saved : typed;
  }

  fault(code: FaultCode, params: Params, key: string, person: number): Fault {
    const index = this.index(key, person);
    const field = this.fields[index];
    const at = this.inspection.places?.get(index);
    return {
      code,
      file: this.file,
      params,
      ...(field ? { sheet: at?.tab ?? field.tab, cell: at?.cell ?? field.cell } : {}),
    };
  }

  private index(key: string, person: number): number {
    return this.fields.findIndex(
      (field) => field.kind === "review" && field.key === key && field.person === person,
    );
  }
}

/** An ISO time as the log writes it: the minute it was here. */
function minuteOf(iso: string): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  const at = new Date(iso);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

class Taking implements TakenDecisions {
  readonly events: TakenDecision[] = [];
  readonly faults = new Map<Inspection, Fault[]>();
  readonly recorded = new Map<string, readonly RecordedDecision[]>();
  readonly standings: Map<string, Standing>;

  constructor(
    private readonly review: MasterReview,
    private readonly now: string,
  ) {
    this.standings = new Map(review.people.map(({ id, standing }) => [id, standing]));
  }

  from(book: Book): void {
    const { review: asks = [] } = book.recipient;
    asks.forEach((_, asked) => this.one(book, asked));
  }

  private one(book: Book, asked: number): void {
    const known = (this.recorded.get(book.recipient.id) ?? book.recipient.recorded ?? []).findLast(
      (each) => each.asked === asked,
    );
    const [word, reason] = [book.text("decision", asked), book.text("reason", asked)];
    const kind = decisionNamed(word);
    if (kind === undefined) {
      if (known) this.hold(book, "review-stays", { event: EVENT_WORDS[known.kind] }, "decision", asked);
      else if (reason !== "") this.hold(book, "review-undecided", {}, "decision", asked);
      return;
    }
    // The same decision in a later file, with another comment perhaps, is no second one.
    if (known?.kind === kind && known.reason === reason) return;
    const fault = this.take(book, asked, kind, reason, known);
    if (fault) this.name(book, fault);
  }

  private take(
    book: Book,
    asked: number,
    kind: Decision,
    reason: string,
    known: RecordedDecision | undefined,
  ): Fault | undefined {
    const { recipient } = book;
    const ask = recipient.review?.[asked];
    const person = this.review.people.find(({ id }) => id === ask?.person);
    const standing = person && this.standings.get(person.id);
    if (!ask || !person || !standing)
      return book.fault("review-gone", { name: recipient.name }, "decision", asked);
    const event = { event: EVENT_WORDS[kind], name: person.label };
    const at = (code: FaultCode, params: Params, key = "decision", of = asked): Fault =>
      book.fault(code, { ...event, ...params }, key, of);
    const signer = book.text("signer", -1);
    if (needsReason(kind) && reason === "") return at("review-no-reason", {}, "reason");
    if (signer === "") return at("review-unsigned", {}, "signer", -1);
    const by = signatureOf(this.review, recipient, person, signer);
    if (by === undefined) return at("review-other-name", { to: recipient.name, found: signer }, "signer", -1);
    const [moment, saved, today] = [book.moment(), book.saved().slice(0, 10), this.now.slice(0, 10)];
    // One day ahead is a time zone; more is a slip, or a wrong clock.
    if (moment.slice(0, 10) > addDays(saved < today ? saved : today, 1))
      return at("review-later", { on: moment.slice(0, 10), saved, today }, "day", -1);
    // A line in the future would let nothing follow it until then.
    const on = moment > this.now ? this.now : moment;
    const moved = standing.events !== ask.events + (known ? countOf(recipient, asked) : 0);
    if (moved && standing.stage !== ask.stage)
      return at("review-moved", { then: stageName(ask.stage), now: stageName(standing.stage) });
    if (!close(ask.score, person.score))
      return at("review-score", { then: ask.score ?? "–", now: person.score ?? "–" });
    const logged: LogEvent = {
      kind,
      person: person.label,
      by,
      on,
      ...(reason === "" ? {} : { reason }),
      score: person.score,
    };
    const taken = take(standing, logged, this.review.rules);
    if ("why" in taken) return at("review-not-now", { why: taken.why });
    this.record(book, person, logged, standing, taken.standing, { asked, kind, reason });
    return undefined;
  }

  private record(
    { recipient, file }: Book,
    { id, unit }: ReviewedPerson,
    event: LogEvent,
    before: Standing,
    after: Standing,
    decision: RecordedDecision,
  ): void {
    const { name, log } = this.review;
    this.standings.set(id, after);
    const already = this.recorded.get(recipient.id) ?? recipient.recorded ?? [];
    this.recorded.set(recipient.id, [...already, decision]);
    this.events.push({
      event: { ...event, period: name, unit },
      recipient: recipient.name,
      file,
      from: before.stage,
      to: after.stage,
      tab: log.tab,
      cell: `${LOG.event}${LOG_FIRST + log.lines + this.events.length}`,
    });
  }

  private name({ inspection }: Book, fault: Fault): void {
    this.faults.set(inspection, [...(this.faults.get(inspection) ?? []), fault]);
  }

  private hold(book: Book, code: FaultCode, params: Params, key: string, person: number): void {
    const { review = [] } = book.recipient;
    const name = this.review.people.find(({ id }) => id === review[person]?.person)?.label ?? "";
    const fault = book.fault(code, { name, ...params }, key, person);
    this.name(book, fault);
  }
}

/** How many lines of the log have come from this workbook about one person. */
function countOf({ recorded = [] }: Recipient, asked: number): number {
  return recorded.filter((each) => each.asked === asked).length;
}

/**
 * Who has decided, as the log writes it: the person, or whom a personal workbook went to; whoever signs a unit's or the
 * leadership's, as they are named for the stage where they are.
 *
 * @returns undefined when somebody else has signed
 */
function signatureOf(
  review: MasterReview,
  { level = "rep", name }: Recipient,
  person: ReviewedPerson,
  signer: string,
): string | undefined {
  if (level === "rep") return sameName(signer, person.name) ? person.label : undefined;
  const named = review.process.stages.flatMap(({ who }) => who).find((one) => sameName(one, signer));
  if (level === "region" || level === "leader") return named ?? signer;
  return sameName(signer, name) ? (named ?? name) : undefined;
}

function close(a: number | null, b: number | null): boolean {
  return a === b || (a !== null && b !== null && Math.abs(a - b) < 1e-6);
}
