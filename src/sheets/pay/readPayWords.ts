import type { Phrase } from "../../words";

/** What may be wrong with an edited pay plan, each with what to do about it. */
export const READ_PAY_WORDS = {
  notPlan: {
    "zh-CN": "这不是薪酬方案工作表；请选择由“达成”写出的薪酬方案",
    "en-US": "this is no pay plan sheet; pick one that Attain has written",
  },
  number: {
    "zh-CN": "应为数字，而不是“{value}”；请改为数字，百分比可写作 30%",
    "en-US": "must be a number, not “{value}”; type a number, percent may be written as 30%",
  },
  empty: { "zh-CN": "不能为空；请填写", "en-US": "must not be empty; fill it in" },
  word: {
    "zh-CN": "不认识“{value}”；请改为：{choices}",
    "en-US": "“{value}” is not known; pick one of: {choices}",
  },
  name: { "zh-CN": "缺少名称；请填写", "en-US": "the name is missing; fill it in" },
  kind: {
    "zh-CN": "标题后面应为“{kind}”；换一种算法请重新生成薪酬方案，可用：{kinds}",
    "en-US": "“{kind}” must stand after the name; for another kind make the plan anew; there are: {kinds}",
  },
  mend: { "zh-CN": "{what}；{mend}", "en-US": "{what}; {mend}" },
  join: { "zh-CN": "、", "en-US": ", " },
} as const satisfies Record<string, Phrase>;
