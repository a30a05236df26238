import type { Phrase } from "../words";
import type { ContentKind } from "./content";

/** One column a job can use: what people call it, what its values look like, and whether the job can do without it. */
export interface Field<Id extends string = string> {
  readonly id: Id;
  readonly label: Phrase;
  /** Header words in both languages, best first. Case, spaces, underscores and punctuation do not matter. */
  readonly words: readonly string[];
  /** Header words that look related but mean another thing. */
  readonly notWords?: readonly string[];
  readonly content: ContentKind;
  readonly needed: boolean;
  /** May be found by its values alone when no header names it. */
  readonly byContent?: boolean;
}

export type FieldId<Fields extends readonly Field[]> = Fields[number]["id"];

/** A transaction ledger: one row per opportunity, order or contract. */
export const LEDGER_FIELDS = [
  {
    id: "id",
    label: { "zh-CN": "编号", "en-US": "Record id" },
    words: ["opportunity_id", "opportunity no", "opportunity", "deal id", "order id", "order no", "order number", "contract no", "record id", "id", "no", "商机编号", "机会编号", "编号", "订单号", "订单编号", "合同编号", "合同号", "单号", "单据编号", "项目编号", "流水号"],
    notWords: ["序号", "工号", "employee id", "staff id", "客户编号", "customer id", "account id"],
    content: "identifier",
    needed: false,
  },
  {
    id: "rep",
    label: { "zh-CN": "业务员", "en-US": "Sales rep" },
    words: ["sales_agent", "sales rep", "rep", "rep name", "salesperson", "sales person", "salesman", "account executive", "agent", "seller", "owner", "sales owner", "opportunity owner", "sold by", "employee", "employee name", "staff", "name", "业务员", "销售员", "销售人员", "销售", "销售代表", "业务代表", "业务经办人", "客户经理", "销售顾问", "经办人", "跟进人", "负责人", "销售负责人", "归属人", "所有人", "姓名", "员工姓名", "员工", "人员", "业绩归属"],
    notWords: ["客户姓名", "客户名称", "manager", "经理姓名", "产品名称", "customer name", "account name", "product name"],
    content: "person",
    needed: true,
    byContent: true,
  },
  {
    id: "product",
    label: { "zh-CN": "产品", "en-US": "Product" },
    words: ["product", "product name", "item", "item name", "sku", "model", "产品", "产品名称", "商品", "商品名称", "型号", "产品型号", "品名", "品类", "货品", "物料名称"],
    content: "category",
    needed: false,
  },
  {
    id: "account",
    label: { "zh-CN": "客户", "en-US": "Account" },
    words: ["account", "account name", "customer", "customer name", "client", "client name", "company", "buyer", "客户", "客户名称", "客户单位", "客户公司", "公司名称", "单位名称", "购货单位", "买方", "甲方", "客户姓名"],
    notWords: ["客户经理", "客户编号", "account executive", "account manager", "account id", "customer id"],
    content: "text",
    needed: false,
  },
  {
    id: "outcome",
    label: { "zh-CN": "阶段", "en-US": "Stage" },
    words: ["deal_stage", "stage", "sales stage", "opportunity stage", "outcome", "status", "deal status", "result", "won lost", "阶段", "销售阶段", "商机阶段", "项目阶段", "状态", "商机状态", "订单状态", "结果", "成交状态", "是否成交", "赢单情况", "跟进状态"],
    content: "outcome",
    needed: false,
    byContent: true,
  },
  {
    id: "opened",
    label: { "zh-CN": "立项日期", "en-US": "Open date" },
    words: ["engage_date", "open date", "opened", "created", "created date", "create date", "creation date", "start date", "date opened", "立项日期", "立项时间", "创建日期", "创建时间", "录入日期", "登记日期", "建档日期", "开始日期", "开始时间", "首次接触日期", "接洽日期", "报备日期"],
    content: "date",
    needed: false,
  },
  {
    id: "closed",
    label: { "zh-CN": "成交日期", "en-US": "Close date" },
    words: ["close_date", "closed", "closed date", "closing date", "date closed", "won date", "deal date", "order date", "sale date", "sales date", "invoice date", "contract date", "signed", "signed date", "date", "成交日期", "成交时间", "签约日期", "签单日期", "签订日期", "合同日期", "结单日期", "结束日期", "关闭日期", "完成日期", "下单日期", "订单日期", "销售日期", "开票日期", "赢单日期", "日期"],
    notWords: ["预计成交日期", "expected close date", "due date", "到期日期", "出生日期", "入职日期", "birth date", "hire date"],
    content: "date",
    needed: true,
    byContent: true,
  },
  {
    id: "amount",
    label: { "zh-CN": "金额", "en-US": "Amount" },
    words: ["close_value", "amount", "deal value", "value", "deal size", "revenue", "sales", "sales amount", "order value", "order amount", "contract value", "total amount", "net amount", "金额", "成交金额", "合同金额", "销售金额", "销售额", "成交额", "订单金额", "签约金额", "合同额", "实收金额", "收入", "业绩", "总金额", "成交价"],
    notWords: ["单价", "unit price", "price", "成本", "cost", "预计金额", "expected amount", "目标", "target", "毛利", "margin", "折扣", "discount"],
    content: "money",
    needed: true,
    byContent: true,
  },
] as const satisfies readonly Field[];

/** Who belongs where: one row per person. */
export const TEAM_FIELDS = [
  {
    id: "employeeId",
    label: { "zh-CN": "工号", "en-US": "Employee no." },
    words: ["employee id", "employee no", "employee number", "staff id", "staff no", "emp id", "personnel no", "工号", "员工编号", "员工号", "职工编号", "人员编号", "员工工号", "编号", "id"],
    notWords: ["序号"],
    content: "identifier",
    needed: false,
  },
  {
    id: "rep",
    label: { "zh-CN": "业务员", "en-US": "Sales rep" },
    words: ["sales_agent", "sales rep", "rep", "rep name", "salesperson", "sales person", "salesman", "agent", "seller", "employee", "employee name", "staff", "staff name", "name", "full name", "member", "业务员", "销售员", "销售人员", "销售代表", "业务代表", "客户经理", "姓名", "员工姓名", "人员姓名", "员工", "人员", "销售", "队员", "成员"],
    notWords: ["经理姓名", "主管姓名", "manager name", "team name"],
    content: "person",
    needed: true,
    byContent: true,
  },
  {
    id: "manager",
    label: { "zh-CN": "经理", "en-US": "Manager" },
    words: ["manager", "sales manager", "manager name", "line manager", "team lead", "team leader", "supervisor", "reports to", "head", "经理", "主管", "上级", "直接上级", "直属上级", "销售经理", "部门经理", "区域经理", "团队长", "组长", "负责人", "直属领导", "领导", "经理姓名", "主管姓名", "汇报对象"],
    notWords: ["客户经理", "account manager"],
    content: "person",
    needed: false,
  },
  {
    id: "unit",
    label: { "zh-CN": "单位", "en-US": "Unit" },
    words: ["regional_office", "region", "office", "area", "territory", "unit", "department", "dept", "branch", "division", "team", "大区", "区域", "地区", "片区", "办事处", "部门", "单位", "分公司", "所属部门", "所属区域", "所在部门", "销售区域", "团队", "门店", "组别"],
    notWords: ["计量单位", "客户单位"],
    content: "category",
    needed: false,
  },
] as const satisfies readonly Field[];

/** The price list: what products are properly called. */
export const PRODUCT_FIELDS = [
  {
    id: "product",
    label: { "zh-CN": "产品", "en-US": "Product" },
    words: ["product", "product name", "item", "item name", "sku", "model", "产品", "产品名称", "商品", "商品名称", "型号", "产品型号", "品名"],
    content: "text",
    needed: true,
  },
  {
    id: "series",
    label: { "zh-CN": "系列", "en-US": "Series" },
    words: ["series", "category", "product line", "family", "系列", "产品线", "类别", "品类", "大类"],
    content: "category",
    needed: false,
  },
  {
    id: "price",
    label: { "zh-CN": "单价", "en-US": "Price" },
    words: ["sales_price", "price", "unit price", "list price", "单价", "售价", "销售价", "价格", "标准价", "指导价"],
    content: "money",
    needed: true,
  },
] as const satisfies readonly Field[];

export type LedgerField = FieldId<typeof LEDGER_FIELDS>;
export type TeamField = FieldId<typeof TEAM_FIELDS>;
export type ProductField = FieldId<typeof PRODUCT_FIELDS>;
