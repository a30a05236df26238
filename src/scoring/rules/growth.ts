import { call, input, text } from "../../formula/expression";
import { say } from "../../words";
import { amount } from "../bands";
import { MEASURE, ZERO_TARGET, numberOf, paramOf, type ParamSpec, type RuleKind } from "../rule";

const cap: ParamSpec = {
  key: "cap",
  label: { "zh-CN": "最高得分", "en-US": "At most" },
  type: "points",
  optional: true,
};
const floor: ParamSpec = {
  key: "floor",
  label: { "zh-CN": "最低得分", "en-US": "At least" },
  type: "points",
  optional: true,
  initial: 0,
};

/** How far the growth is from what was expected, in steps. */
const STEPS = call("div", call("sub", MEASURE, input("expected")), input("size"));

/**
 * +1 % = +1, −1 % = −1 around a base: `base + gain × steps` above what is expected, `base + loss × steps` below it,
 * in proportion between whole steps, held between floor and cap. Empty bounds hold nothing.
 */
export const growth: RuleKind = {
  kind: "growth",
  name: { "zh-CN": "按增长率加减分", "en-US": "Growth around a base" },
  roles: [
    { key: "actual", label: { "zh-CN": "本期", "en-US": "This period" } },
    { key: "previous", label: { "zh-CN": "基期", "en-US": "Base period" } },
  ],
  params: [
    { key: "base", label: { "zh-CN": "基本分", "en-US": "Base points" }, type: "points" },
    {
      key: "expected",
      label: { "zh-CN": "得基本分的增长率", "en-US": "Growth that gives the base" },
      type: "percent",
      initial: 0,
    },
    {
      key: "size",
      label: { "zh-CN": "每级增长率", "en-US": "Size of a step" },
      type: "percent",
      min: 1e-9,
      initial: 0.01,
    },
    {
      key: "gain",
      label: { "zh-CN": "每高一级加分", "en-US": "Points gained a step" },
      type: "points",
      min: 0,
    },
    {
      key: "loss",
      label: { "zh-CN": "每低一级扣分", "en-US": "Points lost a step" },
      type: "points",
      min: 0,
    },
    cap,
    floor,
  ],
  tables: [],
  policies: { noData: "notScored", zeroTarget: "notScored" },
  measure: {
    label: { "zh-CN": "增长率", "en-US": "Growth" },
    format: "percent",
    expr: call(
      "if",
      call("le", input("previous"), 0),
      text(ZERO_TARGET),
      call("sub", call("div", input("actual"), input("previous")), 1),
    ),
  },
  // MIN and MAX pass over empty cells, so clearing a bound on the sheet removes it.
  points: call(
    "max",
    call(
      "min",
      call(
        "add",
        input("base"),
        call("mul", call("if", call("ge", MEASURE, input("expected")), input("gain"), input("loss")), STEPS),
      ),
      input("cap"),
    ),
    input("floor"),
  ),
  describe: (use, { lang }) => {
    const limits = [cap, floor].flatMap((spec) => {
      const limit = paramOf(use, spec);
      return typeof limit === "number" ? [`${spec.label[lang].toLowerCase()} ${amount(limit, lang)}`] : [];
    });
    return [
      say(
        {
          "zh-CN": "增长 {expected} 得 {base} 分；每高 {size} 加 {gain} 分，每低 {size} 扣 {loss} 分",
          "en-US": "{base} points at {expected} growth; every {size} more +{gain}, every {size} less −{loss}",
        },
        lang,
        {
          base: numberOf(use, "base"),
          expected: amount(numberOr(use["expected"], 0), lang, true),
          size: amount(numberOr(use["size"], 0.01), lang, true),
          gain: numberOf(use, "gain"),
          loss: numberOf(use, "loss"),
        },
      ),
      ...limits,
    ].join(lang === "zh-CN" ? "，" : ", ");
  },
};

const numberOr = (value: unknown, otherwise: number): number =>
  typeof value === "number" ? value : otherwise;
