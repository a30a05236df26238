import type { HostSheet } from "../book/workbook";
import { SHEET_ORDER } from "./sheetOrder";
import { attributes, child, flagAttr, putChild, type Element } from "./xml";

/** Office.js' permissions and the file's attributes, which say the opposite: `1` forbids. All are forbidden by default. */
const PERMISSIONS: Readonly<Record<string, string>> = {
  allowFormatCells: "formatCells",
  allowFormatColumns: "formatColumns",
  allowFormatRows: "formatRows",
  allowInsertColumns: "insertColumns",
  allowInsertRows: "insertRows",
  allowInsertHyperlinks: "insertHyperlinks",
  allowDeleteColumns: "deleteColumns",
  allowDeleteRows: "deleteRows",
  allowSort: "sort",
  allowAutoFilter: "autoFilter",
  allowPivotTables: "pivotTables",
};

export function readProtection(worksheet: Element): HostSheet["protection"] {
  const element = child(worksheet, "sheetProtection");
  if (!element || !flagAttr(element, "sheet")) return undefined;
  const options: Record<string, unknown> = {};
  for (const [name, attribute] of Object.entries(PERMISSIONS))
    if (!flagAttr(element, attribute, true)) options[name] = true;
  if (!flagAttr(element, "objects")) options["allowEditObjects"] = true;
  if (!flagAttr(element, "scenarios")) options["allowEditScenarios"] = true;
  const lockedCells = flagAttr(element, "selectLockedCells");
  const unlockedCells = flagAttr(element, "selectUnlockedCells");
  if (lockedCells) options["selectionMode"] = unlockedCells ? "None" : "Unlocked";
  return { options };
}

export function writeProtection(worksheet: Element, { protection }: HostSheet): void {
  putChild(worksheet, "sheetProtection", protection && protectionMarkup(protection), SHEET_ORDER);
}

function protectionMarkup({ options, password }: NonNullable<HostSheet["protection"]>): string {
  const mode = options["selectionMode"];
  const allowed = Object.entries(PERMISSIONS).map(
    ([name, attribute]) => [attribute, options[name] === true ? false : undefined] as const,
  );
  return `<sheetProtection${attributes({
    password: password ? passwordHash(password) : undefined,
    sheet: true,
    objects: options["allowEditObjects"] === true ? undefined : true,
    scenarios: options["allowEditScenarios"] === true ? undefined : true,
    ...Object.fromEntries(allowed),
    selectLockedCells: mode === "Unlocked" || mode === "None" ? true : undefined,
    selectUnlockedCells: mode === "None" ? true : undefined,
  })}/>`;
}

/** The file format's 16-bit password check (ECMA-376, sheetProtection): a guard against slips, no security. */
function passwordHash(password: string): string {
  let hash = 0;
  for (const letter of [...password].reverse()) {
    hash = ((hash >> 14) & 1) | ((hash << 1) & 0x7fff);
    hash ^= letter.charCodeAt(0) & 0xff;
  }
  hash = ((hash >> 14) & 1) | ((hash << 1) & 0x7fff);
  return (hash ^ password.length ^ 0xce4b).toString(16).toUpperCase().padStart(4, "0");
}
