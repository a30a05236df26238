import { paramOf, tableOf } from "../rule";
import type { RuleUse } from "../scheme";
import type { PayComponent, PayPlan } from "./payPlan";
import { payKind } from "./registry";

/**
 * The plan with everything said that it leaves to defaults, and nothing said twice: parameters of each kind, tiers
 * without the upper bounds that were only held against each other. Two plans that pay alike by their text have the
 * same normal form; it is what the pay plan's sheet shows and reads back.
 */
export function normalizePay(plan: PayPlan): PayPlan {
  return { ...plan, components: plan.components.map(normalizeComponent) };
}

function normalizeComponent(component: PayComponent): PayComponent {
  const { noData, positions, inputs, ...rest } = component;
  const kind = payKind(component.rule.kind);
  if (!kind) return component;
  const rule: Record<string, RuleUse[string]> = {};
  for (const spec of kind.params) rule[spec.key] = paramOf(component.rule, spec);
  for (const table of kind.tables)
    rule[table.key] = tableOf(component.rule, table.key).map((row) =>
      Object.fromEntries(table.columns.map(({ key, initial }) => [key, row[key] ?? initial ?? null])),
    );
  return {
    ...rest,
    rule: { kind: kind.kind, ...rule },
    inputs: Object.fromEntries(
      Object.entries(inputs).flatMap(([role, source]) =>
        source.trim() === "" ? [] : [[role, source.trim()]],
      ),
    ),
    ...(positions && { positions: positions.map((one) => one.trim()) }),
    ...(noData === "zero" && { noData }),
  };
}
