/** The sequence the schema asks for among a worksheet's children. */
export const SHEET_ORDER =
  `sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios
  autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks
  printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing
  legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst`.split(
    /\s+/,
  );

export const SHEET_PROPERTIES_ORDER = ["tabColor", "outlinePr", "pageSetUpPr"];
export const SHEET_VIEW_ORDER = ["pane", "selection", "pivotSelection", "extLst"];
