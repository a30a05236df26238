/** What each Office.js chart type is in a chart part. */
export interface ChartKind {
  readonly element:
    "barChart" | "lineChart" | "areaChart" | "pieChart" | "doughnutChart" | "radarChart" | "scatterChart";
  /** Bars: upright or lying. */
  readonly direction?: "col" | "bar";
  readonly grouping?: "clustered" | "standard" | "stacked" | "percentStacked";
  readonly markers?: boolean;
  readonly smooth?: boolean;
  /** Scatter: points without a line between them. */
  readonly noLine?: boolean;
  readonly radarStyle?: "standard" | "marker" | "filled";
}

const bar = (direction: "col" | "bar", grouping: "clustered" | "stacked" | "percentStacked"): ChartKind => ({
  element: "barChart",
  direction,
  grouping,
});
const line = (grouping: "standard" | "stacked" | "percentStacked", markers: boolean): ChartKind => ({
  element: "lineChart",
  grouping,
  markers,
});
const area = (grouping: "standard" | "stacked" | "percentStacked"): ChartKind => ({
  element: "areaChart",
  grouping,
});
const scatter = (markers: boolean, extra: Partial<ChartKind> = {}): ChartKind => ({
  element: "scatterChart",
  markers,
  ...extra,
});

export const CHART_KINDS: Readonly<Record<string, ChartKind>> = {
  ColumnClustered: bar("col", "clustered"),
  ColumnStacked: bar("col", "stacked"),
  ColumnStacked100: bar("col", "percentStacked"),
  BarClustered: bar("bar", "clustered"),
  BarStacked: bar("bar", "stacked"),
  BarStacked100: bar("bar", "percentStacked"),
  Line: line("standard", false),
  LineMarkers: line("standard", true),
  LineStacked: line("stacked", false),
  LineMarkersStacked: line("stacked", true),
  LineStacked100: line("percentStacked", false),
  LineMarkersStacked100: line("percentStacked", true),
  Area: area("standard"),
  AreaStacked: area("stacked"),
  AreaStacked100: area("percentStacked"),
  Pie: { element: "pieChart" },
  Doughnut: { element: "doughnutChart" },
  Radar: { element: "radarChart", radarStyle: "standard" },
  RadarMarkers: { element: "radarChart", radarStyle: "marker", markers: true },
  RadarFilled: { element: "radarChart", radarStyle: "filled" },
  XYScatter: scatter(true, { noLine: true }),
  XYScatterLines: scatter(true),
  XYScatterLinesNoMarkers: scatter(false),
  XYScatterSmooth: scatter(true, { smooth: true }),
  XYScatterSmoothNoMarkers: scatter(false, { smooth: true }),
};

const FALLBACK: ChartKind = bar("col", "clustered");

export function chartKind(type: string): ChartKind {
  return CHART_KINDS[type] ?? FALLBACK;
}

/** Where each kind of chart can have its data labels; elsewhere Excel calls the file damaged. */
export function labelPositions({ element, grouping }: ChartKind): readonly string[] {
  if (element === "barChart")
    return grouping === "clustered" ? ["outEnd", "inEnd", "ctr", "inBase"] : ["inEnd", "ctr", "inBase"];
  if (element === "lineChart" || element === "scatterChart") return ["t", "b", "l", "r", "ctr"];
  if (element === "pieChart") return ["bestFit", "outEnd", "inEnd", "ctr"];
  return element === "radarChart" ? ["outEnd"] : [];
}

export const LABEL_POSITIONS: Readonly<Record<string, string>> = {
  OutsideEnd: "outEnd",
  InsideEnd: "inEnd",
  InsideBase: "inBase",
  Center: "ctr",
  Top: "t",
  Bottom: "b",
  Left: "l",
  Right: "r",
  BestFit: "bestFit",
};
export const LEGEND_POSITIONS: Readonly<Record<string, string>> = {
  Top: "t",
  Bottom: "b",
  Left: "l",
  Right: "r",
  Corner: "tr",
};
export const LINE_STYLES: Readonly<Record<string, string>> = {
  Continuous: "solid",
  Dash: "dash",
  DashDot: "dashDot",
  DashDotDot: "lgDashDotDot",
  Dot: "sysDot",
  RoundDot: "sysDot",
  Grey25: "solid",
  Automatic: "solid",
};
export const MARKER_STYLES: Readonly<Record<string, string>> = {
  None: "none",
  Circle: "circle",
  Square: "square",
  Diamond: "diamond",
  Triangle: "triangle",
  X: "x",
  Star: "star",
  Dot: "dot",
  Dash: "dash",
  Plus: "plus",
};

/** The key of a table of words for one of its values. */
export function nameFor(
  table: Readonly<Record<string, string>>,
  word: string | undefined,
): string | undefined {
  return Object.entries(table).find(([, each]) => each === word)?.[0];
}
