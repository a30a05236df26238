import { call, input } from "../../formula/expression";
import { say } from "../../words";
import { amount } from "../bands";
import { MEASURE, WEIGHT, numberOf, type RuleKind } from "../rule";

/** Satisfaction ≥ 97 %, each started 1 % below −2: `max(0, w − 2·⌈(97 − x)/1⌉)`. */
export const step: RuleKind = {
  kind: "step",
  name: { "zh-CN": "低于标准逐级扣分", "en-US": "Steps down from a threshold" },
  roles: [{ key: "value", label: { "zh-CN": "数值", "en-US": "Value" } }],
  params: [
    {
      key: "threshold",
      label: { "zh-CN": "标准（达到得满分）", "en-US": "Threshold (full points from here)" },
      type: "measure",
    },
    {
      key: "size",
      label: { "zh-CN": "每低多少为一级", "en-US": "Size of a step" },
      type: "measure",
      min: 1e-9,
    },
    { key: "loss", label: { "zh-CN": "每级扣分", "en-US": "Points lost a step" }, type: "points", min: 0 },
  ],
  tables: [],
  policies: { noData: "notScored" },
  points: call(
    "max",
    0,
    call(
      "sub",
      WEIGHT,
      call(
        "mul",
        input("loss"),
        call("max", 0, call("started", call("div", call("sub", input("threshold"), MEASURE), input("size")))),
      ),
    ),
  ),
  describe: (use, { lang, weight, percent }) =>
    say(
      {
        "zh-CN": "达到 {threshold} 得 {weight} 分；每低 {size}（不足按一级计）扣 {loss} 分，扣完为止",
        "en-US": "{weight} points from {threshold}; every started {size} below costs {loss}, down to 0",
      },
      lang,
      {
        weight,
        threshold: amount(numberOf(use, "threshold"), lang, percent),
        size: amount(numberOf(use, "size"), lang, percent),
        loss: numberOf(use, "loss"),
      },
    ),
};
