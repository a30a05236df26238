import { columnOf, type Scalar } from "../../formula/column";
import { say, type Lang, type Params, type Phrase } from "../../words";
import { NAMES, compileScheme, outcomeOf, type CompiledIndicator, type CompiledScheme } from "../compile";
import { paramOf, ZERO_TARGET } from "../rule";
import type { PolicyName, Scheme } from "../scheme";
import { scoreColumns, scoreTeam, type People, type Scorecard } from "../scoreTeam";
import { OUTCOMES, POLICIES } from "../words";
import { EXPLAIN_WORDS as W } from "./words";
import { rowOf, workings, written, type RowValues } from "./workings";

/** Where the values of this person and the scheme's parameters stand, as `'Scorecard'!N6`. */
export interface Places {
  /** A person's value by its name in the compiled scheme: an input's id, `total`, `points:<indicator>` … */
  readonly value?: (name: string) => string | undefined;
  /** A parameter or table column of the scheme. */
  readonly parameter?: (name: string) => string | undefined;
}

export interface ExplainRequest {
  readonly scheme: Scheme;
  readonly people: People;
  /** Which of `people`, counted from 0. */
  readonly person: number;
  /** The language of the sentences; the scheme's own unless said. Names stay as the scheme has them. */
  readonly lang?: Lang;
  /** Only this indicator, by id. */
  readonly indicator?: string;
  readonly places?: Places;
}

/** One link of the chain: a sentence with its numbers, where it stands, and what it is made of. */
export interface ExplainStep {
  readonly kind:
    | "total"
    | "grade"
    | "rank"
    | "section"
    | "indicator"
    | "rule"
    | "parameter"
    | "measure"
    | "points"
    | "policy"
    | "input";
  /** Section, indicator or input id, parameter key, policy name; `total`, `grade`, `rank`. */
  readonly id: string;
  readonly text: string;
  /** Percents are fractions. */
  readonly value: Scalar;
  /** The calculation with the numbers put in, where there is one. */
  readonly workings?: string;
  /** With sheet: `'Scorecard'!N6`. */
  readonly cell?: string;
  readonly steps: readonly ExplainStep[];
}

export interface Explanation {
  readonly person: string;
  readonly unit: string;
  readonly card: Scorecard;
  /** The total with everything under it, or the one indicator asked for. */
  readonly step: ExplainStep;
}

/**
 * Why a score is what it is: total → section → indicator → rule → input, each with the numbers put in, the policy
 * that applied and the cell it stands in.
 *
 * @throws AttainError `scheme-invalid`; RangeError when there is no such person or indicator
 * @example explainLines(explainScore({ scheme, people, person: 3, lang: "en-US" }).step).join("\n")
 */
export function explainScore(request: ExplainRequest): Explanation {
  const { scheme, people, person } = request;
  const cards = scoreTeam(scheme, people);
  const card = cards[person];
  if (!card) throw new RangeError(`There is no person ${person}`);
  const explainer = new Explainer(request, cards, card);
  const step = request.indicator === undefined ? explainer.total() : explainer.only(request.indicator);
  return { person: card.name, unit: card.unit, card, step };
}

/** The chain as lines, each level indented by two spaces; cells stand at the end in brackets. */
export function explainLines(step: ExplainStep, depth = 0): string[] {
  const place = step.cell === undefined ? "" : `  [${step.cell.replaceAll("$", "")}]`;
  return [
    `${"  ".repeat(depth)}${step.text}${place}`,
    ...step.steps.flatMap((below) => explainLines(below, depth + 1)),
  ];
}

class Explainer {
  private readonly compiled: CompiledScheme;
  private readonly row: RowValues;
  private readonly lang: Lang;
  private readonly places: Places;

  constructor(
    private readonly request: ExplainRequest,
    private readonly cards: readonly Scorecard[],
    private readonly card: Scorecard,
  ) {
    const { scheme, person, lang, places } = request;
    const people = samePeriod(request);
    this.lang = lang ?? scheme.lang;
    this.places = places ?? {};
    this.compiled = compileScheme(scheme, { exempt: people.exempt !== undefined });
    const columns = scoreColumns(this.compiled, people);
    const vectors = new Map([...this.compiled.vectors].map(([name, cells]) => [name, columnOf(cells)]));
    const percents = this.percents();
    this.row = {
      value: rowOf(columns, person),
      vector: (name) => vectors.get(name) ?? columns.get(name.replace(/^all:/, "")) ?? columnOf([null]),
      percent: (name) => percents.has(name),
    };
  }

  total(): ExplainStep {
    const { card, compiled } = this;
    const { name, total } = card;
    const calculation = workings(compiled.total.expr, this.row, this.lang);
    const text =
      total === null
        ? this.say(W.totalNone, { name, remark: card.remark })
        : this.say(W.totalIs, {
            name,
            value: this.number(total),
            workings: calculation,
            decimals: compiled.scheme.decimals,
          });
    const sections = compiled.sections.map(({ section, name: key, expr }): ExplainStep => {
      const value = this.row.value(key);
      const own = workings(expr, this.row, this.lang);
      return this.step("section", section.id, value, {
        text: this.say(W.section, {
          name: section.name,
          value: this.written(value),
          weight: section.weight,
          workings: own,
        }),
        workings: own,
        cell: this.places.value?.(key),
        steps: this.indicatorsIn(section.id),
      });
    });
    const grouped = new Set(compiled.sections.map(({ section }) => section.id));
    const others = compiled.indicators.filter(({ section }) => !grouped.has(section.id));
    return this.step("total", "total", total, {
      text,
      ...(total !== null && { workings: calculation }),
      cell: this.places.value?.(NAMES.total),
      steps: [...this.grade(), ...this.rank(), ...sections, ...others.map((one) => this.indicator(one))],
    });
  }

  only(id: string): ExplainStep {
    const entry = this.compiled.indicators.find(({ indicator }) => indicator.id === id);
    if (!entry) throw new RangeError(`There is no indicator “${id}”`);
    return this.indicator(entry);
  }

  private indicatorsIn(section: string): ExplainStep[] {
    return this.compiled.indicators
      .filter((entry) => entry.section.id === section)
      .map((entry) => this.indicator(entry));
  }

  private grade(): ExplainStep[] {
    const { grade, total } = this.card;
    if (grade === null || total === null) return [];
    const { grades } = this.compiled.scheme;
    const at = grades.findIndex(({ name }) => name === grade);
    const own = grades[at];
    const better = grades[at - 1];
    const text =
      own?.from === null || own === undefined
        ? this.say(W.gradeLowest, { grade })
        : this.say(W.gradeIs, { grade, side: own.side, from: own.from });
    const gap =
      better && better.from !== null && better.from > total
        ? this.say(W.gradeNext, { next: better.name, gap: this.number(better.from - total) })
        : "";
    return [
      this.step("grade", "grade", grade, {
        text: text + gap,
        cell: this.places.value?.(NAMES.grade),
        steps: [],
      }),
    ];
  }

  private rank(): ExplainStep[] {
    const { rank, unitRank, unit } = this.card;
    if (rank === null || unitRank === null) return [];
    const period = this.request.people.periods?.[this.request.person];
    const scored = this.cards.filter(
      ({ total }, i) => total !== null && this.request.people.periods?.[i] === period,
    );
    const inUnit = scored.filter((card) => card.unit.toLowerCase() === unit.toLowerCase());
    const tied = scored.filter((card) => card.rank === rank).length;
    const text = this.say(W.rankIs, { rank, of: scored.length, unitRank, ofUnit: inUnit.length, unit });
    return [
      this.step("rank", "rank", rank, {
        text: tied > 1 ? text + this.say(W.tied, { n: tied }) : text,
        cell: this.places.value?.("rank"),
        steps: [],
      }),
    ];
  }

  private indicator(entry: CompiledIndicator): ExplainStep {
    const { indicator, rule, measure, points } = entry;
    const { id, name, weight } = indicator;
    const value = this.row.value(points.name);
    const status = this.card.indicators.find((one) => one.id === id)?.status;
    const phrase =
      status === "leftOut"
        ? W.leftOut
        : status === "notScored"
          ? W.notScored
          : weight === 0
            ? W.indicatorExtra
            : W.indicator;
    const described = rule.describe(indicator.rule, {
      lang: this.lang,
      weight,
      subject: name,
      percent: entry.percent,
    });
    const measured = this.row.value(entry.measured);
    const policy = this.policy(entry, measured);
    return this.step("indicator", id, value, {
      text: this.say(phrase, { name, value: this.written(value), weight }),
      cell: this.places.value?.(points.name),
      steps: [
        this.step("rule", rule.kind, null, {
          text: this.say(W.rule, { rule: rule.name[this.lang], described }),
          cell: this.places.parameter?.(NAMES.weight(id)),
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
    const label = rule.measure?.label[this.lang] ?? indicator.name;
    const own = measure ? workings(measure.expr, this.row, this.lang) : "";
    const shown = this.written(value, percent);
    return this.step("measure", indicator.id, value, {
      text: this.calculated(label, own, shown),
      workings: own,
      cell: this.places.value?.(entry.measured),
      steps: [],
    });
  }

  private points(entry: CompiledIndicator, value: Scalar): ExplainStep[] {
    if (typeof value !== "number") return [];
    const own = workings(entry.points.expr, this.row, this.lang);
    return [
      this.step("points", entry.indicator.id, value, {
        text: this.calculated(W.points[this.lang], own, this.written(value)),
        workings: own,
        cell: this.places.value?.(entry.points.name),
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
    const given = this.compiled.scheme.inputs.find((one) => one.id === id);
    const value = this.row.value(id);
    const shown = this.written(value, given?.format === "percent");
    return this.step("input", id, value, {
      text: this.say(W.plain, { label: given?.name ?? id, value: shown }),
      cell: this.places.value?.(id),
      steps: [],
    });
  }

  private parameters({ indicator, rule, percent }: CompiledIndicator): ExplainStep[] {
    const single = rule.params.map((spec): ExplainStep => {
      const value = paramOf(indicator.rule, spec);
      const inPercent = spec.type === "percent" || (spec.type === "measure" && percent);
      const choice = typeof value === "string" ? spec.choices?.[value]?.[this.lang] : undefined;
      return this.step("parameter", spec.key, value, {
        text: this.say(W.plain, {
          label: spec.label[this.lang],
          value: choice ?? this.written(value, inPercent),
        }),
        cell: this.places.parameter?.(NAMES.param(indicator.id, spec.key)),
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
      const missing = inputs.filter((id) => typeof this.row.value(id) !== "number");
      const names = missing.map((id) => this.compiled.scheme.inputs.find((one) => one.id === id)?.name ?? id);
      cause = this.say(W.causeNoData, { names: names.join(W.join[this.lang]) });
    }
    const outcome = outcomeOf(rule, indicator, name);
    if (outcome === undefined || outcome === "asIs") return undefined;
    return this.step("policy", name, outcome, {
      text: this.say(W.policy, {
        policy: POLICIES[name][this.lang],
        cause,
        outcome: OUTCOMES[outcome][this.lang],
      }),
      cell: this.places.parameter?.(NAMES.outcome(indicator.id, name)),
      steps: [],
    });
  }

  private percents(): ReadonlySet<string> {
    const names = new Set<string>();
    for (const { id, format } of this.compiled.scheme.inputs) if (format === "percent") names.add(id);
    for (const { indicator, rule, measured, percent } of this.compiled.indicators) {
      if (percent) names.add(measured);
      for (const spec of rule.params)
        if (spec.type === "percent" || (spec.type === "measure" && percent))
          names.add(NAMES.param(indicator.id, spec.key));
    }
    return names;
  }

  private step(
    kind: ExplainStep["kind"],
    id: string,
    value: Scalar,
    rest: Pick<ExplainStep, "text" | "steps"> & {
      readonly workings?: string;
      readonly cell?: string | undefined;
    },
  ): ExplainStep {
    const { text, steps, workings: own, cell } = rest;
    return {
      kind,
      id,
      value,
      text,
      steps,
      ...(own !== undefined && { workings: own }),
      ...(cell !== undefined && { cell }),
    };
  }

  private say(phrase: Phrase, params: Params = {}): string {
    return say(phrase, this.lang, params);
  }

  private written(value: Scalar, percent = false): string {
    return written(value, this.lang, percent);
  }

  private number(value: number): string {
    const { decimals } = this.compiled.scheme;
    return value.toLocaleString(this.lang, { maximumFractionDigits: decimals });
  }
}

/** The people of the person's own period; others keep their place but bring nothing. */
function samePeriod({ people, person }: ExplainRequest): People {
  const { periods } = people;
  if (!periods) return people;
  const inputs = [...people.inputs].map(([id, cells]): [string, Scalar[]] => [
    id,
    cells.map((cell, i) => (periods[i] === periods[person] ? cell : null)),
  ]);
  return { ...people, inputs: new Map(inputs) };
}
