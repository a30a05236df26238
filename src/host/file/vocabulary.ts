/** Namespaces, relationship types and content types of the parts this folder writes. */
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export const NS = {
  main: "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  relationships: `${OFFICE}/relationships`,
  chart: "http://schemas.openxmlformats.org/drawingml/2006/chart",
  drawing: "http://schemas.openxmlformats.org/drawingml/2006/main",
  sheetDrawing: "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
  customXml: `${OFFICE}/customXml`,
  x14: "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main",
  coreProperties: `${PACKAGE}/metadata/core-properties`,
} as const;

export const REL = {
  workbook: `${OFFICE}/relationships/officeDocument`,
  worksheet: `${OFFICE}/relationships/worksheet`,
  styles: `${OFFICE}/relationships/styles`,
  theme: `${OFFICE}/relationships/theme`,
  sharedStrings: `${OFFICE}/relationships/sharedStrings`,
  calcChain: `${OFFICE}/relationships/calcChain`,
  table: `${OFFICE}/relationships/table`,
  drawing: `${OFFICE}/relationships/drawing`,
  chart: `${OFFICE}/relationships/chart`,
  customXml: `${OFFICE}/relationships/customXml`,
  customXmlProps: `${OFFICE}/relationships/customXmlProps`,
  coreProperties: `${PACKAGE}/relationships/metadata/core-properties`,
} as const;

export const TYPE = {
  workbook: `${SPREADSHEET}.sheet.main+xml`,
  worksheet: `${SPREADSHEET}.worksheet+xml`,
  styles: `${SPREADSHEET}.styles+xml`,
  sharedStrings: `${SPREADSHEET}.sharedStrings+xml`,
  table: `${SPREADSHEET}.table+xml`,
  theme: "application/vnd.openxmlformats-officedocument.theme+xml",
  drawing: "application/vnd.openxmlformats-officedocument.drawing+xml",
  chart: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
  customXmlProps: "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
  coreProperties: "application/vnd.openxmlformats-package.core-properties+xml",
  relationships: "application/vnd.openxmlformats-package.relationships+xml",
} as const;

/** Strict files say the same with other names: relationship types match by their last word. */
export function sameRelation(type: string, wanted: string): boolean {
  return type === wanted || type.slice(type.lastIndexOf("/")) === wanted.slice(wanted.lastIndexOf("/"));
}
