import { ApiError, itemNotFound } from "../apiError";
import { positionOf } from "../book/geometry";
import { newSheetId } from "../book/emptyWorkbook";
import { CHART_TYPES, seriesOf } from "../book/chartSource";
import { bounding } from "../book/area";
import type { Live } from "../book/live";
import {
  defineClass,
  expectNumber,
  expectText,
  expectWord,
  nothing,
  required,
  type HostObject,
  type ObjectMaker,
} from "../client/objects";
import type { ChartState, HostSheet } from "../book/workbook";
import {
  chartAreaFormat,
  chartAxes,
  chartChanged,
  chartLegend,
  chartTitle,
  ignored,
  kept,
  type ChartRef,
} from "./chartParts";
import { chartSeriesCollection, wholeDataLabels } from "./chartSeries";
import { range } from "./range";
import { findArea } from "./resolve";
import { worksheet } from "./worksheet";

const on = { on: ({ chart }: ChartRef): ChartState => chart };
const SERIES_BY = ["Auto", "Columns", "Rows"] as const;

const readType = (value: unknown): ChartState["chartType"] => {
  const known = CHART_TYPES.find((each) => each === value);
  // Newer kinds (waterfall, funnel …) fail through the API of Excel itself.
  if (!known)
    throw new ApiError(
      "InvalidArgument",
      `Charts of type “${String(value)}” cannot be made through the API.`,
    );
  return known;
};

const chart: ObjectMaker<ChartRef> = defineClass<ChartRef>("Chart", {
  key: { name: "Id", of: (self) => self.chart.id },
  properties: {
    ChartType: kept(on, "chartType", "ColumnClustered", readType),
    DisplayBlanksAs: ignored("NotPlotted"),
    Height: kept(on, "height", 216, expectNumber),
    Id: { get: (self) => self.chart.id },
    Left: kept(on, "left", 0, expectNumber),
    Name: {
      get: (self) => self.chart.name,
      set(self, value, live) {
        const name = expectText(value, "name");
        if (self.sheet.charts.some((each) => each !== self.chart && each.name === name))
          throw new ApiError("ItemAlreadyExists", `There already is a chart “${name}”.`);
        self.chart.name = name;
        chartChanged(self, live);
      },
    },
    PlotBy: ignored("Columns"),
    PlotVisibleOnly: ignored(true),
    ShowAllFieldButtons: ignored(false),
    Style: ignored(201),
    Top: kept(on, "top", 0, expectNumber),
    Width: kept(on, "width", 360, expectNumber),
  },
  links: {
    Axes: (self, live) => chartAxes(live, self),
    DataLabels: (self, live) => wholeDataLabels(live, self),
    Format: (self, live) => chartAreaFormat(live, self),
    Legend: (self, live) => chartLegend(live, self),
    Series: (self, live) => chartSeriesCollection(live, self),
    Title: (self, live) => chartTitle(live, self),
    Worksheet: ({ sheet }, live) => worksheet(live, sheet),
  },
  methods: {
    Activate: nothing,
    Delete(self, _args, live) {
      const at = self.sheet.charts.indexOf(self.chart);
      if (at < 0) throw itemNotFound("chart", self.chart.name);
      self.sheet.charts.splice(at, 1);
      chartChanged(self, live);
    },
    SetData(self, args, live) {
      self.chart.series = seriesOf(
        live,
        args.object(0, "sourceData", range),
        expectWord(args.raw(1) ?? "Auto", "seriesBy", SERIES_BY),
      );
      chartChanged(self, live);
    },
    SetPosition(self, args, live) {
      const start = findArea(live, args.raw(0), range, self.sheet);
      const end = args.has(1) ? findArea(live, args.raw(1), range, self.sheet) : undefined;
      const place = positionOf({ sheet: self.sheet, ...bounding(start, end ?? start) });
      Object.assign(self.chart, end ? place : { left: place.left, top: place.top });
      chartChanged(self, live);
    },
  },
});

function addChart(
  self: HostSheet,
  live: Live,
  type: unknown,
  source: HostSheet["charts"][number]["series"],
): HostObject {
  const number = nextNumber(self);
  const made: ChartState = {
    id: newSheetId(),
    name: `Chart ${number}`,
    chartType: readType(type),
    legend: { visible: source.length > 1 },
    left: 0,
    top: 0,
    width: 360,
    height: 216,
    series: source,
    categoryAxis: {},
    valueAxis: {},
  };
  self.charts.push(made);
  live.notePart(self, "charts");
  return chart(live, { sheet: self, chart: made });
}

function nextNumber({ charts: existing }: HostSheet): number {
  for (let number = existing.length + 1; ; number++)
    if (!existing.some(({ name }) => name === `Chart ${number}`)) return number;
}

const find = (self: HostSheet, key: unknown): ChartState | undefined =>
  self.charts.find(({ id, name }) => id === key || name.toLowerCase() === String(key).toLowerCase());

const item = (self: HostSheet, live: Live, key: unknown): HostObject =>
  chart(live, { sheet: self, chart: required(find(self, key), "chart", key) });

export const charts: ObjectMaker<HostSheet> = defineClass<HostSheet>("ChartCollection", {
  properties: { Count: { get: (self) => self.charts.length } },
  items: (self, live) => self.charts.map((each) => chart(live, { sheet: self, chart: each })),
  item: (self, args, live) => item(self, live, args.raw(0)),
  methods: {
    Add(self, args, live) {
      live.alive(self);
      if (self.protection) throw new ApiError("AccessDenied", `The sheet “${self.name}” is protected.`);
      const seriesBy = expectWord(args.raw(2) ?? "Auto", "seriesBy", SERIES_BY);
      return addChart(self, live, args.raw(0), seriesOf(live, args.object(1, "sourceData", range), seriesBy));
    },
    GetCount: (self) => self.charts.length,
    GetItem: (self, args, live) => item(self, live, args.raw(0)),
    GetItemAt: (self, args, live) =>
      chart(live, {
        sheet: self,
        chart: required(self.charts[args.integer(0, "index")], "chart", args.raw(0)),
      }),
    GetItemOrNullObject(self, args, live) {
      const found = find(self, args.raw(0));
      return found ? chart(live, { sheet: self, chart: found }) : null;
    },
  },
});
