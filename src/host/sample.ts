import { createWorkbook } from "./book/emptyWorkbook";
import { csvSheet } from "./file/csv";
import type { HostWorkbook } from "./book/workbook";

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

/**
 * The sample as somebody would have it: opportunities, teams and products on a sheet each, as they came out of the
 * CRM. Dates are text, open deals have no value, product names differ between sheets. Only money is a number.
 */
export function buildSample(files: SampleFiles, name = "sales-pipeline.xlsx"): HostWorkbook {
  const workbook = createWorkbook(name);
  workbook.styles.push({ bold: true });
  const sheets = [
    csvSheet("Sales pipeline", files.pipeline),
    csvSheet("Sales teams", files.teams),
    csvSheet("Products", files.products),
  ];
  workbook.sheets.splice(0, workbook.sheets.length, ...sheets);
  const [first] = sheets;
  if (first) {
    workbook.activeSheet = first.id;
    workbook.selection = { sheet: first.id, range: "A1" };
  }
  return workbook;
}
