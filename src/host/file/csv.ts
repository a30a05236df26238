import Papa from "papaparse";
import { createWorkbook, emptySheet } from "../book/emptyWorkbook";
import type { Cell, HostSheet, HostWorkbook } from "../book/workbook";

const HEADER_STYLE = 1;
/** Points. */
const COLUMN_WIDTH = 96;
/** Excel's longest tab name. */
const LONGEST_NAME = 31;
/** A number as it stands: no leading zero that belongs to a code, no more digits than a double keeps. */
const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/;

/**
 * A text file of comma-, semicolon- or tab-separated values as a workbook of one sheet, named as the file is.
 *
 * The bytes are read as UTF-8 or UTF-16 where they say so or fit, and otherwise as GB 18030, which Chinese Excel and the
 * systems around it write. A column all of whose values are numbers becomes numbers; dates and codes stay text.
 *
 * @param name File name shown to people.
 */
export function openCsv(bytes: Uint8Array, name: string): HostWorkbook {
  const sheet = csvSheet(tabName(name), decode(bytes));
  const workbook = createWorkbook(name.replace(/\.[^.]*$/, ".xlsx"));
  workbook.styles.push({ bold: true });
  workbook.sheets.splice(0, workbook.sheets.length, sheet);
  workbook.activeSheet = sheet.id;
  workbook.selection = { sheet: sheet.id, range: "A1" };
  return workbook;
}

/** Separated values as a sheet with its first row frozen, in the workbook's second style. Blank lines are left out. */
export function csvSheet(name: string, text: string): HostSheet {
  const [header = [], ...records] = Papa.parse<string[]>(text.trim(), { skipEmptyLines: true }).data;
  const isNumber = header.map((_, column) => records.every((record) => NUMBER.test(record[column] || "0")));
  const sheet = emptySheet(name);
  sheet.frozen = { rows: 1, columns: 0 };
  header.forEach((_, column) => sheet.columns.set(column, { size: COLUMN_WIDTH }));
  sheet.cells.set(0, new Map(header.map((value, column) => [column, { value, style: HEADER_STYLE }])));
  records.forEach((record, index) => {
    const cells = new Map<number, Cell>();
    record.forEach((value, column) => {
      if (value !== "") cells.set(column, { value: isNumber[column] ? Number(value) : value, style: 0 });
    });
    sheet.cells.set(index + 1, cells);
  });
  return sheet;
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

const tabName = (file: string): string =>
  file
    .replace(/\.[^.]*$/, "")
    .replaceAll(/[\\/?*[\]:]/g, " ")
    .trim()
    .slice(0, LONGEST_NAME) || "Sheet1";
