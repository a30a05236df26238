import { call, input, vector, type Expr } from "../../../formula/expression";
import { say } from "../../../words";
import { amount as written } from "../../bands";
import { tableOf, type TableSpec } from "../../rule";
import { AMOUNT_CAP, type PayKind, type Shaping } from "../kind";
import { SIDES } from "../sides";

/** Tiers are written best first; the lowest starts at a number too, usually 0, and below it nothing is paid. */
export const TIERS: TableSpec = {
  key: "tiers",
  label: { "zh-CN": "提成档", "en-US": "Tiers" },
  columns: [
    { key: "from", label: { "zh-CN": "起点", "en-US": "From" }, type: "number" },
    SIDES,
    { key: "rate", label: { "zh-CN": "提成率", "en-US": "Rate" }, type: "percent", min: 0 },
  ],
};

/** The column of a tier's rate less the rate of the tier below, by which marginal commission is summed. */
export const TIER_STEP = "tiers.step";

const MODES = {
  whole: { "zh-CN": "全额累进（按所达档计全部）", "en-US": "whole base at the tier reached" },
  marginal: { "zh-CN": "超额累进（各档分别计）", "en-US": "marginal, each tier its own part" },
} as const;

/** Commission by tiers, on the whole base or part by part, with an accelerator from an attainment on, and a cap. */
export const commission: PayKind = {
  kind: "commission",
  name: { "zh-CN": "分档提成", "en-US": "Commission by tier" },
  roles: [
    { key: "base", label: { "zh-CN": "提成基数", "en-US": "Base" } },
    { key: "measure", label: { "zh-CN": "定档依据", "en-US": "Tier by" }, optional: true },
    {
      key: "attainment",
      label: { "zh-CN": "完成率（加速用）", "en-US": "Attainment (accelerator)" },
      optional: true,
    },
  ],
  params: [
    { key: "mode", label: { "zh-CN": "方式", "en-US": "Mode" }, type: "choice", choices: MODES },
    {
      key: "accelerateFrom",
      label: { "zh-CN": "加速起点（完成率）", "en-US": "Accelerates from" },
      type: "percent",
      optional: true,
    },
    {
      key: "accelerator",
      label: { "zh-CN": "加速倍数", "en-US": "Accelerator" },
      type: "number",
      min: 0,
      initial: 1,
    },
    AMOUNT_CAP,
  ],
  tables: [TIERS],
  amount: (shape) => call("min", accelerated(tiered(shape), shape), input("cap")),
  describe: (use, lang) => {
    const mode = MODES[use["mode"] === "marginal" ? "marginal" : "whole"][lang];
    const tiers = tableOf(use, "tiers").map(
      ({ from, side, rate }) =>
        `${String(side ?? "≥")} ${written(Number(from), lang)}: ${written(Number(rate), lang, true)}`,
    );
    return say({ "zh-CN": "{mode}：{tiers}", "en-US": "{mode}: {tiers}" }, lang, {
      mode,
      tiers: tiers.join(lang === "zh-CN" ? "；" : "; "),
    });
  },
};

function tiered({ use, has }: Shaping): Expr {
  const measure = input(has("measure") ? "measure" : "base");
  const marginal = call("marginal", measure, vector("tiers.from"), vector(TIER_STEP));
  if (use["mode"] === "marginal") {
    // Tiers of another unit, such as attainment: each of its units carries the same part of the base.
    return has("measure")
      ? call("if", call("le", measure, 0), 0, call("mul", call("div", input("base"), measure), marginal))
      : marginal;
  }
  const reached = call("passed", measure, vector("tiers.from"), vector("tiers.side"));
  const place = call("add", call("sub", call("size", vector("tiers.from")), reached), 1);
  const rate = call("item", vector("tiers.rate"), place);
  return call("if", call("eq", reached, 0), 0, call("mul", input("base"), rate));
}

function accelerated(amount: Expr, { has }: Shaping): Expr {
  if (!has("attainment")) return amount;
  const reached = call(
    "and",
    call("isnumber", input("accelerateFrom")),
    call("ge", call("held", input("attainment")), input("accelerateFrom")),
  );
  return call("mul", amount, call("if", reached, input("accelerator"), 1));
}
