import type { Phrase } from "../../words";

/** What the commands around a plan say of themselves: drivers, visits, follow, revise, and work plans. */
export const PLAN_HELP = {
  drivers: {
    "zh-CN": "差距从哪里来：按门店的驱动因素树、倒推到每天电话数的漏斗、活动量标准",
    "en-US": "What makes the gap: a tree of drivers by store, a funnel back to calls a day, activity norms",
  },
  visits: {
    "zh-CN": "按客户级别排拜访计划，均匀分到工作日，附勾选清单",
    "en-US": "Plan visits by customer class, levelled over working days, with a list to tick off",
  },
  follow: {
    "zh-CN": "逐期跟踪计划，以及多个部门分担的目标",
    "en-US": "Follow a plan through its periods, and targets that departments share",
  },
  driversRequest: {
    "zh-CN": "JSON 请求（格式见 attain schema drivers）",
    "en-US": "the request as JSON (see: attain schema drivers)",
  },
  visitsRequest: {
    "zh-CN": "JSON 请求（格式见 attain schema visits）",
    "en-US": "the request as JSON (see: attain schema visits)",
  },
  followRequest: {
    "zh-CN": "JSON 请求（格式见 attain schema follow）",
    "en-US": "the request as JSON (see: attain schema follow)",
  },
  revise: {
    "zh-CN": "调整执行中的计划：已结期间冻结，其余重新分解，附变动桥和确认表",
    "en-US":
      "Change a plan under way: closed periods frozen, the rest spread again, with bridge and confirmation",
  },
  targets: {
    "zh-CN": "有 Attain 目标表的工作簿；不会被改动",
    "en-US": "a workbook with Attain's target sheet; it is not changed",
  },
  changed: { "zh-CN": "调整后的工作簿", "en-US": "the changed workbook" },
  closed: { "zh-CN": "最后一个已结的期间，如 2018-03", "en-US": "the last closed period: 2018-03" },
  freeze: {
    "zh-CN": "已结期间保留什么：actual 实绩，target 原目标",
    "en-US": "what closed periods hold",
  },
  carry: {
    "zh-CN": "缺口由谁补：own 各补各的，shared 大家按比例补",
    "en-US": "who makes up for a shortfall: everybody for their own, or all in proportion",
  },
  total: { "zh-CN": "新的总目标，要写理由", "en-US": "the new total; needs a reason" },
  reason: { "zh-CN": "理由", "en-US": "why" },
  by: { "zh-CN": "由谁调整", "en-US": "who changes the targets" },
  on: { "zh-CN": "调整日期，如 2018-04-05", "en-US": "the day of the change: 2018-04-05" },
  reviseRequest: {
    "zh-CN": "以上各项以及划转、限额、实绩，写成 JSON（格式见 attain schema revise）",
    "en-US": "all of this and moves, limits, actuals as JSON (see: attain schema revise)",
  },
  roll: {
    "zh-CN": "把工作计划某一周没做完的任务转入下周",
    "en-US": "Move what a week of a work plan left open to the next week",
  },
  weekly: {
    "zh-CN": "有周任务的工作簿（attain template work-plan）；不会被改动",
    "en-US": "a workbook with weekly tasks (attain template work-plan); it is not changed",
  },
  rolled: { "zh-CN": "转过任务的计划", "en-US": "the plan moved on" },
  week: {
    "zh-CN": "要结束的那一周的任意一天，默认最早有未完任务的一周",
    "en-US": "any day of the week that ends, by default the earliest with open tasks",
  },
  approve: {
    "zh-CN": "批准并锁定工作计划：此后只能填状态、原因和核对",
    "en-US": "Lock a work plan: only statuses, reasons and checks can be typed from then on",
  },
  approved: { "zh-CN": "批准后的计划", "en-US": "the approved plan" },
  approver: { "zh-CN": "由谁批准", "en-US": "who approves" },
  approvedOn: { "zh-CN": "批准日期，默认今天", "en-US": "the day of approval, by default today" },
} as const satisfies Record<string, Phrase>;
