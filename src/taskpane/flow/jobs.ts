import type { Point, PointChoices } from "../../jobs/read/point";
import type { ExplainView } from "../../jobs/evaluation/explainCell";
import type { Correction, JobOptions, Preview, RunChoices, Survey, WriteReport } from "../../jobs/types";

/** What reading a workbook gave; the jobs keep more in it than the pane looks at. */
export interface Surveyed {
  readonly survey: Survey;
}

/** A run worked out but not written. */
export interface Prepared {
  readonly preview: Preview;
}

/** Where something happened in the workbook. */
export interface Place {
  readonly sheetId: string;
  /** A1 form without the sheet. */
  readonly address: string;
  /** Cells were inserted or deleted there, so that others have moved. */
  readonly moved?: boolean;
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
  /** After changes in some sheets, by worksheet id; the same survey when they change nothing. */
  refreshSheets(
    surveyed: Surveyed,
    changed: readonly string[],
    options: JobOptions & { readonly edited?: ReadonlyMap<string, readonly string[]> },
  ): Promise<Surveyed>;
  /** Tells about changes and selections until the returned function is called. */
  watch(watched: {
    readonly onChanged?: (place: Place) => void;
    readonly onSelectionChanged?: (place: Place) => void;
  }): Promise<() => Promise<void>>;
  /** Whether the pane shows by itself when this workbook is opened; undefined where Office cannot do that. */
  opensWithWorkbook(): Promise<boolean | undefined>;
  setOpensWithWorkbook(opens: boolean): Promise<void>;
  /** Why the scorecard's cell shows what it shows; undefined when nobody's row is there. */
  explainCell(
    sheet: string,
    address: string,
    options: Pick<JobOptions, "lang" | "signal"> & { readonly surveyed?: Surveyed },
  ): Promise<ExplainView | undefined>;
  /** Reads from the table a person points at, and keeps that in the workbook. */
  pointAt(surveyed: Surveyed, point: Point, options: Pick<JobOptions, "lang">): Promise<Surveyed>;
  /** What can be pointed at by name. */
  pointChoices(surveyed: Surveyed): Promise<PointChoices>;
  /** Letters of the one column selected on a sheet. */
  selectedColumn(sheet: string): Promise<string>;
  previewRun(surveyed: Surveyed, choices: RunChoices, options: JobOptions): Promise<Prepared>;
  writeRun(prepared: Prepared, options: JobOptions): Promise<WriteReport>;
  /** Shows a sheet and selects a cell in it. */
  goTo(sheet: string, cell?: string): Promise<void>;
  /** Takes the last write back: the workbook as it was before it. */
  restore(): Promise<unknown>;
}

/** Fetched when first used: the jobs are no part of the pane's first download. */
export function loadJobs(): Promise<Jobs> {
  return import("../../jobs/run");
}
