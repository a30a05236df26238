import type { PayComponent, PayPlan } from "../../src/scoring/pay/payPlan";
import type { PayPeople } from "../../src/scoring/pay/payTeam";
import type { Lang } from "../../src/words";

const NAMES = {
  base: { "zh-CN": "岗位工资", "en-US": "Position pay" },
  att: { "zh-CN": "完成率", "en-US": "Attainment" },
  score: { "zh-CN": "日常得分", "en-US": "Daily score" },
  sales: { "zh-CN": "销售额", "en-US": "Sales" },
  target: { "zh-CN": "任务", "en-US": "Target" },
  days: { "zh-CN": "出差天数", "en-US": "Days out" },
  faults: { "zh-CN": "差错次数", "en-US": "Faults" },
  fixed: { "zh-CN": "固定部分", "en-US": "Fixed part" },
  completion: { "zh-CN": "完成部分", "en-US": "Completion part" },
  daily: { "zh-CN": "日常部分", "en-US": "Daily-work part" },
  allowance: { "zh-CN": "出差补贴", "en-US": "Allowance" },
  lead: { "zh-CN": "主任出差补贴", "en-US": "Director's allowance" },
  commission: { "zh-CN": "提成", "en-US": "Commission" },
  now: { "zh-CN": "提成次月发放", "en-US": "Commission now" },
  yearEnd: { "zh-CN": "提成留存", "en-US": "Commission kept" },
  bonus: { "zh-CN": "超额奖励", "en-US": "Over-plan bonus" },
  fine: { "zh-CN": "差错罚款", "en-US": "Fines" },
  carried: { "zh-CN": "连带罚款", "en-US": "Share of fines" },
  rep: { "zh-CN": "业务员", "en-US": "Rep" },
  director: { "zh-CN": "主任", "en-US": "Director" },
  plan: { "zh-CN": "销售人员薪酬方案", "en-US": "Pay of the sales force" },
  yuan: { "zh-CN": "元", "en-US": "yuan" },
} as const;

/** Every kind of component in one plan: parts, allowances by position, tiers, 70/30, fines that reach managers. */
export function fullPayPlan(lang: Lang): PayPlan {
  const name = (id: keyof typeof NAMES): string => NAMES[id][lang];
  const part = (
    id: keyof typeof NAMES,
    rule: PayComponent["rule"],
    inputs: PayComponent["inputs"],
    more: Partial<PayComponent> = {},
  ): PayComponent => ({ id, name: name(id), rule, inputs, counts: "paid", ...more });
  const steps = (low: number, high: number) => ({
    kind: "steps",
    steps: [
      { from: 0.6, side: "≥", amount: high },
      { from: null, side: "≥", amount: low },
    ],
  });
  const tiers = [
    { from: 200_000, side: "≥", rate: 0.05 },
    { from: 100_000, side: ">", rate: 0.03 },
    { from: 0, side: "≥", rate: 0.02 },
  ];
  return {
    id: "full",
    name: name("plan"),
    lang,
    currency: name("yuan"),
    inputs: [
      { id: "base", name: name("base"), format: "money" },
      { id: "att", name: name("att"), format: "percent" },
      { id: "score", name: name("score"), format: "decimal" },
      { id: "sales", name: name("sales"), format: "money" },
      { id: "target", name: name("target"), format: "money" },
      { id: "days", name: name("days"), format: "decimal" },
      { id: "faults", name: name("faults"), format: "integer" },
    ],
    components: [
      part("fixed", { kind: "share", share: 0.5 }, { base: "base" }),
      part("completion", { kind: "share", share: 0.35, cap: 1.2 }, { base: "base", factor: "att" }),
      part("daily", { kind: "share", share: 0.15 }, { base: "base", factor: "score / 100" }),
      part("allowance", steps(80, 100), { value: "att", times: "days" }, { positions: [name("rep")] }),
      part("lead", steps(120, 150), { value: "att", times: "days" }, { positions: [name("director")] }),
      part(
        "commission",
        { kind: "commission", mode: "marginal", tiers, accelerateFrom: 1, accelerator: 1.2, cap: 20_000 },
        { base: "sales", attainment: "att" },
        { counts: "memo", noData: "zero" },
      ),
      part(
        "now",
        { kind: "share", share: 0.7 },
        { base: "commission" },
        { round: { digits: 0, mode: "half" } },
      ),
      part("yearEnd", { kind: "rest" }, { whole: "commission", part: "now" }, { counts: "later" }),
      part(
        "bonus",
        { kind: "overPlan", rate: 0.01, cap: 3000 },
        { actual: "sales", target: "target" },
        { noData: "zero" },
      ),
      part(
        "fine",
        { kind: "perItem", each: 50 },
        { count: "faults" },
        { counts: "deducted", noData: "zero" },
      ),
      part("carried", { kind: "chain", direct: 0.3, upper: 0.1 }, { of: "fine" }, { counts: "deducted" }),
    ],
    round: { digits: 2, mode: "half" },
  };
}

const EAST = { "zh-CN": "华东大区", "en-US": "East" } as const;
const WEST = { "zh-CN": "西部大区", "en-US": "West" } as const;

/** Twelve people in two units with a manager each; the sixth has no score yet. */
export function payTeamOf(lang: Lang): PayPeople {
  const zh = [
    "王建国",
    "李秀英",
    "张伟",
    "刘洋",
    "陈静",
    "杨帆",
    "赵磊",
    "黄敏",
    "周涛",
    "吴倩",
    "徐刚",
    "孙丽",
  ];
  const en = ["Ann", "Bob", "Cleo", "Dan", "Eve", "Finn", "Gus", "Hana", "Ivo", "Jil", "Kay", "Lou"];
  const names = lang === "zh-CN" ? zh : en;
  const [boss = "", west = ""] = [names[0], names[6]];
  const inputs: Record<string, (number | null)[]> = {
    base: [9000, 6000, 6000, 5500, 5500, 5500, 8000, 6000, 6000, 5500, 5500, 5500],
    att: [0.98, 0.92, 1.08, 0.5999, 0.6, 0.85, 1.01, 1.25, 0.77, 0.3, 0.95, 1],
    score: [90, 88, 92.5, 70, 81, null, 89, 97, 66.6, 59, 84, 91],
    sales: [0, 99_999, 250_000, 100_000, 42_000, 83_500, 0, 612_000, 77_777, null, 95_000, 200_000],
    target: [0, 110_000, 231_000, 166_000, 70_000, 98_000, 0, 490_000, 101_000, 90_000, 100_000, 200_000],
    days: [4, 12, 9, 15, 11.5, 8, 6, 14, 10, 0, 3, 7],
    faults: [0, 2, 0, 4, 1, 0, 1, 0, 3, 0, null, 0],
  };
  return {
    names,
    units: names.map((_, i) => (i < 6 ? EAST : WEST)[lang]),
    positions: names.map((_, i) => NAMES[i % 6 === 0 ? "director" : "rep"][lang]),
    managers: names.map((_, i) => (i === 0 ? "" : i === 6 || i < 6 ? boss : west)),
    inputs: new Map(Object.entries(inputs)),
  };
}
