import { call } from "../../formula/expression";
import { say } from "../../words";
import { MEASURE, WEIGHT, type RuleKind } from "../rule";

/** Full points while nothing happened; any breach leaves none. */
export const allOrNothing: RuleKind = {
  kind: "allOrNothing",
  name: { "zh-CN": "一票否决本项", "en-US": "All or nothing" },
  roles: [{ key: "breaches", label: { "zh-CN": "违规次数", "en-US": "Breaches" } }],
  params: [],
  tables: [],
  policies: { noData: "notScored" },
  points: call("if", call("gt", MEASURE, 0), 0, WEIGHT),
  describe: (_use, { lang, weight }) =>
    say(
      { "zh-CN": "没有违规得 {weight} 分，有一次即 0 分", "en-US": "{weight} points, none after any breach" },
      lang,
      { weight },
    ),
};
