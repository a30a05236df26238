import { cellRef, rangeRef } from "../formula/references";
import { NAMES, compileScheme, outcomeOf, type CompiledIndicator } from "../scoring/compile";
import { LEFT_OUT, NOT_SCORED, AS_IS, paramOf, tableOf, type ParamSpec } from "../scoring/rule";
import { fullOf, type PolicyName, type Scheme } from "../scoring/scheme";
import { OUTCOMES, POLICIES, POLICY_OUTCOMES } from "../scoring/words";
import { say, type Lang, type Phrase } from "../words";
import { RowSheet, quoted } from "./rows";
import { WORDS } from "./scorecardWords";
import type { ConditionalSpec, NameSpec, SheetSpec, SpecCell, ValidationSpec } from "./spec";

/** The scheme sheet, the names for its parameters, and where each parameter and table stands. */
export interface SchemeSheet {
  readonly sheet: SheetSpec;
  readonly names: readonly NameSpec[];
  /** Parameter or table column of the compiled scheme → absolute reference with sheet. */
  readonly references: ReadonlyMap<string, string>;
}

/** Columns of the sheet, counted from 0. The last one holds the key by which a row is read back. */
export const SCHEME_COLUMNS = { item: 0, value: 1, second: 2, third: 3, words: 4, key: 5 } as const;
const WIDTH = 6;

/**
 * A scheme as a sheet that people read and edit: indicators with weights, each rule in words with its parameters,
 * policies, grades. `readScheme` reads it back.
 *
 * @param sheetName the tab's final name; formulas and names refer to it
 * @throws AttainError `scheme-invalid`
 */
export function schemeSheet(scheme: Scheme, sheetName: string = WORDS.schemeName[scheme.lang]): SchemeSheet {
  return new SchemeSheetBuilder(scheme, sheetName).build();
}

class SchemeSheetBuilder {
  private readonly rows = new RowSheet(WIDTH);
  private readonly names: NameSpec[] = [];
  private readonly references = new Map<string, string>();
  private readonly validations: ValidationSpec[] = [];
  private readonly conditionals: ConditionalSpec[] = [];
  private readonly lang: Lang;

  constructor(
    private readonly scheme: Scheme,
    private readonly sheetName: string,
  ) {
    this.lang = scheme.lang;
  }

  build(): SchemeSheet {
    const { scheme, rows } = this;
    const compiled = compileScheme(scheme);
    rows.add([scheme.name, null, null, null, null, `scheme:${this.lang}`], "title");
    rows.add([this.word("schemeNote")], "subtitle");
    rows.skip();
    this.addIndicators(compiled.indicators);
    for (const indicator of compiled.indicators) this.addRule(indicator);
    this.addGrades();
    this.addSettings();
    this.addInputs();
    rows.format(`F1:F${rows.next - 1}`, ["note", "alignLeft"]);
    return {
      sheet: {
        id: "scheme",
        name: this.sheetName,
        blocks: [rows.block()],
        columns: [
          { columns: "A", width: 30 },
          { columns: "B:D", width: 17 },
          { columns: "E", width: 62 },
          { columns: "F", width: 22 },
        ],
        rows: [{ rows: "1", height: 26 }],
        formats: rows.formats,
        freeze: { rows: 2, columns: 1 },
        conditionals: this.conditionals,
        validations: this.validations,
        print: {
          orientation: "landscape",
          titleRows: "$1:$2",
          area: `A1:E${rows.next - 1}`,
          fitWidth: 1,
          footer: { left: scheme.name, right: this.word("page") },
        },
      },
      names: this.names,
      references: this.references,
    };
  }

  private addIndicators(indicators: readonly CompiledIndicator[]): void {
    const { rows, scheme } = this;
    this.heading("indicators");
    this.header(["indicator", "weight", "rule", "full", "inWords", "key"], ["B", "D"]);
    const sectionRows: number[] = [];
    for (const section of scheme.sections) {
      const own = indicators.filter((entry) => entry.section === section);
      const sectionRow = rows.next;
      const [first, last] = [sectionRow + 1, sectionRow + own.length];
      sectionRows.push(sectionRow);
      const check = this.check(`SUM(B${first}:B${last})`, `D${sectionRow}`);
      rows.add(
        [section.name, section.weight, check, fullOf(section), null, `section:${section.id}`],
        ["body", "subtotal"],
      );
      this.input(
        sectionRow,
        "value",
        NAMES.sectionWeight(section.id),
        "General",
        `attain_weight_section_${section.id}`,
      );
      rows.format(`D${sectionRow}`, "number");
      rows.format(`C${sectionRow}:C${last}`, "indent1");
      this.warn(`C${sectionRow}`);
      for (const { indicator, rule, percent } of own) {
        const subject = indicator.name;
        const described = rule.describe(indicator.rule, {
          lang: this.lang,
          weight: indicator.weight,
          subject,
          percent,
        });
        const row = rows.add(
          [
            indicator.name,
            indicator.weight,
            rule.name[this.lang],
            null,
            described,
            `indicator:${indicator.id}`,
          ],
          ["body", "row"],
        );
        rows.format(`A${row}`, "indent1");
        rows.format(`E${row}`, "wrap");
        this.references.set(NAMES.label(indicator.id), this.absolute(row, "item"));
        this.input(row, "value", NAMES.weight(indicator.id), "General", `attain_weight_${indicator.id}`);
        this.validateNumber(`B${row}`, { min: 0 }, "weightPromptTitle", "weightPrompt");
      }
    }
    const total = `SUM(${sectionRows.map((row) => `B${row}`).join(",")})`;
    const row = rows.add(
      [this.word("sum"), { formula: `=${total}` }, this.check(total, "100"), null, null, null],
      ["body", "total"],
    );
    rows.format(`B${row}`, "number", "General");
    rows.format(`C${row}`, "indent1");
    this.warn(`C${row}`);
  }

  private addRule({ indicator, rule, percent }: CompiledIndicator): void {
    const { rows, lang } = this;
    rows.skip();
    rows.add([`${indicator.name}\u3000${rule.name[lang]}`], "section");
    this.header(["item", "value", null, null, null, null], ["B"]);
    const format = (spec: ParamSpec): string => formatOf(spec, percent);
    for (const role of rule.roles) {
      const row = rows.add(
        [
          role.label[lang],
          indicator.inputs[role.key] ?? null,
          null,
          null,
          null,
          `input:${indicator.id}.${role.key}`,
        ],
        ["body", "row"],
      );
      rows.format(`B${row}`, ["text", "alignRight"], "@");
    }
    for (const spec of rule.params) {
      const row = rows.add(
        [
          spec.label[lang],
          choiceWord(spec, paramOf(indicator.rule, spec), lang),
          null,
          null,
          null,
          `param:${indicator.id}.${spec.key}`,
        ],
        ["body", "row"],
      );
      this.input(
        row,
        "value",
        NAMES.param(indicator.id, spec.key),
        format(spec),
        `attain_${indicator.id}_${spec.key}`,
      );
      this.validateParam(`B${row}`, spec);
    }
    for (const table of rule.tables) {
      const entries = tableOf(indicator.rule, table.key);
      // The key keeps the header from being read as a band inserted below the table before it.
      const header = rows.add(
        [table.label[lang], ...table.columns.map((column) => column.label[lang])],
        "header",
      );
      rows.format(`B${header}:D${header}`, "alignRight");
      this.setKey(header, "header");
      const first = rows.next;
      entries.forEach((entry, i) => {
        const cells: SpecCell[] = table.columns.map((column) => {
          const value = entry[column.key] ?? column.initial ?? null;
          return value === null && i === entries.length - 1
            ? this.word("below")
            : choiceWord(column, value, lang);
        });
        const row = rows.add([say(WORDS.band, lang, { n: i + 1 }), ...cells], ["body", "row"]);
        rows.format(`A${row}`, "indent1");
        this.setKey(row, `table:${indicator.id}.${table.key}`);
      });
      const last = rows.next - 1;
      table.columns.forEach((column, i) => {
        const letter = "BCD".charAt(i);
        rows.format(`${letter}${first}:${letter}${last}`, ["input", "number"], format(column));
        this.references.set(
          NAMES.param(indicator.id, `${table.key}.${column.key}`),
          this.range(first, last, i + 1),
        );
        this.name(`attain_${indicator.id}_${table.key}_${column.key}`, this.range(first, last, i + 1));
        this.validateParam(`${letter}${first}:${letter}${last}`, column);
      });
    }
    for (const policy of Object.keys(POLICIES) as PolicyName[]) {
      const outcome = outcomeOf(rule, indicator, policy);
      if (outcome === undefined) continue;
      const row = rows.add([POLICIES[policy][lang], OUTCOMES[outcome][lang]], ["body", "row"]);
      this.setKey(row, `policy:${indicator.id}.${policy}`);
      this.setCell(row, SCHEME_COLUMNS.second, { formula: this.outcomeFormula(`B${row}`, indicator.id) });
      rows.format(`B${row}`, ["input", "number"]);
      rows.format(`C${row}`, "number");
      this.references.set(NAMES.outcome(indicator.id, policy), this.absolute(row, "second"));
      this.validateList(
        `B${row}`,
        POLICY_OUTCOMES[policy].map((one) => OUTCOMES[one][lang]),
      );
    }
  }

  private addGrades(): void {
    const { rows, scheme } = this;
    rows.skip();
    this.heading("grades");
    this.header(["grade", "from", "side", "light", null, null], ["B", "C", "D"]);
    const first = rows.next;
    scheme.grades.forEach((grade) => {
      const row = rows.add(
        [grade.name, grade.from ?? this.word("below"), grade.side, grade.light, null, "grade"],
        ["body", "row"],
      );
      rows.format(`A${row}:D${row}`, "input");
      rows.format(`B${row}:D${row}`, "number");
    });
    const last = rows.next - 1;
    const columns = [NAMES.gradeNames, NAMES.gradeFrom, NAMES.gradeSide, NAMES.gradeLight];
    columns.forEach((name, i) => this.references.set(name, this.range(first, last, i)));
    this.name("attain_grade_names", this.range(first, last, SCHEME_COLUMNS.item));
    this.name("attain_grade_from", this.range(first, last, SCHEME_COLUMNS.value));
    this.validateList(`C${first}:C${last}`, ["≥", ">"]);
    this.validateList(`D${first}:D${last}`, ["●", "▲", "▼"]);
    rows.add([this.word("marks")], "subtitle");
  }

  private addSettings(): void {
    const { rows, lang, scheme } = this;
    rows.skip();
    this.heading("settings");
    const decimals = rows.add(
      [this.word("decimals"), scheme.decimals, null, null, null, "setting:decimals"],
      ["body", "row"],
    );
    this.input(decimals, "value", NAMES.decimals, "0", "attain_decimals");
    this.validations.push({ range: `B${decimals}`, rule: { kind: "whole", min: 0, max: 6 } });
    rows.add(
      [this.word("weightMode"), WORDS[scheme.weights][lang], null, null, null, "setting:weights"],
      ["body", "row"],
    );
    rows.format(`B${rows.next - 1}`, "number");
    rows.add([this.word("schemeId"), scheme.id, null, null, null, "setting:id"], ["body", "row"]);
    rows.format(`B${rows.next - 1}`, "number", "@");
  }

  private addInputs(): void {
    const { rows, lang, scheme } = this;
    rows.skip();
    this.heading("inputs");
    this.header(["inputs", "inputId", "format", null, null, null], []);
    for (const { id, name, format } of scheme.inputs) {
      const row = rows.add([name, id, WORDS[format][lang], null, null, "data"], ["body", "row"]);
      rows.format(`B${row}:C${row}`, "number", "@");
    }
  }

  private word(key: keyof typeof WORDS): string {
    return WORDS[key][this.lang];
  }

  private heading(key: keyof typeof WORDS): void {
    this.rows.add([this.word(key)], "section");
  }

  /** A header row; `numbers` are the columns whose figures stand right below it. */
  private header(keys: readonly (keyof typeof WORDS | null)[], numbers: readonly string[]): void {
    const row = this.rows.add(
      keys.map((key) => (key === null ? null : this.word(key))),
      "header",
    );
    for (const letter of numbers) this.rows.format(`${letter}${row}`, "alignRight");
  }

  private absolute(row: number, column: keyof typeof SCHEME_COLUMNS): string {
    return cellRef(row - 1, SCHEME_COLUMNS[column], { absRow: true, absColumn: true, sheet: this.sheetName });
  }

  private range(first: number, last: number, column: number): string {
    return rangeRef(first - 1, column, last - 1, column, {
      absRow: true,
      absColumn: true,
      sheet: this.sheetName,
    });
  }

  /** Makes a cell a yellow input that formulas read, with a name of its own. */
  private input(row: number, column: "value", name: string, numberFormat: string, definedName: string): void {
    const reference = this.absolute(row, column);
    this.references.set(name, reference);
    this.rows.format(`B${row}`, ["input", "number"], numberFormat);
    this.name(definedName, reference);
  }

  private name(name: string, reference: string): void {
    this.names.push({ name, refersTo: `=${reference}` });
  }

  private setKey(row: number, key: string): void {
    this.setCell(row, SCHEME_COLUMNS.key, key);
  }

  private setCell(row: number, column: number, cell: SpecCell): void {
    this.rows.set(row, column, cell);
  }

  /** ✔ or, in red, how far the sum is off. */
  private check(sum: string, whole: string): SpecCell {
    const number = /^\d+$/.test(whole) ? quoted(whole) : whole;
    const phrase = (text: Phrase): string => {
      const [before = "", after = ""] = text[this.lang].split("{n}");
      return [quoted(before), number, ...(after ? [quoted(after)] : [])].join("&");
    };
    return {
      formula: `=IF(ROUND(${sum}-${whole},6)=0,${phrase(WORDS.right)},${phrase(WORDS.wrong)}&ROUND(${sum}-${whole},6))`,
    };
  }

  private warn(cell: string): void {
    this.conditionals.push({
      kind: "formula",
      range: cell,
      formula: `=LEFT(${cell},1)="✘"`,
      style: "badFill",
    });
  }

  /** What the points cell shows under the chosen outcome. */
  private outcomeFormula(cell: string, indicator: string): string {
    const weight = (this.references.get(NAMES.weight(indicator)) ?? "0").replace(/^.*!/, "");
    const word = (outcome: keyof typeof OUTCOMES): string => quoted(OUTCOMES[outcome][this.lang]);
    const [left, stopped, asIs] = [quoted(LEFT_OUT), quoted(NOT_SCORED), quoted(AS_IS)];
    return `=IF(${cell}=${word("zero")},0,IF(${cell}=${word("full")},${weight},IF(${cell}=${word("leaveOut")},${left},IF(${cell}=${word("asIs")},${asIs},${stopped}))))`;
  }

  private validateParam(range: string, spec: ParamSpec): void {
    if (spec.choices)
      this.validateList(
        range,
        Object.values(spec.choices).map((choice) => choice[this.lang]),
      );
    else if (spec.type !== "formula" && !spec.optional)
      this.validateNumber(range, spec, "numberPromptTitle", "numberPrompt");
  }

  private validateNumber(
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

  private validateList(range: string, values: readonly string[]): void {
    this.validations.push({
      range,
      rule: { kind: "list", values },
      prompt: { title: this.word("listPromptTitle"), message: this.word("listPrompt") },
      error: { title: this.word("listPromptTitle"), message: this.word("listError") },
    });
  }
}

function formatOf(spec: ParamSpec, percent: boolean): string {
  if (spec.type === "percent" || (spec.type === "measure" && percent)) return "0.0%";
  return spec.type === "formula" ? "@" : "General";
}

function choiceWord(spec: ParamSpec, value: number | string | boolean | null, lang: Lang): SpecCell {
  const choice = typeof value === "string" ? spec.choices?.[value] : undefined;
  return choice ? choice[lang] : value;
}
