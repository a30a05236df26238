import type { ExplainView } from "../../jobs/evaluation/explainCell";
import type { RunChoices, RunPart, Stage, WriteReport } from "../../jobs/types";
import type { Prepared, Surveyed } from "./jobs";

/** The three jobs, named by the screen where each one's choices are made. */
export const JOBS = ["plan", "score", "follow"] as const;
export type Job = (typeof JOBS)[number];

export type Screen =
  "home" | "data" | Job | "preview" | "result" | "explain" | "settings" | "gallery" | "review" | "share";
export type Step = Exclude<Screen, "home" | "explain" | "settings" | "gallery" | "review" | "share">;

/** The beats of a job: data → check → preview → write, between a home and a result. */
export function stepsOf(job: Job): readonly Step[] {
  return ["data", job, "preview", "result"];
}

/** What a job makes; what stands in the workbook already is made again with it, so that pages stay in step. */
export const PART_OF: Readonly<Record<Job, RunPart>> = { plan: "plan", score: "score", follow: "track" };

export interface Progress {
  readonly stage: Stage;
  /** 0–1 over the whole job. */
  readonly fraction: number;
}

/**
 * Something that is fetched. While it is fetched again the former value stays on the screen, so that nothing jumps.
 */
export type Remote<T> =
  | { readonly status: "idle"; readonly value?: undefined }
  | { readonly status: "loading"; readonly value?: T; readonly progress?: Progress }
  | { readonly status: "ready"; readonly value: T }
  | { readonly status: "failed"; readonly value?: T; readonly error: unknown };

/** The write, and the one step back after it. */
export type Writing =
  | { readonly status: "idle" }
  | { readonly status: "writing"; readonly progress?: Progress; readonly cancelling: boolean }
  | { readonly status: "failed"; readonly error: unknown }
  | {
      readonly status: "done";
      readonly report: WriteReport;
      readonly restore: "offered" | "running" | "restored";
    };

/** A small action beside the flow that failed: going to a cell, settling a column, restoring. */
export interface Failure {
  readonly error: unknown;
  readonly during: "goTo" | "correct" | "restore";
}

export interface FlowState {
  readonly screen: Screen;
  readonly job: Job;
  readonly survey: Remote<Surveyed>;
  readonly choices: RunChoices;
  readonly prepared: Remote<Prepared>;
  readonly writing: Writing;
  readonly failure?: Failure;
  /** Of the score selected in the workbook. */
  readonly explanation: Remote<ExplainView>;
  /** Where settings or an explanation were opened from. */
  readonly cameFrom?: Screen;
}

export const DEFAULT_CHOICES = { growth: 0.2, emptyMonths: "zero" } as const satisfies RunChoices;

export const INITIAL_STATE: FlowState = {
  screen: "home",
  job: "plan",
  survey: { status: "idle" },
  choices: DEFAULT_CHOICES,
  prepared: { status: "idle" },
  writing: { status: "idle" },
  explanation: { status: "idle" },
};

/** The years with won deals, latest first; empty when none is known. */
export function yearsOf(state: FlowState): readonly number[] {
  const facts = state.survey.value?.survey.facts;
  const first = Number(facts?.firstMonth?.slice(0, 4));
  const last = Number(facts?.lastMonth?.slice(0, 4));
  if (!Number.isInteger(first) || !Number.isInteger(last) || last < first) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => last - index);
}

/** The year whose actuals count: the chosen one, else the job's own default. */
export function baseYearOf(state: FlowState): number | undefined {
  return state.choices.baseYear ?? state.survey.value?.survey.facts.baseYear;
}

/** Whether a screen can be shown: each needs what the one before it found out. */
export function canShow(state: FlowState, screen: Screen): boolean {
  switch (screen) {
    case "home":
      return true;
    case "data":
      return state.survey.status !== "idle";
    case "settings":
    case "gallery":
    case "review":
    case "share":
      return true;
    case "explain":
      return state.explanation.status !== "idle";
    case "plan":
    case "score":
    case "follow":
      return state.survey.value?.survey.ready === true;
    case "preview":
      return state.survey.value?.survey.ready === true && state.prepared.status !== "idle";
    case "result":
      return state.writing.status === "done";
  }
}

/** Screens a selected score may step in front of: nobody is in the middle of a job there. */
export function mayExplain({ screen, writing }: FlowState): boolean {
  return writing.status !== "writing" && ["home", "result", "explain"].includes(screen);
}

/** True while something runs that must not be started twice. */
export function isBusy(state: FlowState): boolean {
  return state.writing.status === "writing" || state.survey.status === "loading";
}
