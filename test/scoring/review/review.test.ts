import fc from "fast-check";
import {
  EVENT_KINDS,
  eventNamed,
  EVENT_WORDS,
  type EventKind,
  type LogEvent,
} from "../../../src/scoring/review/events";
import {
  allowedEvents,
  appealsUntil,
  CLOSING_STAGES,
  REVIEW_STAGES,
  START,
  stageOf,
  take,
  transitionsOf,
} from "../../../src/scoring/review/flow";
import { addDays, rulesOf, type ReviewProcess } from "../../../src/scoring/review/review";
import { usualReview } from "../../../src/scoring/review/usualReview";
import { LANGS } from "../../../src/words";

const event = (kind: EventKind, more: Partial<LogEvent> = {}): LogEvent => ({
  kind,
  person: "Ann",
  by: "Mia",
  on: "2026-04-03",
  ...more,
});
const passed = [event("submit"), event("pass"), event("pass"), event("pass", { on: "2026-04-08" })];
const stage = (events: readonly LogEvent[]) => stageOf(events).stage;

test("from scoring over two reviews to a signature and a lock", () => {
  const whole = [
    ...passed,
    event("sign", { on: "2026-04-09", score: 82.5 }),
    event("lock", { on: "2026-04-10" }),
  ];
  expect(whole.map((_, i) => stage(whole.slice(0, i + 1)))).toEqual([
    "sum",
    "first",
    "second",
    "sign",
    "signed",
    "locked",
  ]);
  expect(stageOf(whole)).toMatchObject({ signedScore: 82.5, events: 6, refused: [] });
});

test("what cannot be says what can, and changes nothing", () => {
  const { refused, ...standing } = stageOf([event("pass")]);
  expect(standing.stage).toBe("score");
  expect(refused[0]?.why).toEqual({
    "en-US": "“pass” is not possible at “Scoring”; possible now: submit",
    "zh-CN": "在“评分”环节不能“通过”，现在可以：提交",
  });
  expect(allowedEvents("sign")).toEqual(["return", "sign", "appeal", "lock"]);
  expect(allowedEvents("locked")).toEqual(["unlock"]);
});

test("a return goes back a stage, or to the one named, and says why until it has gone on", () => {
  const back = event("return", { reason: "two actuals missing" });
  const returned = stageOf([...passed.slice(0, 2), back]);
  expect(returned).toMatchObject({ stage: "sum", returned: "two actuals missing" });
  expect(stageOf([...passed.slice(0, 2), back, event("pass")]).returned).toBeUndefined();
  expect(stage([...passed.slice(0, 2), { ...back, to: "score" }])).toBe("score");
  const wrong = stageOf([...passed.slice(0, 2), { ...back, to: "second" }, { ...back, reason: " " }]);
  expect(wrong.refused.map(({ why }) => why["en-US"])).toEqual([
    "“First review” cannot go back to “Second review”",
    "“return” needs a reason",
  ]);
});

test("an adjusted score stands beside the computed one until another is set", () => {
  const first = event("adjust", { adjusted: 85, reason: "a deal was booked late" });
  expect(stageOf([...passed.slice(0, 2), first])).toMatchObject({ stage: "first", adjusted: 85 });
  expect(stageOf([...passed.slice(0, 2), first, event("pass"), { ...first, adjusted: 84 }]).adjusted).toBe(
    84,
  );
  expect(stageOf([...passed.slice(0, 2), { ...first, adjusted: Number.NaN }]).refused[0]?.why["en-US"]).toBe(
    "“adjust” needs the score that counts from now on",
  );
});

test("an appeal: rejected back to signing, upheld to the last review, or with a score straight to signing", () => {
  const appeal = event("appeal", { on: "2026-04-09", by: "Ann", reason: "a deal was booked late" });
  const decided = (kind: EventKind, more: Partial<LogEvent> = {}) =>
    stageOf([...passed, appeal, event(kind, { on: "2026-04-10", reason: "looked at", ...more })]);
  expect(stageOf([...passed, appeal])).toMatchObject({ stage: "appealed", appeal: "a deal was booked late" });
  expect(decided("reject").stage).toBe("sign");
  expect(decided("uphold")).toMatchObject({ stage: "second", returned: "looked at" });
  expect(decided("uphold", { adjusted: 88 })).toMatchObject({ stage: "sign", adjusted: 88 });
});

const process: ReviewProcess = {
  ...usualReview("en-US", "2026-04-03"),
  stages: usualReview("en-US", "2026-04-03").stages.map((one) =>
    one.id === "second" ? { ...one, who: ["Boss"] } : one,
  ),
};

test("who is named for a stage decides it, and the appeals against it", () => {
  const rules = rulesOf(process);
  const at = (events: readonly LogEvent[]) => stageOf(events, rules);
  expect(at(passed).refused.map(({ why }) => why["en-US"])).toEqual([
    "“Second review” is for Boss, not for Mia",
  ]);
  const boss = [...passed.slice(0, 3), event("pass", { by: "Boss", on: "2026-04-08" })];
  const appeal = event("appeal", { on: "2026-04-11", by: "Ann", reason: "why 82?" });
  expect(at([...boss, appeal, event("reject", { on: "2026-04-12", reason: "no" })]).stage).toBe("appealed");
  expect(at([...boss, { ...appeal, on: "2026-04-12" }]).refused[0]?.why["en-US"]).toBe(
    "appeals were possible until 2026-04-11",
  );
});

test("without a signature a lock needs its reason, or the end of the days for an appeal", () => {
  const lock = (on: string, more: Partial<LogEvent> = {}) =>
    stageOf([...passed, event("lock", { on, ...more })], { appealDays: 3 });
  expect(lock("2026-04-11").refused[0]?.why["en-US"]).toBe("without a signature, locking needs a reason");
  expect(lock("2026-04-11", { reason: "left the company" }).stage).toBe("locked");
  expect(lock("2026-04-12").stage).toBe("locked");
  expect(appealsUntil(stageOf(passed), { appealDays: 3 })).toBe("2026-04-11");
});

test("an unlocking needs its reason and the last review again", () => {
  const locked = [...passed, event("sign", { on: "2026-04-09" }), event("lock", { on: "2026-04-10" })];
  const unlock = event("unlock", { on: "2026-04-11", reason: "wrong sales figure" });
  expect(stageOf([...locked, unlock])).toMatchObject({ stage: "second", returned: "wrong sales figure" });
  expect(stageOf([...locked, { ...unlock, to: "score" }]).stage).toBe("score");
  expect(stageOf([...locked, { ...unlock, on: "2026-04-09" }]).refused[0]?.why["zh-CN"]).toContain("早于");
});

test("a firm without a second review", () => {
  const stages = ["score", "sum", "first"];
  expect(stageOf(passed.slice(0, 3), { stages }).stage).toBe("sign");
  expect(transitionsOf(stages).get("locked")?.get("unlock")).toBe("first");
});

test("whatever happens in whatever order, every step is one of the table", () => {
  const some = fc.record({
    kind: fc.constantFrom(...EVENT_KINDS),
    reason: fc.constantFrom("", "because"),
    adjusted: fc.option(fc.integer({ min: 0, max: 120 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(some, { maxLength: 40 }), (steps) => {
      let standing = START;
      for (const { kind, reason, adjusted } of steps) {
        const one = event(kind, { reason, ...(adjusted !== undefined && { adjusted }) });
        const taken = take(standing, one);
        if ("why" in taken) continue;
        expect(allowedEvents(standing.stage)).toContain(kind);
        expect([...REVIEW_STAGES, ...CLOSING_STAGES]).toContain(taken.standing.stage);
        expect(taken.standing.events).toBe(standing.events + 1);
        standing = taken.standing;
      }
    }),
  );
});

test("events are known by their words in both languages", () => {
  for (const kind of EVENT_KINDS)
    for (const lang of LANGS) expect(eventNamed(` ${EVENT_WORDS[kind][lang].toUpperCase()} `)).toBe(kind);
  expect(eventNamed("shrug")).toBeUndefined();
});

test("days across a month's end", () => {
  expect(addDays("2026-02-27", 3)).toBe("2026-03-02");
});
