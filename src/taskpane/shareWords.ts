import type { Level } from "../sharing/recipients";
import type { Phrase } from "../words";

export const SHARE_WORDS = {
  title: { "zh-CN": "分发与收回", "en-US": "Out and back" },
  intro: {
    "zh-CN": "收件人不需要插件，用 Excel 或 WPS 填写；文件由您自己发送。",
    "en-US": "Recipients need no add-in, only Excel or WPS; you send the files yourself.",
  },
  side: { "zh-CN": "要做什么", "en-US": "What to do" },
  out: { "zh-CN": "分发", "en-US": "Send out" },
  back: { "zh-CN": "收回", "en-US": "Bring back" },
  leave: { "zh-CN": "返回", "en-US": "Back" },
  reading: { "zh-CN": "正在读取工作簿…", "en-US": "Reading the workbook…" },
  emptyTitle: { "zh-CN": "这里还没有可以分发的内容", "en-US": "Nothing to send out yet" },
  emptyBody: {
    "zh-CN": "先在这个工作簿里生成目标、考核或评分表；之后在这里给每人一份，再把答复收回来。",
    "en-US":
      "Make targets, an evaluation or ratings in this workbook first. Then everybody gets a workbook from here, and answers come back here.",
  },
  gallery: { "zh-CN": "打开模板库", "en-US": "Open the gallery" },

  who: { "zh-CN": "发给谁", "en-US": "Who gets a workbook" },
  recipients: { "zh-CN": "{n} 份", "en-US": "{n} workbooks" },
  pattern: { "zh-CN": "文件名", "en-US": "File names" },
  patternHint: {
    "zh-CN": "可用 {unit}、{manager}、{name}、{period}。第一份：",
    "en-US": "May hold {unit}, {manager}, {name}, {period}. The first: ",
  },
  patternWrong: {
    "zh-CN": "只能用 {unit}、{manager}、{name}、{period}。",
    "en-US": "Only {unit}, {manager}, {name} and {period} can be used.",
  },
  due: { "zh-CN": "交回日期（可不填）", "en-US": "To be back by (optional)" },
  list: { "zh-CN": "谁拿到哪一份", "en-US": "Who gets which" },
  more: { "zh-CN": "……还有 {n} 个", "en-US": "… and {n} more" },
  unnamed: {
    "zh-CN": "有 {n} 条评分没有写明考核人，发不出去；请先在评分表里填上。",
    "en-US": "{n} ratings have no rater named and cannot be sent out; name them on the ratings sheet first.",
  },
  replaces: {
    "zh-CN": "第 {issue} 次分发的 {n} 份还没有收回；同一个人重新分发后，旧文件就不能用了。",
    "en-US":
      "{n} workbooks of issue {issue} are not back yet; whoever is sent a new one can no longer answer in the old one.",
  },
  make: { "zh-CN": "生成 {n} 份工作簿", "en-US": "Make {n} workbooks" },
  making: { "zh-CN": "正在生成 {done}/{total}：{file}", "en-US": "Making {done} of {total}: {file}" },
  made: {
    "zh-CN":
      "{n} 份工作簿已生成，每一份都查过没有别人的内容。请保存压缩包再分别发送；这个工作簿也要保存，收回时要用。",
    "en-US":
      "{n} workbooks made, each searched for other people's data. Save the archive and send them; save this workbook too, answers are merged into it.",
  },
  download: { "zh-CN": "保存压缩包（{size} MB）", "en-US": "Save the archive ({size} MB)" },
  cancel: { "zh-CN": "取消", "en-US": "Cancel" },
  cancelled: { "zh-CN": "已取消，什么都没有改。", "en-US": "Cancelled; nothing was changed." },

  drop: {
    "zh-CN": "把收回的 .xlsx 或 .zip 拖到这里，或点按钮选择，可以一次选很多个。",
    "en-US": "Drop returned .xlsx or .zip files here, or choose them; many at a time.",
  },
  choose: { "zh-CN": "选择文件", "en-US": "Choose files" },
  opening: { "zh-CN": "正在读取 {done}/{total}：{file}", "en-US": "Reading {done} of {total}: {file}" },
  read: {
    "zh-CN":
      "读了 {files} 份：可用 {taken}，已合并过 {known}，没填 {unanswered}，重复或较早 {replaced}，不能用 {refused}。",
    "en-US":
      "{files} files read: {taken} to take, {known} merged before, {unanswered} not filled in, {replaced} copies or earlier ones, {refused} refused.",
  },
  changes: { "zh-CN": "要改的单元格", "en-US": "Cells that will change" },
  change: { "zh-CN": "{what}：{before} → {after}", "en-US": "{what}: {before} → {after}" },
  conflicts: { "zh-CN": "冲突", "en-US": "Conflicts" },
  conflictNote: {
    "zh-CN": "分发之后这些单元格又改过。默认保留现在的。",
    "en-US":
      "These cells have changed since they were sent. What stands there now stays unless you choose otherwise.",
  },
  allMaster: { "zh-CN": "全部保留现在的", "en-US": "Keep all as they are now" },
  allAnswers: { "zh-CN": "全部采用答复", "en-US": "Take all answers" },
  keep: { "zh-CN": "保留 {value}", "en-US": "Keep {value}" },
  take: { "zh-CN": "采用 {who} 的 {value}", "en-US": "Take {value} from {who}" },
  later: { "zh-CN": "采用后一份：{value}", "en-US": "Take the later answer: {value}" },
  nothing: { "zh-CN": "空", "en-US": "nothing" },
  faults: { "zh-CN": "需要处理", "en-US": "To look into" },
  missing: { "zh-CN": "还没有答复", "en-US": "Not answered yet" },
  missingNone: { "zh-CN": "全部答复了。", "en-US": "Everybody has answered." },
  notSent: {
    "zh-CN": "这个工作簿还没有分发过，没有可以收回的。",
    "en-US": "Nothing has been sent out from this workbook, so nothing can come back.",
  },
  merge: { "zh-CN": "合并：改 {n} 个单元格", "en-US": "Merge: change {n} cells" },
  mergeList: { "zh-CN": "记下谁已答复", "en-US": "Note who has answered" },
  nothingNew: { "zh-CN": "没有新的内容，不用合并。", "en-US": "Nothing new; there is nothing to merge." },
  merging: { "zh-CN": "正在合并…", "en-US": "Merging…" },
  merged: {
    "zh-CN": "已合并，改了 {n} 个单元格。每一处改动写在“合并记录”里，谁没答复写在“回收情况”里。",
    "en-US": "Merged: {n} cells changed. Each change stands on “Merge log”, who is missing on “Returns”.",
  },
  other: { "zh-CN": "换一批文件", "en-US": "Other files" },
} as const satisfies Record<string, Phrase>;

export const LEVEL_NAMES: Readonly<Record<Level, Phrase>> = {
  rep: { "zh-CN": "每个人", "en-US": "Each person" },
  manager: { "zh-CN": "每位经理", "en-US": "Each manager" },
  region: { "zh-CN": "每个单位", "en-US": "Each unit" },
  rater: { "zh-CN": "每位考核人", "en-US": "Each rater" },
  division: { "zh-CN": "每位分管领导", "en-US": "Each division leader" },
  leader: { "zh-CN": "领导（全体）", "en-US": "The leadership (everybody)" },
  centre: { "zh-CN": "督查中心", "en-US": "The supervision centre" },
  reviewer: { "zh-CN": "每位复核人", "en-US": "Each reviewer" },
};
