import { say, type Params, type Phrase } from "../words";
import { validateBands } from "./bands";
import { bindInput } from "./inputFormulas";
import { partMistakes } from "./validateParts";
import { RULE_KINDS, ruleKind } from "./registry";
import type { ParamSpec, RuleKind } from "./rule";
import { fullOf, indicatorsOf, type Indicator, type Mistake, type ParamValue, type Scheme } from "./scheme";
import { OUTCOMES, POLICIES, POLICY_OUTCOMES } from "./words";

const W = {
  id: {
    "zh-CN": "编号“{id}”只能用英文字母、数字和下划线，并以字母开头",
    "en-US": "the id “{id}” may hold letters, digits and _ only, a letter first",
  },
  twice: { "zh-CN": "编号“{id}”重复，请改名", "en-US": "the id “{id}” is used twice; rename one" },
  noSections: { "zh-CN": "方案没有任何部分，请至少添加一个", "en-US": "the scheme has no sections; add one" },
  noIndicators: {
    "zh-CN": "这一部分没有指标，请至少添加一个",
    "en-US": "the section has no indicators; add one",
  },
  weight: {
    "zh-CN": "权重应为不小于 0 的数，而不是 {value}",
    "en-US": "the weight must be a number from 0, not {value}",
  },
  sum: {
    "zh-CN": "权重合计 {sum}，应为 {whole}，相差 {gap}",
    "en-US": "weights add up to {sum} instead of {whole}, off by {gap}",
  },
  nothing: { "zh-CN": "权重全为 0", "en-US": "all weights are 0" },
  kind: {
    "zh-CN": "没有名为“{kind}”的评分规则；可用：{kinds}",
    "en-US": "there is no rule “{kind}”; there are {kinds}",
  },
  param: {
    "zh-CN": "规则没有名为“{key}”的参数；可用：{keys}",
    "en-US": "the rule has no parameter “{key}”; it has {keys}",
  },
  missing: { "zh-CN": "缺少参数“{label}”", "en-US": "the parameter “{label}” is missing" },
  number: {
    "zh-CN": "“{label}”应为数字，而不是“{value}”",
    "en-US": "“{label}” must be a number, not “{value}”",
  },
  whole: { "zh-CN": "“{label}”应为整数", "en-US": "“{label}” must be a whole number" },
  least: { "zh-CN": "“{label}”不能小于 {bound}", "en-US": "“{label}” must not be less than {bound}" },
  most: { "zh-CN": "“{label}”不能大于 {bound}", "en-US": "“{label}” must not be greater than {bound}" },
  choice: {
    "zh-CN": "“{label}”只能是 {choices}，而不是“{value}”",
    "en-US": "“{label}” must be one of {choices}, not “{value}”",
  },
  table: { "zh-CN": "“{label}”应为表格，每行一档", "en-US": "“{label}” must be a table, one row a band" },
  role: {
    "zh-CN": "没有说明“{label}”取自哪个数据项",
    "en-US": "nothing says which input “{label}” comes from",
  },
  noRole: {
    "zh-CN": "规则不需要“{key}”；它需要 {keys}",
    "en-US": "the rule has no use for “{key}”; it needs {keys}",
  },
  formula: {
    "zh-CN": "公式“{source}”第 {at} 个字符：{what}；可用的名称：{names}",
    "en-US": "formula “{source}”, character {at}: {what}; names there are: {names}",
  },
  constant: { "zh-CN": "公式“{source}”没有用到任何数据项", "en-US": "the formula “{source}” reads no input" },
  outside: {
    "zh-CN": "“{rule}”在 100 分之外，权重应为 0",
    "en-US": "“{rule}” stands outside the 100: its weight must be 0",
  },
  outsideSection: {
    "zh-CN": "这一部分的指标都在 100 分之外，权重应为 0",
    "en-US": "everything in this section stands outside the 100: its weight must be 0",
  },
  policy: { "zh-CN": "这种规则没有“{policy}”的情形", "en-US": "this rule has no case “{policy}”" },
  outcome: { "zh-CN": "“{policy}”只能是 {outcomes}", "en-US": "“{policy}” must be one of {outcomes}" },
  decimals: {
    "zh-CN": "总分小数位数应为 0 到 6 的整数",
    "en-US": "the decimals of the total must be a whole number from 0 to 6",
  },
  gradeName: {
    "zh-CN": "等级“{name}”重复或没有名称",
    "en-US": "the grade “{name}” is there twice or has no name",
  },
} as const satisfies Record<string, Phrase>;

const ID = /^[A-Za-z][A-Za-z0-9_]*$/;

/** Names inside compiled schemes that an indicator must not take. */
const RESERVED = new Set(["scheme", "grades"]);

/**
 * Everything that is wrong with the scheme, in one list: where, what, and how to mend it, in the scheme's language.
 * A scheme without mistakes can be compiled and scored.
 *
 * @example validateScheme({ ...scheme, decimals: 9 }) // [{ where: "decimals", what: "the decimals …" }]
 */
export function validateScheme(scheme: Scheme): Mistake[] {
  return new Validation(scheme).run();
}

class Validation {
  private readonly mistakes: Mistake[] = [];

  constructor(private readonly scheme: Scheme) {}

  run(): Mistake[] {
    const { scheme } = this;
    this.ids(
      "inputs",
      scheme.inputs.map(({ id }) => id),
    );
    this.ids(
      "sections",
      scheme.sections.map(({ id }) => id),
    );
    this.ids(
      "indicators",
      indicatorsOf(scheme).map(({ indicator }) => indicator.id),
    );
    if (scheme.sections.length === 0) this.add("sections", W.noSections);
    else
      this.weights(
        "sections",
        scheme.sections.map(({ weight }) => weight),
        100,
      );
    for (const section of scheme.sections) {
      const where = `sections.${section.id}`;
      const counted = section.indicators.filter(({ rule }) => ruleKind(rule.kind)?.standing === undefined);
      if (section.indicators.length === 0) this.add(where, W.noIndicators);
      else if (counted.length > 0)
        this.weights(
          where,
          counted.map(({ weight }) => weight),
          fullOf(section),
        );
      else if (section.weight !== 0) this.add(where, W.outsideSection);
      for (const indicator of section.indicators) this.indicator(`${where}.${indicator.id}`, indicator);
    }
    this.grades();
    if (!Number.isInteger(scheme.decimals) || scheme.decimals < 0 || scheme.decimals > 6)
      this.add("decimals", W.decimals);
    return [...this.mistakes, ...partMistakes(scheme)];
  }

  private add(where: string, what: Phrase, params: Params = {}): void {
    this.mistakes.push({ where, what: say(what, this.scheme.lang, params) });
  }

  private ids(where: string, ids: readonly string[]): void {
    ids.forEach((id, i) => {
      if (!ID.test(id) || RESERVED.has(id)) this.add(`${where}.${id}`, W.id, { id });
      // Defined names do not tell capitals apart.
      if (ids.findIndex((other) => other.toLowerCase() === id.toLowerCase()) < i)
        this.add(`${where}.${id}`, W.twice, { id });
    });
  }

  private weights(where: string, weights: readonly number[], whole: number): void {
    for (const weight of weights) if (!(weight >= 0)) this.add(where, W.weight, { value: String(weight) });
    const sum = weights.reduce((total, weight) => total + weight, 0);
    if (!(sum > 0)) this.add(where, W.nothing);
    else if (this.scheme.weights === "exact" && Math.abs(sum - whole) > 1e-6) {
      this.add(where, W.sum, { sum, whole, gap: sum - whole });
    }
  }

  private indicator(where: string, indicator: Indicator): void {
    const rule = ruleKind(indicator.rule.kind);
    if (!rule) {
      this.add(`${where}.rule`, W.kind, {
        kind: indicator.rule.kind,
        kinds: this.list(RULE_KINDS.map(({ kind }) => kind)),
      });
      return;
    }
    if (rule.standing !== undefined && indicator.weight !== 0)
      this.add(where, W.outside, { rule: this.say(rule.name) });
    const before = this.mistakes.length;
    this.params(where, rule, indicator);
    // A rule looks at how its parameters fit together only once each of them is sound.
    if (this.mistakes.length === before) {
      for (const { param, row, what, params } of rule.validate?.(indicator.rule, indicator.weight) ?? []) {
        this.add(row === undefined ? `${where}.${param}` : `${where}.${param}[${row}]`, what, params);
      }
    }
    this.roles(where, rule, indicator);
    this.policies(where, rule, indicator);
  }

  private params(where: string, rule: RuleKind, { rule: use }: Indicator): void {
    const specs = [...rule.params, ...rule.tables];
    for (const key of Object.keys(use)) {
      if (key !== "kind" && !specs.some((spec) => spec.key === key)) {
        this.add(`${where}.${key}`, W.param, { key, keys: this.list(specs.map((spec) => spec.key)) });
      }
    }
    for (const spec of rule.params)
      this.value(`${where}.${spec.key}`, spec, use[spec.key] ?? spec.initial ?? null);
    for (const table of rule.tables) {
      const rows = use[table.key];
      if (!Array.isArray(rows)) {
        this.add(`${where}.${table.key}`, W.table, { label: this.say(table.label) });
        continue;
      }
      rows.forEach((row: Readonly<Record<string, ParamValue>>, i) => {
        for (const column of table.columns) {
          this.value(
            `${where}.${table.key}[${i}].${column.key}`,
            column,
            row[column.key] ?? column.initial ?? null,
          );
        }
      });
    }
  }

  private value(where: string, spec: ParamSpec, value: ParamValue): void {
    const label = this.say(spec.label);
    if (value === null || value === "") {
      if (!spec.optional) this.add(where, W.missing, { label });
      return;
    }
    if (spec.choices) {
      if (typeof value !== "string" || !Object.hasOwn(spec.choices, value)) {
        this.add(where, W.choice, {
          label,
          choices: this.list(Object.keys(spec.choices)),
          value: String(value),
        });
      }
      return;
    }
    if (spec.type === "word" || spec.type === "formula") return;
    if (typeof value !== "number" || !Number.isFinite(value))
      this.add(where, W.number, { label, value: String(value) });
    else {
      if (spec.type === "integer" && !Number.isInteger(value)) this.add(where, W.whole, { label });
      if (spec.min !== undefined && value < spec.min) this.add(where, W.least, { label, bound: spec.min });
      if (spec.max !== undefined && value > spec.max) this.add(where, W.most, { label, bound: spec.max });
    }
  }

  private roles(where: string, rule: RuleKind, indicator: Indicator): void {
    const keys = rule.roles.map(({ key }) => key);
    for (const key of Object.keys(indicator.inputs)) {
      if (!keys.includes(key)) this.add(`${where}.inputs.${key}`, W.noRole, { key, keys: this.list(keys) });
    }
    for (const role of rule.roles) {
      const source = indicator.inputs[role.key];
      if (source === undefined || source.trim() === "") {
        if (role.optional !== true)
          this.add(`${where}.inputs.${role.key}`, W.role, { label: this.say(role.label) });
      } else this.formula(`${where}.inputs.${role.key}`, source);
    }
  }

  private formula(where: string, source: string): void {
    const parsed = bindInput(this.scheme, source);
    if ("expr" in parsed) {
      if (parsed.inputs.length === 0) this.add(where, W.constant, { source });
      return;
    }
    const { at, message, params } = parsed.mistake;
    const names = this.list(this.scheme.inputs.map(({ id }) => id));
    this.add(where, W.formula, { source, at: at + 1, what: say(message, this.scheme.lang, params), names });
  }

  private policies(where: string, rule: RuleKind, { policies = {} }: Indicator): void {
    for (const [policy, outcome] of Object.entries(policies)) {
      if (!isPolicy(policy) || rule.policies[policy] === undefined) {
        this.add(`${where}.policies.${policy}`, W.policy, {
          policy: isPolicy(policy) ? this.say(POLICIES[policy]) : policy,
        });
      } else if (!POLICY_OUTCOMES[policy].includes(outcome)) {
        const outcomes = this.list(
          POLICY_OUTCOMES[policy].map((one) => `${one} (${this.say(OUTCOMES[one])})`),
        );
        this.add(`${where}.policies.${policy}`, W.outcome, { policy: this.say(POLICIES[policy]), outcomes });
      }
    }
  }

  private grades(): void {
    const { grades } = this.scheme;
    grades.forEach(({ name }, i) => {
      if (name.trim() === "" || grades.findIndex((other) => other.name === name) < i)
        this.add(`grades[${i}]`, W.gradeName, { name });
    });
    const bands = grades.map(({ from, side }) => ({ from, side }));
    for (const { row, what, params } of validateBands(bands, "grades")) {
      this.add(row === undefined ? "grades" : `grades[${row}]`, what, params);
    }
  }

  private say(phrase: Phrase): string {
    return phrase[this.scheme.lang];
  }

  private list(items: readonly string[]): string {
    return items.join(this.scheme.lang === "zh-CN" ? "、" : ", ");
  }
}

function isPolicy(name: string): name is keyof typeof POLICIES {
  return Object.hasOwn(POLICIES, name);
}
