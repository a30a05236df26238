import Papa from "papaparse";
import { createWorkbook, emptySheet } from "./emptyWorkbook";
import type { Cell, HostSheet, HostWorkbook } from "./workbook";

/** The sample ledger's files, as text; `assets/sample` holds them. */
export interface SampleFiles {
  readonly pipeline: string;
  readonly teams: string;
  readonly products: string;
}

export const SAMPLE_FILES: Readonly<Record<keyof SampleFiles, string>> = {
  pipeline: "sales_pipeline.csv",
  teams: "sales_teams.csv",
  products: "products.csv",
};

const HEADER_STYLE = 1;
/** Points. */
const COLUMN_WIDTH = 96;

/**
 * The sample as somebody would have it: opportunities, teams and products on a sheet each, as they came out of the
 * CRM. Dates are text, open deals have no value, product names differ between sheets. Only money is a number.
 */
export function buildSample(files: SampleFiles, name = "sales-pipeline.xlsx"): HostWorkbook {
  const workbook = createWorkbook(name);
  workbook.styles.push({ bold: true });
  const sheets = [
    tableSheet("Sales pipeline", files.pipeline, ["close_value"]),
    tableSheet("Sales teams", files.teams, []),
    tableSheet("Products", files.products, ["sales_price"]),
  ];
  workbook.sheets.splice(0, workbook.sheets.length, ...sheets);
  const [first] = sheets;
  if (first) {
    workbook.activeSheet = first.id;
    workbook.selection = { sheet: first.id, range: "A1" };
  }
  return workbook;
}

function tableSheet(name: string, csv: string, numberColumns: readonly string[]): HostSheet {
  const { data } = Papa.parse<string[]>(csv.trim(), { skipEmptyLines: true });
  const [header = [], ...records] = data;
  const numeric = new Set(numberColumns.map((column) => header.indexOf(column)));
  const sheet = emptySheet(name);
  sheet.frozen = { rows: 1, columns: 0 };
  header.forEach((_, column) => sheet.columns.set(column, { size: COLUMN_WIDTH }));
  sheet.cells.set(0, new Map(header.map((text, column) => [column, { value: text, style: HEADER_STYLE }])));
  records.forEach((record, index) => {
    const cells = new Map<number, Cell>();
    record.forEach((text, column) => {
      if (text === "") return;
      cells.set(column, { value: numeric.has(column) ? Number(text) : text, style: 0 });
    });
    sheet.cells.set(index + 1, cells);
  });
  return sheet;
}
