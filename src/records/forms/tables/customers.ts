import { column, formTable, type FormChoice } from "../formTable";

const CLASSES: readonly FormChoice[] = [
  {
    value: "VIP",
    words: ["VIP", "VIP", "vip客户", "重点", "重点客户", "战略客户", "战略", "key", "strategic"],
  },
  ...["A", "B", "C"].map((letter) => ({
    value: letter,
    words: [
      letter,
      letter,
      `${letter}类`,
      `${letter}级`,
      `${letter}类客户`,
      `class ${letter}`,
      `grade ${letter}`,
    ],
  })),
];

const HOW: readonly FormChoice[] = [
  { value: "visit", words: ["拜访", "Visit", "上门", "上门拜访", "面访", "实地拜访", "面谈", "来访", "客户来访", "meeting", "on site", "site visit", "in person"] }, // prettier-ignore
  { value: "call", words: ["电话", "Call", "电话沟通", "电话回访", "致电", "来电", "微信", "phone", "phone call", "tel", "online"] }, // prettier-ignore
  { value: "deal", words: ["成交", "Deal", "签约", "签单", "下单", "合同", "order", "contract", "won"] },
];

const NAME = ["客户名称", "客户单位", "公司名称", "单位名称", "客户简称", "企业名称", "account", "account name", "customer name", "client", "client name", "company", "company name"]; // prettier-ignore
const NOT_NAME = ["客户类别", "客户编号", "客户经理", "客户等级", "联系人", "customer id", "customer class", "account manager", "customer since"]; // prettier-ignore

/** One row a customer. */
export const CUSTOMERS = formTable({
  id: "customers",
  label: { "zh-CN": "客户档案", "en-US": "Customers" },
  serves: [
    ["name", "contact"],
    ["name", "phone"],
    ["name", "class"],
    ["name", "industry"],
    ["name", "owed"],
    ["name", "since"],
  ],
  fields: [
    column("name", "name", { "zh-CN": "客户", "en-US": "Customer" }, NAME, { notWords: NOT_NAME }),
    column("class", "choice", { "zh-CN": "类别", "en-US": "Class" }, ["客户类别", "客户等级", "客户级别", "等级", "级别", "分类", "customer class", "tier", "grade", "level", "segment", "category"], { choices: CLASSES }), // prettier-ignore
    column("industry", "text", { "zh-CN": "行业", "en-US": "Industry" }, ["所属行业", "行业类别", "客户行业", "sector", "branch"], { optional: true }), // prettier-ignore
    column("contact", "text", { "zh-CN": "联系人", "en-US": "Contact" }, ["客户联系人", "对接人", "主要联系人", "联系人姓名", "contact name", "contact person", "key contact"]), // prettier-ignore
    column("position", "text", { "zh-CN": "职务", "en-US": "Position" }, ["联系人职务", "职位", "岗位", "title", "job title", "role"], { optional: true }), // prettier-ignore
    column("phone", "text", { "zh-CN": "电话", "en-US": "Phone" }, ["联系电话", "手机", "手机号", "手机号码", "联系方式", "电话号码", "tel", "telephone", "mobile", "phone number", "contact number"]), // prettier-ignore
    column("owner", "name", { "zh-CN": "负责人", "en-US": "Owner" }, ["业务员", "客户经理", "销售员", "责任人", "跟进人", "我方负责人", "sales rep", "rep", "account manager", "account owner", "salesperson", "responsible"]), // prettier-ignore
    column("since", "date", { "zh-CN": "合作起始", "en-US": "Customer since" }, ["合作开始", "合作日期", "合作时间", "开户日期", "建档日期", "首次合作", "首次成交", "起始日期", "since", "start date", "first order", "first deal", "onboarded", "relationship since"], { optional: true }), // prettier-ignore
    column("lastYear", "money", { "zh-CN": "上年成交", "en-US": "Last year" }, ["去年成交", "上年销售额", "去年销售额", "上年", "去年", "上年实绩", "上年金额", "去年金额", "prior year", "previous year", "last year sales", "ly"]), // prettier-ignore
    column("plan", "money", { "zh-CN": "今年计划", "en-US": "Plan" }, ["本年计划", "计划", "目标", "今年目标", "年度目标", "年度计划", "任务", "target", "budget", "quota", "sales target", "this year plan"], { min: 0 }), // prettier-ignore
    column("actual", "money", { "zh-CN": "今年成交", "en-US": "Actual" }, ["本年成交", "今年销售额", "本年销售额", "成交额", "销售额", "累计成交", "实绩", "实际", "今年实际", "sales", "revenue", "actual sales", "this year", "ytd", "ytd sales"], { notWords: ["上年成交", "去年成交", "上年销售额", "去年销售额", "last year sales"] }), // prettier-ignore
    column("owed", "money", { "zh-CN": "应收余额", "en-US": "Owed" }, ["应收", "应收账款", "应收款", "欠款", "未回款", "应收款余额", "receivable", "receivables", "outstanding", "balance", "open balance", "amount due"]), // prettier-ignore
    column("needs", "text", { "zh-CN": "主要需求", "en-US": "Needs" }, ["需求", "客户需求", "关注点", "requirements", "need", "pain points"], { optional: true }), // prettier-ignore
    column("rivals", "text", { "zh-CN": "竞争对手", "en-US": "Competitors" }, ["竞品", "竞争情况", "对手", "competitor", "competition", "rivals"], { optional: true }), // prettier-ignore
    column("next", "text", { "zh-CN": "下一步", "en-US": "Next step" }, ["下步计划", "下一步计划", "下一步行动", "跟进计划", "后续计划", "备注", "next steps", "next action", "follow up", "to do", "remarks", "notes"], { optional: true }), // prettier-ignore
  ],
});

/** One row a visit or call. */
export const CUSTOMER_VISITS = formTable({
  id: "customerVisits",
  label: { "zh-CN": "往来记录", "en-US": "Contacts" },
  serves: [
    ["date", "name", "what"],
    ["date", "name", "kind"],
  ],
  fields: [
    column("date", "date", { "zh-CN": "日期", "en-US": "Date" }, ["拜访日期", "时间", "拜访时间", "联系日期", "跟进日期", "沟通日期", "visit date", "contact date", "call date", "when", "day"]), // prettier-ignore
    column("name", "name", { "zh-CN": "客户", "en-US": "Customer" }, ["拜访客户", ...NAME], { notWords: NOT_NAME }), // prettier-ignore
    column("person", "name", { "zh-CN": "我方人员", "en-US": "Our person" }, ["拜访人", "业务员", "跟进人", "负责人", "经办人", "记录人", "rep", "sales rep", "visited by", "by", "owner", "who"]), // prettier-ignore
    column("kind", "choice", { "zh-CN": "方式", "en-US": "How" }, ["拜访方式", "联系方式", "跟进方式", "沟通方式", "类型", "type", "channel", "kind", "contact type", "method"], { choices: HOW }), // prettier-ignore
    column("what", "text", { "zh-CN": "内容与结果", "en-US": "What and result" }, ["内容", "拜访内容", "沟通内容", "跟进内容", "洽谈内容", "拜访结果", "结果", "情况", "摘要", "notes", "summary", "result", "outcome", "description", "subject", "remarks", "what"]), // prettier-ignore
  ],
});

export const CUSTOMER_TABLES = [CUSTOMERS, CUSTOMER_VISITS] as const;
