import type { Grid, GridValue } from "../readBack";
import { cellRef } from "../../formula/references";
import { RULE_KINDS, ruleKind } from "../../scoring/registry";
import type { ParamSpec } from "../../scoring/rule";
import {
  DEFAULT_FULL,
  type Mistake,
  type RaterGroup,
  type RaterPlan,
  type Scheme,
  type Side,
} from "../../scoring/scheme";
import { validateScheme } from "../../scoring/validateScheme";
import { OUTCOMES, POLICIES } from "../../scoring/words";
import { LANGS, say, type Lang, type Params, type Phrase } from "../../words";
import {
  readDatum,
  readPhaseWeight,
  readRater,
  readRaters,
  splitWords,
  text,
  type Writable,
} from "./readSchemeExtras";
import { SCHEME_COLUMNS } from "./schemeRows";
import { WORDS } from "./scorecardWords";

/** A cell's value as a range read gives it: empty cells are "" or null. */
export interface ReadScheme {
  /** Absent when the sheet is no scheme sheet at all. Sound only when there are no mistakes. */
  readonly scheme?: Scheme;
  /** `where` is a cell of the sheet, such as `考核方案!B7`. */
  readonly mistakes: readonly Mistake[];
}

const W = {
  notScheme: { "zh-CN": "这不是考核方案工作表", "en-US": "this is not a scheme sheet" },
  number: { "zh-CN": "应为数字，而不是“{value}”", "en-US": "must be a number, not “{value}”" },
  word: { "zh-CN": "不认识“{value}”，请从列表中选择", "en-US": "“{value}” is not known; pick from the list" },
  name: { "zh-CN": "缺少名称", "en-US": "the name is missing" },
} as const satisfies Record<string, Phrase>;

/**
 * Reads a scheme sheet back, edited or not. Rows are known by the key in the last column, so they may be moved;
 * rows without a key inside a table of bands count as inserted bands.
 *
 * @param grid the sheet's values from A1 on
 * @param sheet the tab's name, for saying where a mistake is
 */
export function readScheme(grid: Grid, sheet: string): ReadScheme {
  const key = text(grid[0]?.[SCHEME_COLUMNS.key]);
  const lang = LANGS.find((one) => key === `scheme:${one}`);
  if (lang === undefined)
    return { mistakes: [{ where: sheet, what: `${W.notScheme["zh-CN"]} · ${W.notScheme["en-US"]}` }] };
  return new Reader(grid, sheet, lang).read();
}

export type WritableIndicator = Writable<Scheme["sections"][number]["indicators"][number]> & {
  rule: Record<string, unknown> & { kind: string };
  inputs: Record<string, string>;
  policies: Record<string, string>;
};

export class Reader {
  private readonly mistakes: Mistake[] = [];
  /** Path inside the scheme → the cell it was read from. */
  private readonly cells = new Map<string, string>();
  private readonly sections: (Writable<Scheme["sections"][number]> & { indicators: WritableIndicator[] })[] =
    [];
  readonly indicators = new Map<string, WritableIndicator>();
  readonly inputs: Writable<Scheme["inputs"][number]>[] = [];
  readonly raters: (Writable<RaterPlan> & { groups: RaterGroup[] })[] = [];
  private readonly phases: { id: string; name: string }[] = [];
  private readonly grades: Scheme["grades"][number][] = [];
  private readonly settings = new Map<string, GridValue>();

  constructor(
    private readonly grid: Grid,
    private readonly sheet: string,
    readonly lang: Lang,
  ) {}

  read(): ReadScheme {
    let table = "";
    this.grid.forEach((cells, row) => {
      const key = text(cells[SCHEME_COLUMNS.key]);
      const inserted =
        key === "" &&
        table !== "" &&
        text(cells[SCHEME_COLUMNS.value]) !== "" &&
        text(cells[SCHEME_COLUMNS.second]) !== "";
      const effective = inserted ? table : key;
      table = effective.startsWith("table:") || effective === "grade" ? effective : "";
      const [kind = "", path = ""] = split(effective, ":");
      const [owner = "", detail = ""] = split(path, ".");
      ROW_READERS[kind]?.call(this, row, owner, detail);
    });
    const scheme = this.assemble();
    return { scheme, mistakes: this.allMistakes(scheme) };
  }

  /** What cannot be read, then what does not fit together; what only follows from an unread cell is not said again. */
  private allMistakes(scheme: Scheme): Mistake[] {
    const sums = scheme.sections
      .filter(({ indicators }) => indicators.some(({ weight }) => Number.isNaN(weight)))
      .map(({ id }) => this.cellFor(`sections.${id}`));
    const unread = new Set([...this.mistakes.map(({ where }) => where), ...sums]);
    const follows = ({ where, what }: Mistake): boolean =>
      unread.has(where) || (this.mistakes.length > 0 && /NaN|“”/.test(what));
    const unfit = validateScheme(scheme).map(({ where, what }) => ({ where: this.cellFor(where), what }));
    return [...this.mistakes, ...unfit.filter((mistake) => !follows(mistake))];
  }

  section(row: number, id: string): void {
    const full = this.number(row, "third");
    this.sections.push({
      id,
      name: this.name(row),
      weight: this.number(row, "value"),
      ...(full !== DEFAULT_FULL && { full }),
      indicators: [],
    });
    this.at(`sections.${id}`, row, "value");
  }

  indicator(row: number, id: string): void {
    const ruleName = this.cell(row, "second");
    const rule = RULE_KINDS.find(({ name }) => name[this.lang] === text(ruleName));
    if (!rule) this.mistake(row, "second", W.word, { value: text(ruleName) });
    const indicator: WritableIndicator = {
      id,
      name: this.name(row),
      weight: this.number(row, "value"),
      rule: { kind: rule?.kind ?? "" },
      inputs: {},
      policies: {},
    };
    this.sections.at(-1)?.indicators.push(indicator);
    this.indicators.set(id, indicator);
    this.at(`sections.${this.sections.at(-1)?.id ?? ""}.${id}`, row, "value");
  }

  input(row: number, id: string, role: string): void {
    const indicator = this.indicators.get(id);
    if (!indicator) return;
    const source = text(this.cell(row, "value"));
    const spec = ruleKind(indicator.rule.kind)?.roles.find(({ key }) => key === role);
    if (source === "" && spec?.optional === true) return;
    indicator.inputs[role] = source;
    this.at(`${this.pathOf(id)}.inputs.${role}`, row, "value");
  }

  param(row: number, id: string, key: string): void {
    const indicator = this.indicators.get(id);
    const spec = ruleKind(indicator?.rule.kind ?? "")?.params.find((one) => one.key === key);
    if (!indicator || !spec) return;
    indicator.rule[key] = this.value(row, "value", spec);
    this.at(`${this.pathOf(id)}.${key}`, row, "value");
  }

  table(row: number, id: string, key: string): void {
    const indicator = this.indicators.get(id);
    const spec = ruleKind(indicator?.rule.kind ?? "")?.tables.find((one) => one.key === key);
    if (!indicator || !spec) return;
    const rows = (indicator.rule[key] ??= []) as Record<string, unknown>[];
    const places = ["value", "second", "third"] as const;
    const entry: Record<string, unknown> = {};
    spec.columns.forEach((column, i) => {
      const place = places[i] ?? "third";
      entry[column.key] = this.value(row, place, column);
      this.at(`${this.pathOf(id)}.${key}[${rows.length}].${column.key}`, row, place);
    });
    this.at(`${this.pathOf(id)}.${key}[${rows.length}]`, row, "value");
    rows.push(entry);
  }

  policy(row: number, id: string, policy: string): void {
    const indicator = this.indicators.get(id);
    if (!indicator || !Object.hasOwn(POLICIES, policy)) return;
    indicator.policies[policy] = this.wordOf(row, "value", OUTCOMES);
    this.at(`${this.pathOf(id)}.policies.${policy}`, row, "value");
  }

  grade(row: number): void {
    const from = this.cell(row, "value");
    this.at(`grades[${this.grades.length}]`, row, "value");
    this.grades.push({
      name: this.name(row),
      from: this.isBelow(from) ? null : this.number(row, "value"),
      side: this.choice(row, "second", ["≥", ">"]) as Side,
      light: text(this.cell(row, "third")),
    });
  }

  setting(row: number, key: string): void {
    this.settings.set(
      key,
      key === "weights"
        ? this.wordOf(row, "value", { exact: WORDS.exact, normalise: WORDS.normalise })
        : this.cell(row, "value"),
    );
    this.at(key, row, "value");
  }

  round(row: number, id: string): void {
    const indicator = this.indicators.get(id);
    if (indicator && !this.isBelow(this.cell(row, "value"))) indicator.decimals = this.number(row, "value");
    this.at(`${this.pathOf(id)}.decimals`, row, "value");
  }

  phase(row: number, id: string): void {
    this.phases.push({ id, name: text(this.cell(row, "value")) });
    this.at(`phases.${id}`, row, "value");
  }

  phaseWeight(row: number, id: string, phase: string): void {
    readPhaseWeight(this, row, id, phase);
  }

  planOfRaters(row: number, id: string): void {
    readRaters(this, row, id);
  }

  rater(row: number, plan: string, group: string): void {
    readRater(this, row, plan, group);
  }

  datum(row: number, id: string, detail: string): void {
    readDatum(this, row, id, detail);
  }

  data(row: number): void {
    const { integer, decimal, percent, money, word } = WORDS;
    const format = this.wordOf(row, "second", { integer, decimal, percent, money, word });
    const id = text(this.cell(row, "value"));
    this.inputs.push({ id, name: this.name(row), format: format as Scheme["inputs"][number]["format"] });
    this.at(`inputs.${id}`, row, "value");
  }

  private assemble(): Scheme {
    const setting = (key: string): string => text(this.settings.get(key));
    const [from, to, version, positions] = ["from", "to", "version", "positions"].map(setting);
    return {
      id: setting("id"),
      name: text(this.grid[0]?.[SCHEME_COLUMNS.item]),
      lang: this.lang,
      inputs: this.inputs,
      sections: this.sections as unknown as Scheme["sections"],
      weights: this.settings.get("weights") === "normalise" ? "normalise" : "exact",
      grades: this.grades,
      decimals: Number(this.settings.get("decimals") ?? Number.NaN),
      ...(positions && { positions: splitWords(positions) }),
      ...(this.phases.length > 0 && { phases: this.phases }),
      ...(this.raters.length > 0 && { raters: this.raters }),
      ...(version && { version }),
      ...((from || to) && { inForce: { ...(from && { from }), ...(to && { to }) } }),
    };
  }

  private value(row: number, column: keyof typeof SCHEME_COLUMNS, spec: ParamSpec): GridValue {
    const value = this.cell(row, column);
    if (spec.choices) return this.wordOf(row, column, spec.choices);
    if (spec.type === "word" || spec.type === "formula")
      return spec.optional === true && text(value) === "" ? null : text(value);
    if (spec.optional && (this.isBelow(value) || value === (spec.open ?? WORDS.below)[this.lang]))
      return null;
    return this.number(row, column);
  }

  isBelow(value: GridValue): boolean {
    return value === "" || value === null || value === WORDS.below[this.lang];
  }

  number(row: number, column: keyof typeof SCHEME_COLUMNS): number {
    const value = this.cell(row, column);
    if (typeof value === "number") return value;
    this.mistake(row, column, W.number, { value: text(value) });
    return Number.NaN;
  }

  name(row: number): string {
    const name = text(this.cell(row, "item"));
    if (name === "") this.mistake(row, "item", W.name);
    return name;
  }

  wordOf(row: number, column: keyof typeof SCHEME_COLUMNS, words: Readonly<Record<string, Phrase>>): string {
    const value = text(this.cell(row, column));
    const found = Object.entries(words).find(([, phrase]) => phrase[this.lang] === value);
    if (!found) this.mistake(row, column, W.word, { value });
    return found?.[0] ?? "";
  }

  private choice(row: number, column: keyof typeof SCHEME_COLUMNS, choices: readonly string[]): string {
    const value = text(this.cell(row, column));
    if (!choices.includes(value)) this.mistake(row, column, W.word, { value });
    return value;
  }

  cell(row: number, column: keyof typeof SCHEME_COLUMNS): GridValue {
    return this.grid[row]?.[SCHEME_COLUMNS[column]] ?? null;
  }

  pathOf(indicator: string): string {
    const section = this.sections.find((one) => one.indicators.some(({ id }) => id === indicator));
    return `sections.${section?.id ?? ""}.${indicator}`;
  }

  private address(row: number, column: keyof typeof SCHEME_COLUMNS): string {
    return `${this.sheet}!${cellRef(row, SCHEME_COLUMNS[column])}`;
  }

  at(path: string, row: number, column: keyof typeof SCHEME_COLUMNS): void {
    this.cells.set(path, this.address(row, column));
  }

  mistake(row: number, column: keyof typeof SCHEME_COLUMNS, what: Phrase, params: Params = {}): void {
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

const ROW_READERS: Readonly<
  Record<string, (this: Reader, row: number, owner: string, detail: string) => void>
> = {
  section: Reader.prototype.section,
  indicator: Reader.prototype.indicator,
  input: Reader.prototype.input,
  param: Reader.prototype.param,
  table: Reader.prototype.table,
  policy: Reader.prototype.policy,
  grade: Reader.prototype.grade,
  setting: Reader.prototype.setting,
  data: Reader.prototype.data,
  datum: Reader.prototype.datum,
  round: Reader.prototype.round,
  phase: Reader.prototype.phase,
  phaseWeight: Reader.prototype.phaseWeight,
  raters: Reader.prototype.planOfRaters,
  rater: Reader.prototype.rater,
};

function split(value: string, separator: string): [string, string] {
  const at = value.indexOf(separator);
  return at < 0 ? [value, ""] : [value.slice(0, at), value.slice(at + 1)];
}
