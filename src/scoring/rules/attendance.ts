import { call, input } from "../../formula/expression";
import { say } from "../../words";
import { MEASURE, WEIGHT, numberOf, type RuleKind } from "../rule";

/**
 * 100 − 4 for each absence, a half day counting as one: `max(0, w − 4 × (⌈days⌉ + half days))`. `days` are whole days,
 * `halves` counts half-day absences, so that two halves are two absences and not one day.
 */
export const attendance: RuleKind = {
  kind: "attendance",
  name: { "zh-CN": "出勤", "en-US": "Attendance" },
  roles: [
    { key: "days", label: { "zh-CN": "缺勤天数", "en-US": "Days absent" } },
    { key: "halves", label: { "zh-CN": "缺勤半天次数", "en-US": "Half-day absences" }, optional: true },
  ],
  params: [
    { key: "loss", label: { "zh-CN": "每次扣分", "en-US": "Points lost each time" }, type: "points", min: 0 },
  ],
  tables: [],
  policies: { noData: "notScored" },
  measure: {
    label: { "zh-CN": "缺勤次数", "en-US": "Absences" },
    format: "count",
    expr: call(
      "add",
      call("max", 0, call("started", input("days"))),
      call("started", call("max", 0, input("halves"))),
    ),
  },
  points: call("max", 0, call("sub", WEIGHT, call("mul", input("loss"), MEASURE))),
  describe: (use, { lang, weight }) =>
    say(
      {
        "zh-CN": "{weight} 分，每缺勤一天扣 {loss} 分，不足一天按一天计，扣完为止",
        "en-US": "{weight} points, {loss} off each day absent, half a day counts as one, down to 0",
      },
      lang,
      { weight, loss: numberOf(use, "loss") },
    ),
};
