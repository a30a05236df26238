import { call, input, text } from "../../formula/expression";
import { say } from "../../words";
import { MEASURE, UNKNOWN, WEIGHT, numberOf, type RuleKind } from "../rule";

/** A score given by people, out of `best`: `w × score / best`. What lies outside 0 to `best` is not taken. */
export const rated: RuleKind = {
  kind: "rated",
  name: { "zh-CN": "评分折算", "en-US": "Score as given" },
  roles: [{ key: "value", label: { "zh-CN": "评分", "en-US": "Score given" } }],
  params: [{ key: "best", label: { "zh-CN": "评分满分", "en-US": "Out of" }, type: "points", min: 1e-9 }],
  tables: [],
  policies: { noData: "notScored" },
  measure: {
    label: { "zh-CN": "评分", "en-US": "Score given" },
    format: "number",
    expr: call(
      "if",
      call("and", call("ge", input("value"), 0), call("le", call("held", input("value")), input("best"))),
      input("value"),
      text(UNKNOWN),
    ),
  },
  points: call("div", call("mul", WEIGHT, MEASURE), input("best")),
  describe: (use, { lang, weight }) =>
    say(
      {
        "zh-CN": "评分 0–{best}，折算为 {weight} 分",
        "en-US": "a score of 0–{best}, worth {weight} points at best",
      },
      lang,
      { weight, best: numberOf(use, "best") },
    ),
};
