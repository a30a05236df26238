import { parseRange, rangeRef } from "../../formula/references";
import type { ChartKind, ChartSpec, SeriesSpec, SheetSpec } from "../../sheets/spec";
import type { Look } from "../../sheets/palette";
import { COLORS } from "../../sheets/style";
import { step, type Step, type Target } from "./target";

const TYPES = {
  column: "ColumnClustered",
  columnStacked: "ColumnStacked",
  bar: "BarClustered",
  barStacked: "BarStacked",
  line: "LineMarkers",
  doughnut: "Doughnut",
  radar: "Radar",
  scatter: "XYScatter",
  area: "Area",
} as const satisfies Record<ChartKind, string>;

const LEGENDS = { bottom: "Bottom", right: "Right", top: "Top" } as const;
const NO_AXES: readonly ChartKind[] = ["doughnut", "radar"];
const DRAWN_AS_LINE: readonly ChartKind[] = ["line", "radar", "scatter"];
const BARS: readonly ChartKind[] = ["column", "columnStacked", "bar", "barStacked"];

export function writeCharts(spec: SheetSpec, look: Look): Step[] {
  return (spec.charts ?? []).map((chart) => {
    const points = chart.series.reduce((sum, series) => sum + (series.pointColors?.length ?? 0), 0);
    return step(30 + chart.series.length * 14 + points * 3, (target) => writeChart(target, chart, look));
  });
}

function writeChart(target: Target, spec: ChartSpec, look: Look): void {
  const [first] = spec.series;
  if (first === undefined) return;
  const source = rangeOf(target, first.values);
  // The source of one row or column makes exactly one series, which becomes the first.
  const chart = target.sheet.charts.add(
    TYPES[spec.kind],
    source.range,
    source.rows === 1 ? "Rows" : "Columns",
  );
  chart.name = spec.id;
  chart.title.text = spec.title;
  chart.title.format.font.size = 12;
  chart.title.format.font.bold = true;
  chart.title.format.font.color = COLORS.ink;
  chart.setPosition(spec.from, spec.to);
  spec.series.forEach((series, index) => {
    const line = index === 0 ? chart.series.getItemAt(0) : chart.series.add(series.name);
    writeSeries(target, spec, line, { color: seriesColor(look, index), ...series });
  });
  writeLegend(chart, spec);
  if (!NO_AXES.includes(spec.kind)) writeAxes(chart, spec);
}

function writeSeries(
  target: Target,
  chart: ChartSpec,
  series: Excel.ChartSeries,
  spec: SeriesSpec & { readonly color: string },
): void {
  const kind = spec.kind ?? chart.kind;
  const { color } = spec;
  series.setValues(rangeOf(target, spec.values).range);
  series.setXAxisValues(rangeOf(target, chart.categories).range);
  series.name = spec.name;
  if (kind !== chart.kind) series.chartType = TYPES[kind];
  if (spec.secondaryAxis) series.axisGroup = "Secondary";
  if (DRAWN_AS_LINE.includes(kind)) {
    series.format.line.color = color;
    series.format.line.weight = 2.25;
    if (spec.dashed) series.format.line.lineStyle = "Dash";
  } else if (color === "none") {
    series.format.fill.clear();
  } else if (kind !== "doughnut") {
    series.format.fill.setSolidColor(color);
  }
  if (BARS.includes(kind) && chart.gapWidth !== undefined) series.gapWidth = chart.gapWidth;
  spec.pointColors?.forEach((point, at) => series.points.getItemAt(at).format.fill.setSolidColor(point));
  if (spec.labels) {
    series.hasDataLabels = true;
    series.dataLabels.format.font.size = 9;
    if (spec.labels.numberFormat !== undefined) series.dataLabels.numberFormat = spec.labels.numberFormat;
  }
}

function seriesColor({ series }: Look, index: number): string {
  return series[index % series.length] ?? COLORS.accent;
}

function writeLegend(chart: Excel.Chart, { legend, series, kind }: ChartSpec): void {
  // One series needs no legend, unless its points are what differs or the spec asks for it.
  const position = legend ?? (series.length > 1 || kind === "doughnut" ? "bottom" : "none");
  chart.legend.visible = position !== "none";
  if (position !== "none") chart.legend.position = LEGENDS[position];
}

function writeAxes(chart: Excel.Chart, { valueAxis = {}, categoryAxis = {} }: ChartSpec): void {
  const { valueAxis: values, categoryAxis: categories } = chart.axes;
  writeAxisTitle(values, valueAxis.title);
  writeAxisTitle(categories, categoryAxis.title);
  if (valueAxis.numberFormat !== undefined) values.numberFormat = valueAxis.numberFormat;
  if (valueAxis.min !== undefined) values.minimum = valueAxis.min;
  if (valueAxis.max !== undefined) values.maximum = valueAxis.max;
  if (valueAxis.hidden) {
    values.visible = false;
    values.majorGridlines.visible = false;
  } else {
    values.majorGridlines.format.line.color = COLORS.line;
  }
  if (categoryAxis.reverse) categories.reversePlotOrder = true;
}

function writeAxisTitle(axis: Excel.ChartAxis, title: string | undefined): void {
  if (title !== undefined) axis.title.text = title;
}

function rangeOf(target: Target, reference: string): { range: Excel.Range; rows: number } {
  const { sheet, top, left, bottom, right } = parseRange(reference);
  const home = sheet === undefined ? target.sheet : target.sheetNamed(sheet);
  return { range: home.getRange(rangeRef(top, left, bottom, right)), rows: bottom - top + 1 };
}
