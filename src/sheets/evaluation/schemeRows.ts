import { cellRef, columnName, rangeRef } from "../../formula/references";
import { NAMES } from "../../scoring/names";
import { AS_IS, LEFT_OUT, NOT_SCORED, type ParamSpec } from "../../scoring/rule";
import type { Scheme } from "../../scoring/scheme";
import { OUTCOMES } from "../../scoring/words";
import type { Lang, Phrase } from "../../words";
import { RowSheet, quoted, textWidth } from "../rows";
import { WORDS } from "./scorecardWords";
import type { ConditionalSpec, NameSpec, RowSpec, SpecCell, ValidationSpec } from "../spec";
import { wrappedHeight } from "../wrap";

/** Columns of the sheet, counted from 0. The last one holds the key by which a row is read back. */
export const SCHEME_COLUMNS = { item: 0, value: 1, second: 2, third: 3, words: 4, key: 5 } as const;
const WIDTH = 6;
/** Characters that fit the column of words, and the height of one line. */
const WORDS_WIDTH = 62;
/** Characters that fit the column of values. */
const VALUE_WIDTH = 25;
/** The same of the first column, less its indent. */
const NAME_WIDTH = 33;
const LINE = 14;

/** The rows of a scheme sheet as they are written: cells with names, references, lists and checks. */
export class SchemeRows {
  readonly rows = new RowSheet(WIDTH);
  readonly names: NameSpec[] = [];
  readonly references = new Map<string, string>();
  readonly validations: ValidationSpec[] = [];
  readonly conditionals: ConditionalSpec[] = [];
  readonly lang: Lang;

  /** @param prefix starts every defined name, so that several schemes can share a workbook */
  constructor(
    readonly scheme: Scheme,
    readonly sheetName: string,
    private readonly prefix: string,
  ) {
    this.lang = scheme.lang;
  }

  /** Rows higher than one line. */
  readonly heights: RowSpec[] = [];

  /** Gives the row the height its text needs in the column of words, and its name in the first. */
  wrap(row: number, text: string, name = ""): void {
    if (textWidth(name) > NAME_WIDTH) this.rows.format(`A${row}`, "wrap");
    const height = wrappedHeight([
      [text, WORDS_WIDTH],
      [name, NAME_WIDTH],
    ]);
    if (height > LINE) this.heights.push({ rows: `${row}`, height });
  }

  /** A text among the values: in several lines where it is long. */
  wrapValue(row: number, text: string): void {
    if (textWidth(text) <= VALUE_WIDTH) return;
    this.rows.format(`B${row}`, "wrap");
    this.rows.format(`B${row}`, "alignRight");
    this.heights.push({ rows: `${row}`, height: wrappedHeight([[text, VALUE_WIDTH]]) });
  }

  word(key: keyof typeof WORDS): string {
    return WORDS[key][this.lang];
  }

  heading(key: keyof typeof WORDS): void {
    this.rows.add([this.word(key)], "section");
  }

  /** A header row; `numbers` are the columns whose figures stand right below it. Words after figures keep a distance. */
  header(keys: readonly (keyof typeof WORDS | null)[], numbers: readonly string[]): void {
    const row = this.rows.add(
      keys.map((key) => (key === null ? null : this.word(key))),
      "header",
    );
    for (const letter of numbers) this.rows.format(`${letter}${row}`, "alignRight");
    keys.slice(1, SCHEME_COLUMNS.key).forEach((key, i) => {
      const letter = columnName(i + 1);
      if (key !== null && !numbers.includes(letter)) this.rows.format(`${letter}${row}`, "indent1");
    });
  }

  absolute(row: number, column: keyof typeof SCHEME_COLUMNS): string {
    return cellRef(row - 1, SCHEME_COLUMNS[column], { absRow: true, absColumn: true, sheet: this.sheetName });
  }

  range(first: number, last: number, column: number): string {
    return rangeRef(first - 1, column, last - 1, column, {
      absRow: true,
      absColumn: true,
      sheet: this.sheetName,
    });
  }

  /** Makes a cell a yellow input that formulas read, with a name of its own. */
  input(row: number, column: "value", name: string, numberFormat: string, definedName: string): void {
    const reference = this.absolute(row, column);
    this.references.set(name, reference);
    this.rows.format(`B${row}`, ["input", "number"], numberFormat);
    this.name(definedName, reference);
  }

  name(name: string, reference: string): void {
    this.names.push({ name: `${this.prefix}${name}`, refersTo: `=${reference}` });
  }

  setKey(row: number, key: string): void {
    this.setCell(row, SCHEME_COLUMNS.key, key);
  }

  setCell(row: number, column: number, cell: SpecCell): void {
    this.rows.set(row, column, cell);
  }

  /** ✔ or, in red, how far the sum is off. */
  check(sum: string, whole: string): SpecCell {
    const number = /^\d+$/.test(whole) ? quoted(whole) : whole;
    const phrase = (text: Phrase): string => {
      const [before = "", after = ""] = text[this.lang].split("{n}");
      return [quoted(before), number, ...(after ? [quoted(after)] : [])].join("&");
    };
    return {
      formula: `=IF(ROUND(${sum}-${whole},6)=0,${phrase(WORDS.right)},${phrase(WORDS.wrong)}&ROUND(${sum}-${whole},6))`,
    };
  }

  warn(cell: string): void {
    this.conditionals.push({
      kind: "formula",
      range: cell,
      formula: `=LEFT(${cell},1)="✘"`,
      style: "badFill",
    });
  }

  /** What the points cell shows under the chosen outcome. */
  outcomeFormula(cell: string, indicator: string): string {
    const weight = (this.references.get(NAMES.weight(indicator)) ?? "0").replace(/^.*!/, "");
    const word = (outcome: keyof typeof OUTCOMES): string => quoted(OUTCOMES[outcome][this.lang]);
    const [left, stopped, asIs] = [quoted(LEFT_OUT), quoted(NOT_SCORED), quoted(AS_IS)];
    return `=IF(${cell}=${word("zero")},0,IF(${cell}=${word("full")},${weight},IF(${cell}=${word("leaveOut")},${left},IF(${cell}=${word("asIs")},${asIs},${stopped}))))`;
  }

  validateParam(range: string, spec: ParamSpec): void {
    if (spec.choices)
      this.validateList(
        range,
        Object.values(spec.choices).map((choice) => choice[this.lang]),
      );
    else if (spec.type !== "formula" && spec.type !== "word")
      this.validateNumber(range, spec, "numberPromptTitle", "numberPrompt");
  }

  validateNumber(
    range: string,
    bounds: { readonly min?: number; readonly max?: number },
    title: keyof typeof WORDS,
    message: keyof typeof WORDS,
  ): void {
    const { min, max } = bounds;
    this.validations.push({
      range,
      rule: { kind: "decimal", ...(min !== undefined && { min }), ...(max !== undefined && { max }) },
      prompt: { title: this.word(title), message: this.word(message) },
      error: { title: this.word(title), message: this.word("numberError") },
    });
  }

  validateList(range: string, values: readonly string[]): void {
    this.validations.push({
      range,
      rule: { kind: "list", values },
      prompt: { title: this.word("listPromptTitle"), message: this.word("listPrompt") },
      error: { title: this.word("listPromptTitle"), message: this.word("listError") },
    });
  }
}
