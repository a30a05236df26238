import { AttainError } from "../../errors";
import { applyWorkbook, type ApplyReport } from "../../excel/apply";
import { lockCells } from "../../excel/write/lockCells";
import { restoreLast } from "../../excel/restore";
import { rulesOf, type ReviewProcess } from "../../scoring/review/review";
import type { LoggedEvent } from "../../sheets/review/pages";
import { openReview, type ReviewBook } from "./reviewBook";
import { noticesOf, type ReviewNotice } from "./reviewLocks";
import { carryOut, type ReviewWish } from "./reviewWish";
import { reviewWrite } from "./reviewWrite";
import { locksOf } from "./sheetLocks";
import type { JobOptions } from "../types";

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
