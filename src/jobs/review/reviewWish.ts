import { AttainError } from "../../errors";
import { EVENT_WORDS, type EventKind, type LogEvent } from "../../scoring/review/events";
import { allowedEvents, inBoth, listBoth, take, type Refusal } from "../../scoring/review/flow";
import type { LoggedEvent } from "../../sheets/review/pages";
import type { Phrase } from "../../words";
import { scoreOf, type ReviewBook, type Reviewed } from "./reviewBook";
import { lockOf } from "./reviewLocks";
import { same } from "./reviewSource";

/** Something to be done to people. */
export interface ReviewWish {
  readonly kind: EventKind;
  /** Names as the review calls them; `unit:East`, `stage:first` or `all` for whoever of those it is possible for. */
  readonly people: readonly string[];
  readonly by: string;
  /** `2026-04-08` or with the minute; now unless said. */
  readonly on?: string;
  readonly reason?: string;
  /** A return or an unlocking: the stage, by its id. */
  readonly to?: string;
  /** An adjustment, or an appeal upheld: the score that counts from now on. */
  readonly score?: number;
}

const R = {
  nobody: {
    "zh-CN": "现在没有人可以“{event}”",
    "en-US": "“{event}” is possible for nobody of them now",
  },
  more: { "zh-CN": "另有 {n} 人也不行", "en-US": "and {n} more" },
  noName: { "zh-CN": "没有写经手人", "en-US": "who does it is not said" },
} as const satisfies Record<string, Phrase>;

/**
 * The events of a wish, and where people stand after them.
 *
 * @throws AttainError `review-refused` when it is not possible for somebody named, `unknown-name`
 */
export function carryOut(
  book: ReviewBook,
  wish: ReviewWish,
): { readonly events: readonly LoggedEvent[]; readonly people: readonly Reviewed[] } {
  const { kind, by, reason, to, score } = wish;
  const chosen = choose(book, wish);
  const on = wish.on ?? now();
  const events: LoggedEvent[] = [];
  const refusals: (Omit<Refusal, "index"> & { readonly person: string })[] = [];
  const moved = new Map<string, Reviewed>();
  for (const person of chosen) {
    const event: LogEvent = {
      kind,
      person: person.person,
      by: by.trim() === "" && kind === "sign" ? person.person : by.trim(),
      on,
      ...(reason !== undefined && reason.trim() !== "" && { reason: reason.trim() }),
      ...(to !== undefined && { to }),
      ...(score !== undefined && (kind === "adjust" || kind === "uphold") && { adjusted: score }),
      score: scoreOf(person),
      ...(kind === "lock" && lockOf(book, person)),
    };
    const taken = event.by === "" ? { why: R.noName } : take(person.standing, event, book.rules);
    if ("why" in taken) {
      refusals.push({ person: person.person, event, why: taken.why });
      continue;
    }
    events.push({ ...event, period: book.name, unit: person.unit });
    moved.set(person.person, { ...person, standing: taken.standing });
  }
  const [first, ...more] = refusals;
  if (first) {
    const why = more.length === 0 ? first.why : listBoth([first.why, inBoth(R.more, { n: more.length })]);
    throw new AttainError("review-refused", { name: first.person, why });
  }
  return { events, people: book.people.map((person) => moved.get(person.person) ?? person) };
}

/** The minute it is here. */
function now(date = new Date()): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** Whoever is named, in any case; of a unit, a stage or all those it is possible for. */
function choose(book: ReviewBook, { people: wanted, kind }: ReviewWish): Reviewed[] {
  const able = (person: Reviewed): boolean =>
    person.computedScore !== null &&
    allowedEvents(person.standing.stage, book.rules).includes(kind) &&
    // Nobody's unsigned card is locked in passing.
    (kind !== "lock" || person.standing.stage === "signed");
  const chosen = new Set<Reviewed>();
  for (const word of wanted) {
    const [, group, value = ""] = /^(unit|单位|stage|环节)[:：](.+)$/i.exec(word.trim()) ?? [];
    const everybody = /^(all|全部|所有人)$/i.test(word.trim());
    if (group === undefined && !everybody) {
      for (const person of named(book, word)) chosen.add(person);
      continue;
    }
    const of = book.people.filter(
      (person) =>
        everybody ||
        (/^(unit|单位)$/i.test(group ?? "")
          ? same(person.unit, value)
          : book.process.stages.some(
              ({ id, name }) => id === person.standing.stage && (same(id, value) || same(name, value)),
            ) || same(person.standing.stage, value)),
    );
    if (of.length === 0) throw unknown(book, word);
    for (const person of of.filter(able)) chosen.add(person);
  }
  if (chosen.size === 0)
    throw new AttainError("review-refused", {
      name: wanted.join(", "),
      why: inBoth(R.nobody, { event: EVENT_WORDS[kind] }),
    });
  return [...chosen];
}

function named(book: ReviewBook, word: string): Reviewed[] {
  const exact = book.people.filter(({ person }) => same(person, word));
  const found = exact.length > 0 ? exact : book.people.filter(({ name }) => same(name, word));
  if (found.length !== 1) throw unknown(book, word);
  return found;
}

function unknown({ people }: ReviewBook, name: string): AttainError {
  return new AttainError("unknown-name", {
    name,
    known: people
      .map(({ person }) => person)
      .slice(0, 12)
      .join(", "),
  });
}
