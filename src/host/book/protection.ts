import { ApiError } from "../apiError";
import { coversAllColumns, coversAllRows, eachPlace, type Area } from "./area";
import type { Live } from "./live";
import type { HostSheet } from "./workbook";

/** Excel's `WorksheetProtectionOptions` and what each is when the caller does not say. */
export const PROTECTION_DEFAULTS = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
  selectionMode: "Normal",
} as const;

export type ProtectionOption = keyof typeof PROTECTION_DEFAULTS;

/** @throws ApiError AccessDenied when the sheet is protected and `option` was not allowed. */
export function allow(sheet: HostSheet, option: ProtectionOption): void {
  if (sheet.protection && sheet.protection.options[option] !== true) throw denied(sheet);
}

/** @throws ApiError AccessDenied when the area has a locked cell on a protected sheet. */
export function allowCellWrite(live: Live, target: Area): void {
  if (!target.sheet.protection) return;
  if (coversAllColumns(target) || coversAllRows(target)) throw denied(target.sheet);
  eachPlace(target, (row, column) => {
    if (live.style(target.sheet, row, column).unlocked !== true) throw denied(target.sheet);
  });
}

/** @throws ApiError AccessDenied when cells of a protected sheet may not be formatted. */
export function allowFormatting(live: Live, target: Area): void {
  live.alive(target.sheet);
  allow(target.sheet, "allowFormatCells");
}

/** @throws ApiError AccessDenied when the workbook's structure is protected: no sheet may come, go, move or be renamed. */
export function allowStructure(live: Live): void {
  if (live.book.protected) throw new ApiError("AccessDenied", "The structure of the workbook is protected.");
}

const denied = (sheet: HostSheet): ApiError =>
  new ApiError("AccessDenied", `The sheet “${sheet.name}” is protected.`);
