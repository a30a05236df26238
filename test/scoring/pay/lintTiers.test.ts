import { lintPay } from "../../../src/scoring/pay/lintTiers";
import type { PayComponent, PayPlan } from "../../../src/scoring/pay/payPlan";

function lint(rule: PayComponent["rule"], inputs: PayComponent["inputs"] = { base: "sales" }) {
  const plan: PayPlan = {
    id: "p",
    name: "Pay",
    lang: "en-US",
    currency: "yuan",
    inputs: [{ id: "sales", name: "Sales", format: "money" }],
    components: [{ id: "com", name: "Commission", rule, inputs, counts: "paid" }],
  };
  return lintPay(plan);
}

const commission = (mode: string, tiers: readonly Record<string, number | string>[], more: object = {}) =>
  lint({ kind: "commission", mode, tiers, ...more });

test("sound marginal tiers have nothing to say", () => {
  expect(
    commission("marginal", [
      { from: 100, rate: 0.05 },
      { from: 0, rate: 0.03 },
    ]),
  ).toEqual([]);
});

test("a gap: where, what and how to mend it", () => {
  const tiers = [
    { from: 120, rate: 0.05 },
    { from: 0, to: 100, rate: 0.03 },
  ];
  expect(commission("marginal", tiers)).toEqual([
    {
      problem: "gap",
      severity: "error",
      where: "com.tiers[1]",
      what: "Commission: no tier covers 100 to 120",
      mend: "end the lower tier at 120, or start the upper one at 100",
    },
  ]);
});

test.each([
  ["overlap", { from: 90, rate: 0.05 }, { from: 0, to: 100, rate: 0.03 }],
  ["ownedTwice", { from: 100, side: "≥", rate: 0.05 }, { from: 0, to: 100, toSide: "≤", rate: 0.03 }],
  ["ownedByNone", { from: 100, side: ">", rate: 0.05 }, { from: 0, to: 100, toSide: "<", rate: 0.03 }],
  ["order", { from: 0, rate: 0.03 }, { from: 100, rate: 0.05 }],
  ["overlap", { from: 100, rate: 0.05 }, { from: 100, rate: 0.03 }],
] as const)("%s", (problem, upper, lower) => {
  const [found] = commission("marginal", [upper, lower]);
  expect(found).toMatchObject({ problem, severity: "error", where: "com.tiers[1]" });
});

test("a cliff says what just missing it costs", () => {
  const [found] = commission("whole", [
    { from: 100_000, rate: 0.03 },
    { from: 0, rate: 0.02 },
  ]);
  expect(found).toMatchObject({
    problem: "cliff",
    severity: "warning",
    where: "com.tiers[0]",
    what: "Commission: at 100,000 pay jumps from 2,000 to 3,000 yuan; just missing it costs 1,000",
  });
});

test("pay that falls as sales rise must not go out", () => {
  const [found] = commission("whole", [
    { from: 100_000, rate: 0.02 },
    { from: 0, rate: 0.03 },
  ]);
  expect(found).toMatchObject({ problem: "falls", severity: "error" });
});

test("a cap that is reached before the top tier starts", () => {
  const tiers = [
    { from: 200_000, rate: 0.05 },
    { from: 100_000, rate: 0.03 },
    { from: 0, rate: 0.02 },
  ];
  // 100 000 × 2 % + 100 000 × 3 % = 5 000
  expect(commission("marginal", tiers, { cap: 5000 }).map(({ problem, where }) => [problem, where])).toEqual([
    ["capped", "com.tiers[0]"],
  ]);
  expect(commission("marginal", tiers, { cap: 5001 })).toEqual([]);
});

test("shares of one base that do not make a whole", () => {
  const part = (id: string, share: number): PayComponent => ({
    id,
    name: id,
    rule: { kind: "share", share },
    inputs: { base: "P" },
    counts: "paid",
  });
  const plan: PayPlan = {
    id: "p",
    name: "工资",
    lang: "zh-CN",
    currency: "元",
    inputs: [{ id: "P", name: "岗位工资", format: "money" }],
    components: [part("固定", 0.5), part("完成", 0.35), part("日常", 0.1)],
  };
  expect(lintPay(plan).map(({ what }) => what)).toEqual([
    "岗位工资的各部分（固定、完成、日常）合计 95%，不是 100%",
  ]);
});
