import { call, input, text } from "../../formula/expression";
import { say } from "../../words";
import { amount } from "../bands";
import { MEASURE, WEIGHT, ZERO_TARGET, numberOf, type RuleKind } from "../rule";

/**
 * Best at the target, tolerated on both sides: full points within `tolerance`, none from `limit` on, in proportion
 * between. Both are shares of the target.
 */
export const nearTarget: RuleKind = {
  kind: "nearTarget",
  name: { "zh-CN": "越接近目标越好", "en-US": "Best near the target" },
  roles: [
    { key: "actual", label: { "zh-CN": "实际", "en-US": "Actual" } },
    { key: "target", label: { "zh-CN": "目标", "en-US": "Target" } },
  ],
  params: [
    {
      key: "tolerance",
      label: { "zh-CN": "得满分的偏差", "en-US": "Full points within" },
      type: "percent",
      min: 0,
    },
    {
      key: "limit",
      label: { "zh-CN": "得 0 分的偏差", "en-US": "No points from" },
      type: "percent",
      min: 1e-9,
    },
  ],
  tables: [],
  policies: { noData: "notScored", zeroTarget: "notScored" },
  measure: {
    label: { "zh-CN": "偏差率", "en-US": "Off target" },
    format: "percent",
    expr: call(
      "if",
      call("le", input("target"), 0),
      text(ZERO_TARGET),
      call("abs", call("sub", call("div", input("actual"), input("target")), 1)),
    ),
  },
  points: call(
    "mul",
    WEIGHT,
    call(
      "min",
      1,
      call(
        "max",
        0,
        call("div", call("sub", input("limit"), MEASURE), call("sub", input("limit"), input("tolerance"))),
      ),
    ),
  ),
  describe: (use, { lang, weight }) =>
    say(
      {
        "zh-CN": "偏差在 {tolerance} 以内得 {weight} 分，达到 {limit} 得 0 分，其间按比例",
        "en-US":
          "{weight} points within {tolerance} of the target, none from {limit} off, in proportion between",
      },
      lang,
      {
        weight,
        tolerance: amount(numberOf(use, "tolerance"), lang, true),
        limit: amount(numberOf(use, "limit"), lang, true),
      },
    ),
  validate: (use) =>
    numberOf(use, "tolerance") >= numberOf(use, "limit")
      ? [
          {
            param: "limit",
            what: {
              "zh-CN": "得 0 分的偏差应大于得满分的偏差",
              "en-US": "points must end farther from the target than they are full",
            },
          },
        ]
      : [],
};
