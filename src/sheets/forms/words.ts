import type { Phrase } from "../../words";

/** Words every form shares. */
export const FORM_WORDS = {
  pickOne: { "zh-CN": "请从列表中选择。", "en-US": "Pick one from the list." },
  dateOnly: { "zh-CN": "请输入日期，如 2026-01-05。", "en-US": "Type a date such as 2026-01-05." },
  numberOnly: { "zh-CN": "请输入数字。", "en-US": "Type a number." },
  numberFrom: { "zh-CN": "请输入数字，不小于 {min}。", "en-US": "Type a number, {min} or more." },
  numberUpTo: { "zh-CN": "请输入数字，不大于 {max}。", "en-US": "Type a number, {max} or less." },
  numberBetween: {
    "zh-CN": "请输入 {min} 到 {max} 之间的数字。",
    "en-US": "Type a number from {min} to {max}.",
  },
  signatureGap: { "zh-CN": "\u3000\u3000\u3000", "en-US": "      " },
  total: { "zh-CN": "合计", "en-US": "Total" },
  yes: { "zh-CN": "是", "en-US": "Yes" },
  no: { "zh-CN": "否", "en-US": "No" },
} as const satisfies Record<string, Phrase>;
