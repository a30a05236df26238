import type { Level } from "../../../sharing/levels";
import type { Phrase } from "../../../words";

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

  who: { "zh-CN": "收件人", "en-US": "Recipients" },
  to: { "zh-CN": "发给谁", "en-US": "Who gets a workbook" },
  files: { "zh-CN": "文件", "en-US": "Files" },
  recipients: { "zh-CN": "{n} 份", "en-US": "{n} workbooks" },
  recipientsOne: { "zh-CN": "{n} 份", "en-US": "{n} workbook" },
  pattern: { "zh-CN": "文件名", "en-US": "File names" },
  patternHint: {
    "zh-CN": "可用 {单位}、{经理}、{姓名}、{期间}。",
    "en-US": "May hold {unit}, {manager}, {name}, {period}.",
  },
  patternFirst: { "zh-CN": "第一份：{file}", "en-US": "The first: {file}" },
  patternWrong: {
    "zh-CN": "“{place}”没有对应的内容。花括号里只能写单位、经理、姓名、期间。",
    "en-US": "“{place}” stands for nothing. Braces can hold unit, manager, name or period.",
  },
  due: { "zh-CN": "交回日期（可不填）", "en-US": "To be back by (optional)" },
  dueHint: {
    "zh-CN": "照原样写在封面上，如“1 月 20 日”",
    "en-US": "Stands on the cover as typed, such as “20 January”",
  },
  message: { "zh-CN": "留言（可不填）", "en-US": "Message (optional)" },
  messageHint: { "zh-CN": "写在每一份的封面上", "en-US": "Stands on every cover" },

  leadersNote: {
    "zh-CN": "表里没有写谁分管哪些单位，请在这里写明。分发后记在这个工作簿里，下次不用再填。",
    "en-US":
      "No sheet says who is in charge of which units: say it here. Once sent out, this workbook remembers it.",
  },
  leader: { "zh-CN": "第 {n} 位", "en-US": "Leader {n}" },
  leaderName: { "zh-CN": "姓名", "en-US": "Name" },
  charge: { "zh-CN": "{name}分管的单位", "en-US": "Units in the charge of {name}" },
  chargeLabel: { "zh-CN": "分管的单位", "en-US": "In charge of" },
  unitOf: { "zh-CN": "{unit}（{n} 人）", "en-US": "{unit} ({n})" },
  leaderAdd: { "zh-CN": "再加一位", "en-US": "Add a leader" },
  leaderRemove: { "zh-CN": "去掉", "en-US": "Remove" },
  leaderRemoveNamed: { "zh-CN": "去掉{name}", "en-US": "Remove {name}" },
  leaderNone: {
    "zh-CN": "至少写明一位领导和分管的单位。",
    "en-US": "Name at least one leader and the units in their charge.",
  },
  leaderNameless: { "zh-CN": "第 {n} 位还没有写姓名。", "en-US": "Leader {n} has no name yet." },
  leaderIdle: { "zh-CN": "{name}还没有选分管的单位。", "en-US": "{name} is in charge of no unit yet." },
  leaderTwice: { "zh-CN": "{name}写了两次。", "en-US": "{name} stands here twice." },
  unclaimed: { "zh-CN": "没有人分管：{units}。", "en-US": "In nobody's charge: {units}." },
  allClaimed: { "zh-CN": "每个单位都有人分管。", "en-US": "Every unit is in somebody's charge." },
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
  makeOne: { "zh-CN": "生成 {n} 份工作簿", "en-US": "Make {n} workbook" },
  beginning: { "zh-CN": "正在准备…", "en-US": "Getting ready…" },
  noting: { "zh-CN": "正在写入清单…", "en-US": "Writing the list…" },
  takingBack: { "zh-CN": "正在撤回…", "en-US": "Taking it back…" },
  making: { "zh-CN": "正在生成 {done}/{total}：{file}", "en-US": "Making {done} of {total}: {file}" },
  madeOne: {
    "zh-CN": "{n} 份工作簿已生成，查过没有别人的内容。请保存压缩包后发送；这个工作簿也要保存，收回时要用。",
    "en-US":
      "{n} workbook made, searched for other people's data. Save the archive and send it; save this workbook too, the answer is merged into it.",
  },
  made: {
    "zh-CN":
      "{n} 份工作簿已生成，每一份都查过没有别人的内容。请保存压缩包再分别发送；这个工作簿也要保存，收回时要用。",
    "en-US":
      "{n} workbooks made, each searched for other people's data. Save the archive and send them; save this workbook too, answers are merged into it.",
  },
  download: { "zh-CN": "保存压缩包（{size} MB）", "en-US": "Save the archive ({size} MB)" },
  backOut: { "zh-CN": "撤回这次分发", "en-US": "Take this sending back" },
  backOutAsk: {
    "zh-CN": "撤回后，工作簿回到分发之前的样子，刚生成的文件就收不回来了。",
    "en-US": "The workbook goes back to how it was before; the files just made can then not come back.",
  },
  backOutDone: {
    "zh-CN": "已撤回这次分发。刚才生成的文件请不要再发。",
    "en-US": "This sending is taken back. Do not send the files made for it.",
  },
  cancel: { "zh-CN": "取消", "en-US": "Cancel" },
  cancelled: { "zh-CN": "已取消，什么都没有改。", "en-US": "Cancelled; nothing was changed." },

  drop: {
    "zh-CN": "把收回的 .xlsx 或 .zip 拖到这里，或点按钮选择，可以一次选很多个。",
    "en-US": "Drop returned .xlsx or .zip files here, or choose them; many at a time.",
  },
  choose: { "zh-CN": "选择文件", "en-US": "Choose files" },
  opening: { "zh-CN": "正在读取 {done}/{total}：{file}", "en-US": "Reading {done} of {total}: {file}" },
  readOne: { "zh-CN": "读了 1 个文件：{list}。", "en-US": "1 file read: {list}." },
  read: { "zh-CN": "读了 {n} 个文件：{list}。", "en-US": "{n} files read: {list}." },
  readTaken: { "zh-CN": "{n} 个可用", "en-US": "{n} to take" },
  readKnown: { "zh-CN": "{n} 个合并过", "en-US": "{n} merged before" },
  readUnanswered: { "zh-CN": "{n} 个没填", "en-US": "{n} not filled in" },
  readHeld: { "zh-CN": "{n} 个都待处理", "en-US": "{n} with nothing that could be taken" },
  readReplaced: { "zh-CN": "{n} 个重复或较早", "en-US": "{n} copies or earlier ones" },
  readRefused: { "zh-CN": "{n} 个不能用", "en-US": "{n} refused" },
  changes: { "zh-CN": "要改的单元格", "en-US": "Cells that will change" },
  change: { "zh-CN": "{what}：{before} → {after}", "en-US": "{what}: {before} → {after}" },
  conflicts: { "zh-CN": "冲突", "en-US": "Conflicts" },
  conflictNote: {
    "zh-CN": "分发之后这些单元格又改过。默认保留现在的。",
    "en-US":
      "These cells have changed since they were sent. What stands there now stays unless you choose otherwise.",
  },
  allOfThem: { "zh-CN": "全部一起定", "en-US": "For all of them" },
  allMaster: { "zh-CN": "全部保留现在的", "en-US": "Keep all as they are now" },
  allAnswers: { "zh-CN": "全部采用答复", "en-US": "Take all answers" },
  keep: { "zh-CN": "保留 {value}", "en-US": "Keep {value}" },
  take: { "zh-CN": "采用 {who} 的 {value}", "en-US": "Take {value} from {who}" },
  later: { "zh-CN": "采用后一份：{value}", "en-US": "Take the later answer: {value}" },
  nothing: { "zh-CN": "空", "en-US": "nothing" },
  faults: { "zh-CN": "需要处理", "en-US": "To look into" },
  fileCountOne: { "zh-CN": "{n} 个文件", "en-US": "{n} file" },
  fileCount: { "zh-CN": "{n} 个文件", "en-US": "{n} files" },
  kindRefused: { "zh-CN": "整份不用：", "en-US": "Refused:" },
  kindHeld: { "zh-CN": "这一格不用：", "en-US": "Not taken:" },
  kindNoted: { "zh-CN": "请留意：", "en-US": "Note:" },
  moreOnSheet: {
    "zh-CN": "……还有 {n} 个文件；合并后都列在“需要处理”里",
    "en-US": "… and {n} more files; after merging all stand on “To look into”",
  },

  sentTitle: { "zh-CN": "谁拿到哪一份", "en-US": "Who has which" },
  sentAside: { "zh-CN": "{all} 份，已答复 {answered}", "en-US": "{answered} of {all} answered" },
  shownAll: { "zh-CN": "全部 {n}", "en-US": "All {n}" },
  shownOpen: { "zh-CN": "未答复 {n}", "en-US": "Not answered {n}" },
  shownAnswered: { "zh-CN": "已答复 {n}", "en-US": "Answered {n}" },
  find: { "zh-CN": "查找姓名、单位或文件", "en-US": "Find a name, unit or file" },
  findNone: { "zh-CN": "没有找到。", "en-US": "Nobody found." },
  answeredNone: { "zh-CN": "还没有人答复。", "en-US": "Nobody has answered yet." },
  stateMissing: { "zh-CN": "▼ 未答复 · {when} 发出", "en-US": "▼ Not answered · sent {when}" },
  stateHeldOne: {
    "zh-CN": "▲ 已交回，{n} 格待处理 · {when} 保存",
    "en-US": "▲ Returned, waits on {n} cell · saved {when}",
  },
  stateHeld: {
    "zh-CN": "▲ 已交回，{n} 格待处理 · {when} 保存",
    "en-US": "▲ Returned, waits on {n} cells · saved {when}",
  },
  stateWaitsOne: {
    "zh-CN": "▲ 已答复，有 {n} 格待处理 · {when} 保存",
    "en-US": "▲ Answered, waits on {n} cell · saved {when}",
  },
  stateWaits: {
    "zh-CN": "▲ 已答复，有 {n} 格待处理 · {when} 保存",
    "en-US": "▲ Answered, waits on {n} cells · saved {when}",
  },
  stateAnswered: { "zh-CN": "● 已答复 · {when} 保存", "en-US": "● Answered · saved {when}" },
  copy: { "zh-CN": "复制名单", "en-US": "Copy the list" },
  copiedOne: {
    "zh-CN": "已复制 {n} 行，可以贴到表格或邮件里。",
    "en-US": "{n} line copied; paste it into a sheet or a mail.",
  },
  copied: {
    "zh-CN": "已复制 {n} 行，可以贴到表格或邮件里。",
    "en-US": "{n} lines copied; paste them into a sheet or a mail.",
  },
  copyNot: {
    "zh-CN": "这里不让用剪贴板；请用“在工作簿里查看”。",
    "en-US": "The clipboard is not allowed here; use “Show in the workbook”.",
  },
  inWorkbook: { "zh-CN": "在工作簿里查看", "en-US": "Show in the workbook" },

  again: { "zh-CN": "重新分发…", "en-US": "Send again…" },
  againTo: { "zh-CN": "重新分发给{name}", "en-US": "Send again to {name}" },
  againNote: {
    "zh-CN": "给{name}重新做一份；原来那份就不能用了，别人的不受影响。",
    "en-US":
      "Makes a new workbook for {name}. The one sent before is no longer taken; nobody else's is touched.",
  },
  againMerged: {
    "zh-CN": "给{name}重新做一份；已合并的内容保留，名单上改为等待新的答复。",
    "en-US": "Makes a new workbook for {name}. What was merged stays; the list waits for the new answer.",
  },
  againUnmerged: {
    "zh-CN": "给{name}重新做一份；读到的这份就不能用了。想留下其中填对的，请先合并。",
    "en-US":
      "Makes a new workbook for {name}; the answer read here is then no longer taken. Merge first to keep what is right in it.",
  },
  reason: { "zh-CN": "退回原因", "en-US": "Why it goes back" },
  reasonHint: { "zh-CN": "写在封面和清单上", "en-US": "Stands on the cover and in the list" },
  againMake: { "zh-CN": "生成这一份", "en-US": "Make this workbook" },
  againNot: { "zh-CN": "先不做", "en-US": "Not now" },
  againMade: {
    "zh-CN": "{name}的新工作簿已生成，封面上写了原因。请保存后发送；这个工作簿也要保存。",
    "en-US":
      "The new workbook for {name} is made, with the reason on its cover. Save it and send it; save this workbook too.",
  },
  againSave: { "zh-CN": "保存这份工作簿", "en-US": "Save the workbook" },

  missing: { "zh-CN": "还没有答复", "en-US": "Not answered yet" },
  held: { "zh-CN": "已交回，待处理", "en-US": "Returned, waits on cells" },
  heldCellsOne: { "zh-CN": "{n} 格待处理", "en-US": "{n} cell" },
  heldCells: { "zh-CN": "{n} 格待处理", "en-US": "{n} cells" },
  missingSent: { "zh-CN": "都交回了。", "en-US": "Everybody has sent theirs back." },
  missingNone: { "zh-CN": "全部答复了。", "en-US": "Everybody has answered." },
  notSent: {
    "zh-CN": "这个工作簿还没有分发过，没有可以收回的。分发之后，这里列出谁拿到哪一份、谁还没有答复。",
    "en-US":
      "Nothing has been sent out from this workbook, so nothing can come back. Once it has, who has which and who has not answered stands here.",
  },
  toOut: { "zh-CN": "去分发", "en-US": "Send out first" },
  mergeOne: { "zh-CN": "合并：改 {n} 个单元格", "en-US": "Merge: change {n} cell" },
  merge: { "zh-CN": "合并：改 {n} 个单元格", "en-US": "Merge: change {n} cells" },
  mergeReview: { "zh-CN": "合并：{m} 步复核", "en-US": "Merge: review steps: {m}" },
  mergeBoth: {
    "zh-CN": "合并：改 {n} 格，{m} 步复核",
    "en-US": "Merge: cells {n}, review steps {m}",
  },
  mergeList: { "zh-CN": "记下谁已答复", "en-US": "Note who has answered" },
  nothingNew: { "zh-CN": "没有新的内容，不用合并。", "en-US": "Nothing new; there is nothing to merge." },
  merging: { "zh-CN": "正在合并…", "en-US": "Merging…" },
  mergedOne: {
    "zh-CN": "已合并，改了 {n} 个单元格。改动写在“合并记录”里，谁没答复写在“回收情况”里。",
    "en-US": "Merged: {n} cell changed. The change stands on “Merge log”, who is missing on “Returns”.",
  },
  merged: {
    "zh-CN": "已合并，改了 {n} 个单元格。每一处改动写在“合并记录”里，谁没答复写在“回收情况”里。",
    "en-US": "Merged: {n} cells changed. Each change stands on “Merge log”, who is missing on “Returns”.",
  },
  mergedReview: {
    "zh-CN":
      "已合并：改了 {n} 个单元格，复核记录里添了 {m} 条。每一处写在“合并记录”里，谁没答复写在“回收情况”里。",
    "en-US":
      "Merged: cells changed: {n}, lines added to the review's log: {m}. Each stands on “Merge log”, who is missing on “Returns”.",
  },
  mergedList: {
    "zh-CN": "已记下谁答复了，没有改任何单元格。谁没答复写在“回收情况”里。",
    "en-US": "Noted who has answered; no cell changed. Who is missing stands on “Returns”.",
  },
  backIn: { "zh-CN": "撤回这次合并", "en-US": "Take this merge back" },
  backInAsk: {
    "zh-CN": "撤回后，改过的单元格回到合并之前的样子，这些答复算作没有收到。",
    "en-US": "The cells go back to how they were before, and these answers count as not received.",
  },
  backInDone: {
    "zh-CN": "已撤回这次合并，工作簿回到合并之前的样子。",
    "en-US": "The merge is taken back; the workbook is as it was before.",
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
