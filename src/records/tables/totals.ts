import { foldWidth, hasCjk } from "../clean/text";
import { parseNumber } from "../clean/number";
import type { Cell, Grid } from "../grid";
import type { AsideKind, AsideRow, TableColumn } from "./region";

const LABEL_COLUMNS = 4;
const HINT = /[计总汇均比]|total|sum|avg|average|mean/i;
const CHINESE: readonly { kind: AsideKind; pattern: RegExp }[] = [
  { kind: "subtotal", pattern: /(?:小计|分计)$/ },
  {
    kind: "total",
    pattern:
      /^(?:总?合计|总计|共计|累计|总和|总额|汇总|全部合计|(?:本页|公司|全公司|全国|全年|全部)(?:合计|总计|汇总))$/,
  },
  { kind: "subtotal", pattern: /(?:合计|总计|汇总)$/ },
  { kind: "derived", pattern: /^(?:平均|均值|平均值|人均|占比|同比|环比|最大值|最小值)$/ },
];
const LATIN: readonly { kind: AsideKind; pattern: RegExp; loose?: boolean }[] = [
  { kind: "total", pattern: /^(?:grand total|totals?|overall total|sum|overall|company total)$/ },
  { kind: "subtotal", pattern: /^sub[- ]?totals?$/ },
  { kind: "derived", pattern: /^(?:average|avg|mean|median)$/ },
  // `East total`, `Total East`: also the name of a firm, so the rest of the row has to be empty.
  { kind: "subtotal", pattern: /\bsub-?total\b|\btotal$|^total\b/, loose: true },
];

/** The kind of a total row by the words in its first columns; undefined for a record. */
export function totalByWord(
  grid: Grid,
  row: number,
  columns: readonly TableColumn[],
  usualTexts: number,
): AsideRow | undefined {
  const cells = grid.values[row] ?? [];
  for (let i = 0; i < Math.min(LABEL_COLUMNS, columns.length); i++) {
    const cell = cells[columns[i]?.column ?? -1];
    if (typeof cell !== "string" || cell.length > 24 || !HINT.test(cell)) continue;
    const kind = labelKind(cell, () => countTexts(cells, columns) <= Math.max(1, usualTexts / 2));
    if (kind) return { row, kind, label: cell.trim(), by: "word" };
  }
  return undefined;
}

function labelKind(cell: string, restIsEmpty: () => boolean): AsideKind | undefined {
  const text = foldWidth(cell)
    .replace(/[:：*]+$/, "")
    .trim();
  if (hasCjk(text)) {
    const bare = text.replace(/\s+/g, "");
    return CHINESE.find(({ pattern }) => pattern.test(bare))?.kind;
  }
  const lower = text.toLowerCase().replace(/\s+/g, " ");
  return LATIN.find(({ pattern, loose }) => pattern.test(lower) && (!loose || restIsEmpty()))?.kind;
}

export function countTexts(cells: readonly Cell[], columns: readonly TableColumn[]): number {
  let count = 0;
  for (const { column } of columns) {
    const cell = cells[column];
    if (typeof cell === "string" && cell.trim() !== "" && parseNumber(cell) === undefined) count += 1;
  }
  return count;
}

/**
 * Rows whose numbers add up the rows above them though no word says so. A row with nothing in the key column needs
 * to fit once; a row with a name in it needs two columns to fit over three rows, since a small sum can be chance.
 *
 * `rows` are the records so far; returns those that are totals.
 */
export function totalsBySum(
  grid: Grid,
  rows: readonly number[],
  keyColumn: number,
  numericColumns: readonly number[],
): AsideRow[] {
  const isNameless = (row: number) => String(grid.values[row]?.[keyColumn] ?? "").trim() === "";
  const searchNamed = rows.length <= 2000 && numericColumns.length >= 2;
  if (numericColumns.length === 0 || !(searchNamed || rows.some(isNameless))) return [];

  const found: AsideRow[] = [];
  const all = numericColumns.map(() => 0);
  const group = numericColumns.map(() => 0);
  let groupSize = 0;
  let size = 0;
  for (const row of rows) {
    const values = numericColumns.map((column) => numberOf(grid.values[row]?.[column] ?? null));
    const nameless = isNameless(row);
    const kind =
      groupSize >= 2 && fits(values, group, nameless ? 1 : 2, nameless || groupSize >= 3)
        ? "subtotal"
        : size >= 2 && fits(values, all, nameless ? 1 : 2, nameless || size >= 3)
          ? "total"
          : undefined;
    if (kind) {
      found.push({
        row,
        kind,
        label: nameless ? "" : String(grid.values[row]?.[keyColumn]).trim(),
        by: "sum",
      });
      group.fill(0);
      groupSize = 0;
    } else {
      values.forEach((value, i) => {
        all[i] = (all[i] ?? 0) + (value ?? 0);
        group[i] = (group[i] ?? 0) + (value ?? 0);
      });
      groupSize += 1;
      size += 1;
    }
  }
  return found;
}

function fits(
  values: readonly (number | undefined)[],
  sums: readonly number[],
  least: number,
  allowed: boolean,
): boolean {
  if (!allowed) return false;
  let matches = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    const sum = sums[i] ?? 0;
    if (value === undefined) continue;
    if (Math.abs(value - sum) > 1e-6 * Math.max(1, Math.abs(sum))) return false;
    if (Math.abs(value) >= 10) matches += 1;
  }
  return matches >= least;
}

function numberOf(cell: Cell): number | undefined {
  if (typeof cell === "number") return cell;
  return typeof cell === "string" ? parseNumber(cell)?.value : undefined;
}
