import type { SeriesState } from "../book/workbook";
import { referenceMarkup, type Resolve } from "./chartData";
import { LABEL_POSITIONS, LINE_STYLES, MARKER_STYLES, labelPositions, type ChartKind } from "./chartKinds";
import { INK, NO_LINE, TEXT_SIZE, fill, outline, textProperties } from "./chartMarkup";
import { attributes, escapeText } from "./xml";

const LINE_WEIGHT = 2.25;
const MARKER_SIZE = 5;
/** A white seam parts the pieces of a circle. */
const SEAM = outline("#FFFFFF", 1);

/** A `<c:ser>`. @param index The series' place in the chart, which also picks its accent colour. */
export function seriesMarkup(series: SeriesState, index: number, kind: ChartKind, resolve: Resolve): string {
  const members: Readonly<Record<string, string>> = {
    tx: nameMarkup(series.name, resolve),
    spPr: shape(series, index, kind),
    invertIfNegative: kind.element === "barChart" ? '<c:invertIfNegative val="0"/>' : "",
    marker: markerMarkup(series, index, kind),
    dPt: pointsMarkup(series, kind, resolve),
    dLbls: labelsMarkup(series, kind, resolve),
    categories: categoriesMarkup(series, kind, resolve),
    values: valuesMarkup(series, kind, resolve),
    smooth:
      kind.element === "lineChart" || kind.element === "scatterChart"
        ? `<c:smooth val="${(series.smooth ?? kind.smooth) ? 1 : 0}"/>`
        : "",
  };
  return `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>${Object.values(members).join("")}</c:ser>`;
}

function nameMarkup(name: string | undefined, resolve: Resolve): string {
  if (name === undefined || name === "") return "";
  if (!name.startsWith("=")) return `<c:tx><c:v>${escapeText(name)}</c:v></c:tx>`;
  const value = resolve(name)?.values[0];
  const cache =
    typeof value === "string"
      ? `<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${escapeText(value)}</c:v></c:pt></c:strCache>`
      : "";
  return `<c:tx><c:strRef><c:f>${escapeText(name.slice(1))}</c:f>${cache}</c:strRef></c:tx>`;
}

function isLine({ element, radarStyle }: ChartKind): boolean {
  return (
    element === "lineChart" ||
    element === "scatterChart" ||
    (element === "radarChart" && radarStyle !== "filled")
  );
}

function shape(series: SeriesState, index: number, kind: ChartKind): string {
  const dash = LINE_STYLES[series.lineStyle ?? "Continuous"] ?? "solid";
  if (isLine(kind)) {
    const hidden = kind.noLine || series.lineStyle === "None";
    const line = hidden
      ? NO_LINE
      : outline(series.lineColor ?? series.color, series.lineWeight ?? LINE_WEIGHT, index, dash);
    return `<c:spPr>${line}</c:spPr>`;
  }
  if (kind.element === "pieChart" || kind.element === "doughnutChart")
    return series.color === undefined
      ? `<c:spPr>${SEAM}</c:spPr>`
      : `<c:spPr>${fill(series.color)}${SEAM}</c:spPr>`;
  const line =
    series.lineColor === undefined
      ? NO_LINE
      : outline(series.lineColor, series.lineWeight ?? 0.75, index, dash);
  return `<c:spPr>${fill(series.color, index)}${line}</c:spPr>`;
}

function markerMarkup(series: SeriesState, index: number, kind: ChartKind): string {
  if (!isLine(kind)) return "";
  const wanted = MARKER_STYLES[series.markerStyle ?? ""];
  const symbol = wanted ?? (kind.markers ? "circle" : "none");
  if (symbol === "none") return '<c:marker><c:symbol val="none"/></c:marker>';
  const color = series.color ?? series.lineColor;
  return `<c:marker><c:symbol val="${symbol}"/><c:size val="${series.markerSize ?? MARKER_SIZE}"/><c:spPr>${fill(color, index)}${outline("#FFFFFF", 0.75)}</c:spPr></c:marker>`;
}

/** Points with colours of their own; every piece of a circle is one. */
function pointsMarkup(series: SeriesState, kind: ChartKind, resolve: Resolve): string {
  const colors = series.pointColors ?? {};
  const circle = kind.element === "pieChart" || kind.element === "doughnutChart";
  const numbers =
    circle && series.color === undefined
      ? Array.from({ length: resolve(series.values)?.values.length ?? 0 }, (_, i) => i)
      : [];
  const indices = [...new Set([...numbers, ...Object.keys(colors).map(Number)])].sort((a, b) => a - b);
  return indices
    .map((i) => {
      const invert = kind.element === "barChart" ? '<c:invertIfNegative val="0"/>' : "";
      const look = isLine(kind)
        ? `<c:marker><c:symbol val="circle"/><c:size val="${series.markerSize ?? MARKER_SIZE}"/><c:spPr>${fill(colors[i], i)}</c:spPr></c:marker><c:bubble3D val="0"/>`
        : `${invert}<c:bubble3D val="0"/><c:spPr>${fill(colors[i], i)}${circle ? SEAM : NO_LINE}</c:spPr>`;
      return `<c:dPt><c:idx val="${i}"/>${look}</c:dPt>`;
    })
    .join("");
}

function labelsMarkup({ labels, values }: SeriesState, kind: ChartKind, resolve: Resolve): string {
  if (!labels) return "";
  const wanted = LABEL_POSITIONS[labels.position ?? ""];
  const position =
    wanted !== undefined && labelPositions(kind).includes(wanted) ? `<c:dLblPos val="${wanted}"/>` : "";
  const format = `<c:numFmt${attributes({ formatCode: labels.numberFormat ?? resolve(values)?.format ?? "General", sourceLinked: labels.numberFormat === undefined })}/>`;
  const look = `<c:spPr><a:noFill/>${NO_LINE}</c:spPr>${textProperties({ size: labels.size ?? TEXT_SIZE, color: labels.color ?? INK })}`;
  const shown = ["showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize"]
    .map((name) => `<c:${name} val="${name === "showVal" ? 1 : 0}"/>`)
    .join("");
  return `<c:dLbls>${format}${look}${position}${shown}</c:dLbls>`;
}

function categoriesMarkup({ categories }: SeriesState, kind: ChartKind, resolve: Resolve): string {
  if (categories === undefined || categories === "") return "";
  const name = kind.element === "scatterChart" ? "xVal" : "cat";
  return `<c:${name}>${referenceMarkup(categories, resolve, true)}</c:${name}>`;
}

function valuesMarkup({ values }: SeriesState, kind: ChartKind, resolve: Resolve): string {
  const name = kind.element === "scatterChart" ? "yVal" : "val";
  return `<c:${name}>${referenceMarkup(values, resolve, false)}</c:${name}>`;
}
