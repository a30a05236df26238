import { call, input } from "../../../formula/expression";
import { say } from "../../../words";
import { amount as written } from "../../bands";
import { numberOf } from "../../rule";
import type { PayKind } from "../kind";

/** A performance pool: 30 % of gross, −10 % of the pool per missed item, safety counts double, not below 0. */
export const pool: PayKind = {
  kind: "pool",
  name: { "zh-CN": "绩效池扣减", "en-US": "Pool less missed items" },
  roles: [
    { key: "gross", label: { "zh-CN": "应发总额", "en-US": "Gross" } },
    { key: "missed", label: { "zh-CN": "未达标项数", "en-US": "Missed items" } },
    {
      key: "serious",
      label: { "zh-CN": "安全等加重项数", "en-US": "Missed, counting more" },
      optional: true,
    },
  ],
  params: [
    {
      key: "share",
      label: { "zh-CN": "绩效池占比", "en-US": "Pool's share" },
      type: "percent",
      min: 0,
      max: 1,
    },
    { key: "loss", label: { "zh-CN": "每项扣减", "en-US": "Lost per item" }, type: "percent", min: 0 },
    {
      key: "weight",
      label: { "zh-CN": "加重项按几项计", "en-US": "Such an item counts as" },
      type: "number",
      min: 0,
      initial: 2,
    },
  ],
  tables: [],
  amount: ({ has }) => {
    const items = has("serious")
      ? call("add", input("missed"), call("mul", input("weight"), input("serious")))
      : input("missed");
    const kept = call("max", 0, call("sub", 1, call("mul", input("loss"), items)));
    return call("mul", call("mul", input("gross"), input("share")), kept);
  },
  describe: (use, lang) =>
    say(
      {
        "zh-CN": "应发 × {share}，每项未达标扣 {loss}，加重项按 {weight} 项计，扣完为止",
        "en-US": "{share} of gross, {loss} lost per missed item, a serious one counts {weight}, down to 0",
      },
      lang,
      {
        share: written(numberOf(use, "share"), lang, true),
        loss: written(numberOf(use, "loss"), lang, true),
        weight: typeof use["weight"] === "number" ? use["weight"] : 2,
      },
    ),
};
