import { RUN_PARTS, type RunChoices, type RunPart, type WriteReport } from "../../jobs/types";
import type { ExplainView } from "../../jobs/evaluation/explainCell";
import type { Prepared, Surveyed } from "./jobs";
import {
  canShow,
  DEFAULT_CHOICES,
  PART_OF,
  isBusy,
  mayExplain,
  type Failure,
  type FlowState,
  type Job,
  type Progress,
  type Remote,
  type Screen,
} from "./state";

export type FlowEvent =
  | { readonly type: "screen.opened"; readonly screen: Screen }
  | { readonly type: "job.chosen"; readonly job: Job; readonly also: readonly RunPart[] }
  | { readonly type: "survey.started" }
  | { readonly type: "survey.progressed"; readonly progress: Progress }
  | { readonly type: "survey.ended"; readonly surveyed: Surveyed }
  | { readonly type: "survey.failed"; readonly error: unknown }
  | { readonly type: "choices.changed"; readonly choices: Partial<RunChoices> }
  | { readonly type: "preview.started" }
  | { readonly type: "preview.ended"; readonly prepared: Prepared }
  | { readonly type: "preview.failed"; readonly error: unknown }
  | { readonly type: "explain.started" }
  | { readonly type: "explain.ended"; readonly explanation: ExplainView }
  | { readonly type: "explain.failed"; readonly error: unknown }
  | { readonly type: "write.started" }
  | { readonly type: "write.progressed"; readonly progress: Progress }
  | { readonly type: "write.cancelling" }
  | { readonly type: "write.ended"; readonly report: WriteReport }
  | { readonly type: "write.failed"; readonly error: unknown; readonly cancelled: boolean }
  | { readonly type: "restore.started" }
  | { readonly type: "restore.ended" }
  | { readonly type: "action.failed"; readonly failure: Failure }
  | { readonly type: "failure.dismissed" };

/** The next state. Events that make no sense in the present state leave it as it is. */
export function reduce(state: FlowState, event: FlowEvent): FlowState {
  switch (event.type) {
    case "screen.opened":
      if (state.writing.status === "writing" || !canShow(state, event.screen)) return state;
      return withoutFailure({
        ...state,
        screen: event.screen,
        ...(isAside(event.screen) && !isAside(state.screen) ? { cameFrom: state.screen } : {}),
      });
    case "job.chosen": {
      if (state.writing.status === "writing") return state;
      const parts = partsFor(event.job, event.also, state);
      const same = event.job === state.job && String(parts) === String(state.choices.parts);
      return {
        ...state,
        job: event.job,
        writing: { status: "idle" },
        ...(same ? {} : { choices: choicesFor(parts, state), prepared: outOfDate(state.prepared) }),
      };
    }
    case "survey.started":
      return withoutFailure({ ...state, survey: loading(state.survey) });
    case "survey.progressed":
      if (state.survey.status !== "loading") return state;
      return { ...state, survey: { ...state.survey, progress: event.progress } };
    case "survey.ended":
      return {
        ...state,
        survey: { status: "ready", value: event.surveyed },
        prepared: event.surveyed.survey.ready ? outOfDate(state.prepared) : { status: "idle" },
        screen:
          event.surveyed.survey.ready || state.screen === "result" ? state.screen : backTo(state.screen),
      };
    case "survey.failed":
      return { ...state, survey: failed(state.survey, event.error) };
    case "choices.changed":
      return {
        ...state,
        choices: { ...state.choices, ...event.choices },
        prepared: outOfDate(state.prepared),
      };
    case "preview.started":
      return { ...state, prepared: loading(state.prepared) };
    case "preview.ended":
      return { ...state, prepared: { status: "ready", value: event.prepared } };
    case "preview.failed":
      return { ...state, prepared: failed(state.prepared, event.error) };
    case "explain.started":
      return { ...state, explanation: loading(state.explanation) };
    case "explain.ended":
      if (!mayExplain(state)) return state;
      return withoutFailure({
        ...state,
        screen: "explain",
        explanation: { status: "ready", value: event.explanation },
        ...(isAside(state.screen) ? {} : { cameFrom: state.screen }),
      });
    case "explain.failed":
      return { ...state, explanation: failed(state.explanation, event.error) };
    case "write.started":
      if (isBusy(state) || state.prepared.status !== "ready") return state;
      return withoutFailure({ ...state, writing: { status: "writing", cancelling: false } });
    case "write.progressed":
      if (state.writing.status !== "writing") return state;
      return { ...state, writing: { ...state.writing, progress: event.progress } };
    case "write.cancelling":
      if (state.writing.status !== "writing") return state;
      return { ...state, writing: { ...state.writing, cancelling: true } };
    case "write.ended":
      return {
        ...state,
        screen: "result",
        writing: { status: "done", report: event.report, restore: "offered" },
      };
    case "write.failed":
      return {
        ...state,
        screen: "preview",
        writing: event.cancelled ? { status: "idle" } : { status: "failed", error: event.error },
      };
    case "restore.started":
      if (state.writing.status !== "done" || state.writing.restore !== "offered") return state;
      return withoutFailure({ ...state, writing: { ...state.writing, restore: "running" } });
    case "restore.ended":
      if (state.writing.status !== "done") return state;
      return { ...state, writing: { ...state.writing, restore: "restored" } };
    case "action.failed": {
      const { writing } = state;
      const back = writing.status === "done" && writing.restore === "running";
      return {
        ...state,
        failure: event.failure,
        writing: back ? { ...writing, restore: "offered" } : writing,
      };
    }
    case "failure.dismissed":
      return withoutFailure(state);
  }
}

/** What a job makes. Parts of an earlier run are made again with it, so that all pages stay in step. */
function partsFor(job: Job, also: readonly RunPart[], { survey }: FlowState): RunPart[] {
  const made = survey.value?.survey.lastRun?.made?.parts ?? [];
  const wanted = new Set<RunPart>([...made, ...also, PART_OF[job]]);
  return RUN_PARTS.filter((part) => wanted.has(part));
}

/** The choices a job starts with: those the last run was made with, or else those made since the pane was opened. */
function choicesFor(parts: readonly RunPart[], { choices, survey }: FlowState): RunChoices {
  const { through: _through, ...kept } = choices;
  return { ...DEFAULT_CHOICES, ...(survey.value?.survey.lastRun?.made?.choices ?? kept), parts };
}

/** Stands beside the flow and leads back to where it was opened. */
const isAside = (screen: Screen): boolean => screen === "settings" || screen === "explain";

function loading<T>(remote: Remote<T>): Remote<T> {
  return remote.value === undefined ? { status: "loading" } : { status: "loading", value: remote.value };
}

/** What was worked out from other data or choices may still be looked at, but not written. */
function outOfDate<T>(remote: Remote<T>): Remote<T> {
  return remote.status === "idle" ? remote : loading(remote);
}

function failed<T>(remote: Remote<T>, error: unknown): Remote<T> {
  return remote.value === undefined
    ? { status: "failed", error }
    : { status: "failed", error, value: remote.value };
}

function backTo(screen: Screen): Screen {
  return screen === "home" || isAside(screen) ? screen : "data";
}

function withoutFailure(state: FlowState): FlowState {
  if (state.failure === undefined) return state;
  const { failure: _dismissed, ...rest } = state;
  return rest;
}
