import { call, input } from "../../formula/expression";
import { say } from "../../words";
import { MEASURE, WEIGHT, numberOf, type RuleKind } from "../rule";

/** 30 points, −5 for each occurrence, not below 0: `max(0, w − 5n)`. */
export const deduct: RuleKind = {
  kind: "deduct",
  name: { "zh-CN": "按次扣分", "en-US": "Deduct per occurrence" },
  roles: [{ key: "count", label: { "zh-CN": "次数", "en-US": "Occurrences" } }],
  params: [
    { key: "loss", label: { "zh-CN": "每次扣分", "en-US": "Points lost each time" }, type: "points", min: 0 },
  ],
  tables: [],
  policies: { noData: "notScored" },
  points: call("min", WEIGHT, call("max", 0, call("sub", WEIGHT, call("mul", input("loss"), MEASURE)))),
  describe: (use, { lang, weight }) =>
    say(
      {
        "zh-CN": "{weight} 分，每次扣 {loss} 分，扣完为止",
        "en-US": "{weight} points, {loss} off each time, down to 0",
      },
      lang,
      { weight, loss: numberOf(use, "loss") },
    ),
};
