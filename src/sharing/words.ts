import type { Phrase } from "../words";

/** Words of the pages people are sent. */
export const HANDOUT_WORDS = {
  coverTab: { "zh-CN": "封面", "en-US": "Cover" },
  targetsTab: { "zh-CN": "我的目标", "en-US": "My targets" },
  actualsTab: { "zh-CN": "我的实绩", "en-US": "My actuals" },
  cardTab: { "zh-CN": "我的考核", "en-US": "My scorecard" },
  titleBoth: {
    "zh-CN": "{name}：{year} 年目标与 {base} 年考核",
    "en-US": "{name}: {year} targets and {base} score",
  },
  titlePlan: { "zh-CN": "{name}：{year} 年目标", "en-US": "{name}: {year} targets" },
  titleScore: { "zh-CN": "{name}：{base} 年考核", "en-US": "{name}: {base} score" },
  coverSubtitle: {
    "zh-CN": "{date} 发出，请填写后于 {due} 前发回",
    "en-US": "Sent {date}; please fill it in and return it by {due}",
  },
  coverSubtitleOpen: {
    "zh-CN": "{date} 发出，请填写后发回",
    "en-US": "Sent {date}; please fill it in and return it",
  },
  how: { "zh-CN": "怎样填写", "en-US": "What to do" },
  howTargets: {
    "zh-CN": "“{tab}”：逐月核对目标；想改的月份，把建议填在黄色格里，留空就是同意。",
    "en-US":
      "“{tab}”: check each month; type your proposal into the yellow cell where you differ, leave it empty where you agree.",
  },
  howActuals: {
    "zh-CN": "“{tab}”：数字有误，就在旁边的黄色格里填正确的，考核得分随之重算。",
    "en-US": "“{tab}”: type the right figure into the yellow cell beside a wrong one; your score follows.",
  },
  howCard: {
    "zh-CN": "“{tab}”：点开得分就能看到它怎么算出来；自评分填在黄色格里，只作参考。",
    "en-US":
      "“{tab}”: click a score to see how it comes about; rate yourself in the yellow cells, for information only.",
  },
  howUnitTargets: {
    "zh-CN": "“{tab}”：直接改黄色格里各人的目标，合计和差额随之变化。",
    "en-US": "“{tab}”: type over your people's targets in the yellow cells; sums and the residual follow.",
  },
  howUnitActuals: {
    "zh-CN": "“{tab}”：数字有误，直接在黄色格里改成正确的。",
    "en-US": "“{tab}”: correct a wrong figure in its yellow cell.",
  },
  howReply: {
    "zh-CN": "最后在本页选“答复”，有话写在“意见”里。",
    "en-US": "Then choose your reply on this page, and add a comment if you like.",
  },
  howComment: {
    "zh-CN": "有话写在本页的“意见”里。",
    "en-US": "Add a comment on this page if you like.",
  },
  message: { "zh-CN": "留言", "en-US": "Message" },
  again: { "zh-CN": "请再填一次", "en-US": "Please fill in again" },
  howReturn: {
    "zh-CN":
      "保存，把整个文件作为附件发回给发件人（直接回复那封邮件或那条消息）。文件名可以改；表和行请不要增删，也不要另存成别的格式。",
    "en-US":
      "Save, and send the whole file back to whoever sent it: reply to that mail or message and attach it. Its name may change; please leave tabs and rows as they are, and keep it an .xlsx file.",
  },
  yellow: { "zh-CN": "黄色格", "en-US": "Yellow cells" },
  yellowText: {
    "zh-CN": "要您填的都是这种颜色；其余的已锁定，不用填。",
    "en-US": "are for you to fill in; everything else is locked.",
  },
  dueBy: { "zh-CN": "请在此前发回", "en-US": "Please return by" },
  ifYouLike: { "zh-CN": "有话要说（可不填）", "en-US": "Anything to add? (optional)" },
  facts: { "zh-CN": "概要", "en-US": "At a glance" },
  unit: { "zh-CN": "单位", "en-US": "Unit" },
  manager: { "zh-CN": "经理", "en-US": "Manager" },
  people: { "zh-CN": "人数", "en-US": "People" },
  yearTarget: { "zh-CN": "{year} 年目标", "en-US": "{year} target" },
  yearActual: { "zh-CN": "{year} 年实绩", "en-US": "{year} actual" },
  growth: { "zh-CN": "比上年", "en-US": "Growth" },
  score: { "zh-CN": "{year} 年得分", "en-US": "{year} score" },
  grade: { "zh-CN": "等级", "en-US": "Grade" },
  rank: { "zh-CN": "发出时名次", "en-US": "Rank when sent" },
  rankOf: { "zh-CN": "第 {rank} 名，共 {count} 人", "en-US": "{rank} of {count}" },
  notScored: { "zh-CN": "未参加考核", "en-US": "not scored" },
  yourAnswer: { "zh-CN": "您的答复", "en-US": "Your answer" },
  reply: { "zh-CN": "答复", "en-US": "Reply" },
  comment: { "zh-CN": "意见", "en-US": "Comment" },
  agree: { "zh-CN": "同意", "en-US": "Agreed" },
  differ: { "zh-CN": "有建议", "en-US": "With proposals" },
  replyPrompt: { "zh-CN": "请从列表中选择。", "en-US": "Choose from the list." },
  commentPrompt: {
    "zh-CN": "理由、情况、希望得到的支持，写在这里。",
    "en-US": "Reasons, circumstances, the support you need.",
  },
  signOwn: { "zh-CN": "本人签字", "en-US": "Signed" },
  signManager: { "zh-CN": "经理签字", "en-US": "Manager" },
  signDate: { "zh-CN": "日期", "en-US": "Date" },
  idNote: {
    "zh-CN": "编号（用于收回时对号，请勿改动）：{id}",
    "en-US": "Id, by which the answer is recognised (please leave it): {id}",
  },
  targetsTitle: { "zh-CN": "{name}：{year} 年{measure}目标", "en-US": "{name}: {measure} targets {year}" },
  targetsSubtitle: {
    "zh-CN": "单位：{unit} · 在黄色格里填您的建议，留空表示同意",
    "en-US": "In {unit} · type your proposal into a yellow cell, leave it empty to agree",
  },
  actualsTitle: { "zh-CN": "{name}：{year} 年实绩", "en-US": "{name}: actuals {year}" },
  actualsSubtitle: {
    "zh-CN": "金额单位：元 · 有误的，在黄色格里填正确的数；留空表示无误",
    "en-US":
      "Whole currency units · type the right figure where one is wrong, leave it empty where it is right",
  },
  cardTitle: { "zh-CN": "{name}：{year} 年绩效考核", "en-US": "{name}: scorecard {year}" },
  cardSubtitle: {
    "zh-CN": "方案：{scheme} · 得分由公式算出，点开即可查看；规则和分档见“{tab}”",
    "en-US": "Scheme: {scheme} · scores are formulas you can click through; rules and bands stand on “{tab}”",
  },
  schemeNote: {
    "zh-CN": "得分按本页的规则计算；本页只供查看。",
    "en-US": "Scores follow from the rules on this page; it is for reading only.",
  },
  period: { "zh-CN": "期间", "en-US": "Period" },
  lastYear: { "zh-CN": "{year} 年实绩", "en-US": "{year} actual" },
  target: { "zh-CN": "{year} 年目标", "en-US": "{year} target" },
  proposal: { "zh-CN": "我的建议", "en-US": "My proposal" },
  afterwards: { "zh-CN": "按建议", "en-US": "As proposed" },
  difference: { "zh-CN": "差额", "en-US": "Difference" },
  wholeYear: { "zh-CN": "合计", "en-US": "Total" },
  chartTargets: {
    "zh-CN": "{year} 年逐月目标与上年实绩",
    "en-US": "Monthly target {year} and last year's actual",
  },
  amountPrompt: {
    "zh-CN": "不小于 0 的数字；留空表示同意。",
    "en-US": "A number, zero or more; leave it empty to agree.",
  },
  correctionPrompt: {
    "zh-CN": "正确的数字；留空表示无误。",
    "en-US": "The right figure; leave it empty if it is right.",
  },
  numberError: { "zh-CN": "这里要填数字。", "en-US": "A number is needed here." },
  item: { "zh-CN": "项目", "en-US": "Item" },
  recorded: { "zh-CN": "系统记录", "en-US": "On record" },
  correction: { "zh-CN": "更正", "en-US": "Correction" },
  used: { "zh-CN": "采用", "en-US": "Used" },
  won: { "zh-CN": "成交单数", "en-US": "Deals won" },
  lost: { "zh-CN": "丢单数", "en-US": "Deals lost" },
  open: { "zh-CN": "跟进中", "en-US": "Open" },
  data: { "zh-CN": "考核数据", "en-US": "Data" },
  value: { "zh-CN": "数值", "en-US": "Value" },
  indicators: { "zh-CN": "各项得分", "en-US": "Points" },
  indicator: { "zh-CN": "考核指标", "en-US": "Indicator" },
  rule: { "zh-CN": "怎样得分", "en-US": "How it is scored" },
  measured: { "zh-CN": "完成", "en-US": "Reached" },
  full: { "zh-CN": "满分", "en-US": "Of" },
  points: { "zh-CN": "得分", "en-US": "Points" },
  self: { "zh-CN": "自评分", "en-US": "Own rating" },
  selfPrompt: {
    "zh-CN": "0 到满分之间的分数；只作参考，不计入得分。",
    "en-US": "Points from 0 to full; for information, not counted.",
  },
  inputPrompt: {
    "zh-CN": "请填写；没有就留空，不要填 0。",
    "en-US": "Please fill in; leave it empty if there is none, do not type 0.",
  },
  total: { "zh-CN": "总分", "en-US": "Total" },
  result: { "zh-CN": "结果", "en-US": "Result" },
  remark: { "zh-CN": "说明", "en-US": "Remark" },
  howReadTargets: {
    "zh-CN": "“{tab}”：各人逐月的目标，只供查看。",
    "en-US": "“{tab}”: everybody's targets by month, for reading.",
  },
  howReadActuals: {
    "zh-CN": "“{tab}”：各人逐月的实绩，只供查看。",
    "en-US": "“{tab}”: everybody's actuals by month, for reading.",
  },
  howUnitCard: {
    "zh-CN": "“{tab}”：各人的得分怎样得来，只供查看；名次只在本文件所列人员之间。",
    "en-US": "“{tab}”: how the scores come about, for reading; ranks are among the people in this file.",
  },
  forReading: { "zh-CN": "只供查看", "en-US": "for reading" },
} as const satisfies Record<string, Phrase>;

/** Words of the master's own lists: who has which file, what came back, what changed. */
export const LIST_WORDS = {
  handoutsTab: { "zh-CN": "分发清单", "en-US": "Handouts" },
  handoutsTitle: { "zh-CN": "分发清单", "en-US": "Who has which workbook" },
  handoutsSubtitle: {
    "zh-CN": "第 {issue} 次分发，{date}，共 {count} 份",
    "en-US": "Issue {issue}, {date} · workbooks: {count}",
  },
  returnsTab: { "zh-CN": "回收情况", "en-US": "Returns" },
  returnsTitle: { "zh-CN": "回收情况", "en-US": "Who has answered" },
  returnsSubtitle: {
    "zh-CN": "截至 {date}：已答复 {answered} 份，未答复 {missing} 份",
    "en-US": "As of {date}: {answered} answered, {missing} still missing",
  },
  returnsHeld: {
    "zh-CN": "截至 {date}：已答复 {answered} 份，已交回待处理 {held} 份，未答复 {missing} 份",
    "en-US":
      "As of {date}: {answered} answered, {held} returned with nothing that could be taken, {missing} still missing",
  },
  logTab: { "zh-CN": "合并记录", "en-US": "Merge log" },
  logTitle: { "zh-CN": "合并记录", "en-US": "Every cell that changed" },
  logSubtitle: {
    "zh-CN": "收回的文件改动了哪些单元格：谁、哪里、改前、改后、来自哪个文件、何时",
    "en-US": "Which cells returned files changed: who, where, before, after, from which file, when",
  },
  unit: { "zh-CN": "单位", "en-US": "Unit" },
  manager: { "zh-CN": "经理", "en-US": "Manager" },
  recipient: { "zh-CN": "收件人", "en-US": "Recipient" },
  people: { "zh-CN": "人数", "en-US": "People" },
  file: { "zh-CN": "文件", "en-US": "File" },
  id: { "zh-CN": "编号", "en-US": "Id" },
  issued: { "zh-CN": "发出", "en-US": "Sent" },
  kind: { "zh-CN": "类别", "en-US": "Kind" },
  filled: { "zh-CN": "已填", "en-US": "Filled in" },
  whileMissing: { "zh-CN": "缺的人怎么算", "en-US": "While answers are missing" },
  status: { "zh-CN": "状态", "en-US": "Status" },
  answered: { "zh-CN": "● 已答复", "en-US": "● answered" },
  answeredHeldOne: {
    "zh-CN": "▲ 已答复，有 {cells} 格待处理",
    "en-US": "▲ answered, waits on {cells} cell",
  },
  answeredHeld: {
    "zh-CN": "▲ 已答复，有 {cells} 格待处理",
    "en-US": "▲ answered, waits on {cells} cells",
  },
  heldOne: { "zh-CN": "▲ 已交回，{cells} 格待处理", "en-US": "▲ returned, waits on {cells} cell" },
  held: { "zh-CN": "▲ 已交回，{cells} 格待处理", "en-US": "▲ returned, waits on {cells} cells" },
  sentBack: { "zh-CN": "▲ 退回重填：{reason}", "en-US": "▲ sent back: {reason}" },
  missing: { "zh-CN": "▼ 未答复", "en-US": "▼ missing" },
  reply: { "zh-CN": "答复", "en-US": "Reply" },
  asked: { "zh-CN": "下达目标", "en-US": "Target sent" },
  proposed: { "zh-CN": "建议目标", "en-US": "Target proposed" },
  self: { "zh-CN": "自评总分", "en-US": "Own rating" },
  comment: { "zh-CN": "意见", "en-US": "Comment" },
  savedAt: { "zh-CN": "文件保存时间", "en-US": "File saved" },
  who: { "zh-CN": "来自", "en-US": "From" },
  about: { "zh-CN": "关于谁", "en-US": "About" },
  sheet: { "zh-CN": "表", "en-US": "Sheet" },
  cell: { "zh-CN": "单元格", "en-US": "Cell" },
  what: { "zh-CN": "内容", "en-US": "What" },
  before: { "zh-CN": "改前", "en-US": "Before" },
  after: { "zh-CN": "改后", "en-US": "After" },
  when: { "zh-CN": "合并时间", "en-US": "Merged" },
  faults: { "zh-CN": "需要处理", "en-US": "To look into" },
  faultsSubtitle: {
    "zh-CN": "{date} 收回的文件里有 {count} 处",
    "en-US": "{count} things in the files of {date}",
  },
  faultsNone: { "zh-CN": "{date} 收回的文件没有问题", "en-US": "Nothing in the files of {date}" },
  mean: { "zh-CN": "平均分", "en-US": "Mean" },
  plan: { "zh-CN": "评分", "en-US": "Rating" },
  remedy: { "zh-CN": "怎么办", "en-US": "What to do" },
} as const satisfies Record<string, Phrase>;

/** What kind of recipient somebody is. */
export const LEVEL_WORDS = {
  rep: { "zh-CN": "本人", "en-US": "Person" },
  manager: { "zh-CN": "经理", "en-US": "Manager" },
  region: { "zh-CN": "单位", "en-US": "Unit" },
  rater: { "zh-CN": "考核人", "en-US": "Rater" },
  division: { "zh-CN": "分管领导", "en-US": "Division leader" },
  leader: { "zh-CN": "领导", "en-US": "Leadership" },
  centre: { "zh-CN": "督查中心", "en-US": "Supervision centre" },
  reviewer: { "zh-CN": "复核人", "en-US": "Reviewer" },
} as const satisfies Record<string, Phrase>;
