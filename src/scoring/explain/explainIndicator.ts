import type { Scalar } from "../../formula/column";
import { say, type Lang, type Params, type Phrase } from "../../words";
import type { CompiledIndicator } from "../compiled";
import { NAMES } from "../names";
import { outcomeOf } from "../parameters";
import { paramOf, ZERO_TARGET } from "../rule";
import type { PolicyName, Scheme } from "../scheme";
import type { Scorecard } from "../scoreTeam";
import { OUTCOMES, POLICIES } from "../words";
import { makeStep, type ExplainStep, type Places } from "./step";
import { EXPLAIN_WORDS as W } from "./words";
import { workings, written, type RowValues } from "./workings";

/** Whose indicators are explained, and what is known of them. */
export interface IndicatorContext {
  readonly scheme: Scheme;
  readonly row: RowValues;
  readonly lang: Lang;
  readonly places: Places;
  readonly status: (indicator: string) => Scorecard["indicators"][number]["status"] | undefined;
  readonly origins?: ((input: string) => readonly ExplainStep[]) | undefined;
}

/** One indicator: its rule and parameters, the inputs it reads, what was measured, the points or the policy. */
export class IndicatorExplainer {
  constructor(private readonly of: IndicatorContext) {}

  indicator(entry: CompiledIndicator): ExplainStep {
    const { indicator, rule, measure, points } = entry;
    const { id, name, weight } = indicator;
    const value = this.of.row.value(points.name);
    const status = this.of.status(id);
    const phrase =
      status === "leftOut"
        ? W.leftOut
        : status === "notScored"
          ? W.notScored
          : weight === 0
            ? W.indicatorExtra
            : W.indicator;
    const described = rule.describe(indicator.rule, {
      lang: this.of.lang,
      weight,
      subject: name,
      percent: entry.percent,
    });
    const measured = this.of.row.value(entry.measured);
    const policy = this.policy(entry, measured);
    return makeStep("indicator", id, value, {
      text: this.say(phrase, { name, value: this.written(value), weight }),
      cell: this.of.places.value?.(points.name),
      steps: [
        makeStep("rule", rule.kind, null, {
          text: this.say(W.rule, { rule: rule.name[this.of.lang], described }),
          cell: this.of.places.parameter?.(NAMES.weight(id)),
          steps: this.parameters(entry),
        }),
        ...entry.inputs.map((input) => this.input(input)),
        ...(measure && typeof measured === "number" ? [this.measure(entry, measured)] : []),
        ...(policy ? [policy] : this.points(entry, value)),
      ],
    });
  }

  private measure(entry: CompiledIndicator, value: number): ExplainStep {
    const { measure, rule, indicator, percent } = entry;
    const label = rule.measure?.label[this.of.lang] ?? indicator.name;
    const own = measure ? workings(measure.expr, this.of.row, this.of.lang) : "";
    const shown = this.written(value, percent);
    return makeStep("measure", indicator.id, value, {
      text: this.calculated(label, own, shown),
      workings: own,
      cell: this.of.places.value?.(entry.measured),
      steps: [],
    });
  }

  private points(entry: CompiledIndicator, value: Scalar): ExplainStep[] {
    if (typeof value !== "number") return [];
    const own = workings(entry.points.expr, this.of.row, this.of.lang);
    return [
      makeStep("points", entry.indicator.id, value, {
        text: this.calculated(W.points[this.of.lang], own, this.written(value)),
        workings: own,
        cell: this.of.places.value?.(entry.points.name),
        steps: [],
      }),
    ];
  }

  private calculated(label: string, own: string, value: string): string {
    // What was looked up starts with the value itself.
    if (own.startsWith(value)) return this.say(W.plain, { label, value: own });
    return this.say(W.measureIs, { label, workings: own, value });
  }

  private input(id: string): ExplainStep {
    const given = this.of.scheme.inputs.find((one) => one.id === id);
    const value = this.of.row.value(id);
    const shown = this.written(value, given?.format === "percent");
    return makeStep("input", id, value, {
      text: this.say(W.plain, { label: given?.name ?? id, value: shown }),
      cell: this.of.places.value?.(id),
      steps: this.of.origins?.(id) ?? [],
    });
  }

  private parameters({ indicator, rule, percent }: CompiledIndicator): ExplainStep[] {
    const single = rule.params.map((spec): ExplainStep => {
      const value = paramOf(indicator.rule, spec);
      const inPercent = spec.type === "percent" || (spec.type === "measure" && percent);
      const choice = typeof value === "string" ? spec.choices?.[value]?.[this.of.lang] : undefined;
      return makeStep("parameter", spec.key, value, {
        text: this.say(W.plain, {
          label: spec.label[this.of.lang],
          value: choice ?? this.written(value, inPercent),
        }),
        cell: this.of.places.parameter?.(NAMES.param(indicator.id, spec.key)),
        steps: [],
      });
    });
    return single.filter(({ value }) => value !== null && value !== "");
  }

  /** What the scheme says about a value that is missing, negative, or held against nothing, if that is the case. */
  private policy({ indicator, rule, inputs }: CompiledIndicator, measured: Scalar): ExplainStep | undefined {
    const { policies } = rule;
    let name: PolicyName;
    let cause: string;
    if (typeof measured === "number") {
      if (measured >= 0 || policies.negative === undefined) return undefined;
      name = "negative";
      cause = this.say(W.causeNegative, { value: this.written(measured) });
    } else if (measured === ZERO_TARGET && policies.zeroTarget !== undefined) {
      name = "zeroTarget";
      cause = this.say(W.causeZero);
    } else {
      name = "noData";
      const missing = inputs.filter((id) => typeof this.of.row.value(id) !== "number");
      const names = missing.map((id) => this.of.scheme.inputs.find((one) => one.id === id)?.name ?? id);
      cause = this.say(W.causeNoData, { names: names.join(W.join[this.of.lang]) });
    }
    const outcome = outcomeOf(rule, indicator, name);
    if (outcome === undefined || outcome === "asIs") return undefined;
    return makeStep("policy", name, outcome, {
      text: this.say(W.policy, {
        policy: POLICIES[name][this.of.lang],
        cause,
        outcome: OUTCOMES[outcome][this.of.lang],
      }),
      cell: this.of.places.parameter?.(NAMES.outcome(indicator.id, name)),
      steps: [],
    });
  }

  private say(phrase: Phrase, params: Params = {}): string {
    return say(phrase, this.of.lang, params);
  }

  private written(value: Scalar, percent = false): string {
    return written(value, this.of.lang, percent);
  }
}
