/** Every rule kind: the domain's worked figures. */
import type { RuleUse, Scheme } from "../../src/scoring/scheme";
import { scoreTeam } from "../../src/scoring/scoreTeam";
import { validateScheme } from "../../src/scoring/validateScheme";
import { peopleOf as people, schemeOf, type Value } from "./ruleCases";

function points(rule: RuleUse, weight: number, ...rows: [Value, Value?][]): (number | null)[] {
  const cards = scoreTeam(schemeOf(rule, weight), people(rows.map(([x, y]) => [x, y ?? null])));
  return cards.map(({ indicators: [only] }) => only?.points ?? null);
}

describe("worked figures of the domain", () => {
  test("proportional: 30 points × completion, capped at 120 %", () => {
    expect(points({ kind: "proportional", cap: 1.2 }, 30, [92, 100], [150, 100])).toEqual([
      expect.closeTo(27.6, 9),
      36,
    ]);
  });

  test("step: satisfaction ≥ 97 %, each started 1 % below −2", () => {
    const rule = { kind: "step", threshold: 0.97, size: 0.01, loss: 2 };
    expect(points(rule, 10, [0.97], [0.965], [0.95], [0.9])).toEqual([10, 8, 6, 0]);
  });

  test("linear: 0 points at 80 %, full at 100 %", () => {
    expect(points({ kind: "linear", low: 0.8, high: 1 }, 20, [0.8], [0.9], [1.1], [0.5]).map(round)).toEqual([
      0, 10, 20, 0,
    ]);
  });

  test("banded: below 60 → 0, 60–80 → 5, from 80 → 10, each bound with the better band", () => {
    const bands = [
      { from: 80, side: "≥", points: 10 },
      { from: 60, side: "≥", points: 5 },
      { from: null, side: "≥", points: 0 },
    ];
    expect(points({ kind: "banded", bands }, 10, [59.99], [60], [79.99], [80])).toEqual([0, 5, 5, 10]);
  });

  test("deduct: 30 points, −5 each, not below 0", () => {
    expect(points({ kind: "deduct", loss: 5 }, 30, [0], [2], [7])).toEqual([30, 20, 0]);
  });

  test("all or nothing: any breach → 0", () => {
    expect(points({ kind: "allOrNothing" }, 15, [0], [1], [null])).toEqual([15, 0, null]);
  });

  test("lower is better: cost 10 points, at or under budget full, 1 % over −1", () => {
    const rule = { kind: "lowerIsBetter", size: 0.01, loss: 1 };
    expect(points(rule, 10, [95, 100], [100, 100], [101, 100], [103.5, 100], [130, 100], [5, 0])).toEqual([
      10,
      10,
      9,
      6,
      0,
      null,
    ]);
  });

  test("growth: +1 % = +1, −1 % = −1 around a base", () => {
    const rule = { kind: "growth", base: 10, size: 0.01, gain: 1, loss: 1 };
    const scored = points(rule, 20, [105, 100], [97, 100], [100, 100], [80, 100], [5, 0]);
    expect(scored.map(round)).toEqual([15, 7, 10, 0, null]);
  });

  test("five levels: good 10, fairly good 8, fair 6, poor 4, bad 2, by word or by number", () => {
    expect(points(levels([10, 8, 6, 4, 2]), 10, ["good"], ["Fairly good"], [3], ["5"], ["splendid"])).toEqual(
      [10, 8, 6, 10, null],
    );
  });

  test("five levels on a scale of its own: 15/12/9/6/3", () => {
    expect(points(levels([15, 12, 9, 6, 3]), 15, ["Good"], ["poor"], [1])).toEqual([15, 6, 3]);
  });

  test("ranged deduction: the assessor takes 4–10 off, checked", () => {
    const rule = { kind: "rangedDeduction", least: 4, most: 10 };
    expect(points(rule, 30, [0], [4], [10], [3], [11], [null])).toEqual([30, 26, 20, null, null, null]);
  });

  test("near target: full within 5 %, nothing from 20 % off", () => {
    const rule = { kind: "nearTarget", tolerance: 0.05, limit: 0.2 };
    const scored = points(rule, 10, [100, 100], [95, 100], [87.5, 100], [112.5, 100], [120, 100], [70, 100]);
    expect(scored.map(round)).toEqual([10, 10, 5, 5, 0, 0]);
  });

  test("attendance: 100 − 4 for each absence, half a day counts as one", () => {
    const rule = { kind: "attendance", loss: 4 };
    // Nothing; half a day; a day and a half; two half days are two absences.
    expect(points(rule, 100, [0], [0.5], [1.5], [0, 2], [30])).toEqual([100, 96, 92, 92, 0]);
  });

  test("rank: the first three 10, the rest 4; equal values share a rank", () => {
    const places = [
      { upTo: 3, points: 10 },
      { upTo: null, points: 4 },
    ];
    const rows: [Value][] = [[90], [80], [80], [80], [70], [null]];
    expect(points({ kind: "rankBased", places }, 10, ...rows)).toEqual([10, 10, 10, 10, 4, null]);
    expect(points({ kind: "rankBased", best: "↓", places }, 10, ...rows)).toEqual([4, 10, 10, 10, 10, null]);
  });

  test("change of rank: third after fifth rose two places", () => {
    const bands = [
      { from: 1, side: "≥", points: 10 },
      { from: 0, side: "≥", points: 6 },
      { from: null, side: "≥", points: 2 },
    ];
    const rows: [Value, Value][] = [
      [90, 1],
      [80, 1],
      [70, 5],
    ];
    expect(points({ kind: "rankChange", bands }, 10, ...rows)).toEqual([6, 2, 10]);
  });

  test("a second miss in a row doubles the deduction", () => {
    const rule = { kind: "repeatMultiplier", loss: 5 };
    expect(points(rule, 30, [1, 0], [1, 1], [2, 3], [1, null], [0, 4], [4, 1])).toEqual([
      25, 20, 10, 25, 30, 0,
    ]);
  });

  test("a score given by people counts out of its scale", () => {
    expect(points({ kind: "rated", best: 100 }, 20, [88], [100], [101], [-1])).toEqual([
      17.6,
      20,
      null,
      null,
    ]);
  });

  test("own formula: arithmetic, look-up and bounds, read by our parser", () => {
    const scheme = schemeOf({ kind: "formula", cap: 12 }, 10, ["LOOKUP(x, 0, 0, 60, 5, 80, 10) + y * 2"]);
    const cards = scoreTeam(
      scheme,
      people([
        [85, 0],
        [60, 0.5],
        [85, 4],
        [10, -3],
      ]),
    );
    expect(cards.map(({ indicators: [only] }) => only?.points)).toEqual([10, 6, 12, 0]);
    const code = schemeOf({ kind: "formula" }, 10, ["process.exit(1)"]);
    expect(validateScheme(code)).toMatchObject([{ where: "sections.all.it.inputs.points" }]);
  });
});

/** A line of 100 points with others that stand outside. */
function withOutside(outside: RuleUse, id = "extra"): Scheme {
  const base = schemeOf({ kind: "rated", best: 100 }, 100, ["x"]);
  const [section] = base.sections;
  if (!section) throw new Error("The scheme has a section");
  const extra = { id, name: "Extra", weight: 0, rule: outside, inputs: { count: "y" } };
  return {
    ...base,
    grades: [
      { name: "Excellent", from: 90, side: "≥", light: "●" },
      { name: "Good", from: 75, side: "≥", light: "●" },
      { name: "Fair", from: null, side: "≥", light: "▲" },
    ],
    sections: [{ ...section, indicators: [...section.indicators, extra] }],
  };
}

describe("what stands outside the 100", () => {
  const cards = (rule: RuleUse, ...rows: [Value, Value][]) => scoreTeam(withOutside(rule), people(rows));

  test("bonus items are added on top, up to a cap; none typed adds none", () => {
    const rule = { kind: "addOn", each: 2, cap: 5 };
    expect(cards(rule, [90, 1], [90, 9], [90, null]).map(({ total }) => total)).toEqual([92, 95, 90]);
  });

  test("a safety accident zeroes the total, caps the grade, or cancels rewards", () => {
    const [hit, clean] = cards({ kind: "veto", effect: "zeroTotal" }, [95, 1], [95, 0]);
    expect([hit, clean].map((card) => [card?.total, card?.grade])).toEqual([
      [0, "Fair"],
      [95, "Excellent"],
    ]);
    const capped = cards({ kind: "veto", effect: "capGrade", grade: "Good" }, [95, 2], [60, 2], [95, null]);
    expect(capped.map(({ total, grade }) => [total, grade])).toEqual([
      [95, "Good"],
      [60, "Fair"],
      [95, "Excellent"],
    ]);
    const cancelled = cards({ kind: "veto", effect: "cancelRewards" }, [95, 1], [95, 0]);
    expect(cancelled.map(({ rewards, remark }) => [rewards, remark])).toEqual([
      [false, " Extra: veto, rewards are cancelled."],
      [true, ""],
    ]);
  });

  test("what stands outside weighs nothing", () => {
    const scheme = withOutside({ kind: "addOn", cap: 5 });
    expect(validateScheme(scheme)).toEqual([]);
    const [section] = scheme.sections;
    const heavy = section?.indicators.map((one) => ({ ...one, weight: 50 })) ?? [];
    expect(
      validateScheme({ ...scheme, sections: section ? [{ ...section, indicators: heavy }] : [] }),
    ).toMatchObject([{ where: "sections.all" }, { where: "sections.all.extra" }]);
  });
});

function levels(scale: readonly number[]): RuleUse {
  const words = ["good", "fairly good", "fair", "poor", "bad"];
  return {
    kind: "fiveLevel",
    levels: words.map((word, i) => ({ word, number: 5 - i, points: scale[i] ?? 0 })),
  };
}

function round(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1e9) / 1e9;
}
