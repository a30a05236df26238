import type { PrintSpec, SheetSpec } from "../../sheets/spec";
import { step, type Step, type Target } from "./target";

/** Centimetres; narrow enough for twelve months on a page, wide enough for every printer. */
const MARGINS = { left: 1.5, right: 1.5, top: 1.6, bottom: 1.6, header: 0.8, footer: 0.8 };

export function writePrint(spec: SheetSpec): Step[] {
  const { print } = spec;
  return print === undefined
    ? []
    : [step(13 + (print.breaksBefore?.length ?? 0) * 2, (target) => setUp(target, print))];
}

function setUp({ sheet }: Target, print: PrintSpec): void {
  const page = sheet.pageLayout;
  page.orientation = print.orientation === "landscape" ? "Landscape" : "Portrait";
  page.paperSize = "A4";
  page.setPrintMargins("Centimeters", MARGINS);
  if (print.area !== undefined) page.setPrintArea(print.area);
  if (print.titleRows !== undefined) page.setPrintTitleRows(print.titleRows);
  if (print.titleColumns !== undefined) page.setPrintTitleColumns(print.titleColumns);
  if (print.fitWidth !== undefined || print.fitHeight !== undefined) {
    page.zoom = {
      ...(print.fitWidth === undefined ? {} : { horizontalFitToPages: print.fitWidth }),
      ...(print.fitHeight === undefined ? {} : { verticalFitToPages: print.fitHeight }),
    };
  }
  for (const row of print.breaksBefore ?? []) sheet.horizontalPageBreaks.add(`A${row}`);
  if (print.header !== undefined)
    page.headersFooters.defaultForAllPages.leftHeader = `&B&12 ${print.header.replaceAll("&", "&&")}`;
  const { left, center, right } = print.footer ?? {};
  const footers = page.headersFooters.defaultForAllPages;
  if (left !== undefined) footers.leftFooter = left;
  if (center !== undefined) footers.centerFooter = center;
  if (right !== undefined) footers.rightFooter = right;
}

/** People may still sort, filter and fit the columns to what they read. */
export const PROTECTION: Excel.WorksheetProtectionOptions = {
  allowAutoFilter: true,
  allowSort: true,
  allowFormatColumns: true,
  allowFormatRows: true,
};

/** Protection goes on last: nothing can be written after it. No password, so that people can always take it off. */
export function writeProtection(spec: SheetSpec): Step[] {
  const { protect } = spec;
  if (protect === undefined) return [];
  return [
    ...protect.inputs.map((range) =>
      step(1, ({ sheet }) => {
        sheet.getRange(range).format.protection.locked = false;
      }),
    ),
    step(1, ({ sheet }) => sheet.protection.protect(PROTECTION)),
  ];
}
