import type { SpecCell } from "../spec";

/** Where everything stands on the pay summary. Rows from 1, both included. */
export interface PayLayout {
  readonly sheet: string;
  readonly headerRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly totalRow: number;
  /** Column letter by name: those of `PEOPLE`, an input's or component's id, or a name of `PAY_NAMES`. */
  readonly columns: ReadonlyMap<string, string>;
}

export interface PaySummaryOptions {
  /** Parameter references of the pay plan's sheet in the same workbook. */
  readonly references: ReadonlyMap<string, string>;
  readonly sheetName?: string;
  readonly subtitle?: string;
  /** The lines of the sums by unit, where they follow what is typed; the people's units unless said. */
  readonly unitLines?: readonly SpecCell[];
  /**
   * Where a person's input stands, by input id, or a name of `PEOPLE`: a cell `'Scorecard'!N6` or a calculation over
   * such cells. Null or absent: typed here.
   */
  readonly sources?: ReadonlyMap<string, readonly (string | null)[]>;
  /** Of an evaluation over several periods: which one is paid, picked in {@link PERIOD_CELL}. */
  readonly period?: { readonly chosen: string; readonly labels: readonly string[] };
}

/** Holds the period that is paid, where there is a choice; the sources of what is taken from scores look it up. */
export const PERIOD_CELL = "$B$3";
