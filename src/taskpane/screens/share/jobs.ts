import type * as collect from "../../../jobs/sharing/collect";
import type * as distribute from "../../../jobs/sharing/distribute";
import type * as lists from "../../../jobs/sharing/lists";
import type * as share from "../../../jobs/sharing/share";
import type * as takeBack from "../../../jobs/sharing/takeBack";
import type { WorkbookFiles } from "../../../jobs/sharing/sharing";

/** What the sharing screen asks for. All of it rejects with AttainError. */
export type ShareJobs = typeof share & typeof distribute & typeof collect & typeof lists & typeof takeBack;

/** Fetched when the screen is first opened. */
export async function loadShare(): Promise<ShareJobs> {
  const [sharing, out, back, lists, steps] = await Promise.all([
    import("../../../jobs/sharing/share"),
    import("../../../jobs/sharing/distribute"),
    import("../../../jobs/sharing/collect"),
    import("../../../jobs/sharing/lists"),
    import("../../../jobs/sharing/takeBack"),
  ]);
  return { ...sharing, ...out, ...back, ...lists, ...steps };
}

let files: Promise<WorkbookFiles> | undefined;

/**
 * What makes and reads .xlsx files in the pane itself, beside the open workbook: nothing leaves the machine. Fetched
 * when the first file is made or read.
 */
export function loadFiles(): Promise<WorkbookFiles> {
  files ??= begin().catch((error: unknown) => {
    files = undefined;
    throw error;
  });
  return files;
}

async function begin(): Promise<WorkbookFiles> {
  const [{ workbookFiles }, { clientFromGlobals }, engine] = await Promise.all([
    import("../../../host/workbookFiles"),
    import("../../../host/client/client"),
    import("@ironcalc/wasm"),
  ]);
  await engine.default();
  return workbookFiles(clientFromGlobals(), engine);
}
