import { parseRange } from "../../formula/references";
import type { Plot, PlotSeries } from "../../taskpane/charts/plot";
import type { ChartState, HostWorkbook, Scalar, SeriesState } from "../book/workbook";

/** Series without a colour of their own take these in turn. */
const COLORS = ["#1F5FA8", "#E08A1E", "#9DBFE3", "#5B6B7B", "#2E7D4F"];

/**
 * A native chart as the preview draws it in place of Excel: the same kind, series, colours and figures, read from the
 * cells the chart refers to.
 */
export function chartPlot(workbook: HostWorkbook, chart: ChartState): Plot {
  const [first] = chart.series;
  const categories = valuesAt(workbook, first?.categories).map((value) => text(value));
  const format = numberFormat(chart.valueAxis.numberFormat);
  return {
    shape: shapeOf(chart.chartType),
    stacked: /Stacked/.test(chart.chartType),
    categories,
    series: chart.series.map((series, index) => plotSeries(workbook, chart, series, index)),
    legend: legendOf(chart),
    ...(chart.valueAxis.visible === false ? {} : { axis: format }),
    exact: (value) => value.toLocaleString("en-US", { maximumFractionDigits: 2 }),
    ...(chart.valueAxis.min === undefined ? {} : { min: chart.valueAxis.min }),
    ...(chart.valueAxis.max === undefined ? {} : { max: chart.valueAxis.max }),
    ...(first?.gapWidth === undefined ? {} : { barShare: 100 / (100 + first.gapWidth) }),
  };
}

function plotSeries(
  workbook: HostWorkbook,
  chart: ChartState,
  series: SeriesState,
  index: number,
): PlotSeries {
  const filled = series.color ?? series.lineColor ?? COLORS[index % COLORS.length] ?? "#1F5FA8";
  const color = filled === "none" ? "transparent" : filled;
  const values = valuesAt(workbook, series.values);
  const { labels, pointColors } = series;
  return {
    name: series.name ?? "",
    values: values.map((value) => (typeof value === "number" ? value : null)),
    kind: kindOf(series.chartType ?? chart.chartType),
    color,
    ...(pointColors ? { pointColors: values.map((_, point) => pointColors[point]) } : {}),
    ...(labels ? { label: numberFormat(labels.numberFormat) } : {}),
  };
}

function kindOf(chartType: string): PlotSeries["kind"] {
  if (/^Line|^XYScatter/.test(chartType)) return "line";
  return /^Area/.test(chartType) ? "area" : "bar";
}

function shapeOf(chartType: string): Plot["shape"] {
  if (/^(Doughnut|Pie)/.test(chartType)) return "doughnut";
  return /^Bar/.test(chartType) ? "lying" : "upright";
}

function legendOf({ legend, series }: ChartState): Plot["legend"] {
  if (legend?.visible === false || series.length < 2) return "none";
  const position = legend?.position?.toLowerCase();
  return position === "bottom" || position === "right" ? position : "top";
}

/** The values of a reference with sheet, row by row; empty where the sheet is gone. */
function valuesAt({ sheets }: HostWorkbook, reference: string | undefined): Scalar[] {
  if (reference === undefined) return [];
  const { top, left, bottom, right, sheet: name } = parseRange(reference.replace(/^=/, ""));
  const sheet = sheets.find((each) => each.name === name);
  const values: Scalar[] = [];
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++)
      values.push(sheet?.cells.get(row)?.get(column)?.value ?? null);
  }
  return values;
}

function text(value: Scalar): string {
  if (value === null) return "";
  return typeof value === "object" ? value.error : String(value);
}

/** The number formats our charts use: decimals, thousands (`,` at the end), ten thousands (`0\.0,`), percent. */
function numberFormat(code = "#,##0"): (value: number) => string {
  if (code.endsWith("%")) return (value) => `${(value * 100).toFixed(decimalsOf(code))}%`;
  if (code.startsWith("0\\.0,"))
    return (value) => (value / 10_000).toLocaleString("en-US", { maximumFractionDigits: 1 });
  const scale = code.endsWith(",") ? 1000 : 1;
  const digits = decimalsOf(code);
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return (value) => (value / scale).toLocaleString("en-US", options);
}

function decimalsOf(code: string): number {
  return /\.(0+)/.exec(code)?.[1]?.length ?? 0;
}
