import type { Correction, JobOptions, Preview, RunChoices, Survey, WriteReport } from "../jobs/types";

/** What reading a workbook gave; the jobs keep more in it than the pane looks at. */
export interface Surveyed {
  readonly survey: Survey;
}

/** A run worked out but not written. */
export interface Prepared {
  readonly preview: Preview;
}

/**
 * The use cases as the pane calls them. `src/jobs` fulfils it inside Excel; tests and the pane's own development
 * pass a stand-in. All of them reject with AttainError.
 */
export interface Jobs {
  surveyWorkbook(options: JobOptions): Promise<Surveyed>;
  /** Settles a column by hand and keeps the choice in the workbook; nothing is read again. */
  correctColumn(
    surveyed: Surveyed,
    correction: Correction,
    options: Pick<JobOptions, "lang">,
  ): Promise<Surveyed>;
  previewRun(surveyed: Surveyed, choices: RunChoices, options: JobOptions): Promise<Prepared>;
  writeRun(prepared: Prepared, options: JobOptions): Promise<WriteReport>;
  /** Shows a sheet and selects a cell in it. */
  goTo(sheet: string, cell?: string): Promise<void>;
  /** Takes the last write back: the workbook as it was before it. */
  restore(): Promise<unknown>;
}
