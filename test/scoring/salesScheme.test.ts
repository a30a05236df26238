import Ajv from "ajv/dist/2020";
import { salesScheme } from "../../src/scoring/sales";
import { schemeSchema } from "../../src/scoring/schemeSchema";
import { scoreTeam } from "../../src/scoring/scoreTeam";
import { validateScheme } from "../../src/scoring/validateScheme";
import { salesTeam } from "../support/salesTeam";

const cards = scoreTeam(salesScheme("en-US"), salesTeam());
const cardOf = (name: string) => {
  const card = cards.find((one) => one.name === name);
  if (!card) throw new Error(`${name} is not in the team`);
  return { ...card, points: card.indicators.map(({ points }) => points) };
};

test("the sample team's target is the ledger's total to the unit", () => {
  const targets = salesTeam().inputs.get("target") ?? [];
  expect(targets.reduce<number>((sum, target) => sum + Number(target ?? 0), 0)).toBe(10_005_534);
});

describe("three reps worked by hand", () => {
  test("Darcel Schlecht: far over target, capped", () => {
    // 1 153 214 ÷ 333 518 = 3.46 → 60 × 1.2 = 72; 349 ÷ 553 = 63.11 % → 16; 349 deals ≥ 160 → 20
    expect(cardOf("Darcel Schlecht")).toMatchObject({
      points: [72, 16, 20],
      total: 108,
      grade: "Excellent",
      rank: 1,
      unitRank: 1,
      light: "●",
    });
  });

  test("Hayden Neloms: below target, best win rate", () => {
    // 60 × 272 111 ÷ 333 518 = 48.95…; 107 ÷ 152 = 70.39 % → 20; 53 deals short = 6 started tens → 20 − 12 = 8
    const card = cardOf("Hayden Neloms");
    expect(card.points).toEqual([(60 * 272_111) / 333_518, 20, 8].map((points) => expect.closeTo(points, 9)));
    expect(card).toMatchObject({ total: 76.95, grade: "Good", rank: 17, unitRank: 8 });
  });

  test("Wilburn Farren: few deals", () => {
    // 60 × 157 640 ÷ 333 518 = 28.36; 55 ÷ 79 = 69.62 % → 20; 105 short = 11 started tens → 20 − 22, not below 0
    expect(cardOf("Wilburn Farren")).toMatchObject({
      points: [expect.closeTo(28.3595, 4), 20, 0],
      total: 48.36,
      grade: "To improve",
      rank: 30,
    });
  });
});

test("ties share a rank and the next is skipped", () => {
  const byRank = cards
    .filter(({ rank }) => rank !== null && rank <= 5)
    .sort((a, b) => Number(a.rank) - Number(b.rank));
  expect(byRank.map(({ rank }) => rank)).toEqual([1, 1, 3, 3, 5, 5, 5]);
});

test("the five without opportunities are listed as not scored, with the reason", () => {
  const unscored = cards.filter(({ total }) => total === null);
  expect(unscored.map(({ name }) => name)).toEqual([
    "Mei-Mei Johns",
    "Elizabeth Anderson",
    "Natalya Ivanova",
    "Carol Thompson",
    "Carl Lin",
  ]);
  for (const card of unscored) {
    expect(card).toMatchObject({
      grade: null,
      rank: null,
      light: "",
      remark: "Not scored. Revenue attainment: no data. Win rate: no data. Deals won: no data.",
    });
  }
});

test("grades tell people apart", () => {
  const counts = new Map<string | null, number>();
  for (const { grade } of cards) counts.set(grade, (counts.get(grade) ?? 0) + 1);
  expect(Object.fromEntries(counts)).toEqual({
    Excellent: 8,
    Good: 11,
    Satisfactory: 5,
    "To improve": 6,
    null: 5,
  });
});

test.each(["zh-CN", "en-US"] as const)("the scheme in %s has no mistakes and fits its schema", (lang) => {
  expect(validateScheme(salesScheme(lang))).toEqual([]);
  const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schemeSchema(lang));
  expect([validate(salesScheme(lang)), validate.errors]).toEqual([true, null]);
});
