import { AttainError } from "../errors";
import { usualPolicy } from "../scoring/consequences/policy";
import type { Evaluation } from "../scoring/evaluation";
import { addDays } from "../scoring/review/review";
import { usualReview } from "../scoring/review/usualReview";
import { effectOf } from "../scoring/rules/veto";
import { indicatorsOf, type Scheme } from "../scoring/scheme";
import { analysisSheet } from "../sheets/analysis/analysisSheet";
import { calibrationSheet } from "../sheets/analysis/calibrationSheet";
import { heatSheet } from "../sheets/analysis/heatSheet";
import type { Scored } from "../sheets/analysis/readScored";
import { standingSheet } from "../sheets/analysis/standingSheet";
import { reviewSheet } from "../sheets/review/reviewSheet";
import type { SheetSpec } from "../sheets/spec";
import { say, type Lang, type Phrase } from "../words";

/** Pages that go on from the scores: points and units, final grades and consequences, sign-off, units side by side. */
export const EVALUATION_PAGES = ["analysis", "standing", "review", "calibration"] as const;
export type EvaluationPage = (typeof EVALUATION_PAGES)[number];

const W = {
  alone: {
    "zh-CN": "附加页（{pages}）只用于一个方案、一个考核期、每人一行的考核",
    "en-US":
      "the pages {pages} are for one scheme over one period with one line a person; leave them out, or score each apart",
  },
  capped: {
    "zh-CN": "方案中有封顶等级的否决项，强制比例会越过它，因此不能加 standing 页",
    "en-US":
      "a veto of the scheme caps grades, and forced shares would pass over it; leave out the page standing",
  },
  grades: {
    "zh-CN": "方案没有等级，不能加 standing 和 calibration 页",
    "en-US": "the scheme has no grades; leave out the pages standing and calibration",
  },
} as const satisfies Record<string, Phrase>;

/** Why the pages cannot be made of this evaluation; undefined when they can. */
export function noPages(evaluation: Evaluation, pages: readonly EvaluationPage[]): string | undefined {
  const { request, sets } = evaluation;
  const { lang, periods } = request;
  const [set] = sets;
  const once = set !== undefined && new Set(set.rows.map(({ person }) => person)).size === set.rows.length;
  if (sets.length !== 1 || periods.length !== 1 || !once)
    return say(W.alone, lang, { pages: pages.join(lang === "zh-CN" ? "、" : ", ") });
  const graded = pages.includes("standing") || pages.includes("calibration");
  if (graded && set.scheme.grades.length === 0) return W.grades[lang];
  if (pages.includes("standing") && capsGrades(set.scheme)) return W.capped[lang];
  return undefined;
}

function capsGrades(scheme: Scheme): boolean {
  return indicatorsOf(scheme).some(
    ({ indicator: { rule } }) => rule.kind === "veto" && effectOf(rule) === "capGrade",
  );
}

/**
 * The pages asked for, in their own order, live over the scorecard.
 *
 * @throws AttainError `request-invalid` when there are several schemes or periods, or somebody stands more than once
 */
export function evaluationPages(
  evaluation: Evaluation,
  scored: Scored,
  pages: readonly EvaluationPage[],
): SheetSpec[] {
  const detail = noPages(evaluation, pages);
  if (detail !== undefined) throw new AttainError("request-invalid", { detail });
  const make: Readonly<Record<EvaluationPage, () => readonly SheetSpec[]>> = {
    analysis: () => {
      const heat = heatSheet(scored);
      return [heat.sheet, analysisSheet(scored, heat.layout).sheet];
    },
    standing: () => [standingSheet(scored, policyOf(scored.scheme)).sheet],
    review: () => [reviewSheet(scored, usualReview(scored.scheme.lang, scoringDue(evaluation)))],
    calibration: () => [calibrationSheet(scored)],
  };
  return EVALUATION_PAGES.filter((page) => pages.includes(page)).flatMap((page) => make[page]());
}

function policyOf({ lang, grades }: Scheme): ReturnType<typeof usualPolicy> {
  return usualPolicy(
    lang,
    grades.map(({ name }) => name),
  );
}

/** The last day the request names, or else three days after the period. */
function scoringDue({ request: { due = [], periods } }: Evaluation): string {
  const last = due
    .map(({ by }) => by)
    .toSorted()
    .at(-1);
  return last ?? addDays(periods[0]?.to ?? "", 3);
}

/** `analysis,standing` as a list. @throws AttainError `request-invalid` naming what is no page */
export function pagesIn(list: string, lang: Lang): EvaluationPage[] {
  const known: readonly string[] = EVALUATION_PAGES;
  const wanted = list.split(/[,，\s]+/).filter((one) => one !== "");
  const strange = wanted.filter((one) => !known.includes(one));
  if (strange.length > 0) {
    const join = lang === "zh-CN" ? "、" : ", ";
    const detail = `--pages ${strange.join(join)} (${known.join(join)})`;
    throw new AttainError("request-invalid", { detail });
  }
  return EVALUATION_PAGES.filter((page) => wanted.includes(page));
}
