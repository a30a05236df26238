import type { Field, FieldId } from "./fields";
import { TEAM_FIELDS } from "./fields";

const [EMPLOYEE_ID, REP, MANAGER, UNIT] = TEAM_FIELDS;

/** Columns that say who and when; everything else on a sheet about people is a measure. */
export const PERSON_FIELDS = [
  EMPLOYEE_ID,
  REP,
  MANAGER,
  UNIT,
  {
    id: "period",
    label: { "zh-CN": "期间", "en-US": "Period" },
    words: ["period", "month", "quarter", "year month", "期间", "月份", "月度", "年月", "考核月份", "考核周期", "周期", "季度", "统计月份", "所属月份", "所属期"],
    content: "period",
    needed: false,
  },
] as const satisfies readonly Field[];

/** What is measured about people, with the words their columns go by. `content` says how the values are read. */
export const MEASURE_FIELDS = [
  {
    id: "target",
    label: { "zh-CN": "目标", "en-US": "Target" },
    words: ["target", "quota", "sales target", "goal", "plan", "budget", "planned", "目标", "任务", "指标", "计划", "销售目标", "销售任务", "目标值", "任务额", "目标金额", "计划额", "计划数", "月目标", "本月目标", "销售指标"],
    notWords: ["stretch", "committed", "挑战目标", "冲刺目标"],
    content: "money",
    needed: false,
  },
  {
    id: "committed",
    label: { "zh-CN": "保底任务", "en-US": "Committed" },
    words: ["committed", "commit", "committed target", "base target", "保底任务", "必达目标", "必达", "基本目标", "保底目标", "基础目标", "底线目标"],
    content: "money",
    needed: false,
  },
  {
    id: "stretch",
    label: { "zh-CN": "冲刺目标", "en-US": "Stretch" },
    words: ["stretch", "stretch target", "stretch goal", "冲刺目标", "挑战目标", "冲刺", "挑战", "力争目标", "力争"],
    content: "money",
    needed: false,
  },
  {
    id: "actual",
    label: { "zh-CN": "实绩", "en-US": "Actual" },
    words: ["actual", "actuals", "sales", "revenue", "achieved", "achievement", "result", "sales amount", "actual sales", "amount", "value", "实绩", "实际", "完成", "完成额", "实际完成", "完成值", "销售额", "业绩", "实际销售额", "销售收入", "完成金额", "实际金额", "收入", "金额", "本月完成", "实际值", "销售业绩", "完成数"],
    notWords: ["完成率", "完成比例", "完成情况", "attainment"],
    content: "money",
    needed: false,
  },
  {
    id: "collection",
    label: { "zh-CN": "回款", "en-US": "Collection" },
    words: ["collection", "collections", "cash collected", "payment received", "collected", "回款", "回款额", "回款金额", "实际回款", "收款", "到账", "到款", "回笼"],
    notWords: ["回款率", "collection rate"],
    content: "money",
    needed: false,
  },
  {
    id: "rate",
    label: { "zh-CN": "完成率", "en-US": "Attainment" },
    words: ["attainment", "completion", "completion rate", "achievement rate", "attainment rate", "attainment %", "% of target", "pct attained", "完成率", "达成率", "完成比例", "完成百分比", "达成比例", "销售完成率", "目标完成率", "任务完成率"],
    content: "percent",
    needed: false,
  },
  {
    id: "collectionRate",
    label: { "zh-CN": "回款率", "en-US": "Collection rate" },
    words: ["collection rate", "回款率", "资金回笼率", "回笼率"],
    content: "percent",
    needed: false,
  },
  {
    id: "satisfaction",
    label: { "zh-CN": "满意度", "en-US": "Satisfaction" },
    words: ["satisfaction", "customer satisfaction", "csat", "客户满意度", "满意度", "满意率", "客户满意率", "顾客满意度"],
    content: "percent",
    needed: false,
  },
  {
    id: "newCustomers",
    label: { "zh-CN": "新客户数", "en-US": "New customers" },
    words: ["new customers", "new accounts", "new clients", "new customer count", "新客户数", "新客户", "新增客户", "新开客户", "新增客户数", "新开发客户", "拓新数"],
    content: "number",
    needed: false,
  },
  {
    id: "visits",
    label: { "zh-CN": "拜访次数", "en-US": "Visits" },
    words: ["visits", "customer visits", "visit count", "拜访次数", "拜访数", "拜访量", "客户拜访", "客户拜访数", "拜访"],
    content: "number",
    needed: false,
  },
  {
    id: "requiredDays",
    label: { "zh-CN": "应出勤天数", "en-US": "Days due" },
    words: ["work days", "working days", "scheduled days", "days due", "required days", "应出勤天数", "应出勤", "应到天数", "应勤天数", "工作日", "应上班天数"],
    content: "number",
    needed: false,
  },
  {
    id: "presentDays",
    label: { "zh-CN": "实际出勤天数", "en-US": "Days present" },
    words: ["days present", "present days", "attended", "days attended", "attendance days", "days worked", "实际出勤天数", "实出勤", "实际出勤", "出勤天数", "实到天数", "出勤"],
    notWords: ["出勤率", "attendance rate"],
    content: "number",
    needed: false,
  },
  {
    id: "absentDays",
    label: { "zh-CN": "缺勤天数", "en-US": "Days absent" },
    words: ["days absent", "absent days", "absence", "absences", "absent", "缺勤天数", "缺勤", "旷工", "旷工天数", "缺勤日数"],
    content: "number",
    needed: false,
  },
  {
    id: "leaveDays",
    label: { "zh-CN": "请假天数", "en-US": "Days of leave" },
    words: ["leave days", "days of leave", "leave", "days off", "请假天数", "请假", "事假", "休假天数", "假期天数"],
    content: "number",
    needed: false,
  },
  {
    id: "lateTimes",
    label: { "zh-CN": "迟到次数", "en-US": "Times late" },
    words: ["times late", "late", "late count", "lateness", "late arrivals", "迟到次数", "迟到", "迟到早退", "迟到早退次数"],
    content: "number",
    needed: false,
  },
  {
    id: "score",
    label: { "zh-CN": "得分", "en-US": "Score" },
    words: ["score", "points", "total score", "rating score", "得分", "分数", "评分", "考核得分", "总分", "考核分", "考评得分", "打分"],
    content: "number",
    needed: false,
  },
] as const satisfies readonly Field[];

export type PersonField = FieldId<typeof PERSON_FIELDS>;
export type MeasureField = FieldId<typeof MEASURE_FIELDS>;
