import { call, input } from "../../formula/expression";
import { say } from "../../words";
import { amount } from "../bands";
import { MEASURE, WEIGHT, numberOf, type RuleKind } from "../rule";

/** 0 points at 80 %, full at 100 %, in proportion between: `w × min(1, max(0, (x − low) / (high − low)))`. */
export const linear: RuleKind = {
  kind: "linear",
  name: { "zh-CN": "两点之间按比例", "en-US": "In proportion between two points" },
  roles: [{ key: "value", label: { "zh-CN": "数值", "en-US": "Value" } }],
  params: [
    { key: "low", label: { "zh-CN": "得 0 分的数值", "en-US": "No points at" }, type: "measure" },
    { key: "high", label: { "zh-CN": "得满分的数值", "en-US": "Full points at" }, type: "measure" },
  ],
  tables: [],
  policies: { noData: "notScored" },
  points: call(
    "mul",
    WEIGHT,
    call(
      "min",
      1,
      call(
        "max",
        0,
        call("div", call("sub", MEASURE, input("low")), call("sub", input("high"), input("low"))),
      ),
    ),
  ),
  describe: (use, { lang, weight, percent }) =>
    say(
      {
        "zh-CN": "{low} 得 0 分，{high} 得 {weight} 分，其间按比例",
        "en-US": "0 points at {low}, {weight} at {high}, in proportion between",
      },
      lang,
      {
        weight,
        low: amount(numberOf(use, "low"), lang, percent),
        high: amount(numberOf(use, "high"), lang, percent),
      },
    ),
  validate: (use) =>
    numberOf(use, "low") === numberOf(use, "high")
      ? [
          {
            param: "high",
            what: {
              "zh-CN": "得 0 分和得满分的数值不能相同",
              "en-US": "the points for none and for all must differ",
            },
          },
        ]
      : [],
};
