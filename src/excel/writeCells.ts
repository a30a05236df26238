import { AttainError } from "../errors";
import { batches, jsonBytes } from "./chunk";
import { asLiteral } from "./literal";
import type { ExcelOptions } from "./options";
import { runSession } from "./session";

export interface CellWrite {
  readonly tab: string;
  /** `F12` */
  readonly cell: string;
  readonly value: string | number | null;
}

/** About what one write adds to a request besides its value. */
const WRITE_BYTES = 420;

/**
 * Types values into single cells: one round trip for every 4 MB, which is some 9 000 cells. It does not take back what
 * it wrote when it fails on the way: `undo` does, see {@link writeAllOrNothing}.
 */
async function writeCells(writes: readonly CellWrite[], options: ExcelOptions): Promise<void> {
  if (writes.length === 0) return;
  await runSession({ signal: options.signal, doing: "writing" }, async (session) => {
    const sized = writes.map((write) => ({ write, bytes: WRITE_BYTES + jsonBytes(write) }));
    for (const batch of batches(sized)) {
      for (const { write } of batch) {
        const { tab, cell, value } = write;
        const range = session.workbook.worksheets.getItem(tab).getRange(cell);
        range.values = [[typeof value === "string" ? asLiteral(value) : (value ?? "")]];
      }
      await session.sync();
    }
  });
}

/**
 * Types values into cells, then does `then`; when either fails or is cancelled the cells get back what `before` says.
 *
 * @param before the same cells in the same order, as they were
 * @throws what failed, or AttainError `put-back-failed` when the cells could not be put back
 */
export async function writeAllOrNothing<T>(
  writes: readonly CellWrite[],
  before: readonly CellWrite[],
  then: () => Promise<T>,
  options: ExcelOptions = {},
): Promise<T> {
  try {
    await writeCells(writes, options);
    return await then();
  } catch (error) {
    try {
      await writeCells(before, {});
    } catch (again) {
      const reasons = [error, again].map((each) => (each instanceof Error ? each.message : String(each)));
      throw new AttainError("put-back-failed", { detail: [...new Set(reasons)].join(" ") }, undefined, {
        cause: error,
      });
    }
    throw error;
  }
}
