/**
 * Requests that stay under Excel's limit. Excel on the web refuses more than 5 MB in one request or response; the
 * budget leaves room for what travels around the cells.
 */
export const REQUEST_BUDGET = 4_000_000;
export const RESPONSE_BUDGET = 4_000_000;

/** Something to put into a request, with the bytes it is thought to take. */
export interface Sized {
  readonly bytes: number;
}

/** Bytes of a value as JSON in UTF-8. @example jsonBytes(["达成"]) // 10 */
export function jsonBytes(value: unknown): number {
  return utf8Bytes(JSON.stringify(value) ?? "");
}

/** @example utf8Bytes("达a") // 4 */
export function utf8Bytes(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    // A surrogate pair is two units here and four bytes there.
    bytes += unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 1 : 2;
  }
  return bytes;
}

/**
 * The steps in order, cut into as few runs as keep each run within the budget. A single step above the budget gets a
 * run of its own.
 *
 * @example batches([{ bytes: 3 }, { bytes: 3 }, { bytes: 1 }], 5) // [[3], [3, 1]]
 */
export function batches<T extends Sized>(steps: Iterable<T>, budget = REQUEST_BUDGET): T[][] {
  const runs: T[][] = [];
  let room = 0;
  for (const step of steps) {
    const last = runs.at(-1);
    if (last && step.bytes <= room) {
      last.push(step);
      room -= step.bytes;
    } else {
      runs.push([step]);
      room = budget - step.bytes;
    }
  }
  return runs;
}

export interface RowRun<T> extends Sized {
  /** Offset of the first row. */
  readonly start: number;
  readonly rows: readonly T[];
}

/**
 * Rows cut into runs whose JSON stays within the budget.
 *
 * @throws RangeError when one row alone is above it
 */
export function splitRows<T>(rows: readonly T[], budget = REQUEST_BUDGET): RowRun<T>[] {
  const sized = rows.map((row, index) => ({ row, index, bytes: jsonBytes(row) + 1 }));
  const tooWide = sized.find((row) => row.bytes > budget);
  if (tooWide) throw new RangeError(`Row ${tooWide.index + 1} takes ${tooWide.bytes} bytes alone`);
  return batches(sized, budget).map((run) => ({
    start: run[0]?.index ?? 0,
    rows: run.map(({ row }) => row),
    bytes: run.reduce((sum, { bytes }) => sum + bytes, 0),
  }));
}
