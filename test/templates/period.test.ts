import type { EvaluationPeriod } from "../../src/scoring/evaluation";
import { monthsOfYear } from "../../src/records/periods";
import { choosePeriod, periodNamed } from "../../src/templates/company/period";

const months: readonly EvaluationPeriod[] = monthsOfYear(2026).map(({ id, from, to }, i) => ({
  id,
  label: `${i + 1}月`,
  from,
  to,
}));
const quarters: readonly EvaluationPeriod[] = [1, 2, 3, 4].map((q) => ({
  id: `2026-Q${q}`,
  label: `Q${q}`,
  from: `2026-${String(q * 3 - 2).padStart(2, "0")}-01`,
  to: `2026-${String(q * 3).padStart(2, "0")}-${q === 1 || q === 4 ? 31 : 30}`,
}));
const today = "2026-05-08";

test.each([
  ["2026年3月考核数据", "2026-03"],
  ["三月", "2026-03"],
  ["12月业务数据", "2026-12"],
  ["March 2026 figures", "2026-03"],
  ["Data for Sept", "2026-09"],
  ["sales-2026-04.xlsx", "2026-04"],
  [46113, "2026-04"],
  ["2025年3月", undefined],
  ["Sheet1", undefined],
  ["Marketing staff", undefined],
])("%s names %s", (text, id) => {
  expect(periodNamed(months, text)?.id).toBe(id);
});

test("quarters are named by theirs", () => {
  expect(["2026年第二季度", "Q3 2026", "results Q4"].map((text) => periodNamed(quarters, text)?.id)).toEqual([
    "2026-Q2",
    "2026-Q3",
    "2026-Q4",
  ]);
});

test("what the data name comes first, then the one after the last done, then the last that is over", () => {
  const namings = [
    { text: "人员", place: "S!A1" },
    { text: "2月", place: "2月" },
  ];
  const done = months.slice(0, 3);
  expect(choosePeriod(months, { namings, done, today })).toMatchObject({
    period: { id: "2026-02" },
    why: "named",
    named: { place: "2月" },
  });
  expect(choosePeriod(months, { done, today })).toMatchObject({ period: { id: "2026-04" }, why: "next" });
  expect(choosePeriod(months, { done: months, today })).toMatchObject({
    period: { id: "2026-04" },
    why: "over",
  });
  expect(choosePeriod(months, { today })).toMatchObject({ period: { id: "2026-04" }, why: "over" });
  expect(choosePeriod(months, { today: "2025-12-01" })).toMatchObject({
    period: { id: "2026-01" },
    why: "first",
  });
  expect(choosePeriod([], { today })).toBeUndefined();
});
