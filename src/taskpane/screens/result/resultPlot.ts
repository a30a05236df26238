import type { ChartView } from "../../../jobs/types";
import type { Lang } from "../../../words";
import { axisMoney, points, whole } from "../../parts/numbers";
import type { ChartPalette } from "../../theme";
import type { Plot } from "../../charts/plot";

/**
 * A chart of the result page as a plot: bars in the series' colours, targets in theirs, and, where a chart has columns
 * and a line, its last series as the line.
 */
export function resultPlot(chart: ChartView, palette: ChartPalette, lang: Lang): Plot {
  const write = UNITS[chart.unit];
  const lineAt = chart.kind === "columnLine" ? chart.series.length - 1 : -1;
  const bars = (index: number): number =>
    chart.targetAt !== undefined && index > chart.targetAt ? index - 1 : index;
  const single = chart.series.length === 1;
  return {
    shape: chart.kind === "bar" ? "lying" : "upright",
    categories: chart.categories,
    series: chart.series.map((series, index) => ({
      name: series.name,
      values: series.values,
      kind: index === lineAt ? "line" : "bar",
      color:
        index === (chart.targetAt ?? lineAt)
          ? palette.line
          : (palette.series[bars(index) % palette.series.length] ?? palette.text),
      ...(single ? { label: (value: number) => write.short(value, lang) } : {}),
    })),
    legend: single ? "none" : "top",
    ...(single ? {} : { axis: (value: number) => write.short(value, lang) }),
    exact: (value) => write.exact(value, lang),
  };
}

type Writer = (value: number, lang: Lang) => string;

const UNITS: Record<ChartView["unit"], { readonly short: Writer; readonly exact: Writer }> = {
  money: { short: axisMoney, exact: whole },
  points: { short: points, exact: points },
  people: { short: whole, exact: whole },
};

/** A value of this chart as a table writes it. */
export function exactValue(chart: ChartView, value: number, lang: Lang): string {
  return UNITS[chart.unit].exact(value, lang);
}
