import type { Scalar } from "../formula/column";
import type { CompiledIndicator } from "./compiled";
import { NAMES } from "./names";
import { AS_IS, LEFT_OUT, NOT_SCORED, paramOf, tableOf, type RuleKind } from "./rule";
import type { Indicator, Outcome, PolicyName, Scheme } from "./scheme";

const OUTCOME_VALUES: Readonly<Record<Outcome, (weight: number) => Scalar>> = {
  zero: () => 0,
  full: (weight) => weight,
  leaveOut: () => LEFT_OUT,
  notScored: () => NOT_SCORED,
  asIs: () => AS_IS,
};

/** What an outcome puts in place of points. */
function outcomeValue(outcome: Outcome, weight: number): Scalar {
  return OUTCOME_VALUES[outcome](weight);
}

/** The outcome in force: the scheme's, or the rule's own. Undefined when the rule has no such case. */
export function outcomeOf(rule: RuleKind, indicator: Indicator, policy: PolicyName): Outcome | undefined {
  const initial = rule.policies[policy];
  return initial && (indicator.policies?.[policy] ?? initial);
}

/** What the expressions call by name: weights, the rules' numbers, what takes the place of points that are missing. */
export function parametersOf(scheme: Scheme, indicators: readonly CompiledIndicator[]): Map<string, Scalar> {
  const values = new Map<string, Scalar>([[NAMES.decimals, scheme.decimals]]);
  for (const section of scheme.sections) values.set(NAMES.sectionWeight(section.id), section.weight);
  for (const { indicator, rule } of indicators) {
    const { id, name, weight } = indicator;
    values.set(NAMES.label(id), name);
    values.set(NAMES.weight(id), weight);
    if (indicator.decimals !== undefined) values.set(NAMES.pointDecimals(id), indicator.decimals);
    for (const spec of rule.params) values.set(NAMES.param(id, spec.key), paramOf(indicator.rule, spec));
    for (const policy of ["noData", "zeroTarget", "negative"] as const) {
      const outcome = outcomeOf(rule, indicator, policy);
      if (outcome) values.set(NAMES.outcome(id, policy), outcomeValue(outcome, weight));
    }
  }
  return values;
}

/** The lists they look things up in: grades, bands, words. */
export function vectorsOf(
  scheme: Scheme,
  indicators: readonly CompiledIndicator[],
): Map<string, readonly Scalar[]> {
  const vectors = new Map<string, readonly Scalar[]>([
    [NAMES.gradeNames, scheme.grades.map((grade) => grade.name)],
    [NAMES.gradeFrom, scheme.grades.map((grade) => grade.from)],
    [NAMES.gradeSide, scheme.grades.map((grade) => grade.side)],
    [NAMES.gradeLight, scheme.grades.map((grade) => grade.light)],
  ]);
  for (const { indicator, rule } of indicators) {
    for (const table of rule.tables) {
      const rows = tableOf(indicator.rule, table.key);
      for (const column of table.columns) {
        const cells = rows.map((row) => row[column.key] ?? column.initial ?? null);
        vectors.set(NAMES.param(indicator.id, `${table.key}.${column.key}`), cells);
      }
    }
  }
  return vectors;
}
