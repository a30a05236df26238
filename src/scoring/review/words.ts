import type { Phrase } from "../../words";

export const REVIEW_WORDS = {
  join: { "zh-CN": "、", "en-US": ", " },
  locked: { "zh-CN": "考核已锁定，不能再改", "en-US": "the review is locked; nothing can be changed" },
  done: { "zh-CN": "各环节都已完成", "en-US": "all stages are done" },
  notYours: { "zh-CN": "“{stage}”应由{who}处理", "en-US": "“{stage}” is for {who} to decide" },
  reason: { "zh-CN": "需要写明理由", "en-US": "a reason is needed" },
  backWhere: {
    "zh-CN": "“{stage}”只能退回到更早的环节",
    "en-US": "“{stage}” can only go back to an earlier stage",
  },
  notScored: { "zh-CN": "{name}不在本次考核之列", "en-US": "{name} is not scored in this review" },
  appealEarly: {
    "zh-CN": "复核完成之后才能申诉",
    "en-US": "appeals can be made once the last review is done",
  },
  appealLate: { "zh-CN": "申诉截止于 {until}", "en-US": "appeals were possible until {until}" },
  noAppeal: { "zh-CN": "{name}没有待答复的申诉", "en-US": "{name} has no appeal waiting for an answer" },
  signEarly: { "zh-CN": "复核完成之后才能签字", "en-US": "people sign once the last review is done" },
  lockStage: { "zh-CN": "“{stage}”尚未完成", "en-US": "“{stage}” is not done yet" },
  lockAppeals: { "zh-CN": "{names}的申诉尚未答复", "en-US": "the appeals of {names} are not answered yet" },
  lockSigns: {
    "zh-CN": "还有 {count} 人未签字，申诉期到 {until} 为止",
    "en-US": "{count} people have not signed, and may appeal until {until}",
  },
} as const satisfies Record<string, Phrase>;
