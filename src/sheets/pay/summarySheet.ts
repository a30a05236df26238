import type { Expr } from "../../formula/expression";
import { printFormula, type Resolver } from "../../formula/print";
import { columnName, quoteSheet, rangeRef } from "../../formula/references";
import { PAY_NAMES, UPPER, compilePay, type CompiledPay } from "../../scoring/pay/compilePay";
import { PEOPLE } from "../../scoring/pay/kind";
import type { PayComponent, PayPlan } from "../../scoring/pay/payPlan";
import type { PayPeople } from "../../scoring/pay/payTeam";
import type { SchemeInput } from "../../scoring/scheme";
import { say, type Phrase } from "../../words";
import { quoted, textWidth } from "../rows";
import type { SheetSpec, SpecCell } from "../spec";
import { SERIES_COLORS, type StyleName } from "../style";
import { PAGE_WORDS } from "../words";
import { summaryFormats, summaryValidations } from "./summaryLook";
import { PAY_SHEET_WORDS as W } from "./words";

/** Where everything stands on the pay summary. Rows from 1, both included. */
export interface PayLayout {
  readonly sheet: string;
  readonly headerRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly totalRow: number;
  /** Column letter by name: those of `PEOPLE`, an input's or component's id, or a name of `PAY_NAMES`. */
  readonly columns: ReadonlyMap<string, string>;
}

export interface PaySummary {
  readonly sheet: SheetSpec;
  readonly layout: PayLayout;
}

export interface PaySummaryOptions {
  /** Parameter references of the pay plan's sheet in the same workbook. */
  readonly references: ReadonlyMap<string, string>;
  readonly sheetName?: string;
  readonly subtitle?: string;
  /** Cells elsewhere that hold a person's input, by input id: `'Scorecard'!N6`. Null or absent: typed here. */
  readonly sources?: ReadonlyMap<string, readonly (string | null)[]>;
}

/** One column of the sheet. */
export interface PayField {
  readonly name: string;
  readonly group: string;
  readonly header: string;
  readonly width: number;
  readonly style: StyleName | readonly StyleName[];
  readonly numberFormat?: string;
  readonly cell: (row: number, person: number) => SpecCell;
  /** Has sums by unit and in all. */
  readonly summed?: boolean;
  /** The name of the column it was rounded from. */
  readonly roundedFrom?: string;
  /** The input people type here. */
  readonly input?: SchemeInput;
  readonly outline?: boolean;
}

const GROUP_ROW = 4;
const HEADER_ROW = 5;
const FIRST_ROW = 6;
/** The first column right of unit and name, which print repeats. */
const ASIDE = 2;
/** Characters that are still easy to read across one landscape page. */
const PAGE_WIDTH = 190;
const MONEY = "#,##0.00";

/**
 * One row a person: what they bring, each component, what is paid now and later, and why somebody waits; sums by unit
 * and in all, and what rounding changed. Everything but typed inputs is a live formula.
 *
 * @throws AttainError `scheme-invalid`
 */
export function paySummarySheet(plan: PayPlan, people: PayPeople, options: PaySummaryOptions): PaySummary {
  const { lang } = plan;
  const compiled = compilePay(plan);
  const sheet = options.sheetName ?? W.summaryTab[lang];
  const lastRow = FIRST_ROW + people.names.length - 1;
  const columns = new Map<string, string>();
  const fields = fieldsOf(compiled, people, options, columns, lastRow);
  fields.forEach((field, i) => columns.set(field.name, columnName(i)));
  const units = [...new Set(people.units)];
  const totalRow = lastRow + units.length + 1;
  const layout: PayLayout = { sheet, headerRow: HEADER_ROW, firstRow: FIRST_ROW, lastRow, totalRow, columns };
  const rows = [
    line(fields, W.summaryTitle[lang], 0),
    line(
      fields,
      options.subtitle ?? say(W.summarySubtitle, lang, { plan: plan.name, currency: plan.currency }),
    ),
    line(fields, W.marks[lang]),
    fields.map(({ group }) => group || null),
    fields.map(({ header }) => header),
    ...people.names.map((_, person) => fields.map((field) => field.cell(FIRST_ROW + person, person))),
    ...units.map((unit, i) => unitRow(fields, layout, unit, lastRow + 1 + i)),
    totalLine(fields, layout, W.all[lang]),
    ...notes(plan, fields, layout),
  ];
  const chartTop = rows.length + 2;
  return {
    layout,
    sheet: {
      id: "paySummary",
      name: sheet,
      blocks: [{ at: "A1", cells: rows }],
      columns: fields.map((field, i) => ({
        columns: columnName(i),
        width: field.width,
        ...(field.outline && { outline: 1 }),
      })),
      rows: [
        { rows: "1", height: 26 },
        { rows: `${HEADER_ROW}`, height: 32 },
      ],
      formats: summaryFormats(fields, layout, rows.length),
      freeze: { rows: HEADER_ROW, columns: 2 },
      conditionals: [
        {
          kind: "formula",
          range: `A${FIRST_ROW}:${columnName(fields.length - 1)}${Math.max(lastRow, FIRST_ROW)}`,
          formula: `=A${FIRST_ROW}="×"`,
          style: "badFill",
        },
        {
          kind: "formula",
          range: `C${totalRow + 1}:C${totalRow + 4}`,
          formula: `=LEFT($C${totalRow + 1},1)="▲"`,
          style: "warn",
        },
      ],
      validations: summaryValidations(fields, layout, lang),
      ...(units.length > 1 && {
        charts: [
          {
            id: "payByUnit",
            kind: "bar" as const,
            title: say(W.chart, lang, { currency: plan.currency }),
            from: `C${chartTop}`,
            to: `${columnName(Math.min(fields.length - 1, 9))}${chartTop + 7 + units.length * 2}`,
            categories: inSheet(sheet, `$A$${lastRow + 1}:$A$${totalRow - 1}`),
            series: [
              {
                name: W.paid[lang],
                values: inSheet(sheet, dollars(columns, PAY_NAMES.paid, lastRow + 1, totalRow - 1)),
                color: SERIES_COLORS[0],
                labels: { numberFormat: "#,##0" },
              },
            ],
            legend: "none" as const,
            categoryAxis: { reverse: true },
            valueAxis: { hidden: true, min: 0 },
          },
        ],
      }),
      print: {
        orientation: "landscape",
        titleRows: `$${GROUP_ROW}:$${HEADER_ROW}`,
        titleColumns: "$A:$B",
        fitWidth: Math.ceil(fields.reduce((sum, field) => sum + field.width, 0) / PAGE_WIDTH),
        footer: { left: W.summaryTitle[lang], right: PAGE_WORDS.pages[lang] },
      },
    },
  };
}

const inSheet = (sheet: string, range: string): string => `${quoteSheet(sheet)}!${range}`;

function dollars(columns: ReadonlyMap<string, string>, name: string, from: number, to: number): string {
  const letter = columns.get(name) ?? "A";
  return `$${letter}$${from}:$${letter}$${to}`;
}

/** A row with one text. Long ones start right of the columns that print repeats, so that no page shows half of them. */
function line(fields: readonly PayField[], text: SpecCell, column = ASIDE): SpecCell[] {
  return fields.map((_, i) => (i === column ? text : null));
}

function fieldsOf(
  compiled: CompiledPay,
  people: PayPeople,
  options: PaySummaryOptions,
  columns: ReadonlyMap<string, string>,
  lastRow: number,
): PayField[] {
  const { plan } = compiled;
  const { lang } = plan;
  const resolver =
    (row: number): Resolver =>
    (name) => {
      const known = options.references.get(name);
      if (known !== undefined) return known;
      if (!name.startsWith("all:")) return `$${columns.get(name) ?? "A"}${row}`;
      return dollars(columns, name.slice(4), FIRST_ROW, lastRow);
    };
  const live =
    (expr: Expr) =>
    (row: number): SpecCell => ({ formula: `=${printFormula(expr, resolver(row))}` });
  const width = (texts: readonly string[], least: number): number =>
    Math.min(26, Math.max(least, ...texts.map(textWidth)) + 3);
  const text = (name: string, header: string, values: readonly string[]): PayField => ({
    name,
    group: "",
    header,
    width: width([header, ...values], 8),
    style: values.length > 0 || name === PEOPLE.unit ? "text" : ["text", "input"],
    cell: (_, person) => values[person] || null,
  });
  const money = (name: string, header: string, expr: Expr, more: Partial<PayField> = {}): PayField => ({
    name,
    group: "",
    header,
    width: Math.max(13, Math.ceil(textWidth(header) / 2) + 4),
    style: "number",
    numberFormat: MONEY,
    cell: live(expr),
    summed: true,
    ...more,
  });
  const components = compiled.components.flatMap(({ component, exact, amount }, i): PayField[] => [
    ...(exact
      ? [
          money(exact.name, say(W.exact, lang, { name: component.name }), exact.expr, {
            style: ["number", "muted"],
            outline: true,
          }),
        ]
      : []),
    money(component.id, headerOf(component, plan), amount.expr, {
      group: i === 0 ? W.parts[lang] : "",
      ...(exact && { roundedFrom: exact.name }),
      ...(component.counts === "memo" && { style: ["number", "muted"] as const }),
    }),
  ]);
  const strong: Partial<PayField> = { style: ["subtotal", "number"], width: 14 };
  return [
    text(PEOPLE.unit, W.unit[lang], people.units),
    text(PEOPLE.name, W.person[lang], people.names),
    ...(compiled.needs.positions ? [text(PEOPLE.position, W.position[lang], people.positions ?? [])] : []),
    ...(compiled.needs.managers
      ? [
          text(PEOPLE.manager, W.manager[lang], people.managers ?? []),
          { ...text(PEOPLE.upper, W.upper[lang], people.names), cell: live(UPPER), outline: true },
        ]
      : []),
    ...plan.inputs.map((given, i): PayField => ({
      name: given.id,
      group: i === 0 ? W.data[lang] : "",
      header: given.name,
      width: Math.max(given.format === "money" ? 13 : 10, Math.ceil(textWidth(given.name) / 2) + 4),
      style: "number",
      numberFormat: FORMATS[given.format],
      cell: (_, person) => inputCell(people, options, given.id, person),
      input: given,
    })),
    ...components,
    ...(compiled.exactPaid
      ? [
          money(
            compiled.exactPaid.name,
            say(W.exact, lang, { name: W.paid[lang] }),
            compiled.exactPaid.expr,
            {
              style: ["number", "muted"],
            },
          ),
        ]
      : []),
    money(PAY_NAMES.paid, W.paid[lang], compiled.paid.expr, {
      ...strong,
      group: W.result[lang],
      ...(compiled.exactPaid && { roundedFrom: compiled.exactPaid.name }),
    }),
    ...(compiled.later ? [money(PAY_NAMES.later, W.laterTotal[lang], compiled.later.expr, strong)] : []),
    {
      name: PAY_NAMES.remark,
      group: "",
      header: W.remark[lang],
      width: 30,
      style: ["wrap", "indent1"],
      cell: live(compiled.remark.expr),
    },
  ];
}

const FORMATS: Readonly<Record<SchemeInput["format"], string>> = {
  integer: "#,##0",
  decimal: "#,##0.00",
  percent: "0.0%",
  money: MONEY,
  word: "@",
};

const COUNTED: Readonly<Record<PayComponent["counts"], Phrase | null>> = {
  paid: null,
  memo: null,
  deducted: W.minus,
  later: W.later,
};

function headerOf({ name, counts }: PayComponent, { lang }: PayPlan): string {
  const phrase = COUNTED[counts];
  return phrase ? say(phrase, lang, { name }) : name;
}

function inputCell(people: PayPeople, options: PaySummaryOptions, id: string, person: number): SpecCell {
  const source = options.sources?.get(id)?.[person];
  if (source) return { formula: `=IF(ISBLANK(${source}),"",${source})` };
  const value = people.inputs.get(id)?.[person] ?? null;
  return typeof value === "object" && value !== null ? value.error : value;
}

/** A unit's sums. */
function unitRow(fields: readonly PayField[], layout: PayLayout, unit: string, row: number): SpecCell[] {
  const { firstRow, lastRow } = layout;
  return fields.map((field, i) => {
    if (i === 0) return unit;
    if (!field.summed) return null;
    const letter = columnName(i);
    return {
      formula: `=SUMIF($A$${firstRow}:$A$${lastRow},$A${row},${letter}$${firstRow}:${letter}$${lastRow})`,
    };
  });
}

function totalLine(fields: readonly PayField[], { firstRow, lastRow }: PayLayout, label: string): SpecCell[] {
  return fields.map((field, i) => {
    if (i === 0) return label;
    if (!field.summed || lastRow < firstRow) return null;
    return { formula: `=SUM(${rangeRef(firstRow - 1, i, lastRow - 1, i)})` };
  });
}

/** Below the total: what rounding changed in each rounded column, whether it pays too much, who waits, signatures. */
function notes(
  plan: PayPlan,
  fields: readonly PayField[],
  { totalRow, firstRow, lastRow, columns }: PayLayout,
): SpecCell[][] {
  const { lang, currency } = plan;
  const gapRow = totalRow + 1;
  const gaps = fields.map((field, i): SpecCell => {
    if (i === 0) return W.gap[lang];
    const exact = field.roundedFrom === undefined ? undefined : columns.get(field.roundedFrom);
    if (exact === undefined) return null;
    return { formula: `=ROUND(${columnName(i)}${totalRow}-${exact}${totalRow},9)` };
  });
  const over = gaps.flatMap((cell, i) => (i > 0 && cell !== null ? [`${columnName(i)}${gapRow}`] : []));
  const [before = "", after = ""] = say(W.over, lang, { currency }).split("{n}");
  const most = `MAX(${over.join(",")})`;
  const verdict = `=IF(${most}>0,${quoted(before)}&ROUND(${most},6)&${quoted(after)},${quoted(W.fine[lang])})`;
  const paid = dollars(columns, PAY_NAMES.paid, firstRow, Math.max(firstRow, lastRow));
  const [start = "", end = ""] = `▲ ${W.waiting[lang]}`.split("{n}");
  const waiting = `COUNTIF(${paid},"×")`;
  return [
    ...(over.length > 0 ? [gaps, line(fields, { formula: verdict })] : []),
    line(fields, {
      formula: `=IF(${waiting}=0,${quoted(W.everybody[lang])},${quoted(start)}&${waiting}&${quoted(end)})`,
    }),
    line(fields, null),
    line(fields, W.signatures[lang]),
  ];
}
