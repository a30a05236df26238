import type { Phrase } from "../../words";

/** Words of a rater's workbook. */
export const RATER_WORDS = {
  tab: { "zh-CN": "评分", "en-US": "My ratings" },
  bookTitle: { "zh-CN": "{rater}：{title}评分", "en-US": "{rater}: ratings for {title}" },
  title: { "zh-CN": "{rater}的评分表", "en-US": "Ratings by {rater}" },
  subtitle: {
    "zh-CN": "{title} · 只填黄色格；没有把握的留空，不要填 0",
    "en-US": "{title} · yellow cells only; leave empty what you cannot judge, do not type 0",
  },
  scale: { "zh-CN": "{name}：{min}–{max} 分", "en-US": "{name}: {min}–{max}" },
  levels: { "zh-CN": "{names}：{levels}", "en-US": "{names}: {levels}" },
  pick: { "zh-CN": "从列表选一个词。{levels}", "en-US": "Pick a word from the list. {levels}" },
  pickError: { "zh-CN": "请从列表中选：{words}", "en-US": "Pick one of the list: {words}" },
  person: { "zh-CN": "被考核人", "en-US": "Person" },
  group: { "zh-CN": "您的身份", "en-US": "You rate as" },
  period: { "zh-CN": "周期", "en-US": "Period" },
  prompt: { "zh-CN": "分数。{scale}", "en-US": "Points. {scale}" },
  error: { "zh-CN": "这里要填评分范围内的数字。", "en-US": "A number within the scale is needed here." },
  toRate: { "zh-CN": "要评的人数", "en-US": "People to rate" },
  progress: { "zh-CN": "已评", "en-US": "Rated so far" },
  of: { "zh-CN": " / {asked} 项", "en-US": " of {asked}" },
  howRate: {
    "zh-CN": "“{tab}”：给每个人逐项打分，填在黄色格里；灰色格不归您评。",
    "en-US": "“{tab}”: rate each person in the yellow cells; grey ones are not yours to rate.",
  },
  howPrivate: {
    "zh-CN": "评分只交考核办公室汇总。这份文件里没有别人的评分，也看不出还有谁评分。",
    "en-US":
      "Your ratings go to the evaluation office only. This file holds nobody else's ratings and does not say who else rates.",
  },
} as const satisfies Record<string, Phrase>;
