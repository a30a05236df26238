import { say, type Phrase } from "../../words";
import type { Master } from "../master/master";

/** What becomes of a score while answers are missing. */
export interface MissingNote {
  /** Name of the rater plan. */
  readonly about: string;
  readonly what: string;
}

const W = {
  wait: {
    "zh-CN": "等待：缺考核人的项目暂不评分，收齐后自动算出。",
    "en-US": "Wait: what a rater is missing for has no score yet; it appears when the rating is in.",
  },
  reweight: {
    "zh-CN": "缺的考核人的权重由已评分的人分担。",
    "en-US": "A missing rater's weight is carried by those who have answered.",
  },
  zero: { "zh-CN": "缺的考核人按 0 分计。", "en-US": "A missing rater counts as 0." },
  smallest: {
    "zh-CN": "{group}少于 {n} 份不显示。",
    "en-US": "{group}: nothing is shown below {n} answers.",
  },
} as const satisfies Record<string, Phrase>;

/** One note a rater plan, as its scheme says it; none where nobody rates. */
export function missingNotes({ ratings, lang }: Master): MissingNote[] {
  return (ratings?.plans ?? []).map(({ name, missing, groups }) => ({
    about: name,
    what: [
      W[missing][lang],
      ...groups
        .filter(({ smallest }) => smallest > 1)
        .map((group) => say(W.smallest, lang, { group: group.name, n: group.smallest })),
    ].join(lang === "zh-CN" ? "" : " "),
  }));
}
