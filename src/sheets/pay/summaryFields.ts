import type { Expr } from "../../formula/expression";
import { printFormula, type Resolver } from "../../formula/print";
import { PAY_NAMES, UPPER, type CompiledPay } from "../../scoring/pay/compilePay";
import { PEOPLE } from "../../scoring/pay/kind";
import type { PayComponent, PayPlan } from "../../scoring/pay/payPlan";
import type { PayPeople } from "../../scoring/pay/payTeam";
import type { SchemeInput } from "../../scoring/scheme";
import { say, type Phrase } from "../../words";
import { decimalFormat } from "../evaluation/decimals";
import { textWidth } from "../rows";
import type { SpecCell } from "../spec";
import type { StyleName } from "../style";
import type { PaySummaryOptions } from "./summaryLayout";
import { PAY_SHEET_WORDS as W } from "./words";

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

/** The first person's row, from 1. */
export const FIRST_ROW = 6;
const MONEY = "#,##0.00";

/** Rows of one column, absolute: `$F$6:$F$40`. */
export function dollars(
  columns: ReadonlyMap<string, string>,
  name: string,
  from: number,
  to: number,
): string {
  const letter = columns.get(name) ?? "A";
  return `$${letter}$${from}:$${letter}$${to}`;
}

/** Whether lines are kept for people to come. */
export function toFillIn({ names }: Pick<PayPeople, "names">): boolean {
  return names.includes("");
}

/** Every column of the summary, from the unit to the remark. */
export function fieldsOf(
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
  const free = toFillIn(people);
  const live =
    (expr: Expr) =>
    (row: number): SpecCell => {
      const formula = printFormula(expr, resolver(row));
      // Where people are still to be typed in, a line is empty until somebody is named on it.
      return {
        formula: free ? `=IF($${columns.get(PEOPLE.name) ?? "B"}${row}="","",${formula})` : `=${formula}`,
      };
    };
  const width = (texts: readonly string[], least: number): number =>
    Math.min(26, Math.max(least, ...texts.map(textWidth)) + 3);
  /** Positions and managers that nobody has said are typed here. */
  const typed = (name: string, values: readonly string[]): boolean =>
    (name === PEOPLE.position || name === PEOPLE.manager) &&
    options.sources?.get(name) === undefined &&
    values.every((value) => value === "");
  const text = (name: string, header: string, values: readonly string[]): PayField => ({
    name,
    group: "",
    header,
    width: width([header, ...values], 8),
    style: typed(name, values) ? ["text", "input"] : "text",
    cell: (_, person) => linked(options, name, person) ?? (values[person] || null),
  });
  const money = (name: string, header: string, expr: Expr, more: Partial<PayField> = {}): PayField => ({
    name,
    group: "",
    header,
    width: Math.max(13, Math.ceil(textWidth(header) / 2) + (textWidth(header) > 16 ? 8 : 6)),
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
      numberFormat:
        given.format === "decimal" && options.sources?.get(given.id) === undefined
          ? decimalFormat({}, people.inputs.get(given.id) ?? [])
          : FORMATS[given.format],
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

/** A cell of the page it comes from, empty where that one is. */
function linked({ sources }: PaySummaryOptions, name: string, person: number): SpecCell | undefined {
  const source = sources?.get(name)?.[person];
  if (!source) return undefined;
  return { formula: isReference(source) ? `=IF(ISBLANK(${source}),"",${source})` : `=${source}` };
}

const isReference = (source: string): boolean => /^('(?:[^']|'')+'!|[^'!()]+!)?\$?[A-Z]+\$?\d+$/.test(source);

function inputCell(people: PayPeople, options: PaySummaryOptions, id: string, person: number): SpecCell {
  const source = linked(options, id, person);
  if (source) return source;
  const value = people.inputs.get(id)?.[person] ?? null;
  return typeof value === "object" && value !== null ? value.error : value;
}
