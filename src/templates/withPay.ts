import { bookWithResults, type EvaluationBookOptions } from "../jobs/evaluationBook";
import { ABSOLUTE, cellRef, parseRange } from "../formula/references";
import { evaluate } from "../scoring/evaluate";
import type { EvaluationRequest } from "../scoring/evaluation";
import { payPlanSheet } from "../sheets/pay/planSheet";
import { paySummarySheet } from "../sheets/pay/summarySheet";
import type { SheetSpec, WorkbookSpec } from "../sheets/spec";
import type { ExamplePay } from "./examples/payPlans";

/**
 * An evaluation with what people are paid for it: the pay summary after the results, whose scores it reads, the pay
 * plan after the schemes.
 */
export function withPay(
  request: EvaluationRequest,
  pay: ExamplePay,
  options: EvaluationBookOptions,
): WorkbookSpec {
  const { lang } = request;
  const evaluation = evaluate(request);
  const { book, results } = bookWithResults(evaluation, options);
  const plan = pay.plan(lang);
  const planPage = payPlanSheet(plan);
  // The results page leaves out who was not there in any period.
  const people = evaluation.results
    .filter(({ periods }) => periods.some(({ places }) => places.length > 0))
    .map(({ person }) => request.people[person]);
  const { sheet, top, left } = parseRange(results.range("total"));
  const scores = people.map((_, i) =>
    cellRef(top + i, left, { ...ABSOLUTE, ...(sheet === undefined ? {} : { sheet }) }),
  );
  const take = (values: readonly number[] | undefined, i: number): number | null =>
    values?.[i % values.length] ?? null;
  const summary = paySummarySheet(
    plan,
    {
      names: people.map((person) => person?.name ?? ""),
      units: people.map((person) => person?.unit ?? ""),
      inputs: new Map(plan.inputs.map(({ id }) => [id, people.map((_, i) => take(pay.inputs[id], i))])),
    },
    { references: planPage.references, sources: new Map([["score", scores]]) },
  );
  const after = (id: string, sheets: readonly SheetSpec[], added: SheetSpec): SheetSpec[] =>
    sheets.flatMap((sheet) => (sheet.id === id ? [sheet, added] : [sheet]));
  const about = book.sheets.filter(({ id }) => id === "about");
  const others = book.sheets.filter(({ id }) => id !== "about");
  return {
    ...book,
    sheets: [...after("results", others, summary.sheet), planPage.sheet, ...about],
    names: [...book.names, ...planPage.names],
  };
}
