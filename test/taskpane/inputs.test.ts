import { parseAmount } from "../../src/taskpane/screens/plan/parseAmount";
import { behindOf, leadersOf } from "../../src/taskpane/parts/leaders";
import { compact, money } from "../../src/taskpane/parts/numbers";
import { parsePercent } from "../../src/taskpane/screens/plan/parsePercent";
import {
  calendarOf,
  changedCount,
  timeOf,
  TIMES,
  unitsOf,
  UNIT_CHOICES,
  withLimit,
  withTime,
  withUnits,
} from "../../src/taskpane/screens/plan/choices";
import { changed, loadPreferences } from "../../src/taskpane/preferences";

test.each([
  ["1200万", 12_000_000],
  ["１，２００ 万元", 12_000_000],
  ["1.2亿", 120_000_000],
  ["12m", 12_000_000],
  ["350k", 350_000],
  ["12,006,641", 12_006_641],
  ["-5", undefined],
  ["a lot", undefined],
  ["", undefined],
])("an amount typed as %p is %p", (text, amount) => {
  expect(parseAmount(text)).toBe(amount);
});

test.each([
  ["２０％", 0.2],
  ["-5", -0.05],
  ["1000", undefined],
])("a rate typed as %p is %p", (text, rate) => {
  expect(parsePercent(text)).toBe(rate);
});

test("amounts are short or in full, as the person likes", () => {
  expect([compact(12_006_641, "zh-CN"), compact(12_006_641, "en-US")]).toEqual([
    "1,200.7\u202f万",
    "12.01\u202fM",
  ]);
  expect(money(12_006_641, "zh-CN", "whole")).toBe("12,006,641");
});

test("every choice of the plan reads back as itself", () => {
  for (const time of TIMES) expect(timeOf(withTime(time, "none") as never)).toBe(time);
  for (const units of UNIT_CHOICES) expect(unitsOf(withUnits(units, 3) as never)).toBe(units);
  expect(calendarOf(withTime("pace", "none") as never)).toBe("none");
});

test("a unit has one limit of a kind, the newer one; what is not usual is counted", () => {
  const limits = withLimit(withLimit(withLimit([], "East", "lock", 5), "East", "min", 1), "East", "lock", 7);
  expect(limits).toEqual([
    { node: "East", min: 1 },
    { node: "East", lock: 7 },
  ]);
  expect(changedCount({ plan: { limits, step: 10, padding: [0.05], total: { value: 1 } } })).toBe(4);
  expect(changedCount({})).toBe(0);
});

test("nobody is both ahead and behind, and people without a score are neither", () => {
  const people = [90, 80, undefined, 70, 60].map((total, i) => ({
    name: `P${i}`,
    unit: "",
    ...(total === undefined ? {} : { total }),
  }));
  const { best, behind } = leadersOf(people);
  expect(best.map(({ name }) => name)).toEqual(["P0", "P1", "P3"]);
  expect(behind.map(({ name }) => name)).toEqual(["P4"]);
});

test("those furthest from what was due come first", () => {
  const line = (name: string, target: number, actual: number, light: "behind" | "near" | "reached") => ({
    ...{ name, unit: "", target, actual, yearTarget: 0, light },
  });
  const lines = [line("a", 100, 95, "near"), line("b", 100, 40, "behind"), line("c", 100, 120, "reached")];
  expect(behindOf(lines).map(({ name }) => name)).toEqual(["b", "a"]);
});

test("preferences survive a browser that forbids storage and a text that is no JSON", () => {
  expect(loadPreferences(undefined)).toEqual({ theme: "auto", money: "compact" });
  expect(loadPreferences({ getItem: () => "{", setItem: () => undefined })).toEqual({
    theme: "auto",
    money: "compact",
  });
  expect(changed({ lang: "zh-CN", theme: "dark", money: "whole" }, { lang: undefined })).toEqual({
    theme: "dark",
    money: "whole",
  });
});
