import { parseRange, rangeRef } from "../../formula/references";
import type { HostSheet, TableState } from "../book/workbook";
import type { Package } from "./package";
import { SHEET_ORDER } from "./sheetOrder";
import { NS, REL, TYPE } from "./vocabulary";
import {
  attr,
  attributes,
  child,
  children,
  elementsFrom,
  ensureChild,
  numberAttr,
  putChild,
  remove,
  rootOf,
  setAttr,
  withDeclaration,
  type Element,
} from "./xml";

const TABLE_ORDER = ["autoFilter", "sortState", "tableColumns", "tableStyleInfo", "extLst"];

interface FileTable {
  readonly part: string;
  readonly relation: string;
  readonly state: TableState;
}

function tablesOf(file: Package, sheetPart: string): FileTable[] {
  return file.related(sheetPart, REL.table).flatMap(({ id, target }) => {
    if (!file.has(target)) return [];
    const root = rootOf(file.document(target));
    const state: TableState = {
      id: attr(root, "id") ?? "",
      name: attr(root, "displayName") ?? attr(root, "name") ?? "",
      range: attr(root, "ref") ?? "",
      showHeaders: (numberAttr(root, "headerRowCount") ?? 1) > 0,
      showTotals: (numberAttr(root, "totalsRowCount") ?? 0) > 0,
      style: attr(child(root, "tableStyleInfo"), "name") ?? "",
    };
    return [{ part: target, relation: id, state }];
  });
}

export function readTables(file: Package, sheetPart: string): TableState[] {
  return tablesOf(file, sheetPart).map(({ state }) => state);
}

/** Adds, changes and drops tables so that the file has those of `sheet`; unchanged ones are not touched. */
export function writeTables(file: Package, sheetPart: string, worksheet: Element, sheet: HostSheet): void {
  const known = tablesOf(file, sheetPart);
  for (const each of known) {
    const wanted = sheet.tables.find(({ id }) => id === each.state.id);
    if (!wanted) dropTable(file, sheetPart, worksheet, each);
    else if (JSON.stringify(wanted) !== JSON.stringify(each.state))
      changeTable(file, each.part, wanted, sheet);
  }
  for (const table of sheet.tables)
    if (!known.some(({ state }) => state.id === table.id)) addTable(file, sheetPart, worksheet, table, sheet);
  const parts = child(worksheet, "tableParts");
  if (parts && children(parts).length === 0) remove(parts);
  else if (parts) setAttr(parts, "count", children(parts).length);
}

function dropTable(
  file: Package,
  sheetPart: string,
  worksheet: Element,
  { part, relation }: FileTable,
): void {
  for (const each of children(child(worksheet, "tableParts")))
    if (each.getAttributeNS(NS.relationships, "id") === relation) remove(each);
  file.unrelate(sheetPart, relation);
  file.delete(part);
}

function addTable(
  file: Package,
  sheetPart: string,
  worksheet: Element,
  table: TableState,
  sheet: HostSheet,
): void {
  const part = file.freePath("xl/tables/table", ".xml");
  const range = addressOf(table.range);
  const said = attributes({
    id: freeTableId(file),
    name: table.name,
    displayName: table.name,
    ref: range,
    headerRowCount: table.showHeaders ? undefined : 0,
    totalsRowCount: table.showTotals ? 1 : undefined,
    totalsRowShown: table.showTotals ? undefined : false,
  });
  file.add(
    part,
    withDeclaration(
      `<table xmlns="${NS.main}"${said}>${filterMarkup(table)}${columnsMarkup(table, sheet)}${styleMarkup(table)}</table>`,
    ),
    TYPE.table,
  );
  const id = file.relate(sheetPart, REL.table, part);
  const parts = ensureChild(worksheet, "tableParts", SHEET_ORDER);
  for (const made of elementsFrom(parts, `<tablePart r:id="${id}"/>`)) parts.appendChild(made);
}

function changeTable(file: Package, part: string, table: TableState, sheet: HostSheet): void {
  const root = rootOf(file.edit(part));
  const sameWidth = widthOf(attr(root, "ref") ?? "") === widthOf(table.range);
  for (const [name, value] of Object.entries({
    name: table.name,
    displayName: table.name,
    ref: addressOf(table.range),
    headerRowCount: table.showHeaders ? undefined : 0,
    totalsRowCount: table.showTotals ? 1 : undefined,
  }))
    setAttr(root, name, value);
  putChild(root, "autoFilter", filterMarkup(table), TABLE_ORDER);
  if (!sameWidth) putChild(root, "tableColumns", columnsMarkup(table, sheet), TABLE_ORDER);
  const style = child(root, "tableStyleInfo");
  if (style && table.style) setAttr(style, "name", table.style);
  else putChild(root, "tableStyleInfo", styleMarkup(table), TABLE_ORDER);
}

function addressOf(range: string): string {
  const { top, left, bottom, right } = parseRange(range);
  return rangeRef(top, left, bottom, right);
}

function widthOf(range: string): number {
  const { left, right } = parseRange(range);
  return right - left + 1;
}

function filterMarkup({ range, showHeaders, showTotals }: TableState): string {
  const { top, left, bottom, right } = parseRange(range);
  return showHeaders
    ? `<autoFilter ref="${rangeRef(top, left, showTotals ? bottom - 1 : bottom, right)}"/>`
    : "";
}

/** Column names must equal the header cells' texts and differ from each other, or Excel repairs the file. */
function columnsMarkup(table: TableState, sheet: HostSheet): string {
  const { top, left, right } = parseRange(table.range);
  const taken = new Set<string>();
  const names: string[] = [];
  for (let column = left; column <= right; column += 1) {
    const value = table.showHeaders ? sheet.cells.get(top)?.get(column)?.value : undefined;
    const wanted = typeof value === "string" && value !== "" ? value : `Column${column - left + 1}`;
    let name = wanted;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${wanted}${number}`;
    taken.add(name.toLowerCase());
    names.push(name);
  }
  // A line break in a header is written as the format's own escape.
  const columns = names
    .map((name, i) => `<tableColumn${attributes({ id: i + 1, name: name.replaceAll("\n", "_x000a_") })}/>`)
    .join("");
  return `<tableColumns count="${names.length}">${columns}</tableColumns>`;
}

function styleMarkup({ style }: TableState): string {
  return `<tableStyleInfo${attributes({ name: style || undefined, showFirstColumn: false, showLastColumn: false, showRowStripes: true, showColumnStripes: false })}/>`;
}

function freeTableId(file: Package): number {
  const ids = file
    .paths()
    .filter((path) => file.contentType(path) === TYPE.table)
    .map((path) => numberAttr(rootOf(file.document(path)), "id") ?? 0);
  return Math.max(0, ...ids) + 1;
}
