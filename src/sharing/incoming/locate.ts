import { cellRef, parseRange } from "../../formula/references";
import type { ReturnField } from "../fields";
import type { ReturnedSheet } from "./returned";
import type { SheetShape } from "../shape";

export interface Place {
  readonly row: number;
  readonly column: number;
  /** Found by the words of its row and column, not where it was sent. */
  readonly moved: boolean;
}

/** Finds cells on a returned sheet: where they were, or else by the words beside and above them. */
export class Locator {
  private readonly texts = new Map<string, { row: number; column: number }[]>();

  constructor(private readonly sheet: ReturnedSheet) {
    for (const { row, column, cell } of sheet.cells()) {
      if (typeof cell.value !== "string") continue;
      const text = cell.value.trim();
      const places = this.texts.get(text);
      if (places) places.push({ row, column });
      else this.texts.set(text, [{ row, column }]);
    }
    for (const places of this.texts.values()) places.sort((a, b) => a.row - b.row || a.column - b.column);
  }

  /** @param twins fields of the sheet with the same words, in order: the second Li Lei is the second row of that name */
  find(field: ReturnField, twins: readonly ReturnField[]): Place | undefined {
    const { top, left } = parseRange(field.cell);
    if (this.stands(field.row) && this.stands(field.column)) return { row: top, column: left, moved: false };
    const header = this.placesOf(field.column.text);
    const rows = this.placesOf(field.row.text);
    const rowColumn = parseRange(field.row.cell).left;
    const answers = header.flatMap((above) => {
      // Row words stand in one column; those at the left of the answers, below the header.
      const beside = rows.filter(({ row, column }) => row > above.row && column <= above.column);
      const columns = new Set(beside.map(({ column }) => column));
      const column = columns.has(rowColumn) ? rowColumn : Math.min(...columns);
      return [{ above, beside: beside.filter((place) => place.column === column) }];
    });
    const fitting = answers.filter(({ beside }) => beside.length === twins.length);
    const [only, ...others] = fitting;
    if (!only || others.length > 0) return undefined;
    const row = only.beside[twins.indexOf(field)]?.row;
    const shift = parseRange(field.cell).left - parseRange(field.column.cell).left;
    return row === undefined ? undefined : { row, column: only.above.column + shift, moved: true };
  }

  private stands({ text, cell }: ReturnField["row"]): boolean {
    const { top, left } = parseRange(cell);
    return textAt(this.sheet, top, left) === text.trim();
  }

  private placesOf(text: string): { row: number; column: number }[] {
    return this.texts.get(text.trim()) ?? [];
  }
}

function textAt(sheet: ReturnedSheet, row: number, column: number): string {
  const value = sheet.cell(row, column)?.value;
  return typeof value === "string" ? value.trim() : "";
}

/**
 * The returned sheet each sent one has become: by its tab, or, renamed, by the words of its answer rows.
 *
 * @returns undefined for those that are gone
 */
export function matchSheets(
  shapes: readonly SheetShape[],
  fields: readonly ReturnField[],
  sheets: readonly ReturnedSheet[],
): Map<string, ReturnedSheet | undefined> {
  const byTab = new Map(sheets.map((sheet) => [sheet.tab.toLowerCase(), sheet]));
  const matched = new Map(shapes.map(({ id, tab }) => [id, byTab.get(tab.toLowerCase())]));
  const taken = new Set(matched.values());
  for (const { id } of shapes) {
    if (matched.get(id)) continue;
    const words = [
      ...new Set(
        fields.filter((field) => field.sheet === id).flatMap(({ row, column }) => [row.text, column.text]),
      ),
    ];
    if (words.length === 0) continue;
    const candidates = sheets
      .filter((sheet) => !taken.has(sheet))
      .map((sheet) => ({ sheet, share: shareOf(words, sheet) }))
      .sort((a, b) => b.share - a.share);
    const [best] = candidates;
    // Most of the words must be there: a page with a few months in it is no target page.
    if (!best || best.share < 0.8) continue;
    matched.set(id, best.sheet);
    taken.add(best.sheet);
  }
  return matched;
}

/** The share of words that stand on a sheet, 0 to 1. */
export function shareOf(words: readonly string[], sheet: ReturnedSheet): number {
  const there = new Set<string>();
  for (const { cell } of sheet.cells()) if (typeof cell.value === "string") there.add(cell.value.trim());
  return words.filter((word) => there.has(word.trim())).length / words.length;
}

/** The words that say which answer a field is. */
export const wordsOf = ({ row, column }: ReturnField): string => `${row.text}\u0001${column.text}`;

export function addressOf({ row, column }: Place): string {
  return cellRef(row, column);
}
