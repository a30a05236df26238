import { ApiError, invalidArgument } from "../apiError";
import { emptySheet, newSheetId } from "./emptyWorkbook";
import { EVENT, WORKBOOK_TARGET } from "./events";
import { forgetSheet } from "./formulaText";
import { renameSheets } from "../../formula/references";
import type { Live } from "./live";
import { allowStructure } from "./protection";
import type { HostSheet } from "./workbook";

const MAX_NAME = 31;

/** @throws ApiError InvalidArgument for names Excel refuses, ItemAlreadyExists for one that is taken. */
function checkSheetName(live: Live, name: string, except?: HostSheet): void {
  const bad =
    name.trim() === "" ||
    name.length > MAX_NAME ||
    /[\\/?*[\]:]/.test(name) ||
    name.startsWith("'") ||
    name.endsWith("'");
  if (bad || name.toLowerCase() === "history")
    throw invalidArgument("name", "a sheet name of 1 to 31 characters without \\ / ? * [ ] :");
  const lower = name.toLowerCase();
  if (live.book.sheets.some((sheet) => sheet !== except && sheet.name.toLowerCase() === lower)) {
    throw new ApiError("ItemAlreadyExists", `There already is a sheet “${name}”.`);
  }
}

/** Adds an empty sheet at the end. Without a name it is called Sheet2, Sheet3 … */
export function addSheet(live: Live, name?: string): HostSheet {
  allowStructure(live);
  if (name !== undefined) checkSheetName(live, name);
  const sheet = emptySheet(name ?? freeName(live, "Sheet", live.book.sheets.length + 1));
  live.book.sheets.push(sheet);
  live.noteAdded(sheet);
  raise(live, EVENT.worksheetAdded, sheet);
  return sheet;
}

function freeName(live: Live, stem: string, from: number): string {
  for (let number = from; ; number++) {
    const name = `${stem}${number}`;
    if (!live.book.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase())) return name;
  }
}

/** Renames a sheet and everything that names it: formulas, names, charts, validations, conditional formats. */
export function renameSheet(live: Live, sheet: HostSheet, name: string): void {
  if (name === sheet.name) return;
  allowStructure(live);
  checkSheetName(live, name, sheet);
  const from = sheet.name;
  const names = new Map([[from, name]]);
  sheet.name = name;
  rewriteReferences(live, (text) => renameSheets(text, names));
  live.noteRenamed(sheet, from);
  const details = { worksheetId: sheet.id, nameBefore: from, nameAfter: name, source: "Local" };
  for (const target of [sheet.id, WORKBOOK_TARGET]) live.raise({ type: EVENT.nameChanged, target, details });
}

/** Deletes a sheet; what referred to it refers to `#REF!` from now on. */
export function deleteSheet(live: Live, sheet: HostSheet): void {
  live.alive(sheet);
  allowStructure(live);
  const { book } = live;
  const others = book.sheets.filter((each) => each !== sheet);
  const visible = others.filter((each) => each.visibility === "Visible");
  // Excel refuses both: a workbook shows at least one sheet, and a very hidden sheet is not deleted.
  if (visible.length === 0)
    throw new ApiError("InvalidOperation", "A workbook must contain at least one visible sheet.");
  if (sheet.visibility === "VeryHidden")
    throw new ApiError("InvalidOperation", "A very hidden sheet cannot be deleted.");
  const at = book.sheets.indexOf(sheet);
  book.sheets.splice(at, 1);
  if (sheet.source !== undefined) book.deletedSources.add(sheet.source);
  for (let i = book.names.length - 1; i >= 0; i--)
    if (book.names[i]?.scope === sheet.id) book.names.splice(i, 1);
  rewriteReferences(live, (text) => forgetSheet(text, sheet.name));
  if (book.activeSheet === sheet.id) activate(live, neighbour(others, at) ?? sheet);
  live.noteRebuilt();
  raise(live, EVENT.worksheetDeleted, sheet);
}

function neighbour(sheets: readonly HostSheet[], at: number): HostSheet | undefined {
  return sheets.slice(at).find(isVisible) ?? sheets.slice(0, at).findLast(isVisible);
}

const isVisible = (sheet: HostSheet): boolean => sheet.visibility === "Visible";

export function activate(live: Live, sheet: HostSheet): void {
  const before = live.sheetById(live.book.activeSheet);
  if (before === sheet) return;
  live.book.activeSheet = sheet.id;
  live.book.selection = { sheet: sheet.id, range: "A1" };
  live.noteArranged();
  if (before) raise(live, EVENT.worksheetDeactivated, before);
  raise(live, EVENT.worksheetActivated, sheet);
}

export function setVisibility(live: Live, sheet: HostSheet, visibility: HostSheet["visibility"]): void {
  allowStructure(live);
  const others = live.book.sheets.filter((each) => each !== sheet && isVisible(each));
  if (visibility !== "Visible" && others.length === 0) {
    throw new ApiError("InvalidOperation", "A workbook must contain at least one visible sheet.");
  }
  sheet.visibility = visibility;
  sheet.changed.parts.add("view");
  if (visibility !== "Visible" && live.book.activeSheet === sheet.id) {
    activate(live, neighbour(live.book.sheets, live.book.sheets.indexOf(sheet)) ?? sheet);
  }
  live.noteArranged();
}

/** @param position Counted from 0. */
export function moveSheet(live: Live, sheet: HostSheet, position: number): void {
  allowStructure(live);
  const { sheets } = live.book;
  if (!Number.isInteger(position) || position < 0 || position >= sheets.length)
    throw invalidArgument("position", "a place among the sheets");
  sheets.splice(sheets.indexOf(sheet), 1);
  sheets.splice(position, 0, sheet);
  live.noteArranged();
}

/** Copies a sheet with its cells, lines, formats, validations, conditional formats and charts; names stay with the original. */
export function copySheet(live: Live, sheet: HostSheet, position: number): HostSheet {
  allowStructure(live);
  const { id: _id, source: _source, changed: _changed, cells, ...rest } = sheet;
  const copy: HostSheet = {
    ...structuredClone(rest),
    id: newSheetId(),
    name: copyName(live, sheet.name),
    cells: new Map(
      [...cells].map(([row, line]) => [
        row,
        new Map([...line].map(([column, cell]) => [column, { ...cell }])),
      ]),
    ),
    changed: { cells: new Set(), parts: new Set() },
  };
  copy.tables = [];
  live.book.sheets.splice(position, 0, copy);
  live.noteRebuilt();
  raise(live, EVENT.worksheetAdded, copy);
  return copy;
}

function copyName(live: Live, name: string): string {
  for (let number = 2; ; number++) {
    const suffix = ` (${number})`;
    const candidate = name.slice(0, MAX_NAME - suffix.length) + suffix;
    if (!live.findSheet(candidate)) return candidate;
  }
}

function raise(live: Live, type: number, sheet: HostSheet): void {
  const details = { worksheetId: sheet.id, source: "Local" };
  for (const target of [sheet.id, WORKBOOK_TARGET]) live.raise({ type, target, details });
}

/** Rewrites every formula and reference of the workbook; `rewrite` gives back what it does not change. */
export function rewriteReferences(
  live: Live,
  rewrite: (text: string, home: HostSheet | undefined) => string,
): void {
  for (const name of live.book.names) {
    const scope = live.sheetById(name.scope ?? "");
    name.formula = rewrite(name.formula, scope);
  }
  for (const sheet of live.book.sheets) {
    const change = (text: string): string => rewrite(text, sheet);
    for (const [row, line] of sheet.cells) {
      for (const [column, cell] of line) {
        if (cell.formula === undefined) continue;
        const formula = change(cell.formula);
        if (formula === cell.formula) continue;
        cell.formula = formula;
        if (sheet.source !== undefined) sheet.changed.cells.add(`${row},${column}`);
      }
    }
    if (rewriteParts(sheet, change)) sheet.changed.parts.add("charts");
    rewriteRules(sheet, change);
  }
}

function rewriteParts(sheet: HostSheet, change: (text: string) => string): boolean {
  let changed = false;
  for (const chart of sheet.charts) {
    for (const series of chart.series) {
      const [values, categories] = [
        change(series.values),
        series.categories === undefined ? undefined : change(series.categories),
      ];
      changed ||= values !== series.values || categories !== series.categories;
      series.values = values;
      if (categories !== undefined) series.categories = categories;
    }
  }
  return changed;
}

function rewriteRules(sheet: HostSheet, change: (text: string) => string): void {
  for (const validation of sheet.validations) {
    const before = JSON.stringify(validation.rule);
    validation.rule = changeFormulas(validation.rule, change);
    if (JSON.stringify(validation.rule) !== before) sheet.changed.parts.add("validations");
  }
  for (const conditional of sheet.conditionals) {
    const before = JSON.stringify(conditional);
    if (conditional.kind === "custom") conditional.formula = change(conditional.formula);
    if (conditional.kind === "cellValue") {
      conditional.formula1 = change(conditional.formula1);
      if (conditional.formula2 !== undefined) conditional.formula2 = change(conditional.formula2);
    }
    if (JSON.stringify(conditional) !== before) sheet.changed.parts.add("conditionals");
  }
}

/** Formulas in a rule start with `=`; everything else in it stays. */
function changeFormulas(
  rule: Record<string, unknown>,
  change: (text: string) => string,
): Record<string, unknown> {
  const walk = (value: unknown): unknown => {
    if (typeof value === "string") return value.startsWith("=") ? change(value) : value;
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, walk(each)]));
  };
  return walk(rule) as Record<string, unknown>;
}
