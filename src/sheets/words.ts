import type { Phrase } from "../words";

/** Words every page shares. */
export const PAGE_WORDS = {
  pages: { "zh-CN": "第 &P 页，共 &N 页", "en-US": "Page &P of &N" },
} as const satisfies Record<string, Phrase>;

export const ACTUALS_WORDS = {
  tab: { "zh-CN": "实绩", "en-US": "Actuals" },
  title: { "zh-CN": "{year} 年实绩", "en-US": "Actuals {year}" },
  subtitle: {
    "zh-CN":
      "期间：{year} 年 1–12 月 · 单位：元（整数）· 来源：{source} · 黄色单元格可更正，其余各表随之更新",
    "en-US":
      "Period: January–December {year} · whole currency units · source: {source} · correct a yellow cell and every sheet follows",
  },
  unit: { "zh-CN": "大区", "en-US": "Region" },
  manager: { "zh-CN": "经理", "en-US": "Manager" },
  name: { "zh-CN": "业务员", "en-US": "Rep" },
  total: { "zh-CN": "全年", "en-US": "Year" },
  won: { "zh-CN": "成交单数", "en-US": "Deals won" },
  lost: { "zh-CN": "丢单数", "en-US": "Deals lost" },
  open: { "zh-CN": "跟进中", "en-US": "Open" },
  allPeople: { "zh-CN": "合计", "en-US": "All reps" },
} as const satisfies Record<string, Phrase>;

export const OVERVIEW_WORDS = {
  tab: { "zh-CN": "总览", "en-US": "Overview" },
  title: { "zh-CN": "{year} 年目标与 {base} 年考核", "en-US": "{year} targets and {base} scores" },
  titlePlan: { "zh-CN": "{year} 年目标", "en-US": "{year} targets" },
  titleScores: { "zh-CN": "{base} 年考核", "en-US": "{base} scores" },
  subtitle: {
    "zh-CN": "单位：元 · 数据：{source} · 所有数字都是公式，可点开查看",
    "en-US": "Whole currency units · data: {source} · every figure is a formula you can click through",
  },
  baseTotal: { "zh-CN": "{year} 年实绩", "en-US": "{year} actual" },
  targetTotal: { "zh-CN": "{year} 年目标", "en-US": "{year} target" },
  growth: { "zh-CN": "增长", "en-US": "Growth" },
  scored: { "zh-CN": "考核人数", "en-US": "People scored" },
  average: { "zh-CN": "平均分", "en-US": "Mean score" },
  checks: { "zh-CN": "逐级逐月核对", "en-US": "Sums check" },
  checkGood: { "zh-CN": "● 全部相等", "en-US": "● all add up" },
  checkBad: { "zh-CN": "▼ 有差额", "en-US": "▼ residual" },
  units: { "zh-CN": "各大区", "en-US": "By region" },
  unit: { "zh-CN": "大区", "en-US": "Region" },
  base: { "zh-CN": "上年实绩", "en-US": "Last year" },
  target: { "zh-CN": "目标", "en-US": "Target" },
  share: { "zh-CN": "占比", "en-US": "Share" },
  gradeTable: { "zh-CN": "等级分布", "en-US": "Grades" },
  grade: { "zh-CN": "等级", "en-US": "Grade" },
  people: { "zh-CN": "人数", "en-US": "People" },
  rankingTable: { "zh-CN": "排名", "en-US": "Ranking" },
  rank: { "zh-CN": "名次", "en-US": "Rank" },
  name: { "zh-CN": "业务员", "en-US": "Rep" },
  total: { "zh-CN": "总分", "en-US": "Total" },
  chartMonthly: {
    "zh-CN": "逐月目标与上年实绩（全年 {growth}）",
    "en-US": "Each month's target beside last year's actual (year {growth})",
  },
  chartRanking: { "zh-CN": "总分排名", "en-US": "Ranking by total score" },
  chartGrades: { "zh-CN": "各等级人数", "en-US": "People in each grade" },
  seriesActual: { "zh-CN": "{year} 年实绩", "en-US": "{year} actual" },
  seriesTarget: { "zh-CN": "{year} 年目标", "en-US": "{year} target" },
  axisMoney: { "zh-CN": "万元", "en-US": "thousands" },
  axisPeople: { "zh-CN": "人", "en-US": "people" },
} as const satisfies Record<string, Phrase>;

export const ABOUT_WORDS = {
  tab: { "zh-CN": "说明", "en-US": "About" },
  title: { "zh-CN": "关于这些数字", "en-US": "About these numbers" },
  contents: { "zh-CN": "各页内容", "en-US": "What is on which page" },
  subtitle: { "zh-CN": "由达成 {version} 于 {date} 生成", "en-US": "Made by Attain {version} on {date}" },
} as const satisfies Record<string, Phrase>;
