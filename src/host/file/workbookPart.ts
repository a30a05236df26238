import type { HostWorkbook } from "../workbook";
import { workbookPart, type SheetPart } from "./book";
import { namesMarkup, type FileName } from "./names";
import type { Package } from "./package";
import { REL } from "./vocabulary";
import { attr, child, children, elementsFrom, ensureChild, flagAttr, numberAttr, putChild, remove, rootOf, serializeXml, setAttr, attributes, type Element } from "./xml";

const WORKBOOK_ORDER = `fileVersion fileSharing workbookPr AlternateContent revisionPtr workbookProtection bookViews sheets functionGroups
  externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing
  fileRecoveryPr webPublishObjects extLst`.split(/\s+/);
const STATES = { Visible: undefined, Hidden: "hidden", VeryHidden: "veryHidden" } as const;

/**
 * Brings the list of tabs to the workbook's order, names and visibility. Tabs without cells (chart sheets) stay after
 * the tab they followed. Returns the final order: sheet ids, and names for the tabs that are no sheets here.
 */
export function writeTabs(file: Package, workbook: HostWorkbook, parts: ReadonlyMap<string, string>, before: ReadonlyMap<string, SheetPart>): string[] {
  const root = rootOf(file.document(workbookPart(file)));
  const list = child(root, "sheets");
  if (!list) throw new Error("The workbook has no list of sheets");
  const wanted = withForeignTabs(workbook, [...before.values()]);
  const shape = describe(workbook, wanted, [...before.values()]);
  if (shape.same) return wanted.map(keyOf);
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
  for (const { element, part, isWorksheet } of before.values()) if (isWorksheet && !kept.has(element)) dropSheet(file, part);
  for (const each of children(list)) remove(each);
  for (const each of elements) list.appendChild(each);
  return wanted.map(keyOf);
}

type Tab = string | SheetPart;

function keyOf(tab: Tab): string {
  return typeof tab === "string" ? tab : tab.name;
}

function withForeignTabs(workbook: HostWorkbook, before: readonly SheetPart[]): Tab[] {
  const order: Tab[] = workbook.sheets.map(({ id }) => id);
  before.forEach((tab, i) => {
    if (tab.isWorksheet) return;
    const previous = before.slice(0, i).reverse().find((each) => workbook.sheets.some(({ source }) => source === each.name));
    const id = workbook.sheets.find(({ source }) => source === previous?.name)?.id;
    order.splice(id === undefined ? 0 : order.indexOf(id) + 1, 0, tab);
  });
  return order;
}

function describe(workbook: HostWorkbook, wanted: readonly Tab[], before: readonly SheetPart[]): { same: boolean } {
  const now = wanted.map((tab) => {
    const sheet = typeof tab === "string" ? workbook.sheets.find(({ id }) => id === tab) : undefined;
    return sheet ? [sheet.source ?? null, sheet.name, sheet.visibility] : [keyOf(tab), keyOf(tab), typeof tab === "string" ? "" : tab.visibility];
  });
  return { same: JSON.stringify(now) === JSON.stringify(before.map(({ name, visibility }) => [name, name, visibility])) };
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
  /** Final tab order. */
  readonly tabs: readonly string[];
  readonly renames: ReadonlyMap<string, string>;
}

/** Names, the active tab, structure protection and the wish for a full calculation on opening. */
export function finishWorkbook(file: Package, workbook: HostWorkbook, { names, tabs, renames }: Finish): void {
  const part = workbookPart(file);
  const root = rootOf(file.document(part));
  const before = serializeXml(file.document(part));
  const list = child(root, "definedNames");
  const markup = namesMarkup(workbook, names, tabs, renames);
  if (namesKey(list) !== namesKey(elementsFrom(root, `<definedNames>${markup}</definedNames>`)[0])) putChild(root, "definedNames", markup ? `<definedNames>${markup}</definedNames>` : undefined, WORKBOOK_ORDER);
  const view = ensureChild(ensureChild(root, "bookViews", WORKBOOK_ORDER), "workbookView", ["workbookView"]);
  const active = Math.max(0, tabs.indexOf(workbook.activeSheet));
  if ((numberAttr(view, "activeTab") ?? 0) !== active) {
    setAttr(view, "activeTab", active);
    // Tabs scroll with the active one; a kept first tab could lie beyond the last.
    setAttr(view, "firstSheet", undefined);
  }
  const locked = flagAttr(child(root, "workbookProtection"), "lockStructure");
  if (locked !== workbook.protected) putChild(root, "workbookProtection", workbook.protected ? '<workbookProtection lockStructure="1"/>' : undefined, WORKBOOK_ORDER);
  if (serializeXml(file.document(part)) !== before) file.edit(part);
  if (!file.dirty) return;
  setAttr(ensureChild(rootOf(file.edit(part)), "calcPr", WORKBOOK_ORDER), "fullCalcOnLoad", true);
}

/** Two lists of names that mean the same have one key, however they are ordered or spelled. */
function namesKey(list: Element | undefined): string {
  const keys = children(list).map((each) => {
    const said = Array.from(each.attributes).filter(({ name }) => !name.startsWith("xmlns")).map(({ name, value }) => `${name}=${value === "true" ? "1" : value}`);
    return `${said.filter((pair) => pair !== "hidden=0" && pair !== "hidden=false").sort().join(" ")}>${each.textContent ?? ""}`;
  });
  return keys.sort().join("\n");
}

