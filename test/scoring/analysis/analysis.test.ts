import { distributionOf, gapsOf, lossesOf } from "../../../src/scoring/analysis/analysis";
import { salesScheme } from "../../../src/scoring/sales";
import { scoreTeam } from "../../../src/scoring/scoreTeam";
import { salesTeam } from "../../support/salesTeam";

const scheme = salesScheme("en-US");
const cards = scoreTeam(scheme, salesTeam());
const scored = cards.filter(({ total }) => total !== null);

test("a band of totals holds its lower edge", () => {
  expect(distributionOf([55, 60, 99.99, 100, null], [60, 100])).toEqual([1, 2, 1]);
});

test("what is lost is what the mean lacks to full", () => {
  const losses = lossesOf(scheme, cards);
  const mean = scored.reduce((sum, { total }) => sum + (total ?? 0), 0) / scored.length;
  expect(losses.map(({ full }) => full)).toEqual([60, 20, 20]);
  expect(losses.reduce((sum, { lost }) => sum + lost, 0)).toBeCloseTo(100 - mean, 2);
});

test("the parts of a unit's gap add up to it", () => {
  const gaps = gapsOf(scheme, cards);
  expect(gaps.map(({ unit }) => unit)).toEqual(["Central", "East", "West"]);
  for (const { gap, parts, rest } of gaps) {
    expect([...parts.values()].reduce((sum, part) => sum + part, rest)).toBeCloseTo(gap, 12);
    // Only the rounding of totals is left over.
    expect(Math.abs(rest)).toBeLessThan(0.01);
  }
});
