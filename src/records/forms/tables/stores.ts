import { column, formTable, type FormField, type Told } from "../formTable";

const TARGET: Told = {
  by: ["目标", "计划", "任务", "target", "plan", "budget"],
  not: ["实际", "实绩", "完成", "日报", "actual", "result"],
  unsaid: false,
};
const ACTUAL: Told = { by: TARGET.not, not: TARGET.by, unsaid: true };

type StoreField =
  "store" | "date" | "passersBy" | "visitors" | "entry" | "buyers" | "conversion" | "ticket" | "sales";

/** Counts or rates: either makes the other. */
const FIELDS: readonly FormField<StoreField>[] = [
  column("store", "name", { "zh-CN": "门店", "en-US": "Store" }, ["店铺", "店名", "门店名称", "店铺名称", "分店", "网点", "专卖店", "shop", "store name", "shop name", "outlet", "branch", "location"]), // prettier-ignore
  column("date", "date", { "zh-CN": "日期", "en-US": "Date" }, ["营业日期", "统计日期", "day", "business date"], { optional: true }), // prettier-ignore
  column("passersBy", "number", { "zh-CN": "客流量", "en-US": "Passers-by" }, ["客流", "过店客流", "门前客流", "路过人数", "过路客流", "经过人数", "passersby", "foot traffic", "footfall", "traffic", "pedestrians"], { min: 0 }), // prettier-ignore
  column("visitors", "number", { "zh-CN": "进店人数", "en-US": "Visitors" }, ["进店", "进店客流", "入店人数", "进店数", "到店人数", "store visitors", "walk ins", "walkins", "entries"], { min: 0, optional: true }), // prettier-ignore
  column("entry", "percent", { "zh-CN": "进店率", "en-US": "Entry rate" }, ["入店率", "进店比率", "捕获率", "capture rate", "entry", "walk in rate", "turn in rate"], { min: 0, max: 1, instead: ["visitors"] }), // prettier-ignore
  column("buyers", "number", { "zh-CN": "成交人数", "en-US": "Buyers" }, ["成交笔数", "成交单数", "成交数", "交易笔数", "订单数", "单数", "成交", "transactions", "tickets", "orders", "sales transactions", "receipts"], { min: 0, optional: true }), // prettier-ignore
  column("conversion", "percent", { "zh-CN": "成交率", "en-US": "Conversion" }, ["转化率", "成交转化率", "conversion rate", "close rate"], { min: 0, max: 1, instead: ["buyers"] }), // prettier-ignore
  column("ticket", "number", { "zh-CN": "客单价", "en-US": "Average ticket" }, ["客单", "平均客单价", "单均金额", "件单价", "average basket", "basket", "avg ticket", "average transaction value", "atv", "aov", "ticket"], { min: 0, instead: ["sales"] }), // prettier-ignore
  column("sales", "money", { "zh-CN": "销售额", "en-US": "Sales" }, ["营业额", "销售金额", "成交金额", "销售收入", "业绩", "revenue", "turnover", "net sales", "sales amount"], { min: 0, optional: true }), // prettier-ignore
];

const SERVES: readonly (readonly StoreField[])[] = [
  ["store", "passersBy"],
  ["store", "entry"],
  ["store", "conversion"],
  ["store", "ticket"],
  ["store", "buyers", "sales"],
];

/** Every store's target, driver by driver. */
export const STORE_TARGETS = formTable({
  id: "storeTargets",
  label: { "zh-CN": "门店目标", "en-US": "Store targets" },
  told: TARGET,
  serves: SERVES,
  totals: ["全部门店", "All stores"],
  fields: FIELDS,
});

/** What every store reached; a store may have a row a day. */
export const STORE_ACTUALS = formTable({
  id: "storeActuals",
  label: { "zh-CN": "门店实绩", "en-US": "Store results" },
  told: ACTUAL,
  serves: SERVES,
  totals: ["全部门店", "All stores"],
  fields: FIELDS,
});

export const STORE_TABLES = [STORE_TARGETS, STORE_ACTUALS] as const;
