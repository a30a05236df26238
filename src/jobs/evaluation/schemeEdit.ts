import { RULE_KINDS, ruleKind } from "../../scoring/registry";
import { paramOf, type ParamSpec } from "../../scoring/rule";
import { indicatorsOf, type Indicator, type Mistake, type RuleUse, type Scheme } from "../../scoring/scheme";
import { validateScheme } from "../../scoring/validateScheme";
import { applyChanges, type Change } from "../../scoring/whatif/changes";
import type { Lang } from "../../words";

/** A number of a scheme that can be changed before anything is written. */
export interface SchemeNumber {
  /** What {@link editScheme} is told: `revenue.cap`. */
  readonly path: string;
  readonly label: string;
  /** Percents are fractions; null where an optional one is empty. */
  readonly value: number | null;
  readonly percent: boolean;
  readonly optional: boolean;
}

export interface SchemeLine {
  readonly id: string;
  readonly name: string;
  readonly section: string;
  /** Full points; rules outside the 100 have none to change. */
  readonly weight?: SchemeNumber;
  readonly kind: string;
  /** Rules that take the same data, the present one among them. */
  readonly kinds: readonly { readonly value: string; readonly text: string }[];
  readonly numbers: readonly SchemeNumber[];
}

/** A scheme as the pane shows it for changing. */
export interface EditableScheme {
  /** Shares of the total; empty with one section. */
  readonly sections: readonly SchemeNumber[];
  readonly lines: readonly SchemeLine[];
}

/** What somebody has changed so far: rules first, then numbers. */
export interface SchemeEdits {
  /** Rule kind by indicator id. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly changes: readonly Change[];
}

export const NO_EDITS: SchemeEdits = { kinds: {}, changes: [] };

/** What a rule starts with when it takes the place of another. Rates are fractions. */
const STARTS: Readonly<Record<string, Readonly<Record<string, number | string | null>>>> = {
  proportional: { cap: 1.2 },
  linear: { low: 0.6, high: 1 },
  step: { threshold: 1, size: 0.01, loss: 2 },
  lowerIsBetter: { size: 0.01, loss: 1 },
  nearTarget: { tolerance: 0.05, limit: 0.2 },
  rated: { best: 100 },
  deduct: { loss: 5 },
  attendance: { loss: 4 },
  allOrNothing: {},
};

/** The scheme's weights, rules and thresholds in the language asked for. */
export function editableScheme(scheme: Scheme, lang: Lang): EditableScheme {
  const several = scheme.sections.length > 1;
  return {
    sections: several
      ? scheme.sections.map(({ id, name, weight }) => ({
          path: `${id}.weight`,
          label: name,
          value: weight,
          percent: false,
          optional: false,
        }))
      : [],
    lines: indicatorsOf(scheme).map(({ section, indicator }): SchemeLine => {
      const { id, name, weight, rule } = indicator;
      const kind = ruleKind(rule.kind);
      return {
        id,
        name,
        section: section.name,
        ...(weight > 0 && {
          weight: { path: `${id}.weight`, label: name, value: weight, percent: false, optional: false },
        }),
        kind: rule.kind,
        kinds: RULE_KINDS.filter(
          (other) => other.kind === rule.kind || fits(scheme, indicator, other.kind),
        ).map((other) => ({ value: other.kind, text: other.name[lang] })),
        numbers: (kind?.params ?? []).flatMap((spec) => numberOf(id, rule, spec, lang)),
      };
    }),
  };
}

function numberOf(id: string, rule: RuleUse, spec: ParamSpec, lang: Lang): SchemeNumber[] {
  const value = paramOf(rule, spec);
  if (spec.choices || (value !== null && typeof value !== "number")) return [];
  const percent = spec.type === "percent";
  return [
    { path: `${id}.${spec.key}`, label: spec.label[lang], value, percent, optional: spec.optional === true },
  ];
}

/** The same line by another rule over the same data, in the same order. */
function withKind(indicator: Indicator, kind: string): Indicator | undefined {
  const before = ruleKind(indicator.rule.kind);
  const after = ruleKind(kind);
  const start = STARTS[kind];
  if (!before || !after || !start || after.tables.length > 0 || after.standing !== before.standing)
    return undefined;
  const given = before.roles.flatMap(({ key }) => indicator.inputs[key] ?? []);
  const roles = after.roles.filter(({ optional }) => optional !== true);
  if (roles.length !== given.length || roles.some(({ takes }, i) => takes !== before.roles[i]?.takes))
    return undefined;
  const params = Object.fromEntries(
    after.params.map((spec) => [spec.key, start[spec.key] ?? spec.initial ?? null]),
  );
  const { policies: _, ...rest } = indicator;
  return {
    ...rest,
    rule: { kind, ...params } as RuleUse,
    inputs: Object.fromEntries(roles.map(({ key }, i) => [key, given[i] ?? ""])),
  };
}

function fits(scheme: Scheme, indicator: Indicator, kind: string): boolean {
  const other = withKind(indicator, kind);
  return other !== undefined && validateScheme(replaced(scheme, indicator.id, other)).length === 0;
}

function replaced(scheme: Scheme, id: string, other: Indicator): Scheme {
  return {
    ...scheme,
    sections: scheme.sections.map((section) => ({
      ...section,
      indicators: section.indicators.map((one) => (one.id === id ? other : one)),
    })),
  };
}

/**
 * The scheme with everything changed so far. A changed weight leaves the others to share the rest, so that the sum
 * stays what it was.
 *
 * @returns what is wrong with the result, each with where; empty when it can be scored
 */
export function editScheme(
  scheme: Scheme,
  { kinds, changes }: SchemeEdits,
): { readonly scheme: Scheme; readonly mistakes: readonly Mistake[] } {
  let current = scheme;
  for (const [id, kind] of Object.entries(kinds)) {
    const found = indicatorsOf(current).find(({ indicator }) => indicator.id === id);
    const other = found && withKind(found.indicator, kind);
    if (other) current = replaced(current, id, other);
  }
  const { scheme: changed } = applyChanges(current, changes);
  return { scheme: changed, mistakes: validateScheme(changed) };
}

/** The edits with one more: a number changed twice counts once, another rule drops the numbers of the one before. */
export function withEdit(
  edits: SchemeEdits,
  edit: Change | { readonly id: string; readonly kind: string },
): SchemeEdits {
  if ("kind" in edit)
    return {
      kinds: { ...edits.kinds, [edit.id]: edit.kind },
      changes: edits.changes.filter(
        ({ path }) => !path.startsWith(`${edit.id}.`) || path === `${edit.id}.weight`,
      ),
    };
  return { ...edits, changes: [...edits.changes.filter(({ path }) => path !== edit.path), edit] };
}
