import fc from "fast-check";
import { freeTab, legalTab, tabProblem } from "../../src/excel/tabs";

test.each([
  ["", /empty/],
  ["x".repeat(32), /31 characters/],
  ["A/B", /holds one of/],
  ["a:b", /holds one of/],
  ["'quoted'", /apostrophe/],
  ["History", /Excel's own/],
  ["_attain_new_x_0", /in the making/],
])("“%s” is no tab name", (name, reason) => {
  expect(tabProblem(name)).toMatch(reason);
});

test("ordinary names are fine", () => {
  for (const name of ["目标分解", "Targets", "Q1 '26", "A1", "x".repeat(31)])
    expect(tabProblem(name)).toBeUndefined();
});

test("any text becomes a tab name", () => {
  expect(legalTab("East/West: Q1")).toBe("East West Q1");
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => tabProblem(legalTab(text)) === undefined));
});

test("a taken name gets a number, within 31 characters", () => {
  expect(freeTab("Targets", new Set())).toBe("Targets");
  expect(freeTab("Targets", new Set(["targets", "targets (2)"]))).toBe("Targets (3)");
  const long = "x".repeat(31);
  expect(freeTab(long, new Set([long]))).toBe(`${"x".repeat(27)} (2)`);
});
