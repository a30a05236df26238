import { AttainError } from "../errors";
import { applyWorkbook } from "../excel/apply";
import { goTo } from "../excel/navigate";
import { readGrids } from "../excel/read";
import { restoreLast } from "../excel/restore";
import { readName, readState } from "../excel/workbookState";
import type { WorkbookSpec } from "../sheets/spec";
import type { Lang } from "../words";
import { compute } from "./compute";
import { describe } from "./describe";
import { previewView } from "./previewView";
import { surveyView } from "./surveyView";
import type { JobOptions, Preview, RunChoices, Stage, Survey, WriteReport } from "./types";
import { understand, type Understanding } from "./understand";
import { VERSION } from "./version";

export { goTo };

/** A workbook as it was read. Keep it between steps: nothing is read twice. */
export interface Surveyed {
  readonly survey: Survey;
  readonly found: Understanding | undefined;
}

/** A run worked out, but not written. */
export interface Prepared {
  readonly preview: Preview;
  readonly spec: WorkbookSpec;
}

/** How much of the whole job each stage takes; the rest of a stage's fraction is reported within it. */
const SPAN: Readonly<Record<Stage, readonly [from: number, to: number]>> = {
  read: [0, 0.2],
  recognise: [0.2, 0.3],
  plan: [0.3, 0.35],
  score: [0.35, 0.4],
  describe: [0.4, 0.45],
  write: [0.45, 0.98],
  finish: [0.98, 1],
};

/** Reads the open workbook and says what is in it. Writes nothing. */
export async function surveyWorkbook(options: JobOptions): Promise<Surveyed> {
  const { signal, lang } = options;
  const grids = await readGrids({ lang, ...(signal ? { signal } : {}), onProgress: within("read", options) });
  const [state, name] = [await readState(), await readName()];
  within("recognise", options)(0);
  await breathe(signal);
  const found = understand(grids);
  within("recognise", options)(1);
  const survey = surveyView(found, name, lang);
  return {
    found,
    survey: state
      ? { ...survey, lastRun: { at: state.at, sheets: state.sheets.map(({ tab }) => tab) } }
      : survey,
  };
}

/** The same survey in another language; nothing is read again. */
export function translateSurvey({ found, survey }: Surveyed, lang: Lang): Surveyed {
  const { lastRun, workbook } = survey;
  return { found, survey: { ...surveyView(found, workbook, lang), ...(lastRun ? { lastRun } : {}) } };
}

/**
 * Works a run out. Writes nothing.
 *
 * @throws AttainError `no-data` when the workbook has no ledger with won deals, `no-solution`, `scheme-invalid`
 */
export async function previewRun(
  surveyed: Surveyed,
  choices: RunChoices,
  options: JobOptions,
): Promise<Prepared> {
  const { found, survey } = surveyed;
  const { lang, signal } = options;
  if (!found) throw new AttainError("no-data");
  within("plan", options)(0);
  await breathe(signal);
  const results = compute(found, choices, lang);
  within("describe", options)(0);
  await breathe(signal);
  const spec = describe(found, results, {
    lang,
    version: VERSION,
    date: new Date().toLocaleDateString(lang),
  });
  const before = new Set(survey.lastRun?.sheets ?? []);
  const sheets = spec.sheets.map(({ name }) => ({ name, replaces: before.has(name) }));
  within("describe", options)(1);
  return { spec, preview: previewView(results, sheets, lang) };
}

/** Writes a prepared run: all of it or nothing. */
export async function writeRun({ spec }: Prepared, options: JobOptions): Promise<WriteReport> {
  const { lang, signal } = options;
  const report = await applyWorkbook(spec, {
    lang,
    ...(signal ? { signal } : {}),
    onProgress: within("write", options),
  });
  within("finish", options)(1);
  const { sheets, cells, formulas, charts, roundTrips } = report;
  return { sheets, cells, formulas, charts, roundTrips };
}

/** Takes the last write back. */
export async function restore(): Promise<void> {
  await restoreLast();
}

function within(stage: Stage, { onProgress }: JobOptions): (fraction: number) => void {
  const [from, to] = SPAN[stage];
  return (fraction) =>
    onProgress?.({ stage, fraction: from + (to - from) * Math.min(1, Math.max(0, fraction)) });
}

/** Lets the page draw and hear a cancel before a stretch of work. */
async function breathe(signal: AbortSignal | undefined): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  if (signal?.aborted) throw new AttainError("cancelled");
}
