import { input } from "../../../formula/expression";
import { type PayKind } from "../kind";

/** A formula of one's own over inputs and earlier components. */
export const formula: PayKind = {
  kind: "formula",
  name: { "zh-CN": "公式", "en-US": "Formula" },
  roles: [{ key: "value", label: { "zh-CN": "公式", "en-US": "Formula" } }],
  params: [],
  tables: [],
  amount: () => input("value"),
  describe: (_, lang) => ({ "zh-CN": "按公式", "en-US": "by formula" })[lang],
};
