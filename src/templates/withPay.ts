import { evaluationBook, type EvaluationBookOptions } from "../jobs/evaluation/evaluationBook";
import type { EvaluationRequest } from "../scoring/evaluation";
import type { WorkbookSpec } from "../sheets/spec";
import type { ExamplePay } from "./examples/payPlans";

/** An evaluation with what people are paid for it, live over the scores. */
export function withPay(
  request: EvaluationRequest,
  pay: ExamplePay,
  options: EvaluationBookOptions,
): WorkbookSpec {
  const plan = pay.plan(request.lang);
  const take = (values: readonly number[] | undefined, i: number): number | null =>
    values?.[i % values.length] ?? null;
  const inputs = new Map(
    plan.inputs.map(({ id }) => [id, request.people.map((_, i) => take(pay.inputs[id], i))] as const),
  );
  const period = lastKnown(request);
  return evaluationBook(request, {
    ...options,
    pay: { plan, inputs, ...(period !== undefined && { period }) },
  });
}

/** The last period anything is known of; the first where nothing is. */
function lastKnown({ periods, inputs = [], ratings = [] }: EvaluationRequest): string | undefined {
  const known = new Set([...inputs, ...ratings].map(({ period }) => period));
  return (periods.findLast(({ id }) => known.has(id)) ?? periods[0])?.id;
}
