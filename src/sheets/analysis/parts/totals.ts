import { NAMES } from "../../../scoring/names";
import { say } from "../../../words";
import { peopleRange } from "../../evaluation/scorecard";
import type { SpecCell } from "../../spec";
import { COLORS, SERIES_COLORS } from "../../style";
import type { Scored } from "../readScored";
import type { AnalysisRows } from "./analysisRows";

/** Lower edges of the bands of totals. */
export const EDGES = [50, 60, 70, 80, 90, 100] as const;

/** Where everybody's totals stand, whatever schemes and periods they come from. */
export interface Totals {
  /** One cell a person, with sheet. */
  readonly range: (column: "unit" | "name" | "total") => string;
  readonly names: readonly string[];
  readonly units: readonly string[];
  /** The lines of the table by unit, where they follow what is typed; the units themselves unless said. */
  readonly unitLines?: readonly SpecCell[];
  /** In order of time; with one period none are needed. */
  readonly periods: readonly TotalsPeriod[];
}

/** A period's totals: expressions that are text where there is none. */
export interface TotalsPeriod {
  readonly label: string;
  /** The total of the person whose name is in the cell. `label` is the cell with the period's name. */
  readonly own: (person: string, label: string) => string;
  readonly all: (label: string) => string;
}

/** Totals of a scorecard, lines of several periods below each other. */
export function totalsOfCard({ people, layout }: Scored): Totals {
  const column = (name: string): string => peopleRange(layout, name);
  const total = column(NAMES.total);
  const labels = [...new Set(people.periods ?? [])];
  const period = labels.length > 0 ? column("period") : "";
  return {
    range: (name) => column(name === "total" ? NAMES.total : name),
    names: people.names,
    units: people.units,
    periods: labels.map((label) => ({
      label,
      own: (person, cell) =>
        `AVERAGEIFS(${total},${period},${cell},${column("name")},${person},${total},">-1E9")`,
      all: (cell) => `AVERAGEIFS(${total},${period},${cell},${total},">-1E9")`,
    })),
  };
}

/** How many people score how much. Returns the part's first row. */
export function addDistribution(page: AnalysisRows, totals: Totals): number {
  const heading = page.heading("distribution");
  const first = page.header(["band", "people"]);
  const range = totals.range("total");
  const edges: readonly number[] = EDGES;
  for (let i = 0; i <= edges.length; i += 1) {
    const [from, to] = [edges[i - 1], edges[i]];
    const key = from === undefined ? "below" : to === undefined ? "above" : "between";
    const label = say({ "zh-CN": page.word(key), "en-US": page.word(key) }, page.lang, {
      from: from ?? 0,
      to: to ?? 0,
    });
    const conditions = [
      ...(from === undefined ? [] : [`${range},">=${from}"`]),
      ...(to === undefined ? [] : [`${range},"<${to}"`]),
    ];
    page.add([label, { formula: `=COUNTIFS(${conditions.join(",")})` }]);
  }
  const last = page.next - 1;
  page.body(first, last, "0");
  page.chart(heading, {
    id: "distribution",
    kind: "column",
    title: page.word("distributionChart"),
    categories: page.ref(`$A$${first}:$A$${last}`),
    series: [
      {
        name: page.word("people"),
        values: page.ref(`$B$${first}:$B$${last}`),
        color: COLORS.accent,
        labels: {},
      },
    ],
    legend: "none",
    valueAxis: { hidden: true, min: 0 },
    gapWidth: 30,
  });
  return page.close(heading);
}

/** Units beside everybody, where a gap by indicator would mix different indicators. Returns the part's first row. */
export function addUnits(page: AnalysisRows, totals: Totals): number {
  const heading = page.heading("unitMeans");
  const first = page.header(["unit", "people", "mean", "apart"]);
  const [unit, total] = [totals.range("unit"), totals.range("total")];
  const units = [...new Set(totals.units)].filter((name) => name !== "");
  for (const one of totals.unitLines ?? units) {
    const row = page.next;
    const count = `COUNTIFS(${unit},$A${row},${total},">-1E9")`;
    page.add([
      one,
      { formula: totals.unitLines ? `=IF($A${row}="","",${count})` : `=${count}` },
      { formula: `=IF(N(B${row})=0,"",SUMIFS(${total},${unit},$A${row})/B${row})` },
      { formula: `=IF(C${row}="","",C${row}-AVERAGE(${total}))` },
    ]);
  }
  const last = page.next - 1;
  // Empty lines kept for units to come would be empty bars.
  const lastKnown = first + units.length - 1;
  page.body(first, last, "0.00");
  page.formats.push(
    { range: `B${first}:B${last}`, style: "number", numberFormat: "0" },
    { range: `D${first}:D${last}`, style: "number", numberFormat: "+0.00;-0.00;0.00" },
  );
  page.chart(heading, {
    id: "unitMeans",
    kind: "bar",
    title: page.word("unitChart"),
    categories: page.ref(`$A$${first}:$A$${lastKnown}`),
    series: [
      {
        name: page.word("mean"),
        values: page.ref(`$C$${first}:$C$${lastKnown}`),
        color: COLORS.accent,
        labels: { numberFormat: "0.0" },
      },
    ],
    legend: "none",
    categoryAxis: { reverse: true },
    valueAxis: { hidden: true, min: 0 },
    gapWidth: 60,
  });
  return page.close(heading);
}

/** A person's totals over the periods beside everybody's mean. Returns the part's first row. */
export function addTrend(page: AnalysisRows, totals: Totals, chosen?: string): number {
  const heading = page.heading("trend");
  const names = [...new Set(totals.names)].filter((name) => name !== "");
  const person =
    chosen ??
    page.pick("choosePerson", { formula: `=INDEX(${totals.range("name")},1)` }, names, totals.range("name"));
  const first = page.header(["period", "self", "allMean"]);
  for (const { label, own, all } of totals.periods) {
    const row = page.next;
    const orNothing = (value: string) => ({ formula: `=IF(ISNUMBER(${value}),${value},"")` });
    page.add([label, orNothing(own(person, `$A${row}`)), orNothing(all(`$A${row}`))]);
  }
  const last = page.next - 1;
  page.body(first, last, "0.00");
  // Columns, not lines: a month without a total has no column, where a line would fall to 0.
  const columns = (column: string, name: "self" | "allMean", color: string) => ({
    name: page.word(name),
    values: page.ref(`$${column}$${first}:$${column}$${last}`),
    color,
  });
  page.chart(heading, {
    id: "trend",
    kind: "column",
    title: page.word("trendChart"),
    categories: page.ref(`$A$${first}:$A$${last}`),
    series: [columns("B", "self", COLORS.accent), columns("C", "allMean", SERIES_COLORS[2])],
    legend: "bottom",
    valueAxis: { title: page.word("pointsAxis"), numberFormat: "0", min: 0 },
    gapWidth: 60,
  });
  return page.close(heading);
}
