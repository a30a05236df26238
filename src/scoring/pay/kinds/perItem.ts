import { call, input } from "../../../formula/expression";
import { say } from "../../../words";
import { numberOf } from "../../rule";
import { AMOUNT_CAP, type PayKind } from "../kind";

/** So much for each: a fault, a visit, a new customer. */
export const perItem: PayKind = {
  kind: "perItem",
  name: { "zh-CN": "按次计", "en-US": "So much each" },
  roles: [{ key: "count", label: { "zh-CN": "次数", "en-US": "Count" } }],
  params: [{ key: "each", label: { "zh-CN": "每次", "en-US": "Each" }, type: "number", min: 0 }, AMOUNT_CAP],
  tables: [],
  amount: () => call("min", call("mul", input("count"), input("each")), input("cap")),
  describe: (use, lang) =>
    say({ "zh-CN": "每次 {each}", "en-US": "{each} each" }, lang, { each: numberOf(use, "each") }),
};
