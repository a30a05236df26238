import type { Phrase } from "../../words";

export const VISIT_WORDS = {
  tab: { "zh-CN": "拜访计划", "en-US": "Visit plan" },
  title: { "zh-CN": "客户拜访计划", "en-US": "Visit plan" },
  subtitle: {
    "zh-CN": "{from} 至 {to} · {days} 个工作日 · 计划 {visits} 次 · 按类别频次排定，均衡到每个工作日",
    "en-US":
      "{from} to {to} · {days} working days · {visits} visits planned, by class, levelled over the days",
  },
  source: { "zh-CN": "来源：{source}", "en-US": "source: {source}" },
  asOf: { "zh-CN": "截至日期", "en-US": "As of" },
  asOfTip: {
    "zh-CN": "看到哪一天为止：应访而未访的算漏访。",
    "en-US": "Up to this day: what was due by then and not done is missed.",
  },
  max: { "zh-CN": "每人每日上限", "en-US": "Most a day each" },
  maxTip: {
    "zh-CN": "每人每天超过这么多次时标红；留空不检查。",
    "en-US": "More visits than this a day are marked; leave it empty for no limit.",
  },
  customer: { "zh-CN": "客户", "en-US": "Customer" },
  rep: { "zh-CN": "业务员", "en-US": "Rep" },
  class: { "zh-CN": "类别", "en-US": "Class" },
  every: { "zh-CN": "频次", "en-US": "How often" },
  planned: { "zh-CN": "计划", "en-US": "Planned" },
  kept: { "zh-CN": "已访", "en-US": "Kept" },
  missed: { "zh-CN": "漏访", "en-US": "Missed" },
  dueNow: { "zh-CN": "待访", "en-US": "Due" },
  extra: { "zh-CN": "计划外", "en-US": "Extra" },
  rate: { "zh-CN": "执行率", "en-US": "Kept %" },
  light: { "zh-CN": "灯", "en-US": "Light" },
  byCustomer: { "zh-CN": "一、客户与日程", "en-US": "1  Customers and dates" },
  byRep: { "zh-CN": "二、业务员与每期次数", "en-US": "2  Reps and their load" },
  total: { "zh-CN": "合计计划", "en-US": "All planned" },
  done: { "zh-CN": "实际拜访", "en-US": "Visits made" },
  chart: { "zh-CN": "计划与实际拜访次数", "en-US": "Visits planned and made" },
  note: {
    "zh-CN":
      "执行率＝已访÷（已访＋漏访）：● 100%，▲ 不低于 80%，▼ 低于 80%。在“拜访清单”填写实际日期，本表随之更新。",
    "en-US":
      "Kept % = kept ÷ (kept + missed): ● 100%, ▲ 80% or more, ▼ below. Type the dates of visits into the list and this page follows.",
  },
  skipped: {
    "zh-CN": "有 {count} 个周期整段没有工作日，未排拜访。",
    "en-US": "{count} intervals have no working day and so no visit.",
  },
  listTab: { "zh-CN": "拜访清单", "en-US": "Visit list" },
  listTitle: { "zh-CN": "拜访清单", "en-US": "Visit list" },
  listSubtitle: {
    "zh-CN": "在黄色单元格填写实际拜访日期；计划外的拜访填在表尾空行",
    "en-US":
      "Type the day of each visit into the yellow cells; visits that were not planned go into the empty rows at the end",
  },
  date: { "zh-CN": "计划日期", "en-US": "Planned for" },
  weekday: { "zh-CN": "星期", "en-US": "Day" },
  workdays: { "zh-CN": "工作日", "en-US": "Working days" },
  from: { "zh-CN": "最早", "en-US": "From" },
  to: { "zh-CN": "最迟", "en-US": "To" },
  doneOn: { "zh-CN": "实际日期", "en-US": "Visited on" },
  status: { "zh-CN": "状态", "en-US": "Status" },
  statusKept: { "zh-CN": "● 已访", "en-US": "● kept" },
  statusOutside: { "zh-CN": "▲ 期外", "en-US": "▲ outside" },
  statusMissed: { "zh-CN": "▼ 漏访", "en-US": "▼ missed" },
  statusDue: { "zh-CN": "▲ 待访", "en-US": "▲ due" },
  statusExtra: { "zh-CN": "● 计划外", "en-US": "● extra" },
  doneTip: {
    "zh-CN": "实际拜访的日期，如 2018-03-05。",
    "en-US": "The day of the visit, such as 2018-03-05.",
  },
  dayTip: { "zh-CN": "日期，如 2018-03-05。", "en-US": "A day, such as 2018-03-05." },
  weekdays: { "zh-CN": "一,二,三,四,五,六,日", "en-US": "Mon,Tue,Wed,Thu,Fri,Sat,Sun" },
} as const satisfies Record<string, Phrase>;
