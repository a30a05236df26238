import { cellRef, parseRange } from "../../formula/references";
import type { HostSheet } from "../book/workbook";
import { argb, readColor } from "./colors";
import { SHEET_ORDER, SHEET_PROPERTIES_ORDER, SHEET_VIEW_ORDER } from "./sheetOrder";
import {
  attr,
  attributes,
  child,
  children,
  ensureChild,
  flagAttr,
  numberAttr,
  putChild,
  remove,
  setAttr,
  type Element,
} from "./xml";

export function readView(
  worksheet: Element,
  theme: readonly string[],
): Pick<HostSheet, "showGridlines" | "frozen" | "tabColor"> {
  const view = child(worksheet, "sheetViews", "sheetView");
  const pane = child(view, "pane");
  const frozen = /^frozen/.test(attr(pane, "state") ?? "");
  const tabColor = readColor(child(worksheet, "sheetPr", "tabColor"), theme);
  return {
    showGridlines: flagAttr(view, "showGridLines", true),
    frozen: frozen
      ? { rows: numberAttr(pane, "ySplit") ?? 0, columns: numberAttr(pane, "xSplit") ?? 0 }
      : { rows: 0, columns: 0 },
    ...(tabColor === undefined ? {} : { tabColor }),
  };
}

function viewOf(worksheet: Element): Element {
  const views = ensureChild(worksheet, "sheetViews", SHEET_ORDER);
  const view = ensureChild(views, "sheetView", ["sheetView", "extLst"]);
  if (attr(view, "workbookViewId") === undefined) setAttr(view, "workbookViewId", 0);
  return view;
}

/** Gridlines and tab colour. */
export function writeView(worksheet: Element, sheet: HostSheet): void {
  setAttr(viewOf(worksheet), "showGridLines", sheet.showGridlines ? undefined : false);
  const color = sheet.tabColor ? `<tabColor rgb="${argb(sheet.tabColor)}"/>` : undefined;
  if (color === undefined && !child(worksheet, "sheetPr", "tabColor")) return;
  putChild(ensureChild(worksheet, "sheetPr", SHEET_ORDER), "tabColor", color, SHEET_PROPERTIES_ORDER);
}

export function writeFrozen(worksheet: Element, { frozen }: HostSheet): void {
  const view = viewOf(worksheet);
  const { rows, columns } = frozen;
  for (const each of children(view, "selection")) remove(each);
  if (rows === 0 && columns === 0) return putChild(view, "pane", undefined, SHEET_VIEW_ORDER);
  const active = rows > 0 && columns > 0 ? "bottomRight" : rows > 0 ? "bottomLeft" : "topRight";
  const pane = {
    xSplit: columns || undefined,
    ySplit: rows || undefined,
    topLeftCell: cellRef(rows, columns),
    activePane: active,
    state: "frozen",
  };
  putChild(view, "pane", `<pane${attributes(pane)}/>`, SHEET_VIEW_ORDER);
  const panes = [...(rows > 0 && columns > 0 ? ["topRight", "bottomLeft"] : []), active];
  putChild(view, "selection", panes.map((each) => `<selection pane="${each}"/>`).join(""), SHEET_VIEW_ORDER);
}

/** Which cells are selected: in the pane the reader works in. */
export function readSelection(worksheet: Element): string {
  const view = child(worksheet, "sheetViews", "sheetView");
  const pane = attr(child(view, "pane"), "activePane") ?? "topLeft";
  const selection = children(view, "selection").find((each) => (attr(each, "pane") ?? "topLeft") === pane);
  return attr(selection, "sqref")?.split(" ")[0] ?? "A1";
}

export function writeSelection(worksheet: Element, range: string): void {
  const view = viewOf(worksheet);
  const address = range.slice(range.lastIndexOf("!") + 1).replaceAll("$", "");
  const pane = attr(child(view, "pane"), "activePane");
  const first = firstCell(address);
  if (first === undefined) return;
  const wanted = { pane, activeCell: first, sqref: address };
  const found = children(view, "selection").find((each) => attr(each, "pane") === pane);
  if (!found) return putChild(view, "selection", `<selection${attributes(wanted)}/>`, SHEET_VIEW_ORDER);
  setAttr(found, "activeCell", first);
  setAttr(found, "activeCellId", undefined);
  setAttr(found, "sqref", address);
}

/** Whole rows and columns, which have no first cell to name here, leave the selection as it is. */
function firstCell(address: string): string | undefined {
  try {
    const { top, left } = parseRange(address);
    return cellRef(top, left);
  } catch {
    return undefined;
  }
}

export function isTabSelected(worksheet: Element): boolean {
  return flagAttr(child(worksheet, "sheetViews", "sheetView"), "tabSelected");
}

/** Sheets selected together are edited together: exactly one may be. */
export function selectTab(worksheet: Element, selected: boolean): void {
  setAttr(viewOf(worksheet), "tabSelected", selected || undefined);
}
