import { call, input, text } from "../../formula/expression";
import { say } from "../../words";
import { amount } from "../bands";
import { MEASURE, WEIGHT, ZERO_TARGET, numberOf, type RuleKind } from "../rule";

/**
 * Cost 10 points: at or under budget full, every started 1 % over −1. The overrun is a share of the budget:
 * `max(0, w − loss × ⌈max(0, a/b − 1) / size⌉)`.
 */
export const lowerIsBetter: RuleKind = {
  kind: "lowerIsBetter",
  name: { "zh-CN": "越低越好", "en-US": "Lower is better" },
  roles: [
    { key: "actual", label: { "zh-CN": "实际", "en-US": "Actual" } },
    { key: "budget", label: { "zh-CN": "预算", "en-US": "Budget" } },
  ],
  params: [
    {
      key: "size",
      label: { "zh-CN": "每超多少为一级", "en-US": "Size of a step over" },
      type: "percent",
      min: 1e-9,
    },
    { key: "loss", label: { "zh-CN": "每级扣分", "en-US": "Points lost a step" }, type: "points", min: 0 },
  ],
  tables: [],
  policies: { noData: "notScored", zeroTarget: "notScored" },
  measure: {
    label: { "zh-CN": "超支率", "en-US": "Over budget" },
    format: "percent",
    expr: call(
      "if",
      call("le", input("budget"), 0),
      text(ZERO_TARGET),
      call("sub", call("div", input("actual"), input("budget")), 1),
    ),
  },
  points: call(
    "max",
    0,
    call(
      "sub",
      WEIGHT,
      call("mul", input("loss"), call("max", 0, call("started", call("div", MEASURE, input("size"))))),
    ),
  ),
  describe: (use, { lang, weight }) =>
    say(
      {
        "zh-CN": "不超预算得 {weight} 分；每超 {size}（不足按一级计）扣 {loss} 分，扣完为止",
        "en-US": "{weight} points at or under budget; every started {size} over costs {loss}, down to 0",
      },
      lang,
      { weight, size: amount(numberOf(use, "size"), lang, true), loss: numberOf(use, "loss") },
    ),
};
