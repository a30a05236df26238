import { lazy, Suspense } from "react";
import type { ChartState, HostWorkbook } from "../workbook";
import { chartPlot } from "./chartPlot";

const Canvas = lazy(async () => ({ default: (await import("../../taskpane/charts/Canvas")).Canvas }));

const INK = { text: "#1F2933", muted: "#6B7785", grid: "#E4E8ED", surface: "#FFFFFF" };

/** Points to pixels at 96 dpi. */
const PIXELS = 96 / 72;
/** A chart too small or too large for the strip is shown at these sizes. */
const WIDTH = { least: 320, most: 620 };
const BAR_HEIGHT = 20;

/** The charts of a sheet, which the grid cannot show, beside each other below it. */
export function SheetCharts({
  workbook,
  charts,
}: {
  readonly workbook: HostWorkbook;
  readonly charts: readonly ChartState[];
}) {
  return (
    <div className="preview-charts" tabIndex={0} role="region" aria-label="Charts">
      {charts.map((chart) => {
        const plot = chartPlot(workbook, chart);
        const title = chart.title?.text ?? chart.name;
        const width = Math.min(WIDTH.most, Math.max(WIDTH.least, chart.width * PIXELS * 0.75));
        return (
          <figure key={chart.id} className="preview-chart" style={{ width }}>
            <figcaption>{title}</figcaption>
            <div className="preview-chart-body">
              <Suspense fallback={null}>
                <Canvas
                  plot={plot}
                  colors={INK}
                  label={title}
                  height={plot.shape === "lying" ? Math.max(200, plot.categories.length * BAR_HEIGHT) : 200}
                />
              </Suspense>
            </div>
          </figure>
        );
      })}
    </div>
  );
}
