/**
 * D6 to D9 and D17 hold every element the field's description names, and each figure of their examples is what a
 * person works out by hand: by the engine, and in the cells of the workbook.
 */
import { bookWithResults } from "../../src/jobs/evaluation/evaluationBook";
import { evaluate } from "../../src/scoring/evaluate";
import type { EvaluationRequest } from "../../src/scoring/evaluation";
import { NAMES } from "../../src/scoring/names";
import { findTemplate } from "../../src/templates/gallery";
import { LANGS, type Lang } from "../../src/words";
import { finishBook } from "../support/finishedBook";

function request(number: string, lang: Lang): EvaluationRequest {
  const fill = findTemplate(number)?.fill;
  if (fill?.kind !== "evaluation") throw new RangeError(number);
  return fill.request(lang);
}

const schemeOf = (number: string) => evaluate(request(number, "en-US")).sets[0]?.scheme;

const indicatorsOf = (number: string) =>
  Object.fromEntries(
    (schemeOf(number)?.sections ?? []).flatMap(({ indicators }) =>
      indicators.map(({ id, weight, rule }) => [id, { weight, rule }] as const),
    ),
  );

describe("the rules", () => {
  const step = (threshold: number, size: number, loss: number) => ({ kind: "step", threshold, size, loss });
  test.each([
    ["D6", "satisfaction", "satisfaction below 95 %: −2 a started percent", 8, step(0.95, 0.01, 2)],
    ["D6", "complaints", "a complaint upheld: −2", 6, { kind: "deduct", loss: 2 }],
    ["D6", "kept", "core staff kept below 90 %: −2 for each started 5 %", 6, step(0.9, 0.05, 2)],
    ["D6", "breaches", "a breach: −2", 4, { kind: "deduct", loss: 2 }],
    [
      "D6",
      "training",
      "the training plan: nothing at half, full when done",
      3,
      { kind: "linear", low: 0.5, high: 1 },
    ],
    ["D6", "late", "a late report: −1", 3, { kind: "deduct", loss: 1 }],
    ["D7", "revenue", "completion × weight", 40, { kind: "proportional", cap: 1.2 }],
    ["D7", "plans", "planned work done ÷ planned", 10, { kind: "proportional", cap: 1 }],
    ["D17", "callBack", "call-back 100 %", 30, step(1, 0.01, 2)],
    ["D17", "satisfied", "satisfaction ≥ 98 %", 30, step(0.98, 0.01, 2)],
    ["D17", "parts", "parts right ≥ 98 %", 20, step(0.98, 0.01, 2)],
    ["D17", "complaints", "a complaint: −5", 20, { kind: "deduct", loss: 5 }],
  ] as const)("%s %s: %s", (number, id, _, weight, rule) => {
    expect(indicatorsOf(number)[id]).toEqual({ weight, rule });
  });

  test.each([
    ["attitude", [15, 12, 9, 6, 3]],
    ["teamwork", [10, 8, 6, 4, 2]],
  ])("D7 %s has five levels: %j", (id, points) => {
    const rule = indicatorsOf("D7")[id]?.rule;
    expect(rule).toMatchObject({ kind: "fiveLevel", levels: points.map((each) => ({ points: each })) });
  });

  test("D7: four peer departments count the same", () => {
    const [plan] = schemeOf("D7")?.raters ?? [];
    expect(plan?.groups.map(({ weight }) => weight)).toEqual([25, 25, 25, 25]);
  });

  test("D7: the departments answer in the five words too", () => {
    const levels = schemeOf("D7")?.inputs.find(({ id }) => id === "peers")?.levels;
    expect(levels?.map(({ word, value }) => [word, value])).toEqual([
      ["Good", 10],
      ["Fairly good", 8],
      ["Fair", 6],
      ["Poor", 4],
      ["Bad", 2],
    ]);
  });

  test("D8: results, team and innovation; by quarters, the year their mean; all round with self at nothing", () => {
    const { periods, rollup } = request("D8", "en-US");
    const scheme = schemeOf("D8");
    expect(scheme?.sections.map(({ name, weight }) => [name, weight])).toEqual([
      ["Results", 50],
      ["Team", 30],
      ["Innovation", 20],
    ]);
    expect([periods.length, rollup]).toEqual([4, { by: "mean" }]);
    expect(scheme?.raters?.[0]?.groups.map(({ name, weight }) => [name, weight])).toEqual([
      ["Superior", 50],
      ["Peers", 25],
      ["Subordinates", 25],
      ["Self", 0],
    ]);
  });

  test("D9: quantity, quality and 360; four grades say what follows from them", () => {
    const scheme = schemeOf("D9");
    expect(scheme?.sections.map(({ weight }) => weight)).toEqual([60, 25, 15]);
    expect(scheme?.grades.map(({ name, from, consequence }) => [name, from, consequence])).toEqual([
      ["A", 95, "Reward: 120 % of the year's bonus"],
      ["B", 80, "Stays: the year's bonus in full"],
      ["C", 65, "Pay cut: 10 % off, half a year to improve"],
      ["D", null, "Removed from office"],
    ]);
    expect(indicatorsOf("D9").safety?.rule).toMatchObject({
      kind: "veto",
      effect: "capGrade",
      grade: "C",
    });
  });
});

/** Points by indicator and the total, as worked out by hand. */
const BY_HAND: readonly (readonly [
  string,
  person: number,
  period: number,
  Readonly<Record<string, number>>,
  total: number,
])[] = [
  // 92.5 % is three started percents below 95: 8 − 6. Two complaints 6 − 4. 82 % is two started 5 % below 90: 6 − 4.
  // One breach 4 − 2. 80 % of the training: 3 × 0.6. Two late reports 3 − 2. Cost 6 % over: 15 − 6.
  [
    "D6",
    1,
    0,
    {
      sales: 31.5,
      profit: 18,
      cost: 9,
      satisfaction: 2,
      complaints: 2,
      kept: 2,
      breaches: 2,
      training: 1.8,
      late: 1,
    },
    69.3,
  ],
  // Nothing lost but one late report, and the training a tenth short: 3 × 0.8.
  [
    "D6",
    2,
    0,
    {
      sales: 35,
      profit: 21.33,
      cost: 14,
      satisfaction: 8,
      complaints: 6,
      kept: 6,
      breaches: 4,
      training: 2.4,
      late: 2,
    },
    98.7,
  ],
  // 860 of 800 is 107.5 %: 43. Collection 96 %: 15 × 0.9. 18 of 20 plans. Good, fairly good. Of four departments two say
  // good, two fairly good: (10 + 8 + 10 + 8) ÷ 4.
  ["D7", 0, 0, { revenue: 43, collected: 13.5, plans: 9, attitude: 15, teamwork: 8, peers: 9 }, 97.5],
  // One department is silent: the mean of fair, fairly good and fair.
  ["D7", 2, 0, { revenue: 30.5, collected: 5.63, plans: 5.63, attitude: 9, teamwork: 6, peers: 6.67 }, 63.4],
  // Profit up 10 % where 5 % was expected: 48 + 5. Stock 41 days for 40 is within 5 %. Leading 84, growing 82, ideas 80,
  // turnover full: 93 × 0.5 + (33.6 + 24.6 + 30) × 0.3 + 80 × 0.2, and an award outside the hundred: + 1.
  ["D8", 0, 0, { growth: 53, stock: 40, turnover: 30 }, 89.96],
  // 37 of 38 calls: 97.4 %, three started percents. 97 %: one. 97 of 98 parts: 99 %. One complaint.
  ["D17", 1, 0, { callBack: 24, satisfied: 28, parts: 20, complaints: 15 }, 87],
  // 90 %: ten. 95.2 %: three started. 83 of 87 is 95.4 %: three started. Two complaints.
  ["D17", 3, 0, { callBack: 10, satisfied: 24, parts: 14, complaints: 10 }, 58],
  ["D17", 2, 0, { callBack: 30, satisfied: 30, parts: 20, complaints: 20 }, 100],
];

describe.each(LANGS)("worked by hand, in %s", (lang) => {
  test.each(BY_HAND)("%s, person %i, period %i", (number, person, period, points, total) => {
    const [set] = evaluate(request(number, lang)).sets;
    const row = (period * (set?.rows.length ?? 0)) / request(number, lang).periods.length + person;
    const card = set?.cards[row];
    const ids = (set?.scheme.sections ?? []).flatMap(({ indicators }) => indicators.map(({ id }) => id));
    for (const [id, expected] of Object.entries(points))
      expect([id, card?.indicators[ids.indexOf(id)]?.points]).toEqual([id, expect.closeTo(expected, 2)]);
    expect(card?.total).toBeCloseTo(total, 2);
  });
});

const CASES = ["D6", "D7", "D8", "D9", "D17"].flatMap((number) =>
  LANGS.map((lang) => [number, lang] as const),
);

test.each(CASES)("%s in %s: every point and total in the cells is the engine's", async (number, lang) => {
  const evaluation = evaluate(request(number, lang));
  const { book, layouts } = bookWithResults(evaluation);
  const { value } = await finishBook(book, lang);
  let compared = 0;
  evaluation.sets.forEach((set, s) => {
    const layout = layouts[s];
    if (!layout) throw new RangeError(String(s));
    const at = (column: string, row: number) =>
      value(layout.sheet, `${layout.columns.get(column) ?? ""}${layout.firstRow + row}`);
    const ids = set.scheme.sections.flatMap(({ indicators }) => indicators.map(({ id }) => id));
    set.cards.forEach((card, row) => {
      if (card.total === null) return;
      expect(at(NAMES.total, row)).toBeCloseTo(card.total, 9);
      expect(at(NAMES.grade, row)).toBe(card.grade);
      ids.forEach((id, i) => {
        const points = card.indicators[i]?.points;
        if (typeof points !== "number") return;
        expect(at(NAMES.points(id), row)).toBeCloseTo(points, 9);
        compared += 1;
      });
    });
  });
  expect(compared).toBeGreaterThan(20);
});

test("D8: what people think of themselves changes nothing", () => {
  const asked = request("D8", "en-US");
  const modest = asked.ratings?.map((rating) =>
    rating.group === "self" ? { ...rating, values: { leading: 1, growing: 1, ideas: 1 } } : rating,
  );
  const totals = (one: EvaluationRequest) => evaluate(one).results.map(({ total }) => total);
  expect(totals({ ...asked, ...(modest && { ratings: modest }) })).toEqual(totals(asked));
});

test("D8: the year is the mean of its quarters so far", () => {
  for (const { periods, total } of evaluate(request("D8", "en-US")).results) {
    const known = periods.flatMap(({ total: each }) => each ?? []);
    expect(known).toHaveLength(2);
    // Rounded half up to the scheme's two decimals.
    const mean = known.reduce((sum, each) => sum + each, 0) / 2;
    expect(total).toBe(Math.round(Number((mean * 100).toFixed(6))) / 100);
  }
});
