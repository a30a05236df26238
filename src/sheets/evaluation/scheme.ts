import { compileScheme } from "../../scoring/compile";
import type { CompiledIndicator } from "../../scoring/compiled";
import { NAMES } from "../../scoring/names";
import { outcomeOf } from "../../scoring/parameters";
import { paramOf, tableOf, type ParamSpec } from "../../scoring/rule";
import { fullOf, type PolicyName, type Scheme } from "../../scoring/scheme";
import { OUTCOMES, POLICIES, POLICY_OUTCOMES } from "../../scoring/words";
import { say, type Lang } from "../../words";
import { addInputs, addPhaseWeights, addPhases, addRaters, addStanding } from "./schemeExtras";
import { marksOf } from "./schemeMarks";
import { SCHEME_COLUMNS, SchemeRows } from "./schemeRows";
import { WORDS } from "./scorecardWords";
import { columnName } from "../../formula/references";
import { pageBreaks, pagesShrunk, pagesTaken } from "../pageBreaks";
import type { NameSpec, PrintSpec, RowSpec, SheetSpec, SpecCell } from "../spec";

export { SCHEME_COLUMNS };

/** The scheme sheet, the names for its parameters, and where each parameter and table stands. */
export interface SchemeSheet {
  readonly sheet: SheetSpec;
  readonly names: readonly NameSpec[];
  /** Parameter or table column of the compiled scheme → absolute reference with sheet. */
  readonly references: ReadonlyMap<string, string>;
}

export interface SchemeSheetOptions {
  /** Stable id of the sheet when a workbook has several; `scheme` unless said. */
  readonly id?: string;
  /** Starts every defined name; `attain_` unless said. */
  readonly prefix?: string;
}

/**
 * A scheme as a sheet that people read and edit: indicators with weights, each rule in words with its parameters,
 * policies, grades. `readScheme` reads it back.
 *
 * @param sheetName the tab's final name; formulas and names refer to it
 * @throws AttainError `scheme-invalid`
 */
export function schemeSheet(
  scheme: Scheme,
  sheetName: string = WORDS.schemeName[scheme.lang],
  options: SchemeSheetOptions = {},
): SchemeSheet {
  return new SchemeSheetBuilder(scheme, sheetName, options.prefix ?? "attain_").build(options.id ?? "scheme");
}

/** Points a line takes, and a heading. */
const LINE = 14;
const HEADING = 18;
/** Item, value, second and third value, words. */
const WIDTHS = [35, 26, 17, 17, 62] as const;

class SchemeSheetBuilder extends SchemeRows {
  build(id: string): SchemeSheet {
    const { scheme, rows } = this;
    const compiled = compileScheme(scheme);
    rows.add([scheme.name, null, null, null, null, `scheme:${this.lang}`], "title");
    rows.add([this.word("schemeNote")], "subtitle");
    rows.skip();
    this.addIndicators(compiled.indicators);
    for (const indicator of compiled.indicators) this.addRule(indicator);
    addRaters(this);
    addPhases(this);
    this.addGrades(marksOf(compiled));
    this.addSettings();
    addInputs(this);
    rows.format(`F1:F${rows.next - 1}`, ["note", "alignLeft"]);
    // Headings of parts, as they were added.
    const parts = rows.formats.flatMap(({ range, style }) =>
      style === "section" ? [Number(/\d+/.exec(range)?.[0] ?? "1")] : [],
    );
    const heights: RowSpec[] = [
      { rows: `2:${rows.next - 1}`, height: LINE },
      { rows: "1", height: 26 },
      ...parts.map((row) => ({ rows: `${row}`, height: HEADING })),
      ...this.heights,
    ];
    return {
      sheet: {
        id,
        name: this.sheetName,
        blocks: [rows.block()],
        columns: [
          ...WIDTHS.map((width, i) => ({ columns: columnName(i), width })),
          { columns: "F", width: 22 },
        ],
        rows: heights,
        formats: rows.formats,
        freeze: { rows: 2, columns: 1 },
        conditionals: this.conditionals,
        validations: this.validations,
        print: {
          orientation: "landscape",
          titleRows: "$1:$2",
          area: `A1:E${rows.next - 1}`,
          fitWidth: 1,
          ...this.pages(heights, parts),
          footer: { left: scheme.name, right: this.word("page") },
        },
      },
      names: this.names,
      references: this.references,
    };
  }

  /** No table is torn in two, and grades or a few inputs are not to stand alone on a last page. */
  private pages(
    heights: readonly RowSpec[],
    parts: readonly number[],
  ): Pick<PrintSpec, "fitHeight" | "breaksBefore"> {
    const points = Array.from({ length: this.rows.next - 1 }, () => LINE);
    for (const { rows, height } of heights)
      if (height !== undefined && !rows.includes(":")) points[Number(rows) - 1] = height;
    const repeated = (points[0] ?? 0) + (points[1] ?? 0);
    const printed = { orientation: "landscape" as const, widths: WIDTHS, heights: points, repeated };
    const fitHeight = pagesShrunk(printed);
    if (fitHeight !== undefined) return { fitHeight };
    const breaksBefore = pageBreaks({ ...printed, parts: parts.map((row) => row - 1) });
    // Whole tables are not worth a page more than it takes without.
    const flowing = pagesTaken(printed);
    return breaksBefore.length > 0 && breaksBefore.length < flowing ? { breaksBefore } : {};
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
      const check = own.some(({ rule }) => rule.standing === undefined)
        ? this.check(`SUM(B${first}:B${last})`, `D${sectionRow}`)
        : this.word("extraSum");
      rows.add(
        [section.name, section.weight, check, fullOf(section), null, `section:${section.id}`],
        ["body", "subtotal"],
      );
      this.input(
        sectionRow,
        "value",
        NAMES.sectionWeight(section.id),
        "General",
        `weight_section_${section.id}`,
      );
      this.validateNumber(`B${sectionRow}`, { min: 0 }, "weightPromptTitle", "weightPrompt");
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
        rows.format(`E${row}`, ["wrap", "indent1"]);
        this.wrap(row, described, indicator.name);
        this.references.set(NAMES.label(indicator.id), this.absolute(row, "item"));
        this.input(row, "value", NAMES.weight(indicator.id), "General", `weight_${indicator.id}`);
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
      rows.set(row, SCHEME_COLUMNS.second, this.inNames(indicator.inputs[role.key] ?? ""));
      rows.format(`C${row}`, ["muted", "indent1"]);
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
      if (spec.fixed === true) {
        rows.format(`B${row}`, ["input", "number"]);
        rows.set(row, SCHEME_COLUMNS.second, this.word("nextRun"));
        rows.format(`C${row}`, ["muted", "indent1"]);
      } else {
        this.input(
          row,
          "value",
          NAMES.param(indicator.id, spec.key),
          format(spec),
          `${indicator.id}_${spec.key}`,
        );
      }
      this.validateParam(`B${row}`, spec);
    }
    if (indicator.decimals !== undefined) {
      const row = rows.add(
        [this.word("pointDecimals"), indicator.decimals, null, null, null, `round:${indicator.id}`],
        ["body", "row"],
      );
      this.input(row, "value", NAMES.pointDecimals(indicator.id), "0", `${indicator.id}_decimals`);
      this.validations.push({ range: `B${row}`, rule: { kind: "whole", min: 0, max: 6 } });
    }
    addPhaseWeights(this, indicator);
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
            ? (column.open ?? WORDS.below)[lang]
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
        this.name(`${indicator.id}_${table.key}_${column.key}`, this.range(first, last, i + 1));
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

  /** A formula over inputs as people call them: ids read well to whoever wrote the scheme only. */
  private inNames(formula: string): string {
    const names = new Map(this.scheme.inputs.map(({ id, name }) => [id, name]));
    return formula.replace(/[A-Za-z_]\w*/g, (word) => names.get(word) ?? word);
  }

  private addGrades(marks: string): void {
    const { rows, scheme } = this;
    rows.skip();
    this.heading("grades");
    this.header(["grade", "from", "side", "light", "consequence", null], ["B", "C", "D"]);
    const first = rows.next;
    scheme.grades.forEach((grade) => {
      const { name, from, side, light, consequence = null } = grade;
      const row = rows.add(
        [name, from ?? this.word("below"), side, light, consequence, "grade"],
        ["body", "row"],
      );
      rows.format(`A${row}:E${row}`, "input");
      rows.format(`B${row}:D${row}`, "number");
      rows.format(`E${row}`, ["wrap", "indent1"]);
      if (consequence !== null) this.wrap(row, consequence);
    });
    rows.format(`E${first - 1}`, "indent1");
    const last = rows.next - 1;
    const columns = [
      NAMES.gradeNames,
      NAMES.gradeFrom,
      NAMES.gradeSide,
      NAMES.gradeLight,
      NAMES.gradeConsequence,
    ];
    columns.forEach((name, i) => this.references.set(name, this.range(first, last, i)));
    this.name("grade_names", this.range(first, last, SCHEME_COLUMNS.item));
    this.name("grade_from", this.range(first, last, SCHEME_COLUMNS.value));
    if (last > first) this.validateNumber(`B${first}:B${last - 1}`, {}, "numberPromptTitle", "numberPrompt");
    this.validateList(`C${first}:C${last}`, ["≥", ">"]);
    this.validateList(`D${first}:D${last}`, ["●", "▲", "▼"]);
    rows.add([marks], "subtitle");
  }

  private addSettings(): void {
    const { rows, lang, scheme } = this;
    rows.skip();
    this.heading("settings");
    const decimals = rows.add(
      [this.word("decimals"), scheme.decimals, null, null, null, "setting:decimals"],
      ["body", "row"],
    );
    this.input(decimals, "value", NAMES.decimals, "0", "decimals");
    this.validations.push({ range: `B${decimals}`, rule: { kind: "whole", min: 0, max: 6 } });
    rows.add(
      [this.word("weightMode"), WORDS[scheme.weights][lang], null, null, null, "setting:weights"],
      ["body", "row"],
    );
    rows.format(`B${rows.next - 1}`, "number");
    rows.add([this.word("schemeId"), scheme.id, null, null, null, "setting:id"], ["body", "row"]);
    rows.format(`B${rows.next - 1}`, "number", "@");
    addStanding(this);
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
