import type { Chart, Plugin } from "chart.js";
import { FONTS } from "../theme";
import type { Plot, PlotColors } from "./plot";

/** Writes values beside their marks, for the series that ask for it: a bar read without looking at an axis. */
export function directLabels(plot: Plot, colors: PlotColors): Plugin<"bar" | "line" | "doughnut"> {
  return {
    id: "directLabels",
    afterDatasetsDraw(chart: Chart) {
      if (plot.shape === "doughnut") return;
      const { ctx } = chart;
      ctx.save();
      ctx.fillStyle = colors.text;
      ctx.font = `11px ${FONTS}`;
      plot.series.forEach((series, index) => {
        const { label } = series;
        if (!label) return;
        chart.getDatasetMeta(index).data.forEach((mark, at) => {
          const value = series.values[at];
          if (value === undefined || value === null) return;
          if (plot.shape === "lying") {
            ctx.textAlign = "left";
            ctx.textBaseline = "middle";
            ctx.fillText(label(value), mark.x + 5, mark.y);
          } else {
            ctx.textAlign = "center";
            ctx.textBaseline = "bottom";
            ctx.fillText(label(value), mark.x, mark.y - 4);
          }
        });
      });
      ctx.restore();
    },
  };
}
