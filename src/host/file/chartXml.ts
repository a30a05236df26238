import type { ChartState, SeriesState } from "../book/workbook";
import { AXIS_IDS, axesMarkup, type AxisFormats, type AxisGroup } from "./chartAxes";
import type { Resolve } from "./chartData";
import { chartKind, LEGEND_POSITIONS, type ChartKind } from "./chartKinds";
import { INK, NO_LINE, TITLE_SIZE, textProperties, titleMarkup } from "./chartMarkup";
import { seriesMarkup } from "./chartSeries";
import { NS } from "./vocabulary";
import { withDeclaration } from "./xml";

/** Series drawn the same way against the same axes. */
interface Layer {
  readonly kind: ChartKind;
  readonly group: AxisGroup;
  readonly series: { readonly state: SeriesState; readonly index: number }[];
}

const GAP_WIDTH = 60;
const HOLE_SIZE = 62;

/** A chart part for the state, its references carrying the values they have now. */
export function chartXml(chart: ChartState, resolve: Resolve): string {
  const layers = layersOf(chart);
  const plots = layers.map((layer) => plotMarkup(layer, resolve)).join("");
  const axes = axisOwners(layers)
    .map((layer) => axesMarkup(chart, layer.kind, layer.group, formatsOf(layer, resolve)))
    .join("");
  const title = chart.title?.visible === false ? undefined : chart.title?.text;
  const { size = TITLE_SIZE, bold = true, color = INK } = chart.title ?? {};
  return withDeclaration(
    [
      `<c:chartSpace xmlns:c="${NS.chart}" xmlns:a="${NS.drawing}" xmlns:r="${NS.relationships}"><c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart>`,
      title ? titleMarkup(title, { size, bold, color }) : "",
      `<c:autoTitleDeleted val="${title ? 0 : 1}"/><c:plotArea><c:layout/>${plots}${axes}<c:spPr><a:noFill/>${NO_LINE}</c:spPr></c:plotArea>`,
      legendMarkup(chart),
      '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>',
      `<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>${NO_LINE}</c:spPr>${textProperties({})}</c:chartSpace>`,
    ].join(""),
  );
}

function layersOf(chart: ChartState): Layer[] {
  const layers = new Map<string, Layer>();
  chart.series.forEach((state, index) => {
    const type = state.chartType ?? chart.chartType;
    const group = state.axisGroup ?? "Primary";
    const key = `${type} ${group}`;
    const layer = layers.get(key) ?? { kind: chartKind(type), group, series: [] };
    layers.set(key, layer);
    layer.series.push({ state, index });
  });
  // Areas and bars lie behind lines, whatever the order of the series.
  const depth = ["areaChart", "barChart"];
  const rank = ({ kind }: Layer): number =>
    depth.includes(kind.element) ? depth.indexOf(kind.element) : depth.length;
  return [...layers.values()].sort((a, b) => rank(a) - rank(b));
}

/** One layer per group speaks for the axes: bars, if any, know which way they lie. */
function axisOwners(layers: readonly Layer[]): Layer[] {
  return (["Primary", "Secondary"] as const).flatMap((group) => {
    const own = layers.filter((each) => each.group === group);
    const owner = own.find(({ kind }) => kind.element === "barChart") ?? own[0];
    return owner ? [owner] : [];
  });
}

function formatsOf({ kind, series }: Layer, resolve: Resolve): AxisFormats {
  const [first] = series;
  const formatAt = (reference: string | undefined): string =>
    reference ? (resolve(reference)?.format ?? "General") : "General";
  const value = kind.grouping === "percentStacked" ? "0%" : formatAt(first?.state.values);
  return { category: formatAt(first?.state.categories), value };
}

function plotMarkup({ kind, group, series }: Layer, resolve: Resolve): string {
  const drawn = series.map(({ state, index }) => seriesMarkup(state, index, kind, resolve)).join("");
  const ids = AXIS_IDS[group];
  const axes = `<c:axId val="${ids.category}"/><c:axId val="${ids.value}"/>`;
  const circle = kind.element === "pieChart" || kind.element === "doughnutChart";
  const varied = `<c:varyColors val="${circle ? 1 : 0}"/>`;
  const grouping = `<c:grouping val="${kind.grouping ?? "standard"}"/>`;
  const stacked = kind.grouping === "stacked" || kind.grouping === "percentStacked";
  const first = series[0]?.state;
  const bodies: Readonly<Record<ChartKind["element"], string>> = {
    barChart: `<c:barDir val="${kind.direction ?? "col"}"/>${grouping}${varied}${drawn}<c:gapWidth val="${first?.gapWidth ?? GAP_WIDTH}"/><c:overlap val="${first?.overlap ?? (stacked ? 100 : 0)}"/>${axes}`,
    lineChart: `${grouping}${varied}${drawn}<c:marker val="1"/>${axes}`,
    areaChart: `${grouping}${varied}${drawn}${axes}`,
    pieChart: `${varied}${drawn}<c:firstSliceAng val="0"/>`,
    doughnutChart: `${varied}${drawn}<c:firstSliceAng val="0"/><c:holeSize val="${HOLE_SIZE}"/>`,
    radarChart: `<c:radarStyle val="${kind.radarStyle ?? "marker"}"/>${varied}${drawn}${axes}`,
    scatterChart: `<c:scatterStyle val="${kind.smooth ? "smoothMarker" : "lineMarker"}"/>${varied}${drawn}${axes}`,
  };
  return `<c:${kind.element}>${bodies[kind.element]}</c:${kind.element}>`;
}

/** Shown unless switched off; with nothing said, only where there is something to tell apart. */
function legendMarkup({ legend, series, chartType }: ChartState): string {
  const circle = ["pieChart", "doughnutChart"].includes(chartKind(chartType).element);
  const visible = legend?.visible ?? (legend?.position !== undefined || series.length > 1 || circle);
  if (!visible) return "";
  return `<c:legend><c:legendPos val="${LEGEND_POSITIONS[legend?.position ?? "Bottom"] ?? "b"}"/><c:overlay val="0"/>${textProperties({})}</c:legend>`;
}
