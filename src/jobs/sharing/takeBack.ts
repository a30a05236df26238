import { AttainError } from "../../errors";
import { readGrids } from "../../excel/read/read";
import { restoreLast } from "../../excel/restore";
import { checkStillClaimed, whileClaimed } from "../../excel/swap/running";
import { readState } from "../../excel/state/workbookState";
import { writeAllOrNothing } from "../../excel/write/writeCells";
import { readXmlPart, writeXmlPart } from "../../excel/state/xmlPart";
import { parseRange } from "../../formula/references";
import type { Change } from "../../sharing/incoming/collection";
import { RECORD_NAMESPACE, recordXml, type SharingRecord } from "../../sharing/record";
import type { PreparedCollection } from "./collect";
import type { PreparedDistribution } from "./distribute";

/** What a sending or a merge did to the workbook, for the one step back after it. */
export interface SharingStep {
  /** When its sheets were written, ISO; a later write is not to be taken back instead. */
  readonly at: string;
  readonly changes: readonly Change[];
  readonly before: SharingRecord | undefined;
  readonly after: SharingRecord;
}

/** To be asked right after {@link recordDistribution} or {@link writeCollection}. */
export async function stepOf(
  done:
    Pick<PreparedDistribution, "before" | "distribution"> | Pick<PreparedCollection, "before" | "collection">,
): Promise<SharingStep | undefined> {
  const at = (await readState())?.at;
  if (at === undefined) return undefined;
  return "collection" in done
    ? { at, before: done.before, after: done.collection.record, changes: done.collection.changes }
    : { at, before: done.before, after: done.distribution.record, changes: [] };
}

/**
 * One step back: merged cells get back what stood there, the lists are as before, and the workbook knows of the sending
 * or the merge no more. All of it or nothing.
 *
 * @throws AttainError `changed-since-step` when the workbook was changed further where this would put things back,
 *   `running-elsewhere`
 */
export function takeBackSharing(step: SharingStep): Promise<void> {
  return whileClaimed(async () => {
    await checkStandsSince(step);
    await checkStillClaimed();
    const { changes, before, after } = step;
    const cells = (side: "before" | "after") =>
      changes.map((change) => ({ tab: change.tab, cell: change.cell, value: change[side] }));
    await writeAllOrNothing(cells("before"), cells("after"), async () => {
      await writeXmlPart(RECORD_NAMESPACE, before && recordXml(before));
      try {
        await restoreLast();
      } catch (error) {
        await writeXmlPart(RECORD_NAMESPACE, recordXml(after));
        throw error;
      }
    });
  });
}

async function checkStandsSince({ at, changes, after }: SharingStep): Promise<void> {
  const late = new AttainError("changed-since-step");
  const state = await readState();
  if (state?.at !== at || !state.canRestore) throw late;
  if ((await readXmlPart(RECORD_NAMESPACE)) !== recordXml(after)) throw late;
  if (changes.length === 0) return;
  const grids = new Map(
    (await readGrids({ sheets: [...new Set(changes.map(({ tab }) => tab))] })).map((grid) => [
      grid.sheet,
      grid,
    ]),
  );
  for (const change of changes) {
    const grid = grids.get(change.tab);
    const { top, left } = parseRange(change.cell);
    const value = grid?.values[top - grid.top]?.[left - grid.left] ?? null;
    if (value !== change.after) throw late;
  }
}
