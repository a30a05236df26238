import { column, formTable } from "../formTable";

const ACCOUNT = ["客户名称", "大客户", "客户单位", "公司名称", "客户简称", "单位名称", "customer", "customer name", "account name", "client", "client name", "key account", "company"]; // prettier-ignore

/** One row an account and product. */
export const KEY_ACCOUNTS_TABLE = formTable({
  id: "keyAccounts",
  label: { "zh-CN": "大客户", "en-US": "Accounts" },
  serves: [
    ["account", "plan"],
    ["account", "actual"],
    ["account", "lastYear"],
  ],
  across: { row: "account", name: "product", kinds: ["lastYear", "plan", "actual"], usual: "actual" },
  settings: [{ id: "tolerance", kind: "percent", words: ["黄灯容差", "Yellow within"] }],
  fields: [
    column("account", "name", { "zh-CN": "客户", "en-US": "Account" }, ACCOUNT, { notWords: ["客户经理", "客户类别", "客户编号", "account manager", "account id"] }), // prettier-ignore
    column("product", "name", { "zh-CN": "产品", "en-US": "Product" }, ["产品名称", "产品类别", "品类", "产品线", "品种", "机型", "型号", "product name", "product line", "category", "model"]), // prettier-ignore
    column("owner", "name", { "zh-CN": "客户经理", "en-US": "Account manager" }, ["负责人", "责任人", "业务员", "销售员", "销售经理", "跟进人", "owner", "sales rep", "rep", "kam", "key account manager", "responsible"]), // prettier-ignore
    column("lastYear", "money", { "zh-CN": "上年同期", "en-US": "Last year" }, ["去年同期", "上年", "去年", "上年实绩", "去年实际", "上年销售额", "去年销售额", "上年完成", "同期", "prior year", "previous year", "last year actual", "last year sales", "ly"]), // prettier-ignore
    column("plan", "money", { "zh-CN": "计划", "en-US": "Plan" }, ["今年计划", "本年计划", "目标", "任务", "计划额", "销售计划", "销售目标", "年度计划", "年度目标", "指标", "target", "budget", "quota", "planned", "sales plan", "sales target"], { min: 0 }), // prettier-ignore
    column("actual", "money", { "zh-CN": "实绩", "en-US": "Actual" }, ["实际", "完成", "完成额", "实际完成", "今年实际", "本年实绩", "销售额", "实际销售额", "今年成交", "累计完成", "成交额", "actual sales", "actuals", "sales", "revenue", "achieved", "this year", "ytd"], { notWords: ["完成率", "达成率", "上年实绩", "去年实际", "上年销售额", "去年销售额", "上年完成", "last year sales", "last year actual"] }), // prettier-ignore
  ],
});

/** Accounts that are watched for churn: the template's own page. */
export const KEY_CHURN_TABLE = formTable({
  id: "keyChurn",
  label: { "zh-CN": "客户流失", "en-US": "Churn" },
  serves: [["account", "lost"]],
  optional: true,
  settings: [{ id: "limit", kind: "percent", words: ["流失率上限", "Churn limit"] }],
  fields: [
    column("account", "name", { "zh-CN": "客户", "en-US": "Account" }, ACCOUNT),
    column("lost", "text", { "zh-CN": "流失", "en-US": "Lost" }, ["是否流失", "流失情况", "churned"]),
  ],
});

export const KEY_ACCOUNT_TABLES = [KEY_ACCOUNTS_TABLE, KEY_CHURN_TABLE] as const;
