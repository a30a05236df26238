import { columnName, quoteSheet, rangeRef } from "../../formula/references";
import { PAY_NAMES, compilePay } from "../../scoring/pay/compilePay";
import type { PayPlan } from "../../scoring/pay/payPlan";
import type { PayPeople } from "../../scoring/pay/payTeam";
import { say } from "../../words";
import { quoted } from "../rows";
import type { SheetSpec, SpecCell } from "../spec";
import { SERIES_COLORS } from "../style";
import { PAGE_WORDS } from "../words";
import { ROW_HEIGHT, pagesFor, printedAcross } from "../evaluation/widths";
import { FIRST_ROW, dollars, fieldsOf, toFillIn, type PayField } from "./summaryFields";
import type { PayLayout, PaySummaryOptions } from "./summaryLayout";
import { summaryFormats, summaryValidations } from "./summaryLook";
import { PAY_SHEET_WORDS as W } from "./words";

export interface PaySummary {
  readonly sheet: SheetSpec;
  readonly layout: PayLayout;
}

const GROUP_ROW = 4;
const HEADER_ROW = 5;
/** The first column right of unit and name, which print repeats on several pages. */
const ASIDE = 2;

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
  const units = [...new Set(people.units)].filter((unit) => unit !== "");
  const unitLines = options.unitLines ?? units;
  const totalRow = lastRow + unitLines.length + 1;
  const free = toFillIn(people);
  const layout: PayLayout = { sheet, headerRow: HEADER_ROW, firstRow: FIRST_ROW, lastRow, totalRow, columns };
  const widths = fields.map(({ width }) => width);
  const aside = pagesFor(widths) > 1 ? ASIDE : 0;
  const subtitle =
    options.subtitle ?? say(W.summarySubtitle, lang, { plan: plan.name, currency: plan.currency });
  const rows = [
    line(fields, W.summaryTitle[lang], 0),
    line(fields, subtitle, 0),
    options.period
      ? line(fields, W.marks[lang], ASIDE).map(
          (cell, i) => [W.period[lang], options.period?.chosen][i] ?? cell,
        )
      : line(fields, W.marks[lang], aside),
    fields.map(({ group }) => group || null),
    fields.map(({ header }) => header),
    ...people.names.map((_, person) => fields.map((field) => field.cell(FIRST_ROW + person, person))),
    ...unitLines.map((unit, i) => unitRow(fields, layout, unit, lastRow + 1 + i)),
    totalLine(fields, layout, W.all[lang], free),
    ...notes(plan, fields, layout, aside, free),
  ];
  const chartTop = rows.length + 2;
  const chartEnd = chartTop + 7 + units.length * 2;
  const noteColumn = columnName(aside);
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
        { rows: `2:${GROUP_ROW}`, height: ROW_HEIGHT },
        { rows: `${HEADER_ROW}`, height: 32 },
      ],
      formats: [
        ...summaryFormats(fields, layout, rows.length),
        ...(options.period
          ? [
              { range: "C3", style: ["subtitle", "indent1"] as const },
              { range: "A3", style: ["body", "muted"] as const },
              { range: "B3", style: ["body", "input", "strong"] as const },
            ]
          : []),
      ],
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
          range: `${noteColumn}${totalRow + 1}:${noteColumn}${totalRow + 4}`,
          formula: `=LEFT($${noteColumn}${totalRow + 1},1)="▲"`,
          style: "warn",
        },
      ],
      validations: [
        ...summaryValidations(fields, layout, lang),
        ...(options.period
          ? [
              {
                range: "B3",
                rule: { kind: "list" as const, values: options.period.labels },
                prompt: { title: W.period[lang], message: W.periodPrompt[lang] },
              },
            ]
          : []),
      ],
      ...(units.length > 1 && {
        charts: [
          {
            id: "payByUnit",
            kind: "bar" as const,
            title: say(W.chart, lang, { currency: plan.currency }),
            from: `${noteColumn}${chartTop}`,
            to: `${columnName(Math.min(fields.length - 1, 9))}${chartEnd}`,
            categories: inSheet(sheet, `$A$${lastRow + 1}:$A$${lastRow + units.length}`),
            series: [
              {
                name: W.paid[lang],
                values: inSheet(sheet, dollars(columns, PAY_NAMES.paid, lastRow + 1, lastRow + units.length)),
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
        ...printedAcross(widths, {
          title: `${W.summaryTitle[lang]} · ${subtitle}`,
          names: "B",
          from: GROUP_ROW - 1,
          to: units.length > 1 ? chartEnd : rows.length,
        }),
        footer: { left: W.summaryTitle[lang], right: PAGE_WORDS.pages[lang] },
      },
    },
  };
}

const inSheet = (sheet: string, range: string): string => `${quoteSheet(sheet)}!${range}`;

/** A row with one text. Of several pages, long ones start right of the columns that print repeats: no page shows half of them. */
function line(fields: readonly PayField[], text: SpecCell, column: number): SpecCell[] {
  return fields.map((_, i) => (i === column ? text : null));
}

/** A unit's sums. */
function unitRow(fields: readonly PayField[], layout: PayLayout, unit: SpecCell, row: number): SpecCell[] {
  const { firstRow, lastRow } = layout;
  return fields.map((field, i) => {
    if (i === 0) return unit;
    if (!field.summed) return null;
    const letter = columnName(i);
    const sum = `SUMIF($A$${firstRow}:$A$${lastRow},$A${row},${letter}$${firstRow}:${letter}$${lastRow})`;
    return { formula: typeof unit === "object" ? `=IF($A${row}="","",${sum})` : `=${sum}` };
  });
}

/** @param free nobody may be paid yet: then there is no sum, rather than one of 0 */
function totalLine(
  fields: readonly PayField[],
  { firstRow, lastRow }: PayLayout,
  label: string,
  free: boolean,
): SpecCell[] {
  return fields.map((field, i) => {
    if (i === 0) return label;
    if (!field.summed || lastRow < firstRow) return null;
    const range = rangeRef(firstRow - 1, i, lastRow - 1, i);
    return { formula: free ? `=IF(COUNT(${range})=0,"",SUM(${range}))` : `=SUM(${range})` };
  });
}

/** Below the total: what rounding changed in each rounded column, whether it pays too much, who waits, signatures. */
function notes(
  plan: PayPlan,
  fields: readonly PayField[],
  { totalRow, firstRow, lastRow, columns }: PayLayout,
  column: number,
  free: boolean,
): SpecCell[][] {
  const { lang, currency } = plan;
  const gapRow = totalRow + 1;
  const gaps = fields.map((field, i): SpecCell => {
    if (i === 0) return W.gap[lang];
    const exact = field.roundedFrom === undefined ? undefined : columns.get(field.roundedFrom);
    if (exact === undefined) return null;
    const gap = `ROUND(${columnName(i)}${totalRow}-${exact}${totalRow},9)`;
    return { formula: free ? `=IF(${columnName(i)}${totalRow}="","",${gap})` : `=${gap}` };
  });
  const over = gaps.flatMap((cell, i) => (i > 0 && cell !== null ? [`${columnName(i)}${gapRow}`] : []));
  const [before = "", after = ""] = say(W.over, lang, { currency }).split("{n}");
  const most = `MAX(${over.join(",")})`;
  // To the cent, as the row above shows it: less than half of one is nothing anybody is paid.
  const verdict = `IF(ROUND(${most},2)>0,${quoted(before)}&ROUND(${most},2)&${quoted(after)},${quoted(W.fine[lang])})`;
  const paid = dollars(columns, PAY_NAMES.paid, firstRow, Math.max(firstRow, lastRow));
  const [start = "", end = ""] = `▲ ${W.waiting[lang]}`.split("{n}");
  const waiting = `COUNTIF(${paid},"×")`;
  const held = `IF(${waiting}=0,${quoted(W.everybody[lang])},${quoted(start)}&${waiting}&${quoted(end)})`;
  /** Nothing is said of nobody. */
  const ifAnybody = (said: string): SpecCell => ({
    formula: free ? `=IF(COUNT(${paid})+${waiting}=0,"",${said})` : `=${said}`,
  });
  return [
    ...(over.length > 0 ? [gaps, line(fields, ifAnybody(verdict), column)] : []),
    line(fields, ifAnybody(held), column),
    line(fields, null, column),
    line(fields, W.signatures[lang], column),
  ];
}
