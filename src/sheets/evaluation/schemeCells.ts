import { cellRef } from "../../formula/references";
import type { ParamSpec } from "../../scoring/rule";
import type { Mistake } from "../../scoring/scheme";
import { say, type Lang, type Params, type Phrase } from "../../words";
import { text, type Grid, type GridValue } from "../readBack";
import { SCHEME_COLUMNS } from "./schemeRows";
import { WORDS } from "./scorecardWords";

export type SchemeColumn = keyof typeof SCHEME_COLUMNS;

const W = {
  number: { "zh-CN": "应为数字，而不是“{value}”", "en-US": "must be a number, not “{value}”" },
  word: { "zh-CN": "不认识“{value}”，请从列表中选择", "en-US": "“{value}” is not known; pick from the list" },
  name: { "zh-CN": "缺少名称", "en-US": "the name is missing" },
} as const satisfies Record<string, Phrase>;

/**
 * The cells of a scheme sheet as people left them. What cannot be read is a mistake with its cell; which cell a part
 * of the scheme came from is remembered, so that what is wrong with the part can be said there.
 */
export class SchemeCells {
  readonly mistakes: Mistake[] = [];
  /** Path inside the scheme → the cell it was read from. */
  private readonly places = new Map<string, string>();

  constructor(
    private readonly grid: Grid,
    private readonly sheet: string,
    readonly lang: Lang,
  ) {}

  cell(row: number, column: SchemeColumn): GridValue {
    return this.grid[row]?.[SCHEME_COLUMNS[column]] ?? null;
  }

  /** What a cell says, without spaces around it. */
  text(row: number, column: SchemeColumn): string {
    return text(this.cell(row, column));
  }

  /** NaN, and a mistake, when the cell holds no number. */
  number(row: number, column: SchemeColumn): number {
    const value = this.cell(row, column);
    if (typeof value === "number") return value;
    this.mistake(row, column, W.number, { value: text(value) });
    return Number.NaN;
  }

  name(row: number): string {
    const name = this.text(row, "item");
    if (name === "") this.mistake(row, "item", W.name);
    return name;
  }

  /** The key of the phrase a cell says; "", and a mistake, when it says none of them. */
  wordOf(row: number, column: SchemeColumn, words: Readonly<Record<string, Phrase>>): string {
    const value = this.text(row, column);
    const found = Object.entries(words).find(([, phrase]) => phrase[this.lang] === value);
    if (!found) this.unknown(row, column);
    return found?.[0] ?? "";
  }

  /** What a cell says, which should be one of `choices`. */
  choice(row: number, column: SchemeColumn, choices: readonly string[]): string {
    const value = this.text(row, column);
    if (!choices.includes(value)) this.unknown(row, column);
    return value;
  }

  /** A rule's parameter: a number, a word or a formula; null where it may be left open. */
  value(row: number, column: SchemeColumn, spec: ParamSpec): GridValue {
    if (spec.choices) return this.wordOf(row, column, spec.choices);
    const value = this.cell(row, column);
    if (spec.type === "word" || spec.type === "formula")
      return spec.optional === true && text(value) === "" ? null : text(value);
    const open = this.isBelow(row, column) || value === (spec.open ?? WORDS.below)[this.lang];
    return spec.optional && open ? null : this.number(row, column);
  }

  /** Whether a cell is empty or says that there is no lower bound. */
  isBelow(row: number, column: SchemeColumn): boolean {
    const value = this.cell(row, column);
    return value === "" || value === null || value === WORDS.below[this.lang];
  }

  /** Remembers where a part of the scheme stands. */
  at(path: string, row: number, column: SchemeColumn): void {
    this.places.set(path, this.address(row, column));
  }

  /** The cell of a path, or of the nearest thing around it; the sheet when nothing around it was read. */
  placeOf(path: string): string {
    for (let part = path; part !== ""; part = part.replace(/[.[][^.[]*$|^[^.[]*$/, "")) {
      const place = this.places.get(part);
      if (place !== undefined) return place;
    }
    return this.sheet;
  }

  /** A word that is not in the list its cell offers. */
  unknown(row: number, column: SchemeColumn): void {
    this.mistake(row, column, W.word, { value: this.text(row, column) });
  }

  private mistake(row: number, column: SchemeColumn, what: Phrase, params: Params = {}): void {
    this.mistakes.push({ where: this.address(row, column), what: say(what, this.lang, params) });
  }

  private address(row: number, column: SchemeColumn): string {
    return `${this.sheet}!${cellRef(row, SCHEME_COLUMNS[column])}`;
  }
}
