import { quoteSheet } from "../../formula/references";
import { weighedIndicators, worthOf } from "../../scoring/analysis/analysis";
import { NAMES } from "../../scoring/compile";
import { fullOf } from "../../scoring/scheme";
import { say } from "../../words";
import { textWidth } from "../rows";
import { peopleRange } from "../scorecard";
import type { ChartSpec, FormatSpec, SheetSpec, SpecCell, ValidationSpec } from "../spec";
import { COLORS, SERIES_COLORS } from "../style";
import { PAGE_WORDS } from "../words";
import { ANALYSIS_PAGE_WORDS as W } from "./analysisWords";
import type { HeatLayout } from "./heatSheet";
import type { Scored } from "./readScored";
import { unitsOf } from "./whoIs";

/** Lower edges of the bands of totals. */
export const EDGES = [50, 60, 70, 80, 90, 100] as const;
/** Where charts stand beside their tables. */
const CHART = ["F", "K"] as const;
const LEAST_ROWS = 15;

/** First rows of the parts, from 1: the line of the heading. */
export interface AnalysisLayout {
  readonly sheet: string;
  readonly losses: number;
  readonly distribution: number;
  readonly gap: number;
  readonly radar: number;
  readonly trend?: number;
}

/**
 * Where points are lost, how totals are spread, what makes a unit's gap, one person all round and over time: tables of
 * live formulas over the scorecard and the heat map, each with its native chart, two pick lists.
 */
export function analysisSheet(
  scored: Scored,
  heat: HeatLayout,
): { readonly sheet: SheetSpec; readonly layout: AnalysisLayout } {
  return new AnalysisPage(scored, heat).build();
}

class AnalysisPage {
  private readonly cells: SpecCell[][] = [];
  private readonly formats: FormatSpec[] = [];
  private readonly charts: ChartSpec[] = [];
  private readonly validations: ValidationSpec[] = [];
  private readonly name: string;

  constructor(
    private readonly scored: Scored,
    private readonly heat: HeatLayout,
  ) {
    this.name = W.tab[scored.scheme.lang];
  }

  build(): { readonly sheet: SheetSpec; readonly layout: AnalysisLayout } {
    const { lang } = this.scored.scheme;
    this.add([this.word("title")]);
    this.add([this.word("note")]);
    this.formats.push({ range: "A1", style: "title" }, { range: "A2", style: "subtitle" });
    const losses = this.losses();
    const distribution = this.distribution();
    const gap = this.gap();
    const { radar, person } = this.radar();
    const trend = this.scored.people.periods ? this.trend(person) : undefined;
    return {
      layout: { sheet: this.name, losses, distribution, gap, radar, ...(trend !== undefined && { trend }) },
      sheet: {
        id: "analysis",
        name: this.name,
        blocks: [{ at: "A1", cells: this.cells }],
        columns: [
          {
            columns: "A",
            width: Math.min(
              34,
              Math.max(24, ...this.indicators.map(({ indicator }) => textWidth(indicator.name))) + 3,
            ),
          },
          { columns: "B:D", width: 12 },
          { columns: "E", width: 3 },
          { columns: "F:K", width: 10 },
        ],
        rows: [{ rows: "1", height: 26 }],
        formats: this.formats,
        charts: this.charts,
        validations: this.validations,
        print: {
          orientation: "portrait",
          fitWidth: 1,
          area: `A1:K${this.cells.length}`,
          footer: { left: this.word("title"), right: PAGE_WORDS.pages[lang] },
        },
      },
    };
  }

  private get indicators(): ReturnType<typeof weighedIndicators> {
    return weighedIndicators(this.scored.scheme);
  }

  private losses(): number {
    const { references } = this.scored;
    const heading = this.heading("losses");
    const first = this.header(["indicator", "full", "meanPoints", "lost"]);
    for (const { section, indicator } of this.indicators) {
      const row = this.next;
      const worth = this.worth(section);
      const full = `${references.get(NAMES.weight(indicator.id)) ?? "0"}${worth}`;
      this.add([
        { formula: `=${references.get(NAMES.label(indicator.id)) ?? '""'}` },
        { formula: `=${full}` },
        { formula: `=IF(${this.count}=0,"",${this.sumAll(indicator.id)}/${this.count}${worth})` },
        { formula: `=IF(C${row}="","",B${row}-C${row})` },
      ]);
    }
    const last = this.next - 1;
    this.body(first, last, "0.00");
    this.chart({
      id: "losses",
      kind: "bar",
      title: this.word("lossChart"),
      ...this.beside(heading),
      categories: this.ref(`$A$${first}:$A$${last}`),
      series: [
        {
          name: this.word("lost"),
          values: this.ref(`$D$${first}:$D$${last}`),
          color: COLORS.accent,
          labels: { numberFormat: "0.0" },
        },
      ],
      legend: "none",
      categoryAxis: { reverse: true },
      valueAxis: { hidden: true },
    });
    return this.close(heading);
  }

  private distribution(): number {
    const heading = this.heading("distribution");
    const first = this.header(["band", "people"]);
    const { lang } = this.scored.scheme;
    const totals = this.column(NAMES.total);
    const edges: readonly number[] = EDGES;
    for (let i = 0; i <= edges.length; i += 1) {
      const [from, to] = [edges[i - 1], edges[i]];
      const label =
        from === undefined
          ? say(W.below, lang, { to: to ?? 0 })
          : to === undefined
            ? say(W.above, lang, { from })
            : say(W.between, lang, { from, to });
      const conditions = [
        ...(from === undefined ? [] : [`${totals},">=${from}"`]),
        ...(to === undefined ? [] : [`${totals},"<${to}"`]),
      ];
      this.add([label, { formula: `=COUNTIFS(${conditions.join(",")})` }]);
    }
    const last = this.next - 1;
    this.body(first, last, "0");
    this.chart({
      id: "distribution",
      kind: "column",
      title: this.word("distributionChart"),
      ...this.beside(heading),
      categories: this.ref(`$A$${first}:$A$${last}`),
      series: [
        {
          name: this.word("people"),
          values: this.ref(`$B$${first}:$B$${last}`),
          color: COLORS.accent,
          labels: {},
        },
      ],
      legend: "none",
      valueAxis: { hidden: true, min: 0 },
      gapWidth: 30,
    });
    return this.close(heading);
  }

  private gap(): number {
    const { references, live } = this.scored;
    const units = unitsOf(this.scored);
    const heading = this.heading("gap");
    const chosen = this.pick(
      "chooseUnit",
      this.firstOf("unit", units),
      units,
      live === true ? this.heat.range("unit") : undefined,
    );
    const first = this.header(["indicator", "unitMean", "allMean", "part"]);
    const totals = this.column(NAMES.total);
    const unit = this.column("unit");
    const own = `COUNTIFS(${unit},${chosen},${totals},">-1E9")`;
    for (const { section, indicator } of this.indicators) {
      const row = this.next;
      const worth = this.worth(section);
      const points = this.column(NAMES.points(indicator.id));
      this.add([
        { formula: `=${references.get(NAMES.label(indicator.id)) ?? '""'}` },
        {
          formula: `=IF(${own}=0,"",SUMIFS(${points},${unit},${chosen},${totals},">-1E9")/${own}${worth})`,
        },
        { formula: `=IF(${this.count}=0,"",${this.sumAll(indicator.id)}/${this.count}${worth})` },
        { formula: `=IF(OR(B${row}="",C${row}=""),"",B${row}-C${row})` },
      ]);
    }
    const last = this.next - 1;
    const totalRow = last + 2;
    this.add([
      this.word("rest"),
      null,
      null,
      { formula: `=IF(D${totalRow}="","",D${totalRow}-SUM(D${first}:D${last}))` },
    ]);
    this.add([
      this.word("gapTotal"),
      { formula: `=IF(${own}=0,"",SUMIFS(${totals},${unit},${chosen})/${own})` },
      { formula: `=IF(${this.count}=0,"",SUM(${totals})/${this.count})` },
      { formula: `=IF(OR(B${totalRow}="",C${totalRow}=""),"",B${totalRow}-C${totalRow})` },
    ]);
    this.body(first, totalRow, "0.00");
    this.formats.push(
      { range: `D${first}:D${totalRow}`, style: "number", numberFormat: "+0.00;-0.00;0.00" },
      { range: `A${totalRow}:D${totalRow}`, style: "total" },
    );
    this.chart({
      id: "gap",
      kind: "bar",
      title: this.word("gapChart"),
      ...this.beside(heading),
      categories: this.ref(`$A$${first}:$A$${last + 1}`),
      series: [
        {
          name: this.word("part"),
          values: this.ref(`$D$${first}:$D$${last + 1}`),
          color: COLORS.accent,
          labels: { numberFormat: "+0.0;-0.0;0" },
        },
      ],
      legend: "none",
      categoryAxis: { reverse: true },
      valueAxis: { hidden: true },
    });
    return this.close(heading);
  }

  private radar(): { readonly radar: number; readonly person: string } {
    const { people, references } = this.scored;
    const heading = this.heading("radar");
    const names = [...new Set(people.names)];
    const person = this.pick("choosePerson", this.firstOf("name", names), names, this.heat.range("name"));
    const first = this.header(["indicator", "self", "unitMean", "allMean"]);
    const unit = `INDEX(${this.heat.range("unit")},MATCH(${person},${this.heat.range("name")},0))`;
    const mean = (range: string, condition: string): SpecCell => ({
      formula: `=IFERROR(AVERAGEIF(${condition},${range}),"")`,
    });
    for (const { indicator } of this.indicators) {
      const range = this.heat.range(indicator.id);
      this.add([
        { formula: `=${references.get(NAMES.label(indicator.id)) ?? '""'}` },
        mean(range, `${this.heat.range("name")},${person}`),
        mean(range, `${this.heat.range("unit")},${unit}`),
        { formula: `=IF(COUNT(${range})=0,"",AVERAGE(${range}))` },
      ]);
    }
    const last = this.next - 1;
    this.body(first, last, "0%");
    const series = (column: string, name: "self" | "unitMean" | "allMean", color: string) => ({
      name: this.word(name),
      values: this.ref(`$${column}$${first}:$${column}$${last}`),
      color,
    });
    this.chart({
      id: "radar",
      // With fewer than three corners a radar is a line.
      kind: last - first + 1 >= 3 ? "radar" : "column",
      title: this.word("radarChart"),
      ...this.beside(heading),
      categories: this.ref(`$A$${first}:$A$${last}`),
      series: [
        series("B", "self", COLORS.accent),
        series("C", "unitMean", SERIES_COLORS[1]),
        series("D", "allMean", SERIES_COLORS[3]),
      ],
      legend: "bottom",
      valueAxis: { min: 0, numberFormat: "0%" },
    });
    return { radar: this.close(heading), person };
  }

  private trend(person: string): number {
    const heading = this.heading("trend");
    const first = this.header(["period", "self", "allMean"]);
    const [totals, names, period] = [this.column(NAMES.total), this.column("name"), this.column("period")];
    for (const one of new Set(this.scored.people.periods)) {
      const row = this.next;
      const own = `${period},$A${row},${names},${person},${totals},">-1E9"`;
      this.add([
        one,
        // A line has a hole where there is no total; "" would be drawn as 0.
        { formula: `=IF(COUNTIFS(${own})=0,NA(),SUMIFS(${totals},${own}))` },
        {
          formula: `=IF(COUNTIFS(${period},$A${row},${totals},">-1E9")=0,NA(),AVERAGEIF(${period},$A${row},${totals}))`,
        },
      ]);
    }
    const last = this.next - 1;
    this.body(first, last, "0.00");
    const line = (column: string, name: "self" | "allMean", color: string) => ({
      name: this.word(name),
      values: this.ref(`$${column}$${first}:$${column}$${last}`),
      color,
    });
    this.chart({
      id: "trend",
      kind: "line",
      title: this.word("trendChart"),
      ...this.beside(heading),
      categories: this.ref(`$A$${first}:$A$${last}`),
      series: [line("B", "self", COLORS.accent), line("C", "allMean", SERIES_COLORS[3])],
      legend: "bottom",
      valueAxis: { title: this.word("pointsAxis"), numberFormat: "0" },
    });
    return this.close(heading);
  }

  private get next(): number {
    return this.cells.length + 1;
  }

  private get count(): string {
    return `COUNT(${this.column(NAMES.total)})`;
  }

  private sumAll(indicator: string): string {
    return `SUMIFS(${this.column(NAMES.points(indicator))},${this.column(NAMES.total)},">-1E9")`;
  }

  /** What turns an indicator's points into points of the total, as the end of a product. */
  private worth(section: Parameters<typeof worthOf>[0]): string {
    if (worthOf(section, this.scored.scheme) === 1) return "";
    return `*${this.scored.references.get(NAMES.sectionWeight(section.id)) ?? String(section.weight)}/${fullOf(section)}`;
  }

  private column(name: string): string {
    return peopleRange(this.scored.layout, name);
  }

  private add(cells: readonly SpecCell[]): void {
    this.cells.push([...cells, ...Array.from({ length: 4 - cells.length }, () => null)]);
  }

  private heading(key: keyof typeof W): number {
    this.add([]);
    const row = this.next;
    this.add([this.word(key)]);
    this.formats.push({ range: `A${row}`, style: "section" });
    return row;
  }

  private header(keys: readonly (keyof typeof W)[]): number {
    const row = this.next;
    this.add(keys.map((key) => this.word(key)));
    this.formats.push(
      { range: `A${row}:D${row}`, style: "header" },
      { range: `B${row}:D${row}`, style: "alignRight" },
    );
    return row + 1;
  }

  /** What is picked until somebody picks: the first, whoever that will be. */
  private firstOf(column: "unit" | "name", known: readonly string[]): SpecCell {
    if (this.scored.live !== true) return known[0] ?? "";
    return { formula: `=INDEX(${this.heat.range(column)},1)` };
  }

  /** A yellow cell with a list; returns its absolute reference. */
  private pick(key: keyof typeof W, value: SpecCell, values: readonly string[], source?: string): string {
    const row = this.next;
    this.add([this.word(key), value]);
    this.formats.push(
      { range: `A${row}`, style: "body" },
      { range: `B${row}:C${row}`, style: ["body", "input"] },
    );
    const short = values.join(",").length < 240 && values.every((one) => !one.includes(","));
    if (short || source !== undefined)
      this.validations.push({
        range: `B${row}`,
        rule: source !== undefined ? { kind: "listFrom", source: `=${source}` } : { kind: "list", values },
        prompt: { title: this.word(key), message: this.word("pick") },
      });
    return `$B$${row}`;
  }

  private body(first: number, last: number, numberFormat: string): void {
    this.formats.push(
      { range: `A${first}:D${last}`, style: ["body", "row"] },
      { range: `B${first}:D${last}`, style: "number", numberFormat },
    );
  }

  private beside(heading: number): Pick<ChartSpec, "from" | "to"> {
    return { from: `${CHART[0]}${heading}`, to: `${CHART[1]}${heading + LEAST_ROWS - 1}` };
  }

  /** Fills up to where the chart ends. */
  private close(heading: number): number {
    while (this.next < heading + LEAST_ROWS) this.add([]);
    return heading;
  }

  private chart(chart: ChartSpec): void {
    this.charts.push(chart);
  }

  private ref(range: string): string {
    return `${quoteSheet(this.name)}!${range}`;
  }

  private word(key: keyof typeof W): string {
    return W[key][this.scored.scheme.lang];
  }
}
