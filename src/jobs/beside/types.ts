import type { TableRegion } from "../../records/tables/region";
import type { ScorecardLayout } from "../../sheets/evaluation/scorecardLayout";

/** What can stand beside people's data. `points` is a column for each indicator. */
export const BESIDE_PARTS = ["total", "grade", "rank", "points"] as const;
export type BesidePart = (typeof BESIDE_PARTS)[number];

/** Results into columns beside people's own tables. */
export interface BesideChoice {
  readonly tables: readonly {
    readonly sheet: string;
    /** Letters of the first column; the first free ones beside the table unless said. */
    readonly column?: string;
  }[];
  /** Default total, grade and rank. */
  readonly parts?: readonly BesidePart[];
}

/** A person's own table that results can stand beside. */
export interface BesideTable {
  readonly region: TableRegion;
  /** Offset of the column with the names. */
  readonly nameColumn: number;
  /** Place on the scorecard of whom each of the region's rows is about. */
  readonly people: readonly (number | undefined)[];
}

/** The scores to look up. */
export interface BesideScores {
  readonly layout: ScorecardLayout;
  /** Everybody on the scorecard, in its order. */
  readonly names: readonly string[];
  readonly units: readonly string[];
  readonly indicators: readonly { readonly id: string; readonly name: string }[];
  /** Number format of the total. */
  readonly totalFormat: string;
}

/** A column that an earlier run filled, as the workbook's names have followed it since. */
export interface KnownColumn {
  readonly name: string;
  readonly sheet: string;
  /** Letters. */
  readonly column: string;
  /** First and last row, from 1, header included. */
  readonly from: number;
  readonly to: number;
  /** The header as that run wrote it. */
  readonly header: string;
}

/** A table that results can stand beside. */
export interface BesideOffer {
  readonly sheet: string;
  /** How many of its rows have a result. */
  readonly rows: number;
  /** Letters of the first free column. */
  readonly free: string;
}

/** What would be written beside a table, to be shown before. */
export interface BesideView {
  readonly sheet: string;
  readonly columns: readonly { readonly column: string; readonly header: string }[];
  readonly rows: number;
}
