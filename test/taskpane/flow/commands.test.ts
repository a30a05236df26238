import { AttainError } from "../../../src/errors";
import { createCommands } from "../../../src/taskpane/flow/commands";
import { reduce, type FlowEvent } from "../../../src/taskpane/flow/reducer";
import { INITIAL_STATE, type FlowState } from "../../../src/taskpane/flow/state";
import { createStore } from "../../../src/taskpane/flow/store";
import type { Jobs, Place } from "../../../src/taskpane/flow/jobs";
import { fakeJobs } from "../../support/fakeJobs";

const rest = 5;
const settled = (times = 6) => new Promise((resolve) => setTimeout(resolve, rest * times));

function pane(overrides: Partial<Jobs> = {}, options: Parameters<typeof fakeJobs>[0] = {}) {
  const fake = fakeJobs(options);
  const store = createStore<FlowState, FlowEvent>(reduce, INITIAL_STATE);
  const jobs: Jobs = { ...fake, ...overrides };
  const commands = createCommands({
    store,
    loadJobs: () => Promise.resolve(jobs),
    lang: () => "en-US",
    rest,
  });
  return { fake, store, commands };
}

test("a job from start to written pages", async () => {
  const { store, commands } = pane();
  await commands.start();
  await commands.startJob("plan", ["score"]);
  expect(store.get()).toMatchObject({ screen: "data", choices: { parts: ["plan", "score"] } });
  await commands.openChoices();
  expect(store.get().prepared.status).toBe("ready");
  commands.open("preview");
  await commands.write();
  expect(store.get()).toMatchObject({ screen: "result", writing: { status: "done", restore: "offered" } });
  await commands.restore();
  expect(store.get().writing).toMatchObject({ restore: "restored" });
});

test("typing is not held up: many changes are worked out once, the last one", async () => {
  const { fake, store, commands } = pane();
  await commands.start();
  await commands.openChoices();
  const before = fake.calls.filter((call) => call === "previewRun").length;
  for (const growth of [0.1, 0.2, 0.3]) commands.choose({ growth });
  await settled();
  expect(fake.calls.filter((call) => call === "previewRun")).toHaveLength(before + 1);
  expect(store.get()).toMatchObject({ choices: { growth: 0.3 }, prepared: { status: "ready" } });
});

test("a choice of the plan is put beside the others, and taken back", async () => {
  const { store, commands } = pane();
  await commands.start();
  commands.choosePlan({ step: 100 });
  commands.choosePlan({ time: { kind: "even" } });
  expect(store.get().choices.plan).toEqual({ step: 100, time: { kind: "even" } });
  commands.choosePlan({ step: undefined });
  expect(store.get().choices.plan).toEqual({ time: { kind: "even" } });
  await settled();
});

test("cancelling a write leaves the preview to write again", async () => {
  const { store, commands } = pane({}, { pause: 10 });
  await commands.start();
  await commands.openChoices();
  const writing = commands.write();
  commands.cancel();
  await writing;
  expect(store.get()).toMatchObject({
    screen: "preview",
    writing: { status: "idle" },
    prepared: { status: "ready" },
  });
});

test("a failed reading is said, and read again", async () => {
  const { fake, store, commands } = pane();
  fake.failNext("surveyWorkbook", new AttainError("cell-editing"));
  await commands.start();
  expect(store.get().survey).toMatchObject({ status: "failed", error: { code: "cell-editing" } });
  await commands.survey();
  expect(store.get().survey.status).toBe("ready");
});

test("a correction that is refused leaves the columns as they were and says why", async () => {
  const { fake, store, commands } = pane();
  await commands.start();
  const before = store.get().survey.value;
  fake.failNext("correctColumn", new AttainError("selection-elsewhere", { name: "Deals" }));
  await commands.correctColumn({ role: "ledger", sheet: "Deals", field: "amount", column: "selection" });
  expect(store.get().survey).toEqual({ status: "ready", value: before });
  expect(store.get().failure).toMatchObject({ during: "correct", error: { code: "selection-elsewhere" } });
});

describe("what happens in the workbook", () => {
  interface Heard {
    onChanged?: (place: Place) => void;
    onSelectionChanged?: (place: Place) => void;
  }

  function watched(overrides: Partial<Jobs> = {}) {
    const heard: Heard = {};
    const refreshed: string[][] = [];
    const made = pane({
      watch: (handlers) => {
        Object.assign(heard, handlers);
        return Promise.resolve(() => Promise.resolve());
      },
      refreshSheets: (surveyed, changed) => {
        refreshed.push([...changed].sort());
        return Promise.resolve({ ...surveyed });
      },
      ...overrides,
    });
    return { ...made, heard, refreshed };
  }

  test("many changed cells are read once, sheet by sheet", async () => {
    const { commands, heard, refreshed } = watched();
    await commands.start();
    for (const sheetId of ["a", "b", "a"]) heard.onChanged?.({ sheetId, address: "A1" });
    await settled(12);
    expect(refreshed).toEqual([["a", "b"]]);
  });

  test("the edited cells are told along, unless cells have moved", async () => {
    const told: (readonly (readonly [string, readonly string[]])[])[] = [];
    const { commands, heard } = watched({
      refreshSheets: (surveyed, _changed, { edited }) => {
        told.push([...(edited ?? [])]);
        return Promise.resolve({ ...surveyed });
      },
    });
    await commands.start();
    heard.onChanged?.({ sheetId: "a", address: "A1" });
    heard.onChanged?.({ sheetId: "a", address: "C3:D4" });
    heard.onChanged?.({ sheetId: "b", address: "B2" });
    heard.onChanged?.({ sheetId: "b", address: "5:5", moved: true });
    await settled(12);
    heard.onChanged?.({ sheetId: "a", address: "A2" });
    await settled(12);
    expect(told).toEqual([[["a", ["A1", "C3:D4"]]], [["a", ["A2"]]]]);
  });

  test("a cell still being edited is waited for", async () => {
    let tries = 0;
    const { store, commands, heard } = watched({
      refreshSheets: (surveyed) => {
        tries += 1;
        return tries < 3 ? Promise.reject(new AttainError("cell-editing")) : Promise.resolve({ ...surveyed });
      },
    });
    await commands.start();
    heard.onChanged?.({ sheetId: "a", address: "A1" });
    await settled(40);
    expect([tries, store.get().survey.status]).toEqual([3, "ready"]);
  });

  test("what our own writing changes is no news", async () => {
    const { commands, heard, refreshed } = watched();
    await commands.start();
    await commands.openChoices();
    const writing = commands.write();
    heard.onChanged?.({ sheetId: "a", address: "A1" });
    await writing;
    await settled(12);
    expect(refreshed).toEqual([]);
  });

  test("a score selected at home is explained; in the middle of a job, or on other sheets, nothing is", async () => {
    const asked: string[] = [];
    const { store, commands, heard } = watched({
      surveyWorkbook: async (options) => {
        const { survey } = await fakeJobs().surveyWorkbook(options);
        const pages = [
          { spec: "scorecard", tab: "Scorecard", id: "s" },
          { spec: "targets", tab: "Targets", id: "t" },
        ];
        return {
          survey: { ...survey, lastRun: { at: "", sheets: [], pages, canRestore: false, changes: [] } },
        };
      },
      explainCell: (sheet, cell) => {
        asked.push(`${sheet}!${cell}`);
        const step = { kind: "total", id: "total", text: "80", value: 80, steps: [] } as const;
        return Promise.resolve({ sheet, cell, person: "Ann", unit: "", grade: "", step });
      },
    });
    await commands.start();
    heard.onSelectionChanged?.({ sheetId: "t", address: "B2" });
    await settled();
    commands.open("plan");
    heard.onSelectionChanged?.({ sheetId: "s", address: "B6" });
    await settled();
    expect(asked).toEqual([]);
    commands.open("home");
    heard.onSelectionChanged?.({ sheetId: "s", address: "B7" });
    await settled();
    expect(asked).toEqual(["Scorecard!B7"]);
    expect(store.get().screen).toBe("explain");
  });
});
