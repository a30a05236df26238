import type { Scalar } from "../formula/column";
import { call, input, inputsOf, lit, substitute, text, vector, type Expr } from "../formula/expression";
import { parseFormula, type FormulaMistake } from "../formula/parse";
import { AttainError } from "../errors";
import { say } from "../words";
import { Composition } from "./compose";
import { NAMES } from "./names";
import { ruleKind } from "./registry";
import { remarkOf } from "./remark";
import {
  AS_IS,
  BASIS,
  EVERYBODY,
  LEFT_OUT,
  NOT_SCORED,
  NO_VALUE,
  ZERO_TARGET,
  paramOf,
  tableOf,
  type RoleSpec,
  type RuleKind,
} from "./rule";
import {
  indicatorsOf,
  type Indicator,
  type Outcome,
  type PolicyName,
  type Scheme,
  type Section,
} from "./scheme";

export { NAMES };

export interface Derived {
  readonly name: string;
  readonly expr: Expr;
}

export interface CompiledIndicator {
  readonly section: Section;
  readonly indicator: Indicator;
  readonly rule: RuleKind;
  /** The scheme's inputs it reads. */
  readonly inputs: readonly string[];
  /** What people are compared by, absent when it is an input as it stands or nobody is compared. */
  readonly basis?: Derived;
  /** The measured value, absent when it is an input as it stands. */
  readonly measure?: Derived;
  /** Where the measured value is found: a measure or an input. */
  readonly measured: string;
  readonly percent: boolean;
  readonly points: Derived;
}

/** A scheme as expressions, in the order they depend on each other, with the values of its parameters. */
export interface CompiledScheme {
  readonly scheme: Scheme;
  /** Inputs worked out from others, each after those it reads. */
  readonly inputs?: readonly Derived[];
  readonly indicators: readonly CompiledIndicator[];
  /** Empty when there is a single section: the total says it all. */
  readonly sections: readonly (Derived & { readonly section: Section })[];
  readonly total: Derived;
  readonly grade: Derived;
  readonly light: Derived;
  /** Absent when no veto cancels rewards. */
  readonly rewards?: Derived;
  readonly remark: Derived;
  readonly parameters: ReadonlyMap<string, Scalar>;
  readonly vectors: ReadonlyMap<string, readonly Scalar[]>;
}

export interface CompileOptions {
  /** Some people are not to be scored at all; the column `NAMES.exempt` says why. */
  readonly exempt?: boolean;
}

/**
 * The scheme's rules, policies and composition as expressions over its inputs and parameters.
 *
 * @throws AttainError `scheme-invalid` for what `validateScheme` reports: call that first to get all mistakes at once
 */
export function compileScheme(scheme: Scheme, { exempt = false }: CompileOptions = {}): CompiledScheme {
  const indicators = indicatorsOf(scheme).map(({ section, indicator }) =>
    compileIndicator(scheme, section, indicator, exempt),
  );
  const composition = new Composition(scheme, indicators, exempt);
  const inputs = derivedInputs(scheme);
  const rewards = composition.rewards();
  return {
    scheme,
    ...(inputs.length > 0 && { inputs }),
    indicators,
    sections: composition.sections(),
    total: { name: NAMES.total, expr: composition.total() },
    grade: { name: NAMES.grade, expr: composition.grade(NAMES.gradeNames) },
    light: { name: NAMES.light, expr: composition.grade(NAMES.gradeLight) },
    ...(rewards && { rewards: { name: NAMES.rewards, expr: rewards } }),
    remark: { name: NAMES.remark, expr: remarkOf(scheme, indicators, exempt) },
    parameters: parametersOf(scheme, indicators),
    vectors: vectorsOfScheme(scheme, indicators),
  };
}

/** Inputs with a formula of their own, in an order in which each finds what it reads. */
function derivedInputs(scheme: Scheme): Derived[] {
  const order = orderInputs(scheme);
  if ("circle" in order)
    throw new AttainError("scheme-invalid", { detail: `inputs: ${order.circle.join(" → ")}` });
  return order.inputs.map(({ id, expr, reads }) => ({ name: id, expr: whenComplete(expr, reads, true) }));
}

interface OrderedInput {
  readonly id: string;
  readonly expr: Expr;
  readonly reads: readonly string[];
}

/** The computed inputs each after those it reads, or the ids that go round in a circle. */
export function orderInputs(
  scheme: Scheme,
): { readonly inputs: readonly OrderedInput[] } | { readonly circle: readonly string[] } {
  const bound = new Map(
    scheme.inputs.flatMap(({ id, formula }) => {
      const parsed = formula === undefined ? undefined : bindInput(scheme, formula);
      return parsed && "expr" in parsed
        ? [[id, { id, expr: parsed.expr, reads: parsed.inputs }] as const]
        : [];
    }),
  );
  const done: OrderedInput[] = [];
  const path: string[] = [];
  const visit = (id: string): readonly string[] | undefined => {
    const entry = bound.get(id);
    if (!entry || done.includes(entry)) return undefined;
    if (path.includes(id)) return [...path.slice(path.indexOf(id)), id];
    path.push(id);
    for (const read of entry.reads) {
      const circle = visit(read);
      if (circle) return circle;
    }
    path.pop();
    done.push(entry);
    return undefined;
  };
  for (const id of bound.keys()) {
    const circle = visit(id);
    if (circle) return { circle };
  }
  return { inputs: done };
}

/** A formula of the scheme over its inputs, by id or by name, or what is wrong with it. */
export function bindInput(
  scheme: Scheme,
  source: string,
): { expr: Expr; inputs: string[] } | { mistake: FormulaMistake } {
  const idOf = new Map(scheme.inputs.flatMap(({ id, name }) => [[name, id] as const, [id, id] as const]));
  const parsed = parseFormula(source, new Set(idOf.keys()));
  if ("mistake" in parsed) return parsed;
  const expr = substitute(parsed.expr, (leaf) =>
    leaf.kind === "input" ? input(idOf.get(leaf.name) ?? leaf.name) : undefined,
  );
  return { expr, inputs: inputsOf(expr) };
}

function compileIndicator(
  scheme: Scheme,
  section: Section,
  indicator: Indicator,
  exempt: boolean,
): CompiledIndicator {
  const { id } = indicator;
  const rule = ruleKind(indicator.rule.kind);
  if (!rule) throw new AttainError("scheme-invalid", { detail: `${id}: ${indicator.rule.kind}` });
  const roles = new Map(rule.roles.map((role) => [role.key, bindRole(scheme, indicator, role)]));
  const inputs = [...new Set([...roles.values()].flatMap(inputsOf))];
  const first = [...roles.values()][0] ?? text(NO_VALUE);
  // An input that stands for itself needs no column of its own for the measured value.
  const plain = rule.measure === undefined && first.kind === "input" ? first.name : undefined;
  const measured = plain ?? NAMES.measure(id);
  const composed = [...roles.values()].some((role) => role.kind === "call");
  // Who is not scored is nobody's competitor: such rows have a column of their own for what is compared, empty there.
  const among = rule.compares === true && exempt;
  const basis = first.kind === "input" && !among ? first.name : NAMES.basis(id);
  const localize = (expr: Expr): Expr =>
    substitute(expr, (leaf) => {
      if (leaf === EVERYBODY) return vector(NAMES.everybody(basis));
      if (leaf.kind === "vector") return vector(NAMES.param(id, leaf.name));
      if (leaf.name === "measure") return input(measured);
      if (leaf === BASIS) return input(basis);
      return roles.get(leaf.name) ?? input(NAMES.param(id, leaf.name));
    });
  const core = rule.measure ? localize(rule.measure.expr) : first;
  const needs = (takes: "any" | undefined): string[] =>
    rule.roles
      .filter((role) => role.optional !== true && role.takes === takes)
      .flatMap(({ key }) => inputsOf(roles.get(key) ?? first));
  const measure =
    plain === undefined
      ? {
          name: measured,
          expr: whenComplete(core, [...needs(undefined), ...(among ? [basis] : [])], composed, needs("any")),
        }
      : undefined;
  const format = scheme.inputs.find((entry) => entry.id === plain)?.format;
  return {
    section,
    indicator,
    rule,
    inputs,
    ...(rule.compares === true &&
      (first.kind !== "input" || among) && {
        basis: { name: basis, expr: comparedBy(whenComplete(first, inputsOf(first), true), among) },
      }),
    ...(measure && { measure }),
    measured,
    percent: format ? format === "percent" : (rule.measure?.format ?? ratioFormat(first)) === "percent",
    points: {
      name: NAMES.points(id),
      expr: pointsOf(rule, indicator, input(measured), localize(rule.points)),
    },
  };
}

/** What people are compared by; nothing where somebody is not to be scored. */
function comparedBy(value: Expr, exempt: boolean): Expr {
  return exempt ? call("if", call("eq", input(NAMES.exempt), text("")), value, text(NO_VALUE)) : value;
}

function bindRole(scheme: Scheme, indicator: Indicator, { key: role, optional }: RoleSpec): Expr {
  const source = indicator.inputs[role] ?? "";
  if (optional === true && source.trim() === "") return lit(0);
  const parsed = bindInput(scheme, source);
  if ("expr" in parsed) return parsed.expr;
  const { message, params } = parsed.mistake;
  throw new AttainError("scheme-invalid", {
    detail: `${indicator.id}.${role}: ${say(message, scheme.lang, params)}`,
  });
}

/** A quotient of inputs, such as won ÷ (won + lost), reads best in percent. */
function ratioFormat(expr: Expr): "percent" | "number" {
  return expr.kind === "call" && expr.fn === "div" && !(expr.args[1]?.kind === "number")
    ? "percent"
    : "number";
}

/**
 * The value where every number it needs is one and no word it needs is missing, else nothing. A formula that fails,
 * such as 0 ÷ 0, has no value.
 */
function whenComplete(
  core: Expr,
  numbers: readonly string[],
  mayFail: boolean,
  words: readonly string[] = [],
): Expr {
  const distinct = [...new Set(numbers)];
  const conditions = [
    ...(distinct.length > 0 ? [call("eq", call("count", ...distinct.map(input)), distinct.length)] : []),
    ...[...new Set(words)].map((word) => call("ne", input(word), text(NO_VALUE))),
  ];
  const [condition = lit(true)] = conditions;
  return call(
    "if",
    conditions.length > 1 ? call("and", ...conditions) : condition,
    mayFail ? call("iferror", core, text(NO_VALUE)) : core,
    text(NO_VALUE),
  );
}

/** The rule's points, with what the scheme says about missing data, zero targets and negative actuals around them. */
function pointsOf(rule: RuleKind, { id, decimals }: Indicator, measured: Expr, raw: Expr): Expr {
  const points = decimals === undefined ? raw : call("round", raw, input(NAMES.pointDecimals(id)));
  const outcome = (policy: PolicyName): Expr => input(NAMES.outcome(id, policy));
  const negative = outcome("negative");
  const body =
    "negative" in rule.policies
      ? call("if", call("and", call("lt", measured, 0), call("ne", negative, text(AS_IS))), negative, points)
      : points;
  const absent =
    "zeroTarget" in rule.policies
      ? call("if", call("eq", measured, text(ZERO_TARGET)), outcome("zeroTarget"), outcome("noData"))
      : outcome("noData");
  return call("if", call("isnumber", measured), body, absent);
}

const OUTCOME_VALUES: Readonly<Record<Outcome, (weight: number) => Scalar>> = {
  zero: () => 0,
  full: (weight) => weight,
  leaveOut: () => LEFT_OUT,
  notScored: () => NOT_SCORED,
  asIs: () => AS_IS,
};

/** What an outcome puts in place of points. */
export function outcomeValue(outcome: Outcome, weight: number): Scalar {
  return OUTCOME_VALUES[outcome](weight);
}

/** The outcome in force: the scheme's, or the rule's own. Undefined when the rule has no such case. */
export function outcomeOf(rule: RuleKind, indicator: Indicator, policy: PolicyName): Outcome | undefined {
  const initial = rule.policies[policy];
  return initial && (indicator.policies?.[policy] ?? initial);
}

function parametersOf(scheme: Scheme, indicators: readonly CompiledIndicator[]): Map<string, Scalar> {
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

function vectorsOfScheme(
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
