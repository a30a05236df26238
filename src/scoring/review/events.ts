import type { Phrase } from "../../words";

/** What can be done to somebody's evaluation, in the order of a review. */
export const EVENT_KINDS = [
  "submit",
  "pass",
  "return",
  "adjust",
  "sign",
  "appeal",
  "uphold",
  "reject",
  "lock",
  "unlock",
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** One line of a review's log. */
export interface LogEvent {
  readonly kind: EventKind;
  /** The person it is about, as the review page names them. */
  readonly person: string;
  /** Who did it. */
  readonly by: string;
  /** The day, `2026-04-08`, or the minute, `2026-04-08 14:05`. */
  readonly on: string;
  readonly reason?: string;
  /** A return or an unlocking: the stage it goes back to, the usual one unless said. */
  readonly to?: string;
  /** The score that counted when it was done. */
  readonly score?: number | null;
  /** An adjustment, or an appeal that is upheld with another score: what counts from now on. */
  readonly adjusted?: number;
  /** A lock: the values that were locked, and their digest. */
  readonly locked?: string;
  readonly digest?: string;
}

export const EVENT_WORDS: Readonly<Record<EventKind, Phrase>> = {
  submit: { "zh-CN": "提交", "en-US": "submit" },
  pass: { "zh-CN": "通过", "en-US": "pass" },
  return: { "zh-CN": "退回", "en-US": "return" },
  adjust: { "zh-CN": "调整得分", "en-US": "adjust" },
  sign: { "zh-CN": "签字", "en-US": "sign" },
  appeal: { "zh-CN": "申诉", "en-US": "appeal" },
  uphold: { "zh-CN": "申诉成立", "en-US": "uphold appeal" },
  reject: { "zh-CN": "申诉驳回", "en-US": "reject appeal" },
  lock: { "zh-CN": "锁定", "en-US": "lock" },
  unlock: { "zh-CN": "解锁", "en-US": "unlock" },
};

/** Events that say nothing without their reason. */
export const NEEDS_REASON: ReadonlySet<EventKind> = new Set([
  "return",
  "adjust",
  "appeal",
  "uphold",
  "reject",
  "unlock",
]);

/** @example eventNamed("退回") // "return" */
export function eventNamed(word: string): EventKind | undefined {
  const wanted = word.trim().toLowerCase();
  return EVENT_KINDS.find(
    (kind) => kind === wanted || Object.values(EVENT_WORDS[kind]).some((one) => one === wanted),
  );
}
