import type { Scalar } from "../formula/column";
import { call, input, inputsOf, lit, substitute, text, vector, type Expr } from "../formula/expression";
import { parseFormula, type FormulaMistake } from "../formula/parse";
import { AttainError } from "../errors";
import { say } from "../words";
import { bandPlace } from "./bands";
import { ruleKind } from "./registry";
import { AS_IS, LEFT_OUT, NOT_SCORED, NO_VALUE, ZERO_TARGET, paramOf, tableOf, type RuleKind } from "./rule";
import {
  fullOf,
  indicatorsOf,
  type Indicator,
  type Outcome,
  type PolicyName,
  type Scheme,
  type Section,
} from "./scheme";
import { REMARKS } from "./words";

/**
 * Names inside a compiled scheme. Inputs go by their own id, everything else by a name no input can have, so that one
 * scope serves the whole scheme.
 */
export const NAMES = {
  param: (indicator: string, key: string) => `${indicator}.${key}`,
  weight: (indicator: string) => `${indicator}.weight`,
  label: (indicator: string) => `${indicator}.name`,
  outcome: (indicator: string, policy: PolicyName) => `${indicator}.${policy}`,
  measure: (indicator: string) => `measure:${indicator}`,
  points: (indicator: string) => `points:${indicator}`,
  section: (section: string) => `section:${section}`,
  sectionWeight: (section: string) => `section:${section}.weight`,
  decimals: "scheme.decimals",
  total: "total",
  grade: "grade",
  light: "light",
  remark: "remark",
  gradeNames: "grades.name",
  gradeFrom: "grades.from",
  gradeSide: "grades.side",
  gradeLight: "grades.light",
} as const;

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
  readonly indicators: readonly CompiledIndicator[];
  /** Empty when there is a single section: the total says it all. */
  readonly sections: readonly (Derived & { readonly section: Section })[];
  readonly total: Derived;
  readonly grade: Derived;
  readonly light: Derived;
  readonly remark: Derived;
  readonly parameters: ReadonlyMap<string, Scalar>;
  readonly vectors: ReadonlyMap<string, readonly Scalar[]>;
}

/**
 * The scheme's rules, policies and composition as expressions over its inputs and parameters.
 *
 * @throws AttainError `scheme-invalid` for what `validateScheme` reports: call that first to get all mistakes at once
 */
export function compileScheme(scheme: Scheme): CompiledScheme {
  const indicators = indicatorsOf(scheme).map(({ section, indicator }) =>
    compileIndicator(scheme, section, indicator),
  );
  const sections =
    scheme.sections.length > 1 ? scheme.sections.map((section) => compileSection(scheme, section)) : [];
  const grade = (column: string): Expr =>
    call(
      "if",
      call("isnumber", input(NAMES.total)),
      call("item", vector(column), bandPlace(input(NAMES.total), NAMES.gradeFrom, NAMES.gradeSide)),
      text(NO_VALUE),
    );
  return {
    scheme,
    indicators,
    sections,
    total: { name: NAMES.total, expr: totalOf(scheme) },
    grade: { name: NAMES.grade, expr: grade(NAMES.gradeNames) },
    light: { name: NAMES.light, expr: grade(NAMES.gradeLight) },
    remark: { name: NAMES.remark, expr: remarkOf(scheme, indicators) },
    parameters: parametersOf(scheme, indicators),
    vectors: vectorsOfScheme(scheme, indicators),
  };
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

function compileIndicator(scheme: Scheme, section: Section, indicator: Indicator): CompiledIndicator {
  const { id } = indicator;
  const rule = ruleKind(indicator.rule.kind);
  if (!rule) throw new AttainError("scheme-invalid", { detail: `${id}: ${indicator.rule.kind}` });
  const roles = new Map(rule.roles.map(({ key }) => [key, bindRole(scheme, indicator, key)]));
  const inputs = [...new Set([...roles.values()].flatMap(inputsOf))];
  const first = [...roles.values()][0] ?? text(NO_VALUE);
  // An input that stands for itself needs no column of its own for the measured value.
  const plain = rule.measure === undefined && first.kind === "input" ? first.name : undefined;
  const measured = plain ?? NAMES.measure(id);
  const localize = (expr: Expr): Expr =>
    substitute(expr, (leaf) => {
      if (leaf.kind === "vector") return vector(NAMES.param(id, leaf.name));
      if (leaf.name === "measure") return input(measured);
      return roles.get(leaf.name) ?? input(NAMES.param(id, leaf.name));
    });
  const core = rule.measure ? localize(rule.measure.expr) : first;
  const measure = plain === undefined ? { name: measured, expr: measureOf(core, roles, inputs) } : undefined;
  const format = scheme.inputs.find((entry) => entry.id === plain)?.format;
  return {
    section,
    indicator,
    rule,
    inputs,
    ...(measure && { measure }),
    measured,
    percent: format ? format === "percent" : (rule.measure?.format ?? ratioFormat(first)) === "percent",
    points: { name: NAMES.points(id), expr: pointsOf(rule, id, input(measured), localize(rule.points)) },
  };
}

function bindRole(scheme: Scheme, indicator: Indicator, role: string): Expr {
  const parsed = bindInput(scheme, indicator.inputs[role] ?? "");
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

/** The measured value where every input is a number, else nothing. A formula that fails, such as 0 ÷ 0, has no value. */
function measureOf(core: Expr, roles: ReadonlyMap<string, Expr>, inputs: readonly string[]): Expr {
  const complete = call("eq", call("count", ...inputs.map(input)), inputs.length);
  const composed = [...roles.values()].some((role) => role.kind === "call");
  return call("if", complete, composed ? call("iferror", core, text(NO_VALUE)) : core, text(NO_VALUE));
}

/** The rule's points, with what the scheme says about missing data, zero targets and negative actuals around them. */
function pointsOf(rule: RuleKind, id: string, measured: Expr, points: Expr): Expr {
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

const sumOf = (terms: readonly Expr[]): Expr => terms.reduce((sum, term) => call("add", sum, term));

/** Points of the section's indicators; what is left out has its weight carried by the others. */
function scoreOf(scheme: Scheme, section: Section): Expr {
  const points = section.indicators.map(({ id }) => input(NAMES.points(id)));
  const weights = section.indicators.map(({ id }) => input(NAMES.weight(id)));
  const counted = sumOf(points.map((one, i) => call("mul", call("isnumber", one), weights[i] ?? lit(0))));
  const whole = scheme.weights === "normalise" ? lit(fullOf(section)) : call("sum", ...weights);
  return combine(points, call("mul", call("sum", ...points), call("div", whole, counted)), NOT_SCORED);
}

/** The score, unless one of its parts is not scored, or none is. */
function combine(parts: readonly Expr[], score: Expr, unscored: string): Expr {
  const stopped = call("or", ...parts.map((part) => call("eq", part, text(NOT_SCORED))));
  const nothing = call("eq", call("count", ...parts), 0);
  const without =
    unscored === NO_VALUE ? text(NO_VALUE) : call("if", stopped, text(NOT_SCORED), text(LEFT_OUT));
  return call("if", call("or", stopped, nothing), without, score);
}

function compileSection(scheme: Scheme, section: Section): Derived & { section: Section } {
  return { name: NAMES.section(section.id), section, expr: scoreOf(scheme, section) };
}

function totalOf(scheme: Scheme): Expr {
  const rounded = (score: Expr): Expr => call("round", score, input(NAMES.decimals));
  const [only] = scheme.sections;
  if (only && scheme.sections.length === 1) {
    const score = scoreOf(scheme, only);
    const points = only.indicators.map(({ id }) => input(NAMES.points(id)));
    const inner = score.kind === "call" ? (score.args[2] ?? score) : score;
    const scaled =
      fullOf(only) === only.weight
        ? inner
        : call("mul", inner, call("div", input(NAMES.sectionWeight(only.id)), fullOf(only)));
    return combine(points, rounded(scaled), NO_VALUE);
  }
  const scores = scheme.sections.map(({ id }) => input(NAMES.section(id)));
  const weights = scheme.sections.map(({ id }) => input(NAMES.sectionWeight(id)));
  const shares = scheme.sections.map((section, i) =>
    call(
      "if",
      call("isnumber", scores[i] ?? lit(0)),
      call("mul", scores[i] ?? lit(0), call("div", weights[i] ?? lit(0), fullOf(section))),
      0,
    ),
  );
  const counted = sumOf(scores.map((one, i) => call("mul", call("isnumber", one), weights[i] ?? lit(0))));
  const whole = scheme.weights === "normalise" ? lit(100) : call("sum", ...weights);
  return combine(scores, rounded(call("mul", sumOf(shares), call("div", whole, counted))), NO_VALUE);
}

/** Why there is no total, and which policies stand behind the points: one sentence an indicator. */
function remarkOf(scheme: Scheme, indicators: readonly CompiledIndicator[]): Expr {
  const word = (key: keyof typeof REMARKS): Expr => text(REMARKS[key][scheme.lang]);
  const chain = (...parts: Expr[]): Expr => parts.reduce((joined, part) => call("join", joined, part));
  const sentences = indicators.map(({ indicator: { id }, measured, rule }) => {
    const points = input(NAMES.points(id));
    const value = input(measured);
    const outcome = call(
      "if",
      call("eq", points, text(NOT_SCORED)),
      text(""),
      call(
        "if",
        call("eq", points, text(LEFT_OUT)),
        word("leftOut"),
        chain(word("counted"), points, word("points")),
      ),
    );
    const sentence = (cause: Expr): Expr =>
      chain(...spaced(word("start")), input(NAMES.label(id)), cause, outcome, word("end"));
    const absent =
      "zeroTarget" in rule.policies
        ? call("if", call("eq", value, text(ZERO_TARGET)), word("zeroTarget"), word("noData"))
        : word("noData");
    const fine = text("");
    const present =
      "negative" in rule.policies
        ? call(
            "if",
            call("and", call("lt", value, 0), call("ne", input(NAMES.outcome(id, "negative")), text(AS_IS))),
            sentence(word("negative")),
            fine,
          )
        : fine;
    return call("if", call("isnumber", value), present, sentence(absent));
  });
  return chain(call("if", call("isnumber", input(NAMES.total)), text(""), word("notScored")), ...sentences);
}

const spaced = (word: Expr): Expr[] => (word.kind === "text" && word.value === "" ? [] : [word]);

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
