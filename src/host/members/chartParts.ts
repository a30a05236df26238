import { invalidArgument } from "../apiError";
import type { Live } from "../book/live";
import {
  defineClass,
  expectFlag,
  expectNumber,
  expectText,
  expectWord,
  nothing,
  type ObjectMaker,
  type Property,
} from "../client/objects";
import type { AxisState, ChartState, HostSheet } from "../book/workbook";
import { readColor } from "./color";

export interface ChartRef {
  readonly sheet: HostSheet;
  readonly chart: ChartState;
}

export const chartChanged = ({ sheet }: ChartRef, live: Live): void => live.notePart(sheet, "charts");

/** Part of a chart's state, reached from its reference: `on` may make it. */
interface Place<R extends ChartRef, P extends object> {
  readonly on: (self: R) => P;
}

/** A property kept under `key` of a part; `fallback` is what Excel says while nobody set it. */
export function kept<R extends ChartRef, P extends object, K extends keyof P>(
  place: Place<R, P>,
  key: K,
  fallback: unknown,
  read: (value: unknown, name: string) => P[K],
): Property<R> {
  return {
    get: (self) => place.on(self)[key] ?? fallback,
    set(self, value, live) {
      place.on(self)[key] = read(value, String(key));
      chartChanged(self, live);
    },
  };
}

/** Accepted and forgotten: it makes no difference to what the host keeps of a chart. */
export const ignored = <R>(value: unknown): Property<R> => ({ get: () => value, set: nothing });

/** Fonts of charts: what a part keeps of size, weight and colour. */
interface FontPart {
  size?: number;
  bold?: boolean;
  color?: string;
}

function chartFont<R extends ChartRef>(on: (self: R) => FontPart): ObjectMaker<R> {
  const place = { on };
  return defineClass<R>("ChartFont", {
    properties: {
      Bold: kept(place, "bold", false, expectFlag),
      Color: kept(place, "color", "#595959", readColor),
      Italic: ignored(false),
      Name: ignored("Calibri"),
      Size: kept(place, "size", 10, expectNumber),
      Underline: ignored("None"),
    },
  });
}

/** A format that is nothing but a font, e.g. of a title. */
function fontFormat<R extends ChartRef>(className: string, on: (self: R) => FontPart): ObjectMaker<R> {
  const font = chartFont(on);
  return defineClass<R>(className, { links: { Font: (self, live) => font(live, self) } });
}

const titlePart = (self: ChartRef): NonNullable<ChartState["title"]> => (self.chart.title ??= {});
const titleFormat = fontFormat<ChartRef>("ChartTitleFormat", titlePart);

export const chartTitle = defineClass<ChartRef>("ChartTitle", {
  properties: {
    Overlay: ignored(false),
    Text: {
      get: (self) =>
        self.chart.title?.text ??
        (self.chart.series.length === 1 ? self.chart.series[0]?.name : undefined) ??
        "Chart Title",
      set(self, value, live) {
        const text = expectText(value, "text");
        self.chart.title = { ...self.chart.title, text, visible: true };
        chartChanged(self, live);
      },
    },
    Visible: kept({ on: titlePart }, "visible", true, expectFlag),
    HorizontalAlignment: ignored("Center"),
    Position: ignored("Top"),
  },
  links: { Format: (self, live) => titleFormat(live, self) },
});

const LEGEND = ["Top", "Bottom", "Left", "Right", "Corner", "Custom"] as const;
const legendPart = (self: ChartRef): NonNullable<ChartState["legend"]> => (self.chart.legend ??= {});
const forgotten = (): FontPart => ({});
const legendFormat = fontFormat<ChartRef>("ChartLegendFormat", forgotten);

export const chartLegend = defineClass<ChartRef>("ChartLegend", {
  properties: {
    Overlay: ignored(false),
    Position: kept({ on: legendPart }, "position", "Right", (value, name) => expectWord(value, name, LEGEND)),
    Visible: kept({ on: legendPart }, "visible", true, expectFlag),
  },
  links: { Format: (self, live) => legendFormat(live, self) },
});

export interface AxisRef extends ChartRef {
  readonly axis: AxisState;
  readonly type: "Category" | "Value";
}

const axisPart = { on: (self: AxisRef): AxisState => self.axis };

const axisTitleFormat = fontFormat<AxisRef>("ChartAxisTitleFormat", forgotten);
const axisTitle = defineClass<AxisRef>("ChartAxisTitle", {
  properties: {
    Text: kept(axisPart, "title", "", expectText),
    Visible: {
      get: ({ axis }) => axis.title !== undefined,
      set(self, value, live) {
        if (!expectFlag(value, "visible")) delete self.axis.title;
        chartChanged(self, live);
      },
    },
  },
  links: { Format: (self, live) => axisTitleFormat(live, self) },
});

const gridlinesFormat = defineClass<AxisRef>("ChartGridlinesFormat", {
  links: { Line: (self, live) => lineOf(live, self) },
});
/** Lines whose look the host does not keep. */
const lineOf = defineClass<ChartRef>("ChartLineFormat", {
  properties: { Color: ignored("#D9D9D9"), LineStyle: ignored("Continuous"), Weight: ignored(0.75) },
  methods: { Clear: nothing },
});

const majorGridlines = defineClass<AxisRef>("ChartGridlines", {
  properties: {
    Visible: {
      get: ({ axis, type }) => axis.majorGridlines ?? type === "Value",
      set(self, value, live) {
        self.axis.majorGridlines = expectFlag(value, "visible");
        chartChanged(self, live);
      },
    },
  },
  links: { Format: (self, live) => gridlinesFormat(live, self) },
});

const minorGridlines = defineClass<AxisRef>("ChartGridlines", { properties: { Visible: ignored(false) } });

const axisFont = defineClass<AxisRef>("ChartFont", {
  properties: {
    Bold: ignored(false),
    Color: ignored("#595959"),
    Name: ignored("Calibri"),
    Size: kept(axisPart, "fontSize", 9, expectNumber),
  },
});
const axisFormat = defineClass<AxisRef>("ChartAxisFormat", {
  links: { Font: (self, live) => axisFont(live, self), Line: (self, live) => lineOf(live, self) },
});

/** A bound of an axis; "" gives it back to Excel. */
function bound(key: "min" | "max" | "majorUnit"): Property<AxisRef> {
  return {
    get: ({ axis }) => axis[key] ?? "",
    set(self, value, live) {
      if (self.type !== "Value") throw invalidArgument(key, "a value axis");
      if (value === "") Reflect.deleteProperty(self.axis, key);
      else self.axis[key] = expectNumber(value, key);
      chartChanged(self, live);
    },
  };
}

const chartAxis: ObjectMaker<AxisRef> = defineClass<AxisRef>("ChartAxis", {
  properties: {
    AxisGroup: { get: () => "Primary" },
    LinkNumberFormat: ignored(false),
    MajorTickMark: ignored("None"),
    MajorUnit: bound("majorUnit"),
    Maximum: bound("max"),
    Minimum: bound("min"),
    MinorTickMark: ignored("None"),
    NumberFormat: kept(axisPart, "numberFormat", "General", expectText),
    ReversePlotOrder: kept(axisPart, "reverse", false, expectFlag),
    TickLabelPosition: ignored("NextToAxis"),
    TickLabelSpacing: ignored(1),
    Type: { get: ({ type }) => type },
    Visible: kept(axisPart, "visible", true, expectFlag),
  },
  links: {
    Format: (self, live) => axisFormat(live, self),
    MajorGridlines: (self, live) => majorGridlines(live, self),
    MinorGridlines: (self, live) => minorGridlines(live, self),
    Title: (self, live) => axisTitle(live, self),
  },
});

const axisOf = (self: ChartRef, type: AxisRef["type"]): AxisRef => ({
  ...self,
  type,
  axis: type === "Value" ? self.chart.valueAxis : self.chart.categoryAxis,
});

export const chartAxes = defineClass<ChartRef>("ChartAxes", {
  links: {
    CategoryAxis: (self, live) => chartAxis(live, axisOf(self, "Category")),
    ValueAxis: (self, live) => chartAxis(live, axisOf(self, "Value")),
  },
  methods: {
    GetItem: (self, args, live) =>
      chartAxis(live, axisOf(self, expectWord(args.raw(0), "type", ["Category", "Value"] as const))),
  },
});

const areaFill = defineClass<ChartRef>("ChartFill", {
  methods: { Clear: nothing, SetSolidColor: (_self, args) => void readColor(args.raw(0), "color") },
});
const areaBorder = defineClass<ChartRef>("ChartBorder", {
  properties: { Color: ignored("#D9D9D9"), LineStyle: ignored("Continuous"), Weight: ignored(0.75) },
  methods: { Clear: nothing },
});
const areaFont = chartFont<ChartRef>(forgotten);

/** The chart's own background, frame and font: accepted, not kept. */
export const chartAreaFormat = defineClass<ChartRef>("ChartAreaFormat", {
  properties: { RoundedCorners: ignored(false) },
  links: {
    Border: (self, live) => areaBorder(live, self),
    Fill: (self, live) => areaFill(live, self),
    Font: (self, live) => areaFont(live, self),
  },
});
