import { AttainError } from "../../errors";
import { restoreLast } from "../../excel/restore";
import { checkStillClaimed, whileClaimed } from "../../excel/swap/running";
import { readState } from "../../excel/state/workbookState";

/** What a template's write did to the workbook, for the one step back after it. */
export interface TemplateStep {
  /** When its sheets were written, ISO; a later write is not to be taken back instead. */
  readonly at: string;
}

/** To be asked right after a template was written; undefined where nothing can be taken back. */
export async function templateStep(): Promise<TemplateStep | undefined> {
  const state = await readState();
  return state?.canRestore === true ? { at: state.at } : undefined;
}

/**
 * One step back: the sheets a template wrote go, and those they took the place of come back with what was typed on
 * them. All of it or nothing.
 *
 * @throws AttainError `written-since` when other sheets have been written since, `running-elsewhere`
 */
export function takeBackTemplate({ at }: TemplateStep): Promise<void> {
  return whileClaimed(async () => {
    const state = await readState();
    if (state?.at !== at || !state.canRestore) throw new AttainError("written-since");
    await checkStillClaimed();
    await restoreLast();
  });
}
