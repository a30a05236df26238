import { call, input } from "../../formula/expression";
import { say } from "../../words";
import { amount } from "../bands";
import { MEASURE, paramOf, type ParamSpec, type RuleKind } from "../rule";

const floor: ParamSpec = {
  key: "floor",
  label: { "zh-CN": "最低得分", "en-US": "At least" },
  type: "points",
  optional: true,
  initial: 0,
};
const cap: ParamSpec = {
  key: "cap",
  label: { "zh-CN": "最高得分", "en-US": "At most" },
  type: "points",
  optional: true,
};

/**
 * Points by a formula people write over the scheme's inputs: arithmetic, MIN, MAX, ROUND, IF, LOOKUP, SWITCH. It is
 * read by our own parser and printed as a cell formula, never run as code. A formula that fails gives no value.
 */
export const formula: RuleKind = {
  kind: "formula",
  name: { "zh-CN": "自定义公式", "en-US": "Own formula" },
  roles: [{ key: "points", label: { "zh-CN": "得分公式", "en-US": "Points formula" } }],
  params: [floor, cap],
  tables: [],
  policies: { noData: "notScored" },
  // MIN and MAX pass over empty cells, so clearing a bound on the sheet removes it.
  points: call("max", call("min", MEASURE, input("cap")), input("floor")),
  describe: (use, { lang }) => {
    const limits = [floor, cap].flatMap((spec) => {
      const limit = paramOf(use, spec);
      return typeof limit === "number" ? [`${spec.label[lang]} ${amount(limit, lang)}`] : [];
    });
    const start = say({ "zh-CN": "按公式计算", "en-US": "as the formula says" }, lang);
    return [start, ...limits].join(lang === "zh-CN" ? "，" : ", ");
  },
};
