import { call, text, vector, input, type Expr } from "../../formula/expression";
import { printFormula } from "../../formula/print";
import { columnName, quoteSheet } from "../../formula/references";
import { bandPlace } from "../../scoring/bands";
import { NAMES } from "../../scoring/names";
import type { Scheme } from "../../scoring/scheme";
import { LANGS, type Phrase } from "../../words";
import type { SpecCell } from "../spec";
import { BOARD, boardLayout, type ReviewPages, type ReviewSubject } from "./pages";
import { REVIEW_PAGE_WORDS as W } from "./words";

/**
 * Text literals; references with a sheet; names of functions and of cells elsewhere; and what is left: references to
 * the formula's own sheet.
 */
const REFERENCES =
  /("(?:[^"]|"")*")|((?:'(?:[^']|'')+'|[\p{L}\p{N}_.]+)!\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)|([\p{L}_][\p{L}\p{N}_.]*\()|(?<![\p{L}\p{N}_.$])(\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?)(?![\p{L}\p{N}_.])/gu;

/**
 * A formula of `sheet` as another sheet has to write it.
 *
 * @example onSheet("ROUND(AVERAGE($C5:$E5),'S'!$B$2)", "Results") // "ROUND(AVERAGE('Results'!$C5:$E5),'S'!$B$2)"
 */
export function onSheet(formula: string, sheet: string): string {
  return formula.replace(REFERENCES, (piece, _text, _there, _fn, own?: string) =>
    own === undefined ? piece : `${quoteSheet(sheet)}!${own}`,
  );
}

/** What a cell shows when no reviewed score counts. Starts with neither `=` nor the review's own wrapping. */
export function withoutReview(formula: string, reviewTab: string): string {
  const plain = formula.replace(/^=/, "");
  const [, probe = "", old] =
    /^IF\(ISNUMBER\(((?:'(?:[^']|'')+'|[^'!(),]+)![^()]+)\),[^,]+,(.*)\)$/s.exec(plain) ?? [];
  const tab = probe.slice(0, probe.lastIndexOf("!")).replace(/^'|'$/g, "").replaceAll("''", "'");
  return old !== undefined && tab.toLowerCase() === reviewTab.toLowerCase() ? old : plain;
}

/** Grade and light by a scheme's bands; undefined when it has no grades. */
export function bandsIn(
  { grades }: Pick<Scheme, "grades">,
  references: ReadonlyMap<string, string>,
): ReviewSubject["bands"] {
  if (grades.length === 0 || !references.has(NAMES.gradeNames)) return undefined;
  return (total) => {
    const place = bandPlace(input("total"), NAMES.gradeFrom, NAMES.gradeSide);
    const named = (column: string): Expr =>
      call("if", call("isnumber", input("total")), call("item", vector(column), place), text(""));
    const print = (column: string): string =>
      printFormula(named(column), (name) => (name === "total" ? total : (references.get(name) ?? name)));
    return { grade: print(NAMES.gradeNames), light: print(NAMES.gradeLight) };
  };
}

/** A page with a line a person whose total, grade and light follow the review. */
export interface ScorePage {
  readonly tab: string;
  /** The header's row, and the first person's, from 1. */
  readonly headerRow: number;
  readonly firstRow: number;
  /** Columns from 0. */
  readonly columns: Readonly<Record<"unit" | "name" | "total", number>> &
    Partial<Readonly<Record<"grade" | "light", number>>>;
}

/** The words of a page's columns; any of several where the page may say it one way or another. */
export type ScoreWords = Readonly<Record<"unit" | "name" | "total", readonly Phrase[]>> &
  Partial<Readonly<Record<"grade" | "light", readonly Phrase[]>>>;

/** Finds the header of such a page among the first rows, in either language. */
export function findScores(
  tab: string,
  rows: readonly (readonly unknown[])[],
  words: ScoreWords,
): ScorePage | undefined {
  for (const lang of LANGS) {
    const at = (row: readonly unknown[], key: keyof ScoreWords): number =>
      row.findIndex((cell) => (words[key] ?? []).some((phrase) => phrase[lang] === cell));
    const header = rows
      .slice(0, 30)
      .findIndex((row) => (["unit", "name", "total"] as const).every((key) => at(row, key) >= 0));
    const row = rows[header];
    if (!row) continue;
    const [grade, light] = [at(row, "grade"), at(row, "light")];
    return {
      tab,
      headerRow: header + 1,
      firstRow: header + 2,
      columns: {
        unit: at(row, "unit"),
        name: at(row, "name"),
        total: at(row, "total"),
        ...(grade >= 0 && { grade }),
        ...(light >= 0 && { light }),
      },
    };
  }
  return undefined;
}

/** A cell of a page that is to follow the review. */
export interface Following {
  readonly tab: string;
  /** Row and column from 0. */
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

/**
 * The formulas that let a page's totals and grades follow the review: the reviewed score where there is one, else what
 * stood there before.
 *
 * @param formulas what stands on the page, by row and column from 0
 * @param currentTab what the review page is called in the workbook now
 * @param placeOf whose line a row is, as a place among the review's people; undefined for rows of nobody
 */
export function followReview(
  { tab, firstRow, columns }: ScorePage,
  formulas: readonly (readonly unknown[])[],
  placeOf: (row: number) => number | undefined,
  pages: Pick<ReviewPages, "process" | "subjects">,
  currentTab: string = W.tab[pages.process.lang],
): Following[] {
  const board = boardCells(pages);
  const targets = [
    [columns.total, "reviewed"],
    [columns.grade, "grade"],
    [columns.light, "light"],
  ] as const;
  return formulas.slice(firstRow - 1).flatMap((cells, i) => {
    const place = placeOf(firstRow + i);
    if (place === undefined) return [];
    return targets.flatMap(([column, key]): Following[] => {
      const cell = column === undefined ? undefined : cells[column];
      if (column === undefined || typeof cell !== "string" || !cell.startsWith("=")) return [];
      const old = withoutReview(cell, currentTab);
      const formula = `=IF(ISNUMBER(${board("reviewed", place)}),${board(key, place)},${old})`;
      return [{ tab, row: firstRow - 1 + i, column, formula }];
    });
  });
}

/** A cell that says nothing but what stands in another, blank where that is. */
const LINK = /^IF\(ISBLANK\(([^()]+)\),"",\1\)$/;

/** References that lead to the same cell are alike: `'Scorecard'!$N$6`, `Scorecard!N6`. */
function cellKey(reference: string): string {
  return reference
    .replaceAll("$", "")
    .replace(/^'(.*)'!/s, "$1!")
    .replaceAll("''", "'")
    .toLowerCase();
}

/**
 * The formulas that let cells which only repeat somebody's computed total or grade follow the review: pay worked out
 * from a scorecard is paid by the score that counts.
 *
 * @param formulas what stands on the page, by row and column from 0
 * @param currentTab what the review page is called in the workbook now
 */
export function followLinks(
  tab: string,
  formulas: readonly (readonly unknown[])[],
  pages: Pick<ReviewPages, "process" | "subjects">,
  currentTab: string = W.tab[pages.process.lang],
): Following[] {
  const judged = new Map<string, { readonly place: number; readonly key: "reviewed" | "grade" }>(
    pages.subjects.flatMap(({ computed, grade }, place) => [
      [cellKey(computed), { place, key: "reviewed" }],
      [cellKey(grade), { place, key: "grade" }],
    ]),
  );
  const board = boardCells(pages);
  return formulas.flatMap((cells, row) =>
    cells.flatMap((cell, column): Following[] => {
      if (typeof cell !== "string" || !cell.startsWith("=")) return [];
      const old = withoutReview(cell, currentTab);
      const found = judged.get(cellKey(LINK.exec(old)?.[1] ?? old));
      if (!found) return [];
      const { place, key } = found;
      return [
        {
          tab,
          row,
          column,
          formula: `=IF(ISNUMBER(${board("reviewed", place)}),${board(key, place)},${old})`,
        },
      ];
    }),
  );
}

/** Cells of the review's page by column and place among its people. */
function boardCells({ process, subjects }: Pick<ReviewPages, "process" | "subjects">) {
  const tab = quoteSheet(W.tab[process.lang]);
  const { first } = boardLayout(process, subjects.length);
  return (key: keyof typeof BOARD, place: number): string => `${tab}!$${BOARD[key]}$${first + place}`;
}

/** A spec's block with formulas put into some of its cells. */
export function withCells(
  cells: readonly (readonly SpecCell[])[],
  put: readonly Following[],
): readonly (readonly SpecCell[])[] {
  const at = new Map(put.map(({ row, column, formula }) => [`${row} ${column}`, formula]));
  return cells.map((line, r) =>
    line.map((cell, c): SpecCell => {
      const formula = at.get(`${r} ${c}`);
      return formula === undefined ? cell : { formula };
    }),
  );
}

/** A spec's cells as a range read gives formulas. */
export function formulasOf(cells: readonly (readonly SpecCell[])[]): unknown[][] {
  return cells.map((line) =>
    line.map((cell) => (typeof cell === "object" && cell !== null ? cell.formula : (cell ?? ""))),
  );
}

/**
 * What the review calls people: the name, with the unit where two share it, numbered where they share that too.
 *
 * @example labelsOf(["Ann", "Bob", "Ann"], ["East", "East", "West"]) // ["Ann (East)", "Bob", "Ann (West)"]
 */
export function labelsOf(names: readonly string[], units: readonly string[]): string[] {
  const key = (text: string): string => text.trim().toLowerCase();
  const count = (texts: readonly string[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const each of texts) counts.set(key(each), (counts.get(key(each)) ?? 0) + 1);
    return counts;
  };
  const shared = count(names);
  const labels = names.map((name, i) =>
    (shared.get(key(name)) ?? 0) > 1 ? `${name.trim()} (${units[i]?.trim() ?? ""})` : name.trim(),
  );
  const seen = new Map<string, number>();
  return labels.map((label) => {
    const n = (seen.get(key(label)) ?? 0) + 1;
    seen.set(key(label), n);
    return n === 1 ? label : `${label} ${n}`;
  });
}

export const cellAt = ({ row, column }: Pick<Following, "row" | "column">): string =>
  `${columnName(column)}${row + 1}`;
