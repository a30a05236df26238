import { AttainError } from "../../errors";
import { applyWorkbook, type ApplyReport } from "../../excel/apply";
import type { CellFormula } from "../../excel/cellFormulas";
import { lockCells, type SheetLock } from "../../excel/lockCells";
import { readGrids } from "../../excel/read";
import { restoreLast } from "../../excel/restore";
import { EVENT_WORDS, type EventKind, type LogEvent } from "../../scoring/review/events";
import { allowedEvents, inBoth, listBoth, take, type Refusal } from "../../scoring/review/flow";
import { rulesOf, type ReviewProcess } from "../../scoring/review/review";
import { WORDS as E } from "../../sheets/evaluation/words";
import { text } from "../../sheets/readBack";
import { cellAt, followLinks, followReview } from "../../sheets/review/follow";
import { logSheet } from "../../sheets/review/logSheet";
import type { LoggedEvent, ReviewPages } from "../../sheets/review/pages";
import { reviewSheet } from "../../sheets/review/reviewSheet";
import type { SheetSpec } from "../../sheets/spec";
import { LANGS, type Phrase } from "../../words";
import { aboutReview } from "./reviewAbout";
import { openReview, scoreOf, type ReviewBook, type Reviewed } from "./reviewBook";
import { lockOf, noticesOf, type ReviewNotice } from "./reviewLocks";
import { placesOn, same } from "./reviewSource";
import { fromA1 } from "../evaluation/scored";
import type { JobOptions } from "../types";

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

/** What of the process is to be set: who does a stage, until when, how long people may appeal. */
export interface ReviewSettings {
  readonly who?: Readonly<Record<string, readonly string[]>>;
  readonly due?: Readonly<Record<string, string>>;
  readonly appealDays?: number;
}

export interface ReviewDone {
  readonly recorded: readonly LoggedEvent[];
  /** The review as it stands afterwards. */
  readonly book: ReviewBook;
  readonly notices: readonly ReviewNotice[];
  readonly report?: ApplyReport;
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
 * Records what was done in the review's log, begins the review where there is none, and writes both pages; whoever is
 * locked or unlocked has their cells locked or opened. All of it or nothing.
 *
 * @throws AttainError `review-refused` when something is not possible for somebody named, `unknown-name`, and what
 *   reading and writing throw
 * @example await recordReview([{ kind: "pass", people: ["unit:East"], by: "Mia" }], { lang: "en-US" })
 */
export async function recordReview(
  wishes: readonly ReviewWish[],
  options: JobOptions,
  settings: ReviewSettings = {},
): Promise<ReviewDone> {
  const book = withSettings(await openReview(options), settings);
  let people = book.people;
  const recorded: LoggedEvent[] = [];
  for (const wish of wishes) {
    const done = carryOut({ ...book, people }, wish);
    recorded.push(...done.events);
    people = done.people;
  }
  const after = { ...book, people };
  const report = await writeReview(after, recorded, options);
  const changed = recorded.some(({ kind }) => kind === "lock" || kind === "unlock");
  if (changed) await lockOrTakeBack(after);
  const { signal } = options;
  const reread = await openReview(signal ? { signal } : {});
  return { recorded, book: reread, notices: await noticesOf(reread), report };
}

async function lockOrTakeBack(book: ReviewBook): Promise<void> {
  try {
    await lockCells(await locksOf(book));
  } catch (error) {
    await restoreLast();
    throw error;
  }
}

/** Locks again what the log says is locked, after pages were written anew. */
export async function lockAgain({ signal }: Pick<JobOptions, "signal"> = {}): Promise<void> {
  const book = await openReview(signal ? { signal } : {});
  if (book.people.some(({ standing }) => standing.stage === "locked")) await lockCells(await locksOf(book));
}

function withSettings(book: ReviewBook, { who = {}, due = {}, appealDays }: ReviewSettings): ReviewBook {
  const ids = book.process.stages.map(({ id }) => id);
  const strange = [...Object.keys(who), ...Object.keys(due)].find((id) => !ids.includes(id));
  if (strange !== undefined) throw new AttainError("unknown-name", { name: strange, known: ids.join(", ") });
  const process: ReviewProcess = {
    ...book.process,
    stages: book.process.stages.map((stage) => ({
      ...stage,
      who: who[stage.id] ?? stage.who,
      due: due[stage.id] ?? stage.due,
    })),
    appealDays: appealDays ?? book.process.appealDays,
  };
  return { ...book, process, rules: rulesOf(process) };
}

/** The events of a wish, and where people stand after them. */
function carryOut(
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

/** The pages of the review as plain data. */
export function pagesOf(book: ReviewBook, more: readonly LoggedEvent[] = []): ReviewPages {
  const { name, process, subjects, log } = book;
  return { name, process, subjects, events: [...log, ...more] };
}

/** What writing a review's pages takes: the pages, and formulas of pages that follow them. */
export interface ReviewWrite {
  readonly sheets: readonly SheetSpec[];
  readonly formulas: readonly CellFormula[];
}

/** The review's pages with more lines in the log, as they are written together with whatever else is. */
export async function reviewWrite(
  book: ReviewBook,
  recorded: readonly LoggedEvent[],
  options: Pick<JobOptions, "signal"> = {},
): Promise<ReviewWrite> {
  const pages = pagesOf(book, recorded);
  const { board } = book.tabs;
  const formulas = [
    ...book.follows.flatMap((page) =>
      followReview(page, page.formulas, placesOn(page, book.subjects), pages, board),
    ),
    ...book.links.flatMap((page) => followLinks(page.tab, page.formulas, pages, board)),
  ];
  const about = await aboutReview(book, options);
  return {
    sheets: [reviewSheet(pages), logSheet(pages), ...(about ? [about] : [])],
    formulas: formulas.map(({ tab, formula, ...place }) => ({ tab, cell: cellAt(place), formula })),
  };
}

async function writeReview(
  book: ReviewBook,
  recorded: readonly LoggedEvent[],
  { lang, signal, onProgress }: JobOptions,
): Promise<ApplyReport> {
  const cancel = signal ? { signal } : {};
  const { sheets, formulas } = await reviewWrite(book, recorded, cancel);
  return applyWorkbook(
    { sheets, names: [], activate: "review" },
    {
      lang,
      ...cancel,
      onProgress: (fraction) => onProgress?.({ stage: "write", fraction }),
      // What was typed into the pages has been read and is in the spec.
      typed: "replace",
      formulas,
    },
  );
}

/** Which sheets hold whose figures, and what of them is locked now. */
async function locksOf(book: ReviewBook): Promise<SheetLock[]> {
  const locked = book.people.filter(({ standing }) => standing.stage === "locked");
  const scored = book.people.filter(({ computedScore }) => computedScore !== null);
  const whole = locked.length > 0 && scored.every(({ standing }) => standing.stage === "locked");
  const kinds = book.sheets.filter(({ spec }) =>
    /^(data|scorecard|ratings|raters|results|scheme)(-\d+)?$/.test(spec),
  );
  const personal = kinds.filter(({ spec }) => !spec.startsWith("scheme") && spec !== "results");
  const grids = await readGrids({ sheets: personal.map(({ tab }) => tab) });
  return kinds.map(({ spec, tab }): SheetLock => {
    // Sheets that people fill in are protected anyway.
    const always = /^(data|ratings|raters)/.test(spec);
    const grid = grids.find(({ sheet }) => sheet === tab);
    const lines = grid ? namedLines(fromA1(grid), book) : [];
    const isLocked = (person: Reviewed): boolean => locked.includes(person);
    const protect =
      whole && !spec.startsWith("results")
        ? "whole"
        : locked.length > 0 && !spec.startsWith("scheme")
          ? "rows"
          : always
            ? "rows"
            : "none";
    return {
      tab,
      rows: lines.filter(({ person }) => isLocked(person)).map(({ row }) => row),
      open: lines.filter(({ person }) => !isLocked(person)).map(({ row }) => row),
      protect,
    };
  });
}

/** Rows of a page that are about somebody: those under a header for names, or for who is rated. */
function namedLines(
  rows: ReturnType<typeof fromA1>,
  { people }: ReviewBook,
): { readonly row: number; readonly person: Reviewed }[] {
  const at = (key: "name" | "person" | "unit", row: readonly unknown[]): number =>
    LANGS.map((lang) => row.findIndex((cell) => cell === E[key][lang])).find((found) => found >= 0) ?? -1;
  const header = rows.slice(0, 30).findIndex((row) => at("person", row) >= 0 || at("name", row) >= 0);
  const words = rows[header] ?? [];
  const [name, unit] = [
    at("person", words) >= 0 ? at("person", words) : at("name", words),
    at("unit", words),
  ];
  return rows.flatMap((row, i) => {
    if (i <= header || header < 0) return [];
    const person = people.find(
      (one) =>
        (same(one.name, text(row[name])) || same(one.person, text(row[name]))) &&
        (unit < 0 ||
          text(row[unit]) === "" ||
          same(one.unit, text(row[unit])) ||
          people.filter((other) => same(other.name, one.name)).length === 1),
    );
    return person ? [{ row: i + 1, person }] : [];
  });
}
