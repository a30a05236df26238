import type { Phrase } from "../../../words";

export const REVIEW_WORDS = {
  title: { "zh-CN": "复核与签字", "en-US": "Review and sign-off" },
  intro: { "zh-CN": "{name} · {n} 人", "en-US": "{name} · {n} {n:person|people}" },
  loading: { "zh-CN": "正在读取复核记录…", "en-US": "Reading the review…" },
  working: { "zh-CN": "正在登记…", "en-US": "Recording…" },
  back: { "zh-CN": "返回", "en-US": "Back" },
  emptyTitle: { "zh-CN": "还没有可以复核的考核", "en-US": "Nothing to review yet" },
  emptyBody: {
    "zh-CN": "先评分，或从模板做一份考核；有了成绩，这里按环节列出每个人，可以通过、退回、签字、锁定。",
    "en-US":
      "Score people first, or start from an evaluation of the gallery; then everybody stands here by stage, to be passed, returned, signed and locked.",
  },
  notBegun: {
    "zh-CN": "复核还没有开始。第一次登记时会写入“复核与签字”和“复核记录”两张表。",
    "en-US":
      "The review has not begun. The first step writes two sheets: Review and sign-off, and Review log.",
  },
  yourName: { "zh-CN": "经手人（您的姓名）", "en-US": "Done by (your name)" },
  needName: { "zh-CN": "请先写上您的姓名。", "en-US": "Please give your name first." },
  needReason: { "zh-CN": "请写明理由。", "en-US": "Please say why." },
  needScore: { "zh-CN": "请写一个数字。", "en-US": "Please give a number." },
  search: { "zh-CN": "按姓名查找", "en-US": "Find a name" },
  unit: { "zh-CN": "单位", "en-US": "Unit" },
  allUnits: { "zh-CN": "全部单位", "en-US": "All units" },
  stages: { "zh-CN": "环节", "en-US": "Stage" },
  all: { "zh-CN": "全部", "en-US": "All" },
  selectGroup: { "zh-CN": "选中“{stage}”的 {n} 人", "en-US": "Select the {n} at {stage}" },
  who: { "zh-CN": "负责人：{who}", "en-US": "For {who}" },
  due: { "zh-CN": "期限 {due}", "en-US": "Due {due}" },
  selected: { "zh-CN": "已选 {n} 人", "en-US": "{n} selected" },
  pickSome: {
    "zh-CN": "选中一个或几个人，就能看到现在可以做什么。",
    "en-US": "Select people to see what can be done now.",
  },
  nothingCommon: {
    "zh-CN": "选中的人处在不同环节，没有共同可以做的事。",
    "en-US": "They stand at different stages and have no step in common.",
  },
  reason: { "zh-CN": "理由", "en-US": "Reason" },
  score: { "zh-CN": "调整后的得分", "en-US": "The score that counts" },
  scoreMay: { "zh-CN": "调整后的得分（可不填）", "en-US": "Another score, if any" },
  confirm: { "zh-CN": "{event}（{n} 人）", "en-US": "{event}: {n} {n:person|people}" },
  cancel: { "zh-CN": "取消", "en-US": "Cancel" },
  recorded: { "zh-CN": "已登记：{event}，{n} 人。", "en-US": "Recorded: {event}, {n} {n:person|people}." },
  notScored: { "zh-CN": "未评分", "en-US": "not scored" },
  reviewed: { "zh-CN": "{score}（计算 {computed}）", "en-US": "{score} (computed {computed})" },
  none: { "zh-CN": "没有符合条件的人。", "en-US": "Nobody fits." },
  more: { "zh-CN": "另有 {n} 人，请缩小范围。", "en-US": "{n} more; narrow it down." },
  notices: { "zh-CN": "完成之后的变化", "en-US": "Changed after it was finished" },
  toSheet: { "zh-CN": "到复核表", "en-US": "Go to the sheet" },
} as const satisfies Record<string, Phrase>;
