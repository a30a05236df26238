import type { Lang } from "../../words";
import type { EvaluationPeriod } from "../evaluation";
import type { Grade, Indicator, RatingLevel, RuleUse, SchemeInput } from "../scheme";

/** Says a thing in the gallery's language; both stand side by side. */
export type Tell = (zh: string, en: string) => string;

export const teller =
  (lang: Lang): Tell =>
  (zh, en) =>
    lang === "zh-CN" ? zh : en;

export function line(
  id: string,
  name: string,
  weight: number,
  rule: RuleUse,
  inputs: Indicator["inputs"],
  more: Partial<Indicator> = {},
): Indicator {
  return { id, name, weight, rule, inputs, ...more };
}

export function datum(
  id: string,
  name: string,
  format: SchemeInput["format"],
  more: Partial<SchemeInput> = {},
): SchemeInput {
  return { id, name, format, ...more };
}

/** Grades best first, each from its points on; the last catches the rest. */
export function gradesOf(
  ...grades: readonly [name: string, from: number | null, consequence?: string][]
): Grade[] {
  return grades.map(([name, from, consequence], i) => ({
    name,
    from,
    side: "≥",
    light: i === grades.length - 1 ? "▼" : i === grades.length - 2 && grades.length > 2 ? "▲" : "●",
    ...(consequence !== undefined && { consequence }),
  }));
}

/** 优秀 / 良好 / 合格 / 待改进 at 90, 80 and 60. */
export const usualGrades = (t: Tell): Grade[] =>
  gradesOf(
    [t("优秀", "Excellent"), 90],
    [t("良好", "Good"), 80],
    [t("合格", "Satisfactory"), 60],
    [t("待改进", "To improve"), null],
  );

export const LEVEL_WORDS = (t: Tell): string[] => [
  t("好", "Good"),
  t("较好", "Fairly good"),
  t("一般", "Fair"),
  t("较差", "Poor"),
  t("差", "Bad"),
];

/** Five levels on a scale, from the best: 10/8/6/4/2 or 15/12/9/6/3. */
export function levels(t: Tell, scale: readonly number[]): RuleUse {
  return {
    kind: "fiveLevel",
    levels: LEVEL_WORDS(t).map((word, i) => ({ word, number: 5 - i, points: scale[i] ?? 0 })),
  };
}

/** The same scale for what raters say: the words they pick from and what each counts. */
export function spoken(t: Tell, scale: readonly number[]): RatingLevel[] {
  return LEVEL_WORDS(t).map((word, i) => ({ word, value: scale[i] ?? 0 }));
}

/** Points for reaching a threshold, none below it. */
export function reached(from: number, points: number): RuleUse {
  return {
    kind: "banded",
    bands: [
      { from, side: "≥", points },
      { from: null, side: "≥", points: 0 },
    ],
  };
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The months of a year from the first to the last, counted from 1, grouped into quarters. */
export function months(year: number, t: Tell, first = 1, last = 12): EvaluationPeriod[] {
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const month = first + i;
    const two = (n: number): string => String(n).padStart(2, "0");
    const quarter = Math.ceil(month / 3);
    return {
      id: `${year}-${two(month)}`,
      label: t(`${month}月`, MONTHS[month - 1] ?? ""),
      from: `${year}-${two(month)}-01`,
      to: `${year}-${two(month)}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`,
      group: t(`第${"一二三四".charAt(quarter - 1)}季度`, `Q${quarter}`),
    };
  });
}

export function quarters(year: number, t: Tell): EvaluationPeriod[] {
  return [1, 4, 7, 10].map((month, i) => {
    const [first] = months(year, t, month, month);
    const [last] = months(year, t, month + 2, month + 2);
    return {
      id: `${year}-Q${i + 1}`,
      label: t(`第${"一二三四".charAt(i)}季度`, `Q${i + 1}`),
      from: first?.from ?? "",
      to: last?.to ?? "",
    };
  });
}

export function wholeYear(year: number, t: Tell): EvaluationPeriod {
  return {
    id: String(year),
    label: t(`${year} 年`, String(year)),
    from: `${year}-01-01`,
    to: `${year}-12-31`,
  };
}

/** Values by input id, in the order of the ids. */
export function row(
  ids: readonly string[],
  values: readonly (number | string | null)[],
): Record<string, number | string | null> {
  return Object.fromEntries(ids.map((id, i) => [id, values[i] ?? null]));
}
