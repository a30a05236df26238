import { call, input, text } from "../../formula/expression";
import { say } from "../../words";
import { amount } from "../bands";
import { MEASURE, WEIGHT, ZERO_TARGET, paramOf, type ParamSpec, type RuleKind } from "../rule";

const cap: ParamSpec = {
  key: "cap",
  label: { "zh-CN": "完成率封顶", "en-US": "Attainment counts up to" },
  type: "percent",
  min: 0,
  optional: true,
};

/** Sales 30 points × completion rate, up to 120 %: `w × min(a/t, cap)`. An empty cap caps nothing. */
export const proportional: RuleKind = {
  kind: "proportional",
  name: { "zh-CN": "按完成率计分", "en-US": "In proportion to attainment" },
  roles: [
    { key: "actual", label: { "zh-CN": "实际", "en-US": "Actual" } },
    { key: "target", label: { "zh-CN": "目标", "en-US": "Target" } },
  ],
  params: [cap],
  tables: [],
  policies: { noData: "notScored", zeroTarget: "notScored", negative: "zero" },
  measure: {
    label: { "zh-CN": "完成率", "en-US": "Attainment" },
    format: "percent",
    expr: call(
      "if",
      call("le", input("target"), 0),
      text(ZERO_TARGET),
      call("div", input("actual"), input("target")),
    ),
  },
  // MIN passes over an empty cell, so clearing the cap on the sheet removes it.
  points: call("mul", WEIGHT, call("min", MEASURE, input("cap"))),
  describe: (use, { lang, weight }) => {
    const limit = paramOf(use, cap);
    return typeof limit === "number"
      ? say(
          {
            "zh-CN": "{weight} 分 × 完成率，完成率最高按 {cap} 计",
            "en-US": "{weight} points × attainment, counted up to {cap}",
          },
          lang,
          { weight, cap: amount(limit, lang, true) },
        )
      : say(
          { "zh-CN": "{weight} 分 × 完成率，不封顶", "en-US": "{weight} points × attainment, without a cap" },
          lang,
          { weight },
        );
  },
};
