import {
  calendarOf,
  changedCount,
  timeOf,
  TIMES,
  unitsOf,
  UNIT_CHOICES,
  withLimit,
  withTime,
  withUnits,
} from "../../../../src/taskpane/screens/plan/choices";

test("every choice of the plan reads back as itself", () => {
  for (const time of TIMES) expect(timeOf(withTime(time, "none") as never)).toBe(time);
  for (const units of UNIT_CHOICES) expect(unitsOf(withUnits(units, 3) as never)).toBe(units);
  expect(calendarOf(withTime("pace", "none") as never)).toBe("none");
});

test("a unit has one limit of a kind, the newer one; what is not usual is counted", () => {
  const limits = withLimit(withLimit(withLimit([], "East", "lock", 5), "East", "min", 1), "East", "lock", 7);
  expect(limits).toEqual([
    { node: "East", min: 1 },
    { node: "East", lock: 7 },
  ]);
  expect(changedCount({ plan: { limits, step: 10, padding: [0.05], total: { value: 1 } } })).toBe(4);
  expect(changedCount({})).toBe(0);
});
