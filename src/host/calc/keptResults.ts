import { referencesOf } from "../book/formulaText";
import type { Cell, HostSheet, HostWorkbook, Scalar } from "../book/workbook";

interface Placed {
  readonly sheet: HostSheet;
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
}

interface Kept extends Placed {
  readonly cached: Scalar;
  readonly formula: string;
  /** The values of its direct inputs when the file was opened. */
  readonly inputs: string;
  state: "unknown" | "held" | "released";
}

const isError = (value: Scalar): boolean => typeof value === "object" && value !== null;

/**
 * Results that came with an opened file and that IronCalc cannot compute (a function it lacks, a structured
 * reference). As long as the inputs of such a formula are what they were, the file's result stands, for the cell
 * itself and for what is computed from it.
 */
export class KeptResults {
  private readonly entries = new Map<string, Kept>();
  private settled = false;

  /** Takes down the results an opened file holds, before anything is computed. */
  remember(formulas: Iterable<Placed>): void {
    for (const { sheet, row, column, cell } of formulas) {
      if (cell.formula === undefined || isError(cell.value) || cell.value === null) continue;
      this.entries.set(place(sheet, row, column), {
        sheet,
        row,
        column,
        cell,
        cached: cell.value,
        formula: cell.formula,
        inputs: "",
        state: "unknown",
      });
    }
    this.settled = this.entries.size === 0;
  }

  holds(sheet: HostSheet, row: number, column: number): boolean {
    return this.entries.size > 0 && this.entries.get(place(sheet, row, column))?.state === "held";
  }

  /** Somebody wrote to the cell: its old result means nothing now. */
  forget(sheet: HostSheet, row: number, column: number): void {
    if (this.entries.size > 0) this.entries.delete(place(sheet, row, column));
  }

  /**
   * After a calculation: holds results IronCalc turned into errors, and lets go of those whose inputs have changed.
   *
   * @param input Types into the model: the held value, or the formula again.
   * @returns whether anything was typed, so that another calculation is due
   */
  settle(
    book: HostWorkbook,
    input: (sheet: HostSheet, row: number, column: number, text: string) => void,
  ): boolean {
    if (!this.settled) return this.hold(book, input);
    let changed = false;
    for (const kept of this.entries.values()) {
      if (kept.state !== "held" || fingerprint(book, kept) === kept.inputs) continue;
      kept.state = "released";
      input(kept.sheet, kept.row, kept.column, kept.formula);
      changed = true;
    }
    return changed;
  }

  private hold(
    book: HostWorkbook,
    input: (sheet: HostSheet, row: number, column: number, text: string) => void,
  ): boolean {
    this.settled = true;
    const failed = [...this.entries.values()].filter(({ cell }) => isError(cell.value));
    const failedCells = new Set(failed.map(({ cell }) => cell));
    this.entries.clear();
    for (const kept of failed) kept.cell.value = kept.cached;
    for (const kept of failed) {
      // What merely depends on a failure will compute once the failure's own result is back in place.
      if (inputCells(book, kept).some((cell) => failedCells.has(cell))) continue;
      const held: Kept = { ...kept, state: "held", inputs: fingerprint(book, kept) };
      this.entries.set(place(kept.sheet, kept.row, kept.column), held);
      input(kept.sheet, kept.row, kept.column, constantText(kept.cached));
    }
    return this.entries.size > 0;
  }
}

const place = (sheet: HostSheet, row: number, column: number): string => `${sheet.id}${row},${column}`;

function constantText(value: Scalar): string {
  return typeof value === "string"
    ? `'${value}`
    : typeof value === "boolean"
      ? String(value).toUpperCase()
      : String(value);
}

/** The cells a formula names directly; large references are followed through the cells that exist. */
function inputCells(book: HostWorkbook, { sheet, cell }: Placed): Cell[] {
  const found: Cell[] = [];
  for (const reference of referencesOf(cell.formula ?? "")) {
    const named = reference.sheet?.toLowerCase();
    const target =
      named === undefined ? sheet : book.sheets.find((each) => each.name.toLowerCase() === named);
    if (!target) continue;
    for (const [row, line] of target.cells) {
      if (row < reference.top || row > reference.bottom) continue;
      for (const [column, each] of line)
        if (column >= reference.left && column <= reference.right) found.push(each);
    }
  }
  return found;
}

function fingerprint(book: HostWorkbook, placed: Placed): string {
  return JSON.stringify(inputCells(book, placed).map(({ value }) => value));
}
