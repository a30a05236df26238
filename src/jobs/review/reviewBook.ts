import { AttainError } from "../../errors";
import { readFormulas } from "../../excel/read/readFormulas";
import { readGrids } from "../../excel/read/read";
import { readState, type WorkbookState } from "../../excel/state/workbookState";
import { listBoth, stageOf, type FlowRules, type Standing } from "../../scoring/review/flow";
import { rulesOf, type ReviewProcess } from "../../scoring/review/review";
import { usualReview } from "../../scoring/review/usualReview";
import type { Grid as Cells } from "../../sheets/readBack";
import type { LoggedEvent, ReviewSubject } from "../../sheets/review/pages";
import {
  readReviewBoard,
  readReviewLog,
  type BoardResult,
  type LogLine,
  type LogMistake,
} from "../../sheets/review/readReview";
import { REVIEW_PAGE_WORDS as W } from "../../sheets/review/words";
import type { Lang, Phrase } from "../../words";
import {
  PAY_PAGE,
  pairsIn,
  reviewOf,
  same,
  type FollowedPage,
  type LinkedPage,
  type ScoredPage,
} from "./reviewSource";
import { fromA1 } from "../evaluation/scored";
import type { JobOptions } from "../types";

/** Somebody of the evaluation and where they stand. */
export interface Reviewed extends ReviewSubject {
  /** As the scheme works it out; null when not scored. */
  readonly computedScore: number | null;
  readonly standing: Standing;
  /** Grade and rank of the score that counts, once the review has begun. */
  readonly result?: BoardResult;
}

/** The review of the open workbook: everybody, the log so far, and the rules. Nothing is written by reading it. */
export interface ReviewBook {
  readonly lang: Lang;
  /** What the evaluation is called: `March 2026`. */
  readonly name: string;
  readonly process: ReviewProcess;
  readonly rules: FlowRules;
  readonly people: readonly Reviewed[];
  /** Everybody's lines with those kept free, in the order of the pages. */
  readonly subjects: readonly ReviewSubject[];
  readonly log: readonly LogLine[];
  /** Tabs as they are called now; absent before the review is begun. */
  readonly tabs: { readonly board?: string; readonly log?: string; readonly about?: string };
  readonly scored: readonly ScoredPage[];
  readonly follows: readonly FollowedPage[];
  readonly links: readonly LinkedPage[];
  /** Our sheets by what they are. */
  readonly sheets: WorkbookState["sheets"];
}

/** What a workbook already knows of its reviews when it is evaluated again. */
export interface ReviewMemory {
  readonly process: ReviewProcess;
  /** Every line of the log, those of earlier evaluations too. */
  readonly events: readonly LoggedEvent[];
}

type Options = Pick<JobOptions, "signal">;

/** What is read of every workbook besides the scorecards. */
const PAGES = ["results", "standing", "review", "reviewLog"];

/**
 * Reads the review of the open workbook, whether it has begun or not.
 *
 * @param due the last day of scoring where the review has not begun, `2026-04-03`; today unless said
 * @throws AttainError `no-scores`, `scheme-invalid`, `review-log` naming the cell, `cell-editing`, `cancelled`
 */
export async function openReview(
  { signal }: Options = {},
  due: string = new Date().toISOString().slice(0, 10),
): Promise<ReviewBook> {
  const options = signal ? { signal } : {};
  const sheets = (await readState())?.sheets ?? [];
  const tab = (spec: string): string | undefined => sheets.find((one) => one.spec === spec)?.tab;
  const pairs = pairsIn(sheets);
  if (pairs.length === 0) throw new AttainError("no-scores");
  const others = PAGES.flatMap((spec) => tab(spec) ?? []);
  const at = await readTabs([...pairs.flatMap(({ card, scheme }) => [card, scheme]), ...others], options);
  const followed = ["results", "standing", PAY_PAGE].flatMap((spec) => tab(spec) ?? []);
  const formulas = await readFormulas(followed, options);
  const found = reviewOf({ sheets, values: at, formulas: (name) => formulas.get(name) ?? [] });
  if (!found) throw new AttainError("no-scores");
  const { name, subjects, scored, follows, links } = found;
  const board = readReviewBoard(at(tab("review")));
  const lang = board?.process.lang ?? found.lang;
  const process = board?.process ?? usualReview(lang, due);
  const rules = rulesOf(process);
  const log = readLog(at(tab("reviewLog")), tab("reviewLog"), name, rules, subjects);
  const people = subjects.flatMap(({ shown, ...subject }): Reviewed[] => {
    if (subject.person === "") return [];
    const events = log.filter((line) => line.period === name && same(line.person, subject.person));
    // What is recorded was allowed when it was, whoever is named for a stage by now.
    const { refused: _, ...standing } = stageOf(events, rules.stages ? { stages: rules.stages } : {});
    const computed = board?.computed.get(subject.person) ?? null;
    const result = board?.results.get(subject.person);
    return [
      {
        ...subject,
        standing,
        computedScore: standing.adjusted === undefined ? shown : computed,
        ...(result && { result }),
      },
    ];
  });
  const tabs = { board: tab("review"), log: tab("reviewLog"), about: tab("about") };
  return {
    lang,
    name,
    process,
    rules,
    people,
    subjects,
    log,
    scored,
    follows,
    links,
    sheets,
    tabs: Object.fromEntries(Object.entries(tabs).filter(([, one]) => one !== undefined)),
  };
}

/** Values of sheets from A1 on, by their tabs. */
async function readTabs(
  tabs: readonly string[],
  options: Options,
): Promise<(tab: string | undefined) => Cells> {
  const grids = await readGrids({ sheets: [...new Set(tabs)], ...options });
  const cells = new Map(grids.map((grid) => [grid.sheet, fromA1(grid)]));
  return (tab) => cells.get(tab ?? "") ?? [];
}

/**
 * What the open workbook remembers of its reviews, for writing it anew; undefined when it has none.
 *
 * @throws AttainError `review-log` naming the cell
 */
export async function readReviewMemory({ signal }: Options = {}): Promise<ReviewMemory | undefined> {
  const sheets = (await readState())?.sheets ?? [];
  const tab = (spec: string): string | undefined => sheets.find((one) => one.spec === spec)?.tab;
  const [board, log] = [tab("review"), tab("reviewLog")];
  if (board === undefined || log === undefined) return undefined;
  const at = await readTabs([board, log], signal ? { signal } : {});
  const read = readReviewBoard(at(board));
  if (!read) return undefined;
  return { process: read.process, events: readLog(at(log), log, read.name, rulesOf(read.process)) };
}

/** The score that counts: the reviewed one where there is one. */
export const scoreOf = ({ standing, computedScore }: Reviewed): number | null =>
  standing.adjusted ?? computedScore;

function readLog(
  rows: Cells,
  tab: string | undefined,
  name: string,
  rules: FlowRules,
  subjects?: readonly ReviewSubject[],
): readonly LogLine[] {
  if (tab === undefined) return [];
  const { lines, mistakes } = readReviewLog(rows, tab, name, rules);
  const strangers = lines.flatMap((line): LogMistake[] =>
    line.recorded ||
    line.period !== name ||
    (subjects?.some(({ person }) => same(person, line.person)) ?? true)
      ? []
      : [{ sheet: tab, cell: `E${line.row}`, what: W.stranger }],
  );
  const [first, ...more] = [...mistakes, ...strangers];
  if (!first) return lines;
  const rest = more.slice(0, 5).map(({ cell, what }): Phrase => ({
    "zh-CN": `${cell} ${what["zh-CN"]}`,
    "en-US": `${cell} ${what["en-US"]}`,
  }));
  throw new AttainError(
    "review-log",
    { detail: listBoth([first.what, ...rest]) },
    { sheet: first.sheet, cell: first.cell },
  );
}
