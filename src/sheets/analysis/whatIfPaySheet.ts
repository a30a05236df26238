import { columnName, quoteSheet } from "../../formula/references";
import { NAMES } from "../../scoring/names";
import { PAY_NAMES } from "../../scoring/pay/compilePay";
import { PEOPLE } from "../../scoring/pay/kind";
import { scoredRows } from "../../scoring/pay/matchScores";
import type { PayPlan } from "../../scoring/pay/payPlan";
import { say } from "../../words";
import { payPlanSheet } from "../pay/planSheet";
import type { ReadPaySummary } from "../pay/readPaySummary";
import { scoreSource, type ScoreSource } from "../pay/scoreSource";
import type { PayLayout } from "../pay/summaryLayout";
import { paySummarySheet } from "../pay/summarySheet";
import { textWidth } from "../rows";
import type { FormatSpec, SheetSpec, SpecCell } from "../spec";
import { SERIES_COLORS } from "../style";
import { PAGE_WORDS } from "../words";
import type { Scored } from "./readScored";
import { ANALYSIS_WORDS as W } from "./words";

/** Today's pay pages and the plan that is tried on them. */
export interface PayTrial extends ReadPaySummary {
  readonly plan: PayPlan;
  readonly trial: PayPlan;
}

const HEADER = 5;
const FIRST = 6;

/**
 * A trial of pay that goes on living: a second pay plan and a second pay summary that take their scores from the trial's
 * scorecard, and a page that holds them against today's pay by formulas alone.
 *
 * @param card the trial's scorecard
 */
export function whatIfPaySheets(scored: Scored, card: ScoreSource, pay: PayTrial): readonly SheetSpec[] {
  const { trial, people, layout } = pay;
  const { lang } = trial;
  const plan = payPlanSheet(trial, W.trialPlan[lang]);
  const summary = paySummarySheet(trial, people, {
    references: plan.references,
    sheetName: W.trialPay[lang],
    sources: sourcesOf(scored, card, pay),
  });
  return [
    comparison(pay, layout, summary.layout),
    { ...plan.sheet, id: "payPlan-trial" },
    { ...summary.sheet, id: "paySummary-trial" },
  ];
}

/** What the plan takes from scores comes from the trial's scorecard, everything else from today's pay summary. */
function sourcesOf(
  { people: scored, scheme }: Scored,
  card: ScoreSource,
  { trial, people, layout }: PayTrial,
): Map<string, readonly string[]> {
  const rows = scoredRows(people, scored);
  const today = (name: string) => (i: number) =>
    `${quoteSheet(layout.sheet)}!$${layout.columns.get(name) ?? "A"}$${layout.firstRow + i}`;
  const all = (of: (i: number) => string): string[] => people.names.map((_, i) => of(i));
  const typed = [PEOPLE.unit, PEOPLE.name, PEOPLE.position, PEOPLE.manager].filter((name) =>
    layout.columns.has(name),
  );
  const fromScores = (id: string, from: string) => (i: number) => {
    const cells = (rows[i] ?? []).flatMap((row) => scoreSource(card, from, row) ?? []);
    const [only] = cells;
    if (only === undefined) return today(id)(i);
    if (cells.length === 1) return only;
    const mean = `AVERAGE(${cells.join(",")})`;
    return `IFERROR(${from === NAMES.total ? `ROUND(${mean},${scheme.decimals})` : mean},"")`;
  };
  return new Map([
    ...typed.map((name): [string, string[]] => [name, all(today(name))]),
    ...trial.inputs.map(({ id, from }): [string, string[]] => [
      id,
      all(from === undefined ? today(id) : fromScores(id, from)),
    ]),
  ]);
}

/** Everybody's pay now and in the trial, units and the whole, and how many gain and lose. */
function comparison({ trial, people }: PayTrial, now: PayLayout, then: PayLayout): SheetSpec {
  const { lang, currency } = trial;
  const sheet = W.payTab[lang];
  const word = (key: keyof typeof W): string => W[key][lang];
  const later = now.columns.has(PAY_NAMES.later) && then.columns.has(PAY_NAMES.later);
  const last = FIRST + people.names.length - 1;
  const units = [...new Set(people.units)].filter((unit) => unit !== "");
  const totalRow = last + units.length + 1;
  const at = (layout: PayLayout, name: string, row: number): string =>
    `${quoteSheet(layout.sheet)}!$${layout.columns.get(name) ?? "A"}$${layout.firstRow + row}`;
  const cell = (layout: PayLayout, name: string, row: number): SpecCell => ({
    formula: `=${at(layout, name, row)}`,
  });
  const change = (before: string, after: string, row: number): SpecCell => ({
    formula: `=IF(COUNT(${before}${row},${after}${row})=2,ROUND(${after}${row}-${before}${row},9),"")`,
  });
  const pairs = later ? (["C", "F"] as const) : (["C"] as const);
  const width = 2 + pairs.length * 3;
  const end = columnName(width - 1);
  const pad = (cells: readonly SpecCell[]): SpecCell[] => [
    ...cells,
    ...Array.from({ length: width - cells.length }, () => null),
  ];
  const next = (letter: string, by: number): string =>
    columnName(letter.charCodeAt(0) - "A".charCodeAt(0) + by);
  const rows = people.names.map((_, i): SpecCell[] => {
    const row = FIRST + i;
    const names = [PAY_NAMES.paid, PAY_NAMES.later];
    return [
      cell(now, PEOPLE.unit, i),
      cell(now, PEOPLE.name, i),
      ...pairs.flatMap((letter, p): SpecCell[] => [
        cell(now, names[p] ?? "", i),
        cell(then, names[p] ?? "", i),
        change(letter, next(letter, 1), row),
      ]),
    ];
  });
  const sums = (label: string, row: number, sum: (letter: string) => string): SpecCell[] => [
    label,
    null,
    ...pairs.flatMap((letter): SpecCell[] => [
      { formula: `=${sum(letter)}` },
      { formula: `=${sum(next(letter, 1))}` },
      { formula: `=${next(letter, 1)}${row}-${letter}${row}` },
    ]),
  ];
  const column = (letter: string): string => `${letter}$${FIRST}:${letter}$${last}`;
  const counted = (condition: string): string => `COUNTIF($E$${FIRST}:$E$${last},"${condition}")`;
  const [before = "", middle = "", tail = ""] = say(W.payMoves, lang, { gain: "\t", lose: "\t" }).split("\t");
  const verdict = `="${before}"&${counted(">0")}&"${middle}"&${counted("<0")}&"${tail}"`;
  const formats: FormatSpec[] = [
    { range: "A1", style: "title" },
    { range: "A2", style: "subtitle" },
    { range: "A3", style: ["body", "strong"] },
    { range: `A${HEADER - 1}:${end}${HEADER - 1}`, style: "group" },
    { range: `A${HEADER}:${end}${HEADER}`, style: "header" },
    { range: `C${HEADER}:${end}${HEADER}`, style: "alignRight" },
    { range: `A${FIRST}:${end}${last}`, style: ["body", "row"] },
    ...(units.length > 0
      ? [{ range: `A${last + 1}:${end}${totalRow - 1}`, style: ["body", "subtotal"] as const }]
      : []),
    { range: `A${totalRow}:${end}${totalRow}`, style: ["body", "total"] },
    { range: `C${FIRST}:${end}${totalRow}`, style: "number", numberFormat: "#,##0.00" },
    ...pairs.map((letter): FormatSpec => ({
      range: `${next(letter, 2)}${FIRST}:${next(letter, 2)}${totalRow}`,
      style: "number",
      numberFormat: "+#,##0.00;-#,##0.00;0.00",
    })),
  ];
  const chartTop = totalRow + 2;
  const ref = (range: string): string => `${quoteSheet(sheet)}!${range}`;
  const names = (values: readonly string[]): number =>
    Math.min(24, Math.max(10, ...values.map(textWidth)) + 3);
  return {
    id: "whatif-pay",
    name: sheet,
    blocks: [
      {
        at: "A1",
        cells: [
          pad([word("payTitle")]),
          pad([say(W.payNote, lang, { currency })]),
          pad([{ formula: verdict }]),
          pad([null, null, word("payNow"), null, null, ...(later ? [word("payLater")] : [])]),
          [
            word("unit"),
            word("person"),
            ...pairs.flatMap(() => [word("before"), word("after"), word("change")]),
          ],
          ...rows,
          ...units.map((unit, i) =>
            sums(
              unit,
              last + 1 + i,
              (letter) => `SUMIF($A$${FIRST}:$A$${last},$A${last + 1 + i},${column(letter)})`,
            ),
          ),
          sums(word("all"), totalRow, (letter) => `SUM(${column(letter)})`),
        ],
      },
    ],
    columns: [
      { columns: "A", width: names(people.units) },
      { columns: "B", width: names(people.names) },
      { columns: `C:${end}`, width: 15 },
    ],
    rows: [{ rows: "1", height: 26 }],
    formats,
    freeze: { rows: HEADER, columns: 2 },
    conditionals: [
      { kind: "formula", range: `E${FIRST}:E${totalRow}`, formula: `=N($E${FIRST})>0`, style: "good" },
      { kind: "formula", range: `E${FIRST}:E${totalRow}`, formula: `=N($E${FIRST})<0`, style: "bad" },
    ],
    ...(units.length > 1 && {
      charts: [
        {
          id: "whatIfPay",
          kind: "bar" as const,
          title: say(W.payChart, lang, { currency }),
          from: `A${chartTop}`,
          to: `${end}${chartTop + 6 + units.length * 3}`,
          categories: ref(`$A$${last + 1}:$A$${totalRow - 1}`),
          series: (["C", "D"] as const).map((letter, i) => ({
            name: word(i === 0 ? "before" : "after"),
            values: ref(`$${letter}$${last + 1}:$${letter}$${totalRow - 1}`),
            color: i === 0 ? SERIES_COLORS[2] : SERIES_COLORS[0],
            labels: { numberFormat: "#,##0" },
          })),
          legend: "top" as const,
          categoryAxis: { reverse: true },
          valueAxis: { hidden: true, min: 0 },
          gapWidth: 60,
        },
      ],
    }),
    filter: `A${HEADER}:${end}${Math.max(last, HEADER)}`,
    print: {
      orientation: "portrait",
      titleRows: `$${HEADER - 1}:$${HEADER}`,
      fitWidth: 1,
      footer: { left: word("payTitle"), right: PAGE_WORDS.pages[lang] },
    },
  };
}
