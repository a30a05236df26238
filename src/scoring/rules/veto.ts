import { lit } from "../../formula/expression";
import { say, type Phrase } from "../../words";
import { paramOf, type ParamSpec, type RuleKind } from "../rule";
import type { RuleUse } from "../scheme";

/** What a veto does. */
const VETO_EFFECTS = {
  zeroTotal: { "zh-CN": "总分记 0", "en-US": "the total is 0" },
  capGrade: { "zh-CN": "等级封顶", "en-US": "the grade is capped" },
  cancelRewards: { "zh-CN": "取消奖励", "en-US": "rewards are cancelled" },
} as const satisfies Record<string, Phrase>;
export type VetoEffect = keyof typeof VETO_EFFECTS;

const effect: ParamSpec = {
  key: "effect",
  label: { "zh-CN": "后果", "en-US": "Effect" },
  type: "choice",
  choices: VETO_EFFECTS,
  fixed: true,
};
const grade: ParamSpec = {
  key: "grade",
  label: { "zh-CN": "最高等级", "en-US": "Best grade left" },
  type: "word",
  optional: true,
};

/** A safety accident zeroes the total, caps the grade or cancels rewards. It gives no points itself. */
export const veto: RuleKind = {
  kind: "veto",
  name: { "zh-CN": "一票否决", "en-US": "Veto" },
  roles: [{ key: "count", label: { "zh-CN": "发生次数", "en-US": "Times it happened" } }],
  params: [effect, grade],
  tables: [],
  policies: { noData: "leaveOut" },
  standing: "veto",
  points: lit(0),
  describe: (use, { lang }) =>
    say({ "zh-CN": "只要发生：{effect}{grade}", "en-US": "if it happens at all, {effect}{grade}" }, lang, {
      effect: VETO_EFFECTS[effectOf(use)][lang],
      grade:
        effectOf(use) === "capGrade"
          ? say({ "zh-CN": "为“{grade}”", "en-US": " at “{grade}”" }, lang, {
              grade: String(use["grade"] ?? ""),
            })
          : "",
    }),
  validate: (use) =>
    effectOf(use) === "capGrade" && (paramOf(use, grade) ?? "") === ""
      ? [
          {
            param: "grade",
            what: { "zh-CN": "请写明最高等级", "en-US": "say which grade is the best left" },
          },
        ]
      : [],
};

export function effectOf(use: RuleUse): VetoEffect {
  const value = use["effect"];
  return value === "capGrade" || value === "cancelRewards" ? value : "zeroTotal";
}
