import type { Phrase } from "../../../words";

/** What the home screen says of the review: the other words are fetched with the screen. */
export const REVIEW_HOME_WORDS = {
  homeTitle: { "zh-CN": "复核与签字", "en-US": "Review and sign-off" },
  homeBody: {
    "zh-CN": "逐级复核、退回、调整、申诉、签字、锁定，每一步记在工作簿里。",
    "en-US": "Review, return, adjust, appeal, sign and lock; every step is kept in the workbook.",
  },
  open: { "zh-CN": "打开复核", "en-US": "Open the review" },
} as const satisfies Record<string, Phrase>;
