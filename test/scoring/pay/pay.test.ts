/** Worked figures of the domain's section on pay. */
import { payTeam, type PayPeople } from "../../../src/scoring/pay/payTeam";
import type { PayComponent, PayPlan } from "../../../src/scoring/pay/payPlan";
import { validatePay } from "../../../src/scoring/pay/validatePay";

type Given = Readonly<Record<string, number | null>>;

function planOf(inputs: readonly string[], components: readonly PayComponent[]): PayPlan {
  return {
    id: "plan",
    name: "Pay",
    lang: "en-US",
    currency: "yuan",
    inputs: inputs.map((id) => ({ id, name: id, format: "decimal" })),
    components,
  };
}

function component(
  id: string,
  rule: PayComponent["rule"],
  inputs: PayComponent["inputs"],
  more: Partial<PayComponent> = {},
): PayComponent {
  return { id, name: `The ${id}`, rule, inputs, counts: "paid", ...more };
}

function pay(plan: PayPlan, people: readonly Given[], more: Partial<PayPeople> = {}) {
  expect(validatePay(plan)).toEqual([]);
  return payTeam(plan, {
    names: people.map((_, i) => `P${i}`),
    units: people.map(() => "U"),
    inputs: new Map(plan.inputs.map(({ id }) => [id, people.map((person) => person[id] ?? null)])),
    ...more,
  });
}

const paid = (result: ReturnType<typeof pay>) => result.slips.map((slip) => slip.paid);

describe("completion and daily work: 0.5P + 0.35P·c + 0.15P·s/100", () => {
  const plan = planOf(
    ["P", "c", "s"],
    [
      component("base", { kind: "share", share: 0.5 }, { base: "P" }),
      component("completion", { kind: "share", share: 0.35 }, { base: "P", factor: "c" }),
      component("daily", { kind: "share", share: 0.15 }, { base: "P", factor: "s/100" }),
    ],
  );

  test("6 000, 92 %, 88 → 5 724", () => {
    expect(paid(pay(plan, [{ P: 6000, c: 0.92, s: 88 }]))).toEqual([5724]);
  });

  test("somebody without a score waits, and is told for what", () => {
    const result = pay(plan, [{ P: 6000, c: 0.92, s: null }]);
    expect(result.slips[0]).toMatchObject({ paid: null, remark: "Held back, no data for: s" });
    expect(result.waiting).toBe(1);
  });
});

test("30 % pool, −10 % each, safety double: 8 000, two missed and one safety missed → 7 040", () => {
  const plan = planOf(
    ["gross", "missed", "safety"],
    [
      component("fixed", { kind: "share", share: 0.7 }, { base: "gross" }),
      component(
        "pool",
        { kind: "pool", share: 0.3, loss: 0.1, weight: 2 },
        { gross: "gross", missed: "missed", serious: "safety" },
      ),
    ],
  );
  const people = [
    { gross: 8000, missed: 2, safety: 1 },
    { gross: 8000, missed: 0, safety: 0 },
    { gross: 8000, missed: 9, safety: 2 },
  ];
  expect(paid(pay(plan, people))).toEqual([7040, 8000, 5600]);
});

test("gate: 2 000 at 29.99 % → 0, at 30 % → 600, at 85 % → 1 700", () => {
  const plan = planOf(
    ["bonus", "att"],
    [component("bonusPaid", { kind: "gate", gate: 0.3 }, { bonus: "bonus", attainment: "att" })],
  );
  const people = [0.2999, 0.3, 0.85, 0.1 + 0.2].map((att) => ({ bonus: 2000, att }));
  expect(paid(pay(plan, people))).toEqual([0, 600, 1700, expect.closeTo(600, 9)]);
});

test("daily allowance: under 60 % 80, from 60 % 100; a director 120 and 150", () => {
  const steps = (low: number, high: number) => ({
    kind: "steps",
    steps: [
      { from: 0.6, side: "≥", amount: high },
      { from: null, side: "≥", amount: low },
    ],
  });
  const plan = planOf(
    ["att", "days"],
    [
      component("rep", steps(80, 100), { value: "att", times: "days" }, { positions: ["rep"] }),
      component("director", steps(120, 150), { value: "att", times: "days" }, { positions: ["director"] }),
    ],
  );
  const people = [0.5999, 0.6, 0.5999, 0.6].map((att) => ({ att, days: 1 }));
  const positions = ["rep", "rep", "director", "director"];
  expect(paid(pay(plan, people, { positions }))).toEqual([80, 100, 120, 150]);
});

describe("commission tiers", () => {
  const tiers = [
    { from: 200_000, side: "≥", rate: 0.05 },
    { from: 100_000, side: "≥", rate: 0.03 },
    { from: 0, side: "≥", rate: 0.02 },
  ];
  const plan = (mode: string, more: object = {}, inputs: Record<string, string> = {}) =>
    planOf(
      ["sales", "att"],
      [component("commission", { kind: "commission", mode, tiers, ...more }, { base: "sales", ...inputs })],
    );
  const people = [99_999, 100_000, 250_000, -500].map((sales) => ({ sales, att: sales / 200_000 }));

  test("whole base: the tier reached pays for everything", () => {
    expect(paid(pay(plan("whole"), people))).toEqual([1999.98, 3000, 12_500, 0]);
  });

  test("marginal: each tier pays its own part", () => {
    expect(paid(pay(plan("marginal"), people))).toEqual([1999.98, 2000, 7500, 0]);
  });

  test("tiers by attainment: each tier carries its part of the base", () => {
    const byAttainment = {
      kind: "commission",
      mode: "marginal",
      tiers: [
        { from: 1, rate: 0.05 },
        { from: 0, rate: 0.02 },
      ],
    };
    const plan = planOf(
      ["sales", "att"],
      [component("commission", byAttainment, { base: "sales", measure: "att" })],
    );
    // 250 000 at 125 %: 200 000 at 2 % and 50 000 at 5 %
    expect(paid(pay(plan, [{ sales: 250_000, att: 1.25 }]))).toEqual([expect.closeTo(6500, 9)]);
  });

  test("an accelerator from 100 % on, and a cap", () => {
    const rule = { accelerateFrom: 1, accelerator: 1.5, cap: 10_000 };
    expect(paid(pay(plan("marginal", rule, { attainment: "att" }), people))).toEqual([
      1999.98, 2000, 10_000, 0,
    ]);
    expect(paid(pay(plan("marginal", { ...rule, cap: null }, { attainment: "att" }), people))[2]).toBe(
      11_250,
    );
  });
});

test("70 % are paid next month, 30 % at year end, and nothing is lost between them", () => {
  const plan = planOf(
    ["sales"],
    [
      component("commission", { kind: "formula" }, { value: "sales * 3%" }, { counts: "memo" }),
      component(
        "now",
        { kind: "share", share: 0.7 },
        { base: "commission" },
        { round: { digits: 0, mode: "half" } },
      ),
      component("yearEnd", { kind: "rest" }, { whole: "commission", part: "now" }, { counts: "later" }),
    ],
  );
  const { slips, paid: now, later } = pay(plan, [{ sales: 33_335 }, { sales: 100_000 }]);
  expect(slips.map((slip) => [slip.paid, slip.later])).toEqual([
    [700, expect.closeTo(300.05, 9)],
    [2100, 900],
  ]);
  expect(now + later).toBeCloseTo(133_335 * 0.03, 9);
});

test("chain: a share of the reps' fines reaches the area manager and the sales manager", () => {
  const plan = planOf(
    ["base", "faults"],
    [
      component("wage", { kind: "formula" }, { value: "base" }),
      component("fine", { kind: "perItem", each: 50 }, { count: "faults" }, { counts: "deducted" }),
      component(
        "carried",
        { kind: "chain", direct: 0.3, upper: 0.1 },
        { of: "fine" },
        { counts: "deducted" },
      ),
    ],
  );
  const people = [
    { base: 5000, faults: 4 },
    { base: 5000, faults: 2 },
    { base: 7000, faults: 0 },
    { base: 9000, faults: 0 },
  ];
  const managers = ["P2", "P2", "P3", ""];
  // fines 200 and 100; the area manager carries 30 % of 300, the sales manager 10 %
  expect(paid(pay(plan, people, { managers }))).toEqual([4800, 4900, 6910, 8970]);
});

test("over plan: what exceeds the target is paid by its own rate", () => {
  const plan = planOf(
    ["actual", "target"],
    [component("bonus", { kind: "overPlan", rate: 0.02, cap: 3000 }, { actual: "actual", target: "target" })],
  );
  const people = [90, 150, 900].map((actual) => ({ actual: actual * 1000, target: 100_000 }));
  expect(paid(pay(plan, people))).toEqual([0, 1000, 3000]);
});

describe("rounding", () => {
  const plan = (mode: "half" | "down"): PayPlan => ({
    ...planOf(["x"], [component("part", { kind: "formula" }, { value: "x" })]),
    round: { digits: 0, mode },
  });
  const thirds = Array.from({ length: 3 }, () => ({ x: 100.5 }));

  test("rounded rows that exceed the whole are reported", () => {
    const { paid, rounding } = pay(plan("half"), thirds);
    expect(paid).toBe(303);
    expect(rounding).toEqual([{ item: "paid", rounded: 303, exact: 301.5 }]);
  });

  test("rounded down they never do", () => {
    expect(pay(plan("down"), thirds).rounding).toEqual([{ item: "paid", rounded: 300, exact: 301.5 }]);
  });
});

test("every mistake of a plan is in one list, with where and how to mend it", () => {
  const plan = planOf(
    ["P"],
    [
      component("a", { kind: "share", share: -1, extra: 2 }, { base: "Q + P" }),
      component("a", { kind: "gates" }, {}),
      component("later", { kind: "rest" }, { whole: "last" }),
      component(
        "last",
        { kind: "gate" },
        { bonus: "P", attainment: "P" },
        { round: { digits: 9, mode: "half" } },
      ),
    ],
  );
  expect(validatePay(plan).map(({ where }) => where)).toEqual([
    "a",
    "a.extra",
    "a.share",
    "a.inputs.base",
    "a.rule",
    "later.inputs.whole",
    "later.inputs.part",
    "last.gate",
    "last.round",
  ]);
});
