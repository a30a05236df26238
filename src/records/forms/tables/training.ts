import { column, formTable, YES_NO, type FormChoice } from "../formTable";

const HELD: readonly FormChoice[] = [
  {
    value: "held",
    words: ["已举办", "held", "已完成", "完成", "已培训", "已实施", "已开展", "已结束", "结束", "done", "completed", "finished", "delivered", "是", "yes", "√"], // prettier-ignore
  },
  {
    value: "planned",
    words: ["未举办", "planned", "计划", "计划中", "未完成", "未开始", "待举办", "待实施", "未培训", "筹备中", "to do", "open", "scheduled", "upcoming", "not held", "否", "no", "×"], // prettier-ignore
  },
];

const PRESENT: readonly FormChoice[] = [
  { value: "yes", words: [...(YES_NO[0]?.words ?? []), "出勤", "到", "已到", "实到", "到场", "参加", "present", "attended", "came"] }, // prettier-ignore
  { value: "no", words: [...(YES_NO[1]?.words ?? []), "缺勤", "缺席", "未到", "请假", "旷课", "未参加", "absent", "missed", "leave", "no show"] }, // prettier-ignore
];

/** One row a session. */
export const TRAINING_SESSIONS = formTable({
  id: "trainingSessions",
  label: { "zh-CN": "培训计划", "en-US": "Sessions" },
  serves: [
    ["topic", "date"],
    ["topic", "budget"],
    ["topic", "cost"],
    ["topic", "hours"],
    ["topic", "trainer"],
  ],
  fields: [
    column("id", "key", { "zh-CN": "编号", "en-US": "No." }, ["序号", "课程编号", "场次", "期次", "no", "id", "session no", "session id", "course no", "course id"], { optional: true }), // prettier-ignore
    column("topic", "name", { "zh-CN": "课程", "en-US": "Topic" }, ["培训课程", "课程名称", "培训内容", "培训主题", "主题", "培训项目", "项目", "内容", "course", "session", "training", "subject", "title", "training topic"]), // prettier-ignore
    column("trainer", "text", { "zh-CN": "讲师", "en-US": "Trainer" }, ["培训讲师", "授课人", "主讲", "主讲人", "培训师", "老师", "instructor", "teacher", "speaker", "lecturer", "facilitator"]), // prettier-ignore
    column("date", "date", { "zh-CN": "日期", "en-US": "Date" }, ["培训日期", "培训时间", "开课日期", "开课时间", "举办日期", "时间", "计划日期", "when", "session date", "training date", "start date", "day"]), // prettier-ignore
    column("hours", "number", { "zh-CN": "课时", "en-US": "Hours" }, ["学时", "时长", "培训课时", "培训学时", "小时", "小时数", "课时数", "duration", "training hours", "length"], { min: 0 }), // prettier-ignore
    column("budget", "money", { "zh-CN": "预算", "en-US": "Budget" }, ["培训预算", "费用预算", "预算费用", "预算金额", "计划费用", "预计费用", "planned cost", "budgeted cost", "budget amount"], { min: 0 }), // prettier-ignore
    column("cost", "money", { "zh-CN": "实际费用", "en-US": "Cost" }, ["费用", "实际花费", "决算", "支出", "实际支出", "发生费用", "培训费用", "实际", "actual cost", "actual", "spent", "expense"], { min: 0, notWords: ["预算", "计划费用", "预计费用", "费用预算", "预算费用"] }), // prettier-ignore
    column("invited", "number", { "zh-CN": "应到", "en-US": "Invited" }, ["应到人数", "计划人数", "人数", "参训人数", "培训人数", "参加人数", "planned attendees", "participants", "attendees", "headcount", "seats"], { min: 0, notWords: ["实到", "实到人数", "出勤人数"] }), // prettier-ignore
    column("status", "choice", { "zh-CN": "状态", "en-US": "Status" }, ["完成情况", "进度", "是否举办", "是否完成", "执行情况", "state", "progress", "held"], { choices: HELD, optional: true }), // prettier-ignore
  ],
});

/** One row a person and session. */
export const TRAINING_SCORES = formTable({
  id: "trainingScores",
  label: { "zh-CN": "培训成绩", "en-US": "Scores" },
  serves: [
    ["name", "after"],
    ["name", "before"],
    ["name", "session", "present"],
  ],
  settings: [{ id: "pass", kind: "number", words: ["合格线", "Pass mark", "及格线", "passing score"] }],
  fields: [
    column("session", "key", { "zh-CN": "课程编号", "en-US": "Session" }, ["编号", "课程", "课程名称", "培训课程", "培训内容", "培训项目", "场次", "期次", "session no", "session id", "course", "topic", "course no", "training"]), // prettier-ignore
    column("name", "name", { "zh-CN": "姓名", "en-US": "Name" }, ["学员", "参训人", "参训人员", "学员姓名", "员工", "员工姓名", "参加人", "employee", "participant", "trainee", "attendee", "student", "person", "staff"]), // prettier-ignore
    column("present", "choice", { "zh-CN": "出勤", "en-US": "Present" }, ["是否出勤", "签到", "到课", "出勤情况", "是否到场", "是否参加", "attendance", "attended", "came"], { choices: PRESENT, optional: true }), // prettier-ignore
    column("before", "number", { "zh-CN": "训前", "en-US": "Before" }, ["训前成绩", "训前得分", "训前测试", "培训前", "培训前成绩", "前测", "课前测试", "score before", "pre-test", "pretest", "pre test score", "pre score", "pre"], { min: 0, max: 100 }), // prettier-ignore
    column("after", "number", { "zh-CN": "训后", "en-US": "After" }, ["训后成绩", "训后得分", "训后测试", "培训后", "培训后成绩", "后测", "课后测试", "成绩", "得分", "考试成绩", "分数", "score after", "post-test", "posttest", "post test score", "post score", "post", "score", "result"], { min: 0, max: 100 }), // prettier-ignore
  ],
});

/** Who is followed, sessions or not: the template's own page. */
export const TRAINING_PEOPLE = formTable({
  id: "trainingPeople",
  label: { "zh-CN": "个人档案", "en-US": "By person" },
  serves: [["name", "count"]],
  optional: true,
  fields: [
    column("name", "name", { "zh-CN": "姓名", "en-US": "Name" }, ["员工", "员工姓名", "employee", "person"]),
    column("count", "number", { "zh-CN": "参加场次", "en-US": "Sessions" }, ["培训场次", "sessions attended"], { optional: true }), // prettier-ignore
  ],
});

export const TRAINING_TABLES = [TRAINING_SESSIONS, TRAINING_SCORES, TRAINING_PEOPLE] as const;
