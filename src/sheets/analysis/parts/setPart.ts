import { NAMES } from "../../../scoring/names";
import { weighedIndicators, worthOf } from "../../../scoring/analysis/analysis";
import { fullOf, type Section } from "../../../scoring/scheme";
import { peopleRange } from "../../evaluation/scorecard";
import type { SpecCell } from "../../spec";
import type { HeatLayout } from "../heatSheet";
import type { Scored } from "../readScored";

/** Everybody scored by one scheme, as the parts of the analysis page read them. */
export class SetPart {
  /**
   * @param tail what ends the ids of its charts, so that several schemes can share a page
   * @param period the criterion of the period to look at: a text, or `"*"` for all of them; absent with one period
   */
  constructor(
    readonly scored: Scored,
    readonly heat: HeatLayout,
    readonly tail: string = "",
    readonly period?: string,
  ) {}

  get indicators(): ReturnType<typeof weighedIndicators> {
    return weighedIndicators(this.scored.scheme);
  }

  /** A column of the scorecard with everybody's cells. */
  column(name: string): string {
    return peopleRange(this.scored.layout, name);
  }

  /** The indicator's name as the scheme sheet has it. */
  label(indicator: string): SpecCell {
    return { formula: `=${this.parameter(NAMES.label(indicator)) ?? '""'}` };
  }

  parameter(name: string): string | undefined {
    return this.scored.references.get(name);
  }

  /** How many lines have a total, of those that meet further conditions. */
  count(...conditions: readonly string[]): string {
    if (conditions.length === 0 && this.period === undefined) return `COUNT(${this.column(NAMES.total)})`;
    return `COUNTIFS(${this.scoredOnly(conditions)})`;
  }

  /** The sum of a column over the lines with a total. */
  sum(column: string, ...conditions: readonly string[]): string {
    return `SUMIFS(${this.column(column)},${this.scoredOnly(conditions)})`;
  }

  private scoredOnly(conditions: readonly string[]): string {
    const ofPeriod = this.period === undefined ? [] : [this.column("period"), this.period];
    return [...conditions, ...ofPeriod, this.column(NAMES.total), '">-1E9"'].join(",");
  }

  /** The mean of an indicator's share of full points, over whom the conditions on the heat map leave. */
  meanShare(indicator: string, ...conditions: readonly string[]): SpecCell {
    const range = this.heat.range(indicator);
    const all = [
      ...conditions,
      ...(this.period === undefined ? [] : [this.heat.range("period"), this.period]),
    ];
    return {
      formula:
        all.length === 0
          ? `=IF(COUNT(${range})=0,"",AVERAGE(${range}))`
          : `=IFERROR(AVERAGEIFS(${[range, ...all].join(",")}),"")`,
    };
  }

  /** What turns an indicator's points into points of the total, as the end of a product. */
  worth(section: Section): string {
    if (worthOf(section, this.scored.scheme) === 1) return "";
    return `*${this.parameter(NAMES.sectionWeight(section.id)) ?? String(section.weight)}/${fullOf(section)}`;
  }

  /** What is picked until somebody picks: the first, whoever that will be. */
  firstOf(column: "unit" | "name", known: readonly string[]): SpecCell {
    if (this.scored.live !== true) return known[0] ?? "";
    return { formula: `=INDEX(${this.heat.range(column)},1)` };
  }
}
