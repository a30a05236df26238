import { AttainError } from "../../errors";
import { cellRef, parseRange } from "../../formula/references";
import { batches, jsonBytes } from "./chunk";
import { asLiteral } from "./literal";
import type { ExcelOptions } from "../options";
import { runSession } from "../session";

export interface CellWrite {
  readonly tab: string;
  /** `F12` */
  readonly cell: string;
  readonly value: string | number | null;
}

/** About what one range adds to a request besides its values: measured, with the longest tab there can be. */
const RANGE_BYTES = 900;
/** Values of one range; a longer one is cut, so that no request outgrows its limit by a single range. */
const MOST_ROWS = 2000;

interface Block {
  readonly tab: string;
  readonly top: number;
  readonly left: number;
  readonly values: (string | number)[][];
}

/**
 * Types values into cells, those beside and below one another as one range: a round trip for every 4 MB. It does not
 * take back what it wrote when it fails on the way: `undo` does, see {@link writeAllOrNothing}.
 */
async function writeCells(writes: readonly CellWrite[], options: ExcelOptions): Promise<void> {
  if (writes.length === 0) return;
  await runSession({ signal: options.signal, doing: "writing" }, async (session) => {
    const sized = blocksOf(writes).map((block) => ({ block, bytes: RANGE_BYTES + jsonBytes(block.values) }));
    for (const batch of batches(sized)) {
      for (const { block } of batch) {
        const { tab, top, left, values } = block;
        const end = cellRef(top + values.length - 1, left + (values[0]?.length ?? 1) - 1);
        const range = session.workbook.worksheets.getItem(tab).getRange(`${cellRef(top, left)}:${end}`);
        range.values = values;
      }
      await session.sync();
    }
  });
}

/** Rectangles that hold exactly these cells; of two writes to one cell the last counts. */
function blocksOf(writes: readonly CellWrite[]): Block[] {
  const cells = [...new Map(writes.map((write) => [`${write.tab}\u0001${write.cell}`, write])).values()]
    .map(({ tab, cell, value }) => {
      const { top, left } = parseRange(cell);
      return { tab, top, left, value: typeof value === "string" ? asLiteral(value) : (value ?? "") };
    })
    .sort((a, b) => (a.tab < b.tab ? -1 : a.tab > b.tab ? 1 : a.top - b.top || a.left - b.left));
  const runs: Block[] = [];
  for (const { tab, top, left, value } of cells) {
    const run = runs.at(-1);
    const row = run?.values[0];
    if (run && row && run.tab === tab && run.top === top && run.left + row.length === left) row.push(value);
    else runs.push({ tab, top, left, values: [[value]] });
  }
  const blocks: Block[] = [];
  /** The block that a run of these columns may go on from. */
  const open = new Map<string, Block>();
  for (const run of runs) {
    const key = `${run.tab}\u0001${run.left}\u0001${run.values[0]?.length ?? 0}`;
    const above = open.get(key);
    if (above && above.top + above.values.length === run.top && above.values.length < MOST_ROWS) {
      above.values.push(...run.values);
      continue;
    }
    blocks.push(run);
    open.set(key, run);
  }
  return blocks;
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
