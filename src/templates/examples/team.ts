import type { Lang } from "../../words";

/** The people the examples are about: the same small sales team in every template, so that figures can be compared. */
const TEAM: Readonly<Record<Lang, readonly string[]>> = {
  "zh-CN": ["陈思远", "林晓雨", "王建国", "赵敏", "刘洋", "周倩"],
  "en-US": ["Alex Chen", "Grace Lin", "James Wang", "Mia Zhao", "Leo Liu", "Zoe Zhou"],
};

export function exampleTeam(lang: Lang, count = 6): readonly string[] {
  return TEAM[lang].slice(0, count);
}
