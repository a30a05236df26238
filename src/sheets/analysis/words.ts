import type { Phrase } from "../../words";

export const ANALYSIS_WORDS = {
  unit: { "zh-CN": "单位", "en-US": "Unit" },
  person: { "zh-CN": "姓名", "en-US": "Name" },
  total: { "zh-CN": "总分", "en-US": "Total" },
  grade: { "zh-CN": "等级", "en-US": "Grade" },
  rank: { "zh-CN": "名次", "en-US": "Rank" },
  before: { "zh-CN": "现行", "en-US": "Now" },
  after: { "zh-CN": "试算", "en-US": "Trial" },
  change: { "zh-CN": "变化", "en-US": "Change" },
  moved: { "zh-CN": "影响", "en-US": "Effect" },
  people: { "zh-CN": "人数", "en-US": "People" },
  all: { "zh-CN": "全体", "en-US": "Everybody" },

  whatIfTab: { "zh-CN": "试算对比", "en-US": "What if" },
  whatIfTitle: { "zh-CN": "试算对比", "en-US": "What if" },
  whatIfNote: {
    "zh-CN": "试算方案和试算考核在后面两张表，黄色单元格可以继续改，本表随之更新。",
    "en-US":
      "The trial scheme and its scores stand on the next two sheets; change their yellow cells and this page follows.",
  },
  whatIfStays: {
    "zh-CN": "现行方案和考核结果不受影响。试算的改动：",
    "en-US": "Today's scheme and results stay as they are. What is tried:",
  },
  whatIfOpen: {
    "zh-CN":
      "现行方案和考核结果不受影响。先在“试算方案”里改权重、门槛或档位，再回到本页看谁的等级和名次会变。",
    "en-US":
      "Today's scheme and results stay as they are. Change weights, thresholds or bands on the trial scheme, then see here whose grade and rank would move.",
  },
  trialScheme: { "zh-CN": "试算方案", "en-US": "Trial scheme" },
  trialScorecard: { "zh-CN": "试算考核", "en-US": "Trial scores" },
  gradeMoves: { "zh-CN": "等级变动 {n} 人", "en-US": "{n} people change grade" },
  rankMoves: { "zh-CN": "名次变动 {n} 人", "en-US": "{n} people change rank" },
  up: { "zh-CN": "▲ 等级上升", "en-US": "▲ better grade" },
  down: { "zh-CN": "▼ 等级下降", "en-US": "▼ lower grade" },
  rankOnly: { "zh-CN": "● 仅名次变动", "en-US": "● rank only" },
  gradeChart: { "zh-CN": "各等级人数：现行与试算", "en-US": "People in each grade: now and trial" },
  trialPlan: { "zh-CN": "试算薪酬方案", "en-US": "Trial pay plan" },
  trialPay: { "zh-CN": "试算薪酬", "en-US": "Trial pay" },
  payTab: { "zh-CN": "薪酬对比", "en-US": "What if pay" },
  payTitle: { "zh-CN": "试算：薪酬对比", "en-US": "What if: pay" },
  payNote: {
    "zh-CN":
      "试算薪酬方案和试算方案的黄色单元格可以继续改，本表随之更新；现行薪酬不受影响。单位：{currency}。",
    "en-US":
      "Change the yellow cells of the trial pay plan and the trial scheme and this page follows; today's pay stays. Amounts in {currency}.",
  },
  payMoves: { "zh-CN": "增加 {gain} 人，减少 {lose} 人", "en-US": "{gain} gain, {lose} lose" },
  payNow: { "zh-CN": "本期发放", "en-US": "Paid now" },
  payLater: { "zh-CN": "年底发放", "en-US": "Paid at year end" },
  payChart: {
    "zh-CN": "各单位本期发放：现行与试算（{currency}）",
    "en-US": "Paid now by unit: now and trial ({currency})",
  },
  made: { "zh-CN": "{path}：{before} → {after}", "en-US": "{path}: {before} → {after}" },
  follows: { "zh-CN": "（随之调整）", "en-US": " (gave way)" },
  empty: { "zh-CN": "空", "en-US": "empty" },

  calibrationTab: { "zh-CN": "校准", "en-US": "Calibration" },
  calibrationTitle: { "zh-CN": "各单位评分校准", "en-US": "Calibration by unit" },
  calibrationNote: {
    "zh-CN":
      "在黄色单元格填写各单位的校准分（加减分），右侧等级和下方人员随之更新；只供讨论，不改动绩效考核表。",
    "en-US":
      "Type points to add or take off for a unit into a yellow cell: the grades and the people below follow. For discussion only; the scorecard stays as it is.",
  },
  scored: { "zh-CN": "有分人数", "en-US": "Scored" },
  mean: { "zh-CN": "平均", "en-US": "Mean" },
  spread: { "zh-CN": "标准差", "en-US": "Spread" },
  lowest: { "zh-CN": "最低", "en-US": "Lowest" },
  highest: { "zh-CN": "最高", "en-US": "Highest" },
  apart: { "zh-CN": "与全体平均之差", "en-US": "Against all" },
  adjust: { "zh-CN": "校准分（±）", "en-US": "Adjust (±)" },
  adjusted: { "zh-CN": "校准后", "en-US": "Adjusted" },
  adjustedMean: { "zh-CN": "校准后平均", "en-US": "Adjusted mean" },
  adjustedPeople: { "zh-CN": "校准后各等级人数", "en-US": "People in each grade, adjusted" },
  adjustPrompt: {
    "zh-CN": "给这个单位每人加（正）或减（负）多少分，不调整就留空。",
    "en-US": "Points to add (or take off) for everybody in this unit; empty leaves them alone.",
  },
  calibrationChart: {
    "zh-CN": "各单位平均分：差距大时先看评分尺度是否一致",
    "en-US": "Mean score by unit: wide gaps may be a matter of strictness",
  },
  pointsAxis: { "zh-CN": "分", "en-US": "points" },
} as const satisfies Record<string, Phrase>;
