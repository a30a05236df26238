import { call, input, lit, text, vector, type Expr } from "../formula/expression";
import { bandPlace } from "./bands";
import type { CompiledIndicator, Derived } from "./compiled";
import { NAMES } from "./names";
import { LEFT_OUT, NOT_SCORED, NO_VALUE, type Standing } from "./rule";
import { effectOf, type VetoEffect } from "./rules/veto";
import { fullOf, type Scheme, type Section } from "./scheme";

/**
 * How points become sections, a total and a grade: what counts among the 100 by weight, what stands outside added on
 * top, vetoes last.
 */
export class Composition {
  private readonly counted: readonly Section[];

  constructor(
    private readonly scheme: Scheme,
    private readonly indicators: readonly CompiledIndicator[],
    private readonly exempt: boolean,
  ) {
    this.counted = scheme.sections.filter((section) => this.countedIn(section).length > 0);
  }

  /** The sections' scores; none when there is a single section: the total says it all. */
  sections(): (Derived & { readonly section: Section })[] {
    if (this.counted.length < 2) return [];
    return this.counted.map((section) => {
      const points = this.countedIn(section).map(pointsOf);
      return {
        name: NAMES.section(section.id),
        section,
        expr: combine(points, points, this.inside(section), false),
      };
    });
  }

  total(): Expr {
    const stops = this.indicators.map(pointsOf);
    const score = (parts: readonly Expr[], inside: Expr): Expr => {
      const extra = this.standing("addOn").map(pointsOf);
      const whole = extra.length > 0 ? call("add", inside, call("sum", ...extra)) : inside;
      const rounded = call("round", whole, input(NAMES.decimals));
      const struck = this.struck("zeroTotal");
      const result = combine(parts, stops, struck ? call("if", struck, 0, rounded) : rounded, true);
      return this.exempt
        ? call("if", call("ne", input(NAMES.exempt), text("")), text(NO_VALUE), result)
        : result;
    };
    const [only] = this.counted;
    if (only && this.counted.length === 1) {
      const inner = this.inside(only);
      return score(
        this.countedIn(only).map(pointsOf),
        fullOf(only) === only.weight
          ? inner
          : call("mul", inner, call("div", input(NAMES.sectionWeight(only.id)), fullOf(only))),
      );
    }
    const scores = this.counted.map(({ id }) => input(NAMES.section(id)));
    const weights = this.counted.map(({ id }) => input(NAMES.sectionWeight(id)));
    const shares = this.counted.map((section, i) => {
      const one = scores[i] ?? lit(0);
      const share = call("div", weights[i] ?? lit(0), fullOf(section));
      return call("if", call("isnumber", one), call("mul", one, share), 0);
    });
    return score(scores, call("mul", sumOf(shares), this.carried(scores, weights, 100)));
  }

  /** What stands in `column` of the grades for this total, capped by vetoes. */
  grade(column: string): Expr {
    const caps = this.standing("veto")
      .filter(({ indicator }) => effectOf(indicator.rule) === "capGrade")
      .map(({ indicator: { id }, measured }) =>
        call(
          "if",
          happened(measured),
          call("iferror", call("find", input(NAMES.param(id, "grade")), vector(NAMES.gradeNames)), 0),
          0,
        ),
      );
    const place = bandPlace(input(NAMES.total), NAMES.gradeFrom, NAMES.gradeSide);
    const capped = caps.length > 0 ? call("max", place, ...caps) : place;
    return call(
      "if",
      call("isnumber", input(NAMES.total)),
      call("item", vector(column), capped),
      text(NO_VALUE),
    );
  }

  /** ✘ where rewards are cancelled; undefined when no veto does so. */
  rewards(): Expr | undefined {
    const struck = this.struck("cancelRewards");
    return struck && call("if", struck, text("✘"), text(""));
  }

  private standing(standing: Standing): CompiledIndicator[] {
    return this.indicators.filter(({ rule }) => rule.standing === standing);
  }

  private countedIn(section: Section): CompiledIndicator[] {
    return this.indicators.filter((one) => one.section === section && one.rule.standing === undefined);
  }

  private struck(effect: VetoEffect): Expr | undefined {
    const conditions = this.standing("veto")
      .filter(({ indicator }) => effectOf(indicator.rule) === effect)
      .map(({ measured }) => happened(measured));
    return conditions.length > 1 ? call("or", ...conditions) : conditions[0];
  }

  /** Points of the section's indicators; what is left out has its weight carried by the others. */
  private inside(section: Section): Expr {
    const points = this.countedIn(section).map(pointsOf);
    const weights = this.countedIn(section).map(({ indicator: { id } }) => input(NAMES.weight(id)));
    return call("mul", call("sum", ...points), this.carried(points, weights, fullOf(section)));
  }

  /** All weight over the weight of those parts that have a value. */
  private carried(parts: readonly Expr[], weights: readonly Expr[], full: number): Expr {
    const counted = sumOf(parts.map((one, i) => call("mul", call("isnumber", one), weights[i] ?? lit(0))));
    return call("div", this.scheme.weights === "normalise" ? lit(full) : call("sum", ...weights), counted);
  }
}

const pointsOf = ({ points }: CompiledIndicator): Expr => input(points.name);

/** MAX passes over an empty cell or text. */
const happened = (measured: string): Expr => call("gt", call("max", 0, input(measured)), 0);

const sumOf = (terms: readonly Expr[]): Expr => terms.reduce((sum, term) => call("add", sum, term));

/** The score, unless something is not scored or there is nothing to score. */
function combine(parts: readonly Expr[], stops: readonly Expr[], score: Expr, whole: boolean): Expr {
  const stopped = call("or", ...stops.map((part) => call("eq", part, text(NOT_SCORED))));
  const nothing = call("eq", call("count", ...parts), 0);
  const without = whole ? text(NO_VALUE) : call("if", stopped, text(NOT_SCORED), text(LEFT_OUT));
  return call("if", call("or", stopped, nothing), without, score);
}
