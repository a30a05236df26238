import { column, formTable, YES_NO, type FormChoice } from "../formTable";

const yes = (words: readonly string[]): FormChoice => ({
  value: "yes",
  words: [...(YES_NO[0]?.words ?? []), ...words],
});
const no = (words: readonly string[]): FormChoice => ({
  value: "no",
  words: [...(YES_NO[1]?.words ?? []), ...words],
});

const STATUS: readonly FormChoice[] = [
  { value: "open", words: ["未完成", "Open", "进行中", "未开始", "待办", "待处理", "处理中", "跟进中", "to do", "todo", "in progress", "ongoing", "not started", "pending", "started"] }, // prettier-ignore
  { value: "done", words: ["已完成", "Done", "完成", "办结", "已办结", "结束", "100%", "completed", "complete", "finished", "closed", "√", "✓", "是", "yes"] }, // prettier-ignore
  { value: "extended", words: ["延期", "Extended", "推迟", "顺延", "延后", "逾期", "delayed", "postponed", "moved", "late", "overdue"] }, // prettier-ignore
  { value: "stopped", words: ["中止", "Stopped", "取消", "停止", "终止", "暂停", "搁置", "cancelled", "canceled", "on hold", "dropped"] }, // prettier-ignore
];
const IMPORTANT = [yes(["重要", "高", "很重要", "非常重要", "important", "high", "a"]), no(["一般", "普通", "低", "不重要", "normal", "low", "b", "c"])]; // prettier-ignore
const URGENT = [yes(["紧急", "急", "高", "加急", "urgent", "high"]), no(["一般", "不急", "不紧急", "低", "normal", "low"])]; // prettier-ignore
const IN_PLAN: readonly FormChoice[] = [
  { value: "yes", words: ["计划内", "Planned", "计划", "是", "yes", "y"] },
  {
    value: "no",
    words: ["计划外", "Unplanned", "临时", "临时任务", "新增", "插入", "否", "no", "n", "ad hoc"],
  },
];
const CHECKED = [yes(["通过", "合格", "已完成", "pass", "passed", "ok", "done"]), no(["未通过", "不合格", "未完成", "fail", "failed", "not done"])]; // prettier-ignore
const COUNTS: readonly FormChoice[] = [
  { value: "own", words: ["自查", "Own check"] },
  { value: "unit", words: ["单位检查", "Unit check"] },
  { value: "centre", words: ["督查中心", "Centre check"] },
];

const OWNER = ["负责人", "责任者", "执行人", "承办人", "经办人", "主办人", "担当", "姓名", "responsible", "assignee", "assigned to", "who", "person", "name", "lead"]; // prettier-ignore
const DUE = ["截止日期", "截止时间", "完成时间", "计划完成时间", "计划完成日期", "完成期限", "期限", "要求完成时间", "due date", "deadline", "finish", "finish date", "end date", "by when", "target date"]; // prettier-ignore
const ID = ["序号", "任务编号", "no", "id", "task id"];

/** The year's goals. */
export const WORK_GOALS = formTable({
  id: "workGoals",
  label: { "zh-CN": "年度目标", "en-US": "Year goals" },
  optional: true,
  serves: [["text", "measure"]],
  settings: [
    { id: "approvedBy", kind: "text", words: ["批准人", "Approved by"] },
    { id: "approvedOn", kind: "date", words: ["批准日期", "Approved on"] },
  ],
  fields: [
    column("id", "key", { "zh-CN": "编号", "en-US": "No." }, ID, { optional: true }),
    column("text", "text", { "zh-CN": "目标", "en-US": "Goal" }, ["年度目标", "工作目标", "目标内容", "重点目标", "objective", "goals", "year goal", "annual goal"]), // prettier-ignore
    column("measure", "text", { "zh-CN": "衡量标准", "en-US": "Reached when" }, ["考核标准", "完成标准", "验收标准", "衡量指标", "评价标准", "measure", "success measure", "key result", "measured by", "criteria"]), // prettier-ignore
    column("owner", "name", { "zh-CN": "责任人", "en-US": "Owner" }, OWNER),
    column("due", "date", { "zh-CN": "完成日期", "en-US": "Due" }, DUE),
  ],
});

/** What each month does for a goal. */
export const WORK_MONTHS = formTable({
  id: "workMonths",
  label: { "zh-CN": "月计划", "en-US": "Month plan" },
  optional: true,
  serves: [["month", "text"]],
  fields: [
    column("id", "key", { "zh-CN": "编号", "en-US": "No." }, ID, { optional: true }),
    column("month", "key", { "zh-CN": "月份", "en-US": "Month" }, ["月度", "月", "计划月份"]),
    column("goal", "key", { "zh-CN": "所属目标", "en-US": "For goal" }, ["对应目标", "目标编号", "goal", "goal no"], { optional: true }), // prettier-ignore
    column("text", "text", { "zh-CN": "工作内容", "en-US": "Work" }, ["重点工作", "工作事项", "主要工作", "月度工作", "工作计划", "事项", "work item", "activity", "activities", "what"]), // prettier-ignore
    column("stage", "text", { "zh-CN": "阶段", "en-US": "Stage" }, ["工作阶段", "进度阶段", "phase", "step"], { optional: true }), // prettier-ignore
    column("owner", "name", { "zh-CN": "责任人", "en-US": "Owner" }, OWNER),
    column("due", "date", { "zh-CN": "完成日期", "en-US": "Due" }, DUE),
  ],
});

/** Tasks, week by week or in one list. */
export const WORK_TASKS = formTable({
  id: "workTasks",
  label: { "zh-CN": "周任务", "en-US": "Weekly tasks" },
  serves: [
    ["text", "due"],
    ["text", "week"],
    ["text", "owner", "status"],
  ],
  fields: [
    column("id", "key", { "zh-CN": "编号", "en-US": "No." }, ID, { optional: true }),
    column("week", "date", { "zh-CN": "周（周一）", "en-US": "Week (Monday)" }, ["周", "周次", "周一", "所在周", "开始日期", "开始时间", "计划开始时间", "周开始", "week", "week of", "week starting", "monday", "start", "start date"], { instead: ["due"] }), // prettier-ignore
    column("owner", "name", { "zh-CN": "责任人", "en-US": "Owner" }, OWNER),
    column("text", "text", { "zh-CN": "任务", "en-US": "Task" }, ["工作任务", "任务内容", "任务名称", "工作内容", "工作事项", "事项", "待办事项", "本周工作", "工作计划", "task name", "work", "to do", "item", "activity", "description", "what", "action", "action item"]), // prettier-ignore
    column("item", "key", { "zh-CN": "所属月计划", "en-US": "For item" }, ["月计划编号", "对应月计划", "所属项目", "month item"], { optional: true }), // prettier-ignore
    column("due", "date", { "zh-CN": "完成日期", "en-US": "Due" }, DUE, { instead: ["week"] }),
    column("important", "choice", { "zh-CN": "重要", "en-US": "Important" }, ["重要性", "重要程度", "是否重要", "优先级", "importance", "priority"], { choices: IMPORTANT }), // prettier-ignore
    column("urgent", "choice", { "zh-CN": "紧急", "en-US": "Urgent" }, ["紧急程度", "紧急性", "是否紧急", "urgency"], { choices: URGENT }), // prettier-ignore
    column("inPlan", "choice", { "zh-CN": "计划内外", "en-US": "In plan" }, ["是否计划内", "计划性质", "任务性质", "planned", "planned or not"], { choices: IN_PLAN, optional: true }), // prettier-ignore
    column("status", "choice", { "zh-CN": "状态", "en-US": "Status" }, ["完成状态", "完成情况", "任务状态", "进度", "进展", "是否完成", "state", "progress"], { choices: STATUS }), // prettier-ignore
    column("reason", "text", { "zh-CN": "原因／结果", "en-US": "Reason or result" }, ["原因", "结果", "未完成原因", "完成情况说明", "情况说明", "备注", "说明", "reason", "result", "comment", "comments", "notes", "remarks"], { optional: true }), // prettier-ignore
    column("own", "choice", { "zh-CN": "自查", "en-US": "Own check" }, ["本人检查", "自评", "self check"], { choices: CHECKED, optional: true }), // prettier-ignore
    column("unit", "choice", { "zh-CN": "单位检查", "en-US": "Unit check" }, ["部门检查", "上级检查", "主管检查", "unit check"], { choices: CHECKED, optional: true }), // prettier-ignore
    column("centre", "choice", { "zh-CN": "督查中心", "en-US": "Centre check" }, ["督查", "督查检查", "督办", "center check"], { choices: CHECKED, optional: true }), // prettier-ignore
    column("from", "key", { "zh-CN": "接自", "en-US": "From" }, ["上周任务", "接续", "carried from"], { optional: true }), // prettier-ignore
  ],
});

/** Whose work is counted, and whose check counts: the template's own page. */
export const WORK_PEOPLE = formTable({
  id: "workCompletion",
  label: { "zh-CN": "计划完成", "en-US": "Completion" },
  optional: true,
  serves: [["name", "planned", "done"]],
  totals: ["全体", "Everybody"],
  settings: [
    { id: "counts", kind: "choice", words: ["以谁的检查为准", "Whose check counts"], choices: COUNTS },
  ],
  fields: [
    column("name", "name", { "zh-CN": "姓名", "en-US": "Name" }, ["人员", "员工", "person", "employee"]),
    column("planned", "number", { "zh-CN": "计划任务", "en-US": "Planned" }, ["计划数", "planned tasks"]),
    column("done", "number", { "zh-CN": "完成", "en-US": "Done" }, ["完成数", "完成任务", "tasks done"]),
  ],
});

export const WORK_TABLES = [WORK_GOALS, WORK_MONTHS, WORK_TASKS, WORK_PEOPLE] as const;
