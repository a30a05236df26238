import { AttainError } from "../../src/errors";
import { isTooLarge, toAttainError } from "../../src/excel/errors";

const fromExcel = (code: string, errorLocation = "") =>
  Object.assign(new Error("Ein lokalisierter Satz"), { code, debugInfo: { errorLocation } });

test.each([
  ["InvalidOperationInCellEditMode", "", "cell-editing"],
  ["AccessDenied", "Range.values", "sheet-protected"],
  ["AccessDenied", "WorksheetCollection.add", "workbook-protected"],
  ["AccessDenied", "Worksheet.name", "workbook-protected"],
  ["RequestPayloadSizeLimitExceeded", "", "too-large"],
  ["ResponsePayloadSizeLimitExceeded", "", "too-large"],
  ["GeneralException", "Chart.setPosition", "write-failed"],
])("Excel's %s at “%s” is our %s", (code, location, ours) => {
  expect(toAttainError(fromExcel(code, location), "writing").code).toBe(ours);
});

test("a missing item is a missing sheet only when a sheet was meant", () => {
  expect(toAttainError(fromExcel("ItemNotFound"), "reading", { sheet: "Ledger" })).toMatchObject({
    code: "sheet-missing",
    params: { name: "Ledger" },
  });
  expect(toAttainError(fromExcel("ItemNotFound"), "reading").code).toBe("excel-failed");
});

test("the detail is Excel's code, never its localised message", () => {
  expect(toAttainError(fromExcel("GeneralException", "Chart.name"), "writing").params["detail"]).toBe(
    "GeneralException, Chart.name",
  );
});

test("our own errors pass, others become the step's failure with their cause", () => {
  const ours = new AttainError("cancelled");
  expect(toAttainError(ours, "writing")).toBe(ours);
  const bug = new TypeError("x is undefined");
  expect(toAttainError(bug, "writing")).toMatchObject({
    code: "write-failed",
    params: { detail: "x is undefined" },
    cause: bug,
  });
});

test("size is recognised by its codes", () => {
  expect(isTooLarge(fromExcel("ResponsePayloadSizeLimitExceeded"))).toBe(true);
  expect(isTooLarge(new Error("too large"))).toBe(false);
});
