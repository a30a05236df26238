import type { Stage } from "../jobs/types";
import type { Lang, Phrase } from "../words";
import type { ThemeChoice } from "./preferences";

/** What the pane says. Facts about the data come from the jobs, already in the person's language. */
export const WORDS = {
  product: { "zh-CN": "达成 Attain", "en-US": "Attain" },
  skip: { "zh-CN": "跳到正文", "en-US": "Skip to content" },
  language: { "zh-CN": "English", "en-US": "中文" },
  switchLanguage: { "zh-CN": "Switch to English", "en-US": "切换为中文" },
  settings: { "zh-CN": "设置", "en-US": "Settings" },
  steps: { "zh-CN": "步骤", "en-US": "Steps" },
  stepDone: { "zh-CN": "已完成", "en-US": "done" },
  back: { "zh-CN": "返回", "en-US": "Back" },
  home: { "zh-CN": "首页", "en-US": "Home" },
  close: { "zh-CN": "关闭", "en-US": "Close" },
  retry: { "zh-CN": "重试", "en-US": "Try again" },
  readAgain: { "zh-CN": "重新读取", "en-US": "Read again" },
  where: { "zh-CN": "位置：{where}", "en-US": "Where: {where}" },
  showPlace: { "zh-CN": "转到该处", "en-US": "Show the place" },
  cancel: { "zh-CN": "取消", "en-US": "Cancel" },

  // Home
  reading: { "zh-CN": "正在读取工作簿…", "en-US": "Reading the workbook…" },
  stateReady: { "zh-CN": "数据齐备，可以开始", "en-US": "Data found, ready to start" },
  stateRun: { "zh-CN": "上次生成：{when}", "en-US": "Last written {when}" },
  stateMissing: { "zh-CN": "还没有找到可用的数据", "en-US": "No usable data found yet" },
  stateFailed: { "zh-CN": "没有读完", "en-US": "Not read completely" },
  factWon: { "zh-CN": "成交额", "en-US": "Won value" },
  factDeals: { "zh-CN": "成交单数", "en-US": "Deals won" },
  factDealsOf: { "zh-CN": "共 {n} 条商机", "en-US": "of {n} opportunities" },
  factPeople: { "zh-CN": "人员", "en-US": "People" },
  factComplete: { "zh-CN": "每张表都有", "en-US": "On every sheet" },
  factCompleteOf: { "zh-CN": "共 {n} 人", "en-US": "of {n} people" },
  factFigures: { "zh-CN": "数据", "en-US": "Figures" },
  factPeriod: { "zh-CN": "期间", "en-US": "Period" },
  factPeriodValue: { "zh-CN": "{from} 至 {to}", "en-US": "{from} – {to}" },
  nextTitle: { "zh-CN": "规划 {next} 年目标，为 {year} 年评分", "en-US": "Plan {next}, score {year}" },
  nextTitlePlain: { "zh-CN": "规划目标并评分", "en-US": "Plan targets and score people" },
  nextBody: {
    "zh-CN": "把目标分解到大区、经理、每个人和每个月，再为每个人打分。写入之前都可以先看结果。",
    "en-US":
      "Splits the target by region, manager, rep and month, then scores everyone. You see it all before anything is written.",
  },
  start: { "zh-CN": "查看数据", "en-US": "Look at the data" },
  written: { "zh-CN": "已写入的工作表", "en-US": "Sheets written" },
  nextJob: { "zh-CN": "下一步", "en-US": "Next" },
  emptyTitle: { "zh-CN": "打开一份销售台账", "en-US": "Open a sales ledger" },
  emptyBody: {
    "zh-CN":
      "工作簿里需要两张表：一张是商机或订单，每行一笔；另一张说明谁属于哪位经理、哪个大区。表头是中文或英文都可以。",
    "en-US":
      "Two tables are needed: deals, one a row, and who belongs to which manager and region. Headers may be in Chinese or English.",
  },
  nearTitle: { "zh-CN": "差一点就能用", "en-US": "Nearly usable" },
  nearBody: {
    "zh-CN": "“{sheet}”像一份销售台账，但没有认出这些列：{columns}。指给我们看就可以开始。",
    "en-US":
      "“{sheet}” looks like a sales ledger, but no column was recognised as {columns}. Point at it and you can start.",
  },
  nearStart: { "zh-CN": "指定列", "en-US": "Point at the column" },
  emptyLedger: { "zh-CN": "销售台账", "en-US": "Sales ledger" },
  emptyLedgerColumns: {
    "zh-CN": "人员 · 阶段 · 关单日期 · 金额",
    "en-US": "Rep · Stage · Close date · Value",
  },
  emptyFile: { "zh-CN": "或者：月度考核数据", "en-US": "Or: a month's figures about people" },
  emptyFileColumns: {
    "zh-CN": "姓名 · 目标 · 实际 · 缺勤 · 评分",
    "en-US": "Name · Target · Actual · Days absent · Rating",
  },
  emptyTeam: { "zh-CN": "团队", "en-US": "Teams" },
  emptyTeamColumns: { "zh-CN": "人员 · 经理 · 大区", "en-US": "Rep · Manager · Region" },
  sample: { "zh-CN": "打开示例", "en-US": "Open the sample" },

  // Explain
  explainWhy: { "zh-CN": "为什么是 {value} 分", "en-US": "Why {value} points" },
  explainWhyNone: { "zh-CN": "为什么没有分数", "en-US": "Why there is no score" },
  explainIntro: {
    "zh-CN": "在绩效考核表里选中谁的哪一格，这里就解释哪一格。",
    "en-US": "Select any cell of the scorecard and it is explained here.",
  },
  explainTip: {
    "zh-CN": "在绩效考核表里选中一个分数，这里会解释它是怎么来的。",
    "en-US": "Select a score on the scorecard and it is explained here.",
  },

  // Settings
  settingLanguage: { "zh-CN": "语言", "en-US": "Language" },
  settingLanguageAuto: { "zh-CN": "跟随 Excel", "en-US": "As Excel" },
  settingTheme: { "zh-CN": "外观", "en-US": "Appearance" },
  settingMoney: { "zh-CN": "金额", "en-US": "Amounts" },
  settingMoneyCompact: { "zh-CN": "简写，如 1,200.7 万", "en-US": "Short, such as 12.01 M" },
  settingMoneyWhole: { "zh-CN": "写全，如 12,006,641", "en-US": "In full, such as 12,006,641" },
  settingOpen: {
    "zh-CN": "打开这个工作簿时显示本窗格",
    "en-US": "Show this pane when the workbook is opened",
  },
  settingOpenHint: { "zh-CN": "记在工作簿里，保存后生效", "en-US": "Kept in the workbook once it is saved" },
  settingNote: {
    "zh-CN": "语言和外观记在这台电脑上；数据从不离开工作簿。",
    "en-US": "Language and looks are kept on this computer; data never leaves the workbook.",
  },

  // Data
  dataTitle: { "zh-CN": "读到了什么", "en-US": "What was understood" },
  roleLedger: { "zh-CN": "销售台账", "en-US": "Sales ledger" },
  roleTeam: { "zh-CN": "团队", "en-US": "Teams" },
  rolePeople: { "zh-CN": "人员数据", "en-US": "Figures about people" },
  roleOther: { "zh-CN": "其他", "en-US": "Other" },
  rowCount: { "zh-CN": "{n} 行", "en-US": "{n} rows" },
  rowCountOne: { "zh-CN": "{n} 行", "en-US": "{n} row" },
  columnIn: { "zh-CN": "{column} 列", "en-US": "column {column}" },
  columnMissing: { "zh-CN": "没有找到", "en-US": "not found" },
  columnNeeded: { "zh-CN": "必需", "en-US": "needed" },
  confidence: { "zh-CN": "把握 {percent}", "en-US": "{percent} sure" },
  columnsRecognised: { "zh-CN": "认出 {found} / {all} 列", "en-US": "{found} of {all} columns" },
  columnSettled: { "zh-CN": "您选定的", "en-US": "your choice" },
  columnUnused: { "zh-CN": "不使用", "en-US": "not used" },
  columnChange: { "zh-CN": "改选“{field}”列", "en-US": "Change the column of {field}" },
  columnChoose: { "zh-CN": "“{field}”取自", "en-US": "{field} comes from" },
  columnNone: { "zh-CN": "表里没有这一列", "en-US": "Not in this table" },
  columnRecognise: { "zh-CN": "自动识别", "en-US": "Recognise it" },
  columnSelected: { "zh-CN": "用表里选中的列", "en-US": "Use the selected column" },
  columnKept: {
    "zh-CN": "选择会记在工作簿里，下个月列挪动了也认得。",
    "en-US": "Kept in the workbook: next month it is found again, even where columns moved.",
  },
  firstRows: { "zh-CN": "前几行读作", "en-US": "First rows, as understood" },
  firstRowsOf: { "zh-CN": "{sheet} 的前几行", "en-US": "First rows of {sheet}" },
  problems: { "zh-CN": "值得留意的地方", "en-US": "Worth a look" },
  problemsNone: { "zh-CN": "没有发现问题。", "en-US": "Nothing odd was found." },
  problemsIntro: {
    "zh-CN": "您的表格不会被改动；处理方式写在每一项下面。",
    "en-US": "Your sheets stay as they are; each line says what will be done.",
  },
  severityError: { "zh-CN": "错误", "en-US": "Error" },
  severityWarning: { "zh-CN": "注意", "en-US": "Warning" },
  severityInfo: { "zh-CN": "说明", "en-US": "Note" },
  places: { "zh-CN": "位置", "en-US": "Places" },
  placesMore: {
    "zh-CN": "另有 {n} 处，都会列在“数据问题”表里",
    "en-US": "{n} more; all of them will be listed on the problems sheet",
  },
  goTo: { "zh-CN": "转到 {where}", "en-US": "Go to {where}" },
  expected: { "zh-CN": "应为：{what}", "en-US": "Expected: {what}" },
  emptyValue: { "zh-CN": "空", "en-US": "empty" },

  // Plan
  planTitle: { "zh-CN": "目标与评分", "en-US": "Target and scores" },
  growth: { "zh-CN": "比 {year} 年增长", "en-US": "Growth on {year}" },
  growthInvalid: { "zh-CN": "请输入 −90 到 900 之间的数", "en-US": "Enter a number from −90 to 900" },
  growthLess: { "zh-CN": "减少 5 个百分点", "en-US": "5 points less" },
  growthMore: { "zh-CN": "增加 5 个百分点", "en-US": "5 points more" },
  baseYear: { "zh-CN": "依据哪一年的实绩", "en-US": "Year of the actuals" },
  emptyMonths: { "zh-CN": "没有历史的月份", "en-US": "Months without history" },
  emptyMonthsZero: { "zh-CN": "照去年的形状，不给目标", "en-US": "As last year: no target" },
  emptyMonthsAverage: { "zh-CN": "按月均份额补上", "en-US": "Fill with the average share" },
  targetOf: { "zh-CN": "{year} 年目标", "en-US": "{year} target" },
  targetPlain: { "zh-CN": "目标", "en-US": "Target" },
  againstBase: { "zh-CN": "{year} 年实绩 {base}", "en-US": "{year} actuals {base}" },
  byUnit: { "zh-CN": "按大区", "en-US": "By region" },
  byMonth: { "zh-CN": "按月", "en-US": "By month" },
  base: { "zh-CN": "去年", "en-US": "Last year" },
  target: { "zh-CN": "目标", "en-US": "Target" },
  unit: { "zh-CN": "大区", "en-US": "Region" },
  month: { "zh-CN": "月份", "en-US": "Month" },
  total: { "zh-CN": "合计", "en-US": "Total" },
  scoring: { "zh-CN": "评分", "en-US": "Scoring" },
  scoringBody: {
    "zh-CN":
      "成交额完成率 60 分（封顶 120%）、赢单率 20 分、成交单数 20 分。方案会写成一张表，可以在表里改。",
    "en-US":
      "Revenue attainment 60 points (capped at 120%), win rate 20, deals won 20. The scheme is written as a sheet and can be changed there.",
  },
  grades: { "zh-CN": "等级", "en-US": "Grades" },
  peopleCount: { "zh-CN": "{n} 人", "en-US": "{n} people" },
  peopleCountOne: { "zh-CN": "{n} 人", "en-US": "{n} person" },
  working: { "zh-CN": "正在计算…", "en-US": "Working it out…" },
  toPreview: { "zh-CN": "下一步：预览", "en-US": "Next: preview" },

  // Preview
  previewTitle: { "zh-CN": "将要写入", "en-US": "What will be written" },
  previewSafe: {
    "zh-CN": "按下按钮之前，工作簿不会有任何改动。",
    "en-US": "Nothing changes until you press the button.",
  },
  sheetNew: { "zh-CN": "新增", "en-US": "new" },
  sheetReplaces: { "zh-CN": "更新", "en-US": "updated" },
  notes: { "zh-CN": "说明", "en-US": "Notes" },
  notScored: { "zh-CN": "不评分", "en-US": "Not scored" },
  ranking: { "zh-CN": "排名", "en-US": "Ranking" },
  showAll: { "zh-CN": "显示全部 {n} 人", "en-US": "Show all {n}" },
  showLess: { "zh-CN": "收起", "en-US": "Show fewer" },
  write: { "zh-CN": "写入 {n} 张表", "en-US": "Write {n} sheets" },
  writeOne: { "zh-CN": "写入 {n} 张表", "en-US": "Write {n} sheet" },

  // Progress
  writing: { "zh-CN": "正在写入", "en-US": "Writing" },
  writingSafe: {
    "zh-CN": "中途取消，工作簿会保持原样。",
    "en-US": "If you cancel, the workbook stays as it was.",
  },
  cancelling: { "zh-CN": "正在取消…", "en-US": "Cancelling…" },
  progress: { "zh-CN": "进度 {percent}", "en-US": "{percent} done" },

  // Result
  resultTitle: { "zh-CN": "已写入 {n} 张表", "en-US": "{n} sheets written" },
  resultTitleOne: { "zh-CN": "已写入 {n} 张表", "en-US": "{n} sheet written" },
  resultDetail: {
    "zh-CN": "{cells} 个单元格，{formulas} 个公式，{charts} 张图表",
    "en-US": "{cells} cells, {formulas} formulas, {charts} charts",
  },
  resultDetailOne: {
    "zh-CN": "{cells} 个单元格，{formulas} 个公式，{charts} 张图表",
    "en-US": "{cells} cells, {formulas} formulas, {charts} chart",
  },
  restored: { "zh-CN": "已恢复到写入之前", "en-US": "Back to how it was" },
  restoredBody: {
    "zh-CN": "这次写入的工作表已经撤回。",
    "en-US": "The sheets of this run have been taken back.",
  },
  restore: { "zh-CN": "撤回这次写入", "en-US": "Take this back" },
  restoring: { "zh-CN": "正在撤回…", "en-US": "Taking it back…" },
  restoreAsk: {
    "zh-CN": "撤回后，工作簿回到写入之前的样子。",
    "en-US": "The workbook goes back to how it was before.",
  },
  restoreConfirm: { "zh-CN": "确认撤回", "en-US": "Yes, take it back" },
  keep: { "zh-CN": "保留", "en-US": "Keep it" },
  openSheets: { "zh-CN": "打开工作表", "en-US": "Open a sheet" },
  best: { "zh-CN": "领先", "en-US": "Leading" },
  behind: { "zh-CN": "需要关注", "en-US": "Need attention" },
  asTable: { "zh-CN": "看数字", "en-US": "Show the numbers" },
  chartLoading: { "zh-CN": "正在绘图…", "en-US": "Drawing…" },
  done: { "zh-CN": "完成", "en-US": "Done" },
} as const satisfies Record<string, Phrase>;

export const THEME_NAMES: Record<ThemeChoice, Phrase> = {
  auto: { "zh-CN": "跟随系统", "en-US": "As the system" },
  light: { "zh-CN": "浅色", "en-US": "Light" },
  dark: { "zh-CN": "深色", "en-US": "Dark" },
  contrast: { "zh-CN": "高对比度", "en-US": "High contrast" },
};

export const STAGE_NAMES: Record<Stage, Phrase> = {
  read: { "zh-CN": "读取数据", "en-US": "Reading the data" },
  recognise: { "zh-CN": "识别各列", "en-US": "Recognising columns" },
  plan: { "zh-CN": "分解目标", "en-US": "Splitting the target" },
  score: { "zh-CN": "评分", "en-US": "Scoring" },
  describe: { "zh-CN": "排版各表", "en-US": "Laying out the sheets" },
  write: { "zh-CN": "写入工作簿", "en-US": "Writing to the workbook" },
  finish: { "zh-CN": "收尾", "en-US": "Finishing" },
};

/** Each in its own language, so that everybody finds theirs. */
export const LANGUAGE_NAMES: Record<Lang, string> = { "zh-CN": "简体中文", "en-US": "English" };
