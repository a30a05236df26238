import type { PayComponent, PayInput, PayPlan } from "../../scoring/pay/payPlan";
import type { Lang, Phrase } from "../../words";

/** A pay plan of the gallery and what each example person brings to it; `score` comes from the evaluation. */
export interface ExamplePay {
  readonly plan: (lang: Lang) => PayPlan;
  /** Input id → a value for each person in turn; the list begins again when it ends. */
  readonly inputs: Readonly<Record<string, readonly number[]>>;
}

const T = {
  currency: { "zh-CN": "元", "en-US": "yuan" },
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
  incidents: { "zh-CN": "安全事件次数", "en-US": "Safety incidents" },
  accidents: { "zh-CN": "重大事故次数", "en-US": "Major accidents" },
  base: { "zh-CN": "基本部分 70 %", "en-US": "Fixed part 70 %" },
  pool: { "zh-CN": "绩效部分 30 %", "en-US": "Performance pool 30 %" },
  bonus: { "zh-CN": "奖金标准", "en-US": "Bonus at 100 %" },
  days: { "zh-CN": "出差天数", "en-US": "Days out" },
  repAllowance: { "zh-CN": "业务员出差补贴", "en-US": "Reps' allowance" },
  directorAllowance: { "zh-CN": "区域主任出差补贴", "en-US": "Directors' allowance" },
  rep: { "zh-CN": "业务员", "en-US": "Sales rep" },
  director: { "zh-CN": "区域主任", "en-US": "Area director" },
  gated: { "zh-CN": "完成奖金", "en-US": "Bonus" },
  collected: { "zh-CN": "回款（元）", "en-US": "Collected" },
  earned: { "zh-CN": "提成", "en-US": "Commission" },
  now: { "zh-CN": "次月：提成 70 %", "en-US": "next month: 70 % of commission" },
  later: { "zh-CN": "提成 30 %", "en-US": "30 % of commission" },
} as const satisfies Record<string, Phrase>;

type Key = keyof typeof T;

const builder = (lang: Lang) => ({
  /** @param from where the scorecard has it; absent, it is typed */
  input: (id: Key, format: "money" | "percent" | "decimal" | "integer", from?: string): PayInput => ({
    id,
    name: T[id][lang],
    format,
    ...(from !== undefined && { from }),
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
      inputs: [input("salary", "money"), input("attainment", "percent"), input("score", "decimal", "total")],
      components: [
        part("fixed", { kind: "share", share: 0.5 }, { base: "salary" }),
        part("completion", { kind: "share", share: 0.35 }, { base: "salary", factor: "attainment" }),
        part("daily", { kind: "share", share: 0.15 }, { base: "salary", factor: "score / 100" }),
      ],
      round: { digits: 2, mode: "half" },
    };
  },
  // Zhao Jing, the fourth, is the one of the example above in March.
  inputs: {
    salary: [8000, 6500, 6000, 6000, 8000, 5500],
    attainment: [1.04, 0.98, 0.87, 0.92, 0.95, 1],
  },
};

/**
 * Pool of 30 %, a tenth of it off for each target missed, safety double: 8 000 with two and one of safety is 7 040. A
 * major accident cancels the pool. What was missed is counted on the scorecard.
 */
export const LETTER_PAY: ExamplePay = {
  plan: (lang) => {
    const { input, part } = builder(lang);
    const safety = "if(incidents > 0, 1, 0)";
    return {
      id: "letter",
      name: T.letter[lang],
      lang,
      currency: T.currency[lang],
      inputs: [
        input("gross", "money"),
        input("missed", "integer", "missed"),
        input("incidents", "integer", "incidents"),
        input("accidents", "integer", "accidents"),
      ],
      components: [
        part("base", { kind: "share", share: 0.7 }, { base: "gross" }),
        part(
          "pool",
          { kind: "pool", share: 0.3, loss: 0.1, weight: 2 },
          { gross: "if(accidents > 0, 0, gross)", missed: `missed - ${safety}`, serious: safety },
        ),
      ],
      round: { digits: 2, mode: "half" },
    };
  },
  inputs: { gross: [8000, 7500, 8000, 6800] },
};

/**
 * Allowance 80 or 100 a day from 60 %, directors 120 or 150; no bonus under 30 %; commission in tiers on what was
 * collected, 70 % next month and 30 % at year end. Attainment and collection are the picked month's.
 */
export const COMMISSION_PAY: ExamplePay = {
  plan: (lang) => {
    const { input, part } = builder(lang);
    const perDay = (below: number, reached: number): PayComponent["rule"] => ({
      kind: "steps",
      steps: [
        { from: 0.6, side: "≥", amount: reached },
        { from: null, side: "≥", amount: below },
      ],
    });
    const byDays = { value: "attainment", times: "days" };
    return {
      id: "commission",
      name: T.commission[lang],
      lang,
      currency: T.currency[lang],
      inputs: [
        input("attainment", "percent", "measure:attained"),
        input("days", "decimal"),
        input("bonus", "money"),
        input("collected", "money", "collected"),
      ],
      components: [
        part("repAllowance", perDay(80, 100), byDays, { positions: [T.rep[lang]] }),
        part("directorAllowance", perDay(120, 150), byDays, { positions: [T.director[lang]] }),
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
          { base: "collected" },
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
  inputs: { days: [12, 9, 6, 15, 10, 8], bonus: [2000] },
};
