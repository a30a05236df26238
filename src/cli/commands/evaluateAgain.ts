import { applyWorkbook } from "../../excel/apply";
import { saveXlsx } from "../../host/file/save";
import { createNodeHost } from "../../host/node";
import { before, readEarlier } from "../../jobs/evaluation/earlier";
import { policyFor } from "../../jobs/evaluation/evaluationPages";
import { continueReview } from "../../jobs/review/reviewRerun";
import { evaluationName, scoringDue } from "../../jobs/review/reviewPages";
import { memoriesOf, type HistoryEntry } from "../../scoring/consequences/history";
import { movesOf, outcomesOf } from "../../scoring/consequences/outcomes";
import type { Evaluation, EvaluationRequest } from "../../scoring/evaluation";
import { periodText } from "../../sheets/evaluation/tabs";
import type { WorkbookSpec } from "../../sheets/spec";
import type { MadeBook } from "../bookFile";
import { openFile } from "../session";

/** Periods a warning counts unless the request says otherwise, as `usualPolicy` has it. */
const LAPSE = 3;

/**
 * What workbooks of earlier periods remember, oldest first, up to the one that is evaluated now.
 *
 * @param files last month's workbook, or several in order of time
 */
export async function earlierIn(
  files: readonly string[],
  { title, consequences, ...request }: EvaluationRequest,
): Promise<HistoryEntry[]> {
  const entries: HistoryEntry[] = [];
  for (const file of files) {
    createNodeHost(await openFile(file));
    const found = await readEarlier(consequences?.lapse ?? LAPSE);
    const known = new Set(entries.map(({ period }) => period));
    entries.push(...found.filter(({ period }) => !known.has(period)));
  }
  return before(entries, evaluationName(title, periodText({ title, ...request })));
}

/**
 * An evaluation written over the one a workbook holds already: its review's log, what is locked and what was typed stay.
 *
 * @returns the new file, and what became of the review, a sentence each
 */
export async function evaluateInto(
  file: string,
  spec: WorkbookSpec,
  request: EvaluationRequest,
): Promise<MadeBook & { readonly said: readonly string[] }> {
  const { lang } = request;
  const host = createNodeHost(await openFile(file));
  const { spec: whole, typed, finish } = await continueReview(spec, lang, {}, scoringDue(request));
  const { sheets, formulas, charts } = await applyWorkbook(whole, { lang, typed });
  host.calculate();
  const said = await finish();
  return { bytes: await saveXlsx(host.workbook), sheets, formulas, charts, said };
}

/** Who would get another grade by forced shares, a sentence each, before anybody decides. */
export function movesIn(evaluation: Evaluation, earlier: readonly HistoryEntry[]): string[] {
  const { results, sets } = evaluation;
  const scheme = sets[0]?.scheme;
  if (!scheme || scheme.grades.length === 0) return [];
  const policy = policyFor(evaluation, scheme);
  const period = {
    names: results.map(({ name }) => name),
    units: results.map(({ unit }) => unit),
    totals: results.map(({ total }) => total),
    grades: results.map(({ grade }) => grade),
  };
  const outcomes = outcomesOf(period, policy, memoriesOf(earlier, period));
  return movesOf(outcomes, policy, period).map(({ why }) => why);
}
