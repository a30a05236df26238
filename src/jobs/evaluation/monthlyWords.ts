import type { Phrase } from "../../words";

/** Words of an evaluation made from a file about people. */
export const MONTHLY_WORDS = {
  name: { "zh-CN": "月度考核方案", "en-US": "Monthly evaluation" },
  results: { "zh-CN": "业绩", "en-US": "Results" },
  attainment: { "zh-CN": "目标完成率", "en-US": "Attainment" },
  collection: { "zh-CN": "回款率", "en-US": "Collection rate" },
  satisfaction: { "zh-CN": "满意度", "en-US": "Satisfaction" },
  attendance: { "zh-CN": "出勤", "en-US": "Attendance" },
  rating: { "zh-CN": "评价", "en-US": "Rating" },
  excellent: { "zh-CN": "优秀", "en-US": "Excellent" },
  good: { "zh-CN": "良好", "en-US": "Good" },
  pass: { "zh-CN": "合格", "en-US": "Satisfactory" },
  improve: { "zh-CN": "待改进", "en-US": "To improve" },
  title: { "zh-CN": "{period}考核", "en-US": "Evaluation {period}" },
  titlePlain: { "zh-CN": "考核", "en-US": "Evaluation" },
  allPeriods: { "zh-CN": "全部月份合计", "en-US": "All months together" },
  noUnit: { "zh-CN": "未分配", "en-US": "Unassigned" },
  chartRanking: { "zh-CN": "总分排名", "en-US": "Ranking by total score" },
  chartGrades: { "zh-CN": "各等级人数", "en-US": "People in each grade" },
  chartUnits: { "zh-CN": "各部门平均分", "en-US": "Mean score by unit" },
  people: { "zh-CN": "人数", "en-US": "People" },
  total: { "zh-CN": "总分", "en-US": "Total" },
  notePeople: {
    "zh-CN": "没有工号的表按姓名对人；同名的人请补工号。",
    "en-US": "Where there is no employee number people are matched by name; give namesakes a number.",
  },
  noteUnused: {
    "zh-CN": "读到但方案没有用到：{fields}。",
    "en-US": "Read, but not used by the scheme: {fields}.",
  },
} as const satisfies Record<string, Phrase>;
