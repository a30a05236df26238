import type { PayComponent, PayPlan } from "../../scoring/pay/payPlan";
import type { Lang, Phrase } from "../../words";

/** A pay plan of the gallery and what each example person brings to it; `score` comes from the evaluation. */
export interface ExamplePay {
  readonly plan: (lang: Lang) => PayPlan;
  /** Input id → a value for each person in turn; the list begins again when it ends. */
  readonly inputs: Readonly<Record<string, readonly number[]>>;
}

const T = {
  currency: { "zh-CN": "元", "en-US": "currency units" },
  monthly: { "zh-CN": "月度工资", "en-US": "Monthly pay" },
  letter: { "zh-CN": "责任书绩效工资", "en-US": "Pay under the letter" },
  commission: { "zh-CN": "提成与补贴", "en-US": "Commission and allowance" },
  salary: { "zh-CN": "工资标准", "en-US": "Salary" },
  attainment: { "zh-CN": "任务完成率", "en-US": "Attainment" },
  score: { "zh-CN": "考核得分", "en-US": "Score" },
  fixed: { "zh-CN": "固定部分 50 %", "en-US": "Fixed part 50 %" },
  completion: { "zh-CN": "完成部分 35 %", "en-US": "Completion part 35 %" },
  daily: { "zh-CN": "日常部分 15 %", "en-US": "Daily-work part 15 %" },
  gross: { "zh-CN": "应发工资", "en-US": "Gross" },
  missed: { "zh-CN": "未达标项数", "en-US": "Targets missed" },
  safety: { "zh-CN": "其中安全项", "en-US": "Safety missed besides" },
  base: { "zh-CN": "基本部分 70 %", "en-US": "Fixed part 70 %" },
  pool: { "zh-CN": "绩效部分 30 %", "en-US": "Performance pool 30 %" },
  bonus: { "zh-CN": "奖金标准", "en-US": "Bonus at 100 %" },
  days: { "zh-CN": "出差天数", "en-US": "Days out" },
  allowance: { "zh-CN": "出差补贴", "en-US": "Allowance" },
  gated: { "zh-CN": "完成奖金", "en-US": "Bonus" },
  sales: { "zh-CN": "销售额", "en-US": "Sales" },
  earned: { "zh-CN": "提成", "en-US": "Commission" },
  now: { "zh-CN": "次月发放 70 %", "en-US": "70 % next month" },
  later: { "zh-CN": "年终发放 30 %", "en-US": "30 % at year end" },
} as const satisfies Record<string, Phrase>;

type Key = keyof typeof T;

const builder = (lang: Lang) => ({
  input: (id: Key, format: "money" | "percent" | "decimal" | "integer") => ({
    id,
    name: T[id][lang],
    format,
  }),
  part: (
    id: Key,
    rule: PayComponent["rule"],
    inputs: PayComponent["inputs"],
    more: Partial<PayComponent> = {},
  ): PayComponent => ({ id, name: T[id][lang], rule, inputs, counts: "paid", ...more }),
});

/** 0.5P + 0.35P·c + 0.15P·s/100: 6 000 at 92 % and 88 points is 5 724. */
export const MONTHLY_PAY: ExamplePay = {
  plan: (lang) => {
    const { input, part } = builder(lang);
    return {
      id: "monthly",
      name: T.monthly[lang],
      lang,
      currency: T.currency[lang],
      inputs: [
        input("salary", "money"),
        input("attainment", "percent"),
        { ...input("score", "decimal"), from: "total" },
      ],
      components: [
        part("fixed", { kind: "share", share: 0.5 }, { base: "salary" }),
        part("completion", { kind: "share", share: 0.35 }, { base: "salary", factor: "attainment" }),
        part("daily", { kind: "share", share: 0.15 }, { base: "salary", factor: "score / 100" }),
      ],
      round: { digits: 2, mode: "half" },
    };
  },
  inputs: { salary: [6000, 8000, 6500], attainment: [0.92, 1.04, 0.87, 0.98] },
};

/** Pool of 30 %, a tenth of it off for each target missed, safety double: 8 000 with two and one of safety is 7 040. */
export const LETTER_PAY: ExamplePay = {
  plan: (lang) => {
    const { input, part } = builder(lang);
    return {
      id: "letter",
      name: T.letter[lang],
      lang,
      currency: T.currency[lang],
      inputs: [input("gross", "money"), input("missed", "integer"), input("safety", "integer")],
      components: [
        part("base", { kind: "share", share: 0.7 }, { base: "gross" }),
        part(
          "pool",
          { kind: "pool", share: 0.3, loss: 0.1, weight: 2 },
          { gross: "gross", missed: "missed", serious: "safety" },
        ),
      ],
      round: { digits: 2, mode: "half" },
    };
  },
  inputs: { gross: [8000, 7500, 8000, 6800], missed: [0, 2, 2, 1], safety: [0, 0, 1, 1] },
};

/** Allowance 80 or 100 a day from 60 %; no bonus under 30 %; commission in tiers, 70 % now and 30 % at year end. */
export const COMMISSION_PAY: ExamplePay = {
  plan: (lang) => {
    const { input, part } = builder(lang);
    return {
      id: "commission",
      name: T.commission[lang],
      lang,
      currency: T.currency[lang],
      inputs: [
        input("attainment", "percent"),
        input("days", "decimal"),
        input("bonus", "money"),
        input("sales", "money"),
      ],
      components: [
        part(
          "allowance",
          {
            kind: "steps",
            steps: [
              { from: 0.6, side: "≥", amount: 100 },
              { from: null, side: "≥", amount: 80 },
            ],
          },
          { value: "attainment", times: "days" },
        ),
        part("gated", { kind: "gate", gate: 0.3 }, { bonus: "bonus", attainment: "attainment" }),
        part(
          "earned",
          {
            kind: "commission",
            mode: "marginal",
            tiers: [
              { from: 200_000, side: "≥", rate: 0.05 },
              { from: 100_000, side: "≥", rate: 0.03 },
              { from: 0, side: "≥", rate: 0.02 },
            ],
          },
          { base: "sales" },
          { counts: "memo" },
        ),
        part(
          "now",
          { kind: "share", share: 0.7 },
          { base: "earned" },
          { round: { digits: 2, mode: "half" } },
        ),
        part("later", { kind: "rest" }, { whole: "earned", part: "now" }, { counts: "later" }),
      ],
      round: { digits: 2, mode: "half" },
    };
  },
  inputs: {
    attainment: [0.85, 0.3, 0.2999, 1.06],
    days: [12, 9, 6, 15],
    bonus: [2000, 2000, 2000, 2000],
    sales: [168_000, 86_000, 42_500, 263_000],
  },
};
