import { call, input } from "../../formula/expression";
import { say } from "../../words";
import { MEASURE, WEIGHT, numberOf, paramOf, type ParamSpec, type RuleKind } from "../rule";

const factor: ParamSpec = {
  key: "factor",
  label: { "zh-CN": "连续发生时的倍数", "en-US": "Factor when it happened last time too" },
  type: "number",
  min: 1,
  initial: 2,
};

/**
 * Points lost for each miss, doubled when there was one in the period before as well: `max(0, w − loss × n × 2)`.
 * Nothing known of the period before counts as no miss.
 */
export const repeatMultiplier: RuleKind = {
  kind: "repeatMultiplier",
  name: { "zh-CN": "连续发生加倍扣分", "en-US": "Repeated misses count double" },
  roles: [
    { key: "count", label: { "zh-CN": "本期次数", "en-US": "Misses this period" } },
    { key: "previous", label: { "zh-CN": "上期次数", "en-US": "Misses last period" }, optional: true },
  ],
  params: [
    { key: "loss", label: { "zh-CN": "每次扣分", "en-US": "Points lost each time" }, type: "points", min: 0 },
    factor,
  ],
  tables: [],
  policies: { noData: "notScored" },
  measure: {
    label: { "zh-CN": "折算次数", "en-US": "Counted misses" },
    format: "count",
    expr: call(
      "mul",
      call("max", 0, input("count")),
      call("if", call("gt", call("max", 0, input("previous")), 0), input("factor"), 1),
    ),
  },
  points: call("max", 0, call("sub", WEIGHT, call("mul", input("loss"), MEASURE))),
  describe: (use, { lang, weight }) =>
    say(
      {
        "zh-CN": "{weight} 分，每次扣 {loss} 分，上期也发生的扣 {factor} 倍，扣完为止",
        "en-US":
          "{weight} points, {loss} off each time, times {factor} when it happened last time too, down to 0",
      },
      lang,
      { weight, loss: numberOf(use, "loss"), factor: Number(paramOf(use, factor)) },
    ),
};
