import type { Phrase } from "../words";

export const WORDS = {
  problemTitle: { "zh-CN": "{title}（{count} 处）", "en-US": "{title} ({count})" },
  company: { "zh-CN": "公司", "en-US": "Company" },
  region: { "zh-CN": "大区", "en-US": "Region" },
  manager: { "zh-CN": "经理", "en-US": "Manager" },
  rep: { "zh-CN": "业务员", "en-US": "Rep" },
  unassigned: { "zh-CN": "未分配", "en-US": "Unassigned" },
  revenue: { "zh-CN": "销售额", "en-US": "Revenue" },
  yuan: { "zh-CN": "元", "en-US": "currency units" },
  madeYear: { "zh-CN": "目标年度 {was} → {is}", "en-US": "targets for {was} → {is}" },
  madeTotal: { "zh-CN": "总目标 {was} → {is}", "en-US": "total target {was} → {is}" },
  madeScheme: { "zh-CN": "方案“{was}” → “{is}”", "en-US": "scheme “{was}” → “{is}”" },
  madeScored: { "zh-CN": "有分数的人 {was} → {is}", "en-US": "people scored {was} → {is}" },
  changedRecords: { "zh-CN": "记录 {was} 条 → {is} 条", "en-US": "{was} → {is} records" },
  changedWon: { "zh-CN": "成交 {was} 单 → {is} 单", "en-US": "{was} → {is} deals won" },
  changedValue: { "zh-CN": "成交额 {was} → {is}", "en-US": "won value {was} → {is}" },
  changedPeople: { "zh-CN": "人员 {was} 人 → {is} 人", "en-US": "{was} → {is} people" },
  changedCells: { "zh-CN": "有单元格改过", "en-US": "some cells were changed" },
  title: { "zh-CN": "{year} 年目标与 {base} 年考核", "en-US": "{year} targets and {base} scores" },
  titlePlan: { "zh-CN": "{year} 年目标", "en-US": "{year} targets" },
  titleScore: { "zh-CN": "{base} 年考核", "en-US": "{base} scores" },
  noteGaps: {
    "zh-CN": "{months}上年没有成交，按上年形状目标为 0；可改为取平均份额。",
    "en-US":
      "{months} had no deals last year, so last year's shape gives 0; choose the mean share instead if you like.",
  },
  noteNewcomers: {
    "zh-CN": "{count} 人上年没有业绩：目标为 0，也不参加考核。",
    "en-US":
      "{count} {count:person|people} had no results last year: their target is 0 and they are not scored.",
  },
  noteBenchmark: {
    "zh-CN":
      "台账里没有 {year} 年目标：考核用的目标是有业绩的 {people} 人平均分摊的 {year} 年总额，可在绩效考核表的黄色单元格里改。",
    "en-US":
      "The ledger holds no {year} targets: people are scored against an even share of the {year} total among the {people} who had results; type over it in the scorecard's yellow cells.",
  },
  scorecardTitle: { "zh-CN": "{year} 年绩效考核表", "en-US": "Scorecard {year}" },
  scorecardSubtitle: {
    "zh-CN":
      "期间：{year} 年 1–12 月 · 金额单位：元 · 来源：{source} · 黄色单元格可改，得分、等级和名次随之更新",
    "en-US":
      "Period: January–December {year} · whole currency units · source: {source} · type into a yellow cell and scores, grades and ranks follow",
  },
  chartMonthly: { "zh-CN": "逐月目标与上年实绩", "en-US": "Monthly target and last year's actual" },
  chartRanking: { "zh-CN": "总分排名", "en-US": "Ranking by total score" },
  chartGrades: { "zh-CN": "各等级人数", "en-US": "People in each grade" },
  chartRegions: { "zh-CN": "各大区目标与上年实绩", "en-US": "Target and last year by region" },
  chartProgress: { "zh-CN": "截至{month}：应完成与已完成", "en-US": "Due and reached by the end of {month}" },
  seriesDue: { "zh-CN": "应完成", "en-US": "Due" },
  seriesReached: { "zh-CN": "已完成", "en-US": "Reached" },
  newcomer: { "zh-CN": "上年没有业绩，目标为 0", "en-US": "no results last year: target 0" },
  seriesActual: { "zh-CN": "{year} 年实绩", "en-US": "{year} actual" },
  seriesTarget: { "zh-CN": "{year} 年目标", "en-US": "{year} target" },
  total: { "zh-CN": "总分", "en-US": "Total" },
  people: { "zh-CN": "人数", "en-US": "People" },
  aboutSources: { "zh-CN": "数据来源", "en-US": "Sources" },
  aboutLedger: { "zh-CN": "销售台账", "en-US": "Sales ledger" },
  aboutTeam: { "zh-CN": "人员表", "en-US": "Team list" },
  aboutLedgerText: {
    "zh-CN": "{range}，{rows} 行；成交 {won} 单，合计 {value}。成交额按关闭日期计入月份。",
    "en-US":
      "{range}, {rows} {rows:row|rows}; {won} {won:deal|deals} won, {value} in all. A deal counts in the month it was closed.",
  },
  aboutTeamText: { "zh-CN": "{range}，{rows} 人。", "en-US": "{range}, {rows} {rows:person|people}." },
  aboutTeamNone: {
    "zh-CN": "工作簿中没有人员表，所有人归入“未分配”。",
    "en-US": "The workbook has no team list; everybody stands under “Unassigned”.",
  },
  aboutPlan: { "zh-CN": "目标分解", "en-US": "Targets" },
  aboutTotal: { "zh-CN": "总目标", "en-US": "Total" },
  aboutTotalText: {
    "zh-CN": "{base} 年实绩 {value} 增长 {growth}，取整为 {target}。",
    "en-US": "{base} actual of {value} plus {growth}, rounded to {target}.",
  },
  aboutSplit: { "zh-CN": "分解方法", "en-US": "How it is split" },
  aboutSplitText: {
    "zh-CN":
      "按上年实绩占比分到大区、经理和业务员，按上年各月形状分到月；全部为整数，每一级、每个月都与上级相等，任何单元格与理想份额相差不到 1。",
    "en-US":
      "By each one's share of last year over regions, managers and reps, and by last year's shape over months; whole units, every level and month adds up to its parent, no cell is a full unit off its ideal share.",
  },
  aboutGaps: { "zh-CN": "没有实绩的月份", "en-US": "Months without history" },
  aboutNewcomers: { "zh-CN": "没有实绩的人", "en-US": "People without history" },
  aboutScore: { "zh-CN": "考核", "en-US": "Scores" },
  aboutScheme: { "zh-CN": "方案", "en-US": "Scheme" },
  aboutSchemeText: {
    "zh-CN": "“{name}”，规则、权重和等级见“{sheet}”表；改动那里的黄色单元格，得分、等级和名次随之更新。",
    "en-US":
      "“{name}”: rules, weights and grades stand on the sheet “{sheet}”; change a yellow cell there and scores, grades and ranks follow.",
  },
  aboutBenchmark: { "zh-CN": "考核目标", "en-US": "Scoring target" },
  aboutTies: { "zh-CN": "并列", "en-US": "Ties" },
  aboutTiesText: {
    "zh-CN": "总分相同名次相同，其后名次顺延（1、1、3）。",
    "en-US": "Equal totals share a rank and the next one is skipped (1, 1, 3).",
  },
  aboutNoData: { "zh-CN": "没有数据", "en-US": "No data" },
  aboutNoDataText: {
    "zh-CN": "没有数据的人不打分、不排名，绝不按 0 分处理。",
    "en-US": "People without data are neither scored nor ranked; they never count as zero.",
  },
  aboutProblems: { "zh-CN": "数据问题", "en-US": "Problems in the data" },
  aboutProblemsNone: { "zh-CN": "没有发现问题。", "en-US": "None found." },
} as const satisfies Record<string, Phrase>;
