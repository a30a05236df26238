/** Who rates with which weight, and what becomes of a score while somebody is missing. */
import { combineRatings, evaluate } from "../../src/scoring/evaluate";
import { monthStart } from "../../src/scoring/days";
import { groupMean } from "../../src/scoring/raters";
import type { MissingRater, RaterPlan } from "../../src/scoring/scheme";
import { validateEvaluation } from "../../src/scoring/validateEvaluation";
import { REP, oneMonth } from "../support/evaluations";

const plan = (missing: MissingRater, ...groups: readonly [id: string, weight: number][]): RaterPlan => ({
  id: "p",
  name: "Plan",
  missing,
  groups: groups.map(([id, weight]) => ({ id, name: id, weight })),
});
const score = (one: RaterPlan, ...means: (number | null)[]): number | null =>
  combineRatings(
    one,
    means,
    one.groups.map(({ weight }) => weight),
    "en-US",
  ).score;

test("direct 70 % + upper 30 %, self recorded at weight 0", () => {
  const office = plan("wait", ["direct", 70], ["upper", 30], ["self", 0]);
  expect(score(office, 90, 80, 100)).toBe(87);
  // A missing self-rating counts for nothing.
  expect(score(office, 90, 80, null)).toBe(87);
});

test("supervisor 40 % + rep 60 %", () => {
  expect(score(plan("wait", ["supervisor", 40], ["rep", 60]), 80, 90)).toBe(86);
});

test("the mean of four peer departments", () => {
  const peers = plan("wait", ["a", 25], ["b", 25], ["c", 25], ["d", 25]);
  expect(score(peers, 90, 88, 92, 86)).toBe(89);
});

test("a missing rater is never a silent zero", () => {
  const groups: [string, number][] = [
    ["direct", 70],
    ["upper", 30],
  ];
  const told = (missing: MissingRater) =>
    combineRatings(plan(missing, ...groups), [90, null], [70, 30], "en-US");
  expect(told("wait")).toEqual({ score: null, missing: "Waiting for: upper " });
  expect(told("reweight")).toEqual({ score: 90, missing: "Missing, others carry it: upper " });
  expect(told("zero")).toEqual({ score: 63, missing: "Missing, counted as 0: upper " });
});

test("fewer answers than the smallest number are not shown", () => {
  expect(groupMean([80, 90], 3)).toBeNull();
  expect(groupMean([80, 90, 85], 3)).toBe(85);
  expect(groupMean([])).toBeNull();
});

test("weights of one person differ from the scheme's", () => {
  const request = oneMonth();
  const people = request.people.map((person) =>
    person.name === "Ann" ? { ...person, raterWeights: { boss: { direct: 50, upper: 50 } } } : person,
  );
  const [ann] = evaluate({ ...request, people }).sets[0]?.rated ?? [];
  expect(ann).toMatchObject({ means: [90, 80, 100], weights: [50, 50, 0], score: 85 });
  const short = people.map((person) =>
    person.name === "Ann" ? { ...person, raterWeights: { boss: { direct: 50 } } } : person,
  );
  expect(validateEvaluation({ ...request, people: short })).toEqual([
    {
      where: "people.Ann.raterWeights.boss",
      what: "the weights of “Superiors” add up to 80 instead of 100, off by -20",
    },
  ]);
});

test("what is wrong with people, periods and ratings is named together", () => {
  const request = oneMonth();
  const found = validateEvaluation({
    ...request,
    periods: [...request.periods, { id: "x", label: "X", from: "2026-03-20", to: "2026-02-30" }],
    schemes: [{ ...REP, positions: ["rep"] }],
    people: [
      { name: "Ann", unit: "East", position: "rep", joined: "2026-05-01", left: "2026-04-01" },
      { name: "Ann", unit: "East", position: "clerk", inputs: { sales: "many", attitude: 5, nothing: 1 } },
    ],
    ratings: [{ rater: "Bob", group: "self", person: "Ann", values: { sales: 3, attitude: 101 } }],
  });
  expect(found.map(({ where }) => where)).toEqual([
    "periods.x",
    "people.Ann",
    "people.Ann",
    "people.Ann.inputs.sales",
    "people.Ann.inputs.attitude",
    "people.Ann.inputs.nothing",
    "people.Ann",
    "ratings[0]",
    "ratings[0].sales",
    "ratings[0].attitude",
  ]);
});

test("a newcomer's months count from the month of joining", () => {
  expect(monthStart("2026-01-15", 2)).toBe("2026-03-01");
  expect(monthStart("2026-11-30", 2)).toBe("2027-01-01");
});
