import { scalarAt } from "../../formula/column";
import { NAMES, compileScheme } from "../compile";
import { scoreColumns, type People } from "../scoreTeam";
import type { Scheme } from "../scheme";
import type { PayPlan } from "./payPlan";
import type { PayPeople } from "./payTeam";

/**
 * The people to pay with the inputs their scorecards give them; what the plan takes from elsewhere stays as given.
 *
 * @throws AttainError `scheme-invalid`; RangeError when the plan reads something the scorecard does not have
 */
export function withScores(plan: PayPlan, scheme: Scheme, scored: People, given: PayPeople): PayPeople {
  const columns = scoreColumns(compileScheme(scheme, { exempt: scored.exempt !== undefined }), scored);
  const inputs = new Map(given.inputs);
  for (const { id, from } of plan.inputs) {
    if (from === undefined) continue;
    const column = columns.get(from);
    if (!column) throw new RangeError(`The scorecard has no “${from}”`);
    inputs.set(
      id,
      scored.names.map((_, row) => scalarAt(column, row)),
    );
  }
  return { ...given, inputs };
}

/** What a pay plan may take from a scorecard: `total`, `grade`, inputs, measures, points, sections. */
export function sourcesOf(scheme: Scheme): string[] {
  const { inputs, indicators, sections } = compileScheme(scheme);
  return [
    NAMES.total,
    NAMES.grade,
    ...scheme.inputs.map(({ id }) => id),
    ...(inputs ?? []).map(({ name }) => name),
    ...indicators.flatMap(({ measure, points }) => [...(measure ? [measure.name] : []), points.name]),
    ...sections.map(({ name }) => name),
  ].filter((name, i, all) => all.indexOf(name) === i);
}
