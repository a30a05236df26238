import type { ChartState } from "../book/workbook";
import { relationId } from "./book";
import { pointsAt, type Anchor, type Grid } from "./grid";
import type { Package } from "./package";
import { fromEmu } from "./units";
import { NS, REL } from "./vocabulary";
import { attr, child, children, descendants, numberAttr, rootOf, textOf, type Element } from "./xml";

/** A chart's place in the file: its anchor in the sheet's drawing and its part. */
export interface ChartFrame {
  readonly drawing: string;
  readonly anchor: Element;
  readonly relation: string;
  readonly part: string;
  readonly place: Pick<ChartState, "id" | "name" | "left" | "top" | "width" | "height" | "altText">;
}

export function drawingPart(file: Package, sheetPart: string, worksheet: Element): string | undefined {
  const element = child(worksheet, "drawing");
  const id = element && relationId(element);
  const target = file.related(sheetPart, REL.drawing).find((each) => each.id === id)?.target;
  return target !== undefined && file.has(target) ? target : undefined;
}

/** The charts of a sheet in drawing order. Newer kinds (waterfall, funnel …) are other objects and are passed over. */
export function chartFrames(file: Package, sheetPart: string, worksheet: Element, grid: Grid): ChartFrame[] {
  const drawing = drawingPart(file, sheetPart, worksheet);
  if (drawing === undefined) return [];
  const taken = new Set<string>();
  return children(rootOf(file.document(drawing))).flatMap((anchor) => {
    const frame = child(anchor, "graphicFrame");
    const chart = descendants(frame, "chart").find(
      (each) => each.namespaceURI === NS.chart || /\/chart$/.test(each.namespaceURI ?? ""),
    );
    const relation = chart ? relationId(chart) : "";
    const part = file.relations(drawing).find((each) => each.id === relation)?.target;
    if (!chart || part === undefined || !file.has(part)) return [];
    const described = child(frame, "nvGraphicFramePr", "cNvPr");
    const altText = attr(described, "descr");
    const place = {
      id: freeId(taken, numberAttr(described, "id") ?? 0),
      name: attr(described, "name") ?? "",
      ...rectangle(anchor, grid),
      ...(altText ? { altText } : {}),
    };
    return [{ drawing, anchor, relation, part, place }];
  });
}

/** Excel gives charts GUIDs; here the drawing's own number is one's first block, so that it is the same at each opening. */
function freeId(taken: Set<string>, number: number): string {
  let block = number;
  const format = (): string =>
    `{${block.toString(16).toUpperCase().padStart(8, "0")}-0000-4000-8000-000000000000}`;
  while (taken.has(format())) block += 0x1_0000;
  taken.add(format());
  return format();
}

function rectangle(anchor: Element, grid: Grid): Pick<ChartState, "left" | "top" | "width" | "height"> {
  const position = child(anchor, "pos");
  const from = position
    ? { left: fromEmu(numberAttr(position, "x") ?? 0), top: fromEmu(numberAttr(position, "y") ?? 0) }
    : pointsAt(grid, readAnchor(child(anchor, "from")));
  const extent = child(anchor, "ext");
  if (extent)
    return {
      ...from,
      width: fromEmu(numberAttr(extent, "cx") ?? 0),
      height: fromEmu(numberAttr(extent, "cy") ?? 0),
    };
  const to = pointsAt(grid, readAnchor(child(anchor, "to")));
  return { ...from, width: to.left - from.left, height: to.top - from.top };
}

function readAnchor(element: Element | undefined): Anchor {
  const number = (name: string): number => Number(textOf(child(element, name))) || 0;
  return {
    column: number("col"),
    columnOffset: number("colOff"),
    row: number("row"),
    rowOffset: number("rowOff"),
  };
}
