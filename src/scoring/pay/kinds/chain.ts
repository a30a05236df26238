import { call, input, vector } from "../../../formula/expression";
import { say } from "../../../words";
import { amount as written } from "../../bands";
import { numberOf } from "../../rule";
import { PEOPLE, type PayKind } from "../kind";

/** A share of what their people are fined goes to the manager, another to the manager's manager. */
export const chain: PayKind = {
  kind: "chain",
  name: { "zh-CN": "连带责任", "en-US": "Managers' share" },
  roles: [{ key: "of", label: { "zh-CN": "下属的款项", "en-US": "Their people's" }, reads: "component" }],
  params: [
    {
      key: "direct",
      label: { "zh-CN": "直接上级承担", "en-US": "Manager carries" },
      type: "percent",
      min: 0,
    },
    {
      key: "upper",
      label: { "zh-CN": "上级的上级承担", "en-US": "Manager's manager carries" },
      type: "percent",
      min: 0,
      initial: 0,
    },
  ],
  tables: [],
  amount: () => {
    const sum = (who: string) => call("sumif", vector(PEOPLE.all(who)), input(PEOPLE.name), vector("of"));
    return call(
      "add",
      call("mul", input("direct"), sum(PEOPLE.manager)),
      call("mul", input("upper"), sum(PEOPLE.upper)),
    );
  },
  describe: (use, lang) =>
    say(
      {
        "zh-CN": "直接上级承担 {direct}，再上一级承担 {upper}",
        "en-US": "the manager carries {direct}, the manager's manager {upper}",
      },
      lang,
      {
        direct: written(numberOf(use, "direct"), lang, true),
        upper: written(Number(use["upper"] ?? 0), lang, true),
      },
    ),
};
