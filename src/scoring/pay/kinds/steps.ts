import { call, input, vector } from "../../../formula/expression";
import { say } from "../../../words";
import { amount as written, bandPlace } from "../../bands";
import { tableOf, type TableSpec } from "../../rule";
import type { PayKind } from "../kind";
import { SIDES } from "../sides";

const STEPS: TableSpec = {
  key: "steps",
  label: { "zh-CN": "档位", "en-US": "Steps" },
  columns: [
    { key: "from", label: { "zh-CN": "起点", "en-US": "From" }, type: "percent", optional: true },
    SIDES,
    { key: "amount", label: { "zh-CN": "标准", "en-US": "Rate" }, type: "number", min: 0 },
  ],
};

/** An amount by step, times days: under 60 % 80 a day, from 60 % 100. */
export const steps: PayKind = {
  kind: "steps",
  name: { "zh-CN": "分档补贴", "en-US": "Allowance by step" },
  roles: [
    { key: "value", label: { "zh-CN": "完成率", "en-US": "Attainment" } },
    { key: "times", label: { "zh-CN": "天数", "en-US": "Days" }, optional: true },
  ],
  params: [],
  tables: [STEPS],
  amount: ({ has }) => {
    const rate = call("item", vector("steps.amount"), bandPlace(input("value"), "steps.from", "steps.side"));
    return has("times") ? call("mul", rate, input("times")) : rate;
  },
  describe: (use, lang) =>
    tableOf(use, "steps")
      .map(({ from, side, amount }) =>
        typeof from === "number"
          ? `${String(side ?? "≥")} ${written(from, lang, true)}: ${String(amount)}`
          : say({ "zh-CN": "以下: {amount}", "en-US": "below: {amount}" }, lang, { amount: Number(amount) }),
      )
      .join(lang === "zh-CN" ? "；" : "; "),
};
