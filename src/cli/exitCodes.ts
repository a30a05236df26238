import { AttainError, type ErrorCode } from "../errors";

/** What the process exits with; scripts read these, so they never change meaning. */
export const EXIT = {
  ok: 0,
  /** Something the product did not foresee. */
  unexpected: 1,
  /** The command line itself is wrong. */
  usage: 2,
  /** The input file cannot be read or holds no usable data. */
  input: 3,
  /** The JSON request or scheme is not valid. */
  request: 4,
  /** Locks and bounds leave no solution. */
  noSolution: 5,
  /** Writing did not finish; nothing was saved. */
  write: 6,
} as const;

const BY_ERROR: Partial<Record<ErrorCode, number>> = {
  usage: EXIT.usage,
  "file-missing": EXIT.input,
  "file-folder": EXIT.input,
  "file-encrypted": EXIT.input,
  "file-unreadable": EXIT.input,
  "file-taken": EXIT.usage,
  "file-unwritable": EXIT.write,
  "no-data": EXIT.input,
  "column-missing": EXIT.input,
  "sheet-missing": EXIT.input,
  "no-master": EXIT.input,
  "no-scores": EXIT.input,
  "unknown-name": EXIT.usage,
  "review-log": EXIT.input,
  "review-refused": EXIT.request,
  "no-work-plan": EXIT.input,
  "template-unknown": EXIT.usage,
  "changed-meanwhile": EXIT.write,
  "changed-since-step": EXIT.write,
  "written-since": EXIT.write,
  "running-elsewhere": EXIT.write,
  "no-targets": EXIT.input,
  "master-changed": EXIT.input,
  "no-recipients": EXIT.usage,
  "not-distributed": EXIT.input,
  "leak-found": EXIT.write,
  "request-invalid": EXIT.request,
  "scheme-invalid": EXIT.request,
  "no-solution": EXIT.noSolution,
  "write-failed": EXIT.write,
  "sheet-protected": EXIT.write,
  "workbook-protected": EXIT.write,
  "read-only": EXIT.write,
  "too-large": EXIT.write,
};

export function exitCodeOf(error: unknown): number {
  return error instanceof AttainError ? (BY_ERROR[error.code] ?? EXIT.unexpected) : EXIT.unexpected;
}
