import { call, input } from "../../../formula/expression";
import { say } from "../../../words";
import { amount as written } from "../../bands";
import { numberOf } from "../../rule";
import type { PayKind } from "../kind";

/** A part of pay, as it stands or in proportion to a factor: 0.5P, 0.35P·c, 0.15P·s/100. */
export const share: PayKind = {
  kind: "share",
  name: { "zh-CN": "按比例", "en-US": "Share" },
  roles: [
    { key: "base", label: { "zh-CN": "基数", "en-US": "Of" } },
    { key: "factor", label: { "zh-CN": "系数", "en-US": "Times" }, optional: true },
  ],
  params: [
    { key: "share", label: { "zh-CN": "占比", "en-US": "Share" }, type: "percent", min: 0 },
    {
      key: "cap",
      label: { "zh-CN": "系数封顶", "en-US": "Factor at most" },
      type: "percent",
      min: 0,
      optional: true,
    },
    {
      key: "floor",
      label: { "zh-CN": "系数保底", "en-US": "Factor at least" },
      type: "percent",
      optional: true,
      initial: 0,
    },
  ],
  tables: [],
  amount: ({ has }) => {
    const part = call("mul", input("base"), input("share"));
    // MIN and MAX pass over empty cells, so clearing a bound on the sheet removes it.
    return has("factor")
      ? call("mul", part, call("max", call("min", input("factor"), input("cap")), input("floor")))
      : part;
  },
  describe: (use, lang) =>
    say({ "zh-CN": "{share} × 基数 × 系数", "en-US": "{share} of the base × factor" }, lang, {
      share: written(numberOf(use, "share"), lang, true),
    }),
};
