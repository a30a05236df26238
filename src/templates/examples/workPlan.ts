import type { Task, WorkPlan } from "../../forms/workPlan";
import type { Lang, Phrase } from "../../words";
import { exampleTeam } from "./team";

const T = {
  title: { "zh-CN": "2026 年度工作计划", "en-US": "Work plan 2026" },
  g1: { "zh-CN": "华东区销售额增长 20 %", "en-US": "East region revenue up 20 %" },
  g1m: { "zh-CN": "全年回款 1 200 万元", "en-US": "12 million collected in the year" },
  g2: { "zh-CN": "发展 12 家新经销商", "en-US": "Win 12 new dealers" },
  g2m: { "zh-CN": "每家签约并首次进货", "en-US": "Each one signed, first order placed" },
  g3: { "zh-CN": "售后满意度 98 % 以上", "en-US": "Service satisfaction at 98 % or more" },
  g3m: { "zh-CN": "季度回访调查", "en-US": "Quarterly call-back survey" },
  m1: { "zh-CN": "筛选目标经销商名单并逐一拜访", "en-US": "List candidate dealers and visit each one" },
  m2: {
    "zh-CN": "拜访 A 类客户，确认上半年采购计划",
    "en-US": "Visit class A customers, confirm first-half orders",
  },
  m3: { "zh-CN": "春季促销方案与物料准备", "en-US": "Spring promotion: plan and materials" },
  m4: { "zh-CN": "建立客户回访台账", "en-US": "Set up the call-back ledger" },
  t1: { "zh-CN": "整理苏州、无锡经销商名单", "en-US": "List dealers in Suzhou and Wuxi" },
  t2: { "zh-CN": "拜访苏州 3 家候选经销商", "en-US": "Visit 3 candidate dealers in Suzhou" },
  t3: { "zh-CN": "完成报价并提交合同草案", "en-US": "Quote and send the draft contract" },
  t4: { "zh-CN": "拜访远大集团采购部", "en-US": "Visit the buyers of Yuanda Group" },
  t5: { "zh-CN": "处理到货破损投诉", "en-US": "Settle the complaint about damaged goods" },
  t6: { "zh-CN": "确认上半年采购计划", "en-US": "Confirm the first-half purchase plan" },
  t7: { "zh-CN": "编写促销方案初稿", "en-US": "Draft the promotion plan" },
  t8: { "zh-CN": "联系物料供应商比价", "en-US": "Compare prices of three suppliers" },
  t9: { "zh-CN": "设计回访问卷", "en-US": "Design the call-back questions" },
  t10: { "zh-CN": "电话回访 40 位客户", "en-US": "Call back 40 customers" },
  r1: { "zh-CN": "客户出差，改下周", "en-US": "Customer travelling, next week" },
  r2: { "zh-CN": "供应商停产", "en-US": "Supplier stopped production" },
  prepare: { "zh-CN": "准备", "en-US": "Prepare" },
  carryOut: { "zh-CN": "执行", "en-US": "Carry out" },
} as const satisfies Record<string, Phrase>;

const WEEK = "2026-01-05";
const NEXT = "2026-01-12";

/** A quarter's start of a team of four: goals, month items, two weeks of tasks in every state. */
export function exampleWorkPlan(lang: Lang): WorkPlan {
  const people = exampleTeam(lang, 4);
  const [a = "", b = "", c = "", d = ""] = people;
  const task = (
    id: string,
    week: string,
    owner: string,
    text: keyof typeof T,
    item: string,
    due: string,
    change: Partial<Task>,
  ): Task => ({
    id,
    week,
    owner,
    text: T[text][lang],
    item,
    due,
    important: true,
    urgent: false,
    planned: true,
    status: "open",
    ...change,
  });
  const done = { status: "done", checks: { own: true, unit: true, centre: true } } as const;
  return {
    title: T.title[lang],
    year: 2026,
    people,
    counts: "unit",
    goals: [
      { id: "G1", text: T.g1[lang], measure: T.g1m[lang], owner: a, due: "2026-12-31" },
      { id: "G2", text: T.g2[lang], measure: T.g2m[lang], owner: b, due: "2026-10-31" },
      { id: "G3", text: T.g3[lang], measure: T.g3m[lang], owner: d, due: "2026-12-31" },
    ],
    months: [
      {
        id: "M1",
        goal: "G2",
        month: 1,
        text: T.m1[lang],
        stage: T.prepare[lang],
        owner: b,
        due: "2026-01-31",
      },
      {
        id: "M2",
        goal: "G1",
        month: 1,
        text: T.m2[lang],
        stage: T.carryOut[lang],
        owner: a,
        due: "2026-01-31",
      },
      {
        id: "M3",
        goal: "G1",
        month: 2,
        text: T.m3[lang],
        stage: T.prepare[lang],
        owner: c,
        due: "2026-02-15",
      },
      {
        id: "M4",
        goal: "G3",
        month: 1,
        text: T.m4[lang],
        stage: T.prepare[lang],
        owner: d,
        due: "2026-01-24",
      },
    ],
    tasks: [
      task("T1", WEEK, b, "t1", "M1", "2026-01-06", { ...done, urgent: true }),
      task("T2", WEEK, b, "t2", "M1", "2026-01-09", {
        status: "extended",
        reason: T.r1[lang],
        checks: { own: false, unit: false },
      }),
      task("T3", WEEK, a, "t4", "M2", "2026-01-07", done),
      task("T4", WEEK, a, "t5", "M2", "2026-01-08", {
        ...done,
        important: false,
        urgent: true,
        planned: false,
      }),
      task("T5", WEEK, a, "t6", "M2", "2026-01-09", {
        status: "done",
        checks: { own: true, unit: true, centre: false },
      }),
      task("T6", WEEK, c, "t7", "M3", "2026-01-09", done),
      task("T7", WEEK, c, "t8", "M3", "2026-01-09", {
        status: "stopped",
        reason: T.r2[lang],
        important: false,
        checks: { own: false, unit: false, centre: false },
      }),
      task("T8", WEEK, d, "t9", "M4", "2026-01-09", done),
      task("T9", NEXT, b, "t2", "M1", "2026-01-16", { urgent: true, from: "T2" }),
      task("T10", NEXT, b, "t3", "M1", "2026-01-16", {}),
      task("T11", NEXT, a, "t4", "M2", "2026-01-14", { urgent: true }),
      task("T12", NEXT, d, "t10", "M4", "2026-01-16", { important: false }),
    ],
  };
}
