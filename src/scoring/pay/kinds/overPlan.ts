import { call, input } from "../../../formula/expression";
import { say } from "../../../words";
import { amount as written } from "../../bands";
import { numberOf } from "../../rule";
import { AMOUNT_CAP, type PayKind } from "../kind";

/** What is over the plan is paid by its own rate. */
export const overPlan: PayKind = {
  kind: "overPlan",
  name: { "zh-CN": "超额奖励", "en-US": "Over-plan bonus" },
  roles: [
    { key: "actual", label: { "zh-CN": "实际", "en-US": "Actual" } },
    { key: "target", label: { "zh-CN": "目标", "en-US": "Target" } },
  ],
  params: [
    {
      key: "rate",
      label: { "zh-CN": "超额部分奖励率", "en-US": "Rate on what is over" },
      type: "percent",
      min: 0,
    },
    AMOUNT_CAP,
  ],
  tables: [],
  amount: () =>
    call(
      "min",
      call("mul", call("max", 0, call("sub", input("actual"), input("target"))), input("rate")),
      input("cap"),
    ),
  describe: (use, lang) =>
    say({ "zh-CN": "超出目标的部分 × {rate}", "en-US": "{rate} of what is over the target" }, lang, {
      rate: written(numberOf(use, "rate"), lang, true),
    }),
};
