import type { Phrase } from "../../../words";

/** What the home screen says of sharing: the other words are fetched with the screen. */
export const SHARE_HOME_WORDS = {
  homeTitle: { "zh-CN": "分发与收回", "en-US": "Out and back" },
  homeBody: {
    "zh-CN": "给每人、每个单位或每位考核人一份只含自己内容的工作簿，填好后合并回来。",
    "en-US":
      "A workbook each for people, units or raters with their own part only, and their answers merged back.",
  },
  open: { "zh-CN": "分发与收回", "en-US": "Send out or bring back" },
} as const satisfies Record<string, Phrase>;
