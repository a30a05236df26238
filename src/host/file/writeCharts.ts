import type { ChartState, HostSheet, HostWorkbook } from "../book/workbook";
import { resolver } from "./chartData";
import { chartFrames, drawingPart, type ChartFrame } from "./chartFrames";
import { chartXml } from "./chartXml";
import { anchorAt, gridOf, type Grid } from "./grid";
import type { Package } from "./package";
import { readCharts } from "./readCharts";
import { SHEET_ORDER } from "./sheetOrder";
import { NS, REL, TYPE } from "./vocabulary";
import {
  attributes,
  descendants,
  elementsFrom,
  numberAttr,
  putChild,
  remove,
  rootOf,
  withDeclaration,
  type Element,
} from "./xml";

export interface ChartTarget {
  readonly file: Package;
  readonly workbook: HostWorkbook;
  readonly sheetPart: string;
  readonly worksheet: Element;
  readonly sheet: HostSheet;
  readonly theme: readonly string[];
}

/**
 * Brings the sheet's charts to those of its state. A chart nobody changed keeps its part as Excel wrote it; a moved
 * one only its place; a changed one is drawn anew.
 */
export function writeCharts(target: ChartTarget): void {
  const { file, sheetPart, worksheet, sheet, theme } = target;
  const grid = gridOf(worksheet, sheet);
  const frames = chartFrames(file, sheetPart, worksheet, grid);
  const before = readCharts(file, sheetPart, worksheet, sheet, theme);
  frames.forEach((frame, i) => {
    const wanted = sheet.charts.find(({ id }) => id === frame.place.id);
    const known = before[i];
    if (!wanted) return dropChart(file, frame);
    if (place(wanted) !== place(known)) replaceAnchor(file, frame, wanted, grid);
    if (drawing(wanted) !== drawing(known))
      file.setText(frame.part, chartXml(wanted, resolver(target.workbook, sheet.name)));
  });
  for (const chart of sheet.charts)
    if (!frames.some((frame) => frame.place.id === chart.id)) addChart(target, grid, chart);
}

/** What of a chart stands in its anchor. */
function place(chart: ChartState | undefined): string {
  return JSON.stringify([chart?.name, chart?.left, chart?.top, chart?.width, chart?.height, chart?.altText]);
}

/** What of a chart stands in its own part. */
function drawing(chart: ChartState | undefined): string {
  return JSON.stringify([
    chart?.chartType,
    chart?.title,
    chart?.legend,
    chart?.series,
    chart?.categoryAxis,
    chart?.valueAxis,
  ]);
}

function dropChart(file: Package, { drawing: path, anchor, relation, part }: ChartFrame): void {
  file.edit(path);
  remove(anchor);
  file.unrelate(path, relation);
  for (const { target, external } of file.relations(part)) if (!external) file.delete(target);
  file.delete(part);
}

function addChart(
  { file, workbook, sheetPart, worksheet, sheet }: ChartTarget,
  grid: Grid,
  chart: ChartState,
): void {
  const path = drawingPart(file, sheetPart, worksheet) ?? addDrawing(file, sheetPart, worksheet);
  const part = file.freePath("xl/charts/chart", ".xml");
  file.add(part, chartXml(chart, resolver(workbook, sheet.name)), TYPE.chart);
  const relation = file.relate(path, REL.chart, part);
  const root = rootOf(file.edit(path));
  root.appendChild(importAnchor(root, anchorMarkup(chart, grid, relation, freeShapeId(root))));
}

function addDrawing(file: Package, sheetPart: string, worksheet: Element): string {
  const path = file.freePath("xl/drawings/drawing", ".xml");
  file.add(
    path,
    withDeclaration(`<xdr:wsDr xmlns:xdr="${NS.sheetDrawing}" xmlns:a="${NS.drawing}"/>`),
    TYPE.drawing,
  );
  const relation = file.relate(sheetPart, REL.drawing, path);
  putChild(worksheet, "drawing", `<drawing r:id="${relation}"/>`, SHEET_ORDER);
  return path;
}

function replaceAnchor(
  file: Package,
  { drawing: path, anchor, relation }: ChartFrame,
  chart: ChartState,
  grid: Grid,
): void {
  file.edit(path);
  const id = numberAttr(descendants(anchor, "cNvPr")[0], "id") ?? 2;
  const made = importAnchor(anchor, anchorMarkup(chart, grid, relation, id));
  anchor.parentNode?.replaceChild(made, anchor);
}

function importAnchor(owner: Element, markup: string): Element {
  const [made] = elementsFrom(owner, markup);
  if (!made) throw new Error("The chart has no anchor");
  return made;
}

function freeShapeId(drawing: Element): number {
  return Math.max(1, ...descendants(drawing, "cNvPr").map((each) => numberAttr(each, "id") ?? 0)) + 1;
}

/** Anchored at both ends, as Excel does: where a program shows columns wider, the chart still covers its cells. */
function anchorMarkup(chart: ChartState, grid: Grid, relation: string, id: number): string {
  const corner = (tag: string, { column, columnOffset, row, rowOffset }: ReturnType<typeof anchorAt>) =>
    `<xdr:${tag}><xdr:col>${column}</xdr:col><xdr:colOff>${columnOffset}</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${rowOffset}</xdr:rowOff></xdr:${tag}>`;
  const from = corner("from", anchorAt(grid, chart.left, chart.top));
  const to = corner("to", anchorAt(grid, chart.left + chart.width, chart.top + chart.height));
  const frame = `<xdr:nvGraphicFramePr><xdr:cNvPr${attributes({ id, name: chart.name || `Chart ${id - 1}`, descr: chart.altText || undefined })}/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>`;
  const graphic = `<a:graphic><a:graphicData uri="${NS.chart}"><c:chart xmlns:c="${NS.chart}" xmlns:r="${NS.relationships}" r:id="${relation}"/></a:graphicData></a:graphic>`;
  return `<xdr:twoCellAnchor xmlns:xdr="${NS.sheetDrawing}" xmlns:a="${NS.drawing}">${from}${to}<xdr:graphicFrame macro="">${frame}${graphic}</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`;
}
