import { cellRef, columnName, rangeRef } from "../formula/references";
import { say, type Lang } from "../words";
import type { FormatSpec, SheetSpec, SpecCell } from "./spec";
import { ACTUALS_WORDS as W, PAGE_WORDS } from "./words";

/** What each person reached, as read from the ledger. */
export interface ActualsRow {
  readonly unit: string;
  readonly manager: string;
  readonly name: string;
  /** Won amount per month, whole currency units, one a month of {@link ActualsTable.months}. */
  readonly amounts: readonly number[];
  /** Counts of deals. */
  readonly won: number;
  readonly lost: number;
  readonly open: number;
}

export interface ActualsTable {
  readonly year: number;
  /** Month labels in the person's language. */
  readonly months: readonly string[];
  readonly rows: readonly ActualsRow[];
  /** Where the figures came from: `Sales pipeline!A1:H8801`. */
  readonly source: string;
}

/** Which cell holds what; rows and columns are 0-based. */
export interface ActualsLayout {
  readonly sheet: string;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly totalRow: number;
  readonly headerRow: number;
  readonly firstMonth: number;
  readonly lastMonth: number;
  readonly columns: Readonly<Record<"unit" | "manager" | "name" | "total" | "won" | "lost" | "open", number>>;
}

const HEADER_ROW = 3;
const FIRST_ROW = HEADER_ROW + 1;
const FIRST_MONTH = 3;

/** Rows and columns of the actuals sheet for a table of this size. */
export function actualsLayout(table: ActualsTable, lang: Lang): ActualsLayout {
  const lastMonth = FIRST_MONTH + table.months.length - 1;
  const lastRow = FIRST_ROW + table.rows.length - 1;
  return {
    sheet: W.tab[lang],
    headerRow: HEADER_ROW,
    firstRow: FIRST_ROW,
    lastRow,
    totalRow: lastRow + 1,
    firstMonth: FIRST_MONTH,
    lastMonth,
    columns: {
      unit: 0,
      manager: 1,
      name: 2,
      total: lastMonth + 1,
      won: lastMonth + 2,
      lost: lastMonth + 3,
      open: lastMonth + 4,
    },
  };
}

/**
 * The sheet of what was read: one row a person, months across, sums by formula. The other sheets refer to its cells,
 * so a figure corrected here runs through to the score.
 */
export function actualsSheet(table: ActualsTable, lang: Lang): SheetSpec {
  const at = actualsLayout(table, lang);
  const { columns: col } = at;
  const header: SpecCell[] = [
    W.unit[lang],
    W.manager[lang],
    W.name[lang],
    ...table.months,
    W.total[lang],
    W.won[lang],
    W.lost[lang],
    W.open[lang],
  ];
  const body = table.rows.map((row, index): SpecCell[] => {
    const line = FIRST_ROW + index;
    return [
      row.unit,
      row.manager,
      row.name,
      ...row.amounts,
      { formula: `=SUM(${rangeRef(line, at.firstMonth, line, at.lastMonth)})` },
      row.won,
      row.lost,
      row.open,
    ];
  });
  const summed = Array.from({ length: col.open - FIRST_MONTH + 1 }, (_, i) => FIRST_MONTH + i);
  const totals: SpecCell[] = [
    W.allPeople[lang],
    null,
    null,
    ...summed.map((c): SpecCell => ({ formula: `=SUM(${rangeRef(FIRST_ROW, c, at.lastRow, c)})` })),
  ];
  const numbers = rangeRef(FIRST_ROW, FIRST_MONTH, at.totalRow, col.open);
  const formats: FormatSpec[] = [
    { range: "A1", style: "title" },
    { range: "A2", style: "subtitle" },
    { range: rangeRef(HEADER_ROW, 0, HEADER_ROW, col.open), style: "header" },
    { range: rangeRef(HEADER_ROW, FIRST_MONTH, HEADER_ROW, col.open), style: "alignRight" },
    { range: rangeRef(FIRST_ROW, 0, at.lastRow, col.open), style: ["body", "row"] },
    { range: numbers, style: "number", numberFormat: "#,##0" },
    { range: rangeRef(FIRST_ROW, FIRST_MONTH, at.lastRow, at.lastMonth), style: "input" },
    { range: rangeRef(FIRST_ROW, col.won, at.lastRow, col.open), style: "input" },
    { range: rangeRef(at.totalRow, 0, at.totalRow, col.open), style: ["body", "total"] },
  ];
  return {
    id: "actuals",
    name: at.sheet,
    blocks: [
      { at: "A1", cells: [[say(W.title, lang, { year: String(table.year) })]] },
      { at: "A2", cells: [[say(W.subtitle, lang, { year: String(table.year), source: table.source })]] },
      { at: cellRef(HEADER_ROW, 0), cells: [header, ...body, totals] },
    ],
    columns: [
      { columns: "A:B", width: 18 },
      { columns: "C:C", width: 22 },
      { columns: `${columnName(FIRST_MONTH)}:${columnName(at.lastMonth)}`, width: 11 },
      { columns: `${columnName(col.total)}:${columnName(col.total)}`, width: 13 },
      { columns: `${columnName(col.won)}:${columnName(col.open)}`, width: 9 },
    ],
    rows: [{ rows: `${HEADER_ROW + 1}`, height: 30 }],
    formats,
    freeze: { rows: FIRST_ROW, columns: 3 },
    print: {
      orientation: "landscape",
      titleRows: `$${HEADER_ROW + 1}:$${HEADER_ROW + 1}`,
      fitWidth: 1,
      footer: { left: at.sheet, right: PAGE_WORDS.pages[lang] },
    },
  };
}
