import type { AxisState, ChartState } from "../book/workbook";
import type { ChartKind } from "./chartKinds";
import {
  AXIS_LINE,
  HAIRLINE,
  MUTED,
  NO_LINE,
  TEXT_SIZE,
  outline,
  textProperties,
  titleMarkup,
} from "./chartMarkup";
import { attributes } from "./xml";

/** Numbers by which a chart and its axes know each other. */
export const AXIS_IDS = {
  Primary: { category: 500_000_001, value: 500_000_002 },
  Secondary: { category: 500_000_003, value: 500_000_004 },
} as const;
export type AxisGroup = keyof typeof AXIS_IDS;

const UPWARDS = -5_400_000;

/** Number formats of the cells behind an axis, which it follows until it is given its own. */
export interface AxisFormats {
  readonly category: string;
  readonly value: string;
}

/** The pair of axes of one group; circles have none. */
export function axesMarkup(
  chart: ChartState,
  kind: ChartKind,
  group: AxisGroup,
  formats: AxisFormats,
): string {
  if (kind.element === "pieChart" || kind.element === "doughnutChart") return "";
  const lying = kind.direction === "bar";
  const secondary = group === "Secondary";
  const ids = AXIS_IDS[group];
  const reversed = chart.categoryAxis.reverse === true;
  const category = secondary ? { ...chart.categoryAxis, visible: false } : chart.categoryAxis;
  // A scale of its own: limits, title and gridlines of the state are the primary axis'.
  const value: AxisState = secondary
    ? {
        visible: chart.valueAxis.visible ?? true,
        majorGridlines: false,
        ...(chart.valueAxis.fontSize === undefined ? {} : { fontSize: chart.valueAxis.fontSize }),
      }
    : chart.valueAxis;
  const numeric = kind.element === "scatterChart";
  const categoryPosition = lying ? "l" : "b";
  const valuePosition = lying ? (secondary ? "t" : "b") : secondary ? "r" : "l";
  return [
    axis(numeric ? "valAx" : "catAx", category, {
      id: ids.category,
      cross: ids.value,
      position: categoryPosition,
      isCategory: true,
      numeric,
      gridlines: false,
      crosses: "autoZero",
      format: formats.category,
    }),
    // With the order of categories reversed the value axis would jump to the other end.
    axis("valAx", value, {
      id: ids.value,
      cross: ids.category,
      position: valuePosition,
      isCategory: false,
      numeric: true,
      gridlines: value.majorGridlines ?? true,
      crosses: secondary !== reversed ? "max" : "autoZero",
      radar: kind.element === "radarChart",
      format: formats.value,
    }),
  ].join("");
}

interface Place {
  readonly id: number;
  readonly cross: number;
  readonly position: "b" | "l" | "r" | "t";
  readonly isCategory: boolean;
  readonly numeric: boolean;
  readonly gridlines: boolean;
  readonly crosses: "autoZero" | "max";
  readonly radar?: boolean;
  readonly format: string;
}

function axis(element: "catAx" | "valAx", state: AxisState, place: Place): string {
  const limit = (name: "min" | "max"): string =>
    state[name] === undefined ? "" : `<c:${name} val="${state[name]}"/>`;
  const scaling = `<c:scaling><c:orientation val="${state.reverse ? "maxMin" : "minMax"}"/>${place.numeric ? limit("max") + limit("min") : ""}</c:scaling>`;
  const gridlines = place.gridlines
    ? `<c:majorGridlines><c:spPr>${outline(HAIRLINE, 0.5)}</c:spPr></c:majorGridlines>`
    : "";
  const sideways = place.position === "l" || place.position === "r";
  const title = state.title
    ? titleMarkup(state.title, { size: TEXT_SIZE, color: MUTED }, sideways ? UPWARDS : undefined)
    : "";
  const format = `<c:numFmt${attributes({ formatCode: state.numberFormat ?? place.format, sourceLinked: state.numberFormat === undefined })}/>`;
  const line = place.isCategory ? outline(AXIS_LINE, 0.75) : place.radar ? outline(HAIRLINE, 0.5) : NO_LINE;
  const look = `<c:spPr>${line}</c:spPr>${textProperties({ size: state.fontSize ?? TEXT_SIZE })}`;
  const kindOnly =
    element === "catAx"
      ? '<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/>'
      : `<c:crossBetween val="${place.isCategory || isScatter(place) ? "midCat" : "between"}"/>${state.majorUnit === undefined ? "" : `<c:majorUnit val="${state.majorUnit}"/>`}`;
  // Words at the low end stay clear of bars that go below zero.
  const labels = place.isCategory ? "low" : "nextTo";
  return `<c:${element}><c:axId val="${place.id}"/>${scaling}<c:delete val="${state.visible === false ? 1 : 0}"/><c:axPos val="${place.position}"/>${gridlines}${title}${format}<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="${labels}"/>${look}<c:crossAx val="${place.cross}"/><c:crosses val="${place.crosses}"/>${kindOnly}</c:${element}>`;
}

function isScatter(place: Place): boolean {
  return place.isCategory && place.numeric;
}
