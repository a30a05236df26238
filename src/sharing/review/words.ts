import type { EventKind } from "../../scoring/review/events";
import { LANGS, type Lang, type Phrase } from "../../words";

/** What people may decide in a workbook they are sent, in their own words. */
export const DECISION_WORDS = {
  sign: { "zh-CN": "同意并签字", "en-US": "I agree and sign" },
  appeal: { "zh-CN": "我要申诉", "en-US": "I appeal" },
  submit: { "zh-CN": "提交", "en-US": "Submit" },
  pass: { "zh-CN": "通过", "en-US": "Confirm" },
  return: { "zh-CN": "退回", "en-US": "Return" },
  uphold: { "zh-CN": "申诉成立", "en-US": "Uphold the appeal" },
  reject: { "zh-CN": "申诉驳回", "en-US": "Reject the appeal" },
} as const satisfies Partial<Record<EventKind, Phrase>>;

export type Decision = keyof typeof DECISION_WORDS;

/** @example decisionNamed("I appeal") // "appeal" */
export function decisionNamed(word: string): Decision | undefined {
  const wanted = word.trim().toLowerCase();
  return (Object.keys(DECISION_WORDS) as Decision[]).find((kind) =>
    LANGS.some((lang) => DECISION_WORDS[kind][lang].toLowerCase() === wanted),
  );
}

export const decisionWord = (kind: Decision, lang: Lang): string => DECISION_WORDS[kind][lang];

/** Words of the page on which a review is signed or decided. */
export const SIGN_WORDS = {
  tab: { "zh-CN": "签字", "en-US": "Sign-off" },
  title: { "zh-CN": "{name}：{evaluation}签字确认", "en-US": "{name}: sign-off for {evaluation}" },
  note: {
    "zh-CN": "请在黄色格里选定并签名；签名写自己的姓名",
    "en-US": "Choose and sign in the yellow cells; the signature is your own name",
  },
  noteUntil: {
    "zh-CN": "请在黄色格里选定并签名；签名写自己的姓名。申诉截止 {until}",
    "en-US": "Choose and sign in the yellow cells; the signature is your own name. Appeals until {until}",
  },
  result: { "zh-CN": "考核结果", "en-US": "Result" },
  counts: { "zh-CN": "最终得分", "en-US": "Score that counts" },
  computed: { "zh-CN": "计算得分", "en-US": "As computed" },
  grade: { "zh-CN": "等级", "en-US": "Grade" },
  rank: { "zh-CN": "名次", "en-US": "Rank" },
  stage: { "zh-CN": "所处环节", "en-US": "Stands at" },
  stageSince: { "zh-CN": "{stage}，{since} 起", "en-US": "{stage}, since {since}" },
  lastReason: { "zh-CN": "最近的理由", "en-US": "Last reason given" },
  yours: { "zh-CN": "您的决定", "en-US": "Your decision" },
  decision: { "zh-CN": "决定", "en-US": "Decision" },
  reason: { "zh-CN": "理由", "en-US": "Reason" },
  signer: { "zh-CN": "签名", "en-US": "Signature" },
  day: { "zh-CN": "日期", "en-US": "Date" },
  check: { "zh-CN": "检查", "en-US": "Check" },
  decide: { "zh-CN": "▲ 请选定", "en-US": "▲ please choose" },
  needsReason: { "zh-CN": "▼ 请写明理由", "en-US": "▼ a reason is needed" },
  needsName: { "zh-CN": "▼ 请签名", "en-US": "▼ please sign with your name" },
  complete: { "zh-CN": "● 完整，可以发回", "en-US": "● complete, ready to send back" },
  done: { "zh-CN": "●", "en-US": "●" },
  decisionPrompt: { "zh-CN": "请从列表中选择：{choices}", "en-US": "Choose from the list: {choices}" },
  decisionError: { "zh-CN": "请从列表中选择。", "en-US": "Choose from the list." },
  reasonPrompt: {
    "zh-CN": "申诉、退回、成立、驳回都要写明理由。",
    "en-US": "An appeal, a return and a decision on an appeal need a reason.",
  },
  signerPrompt: {
    "zh-CN": "您的姓名；没有签名的决定不算。",
    "en-US": "Your own name; a decision counts only when it is signed.",
  },
  dayPrompt: {
    "zh-CN": "日期，如 2026-4-8；不填则按文件保存的日期。",
    "en-US": "A day, such as 2026-4-8; empty is the day the file is saved.",
  },
  sign: { "zh-CN": "打印时签字", "en-US": "Signed on paper" },

  listTitle: { "zh-CN": "{name}：{evaluation}复核", "en-US": "{name}: review of {evaluation}" },
  listNote: {
    "zh-CN": "逐人在黄色格里选定；退回和对申诉的决定要写理由；最后在上面签名",
    "en-US":
      "Decide person by person in the yellow cells; a return or a decision on an appeal needs a reason; then sign above",
  },
  unit: { "zh-CN": "单位", "en-US": "Unit" },
  person: { "zh-CN": "姓名", "en-US": "Name" },
  score: { "zh-CN": "得分", "en-US": "Score" },
  since: { "zh-CN": "起始日期", "en-US": "Since" },
  progress: { "zh-CN": "已决定", "en-US": "Decided" },
  progressOf: { "zh-CN": " / {asked} 人", "en-US": " of {asked}" },

  coverFact: { "zh-CN": "复核", "en-US": "Review" },
  toDecide: { "zh-CN": "等您决定", "en-US": "Waiting for you" },
  howSign: {
    "zh-CN": "“{tab}”：看过得分后签字；有异议就申诉并写明理由。",
    "en-US": "“{tab}”: read your result and sign; appeal with a reason if you disagree.",
  },
  howDecide: {
    "zh-CN": "“{tab}”：逐人通过或退回（写明理由），并签名。",
    "en-US": "“{tab}”: confirm each person or return them with a reason, and sign.",
  },
} as const satisfies Record<string, Phrase>;

/** Words of the lists of what was decided and who is still waited for. */
export const WAITING_WORDS = {
  decided: { "zh-CN": "复核：{event}", "en-US": "Review: {event}" },
  heading: { "zh-CN": "还等谁签字、复核", "en-US": "Still to sign or review" },
  none: { "zh-CN": "签字和复核都已完成", "en-US": "everybody has signed or been reviewed" },
  toLog: { "zh-CN": "记入复核记录", "en-US": "For the review log" },
  line: { "zh-CN": "{person}：{event}（{from} → {to}）", "en-US": "{person}: {event} ({from} → {to})" },
  quoted: { "zh-CN": "“{reason}”", "en-US": "“{reason}”" },
  stands: { "zh-CN": "{person}：{stage}", "en-US": "{person}: {stage}" },
  sinceDay: { "zh-CN": "{since} 起", "en-US": "since {since}" },
  whom: { "zh-CN": "等谁", "en-US": "Waits for" },
  anybody: { "zh-CN": "未指定", "en-US": "nobody named" },
  since: { "zh-CN": "自", "en-US": "Since" },
  due: { "zh-CN": "期限", "en-US": "Due" },
  asked: { "zh-CN": "已发给", "en-US": "Asked in" },
  held: { "zh-CN": "▲ 没有采用", "en-US": "▲ not taken" },
  unasked: { "zh-CN": "尚未分发", "en-US": "not sent out" },
} as const satisfies Record<string, Phrase>;
