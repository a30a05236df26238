/** A scheme changed before anything is written: weights that give way, rules over the same data. */
import { NO_EDITS, editScheme, editableScheme, withEdit } from "../../../src/jobs/evaluation/schemeEdit";
import { salesScheme } from "../../../src/scoring/sales";
import { validateScheme } from "../../../src/scoring/validateScheme";
import { REP } from "../../support/evaluations";

const scheme = salesScheme("en-US");

test("what can be changed: weights, thresholds, rules over the same data", () => {
  const { sections, lines } = editableScheme(scheme, "en-US");
  expect(sections).toEqual([]);
  expect(lines.map(({ id, weight }) => [id, weight?.value])).toEqual([
    ["revenue", 60],
    ["winRate", 20],
    ["deals", 20],
  ]);
  expect(lines[0]?.numbers).toContainEqual({
    path: "revenue.cap",
    label: "Attainment counts up to",
    value: 1.2,
    percent: true,
    optional: true,
  });
  expect(lines[0]?.kinds.map(({ value }) => value)).toEqual(
    expect.arrayContaining(["proportional", "nearTarget", "lowerIsBetter"]),
  );
  expect(lines[0]?.kinds.map(({ value }) => value)).not.toContain("linear");
  expect(editableScheme(REP, "en-US").sections.length).toBeGreaterThan(1);
});

test("every rule that is offered scores", () => {
  for (const one of [scheme, REP])
    for (const { id, kinds } of editableScheme(one, "zh-CN").lines)
      for (const { value } of kinds) {
        const { scheme: changed } = editScheme(one, { kinds: { [id]: value }, changes: [] });
        expect(validateScheme(changed)).toEqual([]);
      }
});

test("edits add up from the scheme as it was, the last of each counting", () => {
  const first = withEdit(NO_EDITS, { path: "revenue.weight", value: 100 });
  const second = withEdit(first, { path: "revenue.weight", value: 50 });
  expect(editScheme(scheme, second).scheme.sections[0]?.indicators.map(({ weight }) => weight)).toEqual([
    50, 25, 25,
  ]);
  const third = withEdit(withEdit(second, { path: "revenue.cap", value: 1 }), {
    id: "revenue",
    kind: "lowerIsBetter",
  });
  // Another rule takes the numbers of the one before away; its weight stays.
  expect(third.changes).toEqual([{ path: "revenue.weight", value: 50 }]);
  const { scheme: changed, mistakes } = editScheme(scheme, third);
  expect(mistakes).toEqual([]);
  expect(changed.sections[0]?.indicators[0]).toMatchObject({ weight: 50, rule: { kind: "lowerIsBetter" } });
});

test("what cannot be scored is said", () => {
  const wrong = withEdit(NO_EDITS, { path: "deals.size", value: 0 });
  expect(editScheme(scheme, wrong).mistakes.length).toBeGreaterThan(0);
});
