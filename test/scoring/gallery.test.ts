/** The gallery's schemes: sound in both languages, without a formula where a rule kind does. */
import Ajv from "ajv/dist/2020";
import { evaluationSchema } from "../../src/scoring/evaluationSchema";
import { evaluate } from "../../src/scoring/evaluate";
import { EVALUATION_GALLERY } from "../../src/scoring/gallery/gallery";
import { indicatorsOf } from "../../src/scoring/scheme";
import { validateEvaluation } from "../../src/scoring/validateEvaluation";
import { normalizeScheme } from "../../src/scoring/normalizeScheme";
import { readScheme } from "../../src/sheets/evaluation/readScheme";
import { schemeSheet } from "../../src/sheets/evaluation/scheme";
import { LANGS } from "../../src/words";

const cases = EVALUATION_GALLERY.flatMap((entry) =>
  LANGS.map((lang) => [entry.number, lang, entry.request(lang)] as const),
);

test("D1 to D9 are all there", () => {
  expect(EVALUATION_GALLERY.map(({ number }) => number)).toEqual(
    Array.from({ length: 9 }, (_, i) => `D${i + 1}`),
  );
});

describe.each(cases)("%s in %s", (_, lang, request) => {
  test("has no mistakes and fits its schema", () => {
    expect(validateEvaluation(request)).toEqual([]);
    const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(evaluationSchema(lang));
    expect([validate(JSON.parse(JSON.stringify(request))), validate.errors]).toEqual([true, null]);
  });

  test("uses no formula where a rule kind does, and every scheme reads back from its sheet", () => {
    for (const { scheme } of evaluate(request).sets) {
      expect(indicatorsOf(scheme).filter(({ indicator }) => indicator.rule.kind === "formula")).toEqual([]);
      const [block] = schemeSheet(scheme).sheet.blocks;
      const grid = (block?.cells ?? []).map((cells) =>
        cells.map((cell) => (typeof cell === "object" && cell !== null ? 0 : cell)),
      );
      expect(readScheme(grid, "S")).toEqual({ scheme: normalizeScheme(scheme), mistakes: [] });
    }
  });
});

test("both languages give the same figures", () => {
  for (const { request } of EVALUATION_GALLERY) {
    const [zh, en] = LANGS.map((lang) =>
      evaluate(request(lang)).results.map(({ total, rank }) => [total, rank]),
    );
    expect(zh).toEqual(en);
  }
});

describe("worked by hand", () => {
  const resultOf = (number: string, name: string) => {
    const entry = EVALUATION_GALLERY.find((one) => one.number === number);
    const result = entry && evaluate(entry.request("en-US")).results.find((one) => one.name === name);
    if (!result) throw new Error(`${name} is not in ${number}`);
    return result;
  };

  test("D1: Li Qiang's faults in January and February count double in February and March", () => {
    // January: 25 + 30 + 5 + 5 + 0 + 5 + 3 + 5 = 78, attendance 96 → 78 × 0.7 + 96 × 0.3.
    // February: 30 − 2 × 5 × 2 = 10; 10 + 40 + 5 + 0 + 5 + 5 + 5 + 5 = 75, attendance 100.
    // March: 30 − 5 × 2 = 20; 20 + 40 + 25 + 0 = 85, one half day 96.
    expect(
      resultOf("D1", "Li Qiang")
        .periods.slice(0, 4)
        .map(({ total }) => total),
    ).toEqual([83.4, 82.5, 88.3, null]);
    // The year so far: the mean of its three months.
    expect(resultOf("D1", "Li Qiang").total).toBe(84.73);
  });

  test("D2: two targets missed; a major accident cancels the rewards", () => {
    expect(resultOf("D2", "Feng Xue")).toMatchObject({ total: 55, rewards: false });
    // Satisfaction 95.5 % is two started percents under 97 %: 20 − 4; staff below 90 %: 0.
    expect(resultOf("D2", "Wu Fang")).toMatchObject({ total: 81, rewards: true });
  });

  test("D5: who joined in January is first scored in March", () => {
    expect(resultOf("D5", "Xia Yu").periods.map(({ total }) => total === null)).toEqual([true, true, false]);
  });

  test("D9: a safety accident caps the grade at C", () => {
    expect(resultOf("D9", "Chen Min")).toMatchObject({ total: 98.37, grade: "C" });
  });
});
