import { useEffect, useRef } from "react";
import { draw } from "./draw";
import type { Plot, PlotColors } from "./plot";

interface CanvasProps {
  readonly plot: Plot;
  readonly colors: PlotColors;
  /** Read out instead of the picture. */
  readonly label: string;
  /** Pixels; the width is the parent's. */
  readonly height: number | string;
}

/** A drawn plot. Loaded when the first chart is shown: it brings the charting library. */
export function Canvas({ plot, colors, label, height }: CanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (!canvas.current) return;
    const chart = draw(canvas.current, plot, colors);
    return () => chart.destroy();
  }, [plot, colors]);
  return (
    <div style={{ position: "relative", height }}>
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  );
}
