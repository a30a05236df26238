import type { Package } from "./package";
import { themeColors } from "./colors";
import { readStyleSheet, type StyleSheet } from "./readStyles";
import { REL } from "./vocabulary";
import { attr, child, children, numberAttr, rootOf, type Element } from "./xml";

export interface SheetPart {
  /** The tab's name in the file. */
  readonly name: string;
  readonly part: string;
  readonly visibility: "Visible" | "Hidden" | "VeryHidden";
  /** Chart and dialog sheets are tabs without cells. */
  readonly isWorksheet: boolean;
  readonly element: Element;
}

const VISIBILITY = { visible: "Visible", hidden: "Hidden", veryHidden: "VeryHidden" } as const;

/** Path of the main part. @throws Error when the package holds no workbook */
export function workbookPart(file: Package): string {
  const part = file.related("", REL.workbook)[0]?.target;
  if (part === undefined || !file.has(part)) throw new Error("The file holds no workbook");
  return part;
}

/** The tabs in their order, chart sheets included. */
export function sheetParts(file: Package): SheetPart[] {
  const book = workbookPart(file);
  const relations = new Map(file.relations(book).map((each) => [each.id, each]));
  return children(child(rootOf(file.document(book)), "sheets"), "sheet").map((element) => {
    const relation = relations.get(relationId(element));
    const state = (attr(element, "state") ?? "visible") as keyof typeof VISIBILITY;
    return {
      name: attr(element, "name") ?? "",
      part: relation?.target ?? "",
      visibility: VISIBILITY[state] ?? "Visible",
      isWorksheet: relation !== undefined && /\/worksheet$/.test(relation.type) && file.has(relation.target),
      element,
    };
  });
}

/**
 * Name of the worksheet that is shown on opening. Where the file shows a chart sheet, or a tab it does not have,
 * that is the first visible worksheet.
 */
export function activeTab(file: Package): string | undefined {
  const tabs = sheetParts(file);
  const view = child(rootOf(file.document(workbookPart(file))), "bookViews", "workbookView");
  const active = tabs[numberAttr(view, "activeTab") ?? 0];
  const worksheets = tabs.filter(({ isWorksheet }) => isWorksheet);
  const shown = active?.isWorksheet
    ? active
    : (worksheets.find(({ visibility }) => visibility === "Visible") ?? worksheets[0]);
  return shown?.name;
}

/** `r:id`, whatever the prefix and whichever of the two relationship namespaces. */
export function relationId(element: Element): string {
  const found = Array.from(element.attributes).find(
    (each) =>
      each.localName === "id" && each.namespaceURI !== null && /relationships$/.test(each.namespaceURI),
  );
  return found?.value ?? "";
}

export function readTheme(file: Package): string[] {
  const part = file.related(workbookPart(file), REL.theme)[0]?.target;
  return themeColors(part !== undefined && file.has(part) ? rootOf(file.document(part)) : undefined);
}

export function stylesPart(file: Package): string | undefined {
  const part = file.related(workbookPart(file), REL.styles)[0]?.target;
  return part !== undefined && file.has(part) ? part : undefined;
}

export function readStyles(file: Package, theme: readonly string[]): StyleSheet {
  const part = stylesPart(file);
  return part === undefined ? { xfs: [{}], dxfs: [] } : readStyleSheet(rootOf(file.document(part)), theme);
}
