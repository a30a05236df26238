import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  DoughnutController,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Title,
  Tooltip,
  type ChartConfiguration,
  type ChartDataset,
} from "chart.js";
import { FONTS } from "../theme";
import { directLabels } from "./directLabels";
import type { Plot, PlotColors, PlotSeries } from "./plot";

Chart.register(
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  DoughnutController,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Title,
  Tooltip,
);

type Mark = "bar" | "line" | "doughnut";
export type DrawnChart = Chart<Mark, (number | null)[], string>;

/** Draws a plot on a canvas, which fills its parent. Destroy what comes back before drawing there again. */
export function draw(canvas: HTMLCanvasElement, plot: Plot, colors: PlotColors): DrawnChart {
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const config: ChartConfiguration<Mark, (number | null)[], string> = {
    type: plot.shape === "doughnut" ? "doughnut" : "bar",
    data: {
      labels: [...plot.categories],
      datasets: plot.series.map((series) => dataset(series, plot, colors)),
    },
    options: {
      responsive: true,
      maintainAspectRatio: false,
      ...(still ? { animation: false } : { animation: { duration: 300 } }),
      indexAxis: plot.shape === "lying" ? "y" : "x",
      font: { family: FONTS, size: 12 },
      color: colors.text,
      layout: { padding: labelRoom(plot) },
      interaction: { mode: "index", intersect: false, axis: plot.shape === "lying" ? "y" : "x" },
      plugins: {
        title: {
          display: plot.title !== undefined && plot.title !== "",
          text: plot.title ?? "",
          align: "start",
          color: colors.text,
          font: { family: FONTS, size: 13, weight: 600 },
        },
        legend: {
          display: plot.legend !== "none",
          position: plot.legend === "none" ? "top" : plot.legend,
          align: "start",
          labels: {
            color: colors.text,
            boxWidth: 10,
            boxHeight: 10,
            padding: 12,
            usePointStyle: true,
            font: { family: FONTS, size: 12 },
          },
        },
        tooltip: {
          titleFont: { family: FONTS, weight: 600 },
          bodyFont: { family: FONTS },
          padding: 10,
          cornerRadius: 6,
          callbacks: {
            label: (item) => {
              const value = typeof item.raw === "number" ? plot.exact(item.raw) : "–";
              const name = plot.shape === "doughnut" ? item.label : item.dataset.label;
              return ` ${name ?? ""}  ${value}`;
            },
          },
        },
      },
      ...(plot.shape === "doughnut" ? {} : { scales: scales(plot, colors) }),
    },
    plugins: [directLabels(plot, colors)],
  };
  return new Chart(canvas, config);
}

function dataset(series: PlotSeries, plot: Plot, colors: PlotColors): ChartDataset<Mark, (number | null)[]> {
  const fills = series.pointColors?.map((color) => color ?? series.color);
  const data = [...series.values];
  if (plot.shape === "doughnut") {
    return {
      type: "doughnut",
      label: series.name,
      data,
      backgroundColor: fills ?? series.color,
      borderColor: colors.surface,
      borderWidth: 2,
    };
  }
  if (series.kind === "bar") {
    return {
      type: "bar",
      label: series.name,
      data,
      backgroundColor: fills ?? series.color,
      borderRadius: 3,
      maxBarThickness: 44,
      categoryPercentage: plot.barShare ?? 0.72,
      barPercentage: 0.94,
      order: 2,
      ...(plot.stacked ? { stack: "all" } : {}),
    };
  }
  return {
    type: "line",
    label: series.name,
    data,
    borderColor: series.color,
    backgroundColor: series.kind === "area" ? `${series.color}33` : series.color,
    fill: series.kind === "area",
    borderWidth: 2.5,
    pointRadius: 2.5,
    pointHoverRadius: 4,
    tension: 0,
    spanGaps: true,
    order: 1,
    ...(series.dashed ? { borderDash: [5, 4] } : {}),
  };
}

function scales(plot: Plot, colors: PlotColors) {
  const { axis } = plot;
  const value = {
    type: "linear" as const,
    beginAtZero: true,
    stacked: plot.stacked ?? false,
    display: axis !== undefined,
    border: { display: false },
    grid: { color: colors.grid, drawTicks: false },
    ticks: {
      color: colors.muted,
      padding: 6,
      maxTicksLimit: 5,
      font: { family: FONTS, size: 11 },
      callback: (tick: string | number) => axis?.(Number(tick)) ?? "",
    },
    ...(plot.min === undefined ? {} : { min: plot.min }),
    ...(plot.max === undefined ? {} : { max: plot.max }),
  };
  const category = {
    type: "category" as const,
    stacked: plot.stacked ?? false,
    reverse: plot.reversed ?? false,
    border: { color: colors.muted },
    grid: { display: false },
    ticks: {
      color: colors.text,
      font: { family: FONTS, size: 11 },
      autoSkip: plot.shape !== "lying",
      maxRotation: plot.shape === "lying" ? 0 : 45,
    },
  };
  return plot.shape === "lying" ? { x: value, y: category } : { x: category, y: value };
}

/** Space for labels written outside the marks. */
function labelRoom(plot: Plot) {
  const labelled = plot.shape !== "doughnut" && plot.series.some((series) => series.label);
  if (!labelled) return 0;
  return plot.shape === "lying" ? { right: 44 } : { top: 18 };
}
