import { AttainError } from "../../errors";
import { memoriesOf, type HistoryEntry } from "../../scoring/consequences/history";
import { usualPolicy, type ConsequencePolicy } from "../../scoring/consequences/policy";
import type { Evaluation } from "../../scoring/evaluation";
import { effectOf } from "../../scoring/rules/veto";
import { indicatorsOf, type Scheme } from "../../scoring/scheme";
import { analysisSheet } from "../../sheets/analysis/analysisSheet";
import { calibrationSheet } from "../../sheets/analysis/calibrationSheet";
import { heatSheet } from "../../sheets/analysis/heatSheet";
import type { Scored } from "../../sheets/analysis/readScored";
import { historySheet } from "../../sheets/analysis/historySheet";
import { standingSheet } from "../../sheets/analysis/standingSheet";
import { overallScored, totalsOfResults } from "../../sheets/evaluation/overall";
import type { ResultsSheet } from "../../sheets/evaluation/resultsSheet";
import { whatIfSheets } from "../../sheets/analysis/whatIfSheet";
import type { SheetSpec } from "../../sheets/spec";
import type { Phrase } from "../../words";

/**
 * Pages that go on from the scores: points and units, final grades and consequences, sign-off, units side by side, a
 * second scheme to try changes on.
 */
export const EVALUATION_PAGES = ["analysis", "standing", "review", "calibration", "whatif"] as const;
export type EvaluationPage = (typeof EVALUATION_PAGES)[number];

const W = {
  capped: {
    "zh-CN": "方案中有封顶等级的否决项，强制比例会越过它，因此不能加 standing 页",
    "en-US":
      "a veto of the scheme caps grades, and forced shares would pass over it; leave out the page standing",
  },
  different: {
    "zh-CN": "各方案的等级不同，不能一起做强制分布和校准；请统一等级，或不加 standing 和 calibration 页",
    "en-US":
      "the schemes have different grades; give them the same ones, or leave out the pages standing and calibration",
  },
  trial: {
    "zh-CN": "试算（whatif）一次只对一个方案；请分别考核，或不加 whatif 页",
    "en-US": "a trial (whatif) is of one scheme at a time; score each apart, or leave out the page whatif",
  },
  grades: {
    "zh-CN": "方案没有等级，不能加 standing 和 calibration 页",
    "en-US": "the scheme has no grades; leave out the pages standing and calibration",
  },
} as const satisfies Record<string, Phrase>;

/** Why the pages cannot be made of this evaluation; undefined when they can. */
function noPages(evaluation: Evaluation, pages: readonly EvaluationPage[]): string | undefined {
  const { request, sets } = evaluation;
  const { lang, periods } = request;
  // The review goes by the results, whatever they are made of.
  if (pages.includes("whatif") && sets.length > 1) return W.trial[lang];
  const graded = pages.includes("standing") || pages.includes("calibration");
  if (!graded) return undefined;
  const [grades = "", ...others] = new Set(sets.map(({ scheme }) => JSON.stringify(scheme.grades)));
  if (others.length > 0) return W.different[lang];
  if (grades === "[]") return W.grades[lang];
  // The grade of several periods goes by their mean, which no veto caps.
  const capped = periods.length === 1 && sets.some(({ scheme }) => capsGrades(scheme));
  return pages.includes("standing") && capped ? W.capped[lang] : undefined;
}

function capsGrades(scheme: Scheme): boolean {
  return indicatorsOf(scheme).some(
    ({ indicator: { rule } }) => rule.kind === "veto" && effectOf(rule) === "capGrade",
  );
}

/**
 * The pages asked for, in their own order, live over the scorecards and, where there are several schemes or periods or
 * somebody stands twice, over the results.
 *
 * @param sets each scheme's pages, in the evaluation's order
 * @param earlier what earlier periods left behind, oldest first
 * @throws AttainError `request-invalid` when the schemes' grades are none, different, or capped by a veto
 */
export function evaluationPages(
  evaluation: Evaluation,
  sets: readonly Scored[],
  results: ResultsSheet,
  pages: readonly EvaluationPage[],
  earlier: readonly HistoryEntry[] = [],
): SheetSpec[] {
  const detail = noPages(evaluation, pages);
  if (detail !== undefined) throw new AttainError("request-invalid", { detail });
  const [first] = sets;
  if (!first) return [];
  const plain = standsOnce(evaluation);
  const everybody = plain ? first : overallScored(evaluation, results, first);
  const make: Readonly<Record<Exclude<EvaluationPage, "review">, () => readonly SheetSpec[]>> = {
    analysis: () => {
      const heat = heatSheet(sets);
      const analysed = sets.flatMap((scored, i) => {
        const layout = heat.layouts[i];
        return layout ? [{ scored, heat: layout }] : [];
      });
      const totals = plain ? undefined : totalsOfResults(evaluation, results);
      return [heat.sheet, analysisSheet(analysed, totals).sheet];
    },
    standing: () => {
      const { names, units } = everybody.people;
      const page = standingSheet(
        everybody,
        policyFor(evaluation, everybody.scheme),
        memoriesOf(earlier, { names, units }),
      );
      return [page.sheet, ...(earlier.length > 0 ? [historySheet(earlier, everybody.scheme.lang)] : [])];
    },
    calibration: () => [calibrationSheet(everybody)],
    whatif: () => whatIfSheets(first, first.scheme, []).sheets,
  };
  return EVALUATION_PAGES.flatMap((page) => (page !== "review" && pages.includes(page) ? make[page]() : []));
}

/** One scheme over one period with one line a person: the scorecard itself says everything. */
function standsOnce({ request, sets }: Evaluation): boolean {
  const [set] = sets;
  return (
    set !== undefined &&
    sets.length === 1 &&
    request.periods.length === 1 &&
    new Set(set.rows.map(({ person }) => person)).size === set.rows.length
  );
}

/** The usual consequences with what the request says differently. */
export function policyFor({ request }: Evaluation, { lang, grades }: Scheme): ConsequencePolicy {
  const names = grades.map(({ name }) => name);
  return { ...usualPolicy(lang, names), ...request.consequences };
}
