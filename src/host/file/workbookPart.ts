import type { HostWorkbook } from "../book/workbook";
import { workbookPart, type SheetPart } from "./book";
import { namesMarkup, type FileName } from "./names";
import type { Package } from "./package";
import { REL } from "./vocabulary";
import {
  attr,
  child,
  children,
  elementsFrom,
  ensureChild,
  flagAttr,
  numberAttr,
  putChild,
  remove,
  rootOf,
  serializeXml,
  setAttr,
  attributes,
  type Element,
} from "./xml";

const WORKBOOK_ORDER =
  `fileVersion fileSharing workbookPr AlternateContent revisionPtr workbookProtection bookViews sheets functionGroups
  externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing
  fileRecoveryPr webPublishObjects extLst`.split(/\s+/);
const STATES = { Visible: undefined, Hidden: "hidden", VeryHidden: "veryHidden" } as const;

/** The final list of tabs: sheet ids, and names for the tabs that are no sheets here. */
export interface Tabs {
  readonly order: readonly string[];
  readonly changed: boolean;
}

/**
 * Brings the list of tabs to the workbook's order, names and visibility. Tabs without cells (chart sheets) stay after
 * the tab they followed.
 */
export function writeTabs(
  file: Package,
  workbook: HostWorkbook,
  parts: ReadonlyMap<string, string>,
  before: ReadonlyMap<string, SheetPart>,
): Tabs {
  const root = rootOf(file.document(workbookPart(file)));
  const list = child(root, "sheets");
  if (!list) throw new Error("The workbook has no list of sheets");
  const wanted = withForeignTabs(workbook, [...before.values()]);
  const order = wanted.map(keyOf);
  if (isSame(workbook, wanted, [...before.values()])) return { order, changed: false };
  file.edit(workbookPart(file));
  let nextId = Math.max(0, ...children(list).map((each) => numberAttr(each, "sheetId") ?? 0));
  const elements = wanted.map((tab) => {
    if (typeof tab !== "string") return tab.element;
    const sheet = workbook.sheets.find(({ id }) => id === tab);
    const known = before.get(sheet?.source ?? "")?.element;
    const element = known ?? newTab(file, list, parts.get(tab) ?? "", ++nextId);
    setAttr(element, "name", sheet?.name ?? "");
    const state = STATES[sheet?.visibility ?? "Visible"];
    if (state !== undefined || attr(element, "state") !== undefined) setAttr(element, "state", state);
    return element;
  });
  const kept = new Set(elements);
  for (const { element, part, isWorksheet } of before.values())
    if (isWorksheet && !kept.has(element)) dropSheet(file, part);
  for (const each of children(list)) remove(each);
  for (const each of elements) list.appendChild(each);
  return { order, changed: true };
}

type Tab = string | SheetPart;

function keyOf(tab: Tab): string {
  return typeof tab === "string" ? tab : tab.name;
}

function withForeignTabs(workbook: HostWorkbook, before: readonly SheetPart[]): Tab[] {
  const order: Tab[] = workbook.sheets.map(({ id }) => id);
  let place = 0;
  for (const tab of before) {
    const id = workbook.sheets.find(({ source }) => source === tab.name)?.id;
    if (!tab.isWorksheet) order.splice(place++, 0, tab);
    else if (id !== undefined) place = order.indexOf(id) + 1;
  }
  return order;
}

function isSame(workbook: HostWorkbook, wanted: readonly Tab[], before: readonly SheetPart[]): boolean {
  const now = wanted.map((tab) => {
    const sheet = typeof tab === "string" ? workbook.sheets.find(({ id }) => id === tab) : undefined;
    return sheet
      ? [sheet.source ?? null, sheet.name, sheet.visibility]
      : [keyOf(tab), keyOf(tab), typeof tab === "string" ? "" : tab.visibility];
  });
  return (
    JSON.stringify(now) === JSON.stringify(before.map(({ name, visibility }) => [name, name, visibility]))
  );
}

function newTab(file: Package, list: Element, part: string, sheetId: number): Element {
  const relation = file.relate(workbookPart(file), REL.worksheet, part);
  const [made] = elementsFrom(list, `<sheet${attributes({ name: "", sheetId })} r:id="${relation}"/>`);
  if (!made) throw new Error("The tab could not be added");
  return made;
}

/** Removes a sheet's part with everything only it used. */
function dropSheet(file: Package, part: string): void {
  const book = workbookPart(file);
  const before = file.reachable();
  for (const { id, target } of file.relations(book)) if (target === part) file.unrelate(book, id);
  const after = file.reachable();
  for (const path of before) if (!after.has(path)) file.delete(path);
}

export interface Finish {
  readonly names: readonly FileName[];
  readonly tabs: Tabs;
  readonly renames: ReadonlyMap<string, string>;
  /** Whether another tab than the file's is the active one now. */
  readonly activate: boolean;
}

/** Names, the active tab, structure protection and the wish for a full calculation on opening. */
export function finishWorkbook(
  file: Package,
  workbook: HostWorkbook,
  { names, tabs, renames, activate }: Finish,
): void {
  const part = workbookPart(file);
  const root = rootOf(file.document(part));
  const before = serializeXml(file.document(part));
  const list = child(root, "definedNames");
  const markup = namesMarkup(workbook, names, tabs.order, renames);
  if (namesKey(list) !== namesKey(elementsFrom(root, `<definedNames>${markup}</definedNames>`)[0]))
    putChild(
      root,
      "definedNames",
      markup ? `<definedNames>${markup}</definedNames>` : undefined,
      WORKBOOK_ORDER,
    );
  // Tabs added or deleted before the active one move it even when it stays the same.
  if (activate || tabs.changed) showTab(root, Math.max(0, tabs.order.indexOf(workbook.activeSheet)));
  const locked = flagAttr(child(root, "workbookProtection"), "lockStructure");
  if (locked !== workbook.protected)
    putChild(
      root,
      "workbookProtection",
      workbook.protected ? '<workbookProtection lockStructure="1"/>' : undefined,
      WORKBOOK_ORDER,
    );
  if (serializeXml(file.document(part)) !== before) file.edit(part);
  if (!file.dirty) return;
  setAttr(ensureChild(rootOf(file.edit(part)), "calcPr", WORKBOOK_ORDER), "fullCalcOnLoad", true);
}

function showTab(root: Element, active: number): void {
  const view = ensureChild(ensureChild(root, "bookViews", WORKBOOK_ORDER), "workbookView", ["workbookView"]);
  setAttr(view, "activeTab", active || undefined);
  // The tabs scroll to the active one; a first tab kept from before could lie beyond the last.
  setAttr(view, "firstSheet", undefined);
}

/** Two lists of names that mean the same have one key, however they are ordered or spelled. */
function namesKey(list: Element | undefined): string {
  const keys = children(list).map((each) => {
    const said = Array.from(each.attributes)
      .filter(({ name }) => !name.startsWith("xmlns"))
      .map(({ name, value }) => `${name}=${value === "true" ? "1" : value}`);
    return `${said
      .filter((pair) => pair !== "hidden=0" && pair !== "hidden=false")
      .sort()
      .join(" ")}>${each.textContent ?? ""}`;
  });
  return keys.sort().join("\n");
}
