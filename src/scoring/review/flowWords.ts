import type { Phrase } from "../../words";

/** The names of stages as pages, the pane and the terminal say them. */
export const STAGE_NAMES = {
  score: { "zh-CN": "评分", "en-US": "Scoring" },
  sum: { "zh-CN": "汇总", "en-US": "Summing up" },
  first: { "zh-CN": "初审", "en-US": "First review" },
  second: { "zh-CN": "复审", "en-US": "Second review" },
  sign: { "zh-CN": "待签字", "en-US": "To sign" },
  appealed: { "zh-CN": "申诉中", "en-US": "Appealed" },
  signed: { "zh-CN": "已签字", "en-US": "Signed" },
  locked: { "zh-CN": "已锁定", "en-US": "Locked" },
} as const satisfies Record<string, Phrase>;

export const FLOW_WORDS = {
  notNow: {
    "zh-CN": "在“{stage}”环节不能“{event}”，现在可以：{allowed}",
    "en-US": "“{event}” is not possible at “{stage}”; possible now: {allowed}",
  },
  reason: { "zh-CN": "“{event}”需要写明理由", "en-US": "“{event}” needs a reason" },
  lockReason: {
    "zh-CN": "本人没有签字，锁定需要写明理由",
    "en-US": "without a signature, locking needs a reason",
  },
  noScore: {
    "zh-CN": "“调整得分”需要写明调整后的得分",
    "en-US": "“adjust” needs the score that counts from now on",
  },
  backInTime: {
    "zh-CN": "日期 {on} 早于这个人的上一条记录（{since}）",
    "en-US": "the day {on} is before this person's last entry ({since})",
  },
  appealLate: { "zh-CN": "申诉截止于 {until}", "en-US": "appeals were possible until {until}" },
  backWhere: {
    "zh-CN": "“{stage}”不能退回到“{to}”",
    "en-US": "“{stage}” cannot go back to “{to}”",
  },
  notYours: {
    "zh-CN": "“{stage}”应由{who}处理，不是{by}",
    "en-US": "“{stage}” is for {who}, not for {by}",
  },
} as const satisfies Record<string, Phrase>;
