/** Ranks as RANK gives them, however the totals lie. */
import fc from "fast-check";
import { ranks } from "../../src/scoring/ranks";

const total = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -3, max: 120 }).map((points) => points / 4) },
  { weight: 2, arbitrary: fc.double({ min: 0, max: 100, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(Number.NaN, 1e300, -1e300, 0, -0) },
);

test("ties share a rank, the next is skipped, and who has no total has none", () => {
  expect(ranks([90, 85, 90, Number.NaN])).toEqual([1, 3, 1, 0]);
  expect(ranks([])).toEqual([]);
  expect(ranks([7])).toEqual([1]);
});

test("a rank is one more than how many stand higher", () => {
  fc.assert(
    fc.property(fc.array(total, { maxLength: 60 }), (totals) => {
      const counted = totals.map((own) =>
        Number.isNaN(own) ? 0 : 1 + totals.filter((other) => other > own).length,
      );
      expect(ranks(totals)).toEqual(counted);
    }),
  );
});

test("one far-off total and a thousand equal ones are ranked like any others", () => {
  const totals = [...Array.from({ length: 1000 }, (_, i) => 90 + (i % 2)), 1e9];
  expect(ranks(totals).slice(-3)).toEqual([502, 2, 1]);
});
