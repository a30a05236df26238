import { cellRef, columnName, rangeRef } from "../../formula/references";
import { PAY_NAMES, compilePay, type CompiledComponent } from "../../scoring/pay/compilePay";
import { POSITIONS, WAITING } from "../../scoring/pay/kind";
import { TIERS, TIER_STEP } from "../../scoring/pay/kinds/commission";
import { lintPay, type PayFinding } from "../../scoring/pay/lintTiers";
import type { PayPlan, Rounding } from "../../scoring/pay/payPlan";
import { COUNTS, NO_DATA, ROUNDING } from "../../scoring/pay/words";
import { paramOf, tableOf, type ParamSpec, type TableSpec } from "../../scoring/rule";
import { say, type Lang } from "../../words";
import { RowSheet, quoted } from "../rows";
import type { NameSpec, SheetSpec, SpecCell, ValidationSpec } from "../spec";
import { PAGE_WORDS } from "../words";
import { wrappedHeight } from "../wrap";
import { PAY_SHEET_WORDS as W } from "./words";

/** Columns of the sheet, counted from 0. The last one holds the key by which a row is read back. */
export const PLAN_COLUMNS = {
  item: 0,
  value: 1,
  second: 2,
  third: 3,
  step: 4,
  jump: 5,
  words: 6,
  key: 7,
} as const;
const WIDTH = 8;
const WORDS_WIDTH = 56;

/** The pay plan's sheet, names for its parameters, and where each parameter and table stands. */
export interface PayPlanSheet {
  readonly sheet: SheetSpec;
  readonly names: readonly NameSpec[];
  /** Parameter or table column of the compiled plan → absolute reference with sheet. */
  readonly references: ReadonlyMap<string, string>;
}

/**
 * A pay plan as a sheet that people read and edit: every component in words with its parameters as yellow cells, then
 * what the tier linter found. `readPayPlan` reads it back.
 *
 * @throws AttainError `scheme-invalid`
 */
export function payPlanSheet(plan: PayPlan, sheetName: string = W.planTab[plan.lang]): PayPlanSheet {
  return new PlanSheet(plan, sheetName).build();
}

class PlanSheet {
  private readonly rows = new RowSheet(WIDTH);
  private readonly names: NameSpec[] = [];
  private readonly references = new Map<string, string>();
  private readonly validations: ValidationSpec[] = [];
  private readonly heights: { rows: string; height: number }[] = [{ rows: "1", height: 26 }];
  private readonly lang: Lang;

  constructor(
    private readonly plan: PayPlan,
    private readonly sheetName: string,
  ) {
    this.lang = plan.lang;
  }

  build(): PayPlanSheet {
    const { plan, rows, lang } = this;
    this.keyed([plan.name], `pay:${lang}`, "title");
    rows.add([say(W.planNote, lang, { currency: plan.currency })], "subtitle");
    for (const component of compilePay(plan).components) this.addComponent(component);
    this.addSettings();
    this.addInputs();
    this.addFindings(lintPay(plan));
    rows.format(`H1:H${rows.next - 1}`, ["note", "alignLeft"]);
    return {
      sheet: {
        id: "payPlan",
        name: this.sheetName,
        blocks: [rows.block()],
        columns: [
          { columns: "A", width: 30 },
          { columns: "B", width: 30 },
          { columns: "C:D", width: 17 },
          { columns: "E:F", width: 14 },
          { columns: "G", width: WORDS_WIDTH },
          { columns: "H", width: 22 },
        ],
        rows: this.heights,
        formats: rows.formats,
        freeze: { rows: 2, columns: 1 },
        conditionals: [
          { kind: "formula", range: `A3:A${rows.next}`, formula: `=LEFT($A3,1)="▼"`, style: "bad" },
          { kind: "formula", range: `A3:A${rows.next}`, formula: `=LEFT($A3,1)="▲"`, style: "warn" },
        ],
        validations: this.validations,
        print: {
          orientation: "landscape",
          titleRows: "$1:$2",
          area: `A1:G${rows.next - 1}`,
          fitWidth: 1,
          footer: { left: plan.name, right: PAGE_WORDS.pages[lang] },
        },
      },
      names: this.names,
      references: this.references,
    };
  }

  private addComponent({ component, kind }: CompiledComponent): void {
    const { rows, lang } = this;
    const { id, name, rule, counts, round, noData, positions, inputs } = component;
    rows.skip();
    this.keyed([`${name}\u3000${kind.name[lang]}`], `component:${id}.${rule.kind}`, "section");
    const header = rows.add([W.item[lang], W.value[lang]], "header");
    rows.format(`B${header}`, "alignRight");
    const row = this.plain(W.counts[lang], COUNTS[counts][lang], `counts:${id}`);
    const described = kind.describe(rule, lang);
    rows.set(row, PLAN_COLUMNS.words, described);
    rows.format(`G${row}`, "wrap");
    this.heights.push({ rows: `${row}`, height: wrappedHeight([[described, WORDS_WIDTH]]) + 2 });
    for (const role of kind.roles) {
      const source = inputs[role.key];
      if (source === undefined) continue;
      const row = this.plain(role.label[lang], source, `role:${id}.${role.key}`);
      rows.set(row, PLAN_COLUMNS.value + 1, this.inNames(source));
      rows.format(`C${row}`, ["muted", "indent1"]);
    }
    for (const spec of kind.params) this.addParam(id, spec, paramOf(rule, spec));
    for (const table of kind.tables) this.addTable(id, table, tableOf(rule, table.key), rule["mode"]);
    if (positions) this.addPositions(id, positions);
    this.addNoData(id, noData ?? "wait");
    if (round) this.addRounding(id, PAY_NAMES.digits(id), round);
  }

  private addParam(id: string, spec: ParamSpec, value: number | string | boolean | null): void {
    const { rows, lang } = this;
    const word = typeof value === "string" ? (spec.choices?.[value]?.[lang] ?? value) : value;
    const row = this.keyed([spec.label[lang], word], `param:${id}.${spec.key}`, ["body", "row"]);
    if (spec.choices) {
      rows.format(`B${row}`, "number");
      return;
    }
    rows.format(`B${row}`, ["input", "number"], formatOf(spec));
    this.reference(PAY_NAMES.param(id, spec.key), row, `attain_pay_${id}_${spec.key}`);
    this.validate(`B${row}`, spec);
  }

  private addTable(
    id: string,
    table: TableSpec,
    entries: readonly Readonly<Record<string, number | string | null>>[],
    mode: unknown,
  ): void {
    const { rows, lang } = this;
    const commission = table === TIERS;
    const header = rows.add(
      [
        table.label[lang],
        ...table.columns.map((column) => column.label[lang]),
        ...(commission ? [W.step[lang], ...(mode === "marginal" ? [] : [W.jump[lang]])] : []),
      ],
      "header",
    );
    rows.format(`B${header}:F${header}`, "alignRight");
    rows.set(header, PLAN_COLUMNS.key, "header");
    const first = rows.next;
    const last = first + entries.length - 1;
    entries.forEach((entry, i) => {
      const cells: SpecCell[] = table.columns.map((column) => {
        const value = entry[column.key] ?? column.initial ?? null;
        return value === null ? W.below[lang] : value;
      });
      const row = first + i;
      const step = row === last ? `=D${row}` : `=D${row}-N(D${row + 1})`;
      const live: SpecCell[] = commission
        ? [{ formula: step }, ...(mode === "marginal" ? [] : [{ formula: `=B${row}*E${row}` }])]
        : [];
      this.keyed([say(W.tier, lang, { n: i + 1 }), ...cells, ...live], `table:${id}.${table.key}`, [
        "body",
        "row",
      ]);
      rows.format(`A${row}`, "indent1");
    });
    table.columns.forEach((column, i) => {
      const letter = columnName(i + 1);
      rows.format(`${letter}${first}:${letter}${last}`, ["input", "number"], formatOf(column));
      this.column(PAY_NAMES.param(id, `${table.key}.${column.key}`), first, last, i + 1);
      this.validate(`${letter}${first}:${letter}${last}`, column);
    });
    if (commission) {
      rows.format(`E${first}:E${last}`, "number", "0.0%");
      rows.format(`F${first}:F${last}`, "number", "#,##0");
      this.column(PAY_NAMES.param(id, TIER_STEP), first, last, PLAN_COLUMNS.step);
    }
  }

  private addPositions(id: string, positions: readonly string[]): void {
    const { rows, lang } = this;
    const first = rows.next;
    positions.forEach((position) =>
      this.keyed([W.positions[lang], position], `position:${id}`, ["body", "row"]),
    );
    rows.format(`B${first}:B${rows.next - 1}`, ["input", "number"], "@");
    this.column(PAY_NAMES.param(id, POSITIONS), first, rows.next - 1, PLAN_COLUMNS.value);
  }

  private addNoData(id: string, noData: keyof typeof NO_DATA): void {
    const { rows, lang } = this;
    const row = this.keyed([W.noData[lang], NO_DATA[noData][lang]], `noData:${id}`, ["body", "row"]);
    rows.set(row, PLAN_COLUMNS.second, {
      formula: `=IF(B${row}=${quoted(NO_DATA.zero[lang])},0,${quoted(WAITING)})`,
    });
    rows.format(`B${row}`, ["input", "number"]);
    rows.format(`C${row}`, "number");
    this.references.set(PAY_NAMES.noData(id), this.absolute(row, PLAN_COLUMNS.second));
    this.list(
      `B${row}`,
      Object.values(NO_DATA).map((phrase) => phrase[lang]),
    );
  }

  private addRounding(id: string, name: string, { digits, mode }: Rounding): void {
    const { rows, lang } = this;
    this.plain(W.roundMode[lang], ROUNDING[mode][lang], `round:${id}`);
    const row = this.keyed([W.digits[lang], digits], `digits:${id}`, ["body", "row"]);
    rows.format(`B${row}`, ["input", "number"], "0");
    this.reference(name, row, `attain_pay_${id}_digits`);
    this.validations.push({ range: `B${row}`, rule: { kind: "whole", min: -6, max: 6 } });
  }

  private addSettings(): void {
    const { rows, plan, lang } = this;
    rows.skip();
    rows.add([W.settings[lang]], "section");
    this.plain(W.planId[lang], plan.id, "setting:id");
    this.plain(W.currency[lang], plan.currency, "setting:currency");
    if (plan.round) {
      rows.add([W.total[lang]], ["body", "strong"]);
      this.addRounding("plan", PAY_NAMES.planDigits, plan.round);
    }
  }

  private addInputs(): void {
    const { rows, plan, lang } = this;
    rows.skip();
    rows.add([W.inputs[lang]], "section");
    const header = rows.add([W.inputs[lang], W.inputId[lang], W.format[lang], W.from[lang]], "header");
    rows.format(`B${header}:D${header}`, "alignRight");
    for (const { id, name, format, from } of plan.inputs) {
      const row = this.keyed([name, id, W[format][lang], from ?? null], "data", ["body", "row"]);
      rows.format(`B${row}:D${row}`, "number", "@");
    }
  }

  private addFindings(findings: readonly PayFinding[]): void {
    const { rows, lang } = this;
    rows.skip();
    rows.add([W.findings[lang]], "section");
    if (findings.length === 0) {
      rows.add([W.noFindings[lang]], ["body", "good"]);
      return;
    }
    const header = rows.add([W.finding[lang], null, null, null, null, null, W.mend[lang]], "header");
    rows.format(`G${header}`, "alignLeft");
    for (const { severity, what, mend } of findings) {
      const row = rows.add(
        [`${SIGNS[severity]} ${what}`, null, null, null, null, null, mend],
        ["body", "row"],
      );
      rows.format(`G${row}`, "wrap");
      this.heights.push({ rows: `${row}`, height: wrappedHeight([[mend, WORDS_WIDTH]]) + 2 });
    }
  }

  /** A formula over inputs and components as people call them. */
  private inNames(formula: string): string {
    const { inputs, components } = this.plan;
    const names = new Map([...inputs, ...components].map(({ id, name }) => [id, name]));
    return formula.replace(/[A-Za-z_]\w*/g, (word) => names.get(word) ?? word);
  }

  private plain(label: string, value: string, key: string): number {
    const row = this.keyed([label, value], key, ["body", "row"]);
    this.rows.format(`B${row}`, ["text", "alignRight"], "@");
    return row;
  }

  private keyed(cells: readonly SpecCell[], key: string, style: Parameters<RowSheet["add"]>[1]): number {
    const row = this.rows.add(cells, style);
    this.rows.set(row, PLAN_COLUMNS.key, key);
    return row;
  }

  private absolute(row: number, column: number): string {
    return cellRef(row - 1, column, { absRow: true, absColumn: true, sheet: this.sheetName });
  }

  private reference(name: string, row: number, definedName: string): void {
    const reference = this.absolute(row, PLAN_COLUMNS.value);
    this.references.set(name, reference);
    this.names.push({ name: definedName, refersTo: `=${reference}` });
  }

  private column(name: string, first: number, last: number, column: number): void {
    const here = { absRow: true, absColumn: true, sheet: this.sheetName };
    this.references.set(name, rangeRef(first - 1, column, last - 1, column, here));
  }

  private validate(range: string, { choices, min, max, label }: ParamSpec): void {
    if (choices) {
      this.list(range, Object.keys(choices));
      return;
    }
    this.validations.push({
      range,
      rule: { kind: "decimal", ...(min !== undefined && { min }), ...(max !== undefined && { max }) },
      prompt: { title: label[this.lang], message: W.numberPrompt[this.lang] },
      error: { title: label[this.lang], message: W.numberError[this.lang] },
    });
  }

  private list(range: string, values: readonly string[]): void {
    const prompt = { title: W.value[this.lang], message: W.listPrompt[this.lang] };
    this.validations.push({ range, rule: { kind: "list", values }, prompt });
  }
}

const SIGNS = { error: "▼", warning: "▲", note: "●" } as const;

function formatOf({ type }: ParamSpec): string {
  return type === "percent" ? "0.0%" : "#,##0.####";
}
