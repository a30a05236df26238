import type { HostWorkbook } from "../book/workbook";
import { activeTab, readTheme, sheetParts, workbookPart } from "./book";
import { writeCustomXml } from "./customXml";
import { fileNames } from "./names";
import { newPackage } from "./skeleton";
import { Package } from "./package";
import { writeProperties } from "./properties";
import { SharedStringWriter } from "./sharedStrings";
import { openStyles } from "./openStyles";
import { renameInParts } from "./renames";
import { addSheetPart, SheetWriter } from "./writeSheet";
import { finishWorkbook, writeTabs } from "./workbookPart";
import { REL } from "./vocabulary";

/**
 * The workbook as .xlsx bytes. An opened file is changed, never rebuilt: a workbook nobody changed comes out byte for
 * byte as it went in, and whatever the product does not know stays as it was.
 */
export async function saveXlsx(workbook: HostWorkbook): Promise<Uint8Array> {
  const file = workbook.file ? Package.open(workbook.file) : newPackage();
  const names = fileNames(file);
  const renames = renamedTabs(workbook);
  const before = new Map(sheetParts(file).map((tab) => [tab.name, tab]));
  const shown = activeTab(file);
  const activate = shown === undefined || shown !== activeSource(workbook);

  const parts = new Map(
    workbook.sheets.map((sheet) => [sheet.id, before.get(sheet.source ?? "")?.part ?? addSheetPart(file)]),
  );
  const tabs = writeTabs(file, workbook, parts, before);
  renameInParts(file, renames);

  const strings = new SharedStringWriter(file, workbookPart(file));
  const styles = openStyles(file, workbook);
  const writer = new SheetWriter(file, workbook, {
    strings,
    styles,
    renames,
    activate,
    theme: readTheme(file),
  });
  for (const sheet of workbook.sheets) writer.write(sheet, parts.get(sheet.id) ?? "");
  strings.save();

  writeCustomXml(file, workbook);
  writeProperties(file, workbook.properties);
  finishWorkbook(file, workbook, { names, tabs, renames, activate });
  if (workbook.file && !file.dirty) return workbook.file;
  dropCalculationChain(file);
  return file.bytes();
}

function activeSource(workbook: HostWorkbook): string | undefined {
  return workbook.sheets.find(({ id }) => id === workbook.activeSheet)?.source;
}

function renamedTabs(workbook: HostWorkbook): Map<string, string> {
  const renamed = workbook.sheets.flatMap(({ source, name }) =>
    source !== undefined && source !== name ? [[source, name] as const] : [],
  );
  return new Map(renamed);
}

/** The order of calculation is Excel's own note; a stale one makes it offer a repair, a missing one is made anew. */
function dropCalculationChain(file: Package): void {
  const book = workbookPart(file);
  for (const { id, target } of file.related(book, REL.calcChain)) {
    file.unrelate(book, id);
    file.delete(target);
  }
}
