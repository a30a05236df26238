import type { AxisState, ChartState, HostSheet, SeriesState } from "../book/workbook";
import { chartFrames } from "./chartFrames";
import {
  CHART_KINDS,
  LABEL_POSITIONS,
  LEGEND_POSITIONS,
  LINE_STYLES,
  MARKER_STYLES,
  nameFor,
  type ChartKind,
} from "./chartKinds";
import { gridOf } from "./grid";
import type { Package } from "./package";
import { fromEmu } from "./units";
import {
  attr,
  child,
  children,
  descendants,
  flagAttr,
  numberAttr,
  rootOf,
  textOf,
  type Element,
} from "./xml";

/** The charts of a sheet, as far as a chart's state can tell them. */
export function readCharts(
  file: Package,
  sheetPart: string,
  worksheet: Element,
  sheet: Pick<HostSheet, "rows" | "columns">,
  theme: readonly string[],
): ChartState[] {
  return chartFrames(file, sheetPart, worksheet, gridOf(worksheet, sheet)).map(({ part, place }) => ({
    ...place,
    ...readChart(rootOf(file.document(part)), theme),
  }));
}

type Drawn = Omit<ChartState, "id" | "name" | "left" | "top" | "width" | "height" | "altText">;

function readChart(space: Element, theme: readonly string[]): Drawn {
  const chart = child(space, "chart");
  const plot = child(chart, "plotArea");
  const layers = children(plot).filter(({ localName }) => localName?.endsWith("Chart"));
  const axes = children(plot).filter(({ localName }) => localName?.endsWith("Ax"));
  const read = layers.flatMap((layer) => readLayer(layer, isSecondary(layer, layers, axes), theme));
  read.sort((a, b) => a.order - b.order);
  const chartType = mainType(read);
  const series = read.map(({ type, state }) => (type === chartType ? state : { ...state, chartType: type }));
  const ids = axisIds(layers[0]);
  const primary = ids.flatMap((id) => axes.filter((axis) => attr(child(axis, "axId"), "val") === id));
  const value = primary.filter(({ localName }) => localName === "valAx").at(-1);
  const legend = child(chart, "legend");
  const position = nameFor(LEGEND_POSITIONS, attr(child(legend, "legendPos"), "val"));
  return {
    chartType,
    title: readTitle(child(chart, "title"), theme),
    legend: { visible: legend !== undefined, ...(position === undefined ? {} : { position }) },
    series,
    categoryAxis: readAxis(primary.find((axis) => axis !== value)),
    valueAxis: { ...readAxis(value), majorGridlines: child(value, "majorGridlines") !== undefined },
  };
}

interface ReadSeries {
  readonly order: number;
  readonly type: string;
  readonly state: SeriesState;
}

/** The chart is called after what most of its series are; bars before lines when they are as many. */
function mainType(series: readonly ReadSeries[]): string {
  const counts = new Map<string, number>();
  for (const { type } of series) counts.set(type, (counts.get(type) ?? 0) + 1);
  const best = [...counts].sort(
    ([a, m], [b, n]) =>
      n - m ||
      Number(CHART_KINDS[b]?.element === "barChart") - Number(CHART_KINDS[a]?.element === "barChart"),
  )[0];
  return best?.[0] ?? "ColumnClustered";
}

function axisIds(layer: Element | undefined): string[] {
  return children(layer, "axId").map((each) => attr(each, "val") ?? "");
}

function isSecondary(layer: Element, layers: readonly Element[], axes: readonly Element[]): boolean {
  const mine = axisIds(layer).join();
  return axes.length > 2 && mine !== "" && mine !== axisIds(layers[0]).join();
}

function readLayer(layer: Element, secondary: boolean, theme: readonly string[]): ReadSeries[] {
  const gapWidth = numberAttr(child(layer, "gapWidth"), "val");
  const overlap = numberAttr(child(layer, "overlap"), "val");
  return children(layer, "ser").map((element) => {
    const type = typeOf(layer, element);
    const state: SeriesState = {
      ...readSeries(element, CHART_KINDS[type], theme),
      ...(secondary ? { axisGroup: "Secondary" as const } : {}),
      ...(gapWidth === undefined ? {} : { gapWidth }),
      ...(overlap === undefined ? {} : { overlap }),
    };
    return { order: numberAttr(child(element, "order"), "val") ?? 0, type, state };
  });
}

/** The Office.js name of what a series is drawn as: the first kind that says the same. */
function typeOf(layer: Element, series: Element): string {
  const said = (name: string): string | undefined => attr(child(layer, name), "val");
  const element = (layer.localName ?? "").replace("3D", "");
  const hasLine = child(series, "spPr", "ln", "noFill") === undefined;
  const markers =
    attr(child(series, "marker", "symbol"), "val") !== "none" &&
    (element === "scatterChart" || child(series, "marker") !== undefined);
  const smooth = flagAttr(child(series, "smooth"), "val");
  const matches = (kind: ChartKind): boolean =>
    kind.element === element &&
    (kind.direction === undefined || kind.direction === (said("barDir") ?? "col")) &&
    (kind.grouping === undefined || kind.grouping === (said("grouping") ?? kind.grouping)) &&
    (kind.radarStyle === undefined ||
      kind.radarStyle === (said("radarStyle") === "marker" && !markers ? "standard" : said("radarStyle"))) &&
    (kind.element === "radarChart" || kind.markers === undefined || kind.markers === markers) &&
    (kind.element !== "scatterChart" ||
      ((kind.noLine ?? false) === !hasLine && (kind.smooth ?? false) === smooth));
  return Object.entries(CHART_KINDS).find(([, kind]) => matches(kind))?.[0] ?? "ColumnClustered";
}

function readSeries(element: Element, kind: ChartKind | undefined, theme: readonly string[]): SeriesState {
  const name = textOf(child(element, "tx", "v")) || referenceOf(child(element, "tx"));
  const categories = formulaOf(child(element, "cat") ?? child(element, "xVal"));
  const shape = child(element, "spPr");
  const line = child(shape, "ln");
  const drawnAsLine =
    kind?.element === "lineChart" ||
    kind?.element === "scatterChart" ||
    (kind?.element === "radarChart" && kind.radarStyle !== "filled");
  const lineColor = solidColor(line, theme);
  const color = kind?.noLine
    ? solidColor(child(element, "marker", "spPr"), theme)
    : drawnAsLine
      ? lineColor
      : child(shape, "noFill")
        ? "none"
        : solidColor(shape, theme);
  const weight = numberAttr(line, "w");
  const dash = nameFor(LINE_STYLES, attr(child(line, "prstDash"), "val"));
  const marker = nameFor(MARKER_STYLES, attr(child(element, "marker", "symbol"), "val"));
  const markerSize = numberAttr(child(element, "marker", "size"), "val");
  const labels = readLabels(child(element, "dLbls"), theme);
  const pointColors = readPoints(element, theme);
  return {
    ...(name ? { name } : {}),
    values: formulaOf(child(element, "val") ?? child(element, "yVal")),
    ...(categories ? { categories } : {}),
    ...(color === undefined ? {} : { color }),
    ...(!drawnAsLine &&
    lineColor !== undefined &&
    kind?.element !== "pieChart" &&
    kind?.element !== "doughnutChart"
      ? { lineColor }
      : {}),
    ...(drawnAsLine && !kind?.noLine && weight !== undefined ? { lineWeight: fromEmu(weight) } : {}),
    ...(dash === undefined ? {} : { lineStyle: dash }),
    ...(marker === undefined ? {} : { markerStyle: marker }),
    ...(markerSize === undefined ? {} : { markerSize }),
    ...(flagAttr(child(element, "smooth"), "val") && kind?.element === "lineChart" ? { smooth: true } : {}),
    ...(labels ? { labels } : {}),
    ...(pointColors ? { pointColors } : {}),
  };
}

function formulaOf(holder: Element | undefined): string {
  return textOf(descendants(holder, "f")[0]);
}

function referenceOf(holder: Element | undefined): string {
  const formula = formulaOf(holder);
  return formula && `=${formula}`;
}

/** A plain colour, or the theme's; other fills have none to name. */
function solidColor(holder: Element | undefined, theme: readonly string[]): string | undefined {
  const solid = child(holder, "solidFill");
  const plain = attr(child(solid, "srgbClr"), "val");
  if (plain !== undefined) return `#${plain.toUpperCase()}`;
  const scheme = child(solid, "schemeClr");
  const index = PLAIN_THEME_COLORS.indexOf(attr(scheme, "val") ?? "");
  // An accent is the theme's choice, not the series'; shades of a theme colour have no plain name.
  return index < 0 || children(scheme).length > 0 ? undefined : `#${theme[index] ?? "000000"}`;
}

const PLAIN_THEME_COLORS = ["bg1", "tx1", "bg2", "tx2"];

function readPoints(series: Element, theme: readonly string[]): Record<number, string> | undefined {
  const colors: Record<number, string> = {};
  for (const point of children(series, "dPt")) {
    const color =
      solidColor(child(point, "spPr"), theme) ?? solidColor(child(point, "marker", "spPr"), theme);
    if (color !== undefined) colors[numberAttr(child(point, "idx"), "val") ?? 0] = color;
  }
  return Object.keys(colors).length > 0 ? colors : undefined;
}

function readLabels(labels: Element | undefined, theme: readonly string[]): SeriesState["labels"] {
  if (!labels || !flagAttr(child(labels, "showVal"), "val")) return undefined;
  const format = child(labels, "numFmt");
  const position = nameFor(LABEL_POSITIONS, attr(child(labels, "dLblPos"), "val"));
  const look = readLook(child(labels, "txPr"), theme);
  return {
    ...(format && !flagAttr(format, "sourceLinked")
      ? { numberFormat: attr(format, "formatCode") ?? "General" }
      : {}),
    ...(position === undefined ? {} : { position }),
    ...(look.color === undefined ? {} : { color: look.color }),
    ...(look.size === undefined ? {} : { size: look.size }),
  };
}

function readLook(
  text: Element | undefined,
  theme: readonly string[],
): { size?: number; bold?: boolean; color?: string } {
  const run = descendants(text, "rPr")[0] ?? descendants(text, "defRPr")[0];
  const size = numberAttr(run, "sz");
  const color = solidColor(run, theme);
  return {
    ...(size === undefined ? {} : { size: size / 100 }),
    ...(attr(run, "b") === undefined ? {} : { bold: flagAttr(run, "b") }),
    ...(color === undefined ? {} : { color }),
  };
}

function titleText(title: Element | undefined): string {
  const rich = child(title, "tx", "rich");
  if (rich)
    return children(rich, "p")
      .map((each) => descendants(each, "t").map(textOf).join(""))
      .join("\n");
  return descendants(child(title, "tx"), "v").map(textOf).join(" ");
}

function readTitle(title: Element | undefined, theme: readonly string[]): NonNullable<ChartState["title"]> {
  if (!title) return { visible: false };
  const text = titleText(title);
  return {
    visible: true,
    ...(text ? { text } : {}),
    ...readLook(child(title, "tx", "rich") ?? child(title, "txPr"), theme),
  };
}

function readAxis(axis: Element | undefined): AxisState {
  if (!axis) return {};
  const title = titleText(child(axis, "title"));
  const format = child(axis, "numFmt");
  const scaling = child(axis, "scaling");
  const min = numberAttr(child(scaling, "min"), "val");
  const max = numberAttr(child(scaling, "max"), "val");
  const majorUnit = numberAttr(child(axis, "majorUnit"), "val");
  const fontSize = readLook(child(axis, "txPr"), []).size;
  return {
    visible: !flagAttr(child(axis, "delete"), "val"),
    ...(title ? { title } : {}),
    ...(format && !flagAttr(format, "sourceLinked")
      ? { numberFormat: attr(format, "formatCode") ?? "General" }
      : {}),
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(majorUnit === undefined ? {} : { majorUnit }),
    ...(attr(child(scaling, "orientation"), "val") === "maxMin" ? { reverse: true } : {}),
    ...(fontSize === undefined ? {} : { fontSize }),
  };
}
