import { cellRef } from "../../formula/references";
import type { Cell, HostSheet, LineState, Scalar } from "../book/workbook";
import { cellMarkup, resultMarkup, type MarkupContext } from "./cellMarkup";
import {
  scanAttribute,
  scanCells,
  scanElement,
  scanRowNumbers,
  type ScannedCell,
  type ScannedRow,
  type SplitSheet,
} from "./cellScan";
import { readValue, rowState } from "./readCells";
import { rowTag, type XfOf } from "./rowMarkup";

export interface PatchContext extends MarkupContext {
  readonly strings: readonly string[];
  readonly xfOf: XfOf;
  /** The workbook's style number for the file's. */
  readonly styleOf: (xf: number) => number;
  /** Cells to write even if nobody set them: their formulas name a sheet that has been renamed. */
  readonly rewriteFormulas: boolean;
}

/**
 * The cells of an opened sheet with the changed ones replaced. Everything else keeps its markup letter for letter,
 * but formula results that have changed since are brought up to date. Returns the very same text if nothing differs.
 */
export function patchCells(split: SplitSheet, sheet: HostSheet, context: PatchContext): string {
  const { cells, parts } = sheet.changed;
  const hasFormulas = split.data.includes(`<${split.prefix}f`);
  if (cells.size === 0 && !parts.has("lines") && !hasFormulas) return split.data;
  return new Patch(split, sheet, context).run();
}

class Patch {
  readonly #split: SplitSheet;
  readonly #sheet: HostSheet;
  readonly #context: PatchContext;
  /** Row → columns to write. */
  readonly #changed: Map<number, Set<number>>;
  readonly #brokenGroups: Set<string>;
  readonly #out: string[] = [];
  /** Everything before is copied or replaced. */
  #done = 0;
  readonly #newRows: number[];
  #nextNewRow = 0;
  #columns: number[] = [];
  #nextColumn = 0;

  constructor(split: SplitSheet, sheet: HostSheet, context: PatchContext) {
    this.#split = split;
    this.#sheet = sheet;
    this.#context = context;
    this.#changed = changedByRow(sheet.changed.cells);
    const touched = new Set(this.#changed.keys());
    if (sheet.changed.parts.has("lines")) for (const row of sheet.rows.keys()) touched.add(row);
    const existing = touched.size > 0 ? scanRowNumbers(split) : new Set<number>();
    this.#newRows = [...touched].filter((row) => !existing.has(row)).sort((a, b) => a - b);
    this.#brokenGroups = this.#groupsWithoutMaster();
  }

  run(): string {
    scanCells(this.#split, {
      row: (row) => this.#row(row),
      cell: (cell) => this.#cell(cell),
      rowEnd: (row) => this.#rowEnd(row),
    });
    this.#insertRowsBefore(Number.POSITIVE_INFINITY, this.#split.data.length);
    this.#copyTo(this.#split.data.length);
    return this.#out.join("");
  }

  /** When the cell that holds a shared formula is overwritten, the others of its group need formulas of their own. */
  #groupsWithoutMaster(): Set<string> {
    const broken = new Set<string>();
    if (this.#changed.size === 0 && !this.#context.rewriteFormulas) return broken;
    if (!/\st=["']shared["']/.test(this.#split.data)) return broken;
    scanCells(this.#split, {
      cell: (cell) => {
        if (!this.#changed.get(cell.row)?.has(cell.column) && !this.#context.rewriteFormulas) return;
        const f = scanElement(cell.inner, this.#split.prefix, "f");
        const group = f && f.text !== "" ? scanAttribute(f.attributes, "si") : undefined;
        if (group !== undefined) broken.add(group);
      },
    });
    return broken;
  }

  #row(row: ScannedRow): void {
    this.#insertRowsBefore(row.row, row.start);
    this.#columns = [...(this.#changed.get(row.row) ?? [])].sort((a, b) => a - b);
    this.#nextColumn = 0;
    const state = this.#sheet.rows.get(row.row);
    // A row whose settings nobody changed keeps its attributes, the height Excel fitted included.
    const resized = this.#sheet.changed.parts.has("lines") && !sameLine(state, rowState(row.attributes));
    if (!resized && this.#columns.length === 0) return;
    const tag = resized
      ? rowTag(row.row, state, this.#split.prefix, row.attributes)
      : `<${this.#split.prefix}row${row.attributes.replace(/\sspans=(?:"[^"]*"|'[^']*')/, "").trimEnd()}`;
    const hasCells = !row.empty || this.#columns.length > 0;
    this.#replace(row.start, row.contentStart, `${tag}${hasCells ? ">" : "/>"}`);
  }

  #cell(cell: ScannedCell): void {
    this.#insertColumnsBefore(cell.row, cell.column, cell.start);
    const state = this.#sheet.cells.get(cell.row)?.get(cell.column);
    if (this.#columns[this.#nextColumn] === cell.column) {
      this.#nextColumn += 1;
      this.#replace(cell.start, cell.end, this.#changedMarkup(cell, state));
      return;
    }
    const f = cell.inner.includes(`<${this.#split.prefix}f`)
      ? scanElement(cell.inner, this.#split.prefix, "f")
      : undefined;
    if (!f || !state) return;
    const group = scanAttribute(f.attributes, "si");
    const kind = scanAttribute(f.attributes, "t");
    const orphan = group !== undefined && this.#brokenGroups.has(group);
    const renamed = this.#context.rewriteFormulas && (kind === undefined || kind === "normal");
    if ((orphan || renamed) && state.formula !== undefined)
      this.#replace(cell.start, cell.end, this.#changedMarkup(cell, state));
    else if (isStale(readValue(cell, this.#split.prefix, this.#context.strings), state.value))
      this.#replace(cell.start, cell.end, this.#refreshedMarkup(cell, state));
  }

  #rowEnd(row: ScannedRow): void {
    const before = this.#out.length;
    this.#insertColumnsBefore(row.row, Number.POSITIVE_INFINITY, row.contentEnd);
    if (row.empty && this.#out.length > before) this.#out.push(`</${this.#split.prefix}row>`);
  }

  #insertRowsBefore(limit: number, at: number): void {
    for (
      let row = this.#newRows[this.#nextNewRow];
      row !== undefined && row < limit;
      row = this.#newRows[this.#nextNewRow]
    ) {
      this.#nextNewRow += 1;
      const columns = [...(this.#changed.get(row) ?? [])].sort((a, b) => a - b);
      const cells = columns.map((column) => this.#newMarkup(row, column)).join("");
      const tag = rowTag(row, this.#sheet.rows.get(row), this.#split.prefix);
      this.#replace(
        at,
        at,
        cells ? `${tag}>${cells}</${this.#split.prefix}row>` : this.#sheet.rows.has(row) ? `${tag}/>` : "",
      );
    }
  }

  #insertColumnsBefore(row: number, limit: number, at: number): void {
    for (
      let column = this.#columns[this.#nextColumn];
      column !== undefined && column < limit;
      column = this.#columns[this.#nextColumn]
    ) {
      this.#nextColumn += 1;
      this.#replace(at, at, this.#newMarkup(row, column));
    }
  }

  #newMarkup(row: number, column: number): string {
    const cell = this.#sheet.cells.get(row)?.get(column);
    return cell ? cellMarkup(row, column, cell, this.#context.xfOf(cell.style), this.#context) : "";
  }

  #changedMarkup(scanned: ScannedCell, state: Cell | undefined): string {
    if (!state) return "";
    // The file may tell styles apart that are one style here: a cell that keeps its style keeps the file's number.
    const xf =
      this.#context.styleOf(scanned.xf) === state.style ? scanned.xf : this.#context.xfOf(state.style);
    return cellMarkup(scanned.row, scanned.column, state, xf, this.#context);
  }

  #refreshedMarkup(scanned: ScannedCell, state: Cell): string {
    const p = this.#split.prefix;
    const f =
      new RegExp(`<${p}f(?:[^>"']|"[^"]*"|'[^']*')*?(?:/>|>.*?</${p}f>)`, "s").exec(scanned.inner)?.[0] ?? "";
    const { type, inner } = resultMarkup(state.value, p);
    const kept = scanned.attributes.replace(/\st=(?:"[^"]*"|'[^']*')/, "").trimEnd();
    const address = /\sr=/.test(kept) ? "" : ` r="${cellRef(scanned.row, scanned.column)}"`;
    return `<${p}c${address}${kept}${type === undefined ? "" : ` t="${type}"`}>${f}${inner}</${p}c>`;
  }

  #copyTo(end: number): void {
    if (end > this.#done) this.#out.push(this.#split.data.slice(this.#done, end));
    this.#done = Math.max(this.#done, end);
  }

  #replace(start: number, end: number, markup: string): void {
    this.#copyTo(start);
    if (markup) this.#out.push(markup);
    this.#done = Math.max(this.#done, end);
  }
}

function changedByRow(addresses: ReadonlySet<string>): Map<number, Set<number>> {
  const rows = new Map<number, Set<number>>();
  for (const address of addresses) {
    const comma = address.indexOf(",");
    const row = Number(address.slice(0, comma));
    const columns = rows.get(row) ?? new Set();
    rows.set(row, columns.add(Number(address.slice(comma + 1))));
  }
  return rows;
}

function sameLine(a: LineState | undefined, b: LineState | undefined): boolean {
  return (
    a?.size === b?.size &&
    (a?.hidden ?? false) === (b?.hidden ?? false) &&
    (a?.outline ?? 0) === (b?.outline ?? 0)
  );
}

/** Below this relative difference two programs' results count as the same. */
const SAME_RESULT = 1e-12;

function isStale(before: Scalar, now: Scalar): boolean {
  if (typeof before === "number" && typeof now === "number")
    return Math.abs(before - now) > SAME_RESULT * Math.max(Math.abs(before), Math.abs(now));
  const wasError = before !== null && typeof before === "object";
  if (now !== null && typeof now === "object") {
    // A function the calculator does not know must not spoil the result Excel left in the file.
    return wasError ? before.error !== now.error : now.error !== "#NAME?";
  }
  return before !== now && !(before === null && now === "") && !(before === "" && now === null);
}
