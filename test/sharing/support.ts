import { AttainError } from "../../src/errors";
import { parseRange } from "../../src/formula/references";
import { createNodeHost } from "../../src/host/node";
import type { Host } from "../../src/host/host";
import type { HostWorkbook } from "../../src/host/book/workbook";
import { previewRun, surveyWorkbook, writeRun } from "../../src/jobs/run";
import { filesInNode } from "../../src/host/workbookFilesInNode";
import {
  makeHandouts,
  prepareDistribution,
  recordDistribution,
  type DistributeChoices,
  type MadeFile,
  type PreparedDistribution,
} from "../../src/jobs/sharing/distribute";
import type { WorkbookFiles } from "../../src/jobs/sharing/sharing";
import type { Lang } from "../../src/words";

/** A finished master in the embedded host. */
export async function finishedMaster(ledger: HostWorkbook, lang: Lang): Promise<Host> {
  const host = createNodeHost(ledger);
  const surveyed = await surveyWorkbook({ lang });
  await writeRun(await previewRun(surveyed, {}, { lang }), { lang });
  host.calculate();
  return host;
}

export interface Distributed {
  readonly files: WorkbookFiles;
  readonly prepared: PreparedDistribution;
  readonly made: readonly MadeFile[];
}

/** Sends a master's handouts out and records that in it. */
export async function sendOut(host: Host, lang: Lang, choices: DistributeChoices = {}): Promise<Distributed> {
  host.connect();
  const files = filesInNode();
  const prepared = await prepareDistribution(choices, { lang });
  const made = await makeHandouts(prepared, files, { lang });
  await recordDistribution(prepared);
  return { files, prepared, made };
}

/** What a cell of a workbook in the host holds. */
export function valueAt(host: Host, tab: string, address: string): unknown {
  const { top, left } = parseRange(address);
  const sheet = host.workbook.sheets.find(({ name }) => name === tab);
  if (!sheet) throw new AttainError("sheet-missing", { name: tab });
  return sheet.cells.get(top)?.get(left)?.value ?? null;
}
