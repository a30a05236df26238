import type { Model } from "@ironcalc/wasm";
import { KeptResults } from "./keptResults";
import type { Watcher } from "../book/live";
import { inOrderOfUse, newMirror, type Mirror } from "./mirror";
import { ModelNames } from "./modelNames";
import type { Cell, HostSheet, HostWorkbook, Scalar } from "../book/workbook";

const COLUMNS = 16_384;
const pack = (row: number, column: number): number => row * COLUMNS + column;

/**
 * A number format that makes IronCalc print a number with all its digits, followed by AM or PM: its only way to give
 * a result exactly (its General rounds to nine decimals), without a second formula for every formula.
 */
const EXACT = "@AM/PM";
const EXACT_NUMBER = /^(-?[\d.]+(?:E[+-]?\d+)?)[AP]M$/i;
const CELL_TYPE = { number: 1, text: 2, boolean: 4, error: 16 } as const;

/** IronCalc's own errors, as Excel would show them. */
const EXCEL_ERROR: Readonly<Record<string, string>> = {
  "#N/IMPL!": "#NAME?",
  "#ERROR!": "#NAME?",
  "#CIRC!": "#REF!",
};

/** Functions whose results are other ones on another day. */
const OF_THE_DAY = /\b(?:TODAY|NOW)\(/i;

/** Sheet names in front of references. */
const SHEETS = /'((?:[^']|'')+)'!|([\p{L}\p{N}_.]+)!/gu;

/**
 * Keeps the results of formulas current. It feeds a private IronCalc model with what changes and reads every formula's
 * result back, at most once however many cells changed, and only when somebody asks. A workbook without formulas never
 * reaches IronCalc.
 */
export class Calculator implements Watcher {
  private model: Model | undefined;
  private mirrors = new Map<HostSheet, Mirror>();
  private readonly kept = new KeptResults();
  private readonly names: ModelNames;
  private dirty = true;
  /** The model has to be made anew. */
  private fresh = true;
  /** The formulas have been gathered from the workbook since it last changed as a whole. */
  private mirrored = false;
  private namesStale = false;
  private formulaCount = 0;
  /** Names, in lower case, of the sheets formulas speak of; null for all, once a formula builds references itself. */
  private mentioned: Set<string> | null = new Set();

  constructor(
    private readonly book: HostWorkbook,
    private readonly createModel: () => Model,
  ) {
    this.names = new ModelNames(book, (sheet) => this.mirrors.get(sheet)?.index);
    this.mirrorAll();
    this.kept.remember(this.formulas());
    // A file brings its results along: nothing is due until something changes, unless a result is missing or of its day.
    this.dirty = [...this.formulas()].some(
      ({ sheet, cell }) =>
        sheet.source === undefined || cell.value === null || OF_THE_DAY.test(cell.formula ?? ""),
    );
  }

  /** How often a recalculation has run: none of it is free, so tests count it. */
  runs = 0;

  cell(sheet: HostSheet, row: number, column: number, cell: Cell | undefined): void {
    this.dirty = true;
    if (!this.mirrored) return;
    const mirror = this.mirrors.get(sheet);
    if (!mirror) return;
    const key = pack(row, column);
    const had = mirror.formulas.delete(key);
    const has = cell?.formula !== undefined;
    if (has && cell) {
      mirror.formulas.set(key, cell);
      this.mention(cell.formula, mirror);
    }
    this.formulaCount += Number(has) - Number(had);
    if (mirror.loaded) mirror.stale.set(key, cell);
    if (had || has) this.kept.forget(sheet, row, column);
  }

  sheetAdded(sheet: HostSheet): void {
    if (!this.mirrored) return;
    const index = this.mirrors.size;
    this.mirrors.set(sheet, newMirror(index));
    this.dirty = true;
    // For a sheet added or renamed IronCalc parses every formula again: one new model for a batch of them is far quicker.
    this.fresh = true;
  }

  sheetRenamed(sheet: HostSheet, from: string): void {
    this.dirty = true;
    this.namesStale = this.book.names.length > 0;
    const [old, name] = [from.toLowerCase(), sheet.name.toLowerCase()];
    if (this.mentioned?.has(old)) this.mentioned.add(name);
    for (const { speaksOf } of this.mirrors.values()) {
      const times = speaksOf.get(old);
      if (times !== undefined) speaksOf.set(name, times);
    }
    this.fresh = true;
  }

  namesChanged(): void {
    this.dirty = true;
    this.namesStale = true;
  }

  rebuilt(): void {
    this.fresh = true;
    this.dirty = true;
    this.mirrored = false;
  }

  /** Brings every formula's value up to date. */
  recalculate(force = false): void {
    if (!this.dirty && !force) return;
    this.dirty = false;
    if (!this.mirrored) this.mirrorAll();
    if (this.formulaCount === 0) return;
    this.runs++;
    const model = this.current();
    this.push(model);
    model.evaluate();
    this.read(model);
    if (
      this.kept.settle(this.book, (sheet, row, column, input) => this.input(model, sheet, row, column, input))
    ) {
      model.evaluate();
      this.read(model);
    }
  }

  /** Every formula cell with its place. */
  *formulas(): Iterable<{ sheet: HostSheet; row: number; column: number; cell: Cell }> {
    for (const [sheet, { formulas }] of this.mirrors) {
      for (const [key, cell] of formulas)
        yield { sheet, row: Math.floor(key / COLUMNS), column: key % COLUMNS, cell };
    }
  }

  private mirrorAll(): void {
    this.mirrored = true;
    this.mirrors = new Map();
    this.mentioned = new Set();
    this.formulaCount = 0;
    for (const name of this.book.names) this.mention(name.formula);
    for (const [index, sheet] of this.book.sheets.entries()) {
      const mirror = newMirror(index);
      for (const [row, line] of sheet.cells) {
        for (const [column, cell] of line) {
          if (cell.formula === undefined) continue;
          mirror.formulas.set(pack(row, column), cell);
          this.mention(cell.formula, mirror);
          this.formulaCount++;
        }
      }
      this.mirrors.set(sheet, mirror);
    }
  }

  private current(): Model {
    if (this.namesStale) {
      for (const name of this.book.names) this.mention(name.formula);
      // Names the model cannot hold are written out in the formulas: those must be typed again.
      if (!this.fresh && this.model && !this.names.update(this.model)) this.fresh = true;
      this.namesStale = false;
    }
    return this.fresh || !this.model ? this.build() : this.model;
  }

  private build(): Model {
    this.model?.free();
    const model = this.createModel();
    model.pauseEvaluation();
    this.fresh = false;
    this.model = model;
    // IronCalc works a sheet out in one sweep but pays dearly for reaching into one it has not come to yet. All sheets
    // before any formula: formulas name them.
    const ordered = inOrderOfUse(this.mirrors);
    for (const [index, [, mirror]] of ordered.entries()) {
      if (index > 0) model.newSheet();
      model.renameSheet(index, `~${index}~`);
      mirror.index = index;
    }
    for (const [sheet, mirror] of ordered) {
      model.renameSheet(mirror.index, sheet.name);
      mirror.loaded = false;
      mirror.exactColumns = 0;
      mirror.stale.clear();
    }
    this.names.start(model);
    return model;
  }

  private mention(formula: string | undefined, by?: Mirror): void {
    if (formula === undefined) return;
    if (/\bINDIRECT\(/i.test(formula)) this.mentioned = null;
    if (!formula.includes("!")) return;
    for (const [, quoted, plain = ""] of formula.matchAll(SHEETS)) {
      const name = (quoted?.replaceAll("''", "'") ?? plain).toLowerCase();
      this.mentioned?.add(name);
      by?.speaksOf.set(name, (by.speaksOf.get(name) ?? 0) + 1);
    }
  }

  private isNeeded(sheet: HostSheet, mirror: Mirror): boolean {
    return mirror.formulas.size > 0 || !this.mentioned || this.mentioned.has(sheet.name.toLowerCase());
  }

  private load(sheet: HostSheet, mirror: Mirror): void {
    mirror.loaded = true;
    for (const [row, line] of sheet.cells) {
      for (const [column, cell] of line)
        if (cell.value !== null || cell.formula !== undefined) mirror.stale.set(pack(row, column), cell);
    }
  }

  private push(model: Model): void {
    for (const [sheet, mirror] of this.mirrors) {
      if (!mirror.loaded && this.isNeeded(sheet, mirror)) this.load(sheet, mirror);
      if (mirror.stale.size === 0) continue;
      let last = 0;
      for (const key of mirror.stale.keys()) last = Math.max(last, (key % COLUMNS) + 1);
      if (last > mirror.exactColumns) {
        const width = Math.min(COLUMNS, last + 8) - mirror.exactColumns;
        model.updateRangeStyle(
          { sheet: mirror.index, row: 1, column: mirror.exactColumns + 1, width, height: 1_048_576 },
          "num_fmt",
          EXACT,
        );
        mirror.exactColumns += width;
      }
      for (const [key, cell] of mirror.stale) {
        const [row, column] = [Math.floor(key / COLUMNS), key % COLUMNS];
        const constant = cell?.formula !== undefined && this.kept.holds(sheet, row, column);
        this.input(
          model,
          sheet,
          row,
          column,
          constant
            ? inputText(cell.value)
            : cell === undefined
              ? ""
              : cell.formula === undefined
                ? inputText(cell.value)
                : this.names.writeOut(cell.formula, sheet),
        );
      }
      mirror.stale.clear();
    }
  }

  private input(model: Model, sheet: HostSheet, row: number, column: number, input: string): void {
    const index = this.mirrors.get(sheet)?.index;
    if (index !== undefined) model.setUserInput(index, row + 1, column + 1, input);
  }

  private read(model: Model): void {
    for (const [sheet, { index, formulas }] of this.mirrors) {
      for (const [key, cell] of formulas) {
        const [row, column] = [Math.floor(key / COLUMNS), key % COLUMNS];
        if (this.kept.holds(sheet, row, column)) continue;
        // Saving compares results with the file's by itself: the formula's own markup stays.
        cell.value = readResult(model, index, row + 1, column + 1);
      }
    }
  }
}

/** A constant as typed into IronCalc: text behind an apostrophe, numbers without an exponent (it would set a format). */
export function inputText(value: Scalar): string {
  if (value === null) return "";
  if (typeof value === "string") return `'${value}`;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "number" ? plainDigits(value) : value.error;
}

/** @example plainDigits(1e-7) // "0.0000001" */
export function plainDigits(value: number): string {
  const text = String(value);
  const parts = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!parts) return text;
  const [, sign = "", first = "", rest = "", power = "0"] = parts;
  const digits = first + rest;
  const exponent = Number(power);
  return exponent < 0
    ? `${sign}0.${"0".repeat(-exponent - 1)}${digits}`
    : `${sign}${digits.padEnd(exponent + 1, "0")}`;
}

/** A cell's computed value, exactly. Rows and columns from 1. */
function readResult(model: Model, sheet: number, row: number, column: number): Scalar {
  const text = model.getFormattedCellValue(sheet, row, column);
  const type: number = model.getCellType(sheet, row, column);
  if (type === CELL_TYPE.text) return text;
  if (type === CELL_TYPE.boolean) return text === "TRUE";
  if (type === CELL_TYPE.error) return { error: EXCEL_ERROR[text] ?? text };
  const digits = EXACT_NUMBER.exec(text)?.[1];
  if (digits !== undefined) return Number(digits);
  // The cell has a format of its own (something typed into it before set one): give it the exact one and read again.
  model.updateRangeStyle({ sheet, row, column, width: 1, height: 1 }, "num_fmt", EXACT);
  const again = EXACT_NUMBER.exec(model.getFormattedCellValue(sheet, row, column))?.[1];
  return again === undefined ? text : Number(again);
}
