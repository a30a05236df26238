import { column, formTable } from "../formTable";

/** One row a promotion. */
export const PROMOTIONS = formTable({
  id: "promotions",
  label: { "zh-CN": "促销计划与评估", "en-US": "Promotions" },
  serves: [
    ["name", "from"],
    ["name", "span"],
    ["name", "budget"],
    ["name", "cost"],
    ["name", "target"],
    ["name", "volume"],
  ],
  fields: [
    column("id", "key", { "zh-CN": "编号", "en-US": "No." }, ["序号", "活动编号", "no", "id", "promotion no", "promotion id", "campaign id"], { optional: true }), // prettier-ignore
    column("name", "text", { "zh-CN": "促销活动", "en-US": "Promotion" }, ["活动", "活动名称", "促销名称", "促销主题", "活动主题", "活动内容", "促销方案", "主题", "名称", "campaign", "campaign name", "promotion name", "event", "activity", "name"]), // prettier-ignore
    column("owner", "name", { "zh-CN": "负责人", "en-US": "Owner" }, ["责任人", "执行人", "经办人", "主办人", "业务员", "responsible", "manager", "person in charge", "run by"], { optional: true }), // prettier-ignore
    column("from", "date", { "zh-CN": "开始", "en-US": "From" }, ["开始日期", "开始时间", "起始日期", "起", "活动开始", "start", "start date", "starts", "begin", "from date"], { instead: ["span"] }), // prettier-ignore
    column("to", "date", { "zh-CN": "结束", "en-US": "To" }, ["结束日期", "结束时间", "截止日期", "止", "活动结束", "end", "end date", "ends", "until", "to date"], { instead: ["span"] }), // prettier-ignore
    column("span", "text", { "zh-CN": "活动时间", "en-US": "Dates" }, ["活动日期", "促销时间", "促销期", "促销日期", "起止日期", "起止时间", "时间", "period", "when", "duration", "promotion period"], { optional: true, notWords: ["开始时间", "结束时间", "开始日期", "结束日期"] }), // prettier-ignore
    column("daily", "number", { "zh-CN": "平日日销量", "en-US": "Usual a day" }, ["平日销量", "日均销量", "基础日销量", "日常销量", "平时日销量", "基准日销", "baseline", "baseline daily volume", "daily baseline", "usual daily volume", "normal daily sales", "average daily volume"], { min: 0 }), // prettier-ignore
    column("margin", "number", { "zh-CN": "单件毛利", "en-US": "Margin each" }, ["单位毛利", "毛利", "每件毛利", "单台毛利", "unit margin", "margin per piece", "margin", "gross margin each"]), // prettier-ignore
    column("budget", "money", { "zh-CN": "预算", "en-US": "Budget" }, ["预算费用", "费用预算", "促销预算", "活动预算", "预计费用", "计划费用", "planned cost", "promotion budget"], { min: 0 }), // prettier-ignore
    column("target", "number", { "zh-CN": "目标销量", "en-US": "Target volume" }, ["计划销量", "销量目标", "目标", "预计销量", "目标数量", "target", "planned volume", "volume target", "target units", "target quantity"], { min: 0 }), // prettier-ignore
    column("cost", "money", { "zh-CN": "实际费用", "en-US": "Cost" }, ["费用", "实际花费", "实际支出", "促销费用", "活动费用", "支出", "actual cost", "spent", "spend", "actual spend"], { min: 0, notWords: ["预算", "预计费用", "计划费用", "费用预算", "预算费用"] }), // prettier-ignore
    column("volume", "number", { "zh-CN": "实际销量", "en-US": "Volume" }, ["销量", "完成销量", "活动销量", "促销销量", "实际数量", "actual volume", "units sold", "actual units", "sold", "quantity sold"], { notWords: ["目标销量", "计划销量", "平日销量", "日均销量"] }), // prettier-ignore
    column("lesson", "text", { "zh-CN": "经验与改进", "en-US": "What was learnt" }, ["总结", "经验", "经验教训", "活动总结", "改进", "改进措施", "问题与改进", "备注", "lessons", "lessons learnt", "learnings", "remarks", "notes", "comment"], { optional: true }), // prettier-ignore
  ],
});

export const PROMOTION_TABLES = [PROMOTIONS] as const;
