import { call, input, text } from "../../formula/expression";
import { say } from "../../words";
import { MEASURE, UNKNOWN, WEIGHT, numberOf, type RuleKind } from "../rule";

/**
 * An assessor takes 4–10 off: nothing, or a number within the bounds. A number outside them is not taken; the bounds
 * belong to the range.
 */
export const rangedDeduction: RuleKind = {
  kind: "rangedDeduction",
  name: { "zh-CN": "在范围内扣分", "en-US": "Deduction within bounds" },
  roles: [{ key: "deduction", label: { "zh-CN": "扣分", "en-US": "Points taken off" } }],
  params: [
    { key: "least", label: { "zh-CN": "最少扣", "en-US": "At least" }, type: "points", min: 0 },
    { key: "most", label: { "zh-CN": "最多扣", "en-US": "At most" }, type: "points", min: 0 },
  ],
  tables: [],
  policies: { noData: "notScored" },
  measure: {
    label: { "zh-CN": "扣分", "en-US": "Taken off" },
    format: "number",
    expr: call(
      "if",
      call(
        "or",
        call("eq", input("deduction"), 0),
        call(
          "and",
          call("ge", call("held", input("deduction")), input("least")),
          call("le", call("held", input("deduction")), input("most")),
        ),
      ),
      input("deduction"),
      text(UNKNOWN),
    ),
  },
  points: call("max", 0, call("sub", WEIGHT, MEASURE)),
  describe: (use, { lang, weight }) =>
    say(
      {
        "zh-CN": "{weight} 分，视情况扣 {least}–{most} 分，扣完为止",
        "en-US": "{weight} points; the assessor takes {least}–{most} off, down to 0",
      },
      lang,
      { weight, least: numberOf(use, "least"), most: numberOf(use, "most") },
    ),
  validate: (use) =>
    numberOf(use, "least") > numberOf(use, "most")
      ? [
          {
            param: "most",
            what: {
              "zh-CN": "最多扣分不能小于最少扣分",
              "en-US": "the most must not be less than the least",
            },
          },
        ]
      : [],
};
