import { columnIndex, columnName, rangeRef } from "../../formula/references";
import { compileScheme } from "../../scoring/compile";
import type { CompiledIndicator } from "../../scoring/compiled";
import { NOBODY } from "../../scoring/evaluationRows";
import { NAMES } from "../../scoring/names";
import type { EvaluationRequest, EvaluationSet } from "../../scoring/evaluation";
import { RowSheet, quoted } from "../rows";
import type { ScorecardLayout } from "./scorecardLayout";
import { measureFormat } from "./scorecardFields";
import type { ConditionalSpec, RowSpec, SheetSpec, SpecCell, ValidationSpec } from "../spec";
import { PAGE_WORDS } from "../words";
import { wrappedHeight } from "../wrap";
import { lightRules } from "./resultsSheet";
import { totalFormat } from "./tabs";
import { WORDS } from "./words";

/** Where a card's figures come from. */
export interface CardSource {
  readonly layout: ScorecardLayout;
  readonly references: ReadonlyMap<string, string>;
  /** One row of the set for a card of its own; without it the card follows a pick list. */
  readonly row?: number;
  /** Rows on the scorecard, spare ones included. */
  readonly rows: number;
}

export interface CardOptions extends CardSource {
  readonly id: string;
  readonly name: string;
}

/** Indicator, full points, how it is scored, value, points. */
const WIDTHS = [23, 8, 54, 10, 16] as const;
const PLACE_COLUMN = WIDTHS.length + 1;
const LINE = 20;

/**
 * One person's scorecard on one A4 page, ready to print and sign: every figure is looked up on the scorecard sheet.
 * With a pick list one page serves everybody.
 */
export function cardSheet(request: EvaluationRequest, set: EvaluationSet, options: CardOptions): SheetSpec {
  return cardsSheet(request, [{ set, ...options }], options);
}

/** The same for several schemes: each has a page of its own to print, one below the other, with its own pick list. */
export function cardsSheet(
  request: EvaluationRequest,
  cards: readonly (CardSource & { readonly set: EvaluationSet })[],
  { id, name }: { readonly id: string; readonly name: string },
): SheetSpec {
  const page = new CardPage();
  for (const { set, ...source } of cards) new Card(request, set, source, page).write();
  const { rows } = page;
  const starts = page.starts.slice(1);
  return {
    id,
    name,
    blocks: [rows.block()],
    columns: WIDTHS.map((width, i) => ({ columns: columnName(i), width })),
    rows: page.heights,
    formats: rows.formats,
    conditionals: page.conditionals,
    validations: page.validations,
    protect: { inputs: page.inputs },
    print: {
      orientation: "portrait",
      area: `A1:E${rows.next - 1}`,
      fitWidth: 1,
      ...(starts.length > 0 ? { breaksBefore: starts } : { fitHeight: 1 }),
      footer: { left: request.title, right: PAGE_WORDS.pages[request.lang] },
    },
  };
}

/** What cards on one page share. */
class CardPage {
  readonly rows = new RowSheet(PLACE_COLUMN + 1);
  readonly heights: RowSpec[] = [];
  readonly validations: ValidationSpec[] = [];
  readonly conditionals: ConditionalSpec[] = [];
  readonly inputs: string[] = [];
  /** Where each card begins. */
  readonly starts: number[] = [];
}

class Card {
  private readonly rows;
  private readonly heights;
  private readonly validations;
  private readonly inputs;
  private readonly compiled;
  /** Where the row of the scorecard stands that the card shows. */
  private place = "";
  private gradeRow = 0;
  /** What the total is made of, as the page shows it: rounded to two digits. */
  private readonly shown: string[] = [];

  constructor(
    private readonly request: EvaluationRequest,
    private readonly set: EvaluationSet,
    private readonly options: CardSource,
    private readonly page: CardPage,
  ) {
    this.compiled = compileScheme(set.scheme, { exempt: true });
    this.rows = page.rows;
    this.heights = page.heights;
    this.validations = page.validations;
    this.inputs = page.inputs;
  }

  write(): void {
    const { rows, request, page } = this;
    const { scheme } = this.set;
    const first = rows.add([`${scheme.name} · ${this.word("cardTitle")}`], "title");
    page.starts.push(first);
    const own = this.heights.length;
    this.heights.push({ rows: `${first}`, height: 26 });
    // The subtitle keeps its distance from what is filled in below.
    const subtitle = rows.add([request.title], ["subtitle", "top"]);
    this.heights.push({ rows: `${subtitle}`, height: LINE * 1.3 });
    this.identity();
    rows.skip();
    this.lines();
    this.result();
    this.feedback();
    // What is said of single rows comes after and counts.
    this.heights.splice(own, 0, { rows: `${first}:${rows.next - 1}`, height: LINE });
    page.conditionals.push(...lightRules("D", this.gradeRow, this.gradeRow));
  }

  private word(key: keyof typeof WORDS): string {
    return WORDS[key][this.request.lang];
  }

  /** A column of the scorecard as a range with sheet. */
  private column(name: string): string {
    const { layout, rows } = this.options;
    const letter = layout.columns.get(name);
    if (letter === undefined) throw new RangeError(`The scorecard has no column “${name}”`);
    const index = columnIndex(letter);
    return rangeRef(layout.firstRow - 1, index, layout.firstRow + rows - 2, index, {
      absRow: true,
      absColumn: true,
      sheet: layout.sheet,
    });
  }

  /** What the shown person's row says in a column; nothing where it says nothing. */
  private look(name: string): SpecCell {
    const cell = `INDEX(${this.column(name)},${this.place})`;
    return { formula: `=IFERROR(IF(${cell}="","",${cell}),"")` };
  }

  /** Who it is: picked from a list, or fixed. */
  private identity(): void {
    const { rows, options, request, set } = this;
    const several = request.periods.length > 1;
    const first = set.rows[options.row ?? 0];
    const name = rows.next;
    const fixed = options.row !== undefined;
    const label = fixed ? this.word("name") : this.word("cardPick");
    rows.add([label, fixed ? null : (first?.name ?? ""), null, this.word("unit"), null], ["body", "row"]);
    const period = rows.next;
    const periodLabel = several && !fixed ? this.word("cardPeriod") : this.word("period");
    rows.add([periodLabel, first?.period.label ?? "", null, this.word("manager"), null], ["body", "row"]);
    const picked = `$B$${name}`;
    if (fixed) this.place = String((options.row ?? 0) + 1);
    else {
      // Beside the page: the line of the scorecard that belongs to who is picked.
      const names = this.column("name");
      const inPeriod = several ? `*(${this.column("period")}=$B$${period})` : "";
      const matches = `(${names}=${picked})${inPeriod || "*1"}`;
      // A list of a single row is no list to MATCH in every program.
      const found = options.rows > 1 ? `MATCH(1,INDEX(${matches},0),0)` : `IF(${matches}=1,1,"")`;
      // Lines for people to come have no name: whoever is not picked yet is none of them.
      rows.set(name, PLACE_COLUMN, { formula: `=IF(${picked}="","",IFERROR(${found},""))` });
      rows.format(`${columnName(PLACE_COLUMN)}${name}`, "muted");
      this.place = `$${columnName(PLACE_COLUMN)}$${name}`;
      this.pickList(`B${name}`, this.column("name"), several);
      if (several) this.pickPeriod(`B${period}`);
    }
    if (fixed) {
      rows.set(name, 1, this.look("name"));
      if (several) rows.set(period, 1, this.look("period"));
    }
    rows.set(name, 4, this.look("unit"));
    rows.set(period, 4, first?.manager && fixed ? first.manager : null);
    if (!fixed) rows.set(period, 3, null);
    for (const row of [name, period]) {
      rows.format(`A${row}`, "muted");
      rows.format(`D${row}`, "muted");
      rows.format(`B${row}`, ["strong", "text"]);
      rows.format(`E${row}`, ["strong", "text"]);
    }
    if (!fixed) {
      rows.format(`B${name}`, ["input", "strong"]);
      if (several) rows.format(`B${period}`, ["input", "strong"]);
    }
  }

  private pickList(cell: string, names: string, several: boolean): void {
    // Names come once for each period: the first period's stand first.
    const { rows } = this.set;
    const first = rows.filter(({ period }) => period === rows[0]?.period).length;
    const source = several
      ? names.replace(/\$(\d+)$/, `$${this.options.layout.firstRow + first - 1}`)
      : names;
    this.validations.push({
      range: cell,
      rule: { kind: "listFrom", source: `=${source}` },
      prompt: { title: this.word("pickTitle"), message: this.word("pickPerson") },
    });
    this.inputs.push(cell);
  }

  private pickPeriod(cell: string): void {
    this.validations.push({
      range: cell,
      rule: { kind: "list", values: this.request.periods.map(({ label }) => label) },
      prompt: { title: this.word("pickTitle"), message: this.word("pickPeriod") },
    });
    this.inputs.push(cell);
  }

  private lines(): void {
    const { rows, compiled } = this;
    const header = rows.add(
      ["indicator", "weight", "rule", "value", "points"].map((key) => this.word(key as "rule")),
      "header",
    );
    for (const letter of "BDE") rows.format(`${letter}${header}`, "alignRight");
    rows.format(`C${header}`, "indent1");
    for (const section of this.set.scheme.sections) {
      const own = compiled.indicators.filter((one) => one.section === section);
      if (this.set.scheme.sections.length > 1) this.section(section.id, section.name);
      for (const one of own) this.line(one);
    }
  }

  private section(id: string, name: string): void {
    const { rows, compiled } = this;
    const scored = compiled.sections.find(({ section }) => section.id === id);
    const weight = this.options.references.get(NAMES.sectionWeight(id));
    const row = rows.add(
      [
        name,
        weight === undefined || !scored ? null : { formula: `=${weight}` },
        null,
        null,
        scored ? this.look(scored.name) : null,
      ],
      ["body", "subtotal"],
    );
    rows.format(`B${row}`, "number", 'General"%"');
    rows.format(`E${row}`, "number", "0.00");
    if (scored) this.shown.push(`ROUND(N($E${row}),2)*N($B${row})/100`);
  }

  private valueFormat(one: CompiledIndicator): string {
    const plain = this.set.scheme.inputs.find(({ id }) => id === one.measured);
    return plain?.format === "integer" || plain?.format === "money" ? "#,##0" : measureFormat(one);
  }

  private line(one: CompiledIndicator): void {
    const { indicator, rule, measured, percent, points } = one;
    const { rows } = this;
    const { lang } = this.request;
    const described = rule.describe(indicator.rule, {
      lang,
      weight: indicator.weight,
      subject: indicator.name,
      percent,
    });
    const weight = this.options.references.get(NAMES.weight(indicator.id));
    const row = rows.add(
      [
        indicator.name,
        rule.standing !== undefined || weight === undefined ? null : { formula: `=${weight}` },
        described,
        this.look(measured),
        this.look(points.name),
      ],
      ["body", "row"],
    );
    rows.format(`A${row}`, ["wrap", "text", "indent1"]);
    rows.format(`B${row}`, "number", "General");
    rows.format(`C${row}`, ["wrap", "text", "muted", "indent1"]);
    rows.format(`D${row}`, "number", this.valueFormat(one));
    rows.format(`E${row}`, "number", "0.00");
    const alone = this.set.scheme.sections.length === 1 || rule.standing === "addOn";
    if (alone && rule.standing !== "veto") this.shown.push(`ROUND(N($E${row}),2)`);
    this.height(row, [
      [indicator.name, WIDTHS[0] - 2],
      [described, WIDTHS[2]],
    ]);
  }

  private result(): void {
    const { rows } = this;
    const total = rows.add([this.word("total"), null, null, null, this.look(NAMES.total)], ["body", "total"]);
    rows.format(`E${total}`, "number", totalFormat(this.set.scheme));
    const note = rows.add([{ formula: `=${this.roundingNote(total)}` }], ["body", "muted"]);
    rows.format(`A${note}`, "muted");
    this.gradeRow = rows.add(
      [this.word("grade"), null, null, this.look(NAMES.light), this.look(NAMES.grade)],
      ["body", "row"],
    );
    rows.format(`D${this.gradeRow}:E${this.gradeRow}`, ["strong", "alignRight"]);
    this.consequence();
    const unit = `INDEX(${this.column("unitRank")},${this.place})`;
    const rank = `INDEX(${this.column("rank")},${this.place})`;
    const row = rows.add(
      [
        this.word("rankOf"),
        null,
        null,
        null,
        { formula: `=IFERROR(IF(ISNUMBER(${rank}),${rank}&" ("&${unit}&")",""),"")` },
      ],
      ["body", "row"],
    );
    rows.format(`E${row}`, ["strong", "alignRight"]);
    const said = `INDEX(${this.column(NAMES.remark)},${this.place})`;
    const remark = rows.add(
      [this.word("remark"), null, { formula: `=IFERROR(IF(${said}="${NOBODY}","",TRIM(${said})),"")` }],
      ["body", "row"],
    );
    rows.format(`C${remark}`, ["wrap", "indent1"]);
    this.heights.push({ rows: `${remark}`, height: LINE * 3 });
  }

  /** What follows from the grade, as the scheme page says it now; no line where no grade has consequences. */
  private consequence(): void {
    const { rows, options, set } = this;
    if (set.scheme.grades.every(({ consequence }) => consequence === undefined)) return;
    const [names, words] = [NAMES.gradeNames, NAMES.gradeConsequence].map((key) =>
      options.references.get(key),
    );
    const found = `INDEX(${words ?? ""},MATCH($E${this.gradeRow},${names ?? ""},0))`;
    const row = rows.add(
      [this.word("consequence"), null, null, null, { formula: `=IFERROR(${found}&"","")` }],
      ["body", "row"],
    );
    rows.format(`E${row}`, ["strong", "alignRight"]);
  }

  /** Says so where rows as they are shown do not add up to the total by no more than rounding can do. */
  private roundingNote(totalRow: number): string {
    if (this.shown.length === 0) return '""';
    const { decimals } = this.set.scheme;
    const most = 0.005 * this.shown.length + 0.5 * 10 ** -decimals + 1e-9;
    const sum = this.shown.join("+");
    const gap = `ROUND($E${totalRow}-(${sum}),6)`;
    const [before = "", after = ""] = this.word("roundingGap").split("{gap}");
    const text = `${quoted(before)}&TEXT(${gap},"+0.00##;-0.00##")&${quoted(after)}`;
    return `IF(ISNUMBER($E${totalRow}),IF(AND(${gap}<>0,ABS(${gap})<=${most}),${text},""),"")`;
  }

  private feedback(): void {
    const { rows } = this;
    rows.skip();
    rows.add([this.word("feedback")], "section");
    for (const key of ["wentWell", "toImprove", "agreed"] as const) {
      const row = rows.add([this.word(key)], ["body", "row"]);
      rows.format(`A${row}`, ["wrap", "muted"]);
      rows.format(`B${row}:E${row}`, "input");
      this.heights.push({ rows: `${row}`, height: LINE * 2.5 });
      this.inputs.push(`B${row}:E${row}`);
    }
    for (const key of ["signPerson", "signManager", "signHr"] as const) {
      const row = rows.add([this.word(key)], "body");
      this.heights.push({ rows: `${row}`, height: LINE * 1.8 });
    }
  }

  private height(row: number, texts: readonly (readonly [string, number])[]): void {
    this.heights.push({ rows: `${row}`, height: Math.max(LINE, wrappedHeight(texts) + 2) });
  }
}
