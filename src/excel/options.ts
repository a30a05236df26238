import type { Lang } from "../words";

export interface ExcelOptions {
  /** Cancelling leaves the workbook as it was and rejects with AttainError("cancelled"). */
  readonly signal?: AbortSignal;
  /** Fraction done, 0–1. */
  readonly onProgress?: (fraction: number) => void;
  readonly lang?: Lang;
}
