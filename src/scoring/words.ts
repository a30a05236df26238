import type { Phrase } from "../words";
import type { Outcome, PolicyName } from "./scheme";

export const OUTCOMES: Readonly<Record<Outcome, Phrase>> = {
  zero: { "zh-CN": "记 0 分", "en-US": "0 points" },
  full: { "zh-CN": "记满分", "en-US": "full points" },
  leaveOut: { "zh-CN": "不计入", "en-US": "left out" },
  notScored: { "zh-CN": "暂不评分", "en-US": "not scored" },
  asIs: { "zh-CN": "照常计算", "en-US": "as it is" },
};

export const POLICIES: Readonly<Record<PolicyName, Phrase>> = {
  noData: { "zh-CN": "缺数据时", "en-US": "When data is missing" },
  zeroTarget: { "zh-CN": "目标为零时", "en-US": "When the target is zero" },
  negative: { "zh-CN": "实际为负时", "en-US": "When the actual is negative" },
};

/** Which outcomes each policy may have. */
export const POLICY_OUTCOMES: Readonly<Record<PolicyName, readonly Outcome[]>> = {
  noData: ["notScored", "leaveOut", "zero", "full"],
  zeroTarget: ["notScored", "leaveOut", "zero", "full"],
  negative: ["zero", "asIs", "leaveOut", "notScored"],
};

/** The pieces of the remark beside a score. Each is a sentence; English ones begin with their space. */
export const REMARKS = {
  notScored: { "zh-CN": "未评分。", "en-US": "Not scored." },
  nothing: { "zh-CN": "未填数据。", "en-US": "Nothing entered yet." },
  noData: { "zh-CN": "：缺数据", "en-US": ": no data" },
  zeroTarget: { "zh-CN": "：目标为零", "en-US": ": target is zero" },
  unknown: { "zh-CN": "：填写的内容不在规定范围内", "en-US": ": what was entered is outside the rule" },
  vetoTotal: { "zh-CN": "：触发否决，总分记 0", "en-US": ": veto, the total is 0" },
  vetoGrade: { "zh-CN": "：触发否决，等级封顶", "en-US": ": veto, the grade is capped" },
  vetoRewards: { "zh-CN": "：触发否决，取消奖励", "en-US": ": veto, rewards are cancelled" },
  negative: { "zh-CN": "：实际为负", "en-US": ": actual is negative" },
  leftOut: { "zh-CN": "，不计入", "en-US": ", left out" },
  counted: { "zh-CN": "，按 ", "en-US": ", counted as " },
  points: { "zh-CN": " 分计", "en-US": " points" },
  start: { "zh-CN": "", "en-US": " " },
  end: { "zh-CN": "。", "en-US": "." },
} as const satisfies Record<string, Phrase>;
