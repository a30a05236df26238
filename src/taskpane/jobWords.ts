import type { Phrase } from "../words";
import type { FollowLine } from "../jobs/types";
import type { Job, Step } from "./flow/state";

/** What the pane says about the three jobs and their choices. */
export const JOB_WORDS = {
  // Home
  jobs: { "zh-CN": "只做一件", "en-US": "One thing at a time" },
  state: { "zh-CN": "这个工作簿", "en-US": "This workbook" },
  statePlan: { "zh-CN": "目标", "en-US": "Targets" },
  statePlanValue: { "zh-CN": "{year} 年 {total}", "en-US": "{total} for {year}" },
  stateScores: { "zh-CN": "考核", "en-US": "Scores" },
  stateScoresValue: { "zh-CN": "{year} 年，{n} 人已评分", "en-US": "{n} people scored for {year}" },
  stateScoresPlain: { "zh-CN": "{n} 人已评分", "en-US": "{n} people scored" },
  stateScheme: { "zh-CN": "方案", "en-US": "Scheme" },
  stateFollow: { "zh-CN": "跟踪", "en-US": "Follow-up" },
  stateFollowValue: { "zh-CN": "有跟踪表", "en-US": "a page follows the plan" },
  stateNone: { "zh-CN": "还没有", "en-US": "none yet" },
  stateLast: { "zh-CN": "上次生成", "en-US": "Last written" },
  stateCurrent: { "zh-CN": "数据没有变过", "en-US": "data unchanged since" },
  stale: { "zh-CN": "数据在上次运行后变过", "en-US": "The data has changed since the last run" },
  staleBody: {
    "zh-CN": "{changes}。写好的表还是按旧数据算的。",
    "en-US": "{changes}. The sheets still show the old data.",
  },
  staleUpdate: { "zh-CN": "更新这些表", "en-US": "Update the sheets" },
  schemeMistakes: { "zh-CN": "方案表有 {n} 处要改", "en-US": "{n} things to mend on the scheme sheet" },
  open: { "zh-CN": "打开“{name}”", "en-US": "Open {name}" },

  // Plan
  more: { "zh-CN": "更多选择", "en-US": "More choices" },
  moreNow: { "zh-CN": "更多选择（已改 {n} 项）", "en-US": "More choices ({n} changed)" },
  totalBy: { "zh-CN": "总目标", "en-US": "Total target" },
  totalGrowth: { "zh-CN": "按增长", "en-US": "By growth" },
  totalTyped: { "zh-CN": "直接填总数", "en-US": "Type the total" },
  totalAmount: { "zh-CN": "总数", "en-US": "Total" },
  amountHint: { "zh-CN": "元；可以写 1200万", "en-US": "Whole currency units; 12m works too" },
  amountInvalid: { "zh-CN": "请输入一个数，例如 1200万", "en-US": "Enter an amount, such as 12m" },
  time: { "zh-CN": "怎样分到各月", "en-US": "Spread over the months" },
  timeHistory: { "zh-CN": "按去年各月的比例", "en-US": "As last year" },
  timePace: { "zh-CN": "按去年比例，折算工作日", "en-US": "As last year, per working day" },
  timeDays: { "zh-CN": "按工作日多少", "en-US": "By working days" },
  timeEven: { "zh-CN": "每月一样", "en-US": "Even" },
  calendar: { "zh-CN": "工作日历", "en-US": "Working days" },
  calendarCN: { "zh-CN": "中国法定节假日与调休", "en-US": "China's public holidays and swapped days" },
  calendarPlain: { "zh-CN": "只除周末", "en-US": "Weekends off only" },
  units: { "zh-CN": "怎样分到人", "en-US": "Shared among people" },
  unitsHistory: { "zh-CN": "按去年业绩占比", "en-US": "By their share of last year" },
  unitsEven: { "zh-CN": "每人一样", "en-US": "The same for everyone" },
  unitsLevels: {
    "zh-CN": "大区按占比，区内每人一样",
    "en-US": "Units by share, the same for everyone in them",
  },
  newcomers: { "zh-CN": "去年没有业绩的人", "en-US": "People without results last year" },
  newcomersZero: { "zh-CN": "不给目标", "en-US": "No target" },
  newcomersAverage: { "zh-CN": "按同组平均", "en-US": "Their team's average" },
  step: { "zh-CN": "取整到", "en-US": "Round to" },
  stepOf: { "zh-CN": "{n} 元", "en-US": "{n}" },
  padding: { "zh-CN": "向下加码", "en-US": "Given out beyond what is owed" },
  paddingHint: {
    "zh-CN": "例如 5：大区合计领 105%，公司只认 100%",
    "en-US": "5 gives the units 105% together while the company owes 100%",
  },
  paddingInvalid: { "zh-CN": "请输入 0 到 100 之间的数", "en-US": "Enter a number from 0 to 100" },
  locks: { "zh-CN": "固定和上下限", "en-US": "Fixed amounts and limits" },
  locksNone: {
    "zh-CN": "可以固定某个大区或某个人的全年目标，其余自动补足。",
    "en-US": "Fix the year's target of a unit or a person; the others make up the rest.",
  },
  lockWho: { "zh-CN": "谁", "en-US": "Who" },
  lockKind: { "zh-CN": "怎样", "en-US": "How" },
  lockLock: { "zh-CN": "正好", "en-US": "Exactly" },
  lockMin: { "zh-CN": "至少", "en-US": "At least" },
  lockMax: { "zh-CN": "至多", "en-US": "At most" },
  lockAmount: { "zh-CN": "全年金额", "en-US": "For the year" },
  lockAdd: { "zh-CN": "加上", "en-US": "Add" },
  lockRemove: { "zh-CN": "去掉“{name}”的限制", "en-US": "Remove the limit on {name}" },
  owed: {
    "zh-CN": "公司目标 {owed}，向下分出 {given}",
    "en-US": "The company owes {owed} and gives out {given}",
  },

  // Score
  scoreTitle: { "zh-CN": "为 {year} 年评分", "en-US": "Score {year}" },
  scoreTitlePlain: { "zh-CN": "评分", "en-US": "Score" },
  scorePeriod: { "zh-CN": "考核期间", "en-US": "Period scored" },
  scorePeriodTitle: { "zh-CN": "{period}评分", "en-US": "Score {period}" },
  scoreYear: { "zh-CN": "考核哪一年", "en-US": "Year scored" },
  scheme: { "zh-CN": "考核方案", "en-US": "Scheme" },
  schemeSheet: { "zh-CN": "工作簿里的“{sheet}”表", "en-US": "This workbook's sheet “{sheet}”" },
  schemeBuiltIn: { "zh-CN": "内置的销售方案", "en-US": "The built-in sales scheme" },
  schemeEdit: {
    "zh-CN": "改动“{sheet}”表的黄色单元格，这里的排名马上跟着变。",
    "en-US": "Change a yellow cell on “{sheet}” and the ranking here follows at once.",
  },
  schemeWritten: {
    "zh-CN": "写入后，权重和标准都可以在方案表里改。",
    "en-US": "Once written, weights and standards can be changed on its sheet.",
  },
  weight: { "zh-CN": "{n} 分", "en-US": "{n} points" },
  scored: { "zh-CN": "{n} 人有分数", "en-US": "{n} people scored" },
  changesTitle: { "zh-CN": "和上次相比", "en-US": "Since the run before" },
  changesNone: { "zh-CN": "结果没有变化。", "en-US": "The outcome is the same." },
  keptTitle: { "zh-CN": "您填的都留着", "en-US": "What you typed is kept" },
  keptCells: { "zh-CN": "{sheet}：{n} 个单元格", "en-US": "{sheet}: {n} cells" },
  keptAs: {
    "zh-CN": "“{sheet}”改过，原样留作“{tab}”",
    "en-US": "{sheet} had been edited; it stays as {tab}",
  },
  notScored: { "zh-CN": "没有分数的人", "en-US": "People without a score" },
  notPlanned: { "zh-CN": "没有目标的人", "en-US": "People without a target" },

  // Follow
  followTitle: { "zh-CN": "跟踪 {year} 年目标", "en-US": "Follow {year}" },
  followTitlePlain: { "zh-CN": "跟踪目标", "en-US": "Follow the plan" },
  through: { "zh-CN": "截至", "en-US": "Up to and including" },
  due: { "zh-CN": "应完成", "en-US": "Due" },
  reached: { "zh-CN": "已完成", "en-US": "Reached" },
  attainment: { "zh-CN": "完成率", "en-US": "Attainment" },
  forecast: {
    "zh-CN": "全年预计 {value}（{percent}）",
    "en-US": "Forecast for the year {value} ({percent})",
  },
  needMonth: { "zh-CN": "以后每月需 {value}", "en-US": "now needs {value} a month" },
  byUnitNow: { "zh-CN": "各大区", "en-US": "By region" },
  attention: { "zh-CN": "需要关注", "en-US": "Need attention" },
  attentionNone: { "zh-CN": "没有人落后。", "en-US": "Nobody is behind." },
  followEmpty: { "zh-CN": "台账里还没有 {year} 年的成交", "en-US": "The ledger holds no {year} deals yet" },
  followEmptyBody: {
    "zh-CN":
      "仍然可以写入跟踪表：每月在黄色单元格里填实绩，完成率、红绿灯、预计和以后每月所需都会自己算出来。台账有了 {year} 年成交后再运行一次，会自动填上。",
    "en-US":
      "The page can be written all the same: type each month's actuals into its yellow cells, and attainment, lights, forecast and what each month needs follow. Run again once the ledger holds {year} deals and they are filled in.",
  },
} as const satisfies Record<string, Phrase>;

export const JOB_NAMES: Record<
  Job,
  { readonly title: Phrase; readonly plain: Phrase; readonly body: Phrase; readonly start: Phrase }
> = {
  plan: {
    title: { "zh-CN": "规划 {next} 年目标", "en-US": "Plan {next}" },
    plain: { "zh-CN": "规划目标", "en-US": "Plan targets" },
    body: {
      "zh-CN": "把总数分到大区、经理、每个人和每个月。",
      "en-US": "The total split over regions, managers, people and months.",
    },
    start: { "zh-CN": "规划", "en-US": "Plan" },
  },
  score: {
    title: { "zh-CN": "为 {year} 年评分", "en-US": "Score {year}" },
    plain: { "zh-CN": "考核评分", "en-US": "Score people" },
    body: {
      "zh-CN": "按方案给每个人打分、定等级、排名。",
      "en-US": "Points, grades and ranks by a scheme everyone can read.",
    },
    start: { "zh-CN": "评分", "en-US": "Score" },
  },
  follow: {
    title: { "zh-CN": "跟踪目标进度", "en-US": "Follow the plan" },
    plain: { "zh-CN": "跟踪目标进度", "en-US": "Follow the plan" },
    body: {
      "zh-CN": "看谁落后，以后每月还要做多少。",
      "en-US": "Who is behind, and what each month now needs.",
    },
    start: { "zh-CN": "跟踪", "en-US": "Follow" },
  },
};

export const STEP_NAMES: Record<Step, Phrase> = {
  data: { "zh-CN": "数据", "en-US": "Data" },
  plan: { "zh-CN": "目标", "en-US": "Target" },
  score: { "zh-CN": "评分", "en-US": "Score" },
  follow: { "zh-CN": "进度", "en-US": "Progress" },
  preview: { "zh-CN": "预览", "en-US": "Preview" },
  result: { "zh-CN": "结果", "en-US": "Result" },
};

export const NEXT_WORDS: Record<Job, Phrase> = {
  plan: { "zh-CN": "下一步：设定目标", "en-US": "Next: set the target" },
  score: { "zh-CN": "下一步：看评分", "en-US": "Next: see the scores" },
  follow: { "zh-CN": "下一步：看进度", "en-US": "Next: see the progress" },
};

/** Never by colour alone: the mark says it too. */
export const LIGHTS: Record<FollowLine["light"], { readonly mark: string; readonly name: Phrase }> = {
  reached: { mark: "●", name: { "zh-CN": "达到", "en-US": "reached" } },
  near: { mark: "▲", name: { "zh-CN": "接近", "en-US": "near" } },
  behind: { mark: "▼", name: { "zh-CN": "落后", "en-US": "behind" } },
  none: { mark: "–", name: { "zh-CN": "没有数据", "en-US": "no data" } },
};
