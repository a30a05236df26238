import { column, formTable, type Told } from "../formTable";

const BUDGET: Told = {
  by: ["预算", "计划", "budget", "plan"],
  not: ["实际", "发生", "执行", "支出", "决算", "actual", "spent", "expense"],
  unsaid: true,
};
const ACTUAL: Told = { by: BUDGET.not, not: BUDGET.by, unsaid: false };

const EACH_MONTH = { "zh-CN": "各月（1月 … 12月）", "en-US": "the months (M1 … M12)" };

/** `m1` … `m12` */
type MonthId = `m${number}`;

/** `M1` is what every way to name January is brought to. */
const MONTHS = Array.from({ length: 12 }, (_, i) =>
  column<MonthId>(`m${i + 1}`, "money", { "zh-CN": `${i + 1}月`, "en-US": `M${i + 1}` }, [], {
    notWords: ["日期", "截至月份"],
    group: EACH_MONTH,
  }),
);

/** Nobody calls a payment a change: these tables say what they are. */
const CHANGE: Told = {
  by: ["调整", "变更", "追加", "调增", "change", "adjust", "transfer", "supplement"],
  not: [],
  unsaid: false,
};

const ID = ["预算编号", "科目编号", "项目编号", "序号", "no", "id", "code", "line", "budget line", "account code"]; // prettier-ignore
const CENTRE = ["部门", "中心", "责任部门", "归口部门", "费用部门", "成本中心", "单位", "department", "cost centre", "cost center", "unit", "team"]; // prettier-ignore
const ITEM = ["项目", "科目", "费用科目", "预算项目", "预算科目", "费用名称", "费用类别", "费用", "expense", "expense item", "account", "category", "cost type", "description", "line item"]; // prettier-ignore
const OWNER = ["负责人", "责任人姓名", "预算责任人", "主管", "责任者", "responsible", "manager", "person", "budget owner"]; // prettier-ignore
const NOT_ITEM = ["费用部门", "费用中心", "科目编号", "项目编号", "account code"];

const SERVES = MONTHS.flatMap(({ id }): (MonthId | "item" | "id" | "centre")[][] => [
  ["item", id],
  ["id", id],
  ["centre", id],
]);

/** One row a budget line: the year, its months, or both. */
export const BUDGET_LINES = formTable({
  id: "budget",
  label: { "zh-CN": "预算分解", "en-US": "Budget" },
  told: BUDGET,
  serves: [["item", "year"], ["id", "year"], ["centre", "year"], ...SERVES],
  fields: [
    column("id", "key", { "zh-CN": "编号", "en-US": "No." }, ID, { optional: true }),
    column("centre", "name", { "zh-CN": "责任中心", "en-US": "Centre" }, CENTRE),
    column("owner", "name", { "zh-CN": "责任人", "en-US": "Owner" }, OWNER),
    column("item", "name", { "zh-CN": "费用项目", "en-US": "Item" }, ITEM, { notWords: NOT_ITEM }),
    column("year", "money", { "zh-CN": "全年预算", "en-US": "Year" }, ["年度预算", "全年", "年预算", "预算总额", "预算金额", "预算额", "全年合计", "合计", "预算", "annual budget", "year budget", "full year", "total", "annual", "budget", "total budget"], { notWords: ["本月预算", "本季预算", "累计预算", "调整后预算", "month budget", "quarter budget", "budget to date", "budget now", "year used", "全年已用"], instead: MONTHS.map(({ id }) => id) }), // prettier-ignore
    ...MONTHS,
  ],
});

/** What was spent, month by month. */
export const BUDGET_ACTUALS = formTable({
  id: "budgetActuals",
  label: { "zh-CN": "实际发生", "en-US": "Actuals" },
  told: ACTUAL,
  serves: SERVES,
  fields: [
    column("id", "key", { "zh-CN": "编号", "en-US": "No." }, ID, { optional: true, instead: ["item"] }),
    column("centre", "name", { "zh-CN": "责任中心", "en-US": "Centre" }, CENTRE, { optional: true }),
    column("item", "name", { "zh-CN": "费用项目", "en-US": "Item" }, ITEM, { optional: true, notWords: NOT_ITEM }), // prettier-ignore
    ...MONTHS,
  ],
});

/** What was spent, one line a payment: serves where nobody has summed it up by month. */
export const BUDGET_PAYMENTS = formTable({
  id: "budgetPayments",
  label: { "zh-CN": "费用明细", "en-US": "Payments" },
  optional: true,
  serves: [
    ["item", "date", "amount"],
    ["id", "date", "amount"],
  ],
  fields: [
    column("id", "key", { "zh-CN": "编号", "en-US": "No." }, ["预算编号", "科目编号", "项目编号", "budget line", "account code"], { optional: true }), // prettier-ignore
    column("centre", "name", { "zh-CN": "责任中心", "en-US": "Centre" }, CENTRE, { optional: true }),
    column("item", "name", { "zh-CN": "费用项目", "en-US": "Item" }, ITEM, { optional: true, notWords: NOT_ITEM }), // prettier-ignore
    column("date", "date", { "zh-CN": "日期", "en-US": "Date" }, ["报销日期", "付款日期", "发生日期", "记账日期", "支付日期", "月份", "paid on", "payment date", "posting date", "month"]), // prettier-ignore
    column("amount", "money", { "zh-CN": "金额", "en-US": "Amount" }, ["报销金额", "支付金额", "付款金额", "费用金额", "发生额", "实际金额", "paid", "amount paid", "cost", "value"]), // prettier-ignore
  ],
});

/** Changes of the budget, approved or not. */
export const BUDGET_CHANGES = formTable({
  id: "budgetChanges",
  label: { "zh-CN": "预算调整", "en-US": "Changes" },
  optional: true,
  told: CHANGE,
  serves: [
    ["id", "amount", "approver"],
    ["id", "amount", "reason"],
    ["item", "amount", "approver"],
    ["item", "amount", "reason"],
  ],
  fields: [
    column("id", "key", { "zh-CN": "编号", "en-US": "No." }, ID, { optional: true, instead: ["item"] }),
    column("centre", "name", { "zh-CN": "责任中心", "en-US": "Centre" }, CENTRE, { optional: true }),
    column("item", "name", { "zh-CN": "费用项目", "en-US": "Item" }, ITEM, { optional: true, notWords: NOT_ITEM }), // prettier-ignore
    column("amount", "money", { "zh-CN": "金额（+ 增 − 减）", "en-US": "Amount (+ or −)" }, ["调整金额", "金额", "调整额", "追加金额", "增减额", "change", "amount", "adjustment"]), // prettier-ignore
    column("reason", "text", { "zh-CN": "原因", "en-US": "Reason" }, ["调整原因", "调整说明", "事由", "why", "justification"]), // prettier-ignore
    column("approver", "name", { "zh-CN": "批准人", "en-US": "Approved by" }, ["审批人", "核准人", "批准", "approver"]), // prettier-ignore
    column("date", "date", { "zh-CN": "日期", "en-US": "Date" }, ["批准日期", "审批日期", "调整日期", "approved on", "approval date"]), // prettier-ignore
  ],
});

/** The month that variances are shown for, and from what use of a budget on it is warned. */
export const BUDGET_VIEW = formTable({
  id: "budgetVariance",
  label: { "zh-CN": "差异分析", "en-US": "Variance" },
  optional: true,
  serves: [["id", "available", "used"]],
  settings: [
    { id: "upTo", kind: "number", words: ["截至月份", "Up to month"] },
    { id: "warn", kind: "percent", words: ["预警线（占预算）", "Warn from (of budget)"] },
  ],
  fields: [
    column("id", "key", { "zh-CN": "编号", "en-US": "No." }, []),
    column("available", "money", { "zh-CN": "调整后预算", "en-US": "Budget now" }, []),
    column("used", "percent", { "zh-CN": "全年已用", "en-US": "Year used" }, []),
  ],
});

export const BUDGET_TABLES = [
  BUDGET_LINES,
  BUDGET_ACTUALS,
  BUDGET_CHANGES,
  BUDGET_PAYMENTS,
  BUDGET_VIEW,
] as const;
