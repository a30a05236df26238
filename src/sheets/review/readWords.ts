import type { Phrase } from "../../words";

export const READ_WORDS = {
  notLog: {
    "zh-CN": "找不到“时间、姓名、事项、经手人”这一行表头",
    "en-US": "the header line with When, Name, Event and By is not there",
  },
  noPerson: { "zh-CN": "缺少姓名", "en-US": "the name is missing" },
  noEvent: {
    "zh-CN": "不认识事项“{word}”，可用：{known}",
    "en-US": "“{word}” is no event; there are: {known}",
  },
  noDay: {
    "zh-CN": "“{value}”不是日期，请写成 2026-4-8",
    "en-US": "“{value}” is no day; write it as 2026-4-8",
  },
  noBy: { "zh-CN": "缺少经手人", "en-US": "who did it is missing" },
  noNumber: { "zh-CN": "“{value}”不是数字", "en-US": "“{value}” is no number" },
  noStage: { "zh-CN": "没有“{word}”这个环节", "en-US": "“{word}” is no stage" },
  changed: {
    "zh-CN": "{person}：这一行登记后被改过，按记录应到“{stage}”",
    "en-US": "{person}: this line was changed after it was recorded; it leads to “{stage}”",
  },
  cannotBe: { "zh-CN": "{person}：{why}", "en-US": "{person}: {why}" },
} as const satisfies Record<string, Phrase>;
