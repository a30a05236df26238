import { say, type Lang, type Params, type Phrase } from "../../words";
import { REVIEW_WORDS as W } from "./words";

/** One stage of a review: who does it and until when. */
export interface Stage {
  readonly id: string;
  readonly name: string;
  /** Names of those who may decide it. */
  readonly who: readonly string[];
  /** Last day, `2026-04-08`; the day itself is in time. */
  readonly due: string;
}

export interface ReviewProcess {
  readonly lang: Lang;
  /** In order, usually score → sum up → first review → second review. */
  readonly stages: readonly Stage[];
  /** Days after the last stage in which people may appeal; 0 for none. */
  readonly appealDays: number;
}

/** Something that was done. Days are `2026-04-08`. */
export type ReviewEvent =
  | { readonly kind: "pass"; readonly by: string; readonly on: string }
  /** Back to an earlier stage, the one before unless said; the reason is told to whoever has to do it again. */
  | {
      readonly kind: "return";
      readonly by: string;
      readonly on: string;
      readonly reason: string;
      readonly to?: string;
    }
  | { readonly kind: "appeal"; readonly by: string; readonly on: string; readonly reason: string }
  | {
      readonly kind: "answer";
      readonly by: string;
      readonly on: string;
      readonly to: string;
      readonly upheld: boolean;
      readonly reason: string;
    }
  | { readonly kind: "sign"; readonly by: string; readonly on: string }
  | { readonly kind: "lock"; readonly by: string; readonly on: string };

export interface ReviewState {
  /** The stage that is to be done; absent when all are. */
  readonly stage?: Stage;
  readonly status: "open" | "overdue" | "returned" | "appeals" | "signing" | "locked";
  /** Why it came back, while it has not gone on. */
  readonly returned?: string;
  /** Who has appealed and waits for an answer. */
  readonly appeals: readonly string[];
  readonly signed: readonly string[];
  /** Last day for an appeal, once all stages are done. */
  readonly appealsUntil?: string;
  /** Everything that was not allowed, in one list; such events change nothing. */
  readonly refused: readonly { readonly event: ReviewEvent; readonly why: string }[];
}

/**
 * Where a review stands after everything that happened, as of a day.
 *
 * @param people who is scored: each may appeal and signs
 * @example reviewState(process, [{ kind: "pass", by: "Li", on: "2026-04-03" }], people, "2026-04-04").stage?.id // "sum"
 */
export function reviewState(
  process: ReviewProcess,
  events: readonly ReviewEvent[],
  people: readonly string[],
  today: string,
): ReviewState {
  const book = new Book(process, people);
  for (const event of events) book.take(event);
  return book.state(today);
}

class Book {
  private at = 0;
  private returned: string | undefined;
  private passedOn: string | undefined;
  private locked = false;
  private readonly open = new Set<string>();
  private readonly signed = new Set<string>();
  private readonly refused: { event: ReviewEvent; why: string }[] = [];

  constructor(
    private readonly process: ReviewProcess,
    private readonly people: readonly string[],
  ) {}

  take(event: ReviewEvent): void {
    const why = this.locked ? this.say(W.locked) : this.objection(event);
    if (why !== undefined) {
      this.refused.push({ event, why });
      return;
    }
    switch (event.kind) {
      case "pass":
        this.at += 1;
        this.returned = undefined;
        if (!this.stage) this.passedOn = event.on;
        return;
      case "return":
        this.goBack(event.to, event.reason);
        return;
      case "appeal":
        this.open.add(event.by);
        return;
      case "answer":
        this.open.delete(event.to);
        // A score that changes goes through the last review again, and what was signed is signed anew.
        if (event.upheld) this.goBack(undefined, event.reason);
        return;
      case "sign":
        this.signed.add(event.by);
        return;
      case "lock":
        this.locked = true;
    }
  }

  state(today: string): ReviewState {
    const { stage, returned } = this;
    const until = this.appealsUntil;
    return {
      ...(stage && { stage }),
      status: this.locked
        ? "locked"
        : stage
          ? today > stage.due
            ? "overdue"
            : returned === undefined
              ? "open"
              : "returned"
          : this.open.size > 0
            ? "appeals"
            : "signing",
      ...(returned !== undefined && { returned }),
      appeals: [...this.open],
      signed: [...this.signed],
      ...(until !== undefined && { appealsUntil: until }),
      refused: this.refused,
    };
  }

  private get stage(): Stage | undefined {
    return this.process.stages[this.at];
  }

  private get appealsUntil(): string | undefined {
    return this.passedOn === undefined || this.stage
      ? undefined
      : addDays(this.passedOn, this.process.appealDays);
  }

  private goBack(to: string | undefined, reason: string): void {
    const found = this.process.stages.findIndex(({ id }) => id === to);
    this.at = Math.max(0, found < 0 ? this.at - 1 : found);
    this.returned = reason;
    this.signed.clear();
  }

  /** Why the event is not allowed, or nothing. */
  private objection(event: ReviewEvent): string | undefined {
    const { stage } = this;
    switch (event.kind) {
      case "pass":
      case "return": {
        if (!stage) return this.say(W.done);
        if (!stage.who.includes(event.by))
          return this.say(W.notYours, { stage: stage.name, who: stage.who.join(this.say(W.join)) });
        if (event.kind === "pass") return undefined;
        if (event.reason.trim() === "") return this.say(W.reason);
        const target =
          event.to === undefined ? this.at - 1 : this.process.stages.findIndex(({ id }) => id === event.to);
        return target < 0 || target >= this.at ? this.say(W.backWhere, { stage: stage.name }) : undefined;
      }
      case "appeal": {
        const until = this.appealsUntil;
        if (!this.people.includes(event.by)) return this.say(W.notScored, { name: event.by });
        if (until === undefined) return this.say(W.appealEarly);
        if (event.on > until) return this.say(W.appealLate, { until });
        return event.reason.trim() === "" ? this.say(W.reason) : undefined;
      }
      case "answer":
        if (!this.open.has(event.to)) return this.say(W.noAppeal, { name: event.to });
        if (!this.last?.who.includes(event.by))
          return this.say(W.notYours, {
            stage: this.last?.name ?? "",
            who: this.last?.who.join(this.say(W.join)) ?? "",
          });
        return event.reason.trim() === "" ? this.say(W.reason) : undefined;
      case "sign":
        if (stage) return this.say(W.signEarly);
        return this.people.includes(event.by) ? undefined : this.say(W.notScored, { name: event.by });
      case "lock": {
        if (stage) return this.say(W.lockStage, { stage: stage.name });
        if (this.open.size > 0)
          return this.say(W.lockAppeals, { names: [...this.open].join(this.say(W.join)) });
        const until = this.appealsUntil;
        const missing = this.people.filter((name) => !this.signed.has(name));
        // Who neither signs nor appeals in time has had the chance to.
        return missing.length > 0 && until !== undefined && event.on <= until
          ? this.say(W.lockSigns, { count: missing.length, until })
          : undefined;
      }
    }
  }

  private get last(): Stage | undefined {
    return this.process.stages.at(-1);
  }

  private say(phrase: Phrase, params: Params = {}): string {
    return say(phrase, this.process.lang, params);
  }
}

/** @example addDays("2026-02-27", 3) // "2026-03-02" */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
