import { say, LANGS, type Params, type Phrase } from "../../words";
import { dayCount, dayOf } from "../days";
import { EVENT_KINDS, EVENT_WORDS, NEEDS_REASON, type EventKind, type LogEvent } from "./events";
import { FLOW_WORDS as W, STAGE_NAMES } from "./flowWords";

/** The stages a review goes through before people sign. A firm may leave some out, all but the first. */
export const REVIEW_STAGES = ["score", "sum", "first", "second"] as const;
/** Where somebody can stand after the last of them. */
export const CLOSING_STAGES = ["sign", "appealed", "signed", "locked"] as const;

/** An id of the review's own stages, or one of {@link CLOSING_STAGES}. */
export type StageId = string;

/** Where one person's evaluation stands. */
export interface Standing {
  readonly stage: StageId;
  /** Day of the last event; absent before the first. */
  readonly since?: string;
  /** Day it was first up for signing, since when people may appeal. */
  readonly opened?: string;
  /** Why it came back, until it has gone on. */
  readonly returned?: string;
  /** What is appealed against, until that is decided. */
  readonly appeal?: string;
  /** The score that counts instead of the computed one. */
  readonly adjusted?: number;
  /** The score as it was signed, while it is signed or locked. */
  readonly signedScore?: number | null;
  /** What was locked, while it is. */
  readonly locked?: { readonly values: string; readonly digest: string };
  /** Events so far. */
  readonly events: number;
}

/** An event that cannot be, and why; `index` is its place among those given. */
export interface Refusal {
  readonly index: number;
  readonly event: LogEvent;
  readonly why: Phrase;
}

export const START: Standing = { stage: REVIEW_STAGES[0], events: 0 };

/** What a firm may set; each has a usual value. */
export interface FlowRules {
  /** The review's own stages in order; default {@link REVIEW_STAGES}. */
  readonly stages?: readonly StageId[];
  /** Days after the last review in which people may appeal; default no limit. */
  readonly appealDays?: number;
  /** Who may decide a stage; nobody named is anybody. */
  readonly who?: ReadonlyMap<StageId, readonly string[]>;
}

/** The next stage by stage and event: what the log page looks up, and the engine too. Absent: not possible. */
export type Transitions = ReadonlyMap<StageId, ReadonlyMap<EventKind, StageId>>;

/**
 * Which event leads where.
 *
 * @example transitionsOf().get("first")?.get("return") // "sum"
 */
export function transitionsOf(stages: readonly StageId[] = REVIEW_STAGES): Transitions {
  const last = stages.at(-1) ?? REVIEW_STAGES[0];
  const table = new Map<StageId, Map<EventKind, StageId>>();
  stages.forEach((stage, i) => {
    const next = stages[i + 1] ?? "sign";
    const before = stages[i - 1];
    table.set(
      stage,
      new Map<EventKind, StageId>(
        before === undefined
          ? [["submit", next]]
          : [
              ["pass", next],
              ["return", before],
              ["adjust", stage],
            ],
      ),
    );
  });
  table.set(
    "sign",
    new Map<EventKind, StageId>([
      ["return", last],
      ["sign", "signed"],
      ["appeal", "appealed"],
      // Who neither signs nor appeals in time is locked without a signature, with the reason.
      ["lock", "locked"],
    ]),
  );
  // Upheld with another score: signed anew. Upheld without one, the last review looks at it again.
  table.set(
    "appealed",
    new Map<EventKind, StageId>([
      ["uphold", last],
      ["reject", "sign"],
    ]),
  );
  table.set(
    "signed",
    new Map<EventKind, StageId>([
      ["appeal", "appealed"],
      ["lock", "locked"],
    ]),
  );
  table.set("locked", new Map<EventKind, StageId>([["unlock", last]]));
  return table;
}

/**
 * What can be done to somebody who stands at `stage`.
 *
 * @example allowedEvents("sign") // ["return", "sign", "appeal", "lock"]
 */
export function allowedEvents(stage: StageId, { stages }: FlowRules = {}): readonly EventKind[] {
  const possible = transitionsOf(stages).get(stage);
  return EVENT_KINDS.filter((kind) => possible?.has(kind) === true);
}

/**
 * Where one person stands after everything that happened to them; events that cannot be change nothing.
 *
 * @param events one person's, oldest first
 * @example stageOf([{ kind: "submit", person: "Ann", by: "Mia", on: "2026-04-03" }]).stage // "sum"
 */
export function stageOf(
  events: readonly LogEvent[],
  rules: FlowRules = {},
): Standing & { readonly refused: readonly Refusal[] } {
  const refused: Refusal[] = [];
  let standing: Standing = { ...START, stage: rules.stages?.[0] ?? START.stage };
  events.forEach((event, index) => {
    const taken = take(standing, event, rules);
    if ("why" in taken) refused.push({ index, event, why: taken.why });
    else standing = taken.standing;
  });
  return { ...standing, refused };
}

/** One event taken, or why it cannot be. */
export function take(
  standing: Standing,
  event: LogEvent,
  rules: FlowRules = {},
): { readonly standing: Standing } | { readonly why: Phrase } {
  const { stages = REVIEW_STAGES } = rules;
  const usual = transitionsOf(stages).get(standing.stage)?.get(event.kind);
  if (usual === undefined) return { why: notNow(standing.stage, event.kind, rules) };
  const why =
    notTheirs(standing.stage, event, rules) ??
    untimely(standing, event, rules) ??
    unsaid(standing, event, rules);
  if (why) return { why };
  const to = targetOf(standing, event, usual, stages);
  return typeof to === "object" ? { why: to } : { standing: after(standing, event, to, stages) };
}

function notNow(stage: StageId, kind: EventKind, rules: FlowRules): Phrase {
  const allowed = allowedEvents(stage, rules).map((one) => EVENT_WORDS[one]);
  return inBoth(W.notNow, {
    event: EVENT_WORDS[kind],
    stage: stageName(stage),
    allowed: listBoth(allowed),
  });
}

/** Signing and appealing is for the person, locking for whoever keeps the log; the rest is for those named. */
function notTheirs(
  stage: StageId,
  { kind, by }: LogEvent,
  { who, stages = REVIEW_STAGES }: FlowRules,
): Phrase | undefined {
  const decided = kind === "uphold" || kind === "reject" ? (stages.at(-1) ?? stage) : stage;
  const named = who?.get(decided) ?? [];
  if (named.length === 0 || named.includes(by)) return undefined;
  return inBoth(W.notYours, { stage: stageName(decided), who: listBoth(named.map(same)), by });
}

const same = (word: string): Phrase => ({ "zh-CN": word, "en-US": word });

function untimely(standing: Standing, { kind, on }: LogEvent, rules: FlowRules): Phrase | undefined {
  const { since } = standing;
  if (since !== undefined && day(on) < day(since)) return inBoth(W.backInTime, { on, since });
  const until = appealsUntil(standing, rules);
  return kind === "appeal" && until !== undefined && day(on) > until
    ? inBoth(W.appealLate, { until })
    : undefined;
}

/** Last day for an appeal, once the last review is done. */
export function appealsUntil({ opened }: Standing, { appealDays }: FlowRules): string | undefined {
  return opened === undefined || appealDays === undefined
    ? undefined
    : dayOf(dayCount(day(opened)) + appealDays);
}

const day = (on: string): string => on.slice(0, 10);

function unsaid(standing: Standing, event: LogEvent, rules: FlowRules): Phrase | undefined {
  const { kind, adjusted, on, reason = "" } = event;
  const until = appealsUntil(standing, rules);
  // Who neither signs nor appeals in time has had the chance to.
  const unsigned = kind === "lock" && standing.stage === "sign" && !(until !== undefined && day(on) > until);
  if (reason.trim() === "" && unsigned) return W.lockReason;
  if (reason.trim() === "" && NEEDS_REASON.has(kind)) return inBoth(W.reason, { event: EVENT_WORDS[kind] });
  return kind === "adjust" && !isScore(adjusted) ? W.noScore : undefined;
}

const isScore = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);

/** A return or an unlocking may name any earlier stage; an upheld appeal with a score skips the last review. */
function targetOf(
  { stage }: Standing,
  event: LogEvent,
  usual: StageId,
  stages: readonly StageId[],
): StageId | Phrase {
  if (event.kind === "uphold") return isScore(event.adjusted) ? "sign" : usual;
  if (event.to === undefined || (event.kind !== "return" && event.kind !== "unlock")) return usual;
  const at = stages.indexOf(stage);
  const to = stages.indexOf(event.to);
  if (to >= 0 && (at < 0 || to < at)) return event.to;
  return inBoth(W.backWhere, { stage: stageName(stage), to: stageName(event.to) });
}

function after(standing: Standing, event: LogEvent, stage: StageId, stages: readonly StageId[]): Standing {
  const opened = stages.includes(stage) ? undefined : (standing.opened ?? event.on);
  const adjusted = isScore(event.adjusted) ? event.adjusted : standing.adjusted;
  const keepsReturn = event.kind === "adjust" && standing.returned !== undefined;
  const returned =
    event.kind === "return" || event.kind === "unlock" || event.kind === "uphold"
      ? event.reason
      : keepsReturn
        ? standing.returned
        : undefined;
  const signed =
    event.kind === "sign"
      ? (event.score ?? null)
      : stage === "signed" || stage === "locked"
        ? standing.signedScore
        : undefined;
  return {
    stage,
    since: event.on,
    events: standing.events + 1,
    ...(opened !== undefined && { opened }),
    ...(returned !== undefined && stages.includes(stage) && { returned }),
    ...(stage === "appealed" && event.reason !== undefined && { appeal: event.reason }),
    ...(adjusted !== undefined && { adjusted }),
    ...(signed !== undefined && { signedScore: signed }),
    ...(stage === "locked" && {
      locked: { values: event.locked ?? "", digest: event.digest ?? "" },
    }),
  };
}

/** Whose evaluations are finished: nothing about them may change unnoticed. */
export const isClosed = ({ stage }: Pick<Standing, "stage">): boolean =>
  stage === "signed" || stage === "locked";

/** @example stageName("first") // { "zh-CN": "初审", "en-US": "First review" } */
export function stageName(stage: StageId): Phrase {
  return (STAGE_NAMES as Readonly<Record<string, Phrase>>)[stage] ?? { "zh-CN": stage, "en-US": stage };
}

/** A phrase filled in, in both languages at once. */
export function inBoth(phrase: Phrase, params: Params): Phrase {
  return Object.fromEntries(LANGS.map((lang) => [lang, say(phrase, lang, params)])) as Phrase;
}

/** Words one after another as each language lists them. */
export function listBoth(words: readonly Phrase[]): Phrase {
  return {
    "zh-CN": words.map((one) => one["zh-CN"]).join("、"),
    "en-US": words.map((one) => one["en-US"]).join(", "),
  };
}
