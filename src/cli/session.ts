import { basename } from "node:path";
import { createNodeHost } from "../host/node";
import { openFile as openBytes } from "../host/file/open";
import { saveXlsx } from "../host/file/save";
import type { HostWorkbook } from "../host/book/workbook";
import { previewRun, surveyWorkbook, writeRun, type Surveyed } from "../jobs/run";
import type { Preview, RunChoices, WriteReport } from "../jobs/types";
import type { Lang } from "../words";
import { readBytes } from "./files";
import { progressBar } from "./output";

/** @throws AttainError `file-missing`, `file-unreadable` */
export async function openFile(file: string): Promise<HostWorkbook> {
  return openBytes(new Uint8Array(await readBytes(file)), basename(file));
}

/** What is in a workbook; nothing is written. */
export async function survey(workbook: HostWorkbook, lang: Lang): Promise<Surveyed> {
  createNodeHost(workbook);
  const bar = progressBar(lang);
  try {
    return await surveyWorkbook({ lang, onProgress: bar.onProgress });
  } finally {
    bar.stop();
  }
}

export interface Run {
  readonly preview: Preview;
  readonly report: WriteReport;
  /** The finished workbook. */
  readonly bytes: Uint8Array;
}

/** The job from reading to the finished file, as the pane would do it. */
export async function run(workbook: HostWorkbook, choices: RunChoices, lang: Lang): Promise<Run> {
  const host = createNodeHost(workbook);
  const bar = progressBar(lang);
  const options = { lang, onProgress: bar.onProgress };
  try {
    const surveyed = await surveyWorkbook(options);
    const prepared = await previewRun(surveyed, choices, options);
    const report = await writeRun(prepared, options);
    host.calculate();
    return { preview: prepared.preview, report, bytes: await saveXlsx(host.workbook) };
  } finally {
    bar.stop();
  }
}
