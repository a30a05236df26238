import { INITIAL_STATE, canShow, stepsOf, type FlowState } from "../../../src/taskpane/flow/state";
import { reduce, type FlowEvent } from "../../../src/taskpane/flow/reducer";
import type { LastRun, Survey } from "../../../src/jobs/types";
import type { Prepared, Surveyed } from "../../../src/taskpane/flow/jobs";
import { fakeJobs } from "../../support/fakeJobs";

const jobs = fakeJobs();
let surveyed: Surveyed;
let prepared: Prepared;
beforeAll(async () => {
  surveyed = await jobs.surveyWorkbook({ lang: "en-US" });
  prepared = await jobs.previewRun(surveyed, {}, { lang: "en-US" });
});

const after = (...events: readonly FlowEvent[]): FlowState => events.reduce(reduce, INITIAL_STATE);
const read = (): FlowEvent => ({ type: "survey.ended", surveyed });
const readWith = (change: Partial<Survey>): FlowEvent => ({
  type: "survey.ended",
  surveyed: { ...surveyed, survey: { ...surveyed.survey, ...change } },
});
const shown = (): FlowEvent => ({ type: "preview.ended", prepared });
const report = {
  sheets: ["Targets"],
  cells: 1,
  formulas: 1,
  charts: 0,
  roundTrips: 3,
  kept: [],
  changes: [],
};

const LAST_RUN: LastRun = {
  at: "2026-01-05T08:00:00Z",
  sheets: ["Targets"],
  pages: [{ spec: "targets", tab: "Targets", id: "1" }],
  canRestore: true,
  changes: [],
  made: { parts: ["plan"], choices: { growth: 0.35 }, baseYear: 2017 },
};

describe("choosing a job", () => {
  test("starts with the usual choices and its own part", () => {
    const state = after(read(), { type: "job.chosen", job: "score", also: [] });
    expect(state).toMatchObject({ job: "score", choices: { growth: 0.2, parts: ["score"] } });
  });

  test("makes what an earlier run made again with it, by that run's choices", () => {
    const state = after(readWith({ lastRun: LAST_RUN }), { type: "job.chosen", job: "score", also: [] });
    expect(state.choices).toMatchObject({ growth: 0.35, parts: ["plan", "score"] });
  });

  test("keeps what was chosen when the same job is opened again", () => {
    const state = after(
      read(),
      { type: "job.chosen", job: "plan", also: [] },
      { type: "choices.changed", choices: { growth: 0.5 } },
      { type: "screen.opened", screen: "home" },
      { type: "job.chosen", job: "plan", also: [] },
    );
    expect(state.choices.growth).toBe(0.5);
  });

  test("goes through data, its own screen, preview and result", () => {
    expect(stepsOf("follow")).toEqual(["data", "follow", "preview", "result"]);
  });
});

describe("what was worked out before", () => {
  test("may be looked at but not written once data or choices have changed", () => {
    const changed = after(read(), shown(), { type: "choices.changed", choices: { growth: 0.1 } });
    expect(changed.prepared).toMatchObject({ status: "loading", value: prepared });
    expect(reduce(changed, { type: "write.started" })).toBe(changed);
    expect(after(read(), shown(), read()).prepared.status).toBe("loading");
  });

  test("is gone when the workbook can no longer be used", () => {
    const state = after(
      read(),
      shown(),
      { type: "screen.opened", screen: "preview" },
      readWith({ ready: false }),
    );
    expect([state.prepared.status, state.screen]).toEqual(["idle", "data"]);
  });
});

describe("writing", () => {
  const writing = () => after(read(), shown(), { type: "write.started" });

  test("cannot be started twice, nor left by opening another screen", () => {
    const state = writing();
    expect(reduce(state, { type: "write.started" })).toBe(state);
    expect(reduce(state, { type: "screen.opened", screen: "home" })).toBe(state);
    expect(reduce(state, { type: "job.chosen", job: "score", also: [] })).toBe(state);
  });

  test("cancelled, goes back to the preview as if nothing had been", () => {
    const state = reduce(writing(), { type: "write.failed", error: new Error("x"), cancelled: true });
    expect(state).toMatchObject({ screen: "preview", writing: { status: "idle" } });
  });

  test("failed, goes back to the preview with the reason", () => {
    const error = new Error("Excel is away");
    const state = reduce(writing(), { type: "write.failed", error, cancelled: false });
    expect(state).toMatchObject({ screen: "preview", writing: { status: "failed", error } });
  });

  test("done, offers one step back, which is offered again when it fails", () => {
    const done = reduce(writing(), { type: "write.ended", report });
    expect(done).toMatchObject({ screen: "result", writing: { restore: "offered" } });
    const running = reduce(done, { type: "restore.started" });
    const failed = reduce(running, {
      type: "action.failed",
      failure: { error: new Error("x"), during: "restore" },
    });
    expect(failed.writing).toMatchObject({ restore: "offered" });
    expect(reduce(running, { type: "restore.ended" }).writing).toMatchObject({ restore: "restored" });
  });
});

describe("screens", () => {
  test("can only be shown when what they need is known", () => {
    const fresh = INITIAL_STATE;
    expect(
      (["home", "data", "plan", "preview", "result"] as const).filter((screen) => canShow(fresh, screen)),
    ).toEqual(["home"]);
    expect(reduce(fresh, { type: "screen.opened", screen: "preview" })).toBe(fresh);
  });

  test("settings lead back to where they were opened", () => {
    const state = after(
      read(),
      { type: "screen.opened", screen: "plan" },
      { type: "screen.opened", screen: "settings" },
    );
    expect(state.cameFrom).toBe("plan");
  });

  test("an explanation steps in front of home and result, never into a job", () => {
    const explanation = {
      ...{ sheet: "Scorecard", cell: "B6", person: "Ann", unit: "East", grade: "Good" },
      step: { kind: "total", id: "total", text: "80", value: 80, steps: [] },
    } as const;
    const ended: FlowEvent = { type: "explain.ended", explanation };
    expect(after(read(), ended)).toMatchObject({ screen: "explain", cameFrom: "home" });
    const planning = after(read(), { type: "screen.opened", screen: "plan" });
    expect(reduce(planning, ended)).toBe(planning);
    expect(after(read(), ended, ended).cameFrom).toBe("home");
  });
});
