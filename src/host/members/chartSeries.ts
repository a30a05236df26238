import { invalidArgument, itemNotFound } from "../apiError";
import { cellCount, columnCount, fullAddress, rowCount } from "../book/area";
import { CHART_TYPES } from "../book/chartSource";
import { plainValue } from "../book/entry";
import {
  defineClass,
  expectFlag,
  expectNumber,
  expectText,
  expectWord,
  required,
  type ObjectMaker,
} from "../client/objects";
import type { SeriesState } from "../book/workbook";
import { chartChanged, ignored, kept, type ChartRef } from "./chartParts";
import { readColor } from "./color";
import { range } from "./range";
import { areaOfFormula } from "./resolve";

interface SeriesRef extends ChartRef {
  readonly series: SeriesState;
}

const part = { on: (self: SeriesRef): SeriesState => self.series };

const seriesFill = defineClass<SeriesRef>("ChartFill", {
  methods: {
    /** Leaves the shape without a fill, as Excel does: the part of a stack that only lifts what stands on it. */
    Clear(self, _args, live) {
      self.series.color = "none";
      chartChanged(self, live);
    },
    SetSolidColor(self, args, live) {
      self.series.color = readColor(args.raw(0), "color");
      chartChanged(self, live);
    },
  },
});

const LINE_STYLES = [
  "None",
  "Continuous",
  "Dash",
  "DashDot",
  "DashDotDot",
  "Dot",
  "Grey25",
  "Grey50",
  "Grey75",
  "Automatic",
  "RoundDot",
] as const;

const seriesLine = defineClass<SeriesRef>("ChartLineFormat", {
  properties: {
    Color: kept(part, "lineColor", "", readColor),
    LineStyle: kept(part, "lineStyle", "Automatic", (value, name) => expectWord(value, name, LINE_STYLES)),
    Weight: kept(part, "lineWeight", 2.25, expectNumber),
  },
  methods: {
    Clear(self, _args, live) {
      self.series.lineStyle = "None";
      chartChanged(self, live);
    },
  },
});

const seriesFormat = defineClass<SeriesRef>("ChartSeriesFormat", {
  links: { Fill: (self, live) => seriesFill(live, self), Line: (self, live) => seriesLine(live, self) },
});

const POSITIONS = [
  "None",
  "Center",
  "InsideEnd",
  "InsideBase",
  "OutsideEnd",
  "Left",
  "Right",
  "Top",
  "Bottom",
  "BestFit",
] as const;
const labels = { on: (self: SeriesRef): NonNullable<SeriesState["labels"]> => (self.series.labels ??= {}) };

const labelFont = defineClass<SeriesRef>("ChartFont", {
  properties: {
    Bold: ignored(false),
    Color: kept(labels, "color", "#404040", readColor),
    Name: ignored("Calibri"),
    Size: kept(labels, "size", 9, expectNumber),
  },
});
const labelFormat = defineClass<SeriesRef>("ChartDataLabelFormat", {
  links: { Font: (self, live) => labelFont(live, self) },
});

const chartDataLabels = defineClass<SeriesRef>("ChartDataLabels", {
  properties: {
    LinkNumberFormat: ignored(false),
    NumberFormat: kept(labels, "numberFormat", "General", expectText),
    Position: kept(labels, "position", "BestFit", (value, name) => expectWord(value, name, POSITIONS)),
    ShowCategoryName: ignored(false),
    ShowLegendKey: ignored(false),
    ShowPercentage: ignored(false),
    ShowSeriesName: ignored(false),
    ShowValue: ignored(true),
  },
  links: { Format: (self, live) => labelFormat(live, self) },
});

interface PointRef extends SeriesRef {
  readonly index: number;
}

const pointFill = defineClass<PointRef>("ChartFill", {
  methods: {
    Clear(self, _args, live) {
      if (self.series.pointColors)
        self.series.pointColors = Object.fromEntries(
          Object.entries(self.series.pointColors).filter(([index]) => Number(index) !== self.index),
        );
      chartChanged(self, live);
    },
    SetSolidColor(self, args, live) {
      self.series.pointColors = { ...self.series.pointColors, [self.index]: readColor(args.raw(0), "color") };
      chartChanged(self, live);
    },
  },
});
const pointFormat = defineClass<PointRef>("ChartPointFormat", {
  links: { Fill: (self, live) => pointFill(live, self) },
});
const point: ObjectMaker<PointRef> = defineClass<PointRef>("ChartPoint", {
  properties: {
    Value: {
      get(self, live) {
        live.calculate();
        const source = areaOfFormula(live, self.series.values);
        if (!source) return null;
        const [row, column] =
          rowCount(source) > 1
            ? [source.top + self.index, source.left]
            : [source.top, source.left + self.index];
        return plainValue(live.cell(source.sheet, row, column)?.value ?? null);
      },
    },
  },
  links: { Format: (self, live) => pointFormat(live, self) },
});

const points = defineClass<SeriesRef>("ChartPointsCollection", {
  properties: {
    Count: {
      get({ series }, live) {
        const source = areaOfFormula(live, series.values);
        return source ? cellCount(source) : 0;
      },
    },
  },
  methods: { GetItemAt: (self, args, live) => point(live, { ...self, index: args.integer(0, "index") }) },
});

const GROUPS = ["Primary", "Secondary"] as const;

const chartSeries: ObjectMaker<SeriesRef> = defineClass<SeriesRef>("ChartSeries", {
  properties: {
    AxisGroup: kept(part, "axisGroup", "Primary", (value, name) => expectWord(value, name, GROUPS)),
    ChartType: {
      get: ({ series, chart }) => series.chartType ?? chart.chartType,
      set(self, value, live) {
        self.series.chartType = expectWord(value, "chartType", CHART_TYPES);
        chartChanged(self, live);
      },
    },
    DoughnutHoleSize: ignored(50),
    GapWidth: kept(part, "gapWidth", 150, expectNumber),
    HasDataLabels: {
      get: ({ series }) => series.labels !== undefined,
      set(self, value, live) {
        if (expectFlag(value, "hasDataLabels")) self.series.labels ??= {};
        else delete self.series.labels;
        chartChanged(self, live);
      },
    },
    MarkerBackgroundColor: ignored(""),
    MarkerForegroundColor: ignored(""),
    MarkerSize: kept(part, "markerSize", 5, expectNumber),
    MarkerStyle: kept(part, "markerStyle", "Automatic", expectText),
    Name: kept(part, "name", "", expectText),
    Overlap: kept(part, "overlap", 0, expectNumber),
    PlotOrder: { get: ({ series, chart }) => chart.series.indexOf(series) },
    ShowShadow: ignored(false),
    Smooth: kept(part, "smooth", false, expectFlag),
    VaryByCategories: ignored(false),
  },
  links: {
    DataLabels: (self, live) => chartDataLabels(live, self),
    Format: (self, live) => seriesFormat(live, self),
    Points: (self, live) => points(live, self),
  },
  methods: {
    Delete(self, _args, live) {
      const at = self.chart.series.indexOf(self.series);
      if (at < 0) throw itemNotFound("series", self.series.name);
      self.chart.series.splice(at, 1);
      chartChanged(self, live);
    },
    SetValues(self, args, live) {
      self.series.values = fullAddress(oneLine(args.object(0, "sourceData", range)), true);
      chartChanged(self, live);
    },
    SetXAxisValues(self, args, live) {
      self.series.categories = fullAddress(args.object(0, "sourceData", range), true);
      chartChanged(self, live);
    },
  },
});

function oneLine(source: Parameters<typeof rowCount>[0] & { sheet: SeriesRef["sheet"] }): typeof source {
  if (rowCount(source) > 1 && columnCount(source) > 1)
    throw invalidArgument("sourceData", "one row or one column");
  return source;
}

export const chartSeriesCollection = defineClass<ChartRef>("ChartSeriesCollection", {
  properties: { Count: { get: ({ chart }) => chart.series.length } },
  items: (self, live) => self.chart.series.map((series) => chartSeries(live, { ...self, series })),
  methods: {
    Add(self, args, live) {
      const { chart } = self;
      const at = args.optionalInteger(1, "index", chart.series.length);
      const name = args.optionalText(0, "name");
      const series: SeriesState = { values: "", ...(name === undefined ? {} : { name }) };
      chart.series.splice(at, 0, series);
      chartChanged(self, live);
      return chartSeries(live, { ...self, series });
    },
    GetCount: ({ chart }) => chart.series.length,
    GetItemAt: (self, args, live) =>
      chartSeries(live, {
        ...self,
        series: required(self.chart.series[args.integer(0, "index")], "series", args.raw(0)),
      }),
  },
});

/** Labels of the chart as a whole: those of every series. */
export const wholeDataLabels = defineClass<ChartRef>("ChartDataLabels", {
  properties: {
    NumberFormat: {
      get: ({ chart }) => chart.series[0]?.labels?.numberFormat ?? "General",
      set(self, value, live) {
        const numberFormat = expectText(value, "numberFormat");
        for (const series of self.chart.series) series.labels = { ...series.labels, numberFormat };
        chartChanged(self, live);
      },
    },
    ShowValue: {
      get: ({ chart }) => chart.series.some(({ labels: each }) => each !== undefined),
      set(self, value, live) {
        const show = expectFlag(value, "showValue");
        for (const series of self.chart.series) {
          if (show) series.labels ??= {};
          else delete series.labels;
        }
        chartChanged(self, live);
      },
    },
  },
});
