import fc from "fast-check";
import {
  followPeriods,
  movesOf,
  outcomesOf,
  type PeriodResults,
} from "../../../src/scoring/consequences/outcomes";
import { usualPolicy, type ConsequencePolicy } from "../../../src/scoring/consequences/policy";

const base = usualPolicy("en-US", ["A", "B", "C", "D"]);

function period(totals: readonly (number | null)[], units?: readonly string[]): PeriodResults {
  return {
    names: totals.map((_, i) => `P${i}`),
    units: units ?? totals.map(() => "U"),
    totals,
    grades: totals.map((total) =>
      total === null ? null : total >= 90 ? "A" : total >= 75 ? "B" : total >= 60 ? "C" : "D",
    ),
  };
}

const TEN = [95, 92, 88, 86, 84, 82, 80, 78, 76, 70];
const forced = (
  totals: readonly (number | null)[],
  policy: Partial<ConsequencePolicy> = {},
  units?: readonly string[],
) => outcomesOf(period(totals, units), { ...base, ...policy }).map((one) => one.forced);
const actions = (totals: readonly (number | null)[], policy: Partial<ConsequencePolicy> = {}) =>
  outcomesOf(period(totals), { ...base, ...policy }).map(({ action }) => action);

describe("forced shares: top 20 %, bottom 10 %", () => {
  test("of ten, two are at the top and one at the bottom", () => {
    expect(forced(TEN)).toEqual(["A", "A", "B", "B", "B", "B", "B", "B", "B", "D"]);
  });

  test("who would move is said beforehand, with the reason", () => {
    const results = period([85, 84, 83, 82, 81, 80, 79, 78, 77, 76]);
    const outcomes = outcomesOf(results, base);
    expect(movesOf(outcomes, base, results).map(({ why }) => why)).toEqual([
      "P0 goes up from B to A: the top 20% means the first 2, rank 1",
      "P1 goes up from B to A: the top 20% means the first 2, rank 2",
      "P9 goes down from B to D: the bottom 10% means the last 1, 1 from the end",
    ]);
  });

  test("three share second place: in favour all of them are at the top, strictly none", () => {
    const totals = [95, 88, 88, 88, 84, 82, 80, 78, 76, 70];
    expect(forced(totals).slice(0, 4)).toEqual(["A", "A", "A", "A"]);
    expect(forced(totals, { ties: "strict" }).slice(0, 4)).toEqual(["A", "B", "B", "B"]);
  });

  test("two share the last place of one: in favour neither, strictly both", () => {
    const totals = [95, 92, 88, 86, 84, 82, 80, 78, 70, 70];
    expect(forced(totals).slice(-2)).toEqual(["C", "C"]);
    expect(forced(totals, { ties: "strict" }).slice(-2)).toEqual(["D", "D"]);
  });

  test("whoever scored the best grade outside the top share gets the next one, and is told why", () => {
    const results = period([99, 98, 97, 96, 80, 79, 78, 77, 76, 70]);
    expect(forced(results.totals).slice(0, 4)).toEqual(["A", "A", "B", "B"]);
    expect(movesOf(outcomesOf(results, base), base, results)[0]?.why).toBe(
      "P2 goes from A to B: A is for 20%, 2 people, and the place is 3",
    );
  });

  test("a small team keeps the grades of its bands", () => {
    expect(forced([85, 80, 76, 50])).toEqual(["B", "B", "B", "D"]);
    const units = [...TEN.map(() => "Big"), "Small", "Small"];
    expect(forced([...TEN, 85, 80], { scope: "unit" }, units).slice(-2)).toEqual(["B", "B"]);
  });

  test("who has no total counts nowhere", () => {
    expect(forced([...TEN, null, null])).toEqual([...forced(TEN), null, null]);
  });

  test.each([
    ["down", 1],
    ["nearest", 2],
    ["up", 2],
  ] as const)("8 people × 20 % = 1.6, %s: %i", (quota, count) => {
    const totals = [88, 86, 84, 82, 80, 79, 78, 77];
    expect(forced(totals, { quota }).filter((grade) => grade === "A")).toHaveLength(count);
  });

  test("quotas hold exactly where nobody ties; grades never run against totals", () => {
    const distinct = fc.uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 5, maxLength: 60 });
    fc.assert(
      fc.property(distinct, (tenths) => {
        const totals = tenths.map((x) => x / 10);
        const middle = { ...period(totals), grades: totals.map(() => "B") };
        const grades = outcomesOf(middle, base).map((one) => one.forced);
        expect(grades.filter((grade) => grade === "A")).toHaveLength(Math.round(totals.length * 0.2));
        expect(grades.filter((grade) => grade === "D")).toHaveLength(Math.round(totals.length * 0.1));
        const lowest = (grade: string) => Math.min(...totals.filter((_, i) => grades[i] === grade));
        const highest = (grade: string) => Math.max(...totals.filter((_, i) => grades[i] === grade));
        expect(lowest("A")).toBeGreaterThan(highest("B"));
        if (grades.includes("D")) expect(lowest("B")).toBeGreaterThan(highest("D"));
      }),
    );
  });
});

describe("consequences", () => {
  test("top three rewarded, last out, the two above it warned", () => {
    expect(actions(TEN)).toEqual([
      "rewarded",
      "rewarded",
      "rewarded",
      null,
      null,
      null,
      null,
      "warned",
      "warned",
      "out",
    ]);
  });

  test("ties 1-1-3 at the top: three are rewarded", () => {
    expect(actions([95, 95, 92, 91, 88, 80, 79]).slice(0, 4)).toEqual([
      "rewarded",
      "rewarded",
      "rewarded",
      null,
    ]);
  });

  const periods = (...last: number[][]) => last.map((tail) => period([95, 92, 88, 86, 84, 82, ...tail]));

  test("last two months in a row is more than being last", () => {
    const [, , , , , , a, b] = followPeriods(periods([75, 70], [76, 71]), {
      ...base,
      warn: 0,
      mustImprove: false,
    });
    expect([a?.action, b?.action]).toEqual([null, "lastAgain"]);
    expect(b?.after).toMatchObject({ lastInARow: 2 });
  });

  test("last, better, last again: not in a row", () => {
    const policy = { ...base, warn: 0, mustImprove: false };
    expect(followPeriods(periods([75, 70], [70, 75], [75, 70]), policy).at(-1)?.action).toBe("out");
  });

  test("warned, and no improvement the month after", () => {
    const outcomes = followPeriods(periods([75, 70], [75, 70.5].reverse()), {
      ...base,
      warn: 1,
      lastInARow: 0,
    });
    // P6 was warned at 75 and has 70.5 now, which is also last; P7 was last at 70 and has 75.
    expect(outcomes.slice(-2).map(({ action }) => action)).toEqual(["out", "warned"]);
    const milder = followPeriods([period([95, 92, 88, 80, 79, 78]), period([95, 92, 88, 79, 79.5, 79.2])], {
      ...base,
      out: 0,
      warn: 1,
    });
    expect(milder.map(({ action }) => action)).toEqual([
      "rewarded",
      "rewarded",
      "rewarded",
      "warned",
      null,
      null,
    ]);
    const same = followPeriods([period([95, 92, 88, 80, 79, 78]), period([95, 92, 88, 76, 77, 78])], {
      ...base,
      out: 0,
      warn: 1,
    });
    expect(same.at(-1)?.action).toBe("notImproved");
  });

  test("a warning lapses", () => {
    const first = period([95, 92, 88, 86, 84, 70]);
    const better = [84, 85].map((total) => period([95, 92, 88, 86, 70, total]));
    const policy = { ...base, out: 0, warn: 1, lapse: 2 };
    const left = (count: number) =>
      followPeriods([first, ...better.slice(0, count)], policy).at(-1)?.after.warnings;
    expect([left(0), left(1), left(2)]).toEqual([[2], [1], []]);
  });

  test("somebody away keeps a warning until they are back", () => {
    const away = { ...period([95, 92, 88, 86, 84]) };
    const policy = { ...base, out: 0, warn: 1 };
    const back = followPeriods(
      [period([95, 92, 88, 86, 84, 70]), away, period([95, 92, 88, 86, 84, 69])],
      policy,
    );
    expect(back.at(-1)?.action).toBe("notImproved");
  });
});
