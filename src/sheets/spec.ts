/**
 * Sheet specs: plain data saying what a sheet looks like. Building one never calls Excel; `src/excel` applies it.
 *
 * References are in A1 form without a sheet name unless said otherwise. Formulas are written as Excel's English
 * grammar has them, start with `=`, and name other sheets by their final tab name: `='Targets'!C5`.
 */
import type { BrandColors, StyleName } from "./style";

/** Text is always text, however much it looks like a formula, a number or a date; only `formula` computes. */
export type SpecCell = string | number | boolean | null | { readonly formula: string };

/** A rectangle of cells whose top left is `at`. All rows have the same length. */
export interface BlockSpec {
  readonly at: string;
  readonly cells: readonly (readonly SpecCell[])[];
}

/** Styles laid over `range`, in order; later ones win where they say the same thing. */
export interface FormatSpec {
  readonly range: string;
  readonly style: StyleName | readonly StyleName[];
  /** Excel number format code, e.g. `#,##0` or `0.0%`. */
  readonly numberFormat?: string;
}

export interface ColumnSpec {
  /** First and last column letters, e.g. `C:N` or `A`. */
  readonly columns: string;
  /** Width in characters of the body font's digit; a Chinese character takes two. */
  readonly width?: number;
  readonly hidden?: boolean;
  /** Outline depth: 1 for the first level of grouping. */
  readonly outline?: number;
}

export interface RowSpec {
  /** First and last row, 1-based: `5:9` or `5`. */
  readonly rows: string;
  /** Points. */
  readonly height?: number;
  readonly outline?: number;
}

export type ConditionalSpec =
  /** `formula` is relative to the range's top left cell, e.g. `=$F5<0`. */
  | { readonly kind: "formula"; readonly range: string; readonly formula: string; readonly style: StyleName }
  | {
      readonly kind: "dataBar";
      readonly range: string;
      readonly color: string;
      readonly min?: number;
      readonly max?: number;
    }
  | {
      readonly kind: "colorScale";
      readonly range: string;
      readonly colors: readonly [string, string] | readonly [string, string, string];
    };

export interface ValidationSpec {
  readonly range: string;
  readonly rule:
    | { readonly kind: "list"; readonly values: readonly string[] }
    /** `source` is a reference, e.g. `='Scheme'!$B$4:$B$9`. */
    | { readonly kind: "listFrom"; readonly source: string }
    | { readonly kind: "decimal" | "whole"; readonly min?: number; readonly max?: number };
  /** Shown while the cell is selected. */
  readonly prompt?: { readonly title: string; readonly message: string };
  /** Shown when the entry is refused. */
  readonly error?: { readonly title: string; readonly message: string };
}

export type ChartKind =
  "column" | "columnStacked" | "bar" | "barStacked" | "line" | "doughnut" | "radar" | "scatter" | "area";

export interface SeriesSpec {
  /** Literal name shown in the legend. */
  readonly name: string;
  /** Reference with sheet: `'Targets'!C30:N30`. */
  readonly values: string;
  /** Draws this series another way than the chart (a target line over columns). */
  readonly kind?: ChartKind;
  /** `#RRGGBB`; `none` for a part of a stack that only lifts what stands on it. */
  readonly color?: string;
  /** Lines only: what is expected, beside what is known. */
  readonly dashed?: boolean;
  /** One colour a point, for bars where each category means something else. */
  readonly pointColors?: readonly string[];
  readonly labels?: { readonly numberFormat?: string };
  readonly secondaryAxis?: boolean;
}

export interface ChartSpec {
  /** Stable within the sheet; becomes the chart's name. */
  readonly id: string;
  readonly kind: ChartKind;
  /** Says what to see, not what it is. */
  readonly title: string;
  /** Top left and bottom right cell it covers. */
  readonly from: string;
  readonly to: string;
  /** Reference with sheet. */
  readonly categories: string;
  readonly series: readonly SeriesSpec[];
  readonly valueAxis?: {
    readonly title?: string;
    readonly numberFormat?: string;
    readonly min?: number;
    readonly max?: number;
    readonly hidden?: boolean;
  };
  readonly categoryAxis?: { readonly title?: string; readonly reverse?: boolean };
  readonly legend?: "bottom" | "right" | "top" | "none";
  /** Width of the gap between bars, percent of a bar. */
  readonly gapWidth?: number;
}

export interface PrintSpec {
  readonly orientation: "portrait" | "landscape";
  /** Rows repeated on every page: `$1:$4`. */
  readonly titleRows?: string;
  readonly titleColumns?: string;
  readonly area?: string;
  /** Fits the width on this many pages; height flows unless `fitHeight`. */
  readonly fitWidth?: number;
  readonly fitHeight?: number;
  /** Rows, from 1, that begin a new page. Programs may ignore them beside `fitWidth` and `fitHeight`. */
  readonly breaksBefore?: readonly number[];
  /** Above every page, for tables whose own title would be cut off by the columns that are repeated. Plain text. */
  readonly header?: string;
  /** Page footer, Excel codes: `&P / &N`. */
  readonly footer?: { readonly left?: string; readonly center?: string; readonly right?: string };
}

export interface SheetSpec {
  /** What the sheet is, stable across languages and renames: `targets`, `scorecard`. */
  readonly id: string;
  /** Tab name: at most 31 characters, none of `\ / ? * [ ] :`. */
  readonly name: string;
  readonly tabColor?: string;
  readonly blocks: readonly BlockSpec[];
  readonly columns?: readonly ColumnSpec[];
  readonly rows?: readonly RowSpec[];
  readonly formats?: readonly FormatSpec[];
  /** Counts of rows and columns that stay. */
  readonly freeze?: { readonly rows: number; readonly columns: number };
  readonly conditionals?: readonly ConditionalSpec[];
  readonly validations?: readonly ValidationSpec[];
  readonly charts?: readonly ChartSpec[];
  /** Locks every cell but `inputs` (ranges). No password: protection guards against slips, it is no security. */
  readonly protect?: { readonly inputs: readonly string[] };
  readonly print?: PrintSpec;
  /** Filter buttons over this range, header row included. */
  readonly filter?: string;
  /** Where looks do not tell what is example data. */
  readonly examples?: ExampleRanges;
}

/** Ranges of a page by what becomes of them when its example data are cleared. */
export interface ExampleRanges {
  /** Plain values that go though nobody types there: what was planned, beside what is typed over it. */
  readonly also?: readonly string[];
  /** Typed cells that stay: settings, the template's own words. */
  readonly not?: readonly string[];
}

/** A workbook-level defined name; `refersTo` has a sheet and is absolute: `='Scheme'!$C$5`. */
export interface NameSpec {
  readonly name: string;
  readonly refersTo: string;
  readonly comment?: string;
}

/** A column of results beside a person's own data. */
export interface BesideColumn {
  /** Letters. */
  readonly column: string;
  /** What stands above the results; null leaves whatever a person put there. */
  readonly header: string | null;
  /** One a row of {@link BesideSpec.rows}: a formula, naming sheets as in {@link NameSpec}, or null to leave the cell alone. */
  readonly cells: readonly (string | null)[];
  readonly numberFormat: string;
  /** An earlier run filled the column: its formulas are replaced, what a person typed over them stays. */
  readonly again: boolean;
  /** No run fills it any more: what an earlier one put there goes, header included. */
  readonly emptied?: boolean;
}

/** Cells to fill on a sheet of the person's own, next to what they typed. Nothing else there changes. */
export interface BesideSpec {
  readonly sheet: string;
  /** From 1; absent for a table without a header. */
  readonly headerRow?: number;
  /** From 1, ascending: the rows with a result. */
  readonly rows: readonly number[];
  /** From 1, ascending: subtotals and totals among them, which only take over the look. */
  readonly dressed?: readonly number[];
  /** Letters of the column whose look is taken over, the last of the person's own. */
  readonly like: string;
  readonly columns: readonly BesideColumn[];
}

export interface WorkbookSpec {
  readonly sheets: readonly SheetSpec[];
  readonly names: readonly NameSpec[];
  /** Results beside people's own data, written together with the sheets. */
  readonly beside?: readonly BesideSpec[];
  /** Defined names of earlier runs that go. */
  readonly forget?: readonly string[];
  /** Id of the sheet to show when done. */
  readonly activate: string;
  /** Of the company whose pages these are; the workbook's, or else the product's own, when left out. */
  readonly colors?: BrandColors;
}
