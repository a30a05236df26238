import {
  completionOf,
  mondayOf,
  quadrantOf,
  rollOver,
  taskFaults,
  type Task,
  type WorkPlan,
} from "../../src/forms/workPlan";

const task = (id: string, change: Partial<Task> = {}): Task => ({
  id,
  week: "2026-01-05",
  owner: "李雷",
  text: "拜访客户",
  due: "2026-01-09",
  important: true,
  urgent: false,
  planned: true,
  status: "open",
  ...change,
});

const plan = (tasks: readonly Task[]): WorkPlan => ({
  title: "2026 年工作计划",
  year: 2026,
  people: ["李雷", "韩梅梅"],
  goals: [],
  months: [],
  tasks,
  counts: "unit",
});

test("weeks begin on Monday, also across the new year", () => {
  expect(mondayOf("2026-01-01")).toBe("2025-12-29");
  expect(mondayOf("2026-01-05")).toBe("2026-01-05");
  expect(mondayOf("2026-01-11")).toBe("2026-01-05");
});

test("four quadrants", () => {
  const of = (important: boolean, urgent: boolean) => quadrantOf({ important, urgent });
  expect([of(true, true), of(true, false), of(false, true), of(false, false)]).toEqual([
    "doNow",
    "schedule",
    "delegate",
    "drop",
  ]);
});

describe("completion", () => {
  test("counts planned work by the check that counts, in the month it is due", () => {
    const year = plan([
      task("T1", { status: "done", checks: { own: true, unit: true } }),
      task("T2", { status: "done", checks: { own: true, unit: false } }),
      task("T3", { planned: false, status: "done", checks: { unit: true } }),
      task("T4", { status: "stopped", reason: "客户取消" }),
      task("T5", { week: "2026-01-26", due: "2026-02-01", checks: { unit: true } }),
      task("T6", { owner: "韩梅梅", checks: { unit: true } }),
    ]);
    expect(completionOf(year, { owner: "李雷", month: 1 })).toEqual({ planned: 3, done: 1, rate: 1 / 3 });
    expect(completionOf(year, { owner: "李雷", month: 2 })).toEqual({ planned: 1, done: 1, rate: 1 });
    expect(completionOf(year)).toEqual({ planned: 5, done: 3, rate: 0.6 });
    expect(completionOf({ ...year, counts: "own" }, { owner: "李雷", month: 1 }).done).toBe(2);
  });

  test("nothing planned is no zero", () => {
    expect(completionOf(plan([]), { month: 3 })).toEqual({ planned: 0, done: 0, rate: null });
  });
});

describe("moving unfinished work to next week", () => {
  const before = plan([
    task("T1"),
    task("T2", { status: "done" }),
    task("T3", { status: "stopped", reason: "取消" }),
    task("T9", { week: "2026-01-12", due: "2026-01-16" }),
    task("T4", { reason: "缺料", checks: { own: false } }),
  ]);
  const { plan: after, moved } = rollOver(before, "2026-01-05", "转入下周");

  test("open tasks go on a week later and say where they come from", () => {
    expect(moved).toEqual([
      task("T10", { week: "2026-01-12", due: "2026-01-16", from: "T1" }),
      task("T11", { week: "2026-01-12", due: "2026-01-16", from: "T4" }),
    ]);
    expect(after.tasks.slice(0, 5).map(({ id, status, reason }) => [id, status, reason])).toEqual([
      ["T1", "extended", "转入下周"],
      ["T2", "done", undefined],
      ["T3", "stopped", "取消"],
      ["T9", "open", undefined],
      ["T4", "extended", "缺料"],
    ]);
  });

  test("twice is once", () => {
    expect(rollOver(after, "2026-01-05", "转入下周")).toEqual({ plan: after, moved: [] });
  });
});

test("what a careful reader sends back", () => {
  const faults = taskFaults({
    ...plan([
      task("T1", { status: "extended" }),
      task("T2", { status: "done", checks: { own: true, centre: false } }),
      task("T3", { due: "2026-01-02" }),
      task("T4", { item: "M7" }),
      task("T5", { owner: "王伟" }),
      task("T6", { status: "done", checks: { own: true, unit: true, centre: true } }),
    ]),
  });
  expect(faults).toEqual([
    { task: "T1", what: "noReason" },
    { task: "T2", what: "doneButChecked" },
    { task: "T3", what: "dueBeforeWeek" },
    { task: "T4", what: "unknownItem" },
    { task: "T5", what: "unknownOwner" },
  ]);
});
