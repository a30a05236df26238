import { cellRef } from "../../formula/references";
import { lintPay } from "../../scoring/pay/lintTiers";
import type { PayComponent, PayInput, PayPlan, Rounding } from "../../scoring/pay/payPlan";
import { PAY_KINDS, payKind } from "../../scoring/pay/registry";
import { validatePay } from "../../scoring/pay/validatePay";
import { COUNTS, NO_DATA, ROUNDING } from "../../scoring/pay/words";
import type { ParamSpec } from "../../scoring/rule";
import type { Mistake } from "../../scoring/scheme";
import { LANGS, say, type Lang, type Params, type Phrase } from "../../words";
import { text, type Grid, type GridValue, type Writable } from "../readBack";
import { PLAN_COLUMNS } from "./planSheet";
import { PAY_SHEET_WORDS as W } from "./words";
import { READ_PAY_WORDS as R } from "./readPayWords";

export interface ReadPayPlan {
  /** Absent when the sheet is no pay plan at all. Sound only when there are no mistakes. */
  readonly plan?: PayPlan;
  /** `where` is a cell of the sheet, such as `薪酬方案!B7`; `what` says what is wrong and what to do. */
  readonly mistakes: readonly Mistake[];
}

/**
 * Reads a pay plan's sheet back, edited or not. Rows are known by the key in the last column, so they may be moved;
 * rows without a key inside a table of tiers or a list of positions count as inserted.
 *
 * @param grid the sheet's values from A1 on
 * @param sheet the tab's name, for saying where a mistake is
 * @example readPayPlan(grid, "Pay plan").mistakes // [] , or every mistake with its cell
 */
export function readPayPlan(grid: Grid, sheet: string): ReadPayPlan {
  const key = text(grid[0]?.[PLAN_COLUMNS.key]);
  const lang = LANGS.find((one) => key === `pay:${one}`);
  if (lang === undefined)
    return { mistakes: [{ where: sheet, what: LANGS.map((one) => R.notPlan[one]).join(" · ") }] };
  return new Reader(grid, sheet, lang).read();
}

type Column = keyof typeof PLAN_COLUMNS;
type Rule = Record<string, unknown> & { kind: string };
interface Draft extends Writable<Omit<PayComponent, "rule" | "inputs" | "positions" | "round">> {
  rule: Rule;
  inputs: Record<string, string>;
  positions?: string[];
  round?: Writable<Rounding>;
}

const FORMATS = { integer: W.integer, decimal: W.decimal, percent: W.percent, money: W.money, word: W.word };
/** Tables whose rows may be inserted by hand, by the kind of their key. */
const LISTS = ["table:", "position:", "data"];

class Reader {
  private readonly mistakes: Mistake[] = [];
  /** Path inside the plan → the cell it was read from. */
  private readonly cells = new Map<string, string>();
  private readonly components: Draft[] = [];
  private readonly inputs: PayInput[] = [];
  private readonly settings = new Map<string, string>();
  private round: Writable<Rounding> | undefined;

  constructor(
    private readonly grid: Grid,
    private readonly sheet: string,
    private readonly lang: Lang,
  ) {}

  read(): ReadPayPlan {
    let list = "";
    this.grid.forEach((cells, row) => {
      const key = text(cells[PLAN_COLUMNS.key]);
      const own = key === "" && list !== "" && this.inserted(row, list) ? list : key;
      list = LISTS.some((one) => own.startsWith(one)) ? own : "";
      const [, kind = "", id = "", detail = ""] = /^([a-zA-Z]+)(?::([^.]*)(?:\.(.*))?)?$/.exec(own) ?? [];
      ROWS[kind]?.call(this, row, id, detail);
    });
    const plan = this.assemble();
    return { plan, mistakes: this.allMistakes(plan) };
  }

  component(row: number, id: string, kind: string): void {
    const { kind: known, name: label } = payKind(kind) ?? {};
    const title = text(this.cell(row, "item"));
    const cut = title.lastIndexOf("\u3000");
    const [name, named] = cut < 0 ? [title, ""] : [title.slice(0, cut).trim(), title.slice(cut + 1).trim()];
    if (known === undefined || (named !== "" && named !== label?.[this.lang]))
      this.mistake(row, "item", R.kind, {
        kind: label?.[this.lang] ?? kind,
        kinds: PAY_KINDS.map((one) => one.name[this.lang]).join(R.join[this.lang]),
      });
    if (name === "") this.mistake(row, "item", R.name);
    this.components.push({ id, name, rule: { kind }, inputs: {}, counts: "paid" });
    for (const path of [id, `${id}.rule`]) this.at(path, row, "item");
  }

  counts(row: number, id: string): void {
    const counts = this.wordOf(row, "value", COUNTS);
    const component = this.find(id);
    if (component && counts !== undefined) component.counts = counts;
  }

  role(row: number, id: string, role: string): void {
    const source = text(this.cell(row, "value"));
    const component = this.find(id);
    if (component && source !== "") component.inputs[role] = source;
    this.at(`${id}.inputs.${role}`, row, "value");
  }

  param(row: number, id: string, key: string): void {
    const component = this.find(id);
    const spec = payKind(component?.rule.kind ?? "")?.params.find((one) => one.key === key);
    if (!component || !spec) return;
    this.at(`${id}.${key}`, row, "value");
    component.rule[key] = this.value(row, "value", spec);
  }

  table(row: number, id: string, key: string): void {
    const component = this.find(id);
    const spec = payKind(component?.rule.kind ?? "")?.tables.find((one) => one.key === key);
    if (!component || !spec) return;
    const rows = (component.rule[key] ??= []) as Record<string, unknown>[];
    const here = `${id}.${key}[${rows.length}]`;
    this.at(here, row, "value");
    const places = ["value", "second", "third"] as const;
    const entry: Record<string, unknown> = {};
    spec.columns.forEach((column, i) => {
      const place = places[i] ?? "third";
      this.at(`${here}.${column.key}`, row, place);
      entry[column.key] = this.value(row, place, column);
    });
    rows.push(entry);
  }

  position(row: number, id: string): void {
    const component = this.find(id);
    if (!component) return;
    const position = text(this.cell(row, "value"));
    if (position !== "") (component.positions ??= []).push(position);
    else component.positions ??= [];
    this.at(`${id}.positions`, row, "value");
  }

  noData(row: number, id: string): void {
    const component = this.find(id);
    if (this.wordOf(row, "value", NO_DATA) === "zero" && component) component.noData = "zero";
  }

  roundBy(row: number, id: string): void {
    const mode = this.wordOf(row, "value", ROUNDING) ?? "half";
    const round = { digits: Number.NaN, mode };
    const component = this.find(id);
    if (component) component.round = round;
    else this.round = round;
  }

  digits(row: number, id: string): void {
    const component = this.find(id);
    const round = component ? component.round : this.round;
    this.at(component ? `${id}.round` : "round", row, "value");
    if (round) round.digits = this.number(row, "value");
  }

  setting(row: number, key: string): void {
    this.settings.set(key, text(this.cell(row, "value")));
    if (this.settings.get(key) === "") this.mistake(row, "value", R.empty);
  }

  data(row: number): void {
    const [name, id, from] = (["item", "value", "third"] as const).map((one) => text(this.cell(row, one)));
    if (!name) this.mistake(row, "item", R.name);
    const format = this.wordOf(row, "second", FORMATS) ?? "decimal";
    this.inputs.push({ id: id ?? "", name: name ?? "", format, ...(from && { from }) });
    this.at(id ?? "", row, "value");
  }

  private assemble(): PayPlan {
    return {
      id: this.settings.get("id") ?? "",
      name: text(this.grid[0]?.[PLAN_COLUMNS.item]),
      lang: this.lang,
      currency: this.settings.get("currency") ?? "",
      inputs: this.inputs,
      components: this.components as readonly PayComponent[],
      ...(this.round && { round: this.round }),
    };
  }

  /** What cannot be read, then what does not fit together, then tiers nobody should be paid by; one line a cell. */
  private allMistakes(plan: PayPlan): Mistake[] {
    const found = [...this.mistakes];
    const known = (where: string): boolean => found.some((one) => one.where === where);
    const add = (path: string, what: string): void => {
      const where = this.cellFor(path);
      if (!known(where)) found.push({ where, what });
    };
    const unfit = validatePay(plan);
    for (const { where, what } of unfit) add(where, what);
    // Tiers are only held against each other where every number of them was read.
    const sound = plan.components.filter(
      ({ id }) => !unfit.some(({ where }) => where.split(/[.[]/)[0] === id),
    );
    for (const { severity, where, what, mend } of lintPay({ ...plan, components: sound }))
      if (severity === "error") add(where, say(R.mend, this.lang, { what, mend }));
    return found;
  }

  /** Whether a row without a key is a line somebody added to the list above it. */
  private inserted(row: number, list: string): boolean {
    const filled = (column: Column): boolean => text(this.cell(row, column)) !== "";
    return list.startsWith("position:")
      ? filled("value") && !filled("second")
      : filled("value") && filled("second");
  }

  private value(row: number, column: Column, spec: ParamSpec): GridValue {
    const value = this.cell(row, column);
    if (spec.choices) {
      const raw = text(value);
      return Object.hasOwn(spec.choices, raw) ? raw : (this.wordOf(row, column, spec.choices) ?? null);
    }
    const open = text(value) === "" || value === W.below[this.lang];
    return spec.optional && open ? null : this.number(row, column);
  }

  private number(row: number, column: Column): number {
    const value = this.cell(row, column);
    if (typeof value === "number") return value;
    this.mistake(row, column, text(value) === "" ? R.empty : R.number, { value: text(value) });
    return Number.NaN;
  }

  private wordOf<K extends string>(
    row: number,
    column: Column,
    words: Readonly<Record<K, Phrase>>,
  ): K | undefined {
    const value = text(this.cell(row, column));
    const keys = Object.keys(words) as K[];
    const found = keys.find((key) => words[key][this.lang] === value);
    if (found === undefined)
      this.mistake(row, column, R.word, {
        value,
        choices: keys.map((key) => words[key][this.lang]).join(R.join[this.lang]),
      });
    return found;
  }

  private find(id: string): Draft | undefined {
    return this.components.find((one) => one.id === id);
  }

  private cell(row: number, column: Column): GridValue {
    return this.grid[row]?.[PLAN_COLUMNS[column]] ?? null;
  }

  private at(path: string, row: number, column: Column): void {
    this.cells.set(path, this.address(row, column));
  }

  private address(row: number, column: Column): string {
    return `${this.sheet}!${cellRef(row, PLAN_COLUMNS[column])}`;
  }

  private mistake(row: number, column: Column, what: Phrase, params: Params = {}): void {
    this.mistakes.push({ where: this.address(row, column), what: say(what, this.lang, params) });
  }

  /** The cell of a path, or of the nearest thing around it. */
  private cellFor(path: string): string {
    for (let part = path; part !== ""; part = part.replace(/[.[][^.[]*$|^[^.[]*$/, "")) {
      const cell = this.cells.get(part);
      if (cell !== undefined) return cell;
    }
    return this.sheet;
  }
}

const { component, counts, role, param, table, position, noData, roundBy, digits, setting, data } =
  Reader.prototype;

const ROWS: Readonly<Record<string, (this: Reader, row: number, id: string, detail: string) => void>> = {
  component,
  counts,
  role,
  param,
  table,
  position,
  noData,
  round: roundBy,
  digits,
  setting,
  data,
};
