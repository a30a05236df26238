import { AttainError } from "../../errors";
import type { Point, PointChoices } from "../../jobs/read/point";
import type { Correction, RunChoices, RunPart } from "../../jobs/types";
import type { PlanRequest } from "../../planning/planRequest";
import type { Lang } from "../../words";
import type { Jobs, Surveyed } from "./jobs";
import type { FlowEvent } from "./reducer";
import type { FlowState, Job, Screen } from "./state";
import type { Store } from "./store";
import { latestOnly } from "./turns";
import { createWatching } from "./watching";

export interface Commands {
  /** Reads the workbook and follows what changes in it, and begins a job if one is named; again for another workbook. */
  readonly start: (job?: Job) => Promise<void>;
  /** Reads the workbook, and works a preview out again that was made from an earlier reading. */
  readonly survey: () => Promise<void>;
  /** Reads the workbook if that has not been done, then shows what was found. */
  readonly openData: () => Promise<void>;
  /** Settles a column by hand; what follows from it is worked out anew. */
  readonly correctColumn: (correction: Correction) => Promise<void>;
  /** Reads from another table, chosen by selection, name or sheet. */
  readonly pointAt: (point: Point) => Promise<void>;
  /** What can be pointed at by name; undefined when that cannot be told. */
  readonly pointChoices: () => Promise<PointChoices | undefined>;
  readonly open: (screen: Screen) => void;
  /** Back home after a run. */
  readonly finish: () => void;
  /** Begins a job where its data is. */
  readonly startJob: (job: Job, also?: readonly RunPart[]) => Promise<void>;
  /** Shows the job's choices and works out what they come to. */
  readonly openChoices: () => Promise<void>;
  /** Replaces parts of the plan's request; undefined takes one back. */
  readonly choosePlan: (change: PlanChange) => void;
  /** Changes choices; the totals follow after a breath, so that typing is not held up. */
  readonly choose: (choices: Partial<RunChoices>) => void;
  /** Letters of the column selected on a sheet; undefined, and told, when it is not one column there. */
  readonly selectedColumn: (sheet: string) => Promise<string | undefined>;
  /** Works the run out again, at once. */
  readonly preview: () => Promise<void>;
  readonly write: () => Promise<void>;
  readonly cancel: () => void;
  readonly restore: () => Promise<void>;
  readonly goTo: (sheet: string, cell?: string) => Promise<void>;
  readonly opensWithWorkbook: () => Promise<boolean | undefined>;
  readonly setOpensWithWorkbook: (opens: boolean) => Promise<void>;
  readonly dismissFailure: () => void;
  /** Words everything on the screen anew; the place in the flow stays. */
  readonly languageChanged: () => Promise<void>;
}

/** Parts of a plan's request; undefined takes a part back to what is usual. */
export type PlanChange = { readonly [K in keyof PlanRequest]?: PlanRequest[K] | undefined };

interface CommandContext {
  readonly store: Store<FlowState, FlowEvent>;
  /** Loads the jobs on first use: they are no part of the pane's first download. */
  readonly loadJobs: () => Promise<Jobs>;
  readonly lang: () => Lang;
  /** Milliseconds of rest before a changed choice or cell is worked out. */
  readonly rest?: number;
}

/** What a person can do in the pane: each runs a job and tells the store how it went. */
export function createCommands({ store, loadJobs, lang, rest = 250 }: CommandContext): Commands {
  const surveys = latestOnly();
  const previews = latestOnly();
  const explanations = latestOnly();
  let writing: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function survey(): Promise<void> {
    const turn = surveys.next();
    store.send({ type: "survey.started" });
    try {
      const jobs = await loadJobs();
      const surveyed = await jobs.surveyWorkbook({
        lang: lang(),
        signal: turn.signal,
        onProgress: (progress) => {
          if (turn.isLatest()) store.send({ type: "survey.progressed", progress });
        },
      });
      if (!turn.isLatest()) return;
      store.send({ type: "survey.ended", surveyed });
      if (store.get().prepared.status === "loading") await preview();
    } catch (error) {
      if (turn.isLatest()) store.send({ type: "survey.failed", error });
    }
  }

  const watching = createWatching({ store, loadJobs, lang, rest, surveys, preview, explain });

  async function start(job?: Job): Promise<void> {
    await watching.stop();
    await survey();
    const found = store.get().survey.value?.survey;
    // Figures about people can be scored; there is nothing to plan from.
    if (job && found?.ready) await startJob(found.kind === "people" ? "score" : job);
    await watching.begin();
  }

  async function explain(sheet: string, address: string): Promise<void> {
    const turn = explanations.next();
    store.send({ type: "explain.started" });
    try {
      const jobs = await loadJobs();
      const known = store.get().survey.value;
      const explanation = await jobs.explainCell(sheet, address, {
        lang: lang(),
        signal: turn.signal,
        ...(known ? { surveyed: known } : {}),
      });
      if (turn.isLatest() && explanation) store.send({ type: "explain.ended", explanation });
    } catch (error) {
      // Nobody asked in so many words: a selection that cannot be explained is left alone.
      if (turn.isLatest()) store.send({ type: "explain.failed", error });
    }
  }

  function correctColumn(correction: Correction): Promise<void> {
    return settle((jobs, surveyed) => jobs.correctColumn(surveyed, correction, { lang: lang() }));
  }

  function pointAt(point: Point): Promise<void> {
    return settle((jobs, surveyed) => jobs.pointAt(surveyed, point, { lang: lang() }));
  }

  /** Something a person says about the data; what follows from it is worked out anew. */
  async function settle(work: (jobs: Jobs, surveyed: Surveyed) => Promise<Surveyed>): Promise<void> {
    const { survey: before } = store.get();
    if (before.status !== "ready") return;
    const turn = surveys.next();
    store.send({ type: "survey.started" });
    try {
      const surveyed = await work(await loadJobs(), before.value);
      if (!turn.isLatest()) return;
      store.send({ type: "survey.ended", surveyed });
      if (store.get().prepared.status === "loading") await preview();
    } catch (error) {
      if (!turn.isLatest()) return;
      store.send({ type: "survey.ended", surveyed: before.value });
      store.send({ type: "action.failed", failure: { error, during: "correct" } });
    }
  }

  async function pointChoices(): Promise<PointChoices | undefined> {
    const { survey: read } = store.get();
    if (!read.value) return undefined;
    try {
      return await (await loadJobs()).pointChoices(read.value);
    } catch {
      // Pointing by selection is always there.
      return undefined;
    }
  }

  async function preview(): Promise<void> {
    clearTimeout(timer);
    const surveyed = store.get().survey.value;
    if (!surveyed?.survey.ready) return;
    const turn = previews.next();
    store.send({ type: "preview.started" });
    try {
      const jobs = await loadJobs();
      const prepared = await jobs.previewRun(surveyed, store.get().choices, {
        lang: lang(),
        signal: turn.signal,
      });
      if (turn.isLatest()) store.send({ type: "preview.ended", prepared });
    } catch (error) {
      if (turn.isLatest()) store.send({ type: "preview.failed", error });
    }
  }

  async function write(): Promise<void> {
    const { prepared } = store.get();
    store.send({ type: "write.started" });
    if (store.get().writing.status !== "writing" || prepared.status !== "ready" || writing) return;
    const controller = new AbortController();
    writing = controller;
    try {
      const jobs = await loadJobs();
      const report = await jobs.writeRun(prepared.value, {
        lang: lang(),
        signal: controller.signal,
        onProgress: (progress) => store.send({ type: "write.progressed", progress }),
      });
      store.send({ type: "write.ended", report });
      void survey();
    } catch (error) {
      const cancelled = error instanceof AttainError && error.code === "cancelled";
      store.send({ type: "write.failed", error, cancelled });
    } finally {
      writing = undefined;
    }
  }

  async function restore(): Promise<void> {
    store.send({ type: "restore.started" });
    const { writing: state } = store.get();
    if (state.status !== "done" || state.restore !== "running") return;
    try {
      await (await loadJobs()).restore();
      store.send({ type: "restore.ended" });
      void survey();
    } catch (error) {
      store.send({ type: "action.failed", failure: { error, during: "restore" } });
    }
  }

  async function goTo(sheet: string, cell?: string): Promise<void> {
    try {
      await (await loadJobs()).goTo(sheet, cell);
      store.send({ type: "failure.dismissed" });
    } catch (error) {
      store.send({ type: "action.failed", failure: { error, during: "goTo" } });
    }
  }

  async function selectedColumn(sheet: string): Promise<string | undefined> {
    try {
      const column = await (await loadJobs()).selectedColumn(sheet);
      store.send({ type: "failure.dismissed" });
      return column;
    } catch (error) {
      store.send({ type: "action.failed", failure: { error, during: "goTo" } });
      return undefined;
    }
  }

  async function startJob(job: Job, also: readonly RunPart[] = []): Promise<void> {
    store.send({ type: "job.chosen", job, also });
    await openData();
  }

  async function openData(): Promise<void> {
    if (store.get().survey.status === "ready") {
      store.send({ type: "screen.opened", screen: "data" });
      return;
    }
    const reading = survey();
    store.send({ type: "screen.opened", screen: "data" });
    await reading;
  }

  function choose(choices: Partial<RunChoices>): void {
    store.send({ type: "choices.changed", choices });
    clearTimeout(timer);
    timer = setTimeout(() => void preview(), rest);
  }

  return {
    start,
    survey,
    correctColumn,
    pointAt,
    pointChoices,
    preview,
    write,
    restore,
    goTo,
    selectedColumn,
    open: (screen) => store.send({ type: "screen.opened", screen }),
    finish: () => store.send({ type: "screen.opened", screen: "home" }),
    openData,
    startJob,
    async openChoices() {
      store.send({ type: "screen.opened", screen: store.get().job });
      if (store.get().prepared.status !== "ready") await preview();
    },
    choosePlan(change) {
      const { plan = {} } = store.get().choices;
      const next = Object.entries({ ...plan, ...change }).filter(([, value]) => value !== undefined);
      choose({ plan: Object.fromEntries(next) });
    },
    choose,
    cancel() {
      store.send({ type: "write.cancelling" });
      writing?.abort();
    },
    opensWithWorkbook: async () => (await loadJobs()).opensWithWorkbook(),
    setOpensWithWorkbook: async (opens) => (await loadJobs()).setOpensWithWorkbook(opens),
    dismissFailure: () => store.send({ type: "failure.dismissed" }),
    async languageChanged() {
      const { survey: before, writing: state } = store.get();
      if (state.status !== "writing" && before.status !== "idle") await survey();
      const shown = store.get().explanation.value;
      if (store.get().screen === "explain" && shown) await explain(shown.sheet, shown.cell);
    },
  };
}
