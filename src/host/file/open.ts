import { AttainError } from "../../errors";
import type { Phrase } from "../../words";
import { emptySheet, internStyle } from "../book/emptyWorkbook";
import type { HostSheet, HostWorkbook } from "../book/workbook";
import { activeTab, readStyles, readTheme, sheetParts, workbookPart, type SheetPart } from "./book";
import { splitSheet } from "./cellScan";
import { readCharts } from "./readCharts";
import { openCsv } from "./csv";
import { readColumns } from "./columns";
import { readConditionals } from "./conditionals";
import { readCustomXml, readSettings } from "./customXml";
import { fileNames, readNames, readPrintNames, type FileName } from "./names";
import { Package } from "./package";
import { readPage } from "./page";
import { readProperties } from "./properties";
import { readProtection } from "./protection";
import { readCells } from "./readCells";
import type { StyleSheet } from "./readStyles";
import { readSharedStrings } from "./sharedStrings";
import { readTables } from "./tables";
import { readValidations } from "./validations";
import { readSelection, readView } from "./view";
import { attr, child, children, flagAttr, parseXml, rootOf, type Element } from "./xml";

/**
 * Opens a file of any kind the host reads: .xlsx and .xlsm, and separated values (.csv, .tsv, .txt) as Excel opens them.
 *
 * @throws AttainError `file-unreadable`
 */
export async function openFile(bytes: Uint8Array, name: string): Promise<HostWorkbook> {
  return /\.(?:csv|tsv|txt)$/i.test(name) ? openCsv(bytes, name) : openXlsx(bytes, name);
}

/**
 * Opens an .xlsx (or .xlsm) file. The bytes stay with the workbook: saving changes them.
 *
 * @param name File name shown to people and in errors.
 * @throws AttainError `file-unreadable` when the bytes are no workbook, are damaged or encrypted
 */
export async function openXlsx(bytes: Uint8Array, name: string): Promise<HostWorkbook> {
  try {
    return readWorkbook(bytes, name);
  } catch (cause) {
    if (isEncrypted(bytes)) throw new AttainError("file-encrypted", { name }, undefined, { cause });
    throw new AttainError("file-unreadable", { name, detail: detailOf(bytes, cause) }, undefined, { cause });
  }
}

const WHY = {
  old: {
    "zh-CN": "它是旧的 .xls 文件。",
    "en-US": "it is an old .xls file.",
  },
  noZip: {
    "zh-CN": "它不是 Excel 工作簿，或没有下载完整。",
    "en-US": "it is no Excel workbook, or was not downloaded whole.",
  },
} as const satisfies Record<string, Phrase>;

/** The container of old .xls files and of encrypted workbooks. */
const isCompound = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf;

/** In the container's list of streams, whose names are two bytes a letter. */
const ENCRYPTED_STREAM = [..."EncryptedPackage"].join("\0");

const isEncrypted = (bytes: Uint8Array): boolean =>
  isCompound(bytes) && new TextDecoder("latin1").decode(bytes).includes(ENCRYPTED_STREAM);

function detailOf(bytes: Uint8Array, cause: unknown): Phrase {
  if (isCompound(bytes)) return WHY.old;
  const message = cause instanceof Error ? cause.message : String(cause);
  if (message === "invalid zip data") return WHY.noZip;
  return { "zh-CN": `它已损坏（${message}）。`, "en-US": `it is damaged (${message}).` };
}

/** What reading a sheet needs of the workbook around it. */
interface Surroundings {
  readonly file: Package;
  readonly workbook: HostWorkbook;
  readonly strings: readonly string[];
  readonly theme: readonly string[];
  readonly styles: StyleSheet;
  readonly styleOf: (xf: number) => number;
  readonly names: readonly FileName[];
}

function readWorkbook(bytes: Uint8Array, name: string): HostWorkbook {
  const file = Package.open(bytes);
  const book = rootOf(file.document(workbookPart(file)));
  const theme = readTheme(file);
  const styles = readStyles(file, theme);
  const tabs = sheetParts(file);
  const workbook: HostWorkbook = {
    name,
    sheets: [],
    activeSheet: "",
    selection: { sheet: "", range: "A1" },
    names: [],
    styles: [{}],
    settings: readSettings(file),
    customXml: readCustomXml(file),
    properties: readProperties(file),
    protected: flagAttr(child(book, "workbookProtection"), "lockStructure"),
    file: bytes,
    deletedSources: new Set(),
  };
  const numbers = styles.xfs.map((style) => internStyle(workbook, style));
  const surroundings: Surroundings = {
    file,
    workbook,
    strings: readSharedStrings(file, workbookPart(file)),
    theme,
    styles,
    styleOf: (xf) => numbers[xf] ?? 0,
    names: fileNames(file),
  };
  const selections = new Map<string, string>();
  for (const tab of tabs.filter(({ isWorksheet }) => isWorksheet)) {
    const { sheet, selection } = readSheet(tab, surroundings);
    workbook.sheets.push(sheet);
    selections.set(sheet.name, selection);
  }
  const active = activeTab(file);
  const shown = workbook.sheets.find((sheet) => sheet.name === active);
  if (!shown) throw new Error("the workbook has no worksheet");
  workbook.activeSheet = shown.id;
  workbook.selection = { sheet: shown.id, range: selections.get(shown.name) ?? "A1" };
  workbook.names.push(
    ...readNames(surroundings.names, (tab) => workbook.sheets.find((sheet) => sheet.name === tab)?.id),
  );
  return workbook;
}

function readSheet(tab: SheetPart, around: Surroundings): { sheet: HostSheet; selection: string } {
  const split = splitSheet(around.file.text(tab.part));
  const worksheet = sheetRoot(split);
  const { cells, rows } = readCells(split, around.strings, around.styleOf);
  const protection = readProtection(worksheet);
  const autoFilter = attr(child(worksheet, "autoFilter"), "ref");
  const sheet: HostSheet = {
    ...emptySheet(tab.name, tab.name),
    visibility: tab.visibility,
    ...readView(worksheet, around.theme),
    cells,
    rows,
    columns: readColumns(worksheet),
    merges: children(child(worksheet, "mergeCells"), "mergeCell").map((each) => attr(each, "ref") ?? ""),
    validations: readValidations(worksheet),
    conditionals: readConditionals(worksheet, around.styles, around.theme),
    charts: [],
    tables: readTables(around.file, tab.part),
    ...(protection ? { protection } : {}),
    page: { ...readPage(worksheet), ...readPrintNames(around.names, tab.name) },
    ...(autoFilter === undefined ? {} : { autoFilter }),
  };
  sheet.charts = readCharts(around.file, tab.part, worksheet, sheet, around.theme);
  return { sheet, selection: readSelection(worksheet) };
}

/** The worksheet without its cells as an element. */
export function sheetRoot({
  head,
  tail,
  prefix,
}: {
  readonly head: string;
  readonly tail: string;
  readonly prefix: string;
}): Element {
  return rootOf(parseXml(tail === "" ? head : `${head}<${prefix}sheetData/>${tail}`));
}
