import { compact, money } from "../../../src/taskpane/parts/numbers";

test("amounts are short or in full, as the person likes", () => {
  expect([compact(12_006_641, "zh-CN"), compact(12_006_641, "en-US")]).toEqual([
    "1,200.7\u202f万",
    "12.01\u202fM",
  ]);
  expect(money(12_006_641, "zh-CN", "whole")).toBe("12,006,641");
});
