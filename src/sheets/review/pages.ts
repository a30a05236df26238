import { rangeRef, quoteSheet } from "../../formula/references";
import { CLOSING_STAGES, stageName, transitionsOf, type StageId } from "../../scoring/review/flow";
import type { LogEvent } from "../../scoring/review/events";
import type { ReviewProcess } from "../../scoring/review/review";
import type { Lang } from "../../words";
import { REVIEW_PAGE_WORDS as W } from "./words";

/** Somebody whose evaluation is reviewed. */
export interface ReviewSubject {
  /** What the pages and the log call them: the name, with the unit where two share it. Unique. */
  readonly person: string;
  readonly name: string;
  readonly unit: string;
  /** Where unit and name are typed, for lines kept free and typed into later. */
  readonly cells?: { readonly unit: string; readonly name: string };
  /** Formulas without `=`: the score and grade as the scheme works them out. */
  readonly computed: string;
  readonly grade: string;
  readonly light: string;
  /** Grade and light of another score by the scheme's bands, given its cell; absent without grades. */
  readonly bands?: (total: string) => { readonly grade: string; readonly light: string };
}

/** A line of the log, and the evaluation it belongs to. */
export interface LoggedEvent extends LogEvent {
  /** What the evaluation was called. */
  readonly period: string;
  readonly unit: string;
}

/** Everything the review's two pages say. */
export interface ReviewPages {
  /** The evaluation: `March 2026`. */
  readonly name: string;
  readonly process: ReviewProcess;
  readonly subjects: readonly ReviewSubject[];
  /** All lines of the log, those of earlier evaluations too, oldest first. */
  readonly events: readonly LoggedEvent[];
}

/** The columns of the people on the review page. */
export const BOARD = {
  unit: "A",
  person: "B",
  computed: "C",
  reviewed: "D",
  counts: "E",
  light: "F",
  grade: "G",
  rank: "H",
  stage: "I",
  since: "J",
  toAct: "K",
  due: "L",
  state: "M",
  reason: "N",
  entries: "O",
  line: "P",
} as const;

/** The columns of the log. */
export const LOG = {
  number: "A",
  when: "B",
  period: "C",
  unit: "D",
  person: "E",
  event: "F",
  by: "G",
  why: "H",
  backTo: "I",
  scoreThen: "J",
  scoreSet: "K",
  from: "L",
  to: "M",
  countsNow: "N",
  about: "O",
  entry: "P",
  above: "Q",
  values: "R",
  digest: "S",
} as const;

export const STAGE_HEADER = 6;
export const LOG_HEADER = 4;
export const LOG_FIRST = LOG_HEADER + 1;
/** Empty lines at the end of the log, for people without the add-in. */
export const LOG_SPARE = 20;

/** All stages of a process in order, the closing ones last. */
export function allStages({ stages }: Pick<ReviewProcess, "stages">): readonly StageId[] {
  return [...stages.map(({ id }) => id), ...CLOSING_STAGES];
}

/** The names of all stages as the pages say them; a process may call its own as it likes. */
export function stageLabels({ stages, lang }: ReviewProcess): ReadonlyMap<StageId, string> {
  return new Map([
    ...stages.map(({ id, name }) => [id, name] as const),
    ...CLOSING_STAGES.map((id) => [id, stageName(id)[lang]] as const),
  ]);
}

export interface BoardLayout {
  readonly firstStage: number;
  readonly lastStage: number;
  readonly daysRow: number;
  readonly header: number;
  readonly first: number;
  readonly last: number;
}

/** Where everything stands on the review page: rows from 1. */
export function boardLayout(process: ReviewProcess, people: number): BoardLayout {
  const firstStage = STAGE_HEADER + 1;
  const lastStage = STAGE_HEADER + allStages(process).length;
  const header = lastStage + 4;
  return {
    firstStage,
    lastStage,
    daysRow: lastStage + 1,
    header,
    first: header + 1,
    last: header + Math.max(1, people),
  };
}

/** A column of the log as a reference from another page. */
export function logRange(key: keyof typeof LOG, rows: number, lang: Lang): string {
  return `${quoteSheet(W.logTab[lang])}!$${LOG[key]}$${LOG_FIRST}:$${LOG[key]}$${LOG_FIRST + rows - 1}`;
}

/** Stages, events and where they lead, as the log looks them up on the review page. */
export function tableRanges(process: ReviewProcess): {
  readonly stages: string;
  readonly events: string;
  readonly leads: string;
} {
  const { firstStage, lastStage } = boardLayout(process, 0);
  const on = (top: number, left: number, bottom: number, right: number): string =>
    rangeRef(top - 1, left, bottom - 1, right, {
      absRow: true,
      absColumn: true,
      sheet: W.tab[process.lang],
    });
  return {
    stages: on(firstStage, 0, lastStage, 0),
    events: on(STAGE_HEADER, TABLE_LEFT, STAGE_HEADER, TABLE_LEFT + 9),
    leads: on(firstStage, TABLE_LEFT, lastStage, TABLE_LEFT + 9),
  };
}

/** The first column, from 0, of the table of what leads where; it has one column an event. */
export const TABLE_LEFT = 4;

export const transitionsFor = (process: ReviewProcess): ReturnType<typeof transitionsOf> =>
  transitionsOf(process.stages.map(({ id }) => id));
