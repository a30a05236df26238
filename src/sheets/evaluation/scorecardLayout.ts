/** Where everything stands on the scorecard sheet, for charts and explanations. */
export interface ScorecardLayout {
  readonly sheet: string;
  readonly headerRow: number;
  /** First and last person's row, from 1. Without people the last lies before the first. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** Column letter by name: `period` (with several), `unit`, `name`, `rank`, `unitRank`, an input's id, or a name of the compiled scheme. */
  readonly columns: ReadonlyMap<string, string>;
}

export interface ScorecardOptions {
  /** Parameter references of the scheme sheet in the same workbook. */
  readonly references: ReadonlyMap<string, string>;
  /** The tab's final name. */
  readonly sheetName?: string;
  readonly title?: string;
  /** The line below the title: period, unit, source, when. */
  readonly subtitle?: string;
  /** Cells elsewhere that hold a person's input, by input id: `'Actuals'!O7`. Null or absent: the value is typed here. */
  readonly sources?: ReadonlyMap<string, readonly (string | null)[]>;
  /** Stable id of the sheet when a workbook has several; `scorecard` unless said. */
  readonly id?: string;
}
