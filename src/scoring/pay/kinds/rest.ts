import { call, input } from "../../../formula/expression";
import { type PayKind } from "../kind";

/** What is left of a whole: the 30 % kept for the year end are what the paid 70 % leave, to the last cent. */
export const rest: PayKind = {
  kind: "rest",
  name: { "zh-CN": "余额", "en-US": "The rest" },
  roles: [
    { key: "whole", label: { "zh-CN": "总额", "en-US": "Of" } },
    { key: "part", label: { "zh-CN": "已计部分", "en-US": "Less" } },
  ],
  params: [],
  tables: [],
  amount: () => call("sub", input("whole"), input("part")),
  describe: (_, lang) => ({ "zh-CN": "总额减已计部分", "en-US": "the whole less the part" })[lang],
};
