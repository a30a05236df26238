import {
  addDays,
  reviewState,
  type ReviewEvent,
  type ReviewProcess,
} from "../../../src/scoring/review/review";

const process: ReviewProcess = {
  lang: "en-US",
  stages: [
    { id: "score", name: "Scoring", who: ["Li"], due: "2026-04-03" },
    { id: "sum", name: "Summing up", who: ["HR"], due: "2026-04-05" },
    { id: "first", name: "First review", who: ["Wang", "Zhao"], due: "2026-04-07" },
    { id: "second", name: "Second review", who: ["Boss"], due: "2026-04-08" },
  ],
  appealDays: 3,
};
const people = ["Ann", "Bob"];
const pass = (by: string, on = "2026-04-02"): ReviewEvent => ({ kind: "pass", by, on });
const all = [pass("Li"), pass("HR"), pass("Zhao"), pass("Boss", "2026-04-08")];
const state = (events: readonly ReviewEvent[], today = "2026-04-04") =>
  reviewState(process, events, people, today);

test("from score to second review, each by whoever it is for", () => {
  expect(state([pass("Li")]).stage?.id).toBe("sum");
  const wrong = state([pass("HR")]);
  expect([wrong.stage?.id, wrong.refused.map(({ why }) => why)]).toEqual([
    "score",
    ["“Scoring” is for Li to decide"],
  ]);
});

test("the due day is in time, the day after is not", () => {
  expect(state([], "2026-04-03").status).toBe("open");
  expect(state([], "2026-04-04").status).toBe("overdue");
});

test("a return goes back a stage and says why until it has gone on", () => {
  const back: ReviewEvent = { kind: "return", by: "Wang", on: "2026-04-04", reason: "two actuals missing" };
  const returned = state([pass("Li"), pass("HR"), back]);
  expect(returned).toMatchObject({
    status: "returned",
    returned: "two actuals missing",
    stage: { id: "sum" },
  });
  expect(state([pass("Li"), pass("HR"), back, pass("HR")]).returned).toBeUndefined();
  expect(state([pass("Li"), pass("HR"), { ...back, to: "score" }], "2026-04-03").stage?.id).toBe("score");
  expect(state([pass("Li"), pass("HR"), { ...back, reason: " " }]).refused[0]?.why).toBe(
    "a reason is needed",
  );
});

test("an appeal in time; upheld it goes through the last review again", () => {
  const appeal: ReviewEvent = {
    kind: "appeal",
    by: "Ann",
    on: "2026-04-11",
    reason: "a deal was booked late",
  };
  const appealed = state([...all, appeal], "2026-04-11");
  expect(appealed).toMatchObject({ status: "appeals", appeals: ["Ann"], appealsUntil: "2026-04-11" });
  const answer: ReviewEvent = {
    kind: "answer",
    by: "Boss",
    on: "2026-04-12",
    to: "Ann",
    upheld: true,
    reason: "booked in March",
  };
  expect(state([...all, appeal, answer], "2026-04-08")).toMatchObject({
    stage: { id: "second" },
    returned: "booked in March",
  });
  const late = state([...all, { ...appeal, on: "2026-04-12" }]);
  expect(late.refused[0]?.why).toBe("appeals were possible until 2026-04-11");
});

test("locked only when everybody has signed or had the time to appeal, and no appeal is open", () => {
  const lock = (on: string): ReviewEvent => ({ kind: "lock", by: "HR", on });
  const sign = (by: string): ReviewEvent => ({ kind: "sign", by, on: "2026-04-09" });
  expect(state([...all, sign("Ann"), lock("2026-04-09")]).refused[0]?.why).toMatch(
    /^1 people have not signed/,
  );
  expect(state([...all, sign("Ann"), sign("Bob"), lock("2026-04-09")]).status).toBe("locked");
  expect(state([...all, lock("2026-04-12")]).status).toBe("locked");
  const appeal: ReviewEvent = { kind: "appeal", by: "Bob", on: "2026-04-09", reason: "why" };
  expect(state([...all, appeal, lock("2026-04-12")]).refused[0]?.why).toBe(
    "the appeals of Bob are not answered yet",
  );
  expect(state([...all, lock("2026-04-12"), pass("Li")]).refused[0]?.why).toMatch(/locked/);
});

test("days across months", () => {
  expect([addDays("2026-02-27", 3), addDays("2026-12-31", 1)]).toEqual(["2026-03-02", "2027-01-01"]);
});
