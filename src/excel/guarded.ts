/**
 * The only place for members above the ExcelApi version that the manifest asks for. Each is used when the person's
 * Excel has it; without it the workbook is as right, only less comfortable.
 */
function has(version: string): boolean {
  // Excel's client alone, without Office's, has no `Office.context`.
  const requirements = typeof Office === "undefined" ? undefined : Office.context?.requirements;
  return requirements?.isSetSupported("ExcelApi", version) ?? false;
}

/** Groups rows or columns one level deeper, where Excel can. `range` is whole rows (`5:9`) or columns (`C:N`). */
export function groupLines(range: Excel.Range, lines: "ByRows" | "ByColumns", levels: number): void {
  if (!has("1.10")) return;
  for (let level = 0; level < levels; level += 1) range.group(lines);
}

/** The merged areas in a range, where Excel can tell them. Load what is returned before reading it. */
export function mergedAreas(range: Excel.Range): Excel.RangeAreas | undefined {
  return has("1.13") ? range.getMergedAreasOrNullObject() : undefined;
}

/** Opens the pane by itself whenever this workbook is opened, where Office can. Kept in the workbook. */
export async function openPaneWithWorkbook(): Promise<boolean> {
  const office = typeof Office === "undefined" ? undefined : Office;
  if (!office?.context?.requirements?.isSetSupported("SharedRuntime", "1.1")) return false;
  await office.addin.setStartupBehavior(office.StartupBehavior.load);
  return true;
}

/** Whether Excel can make a table wider. */
export function canResizeTables(): boolean {
  return has("1.13");
}

/** Gives a table another range, where Excel can. */
export function resizeTable(sheet: Excel.Worksheet, name: string, range: string): void {
  if (has("1.13")) sheet.tables.getItem(name).resize(range);
}
