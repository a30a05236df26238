import { call, input } from "../../formula/expression";
import { say, type Phrase } from "../../words";
import { amount } from "../bands";
import { MEASURE, paramOf, numberOf, type ParamSpec, type RuleKind } from "../rule";

const cap: ParamSpec = {
  key: "cap",
  label: { "zh-CN": "最多加分", "en-US": "Adds at most" },
  type: "points",
  min: 0,
};
const floor: ParamSpec = {
  key: "floor",
  label: { "zh-CN": "最多扣分（负数）", "en-US": "Takes at most (negative)" },
  type: "points",
  max: 0,
  initial: 0,
};
const each: ParamSpec = {
  key: "each",
  label: { "zh-CN": "每项加分", "en-US": "Points for each" },
  type: "points",
  initial: 1,
};

const ONLY_ADDS: Phrase = {
  "zh-CN": "总分之外，每项加 {each} 分，最多加 {cap} 分",
  "en-US": "on top of the total: {each} for each, {cap} at most",
};
const ADDS_AND_TAKES: Phrase = {
  "zh-CN": "总分之外，每项 {each} 分，最多加 {cap} 分，最多扣 {floor} 分",
  "en-US": "on top of the total: {each} for each, between {floor} and {cap}",
};

/** Bonus items outside the 100, with a cap: `max(floor, min(cap, each × n))`. An empty count adds nothing. */
export const addOn: RuleKind = {
  kind: "addOn",
  name: { "zh-CN": "附加分", "en-US": "Outside the 100" },
  roles: [{ key: "count", label: { "zh-CN": "加分项数或分数", "en-US": "How many, or how much" } }],
  params: [each, cap, floor],
  tables: [],
  policies: { noData: "leaveOut" },
  standing: "addOn",
  points: call("max", input("floor"), call("min", input("cap"), call("mul", input("each"), MEASURE))),
  describe: (use, { lang }) =>
    say(Number(paramOf(use, floor)) === 0 ? ONLY_ADDS : ADDS_AND_TAKES, lang, {
      each: amount(Number(paramOf(use, each)), lang),
      cap: numberOf(use, "cap"),
      floor:
        lang === "zh-CN"
          ? amount(-Number(paramOf(use, floor)), lang)
          : amount(Number(paramOf(use, floor)), lang),
    }),
};
