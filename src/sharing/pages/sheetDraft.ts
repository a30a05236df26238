import { cellRef, parseRange } from "../../formula/references";
import type { FormatSpec, SpecCell, ValidationSpec } from "../../sheets/spec";
import type { StyleName } from "../../sheets/style";
import type { Accepts, Anchor, FieldKind, ReturnField } from "../fields";

/** A page of a handout while it is made: cells by address, and the cells that come back. */
export class SheetDraft {
  private readonly cells = new Map<string, SpecCell>();
  readonly formats: FormatSpec[] = [];
  readonly validations: ValidationSpec[] = [];
  readonly fields: ReturnField[] = [];

  constructor(
    readonly id: string,
    readonly tab: string,
  ) {}

  put(cell: string, value: SpecCell, style?: StyleName | readonly StyleName[], numberFormat?: string): void {
    this.cells.set(cell, value);
    if (style !== undefined) this.format(cell, style, numberFormat);
  }

  /** A row of cells from `at` on. */
  row(at: string, values: readonly SpecCell[], style?: StyleName | readonly StyleName[]): void {
    const { top, left } = parseRange(at);
    values.forEach((value, i) => this.cells.set(cellRef(top, left + i), value));
    if (style !== undefined) this.format(`${at}:${cellRef(top, left + values.length - 1)}`, style);
  }

  format(range: string, style: StyleName | readonly StyleName[], numberFormat?: string): void {
    this.formats.push({ range, style, ...(numberFormat === undefined ? {} : { numberFormat }) });
  }

  /**
   * A yellow cell whose content comes back.
   *
   * @param row,column cells whose words say what it is
   */
  input(
    cell: string,
    about: {
      readonly kind: FieldKind;
      readonly person: number;
      readonly key: string;
      readonly label: string;
    },
    anchors: { readonly row: string; readonly column: string },
    accepts: Accepts,
    words: { readonly title: string; readonly prompt: string; readonly error: string },
  ): void {
    this.fields.push({
      ...about,
      sheet: this.id,
      tab: this.tab,
      cell,
      row: this.anchor(anchors.row),
      column: this.anchor(anchors.column),
      accepts,
    });
    const rule = ruleOf(accepts);
    if (!rule) return;
    this.validations.push({
      range: cell,
      rule,
      prompt: { title: words.title, message: words.prompt },
      error: { title: words.title, message: words.error },
    });
  }

  /** The cells as the one block a sheet spec needs. */
  blocks(): { at: string; cells: SpecCell[][] }[] {
    const places = [...this.cells].map(([cell, value]) => ({ ...parseRange(cell), value }));
    const bottom = Math.max(...places.map(({ top }) => top));
    const right = Math.max(...places.map(({ left }) => left));
    const table = Array.from({ length: bottom + 1 }, () => new Array<SpecCell>(right + 1).fill(null));
    for (const { top, left, value } of places) (table[top] ?? [])[left] = value;
    return [{ at: "A1", cells: table }];
  }

  private anchor(cell: string): Anchor {
    const value = this.cells.get(cell);
    return { cell, text: typeof value === "string" ? value : "" };
  }
}

/** 2000-01-01 to 2099-12-31 as Excel counts days. */
const DAYS = { min: 36_526, max: 73_050 };

function ruleOf(accepts: Accepts): ValidationSpec["rule"] | undefined {
  if (accepts.kind === "text") return undefined;
  if (accepts.kind === "choice") return { kind: "list", values: accepts.values };
  if (accepts.kind === "day") return { kind: "decimal", ...DAYS };
  const { min, max, whole } = accepts;
  return {
    kind: whole === true ? "whole" : "decimal",
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
  };
}
