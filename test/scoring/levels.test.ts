/** Raters who answer in the words of a five-level scale. */
import { evaluate } from "../../src/scoring/evaluate";
import { countOf, isLevelWord, levelOf, levelsText } from "../../src/scoring/levels";
import type { RatingLevel, Scheme } from "../../src/scoring/scheme";
import { validateEvaluation } from "../../src/scoring/validateEvaluation";
import { validateScheme } from "../../src/scoring/validateScheme";
import { FIVE, wordRequest, wordScheme } from "../support/wordRatings";

test("a word is taken as it is meant: spaces, full width and case do not matter", () => {
  const levels = FIVE["en-US"];
  for (const written of ["Needs work", "needs  work ", "ＮＥＥＤＳ　ＷＯＲＫ", "NeedsWork"])
    expect(levelOf(levels, written)).toEqual({ word: "Needs work", value: 50 });
  expect(levelOf(FIVE["zh-CN"], " 待 改进")?.value).toBe(50);
  for (const none of ["Fine", "", 85, null]) expect(levelOf(levels, none)).toBeUndefined();
});

test("what an answer counts: its number, or the value of its word", () => {
  const levels = FIVE["zh-CN"];
  expect(countOf({ levels }, "良好")).toBe(85);
  expect(countOf({ levels }, 85)).toBeNull();
  expect(countOf({}, 85)).toBe(85);
  expect(countOf({}, "良好")).toBeNull();
  expect(levelsText(levels)).toBe("优秀 100 / 良好 85 / 称职 70 / 待改进 50 / 不称职 20");
});

test("the mean over groups with weights is taken of the words' values", () => {
  const scheme = wordScheme("zh-CN");
  const request = wordRequest(
    scheme,
    ["安", "白"],
    [
      ["米", "direct", "安", "优秀", 90],
      ["白", "peer", "安", "良好", 80],
      ["崔", "peer", "安", "待改进", 60],
      ["安", "self", "安", "不称职", 100],
      ["安", "peer", "白", "称职", 70],
    ],
  );
  const [an, , bai] = evaluate(request).sets[0]?.rated ?? [];
  // 100 × 60 % + (85 + 50) ÷ 2 × 40 %; self is recorded and counts nothing.
  expect(an).toMatchObject({ input: "attitude", means: [100, 67.5, 20], counts: [1, 2, 1], score: 87 });
  // Nobody's manager has answered: colleagues carry it.
  expect(bai).toMatchObject({ means: [null, 70, null], score: 70 });
});

test("who is missing and how few are shown stays as it is with numbers", () => {
  const answers = [
    ["Mia", "direct", "Ann", "Good", null],
    ["Bob", "peer", "Ann", "Poor", null],
  ] as const;
  const score = (missing: "wait" | "reweight" | "zero", smallest: number) =>
    evaluate(wordRequest(wordScheme("en-US", missing, smallest), ["Ann"], answers)).sets[0]?.rated[0]?.score;
  expect([score("wait", 1), score("wait", 2), score("reweight", 2), score("zero", 2)]).toEqual([
    59,
    null,
    85,
    51,
  ]);
});

test("a number where words are asked, a word where numbers are: each is named with what to write", () => {
  const ask = (word: unknown, points: unknown) =>
    validateEvaluation(
      wordRequest(wordScheme("en-US"), ["Ann"], [["Mia", "direct", "Ann", word as string, points as number]]),
    );
  expect(ask("good ", 80)).toEqual([]);
  expect(ask(85, 80)).toEqual([
    {
      where: "ratings[0].attitude",
      what: "“85” is no word of the rating; use one of Outstanding, Good, Competent, Needs work, Poor",
    },
  ]);
  expect(ask("Fine", "Good").map(({ where, what }) => `${where}: ${what}`)).toEqual([
    "ratings[0].attitude: “Fine” is no word of the rating; use one of Outstanding, Good, Competent, Needs work, Poor",
    "ratings[0].skill: this is rated in numbers; “Good” must be a number",
  ]);
});

describe("a scale with mistakes", () => {
  const said = (levels: readonly RatingLevel[], more: Partial<Scheme["inputs"][number]> = {}) => {
    const scheme = wordScheme("en-US");
    return validateScheme({
      ...scheme,
      inputs: scheme.inputs.map((input) => (input.id === "attitude" ? { ...input, levels, ...more } : input)),
    }).map(({ where, what }) => `${where}: ${what}`);
  };
  const [good, poor] = [
    { word: "Good", value: 80 },
    { word: "Poor", value: 20 },
  ];

  test.each<[string, readonly RatingLevel[], string[]]>([
    [
      "a word twice",
      [good, poor, { word: "ＧＯＯＤ", value: 60 }],
      ["inputs.attitude.levels[2].word: the rating word “ＧＯＯＤ” is there already; change or remove it"],
    ],
    [
      "no value",
      [good, { word: "Poor", value: Number.NaN }],
      ["inputs.attitude.levels[1].value: the rating word “Poor” has no value; give it a number"],
    ],
    [
      "a value outside the range",
      [{ word: "Good", value: 120 }, poor],
      [
        "inputs.attitude.levels[0].value: “Good” counts 120, which is outside 0–100; change the value or the range",
      ],
    ],
    ["one word only", [good], ["inputs.attitude.levels: at least two rating words are needed"]],
  ])("%s", (_, levels, expected) => expect(said(levels)).toEqual(expected));

  test("the range is also what the rule can take", () => {
    expect(said([{ word: "Good", value: 120 }, poor], { max: 200 })).toEqual([
      "inputs.attitude.levels[0].value: “Good” counts 120, which is outside 0–100; change the value or the range",
    ]);
  });

  test("words a list or a look-up would misread are refused", () => {
    for (const word of ["90", "A,B", "good*", "why?", ">80", "=A1", "-", "", "x".repeat(21)]) {
      expect(isLevelWord(word)).toBe(false);
      expect(said([{ word, value: 80 }, poor])[0]).toContain("cannot be a rating word");
    }
    for (const word of ["优秀", "Needs work", "A+", "好（甲）"]) expect(isLevelWord(word)).toBe(true);
  });

  test("words are for raters", () => {
    const scheme = wordScheme("en-US");
    const typed = scheme.inputs.map(({ raters: _, ...input }) => input);
    const found = validateScheme({ ...scheme, inputs: typed }).map(({ where }) => where);
    expect(found).toContain("inputs.attitude.levels");
  });
});
