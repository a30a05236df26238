/**
 * A page that is one table: a title, a few settings above, columns that say what they hold, rows to fill in, totals.
 * Every form is described this way once; the page, its checks and reading it back all follow from the description.
 */
import { columnName, quoteSheet } from "../formula/references";
import type { Lang } from "../words";
import type { ChartSpec, SpecCell } from "./spec";
import type { StyleName } from "./style";
import { TITLE_ROWS } from "./tablePageLines";

/** What a cell of a table may refer to: cells of its own row by column key, and the settings above. */
export interface RowScope {
  /** `$C7`: a cell of this row. */
  readonly cell: (key: string) => string;
  /** `$C$7:$C7`: the column from the first row down to this one. */
  readonly soFar: (key: string) => string;
  /** `$C$7:$C$46`: the whole column. */
  readonly column: (key: string) => string;
  /** `$B$3`: a setting above the table. */
  readonly setting: (key: string) => string;
  /** Of this row within the table, from 0. */
  readonly index: number;
}

export type ColumnKind = "text" | "number" | "percent" | "date" | "mark";

export interface TableColumn {
  readonly key: string;
  readonly header: string;
  /** Characters of the body font. */
  readonly width: number;
  readonly kind: ColumnKind;
  /** Long text that may take several lines. */
  readonly wraps?: boolean;
  /** What people fill in. Columns that are neither typed nor worked out are fixed text. */
  readonly typed?: boolean;
  readonly formula?: (scope: RowScope) => string;
  readonly choices?: readonly string[];
  /** Reference to the cells that hold the choices: `'Goals'!$A$6:$A$20`. */
  readonly choicesFrom?: string;
  readonly min?: number;
  readonly max?: number;
  /** Shown while a cell of the column is selected. */
  readonly prompt?: string;
  readonly numberFormat?: string;
  /** A formula gets the column's cells, and where other columns' totals stand: a rate of sums is no sum of rates. */
  readonly total?: "sum" | "average" | ((range: string, total: (key: string) => string) => string);
  /** Conditions on this column's cells, in order. */
  readonly lights?: readonly { readonly when: (scope: RowScope) => string; readonly style: StyleName }[];
  /** Helps the formulas and is of no interest to read: at the far right, grouped and out of print. */
  readonly helper?: boolean;
}

/** One line above the table: a label and what it is set to. */
export interface TableSetting {
  readonly key: string;
  readonly label: string;
  readonly value: SpecCell;
  readonly kind?: ColumnKind;
  readonly typed?: boolean;
  readonly choices?: readonly string[];
  readonly choicesFrom?: string;
  readonly prompt?: string;
  /** Said beside it. */
  readonly note?: string;
}

export interface TablePage {
  readonly id: string;
  readonly tab: string;
  readonly title: string;
  /** Period, unit, source and when in one line. */
  readonly subtitle: string;
  readonly lang: Lang;
  readonly settings?: readonly TableSetting[];
  readonly columns: readonly TableColumn[];
  readonly rows: readonly Readonly<Record<string, SpecCell>>[];
  /** Empty rows below, ready to be filled in. */
  readonly spare?: number;
  /** Label of the row of totals; without one there is none. */
  readonly totalLabel?: string;
  readonly notes?: readonly string[];
  readonly orientation?: "portrait" | "landscape";
  /**
   * Printed over two pages side by side, with the columns up to this key on both: so many columns could not be read on
   * one. Widths decide where the second begins: what belongs together should fill the first, 144 characters. The title
   * and the subtitle stand on both and must not be wider than these columns.
   */
  readonly repeated?: string;
  /** Said beside the subtitle, where the columns that are not repeated begin. */
  readonly explained?: string;
  /** Headers take two lines where they need them, and every row has room for as many: columns can be narrow. */
  readonly twoLines?: boolean;
  /** Charts stand below the table; they are told where that is. */
  readonly charts?: (layout: TableLayout, firstFreeRow: number) => readonly ChartSpec[];
  readonly signatures?: readonly string[];
  readonly tabColor?: string;
  /** Everything but what is typed is locked. */
  readonly locked?: boolean;
}

/** Where everything of a page stands. Rows count from 1. */
export interface TableLayout {
  readonly headerRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
  /** Absent when the page has no totals. */
  readonly totalRow?: number;
  readonly letter: (key: string) => string;
  /** Absolute, with the sheet: `'Tasks'!$C$7:$C$46`. */
  readonly range: (key: string) => string;
  readonly setting: (key: string) => string;
  readonly cell: (key: string, row: number) => string;
}

export type LaidOut = Pick<TablePage, "tab" | "settings" | "rows" | "spare" | "totalLabel"> & {
  readonly columns: readonly Pick<TableColumn, "key">[];
};

/** Where a page's parts will stand; pages refer to each other by it before they are built. */
export function tableLayout(page: LaidOut): TableLayout {
  const settings = page.settings ?? [];
  const headerRow = TITLE_ROWS + (settings.length > 0 ? settings.length + 1 : 0) + 2;
  const firstRow = headerRow + 1;
  const lastRow = firstRow + Math.max(1, page.rows.length + (page.spare ?? 0)) - 1;
  const letter = (key: string): string => {
    const at = page.columns.findIndex((column) => column.key === key);
    if (at < 0) throw new RangeError(`There is no column ${key} on ${page.tab}`);
    return columnName(at);
  };
  const sheet = `${quoteSheet(page.tab)}!`;
  return {
    headerRow,
    firstRow,
    lastRow,
    ...(page.totalLabel === undefined ? {} : { totalRow: lastRow + 1 }),
    letter,
    range: (key) => `${sheet}$${letter(key)}$${firstRow}:$${letter(key)}$${lastRow}`,
    cell: (key, row) => `${sheet}$${letter(key)}$${row}`,
    setting: (key) => {
      const at = settings.findIndex((setting) => setting.key === key);
      if (at < 0) throw new RangeError(`There is no setting ${key} on ${page.tab}`);
      return `${sheet}$B$${TITLE_ROWS + 2 + at}`;
    },
  };
}

/** The total of a column of rates: one total over another, empty while there is nothing to divide. */
export function rateOfSums(part: string, whole: string): Exclude<TableColumn["total"], string | undefined> {
  return (_, total) => `IF(OR(N(${total(whole)})=0,${total(part)}=""),"",${total(part)}/${total(whole)})`;
}
