import { AttainError } from "../errors";
import { call, input, inputsOf, lit, substitute, text, vector, type Expr } from "../formula/expression";
import { say } from "../words";
import type { CompiledIndicator, CompiledScheme, Derived } from "./compiled";
import { Composition } from "./compose";
import { bindInput, orderInputs } from "./inputFormulas";
import { NAMES } from "./names";
import { parametersOf, vectorsOf } from "./parameters";
import { ruleKind } from "./registry";
import { remarkOf } from "./remark";
import { AS_IS, BASIS, EVERYBODY, NO_VALUE, ZERO_TARGET, type RoleSpec, type RuleKind } from "./rule";
import { indicatorsOf, type Indicator, type PolicyName, type Scheme, type Section } from "./scheme";

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
    missed: { name: NAMES.missed, expr: missedOf(indicators) },
    remark: { name: NAMES.remark, expr: remarkOf(scheme, indicators, exempt) },
    parameters: parametersOf(scheme, indicators),
    vectors: vectorsOf(scheme, indicators),
  };
}

/** Nobody has missed anything before there is a total; what is left out is not missed. */
function missedOf(indicators: readonly CompiledIndicator[]): Expr {
  const short = indicators.flatMap(({ indicator: { id }, rule, points }) =>
    rule.standing === undefined
      ? [call("if", call("lt", input(points.name), input(NAMES.weight(id))), 1, 0)]
      : [],
  );
  return call("if", call("isnumber", input(NAMES.total)), call("sum", 0, ...short), text(NO_VALUE));
}

/** Inputs with a formula of their own, in an order in which each finds what it reads. */
function derivedInputs(scheme: Scheme): Derived[] {
  const order = orderInputs(scheme);
  if ("circle" in order)
    throw new AttainError("scheme-invalid", { detail: `inputs: ${order.circle.join(" → ")}` });
  return order.inputs.map(({ id, expr, reads }) => ({ name: id, expr: whenComplete(expr, reads, true) }));
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
