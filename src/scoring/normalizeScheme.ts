import { outcomeOf } from "./parameters";
import { ruleKind } from "./registry";
import { paramOf, tableOf, type ParamSpec } from "./rule";
import {
  DEFAULT_FULL,
  fullOf,
  type Indicator,
  type Outcome,
  type PolicyName,
  type RuleUse,
  type Scheme,
} from "./scheme";
import { POLICIES } from "./words";

/**
 * The scheme with everything said that it leaves to defaults: parameters, policies, full points. Two schemes that
 * score alike by their text have the same normal form; it is what the scheme sheet shows and reads back.
 */
export function normalizeScheme(scheme: Scheme): Scheme {
  return {
    ...scheme,
    sections: scheme.sections.map((section) => {
      const { id, name, weight, indicators } = section;
      const full = fullOf(section);
      return {
        id,
        name,
        weight,
        ...(full !== DEFAULT_FULL && { full }),
        indicators: indicators.map(normalizeIndicator),
      };
    }),
  };
}

function normalizeIndicator(indicator: Indicator): Indicator {
  const rule = ruleKind(indicator.rule.kind);
  if (!rule) return indicator;
  const use: Record<string, RuleUse[string]> = {};
  for (const spec of rule.params) use[spec.key] = paramOf(indicator.rule, spec);
  for (const table of rule.tables) {
    use[table.key] = tableOf(indicator.rule, table.key).map((row) =>
      Object.fromEntries(
        table.columns.map((column: ParamSpec) => [column.key, row[column.key] ?? column.initial ?? null]),
      ),
    );
  }
  const policies: Partial<Record<PolicyName, Outcome>> = {};
  for (const policy of Object.keys(POLICIES) as PolicyName[]) {
    const outcome = outcomeOf(rule, indicator, policy);
    if (outcome) policies[policy] = outcome;
  }
  return { ...indicator, rule: { kind: rule.kind, ...use }, policies };
}
