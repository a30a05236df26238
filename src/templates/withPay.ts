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
  return evaluationBook(request, { ...options, pay: { plan, inputs } });
}
