/** Finding a template by what people call it: its words in both languages, what else it is called, initials of its pinyin. */
import { tidyText } from "../records/clean/text";
import { GALLERY } from "./gallery";
import type { Template } from "./template";

interface Called {
  /** First letters of its Chinese name's pinyin: `ndxsjh` for 年度销售计划. */
  readonly initials: string;
  /** What else people look for. */
  readonly also: readonly string[];
}

/** By id. */
export const CALLED: Readonly<Record<string, Called>> = {
  "rep-monthly": { initials: "xsryydkh", also: ["业务员", "绩效", "月度绩效", "日常", "考勤", "出勤", "KPI", "performance", "appraisal", "attendance", "rep", "sales staff"] }, // prettier-ignore
  "responsibility-letter": { initials: "mbzrs", also: ["责任状", "军令状", "绩效", "安全", "奖金", "KPI", "target letter", "bonus", "safety", "performance"] }, // prettier-ignore
  "field-office": { initials: "zwjgjdkh", also: ["办事处", "分公司", "驻外", "季度", "促销员", "绩效", "branch", "office", "quarterly", "promoter", "performance"] }, // prettier-ignore
  "four-part": { initials: "sbfjx", also: ["能力", "态度", "团队", "绩效", "KPI", "appraisal", "capability", "attitude", "performance"] }, // prettier-ignore
  commission: { initials: "ywtckh", also: ["提成", "佣金", "奖金", "补贴", "回款", "立方米", "薪酬", "工资", "bonus", "pay", "allowance", "incentive", "collection"] }, // prettier-ignore
  "director-letter": { initials: "xszjzrs", also: ["总监", "负责人", "绩效", "责任状", "KPI", "head of sales", "executive", "performance"] }, // prettier-ignore
  "sales-evaluation": { initials: "xsryzhkp", also: ["考核", "绩效", "互评", "协作", "KPI", "appraisal", "peer", "performance"] }, // prettier-ignore
  "manager-annual": { initials: "glryndkh", also: ["经理", "干部", "主管", "360", "绩效", "KPI", "appraisal", "management", "performance", "yearly"] }, // prettier-ignore
  "operating-responsibility": { initials: "jyzrzkh", also: ["经营", "绩效", "360", "KPI", "P&L", "profit", "performance"] }, // prettier-ignore
  "work-plan": { initials: "nyzgzjh", also: ["周报", "月报", "任务", "待办", "工作总结", "日程", "todo", "tasks", "weekly report", "schedule", "planner"] }, // prettier-ignore
  "retail-drivers": { initials: "mdsqdys", also: ["零售", "客流", "客单价", "转化率", "成交率", "店铺", "shop", "store", "conversion", "footfall", "ticket"] }, // prettier-ignore
  "key-accounts": { initials: "dkhjhyls", also: ["重点客户", "KA", "客户流失", "客户计划", "customers", "accounts", "churn"] }, // prettier-ignore
  "annual-sales-plan": { initials: "ndxsjh", also: ["目标分解", "任务分解", "销售任务", "拜访", "预算", "sales budget", "quota", "targets", "visits"] }, // prettier-ignore
  "product-mix": { initials: "cpjgjh", also: ["品类", "产品线", "险种", "占比", "product line", "category", "share"] }, // prettier-ignore
  regions: { initials: "dqmbfj", also: ["区域", "目标分解", "任务分解", "指标", "费用", "市场占有率", "quota", "territory", "areas", "market share"] }, // prettier-ignore
  "budget-responsibility": { initials: "yszrz", also: ["费用", "成本", "责任中心", "差异", "cost", "expenses", "variance", "cost centre", "cost center"] }, // prettier-ignore
  service: { initials: "shfwkh", also: ["客服", "服务", "回访", "满意度", "投诉", "绩效", "after-sales", "customer service", "satisfaction", "complaints"] }, // prettier-ignore
  "target-tracker": { initials: "mbgzb", also: ["进度", "完成率", "达成", "红黄绿灯", "预测", "progress", "forecast", "attainment", "traffic light", "actuals"] }, // prettier-ignore
  "growth-plan": { initials: "zzjh", also: ["新客户", "续约", "目标", "new customers", "renewal", "quota", "targets"] }, // prettier-ignore
  "training-plan": { initials: "pxjhyxg", also: ["课程", "学习", "讲师", "考试", "成绩", "courses", "learning", "sessions", "budget"] }, // prettier-ignore
  promotion: { initials: "cxjhyxgpg", also: ["活动", "营销", "投入产出", "campaign", "marketing", "ROI", "uplift"] }, // prettier-ignore
  "customer-card": { initials: "khk", also: ["客户档案", "联系人", "拜访", "跟进", "CRM", "contacts", "accounts", "visits"] }, // prettier-ignore
  "feedback-interview": { initials: "jxmtjl", also: ["反馈", "谈话", "辅导", "改进", "评估", "one on one", "coaching", "review", "performance talk"] }, // prettier-ignore
};

/** What a template is found by, in small letters. */
export function searchText({ id, number, name, purpose }: Template): string {
  const { initials, also } = CALLED[id] ?? { initials: "", also: [] };
  return plain([id, number, name["zh-CN"], name["en-US"], purpose["zh-CN"], purpose["en-US"], initials, ...also].join(" ")); // prettier-ignore
}

/**
 * Whether all words somebody typed are somewhere in the text; Chinese words may be run together, as in 门店客单价.
 *
 * @example finds(searchText(template), "wkly plan") // false
 */
export function finds(text: string, words: string): boolean {
  return plain(words)
    .split(" ")
    .every((word) => text.includes(word) || (isChinese(word) && inPieces(text, word)));
}

/** A run of Chinese characters is found when it is made of pieces of two and more that are. */
function inPieces(text: string, word: string): boolean {
  if (word === "") return true;
  for (let length = word.length; length >= 2; length -= 1)
    if (text.includes(word.slice(0, length)) && inPieces(text, word.slice(length))) return true;
  return false;
}

const isChinese = (word: string): boolean => /^[\u4E00-\u9FFF]{4,}$/.test(word);

const plain = (text: string): string => tidyText(text).toLowerCase();

/** Templates somebody may have meant by a wrong id, the most alike first; at most three. */
export function nearestTemplates(wanted: string): Template[] {
  const isNamed = ({ name }: Template): boolean =>
    Object.values(name).some((each) => plain(each).includes(plain(wanted)));
  const found = GALLERY.filter((template) => finds(searchText(template), wanted)).toSorted(
    (a, b) => Number(isNamed(b)) - Number(isNamed(a)),
  );
  const asWord = plain(wanted).replace(/[^\p{L}\p{N}]/gu, "");
  const alike = GALLERY.map((template) => {
    const whole = [template.id, template.name["en-US"], template.name["zh-CN"]];
    const words = whole.flatMap((name) => name.split(/[\s-]+/)).filter((word) => word.length > 4);
    const names = [...whole, ...words].map((name) => plain(name).replace(/[^\p{L}\p{N}]/gu, ""));
    return {
      template,
      far: Math.min(...names.map((name) => distance(asWord, name) / Math.max(name.length, asWord.length))),
    };
  })
    .filter(({ far }) => far <= 0.4)
    .toSorted((a, b) => a.far - b.far)
    .map(({ template }) => template);
  return [...new Set([...alike, ...(wanted.trim() === "" ? [] : found)])].slice(0, 3);
}

/** Letters to change, put in or leave out between two words. */
function distance(one: string, other: string): number {
  let line = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (const [j, theirs] of [...other].entries())
      next.push(
        Math.min((line[j] ?? 0) + (letter === theirs ? 0 : 1), (line[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1),
      );
    line = next;
  }
  return line.at(-1) ?? 0;
}
