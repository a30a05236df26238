/** People rated in the words of a five-level scale by superiors, colleagues and themselves. */
import type { EvaluationRequest, RatingRow } from "../../src/scoring/evaluation";
import type { MissingRater, RatingLevel, Scheme } from "../../src/scoring/scheme";
import type { Lang } from "../../src/words";
import { GRADES } from "./evaluations";

export const FIVE: Readonly<Record<Lang, readonly RatingLevel[]>> = {
  "zh-CN": [
    { word: "优秀", value: 100 },
    { word: "良好", value: 85 },
    { word: "称职", value: 70 },
    { word: "待改进", value: 50 },
    { word: "不称职", value: 20 },
  ],
  "en-US": [
    { word: "Outstanding", value: 100 },
    { word: "Good", value: 85 },
    { word: "Competent", value: 70 },
    { word: "Needs work", value: 50 },
    { word: "Poor", value: 20 },
  ],
};

export const GROUPS = ["direct", "peer", "self"] as const;

/** One line rated in words, one in numbers, by the same raters: direct 60, peers 40, self 0. */
export function wordScheme(lang: Lang, missing: MissingRater = "reweight", smallest = 1): Scheme {
  const t = (zh: string, en: string): string => (lang === "zh-CN" ? zh : en);
  const rated = { format: "decimal", min: 0, max: 100, raters: "circle" } as const;
  const line = (id: string, name: string) => ({
    id,
    name,
    weight: 50,
    rule: { kind: "rated", best: 100 },
    inputs: { value: id },
  });
  const [attitude, skill] = [t("工作态度", "Attitude"), t("专业能力", "Skill")];
  return {
    id: "words",
    name: t("五级评议", "Rated in words"),
    lang,
    inputs: [
      { id: "attitude", name: attitude, ...rated, levels: FIVE[lang] },
      { id: "skill", name: skill, ...rated },
    ],
    sections: [
      {
        id: "main",
        name: t("评议", "Appraisal"),
        weight: 100,
        indicators: [line("attitude", attitude), line("skill", skill)],
      },
    ],
    weights: "exact",
    grades: GRADES,
    decimals: 2,
    raters: [
      {
        id: "circle",
        name: t("评议人", "Circle"),
        missing,
        groups: [
          { id: "direct", name: t("直接上级", "Manager"), weight: 60 },
          { id: "peer", name: t("同级", "Colleagues"), weight: 40, smallest },
          { id: "self", name: t("自评", "Self"), weight: 0 },
        ],
      },
    ],
  };
}

/** @param ratings rater, group, person, word, number */
export function wordRequest(
  scheme: Scheme,
  people: readonly string[],
  ratings: readonly (readonly [
    rater: string,
    group: (typeof GROUPS)[number],
    person: string,
    word: string | null,
    points: number | null,
  ])[],
): EvaluationRequest {
  const { lang } = scheme;
  return {
    title: lang === "zh-CN" ? "2026 年上半年" : "First half 2026",
    lang,
    periods: [{ id: "h1", label: lang === "zh-CN" ? "上半年" : "H1", from: "2026-01-01", to: "2026-06-30" }],
    schemes: [scheme],
    people: people.map((name) => ({ name, unit: "East", manager: "Mia" })),
    ratings: ratings.map(([rater, group, person, word, points]): RatingRow => ({
      rater,
      group,
      person,
      values: { attitude: word, skill: points },
    })),
  };
}
