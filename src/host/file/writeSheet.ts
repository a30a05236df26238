import { cellRef, rangeRef } from "../../formula/references";
import type { HostSheet, HostWorkbook } from "../book/workbook";
import { splitSheet, type SplitSheet } from "./cellScan";
import { outlineDepth, writeColumns } from "./columns";
import { writeConditionals } from "./conditionals";
import { sheetRoot } from "./open";
import type { StyleNumbers } from "./openStyles";
import type { Package } from "./package";
import { writePage } from "./page";
import { patchCells } from "./patchCells";
import { writeProtection } from "./protection";
import { readSharedStrings, type SharedStringWriter } from "./sharedStrings";
import { renameFormulas } from "./renames";
import { writeRows } from "./rowMarkup";
import { SHEET_ORDER } from "./sheetOrder";
import { WORKSHEET } from "./skeleton";
import { writeTables } from "./tables";
import { writeCharts } from "./writeCharts";
import { writeValidations } from "./validations";
import { isTabSelected, readSelection, selectTab, writeFrozen, writeSelection, writeView } from "./view";
import { TYPE } from "./vocabulary";
import { attr, attributes, child, ensureChild, putChild, serializeXml, setAttr, type Element } from "./xml";
import { workbookPart } from "./book";

type SheetPartName = HostSheet["changed"]["parts"] extends Set<infer Name> ? Name : never;

export interface SheetTools {
  readonly strings: SharedStringWriter;
  readonly styles: StyleNumbers;
  /** Old tab name → new one. */
  readonly renames: ReadonlyMap<string, string>;
  /** Whether another tab than the file's is the active one now. */
  readonly activate: boolean;
  readonly theme: readonly string[];
}

/** Adds an empty worksheet part and returns its path. */
export function addSheetPart(file: Package): string {
  const path = file.freePath("xl/worksheets/sheet", ".xml");
  file.add(path, WORKSHEET, TYPE.worksheet);
  return path;
}

/** Writes sheets into their parts: new ones whole, opened ones where they changed. */
export class SheetWriter {
  readonly #file: Package;
  readonly #workbook: HostWorkbook;
  readonly #tools: SheetTools;
  #strings: readonly string[] | undefined;

  constructor(file: Package, workbook: HostWorkbook, tools: SheetTools) {
    this.#file = file;
    this.#workbook = workbook;
    this.#tools = tools;
  }

  write(sheet: HostSheet, part: string): void {
    const text = this.#file.text(part);
    const split = splitSheet(text);
    const data = this.#cells(split, sheet);
    const worksheet = sheetRoot(split);
    const document = worksheet.ownerDocument;
    if (!document) throw new Error("The worksheet has no document");
    const before = serializeXml(document);
    this.#parts(sheet, part, worksheet);
    const after = serializeXml(document);
    if (after === before && data === split.data) return;
    // Untouched surroundings keep their very text.
    const around = after === before ? { head: split.head, tail: split.tail } : splitSheet(after);
    const p = split.prefix;
    const cells = data === "" ? `<${p}sheetData/>` : `<${p}sheetData>${data}</${p}sheetData>`;
    this.#file.setText(part, `${around.head}${cells}${around.tail}`);
  }

  #cells(split: SplitSheet, sheet: HostSheet): string {
    const { strings, styles, renames } = this.#tools;
    const context = { prefix: split.prefix, sharedString: (text: string) => strings.index(text) };
    if (sheet.source === undefined) return writeRows(sheet, styles.xfOf, context);
    this.#strings ??= readSharedStrings(this.#file, workbookPart(this.#file));
    return patchCells(split, sheet, {
      ...context,
      strings: this.#strings,
      xfOf: styles.xfOf,
      styleOf: styles.styleOf,
      rewriteFormulas: renames.size > 0,
    });
  }

  #parts(sheet: HostSheet, part: string, worksheet: Element): void {
    const isNew = sheet.source === undefined;
    const due = (name: SheetPartName): boolean => isNew || sheet.changed.parts.has(name);
    const { styles, renames } = this.#tools;
    if (!isNew) renameFormulas(worksheet, ["formula", "formula1", "formula2"], renames);
    if (due("lines")) writeLines(worksheet, sheet);
    if (due("view")) writeView(worksheet, sheet);
    if (due("frozen")) writeFrozen(worksheet, sheet);
    if (due("merges")) writeMerges(worksheet, sheet);
    if (due("validations")) writeValidations(worksheet, sheet);
    if (due("conditionals")) writeConditionals(worksheet, sheet, styles.dxf);
    if (due("protection")) writeProtection(worksheet, sheet);
    if (due("page")) writePage(worksheet, sheet);
    if (due("filter"))
      putChild(
        worksheet,
        "autoFilter",
        sheet.autoFilter
          ? `<autoFilter${attributes({ ref: sheet.autoFilter.replaceAll("$", "") })}/>`
          : undefined,
        SHEET_ORDER,
      );
    if (due("tables")) writeTables(this.#file, part, worksheet, sheet);
    if (due("charts"))
      writeCharts({
        file: this.#file,
        workbook: this.#workbook,
        sheetPart: part,
        worksheet,
        sheet,
        theme: this.#tools.theme,
      });
    this.#selection(sheet, worksheet);
    if (isNew || sheet.changed.cells.size > 0) writeDimension(worksheet, sheet);
  }

  #selection(sheet: HostSheet, worksheet: Element): void {
    const { activeSheet, selection } = this.#workbook;
    const active = sheet.id === activeSheet;
    if (this.#tools.activate && isTabSelected(worksheet) !== active) selectTab(worksheet, active);
    if (
      active &&
      selection.sheet === sheet.id &&
      readSelection(worksheet) !== selection.range.replaceAll("$", "")
    )
      writeSelection(worksheet, selection.range);
  }
}

function writeLines(worksheet: Element, sheet: HostSheet): void {
  writeColumns(worksheet, sheet);
  const rows = outlineDepth(sheet.rows);
  const columns = outlineDepth(sheet.columns);
  const known = child(worksheet, "sheetFormatPr");
  if (!known && rows === 0 && columns === 0) return;
  const format = ensureChild(worksheet, "sheetFormatPr", SHEET_ORDER);
  if (attr(format, "defaultRowHeight") === undefined) setAttr(format, "defaultRowHeight", 15);
  setAttr(format, "outlineLevelRow", rows || undefined);
  setAttr(format, "outlineLevelCol", columns || undefined);
}

function writeMerges(worksheet: Element, { merges }: HostSheet): void {
  const cells = merges.map((ref) => `<mergeCell${attributes({ ref: ref.replaceAll("$", "") })}/>`).join("");
  putChild(
    worksheet,
    "mergeCells",
    cells ? `<mergeCells count="${merges.length}">${cells}</mergeCells>` : undefined,
    SHEET_ORDER,
  );
}

/** The used range, which readers use as a hint. */
function writeDimension(worksheet: Element, sheet: HostSheet): void {
  const rows = [...sheet.cells.keys()];
  if (rows.length === 0) return putChild(worksheet, "dimension", undefined, SHEET_ORDER);
  let [top, bottom, left, right] = [Number.POSITIVE_INFINITY, 0, Number.POSITIVE_INFINITY, 0];
  for (const [row, line] of sheet.cells) {
    for (const column of line.keys()) {
      left = Math.min(left, column);
      right = Math.max(right, column);
    }
    if (line.size > 0) {
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
    }
  }
  if (top > bottom) return putChild(worksheet, "dimension", undefined, SHEET_ORDER);
  const ref = top === bottom && left === right ? cellRef(top, left) : rangeRef(top, left, bottom, right);
  putChild(worksheet, "dimension", `<dimension${attributes({ ref })}/>`, SHEET_ORDER);
}
