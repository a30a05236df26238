/**
 * A chart as plain data, between what a chart is about and the library that draws it. The pane's charts and the
 * preview's stand-ins for native charts both come down to this.
 */
export interface PlotSeries {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly kind: "bar" | "line" | "area";
  readonly color: string;
  /** One colour a point; the series' colour where there is none. */
  readonly pointColors?: readonly (string | undefined)[];
  readonly dashed?: boolean;
  /** Writes the value beside its mark. */
  readonly label?: (value: number) => string;
}

export interface Plot {
  readonly shape: "upright" | "lying" | "doughnut";
  readonly stacked?: boolean;
  readonly title?: string;
  readonly categories: readonly string[];
  readonly series: readonly PlotSeries[];
  readonly legend: "top" | "bottom" | "right" | "none";
  /** Short, for the value axis; absent: no axis. */
  readonly axis?: (value: number) => string;
  /** In full, for whoever points at a mark. */
  readonly exact: (value: number) => string;
  readonly min?: number;
  readonly max?: number;
  /** Categories from the bottom up. */
  readonly reversed?: boolean;
  /** Width of a bar within its slot, 0–1. */
  readonly barShare?: number;
}

export interface PlotColors {
  readonly text: string;
  readonly muted: string;
  readonly grid: string;
  readonly surface: string;
}
