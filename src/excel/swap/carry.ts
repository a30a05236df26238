/**
 * What people typed on our sheets. Inputs (the yellow cells) are remembered with the labels of their row and column,
 * so that a typed value finds its place on the next run's sheet even when rows moved; everything else is remembered as
 * one fingerprint that tells whether a person edited the sheet at all.
 */
import { cellRef, parseRange, rangeRef, type Rectangle } from "../../formula/references";
import type { SheetSpec, SpecCell } from "../../sheets/spec";
import { mergeStyles } from "../write/formats";
import type { RawCell } from "../read/pages";
import type { OurSheet, WrittenInputs } from "../state/state";

/** Above this a sheet's inputs are not listed; they count for its fingerprint instead. */
const MOST_INPUTS = 20_000;

type Value = string | number | boolean | null;

/** Cells by position; only filled ones. Formulas are text starting with `=` and marked as such. */
export interface Content {
  at(row: number, column: number): { readonly value: Value; readonly formula: boolean };
  readonly bottom: number;
  readonly right: number;
}

const EMPTY = { value: null, formula: false } as const;

export function contentOfSpec(spec: SheetSpec): Content {
  const cells = new Map<number, Map<number, SpecCell>>();
  let bottom = -1;
  let right = -1;
  for (const block of spec.blocks) {
    const { top, left } = parseRange(block.at);
    block.cells.forEach((row, r) => {
      const line = cells.get(top + r) ?? new Map<number, SpecCell>();
      cells.set(top + r, line);
      row.forEach((cell, c) => line.set(left + c, cell));
      bottom = Math.max(bottom, top + r);
      right = Math.max(right, left + row.length - 1);
    });
  }
  return {
    bottom,
    right,
    at(row, column) {
      const cell = cells.get(row)?.get(column) ?? null;
      return typeof cell === "object" && cell !== null
        ? { value: cell.formula, formula: true }
        : { value: cell === "" ? null : cell, formula: false };
    },
  };
}

type Table = readonly (readonly RawCell[])[];

/**
 * @param formulas `Range.formulas` of the used range whose first cell is at `top`, `left`.
 * @param values `Range.values` of the same: text that looks like a formula is its own value.
 */
export function contentOfGrid(formulas: Table, values: Table, top: number, left: number): Content {
  return {
    bottom: top + formulas.length - 1,
    right: left + (formulas[0]?.length ?? 0) - 1,
    at(row, column) {
      const value = formulas[row - top]?.[column - left] ?? "";
      if (value === "") return EMPTY;
      const formula =
        typeof value === "string" && value.startsWith("=") && values[row - top]?.[column - left] !== value;
      return { value, formula };
    },
  };
}

/** The rectangles people may type into: those a protected sheet leaves open and those styled as inputs. */
function inputRanges(spec: SheetSpec): Rectangle[] {
  const styled = (spec.formats ?? [])
    .filter(({ style }) => mergeStyles(style).unlocked === true)
    .map(({ range }) => range);
  const ranges = [...new Set([...(spec.protect?.inputs ?? []), ...styled])].map(parseRange);
  // A range inside another would be listed twice.
  return ranges.filter((a, i) => !ranges.some((b, j) => i !== j && covers(b, a) && (!covers(a, b) || j < i)));
}

const covers = (a: Rectangle, b: Rectangle): boolean =>
  a.top <= b.top && a.left <= b.left && a.bottom >= b.bottom && a.right >= b.right;
const inside = (area: Rectangle, row: number, column: number): boolean =>
  row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;

const isLabel = (value: Value): value is string => typeof value === "string" && value.trim() !== "";

/** The texts to the left of an input area, which say what a row is: `East|Moses Frase`. */
function rowLabel(content: Content, row: number, area: Rectangle): string {
  const words: string[] = [];
  for (let column = 0; column < area.left; column += 1) {
    const { value, formula } = content.at(row, column);
    if (!formula && isLabel(value)) words.push(value.trim());
  }
  return words.join("|");
}

/** The nearest text above an input area, which says what a column is. */
function columnLabel(content: Content, column: number, area: Rectangle): string {
  for (let row = area.top - 1; row >= 0; row -= 1) {
    const { value, formula } = content.at(row, column);
    if (!formula && isLabel(value)) return value.trim();
  }
  return "";
}

/** Labels made different from one another: the second `East` is `East#2`. */
function distinct(labels: readonly string[]): string[] {
  const counts = new Map<string, number>();
  return labels.map((label) => {
    const count = (counts.get(label) ?? 0) + 1;
    counts.set(label, count);
    return count === 1 ? label : `${label}#${count}`;
  });
}

function span(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

function inputsIn(content: Content, area: Rectangle): WrittenInputs {
  const rows = span(area.top, area.bottom);
  const columns = span(area.left, area.right);
  return {
    range: rangeRef(area.top, area.left, area.bottom, area.right),
    rows: distinct(rows.map((row) => rowLabel(content, row, area))),
    columns: distinct(columns.map((column) => columnLabel(content, column, area))),
    values: rows.map((row) => columns.map((column) => content.at(row, column).value)),
  };
}

/** What to remember of a sheet as it is written. */
export function remember(spec: SheetSpec): Pick<OurSheet, "fingerprint" | "inputs"> {
  const content = contentOfSpec(spec);
  const areas = inputRanges(spec);
  const count = areas.reduce((sum, a) => sum + (a.bottom - a.top + 1) * (a.right - a.left + 1), 0);
  const listed = count <= MOST_INPUTS ? areas : [];
  return { fingerprint: fingerprint(content, listed), inputs: listed.map((area) => inputsIn(content, area)) };
}

/**
 * One short text for everything on a sheet but its inputs. Rows may change places (sorting is no edit), empty rows do
 * not count, and of formulas only their being there: programs write the same formula in different ways.
 */
function fingerprint(content: Content, inputs: readonly Rectangle[]): string {
  let [low, high] = [0, 0];
  for (let row = 0; row <= content.bottom; row += 1) {
    const cells: string[] = [];
    for (let column = 0; column <= content.right; column += 1) {
      const { value, formula } = content.at(row, column);
      if (value === null || inputs.some((area) => inside(area, row, column))) continue;
      cells.push(`${column}:${formula ? "=" : canonical(value)}`);
    }
    if (cells.length === 0) continue;
    const [a, b] = hash(cells.join("\u0001"));
    low = (low + a) >>> 0;
    high = (high + b) >>> 0;
  }
  return low.toString(36) + "." + high.toString(36);
}

/** A cell's value as every program reports it: `'007` and `007`, `true` and `TRUE` are the same. */
function canonical(value: Value): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return String(value).replace(/^'/, "");
}

const same = (a: Value, b: Value): boolean => a === b || canonical(a ?? "") === canonical(b ?? "");

/** Two 32-bit FNV-1a hashes with different seeds. */
function hash(text: string): [number, number] {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x85ebca6b);
  }
  return [a >>> 0, b >>> 0];
}

/** What a person typed into an input, with the labels that say where. */
export interface Typed {
  readonly row: string;
  readonly column: string;
  readonly value: Value;
  /** The value is a formula. */
  readonly formula: boolean;
}

export interface Edits {
  readonly typed: readonly Typed[];
  /** Something else than inputs was changed. */
  readonly edited: boolean;
}

/** What a person changed on one of our sheets since it was written. */
export function findEdits(ours: OurSheet, content: Content): Edits {
  const typed: Typed[] = [];
  const areas: Rectangle[] = [];
  for (const written of ours.inputs ?? []) {
    const area = parseRange(written.range);
    areas.push(area);
    const now = inputsIn(content, area);
    const rowOf = new Map(written.rows.map((label, i) => [label, i]));
    now.rows.forEach((row, r) => {
      now.columns.forEach((column, c) => {
        const value = now.values[r]?.[c] ?? null;
        // Sorted rows are met again by their label, unlabelled ones by their place.
        const was = written.values[rowOf.get(row) ?? r]?.[c] ?? null;
        const { formula } = content.at(area.top + r, area.left + c);
        if (!same(value, was)) typed.push({ row, column, value, formula });
      });
    });
  }
  const edited = ours.fingerprint !== undefined && ours.fingerprint !== fingerprint(content, areas);
  return { typed, edited };
}

export interface Placed {
  readonly cell: string;
  readonly value: Value;
}

export interface Carried {
  readonly spec: SheetSpec;
  readonly placed: readonly Placed[];
  /** Their row or column is not on the new sheet. */
  readonly homeless: readonly Typed[];
}

/** The spec with what people typed put into its inputs. */
export function carryOver(spec: SheetSpec, typed: readonly Typed[]): Carried {
  if (typed.length === 0) return { spec, placed: [], homeless: [] };
  const content = contentOfSpec(spec);
  const places = new Map<string, { row: number; column: number }>();
  for (const area of inputRanges(spec)) {
    const { rows, columns } = inputsIn(content, area);
    rows.forEach((row, r) => {
      columns.forEach((column, c) => {
        const key = `${row}\u0001${column}`;
        if (!places.has(key)) places.set(key, { row: area.top + r, column: area.left + c });
      });
    });
  }
  const wanted = new Map<string, SpecCell>();
  const placed: Placed[] = [];
  const homeless: Typed[] = [];
  for (const entry of typed) {
    const place = places.get(`${entry.row}\u0001${entry.column}`);
    if (place === undefined) {
      homeless.push(entry);
      continue;
    }
    if (same(content.at(place.row, place.column).value, entry.value)) continue;
    wanted.set(
      `${place.row},${place.column}`,
      entry.formula ? { formula: String(entry.value) } : entry.value,
    );
    placed.push({ cell: cellRef(place.row, place.column), value: entry.value });
  }
  const filled = spec.blocks.map((block) => {
    const { top, left } = parseRange(block.at);
    return {
      ...block,
      cells: block.cells.map((row, r) =>
        row.map((cell, c): SpecCell => {
          const key = `${top + r},${left + c}`;
          const value = wanted.get(key);
          if (value === undefined) return cell;
          wanted.delete(key);
          return value;
        }),
      ),
    };
  });
  // Inputs that the spec leaves empty belong to no block.
  const others = [...wanted].map(([key, value]) => {
    const [row = 0, column = 0] = key.split(",").map(Number);
    return { at: cellRef(row, column), cells: [[value]] };
  });
  return { spec: { ...spec, blocks: [...filled, ...others] }, placed, homeless };
}
