import { AttainError, type ErrorCode, type Where } from "../errors";

/** What was being done when Excel refused; decides the error's name when Excel's code alone does not. */
export type Doing = "reading" | "writing";

/** Excel's stable codes and ours. Its messages are localised and not for people. */
const CODES: Readonly<Record<string, ErrorCode>> = {
  InvalidOperationInCellEditMode: "cell-editing",
  AccessDenied: "sheet-protected",
  RequestPayloadSizeLimitExceeded: "too-large",
  ResponsePayloadSizeLimitExceeded: "too-large",
  PayloadTooLarge: "too-large",
  RangeExceedsLimit: "too-large",
  ItemNotFound: "sheet-missing",
};

/** Members that a protected workbook structure refuses; a protected sheet refuses others. */
const STRUCTURE = /Worksheet(Collection)?\.(add|delete|name|visibility|position|copy)/i;

interface ExcelError extends Error {
  readonly code: string;
  readonly debugInfo?: { readonly errorLocation?: string };
}

/**
 * Any failure as one of ours: Excel's by its code, everything else as `write-failed` or `excel-failed` with its detail.
 *
 * @param where The sheet concerned, when it is known.
 */
export function toAttainError(error: unknown, doing: Doing, where?: Where): AttainError {
  if (error instanceof AttainError) return error;
  const cause = { cause: error };
  if (!isExcelError(error)) {
    return new AttainError(
      fallback(doing),
      { detail: error instanceof Error ? error.message : String(error) },
      where,
      cause,
    );
  }
  const location = error.debugInfo?.errorLocation ?? "";
  const structure = error.code === "AccessDenied" && STRUCTURE.test(location);
  const code = structure ? "workbook-protected" : (CODES[error.code] ?? fallback(doing));
  // A missing item that is no sheet (a chart, a name) has no better name than the failed step.
  if (code === "sheet-missing" && where === undefined) {
    return new AttainError(fallback(doing), { detail: detailOf(error.code, location) }, where, cause);
  }
  return new AttainError(
    code,
    { name: where?.sheet ?? "", detail: detailOf(error.code, location) },
    where,
    cause,
  );
}

/** True when Excel could not take the request because of its size. */
export function isTooLarge(error: unknown): boolean {
  return isExcelError(error) && CODES[error.code] === "too-large";
}

function isExcelError(error: unknown): error is ExcelError {
  return error instanceof Error && "code" in error && typeof error.code === "string";
}

function fallback(doing: Doing): "write-failed" | "excel-failed" {
  return doing === "writing" ? "write-failed" : "excel-failed";
}

function detailOf(code: string, location: string): string {
  return location ? `${code}, ${location}` : code;
}
