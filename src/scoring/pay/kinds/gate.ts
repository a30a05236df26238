import { call, input } from "../../../formula/expression";
import { say } from "../../../words";
import { amount as written } from "../../bands";
import { numberOf } from "../../rule";
import type { PayKind } from "../kind";

/** Nothing below the gate, in proportion from it on: 2 000 at 29.99 % → 0, at 30 % → 600. */
export const gate: PayKind = {
  kind: "gate",
  name: { "zh-CN": "门槛后按完成率", "en-US": "In proportion from a gate" },
  roles: [
    { key: "bonus", label: { "zh-CN": "奖金基数", "en-US": "Bonus at 100 %" } },
    { key: "attainment", label: { "zh-CN": "完成率", "en-US": "Attainment" } },
  ],
  params: [
    { key: "gate", label: { "zh-CN": "门槛（含）", "en-US": "Gate (included)" }, type: "percent", min: 0 },
    {
      key: "cap",
      label: { "zh-CN": "完成率封顶", "en-US": "Attainment counts up to" },
      type: "percent",
      min: 0,
      optional: true,
    },
  ],
  tables: [],
  amount: () =>
    call(
      "if",
      call("ge", call("held", input("attainment")), input("gate")),
      call("mul", input("bonus"), call("min", input("attainment"), input("cap"))),
      0,
    ),
  describe: (use, lang) =>
    say(
      {
        "zh-CN": "完成率低于 {gate} 不发，达到后按完成率发放",
        "en-US": "nothing below {gate}, in proportion to attainment from there",
      },
      lang,
      { gate: written(numberOf(use, "gate"), lang, true) },
    ),
};
