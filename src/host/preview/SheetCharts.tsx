import type { Model } from "@ironcalc/workbook";
import { lazy, Suspense, useEffect, useMemo, useState, type CSSProperties } from "react";
import { columnWidth, rowHeight } from "../book/geometry";
import type { ChartState, HostSheet, HostWorkbook } from "../book/workbook";
import { chartPlot } from "./chartPlot";

const Canvas = lazy(async () => ({ default: (await import("../../taskpane/charts/Canvas")).Canvas }));

const INK = { text: "#1F2933", muted: "#6B7785", grid: "#E4E8ED", surface: "#FFFFFF" };

/** The grid's row numbers and column letters. */
const HEADINGS = { width: 30, height: 28 };

interface Props {
  readonly workbook: HostWorkbook;
  readonly model: Model;
  readonly sheet: HostSheet;
}

/**
 * The charts of a sheet, which the grid cannot show, laid over their cells. They scroll with the grid and let the
 * pointer through.
 */
export function SheetCharts({ workbook, model, sheet }: Props) {
  const corner = useCorner(model);
  if (!corner) return null;
  return (
    <div className="preview-charts" style={corner.frame}>
      {sheet.charts.map((chart) => (
        <SheetChart
          key={chart.id}
          workbook={workbook}
          chart={chart}
          style={place(chart, sheet, model, corner)}
        />
      ))}
    </div>
  );
}

/** The chart's rectangle in the grid's pixels: it covers the cells it covers in the workbook. */
function place(chart: ChartState, sheet: HostSheet, model: Model, corner: Corner): CSSProperties {
  const x = (points: number) =>
    pixels(
      points,
      (column) => columnWidth(sheet, column),
      (column) => model.getColumnWidth(corner.sheet, column + 1),
    );
  const y = (points: number) =>
    pixels(
      points,
      (row) => rowHeight(sheet, row),
      (row) => model.getRowHeight(corner.sheet, row + 1),
    );
  const [left, top] = [x(chart.left), y(chart.top)];
  return {
    left: left - corner.left,
    top: top - corner.top,
    width: x(chart.left + chart.width) - left,
    height: y(chart.top + chart.height) - top,
  };
}

/** Walks lines of the workbook's sizes until `points` are used up, and adds up what the grid draws for them. */
function pixels(points: number, size: (line: number) => number, drawn: (line: number) => number): number {
  let rest = points;
  let total = 0;
  for (let line = 0; rest > 0; line++) {
    const part = Math.min(1, rest / (size(line) || Infinity));
    total += part * drawn(line);
    rest -= size(line);
  }
  return total;
}

interface ChartProps {
  readonly workbook: HostWorkbook;
  readonly chart: ChartState;
  readonly style: CSSProperties;
}

function SheetChart({ workbook, chart, style }: ChartProps) {
  const plot = useMemo(() => chartPlot(workbook, chart), [workbook, chart]);
  const title = chart.title?.text ?? chart.name;
  return (
    <figure className="preview-chart" style={style}>
      <figcaption>{title}</figcaption>
      <div className="preview-chart-body">
        <Suspense fallback={null}>
          <Canvas plot={plot} colors={INK} label={title} height="100%" />
        </Suspense>
      </div>
    </figure>
  );
}

interface Corner {
  readonly sheet: number;
  /** Pixels of the sheet hidden to the left and above. */
  readonly left: number;
  readonly top: number;
  /** Where the cells are drawn, in the grid's element. */
  readonly frame: CSSProperties;
}

/** Which cell stands at the grid's top left, asked every frame since the grid tells nobody when it scrolls. */
function useCorner(model: Model): Corner | undefined {
  const [corner, setCorner] = useState<Corner>();
  useEffect(() => {
    let frame = 0;
    let before = "";
    const look = () => {
      frame = requestAnimationFrame(look);
      const canvas = document.querySelector(".preview-grid canvas");
      const area = canvas?.closest(".preview-grid");
      if (!canvas || !area) return;
      const { sheet, top_row, left_column } = model.getSelectedView();
      const box = canvas.getBoundingClientRect();
      const outer = area.getBoundingClientRect();
      const place = [box.left - outer.left, box.top - outer.top, box.width, box.height];
      const now = JSON.stringify([sheet, top_row, left_column, place]);
      if (now === before) return;
      before = now;
      const [x = 0, y = 0, width = 0, height = 0] = place;
      setCorner({
        sheet,
        left: sum(left_column - 1, (column) => model.getColumnWidth(sheet, column)),
        top: sum(top_row - 1, (row) => model.getRowHeight(sheet, row)),
        frame: {
          left: x + HEADINGS.width,
          top: y + HEADINGS.height,
          width: width - HEADINGS.width,
          height: height - HEADINGS.height,
        },
      });
    };
    look();
    return () => cancelAnimationFrame(frame);
  }, [model]);
  return corner;
}

/** Sizes of lines 1 to `count` added up. */
function sum(count: number, size: (line: number) => number): number {
  let total = 0;
  for (let line = 1; line <= count; line++) total += size(line);
  return total;
}
