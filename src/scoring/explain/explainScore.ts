import { columnOf, type Scalar } from "../../formula/column";
import { say, type Lang, type Params, type Phrase } from "../../words";
import { compileScheme } from "../compile";
import type { CompiledScheme } from "../compiled";
import { NAMES } from "../names";
import type { Scheme } from "../scheme";
import { scoreColumns, scoreTeam, type People, type Scorecard } from "../scoreTeam";
import { IndicatorExplainer } from "./explainIndicator";
import { makeStep, type ExplainStep, type Places } from "./step";
import { EXPLAIN_WORDS as W } from "./words";
import { rowOf, workings, written, type RowValues } from "./workings";

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
  /** Where an input of this person came from, as steps to stand below it. */
  readonly origins?: (input: string) => readonly ExplainStep[];
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

class Explainer {
  private readonly compiled: CompiledScheme;
  private readonly row: RowValues;
  private readonly lang: Lang;
  private readonly places: Places;
  private readonly indicators: IndicatorExplainer;

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
    this.indicators = new IndicatorExplainer({
      scheme,
      row: this.row,
      lang: this.lang,
      places: this.places,
      status: (id) => this.card.indicators.find((one) => one.id === id)?.status,
      origins: request.origins,
    });
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
      return makeStep("section", section.id, value, {
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
    return makeStep("total", "total", total, {
      text,
      ...(total !== null && { workings: calculation }),
      cell: this.places.value?.(NAMES.total),
      steps: [
        ...this.grade(),
        ...this.rank(),
        ...sections,
        ...others.map((one) => this.indicators.indicator(one)),
      ],
    });
  }

  only(id: string): ExplainStep {
    const entry = this.compiled.indicators.find(({ indicator }) => indicator.id === id);
    if (!entry) throw new RangeError(`There is no indicator “${id}”`);
    return this.indicators.indicator(entry);
  }

  private indicatorsIn(section: string): ExplainStep[] {
    return this.compiled.indicators
      .filter((entry) => entry.section.id === section)
      .map((entry) => this.indicators.indicator(entry));
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
      makeStep("grade", "grade", grade, {
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
      makeStep("rank", "rank", rank, {
        text: tied > 1 ? text + this.say(W.tied, { n: tied }) : text,
        cell: this.places.value?.("rank"),
        steps: [],
      }),
    ];
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
