import { ABSOLUTE, cellRef, columnName, rangeRef } from "../../formula/references";
import type { Lang } from "../../words";
import { textWidth, type RowSheet } from "../rows";
import type { ChartSpec, ColumnSpec, ConditionalSpec, ValidationSpec } from "../spec";
import { COLORS } from "../style";
import { lightColours } from "./lights";
import type { VisitCalendar } from "./visitCalendar";
import {
  CHART_ROWS,
  COUNTS,
  FIRST_PERIOD,
  LIGHT,
  RATE,
  ROWS,
  type VisitPage,
  type VisitPlaces,
} from "./visitPlaces";
import { VISIT_WORDS as W } from "./visitWords";

/** Numbers, lights and marks on the rows that were written. */
export function addVisitLooks(rows: RowSheet, places: VisitPlaces): void {
  const { lastPeriod, lastCustomer, firstRep, total, done } = places;
  for (const [first, last] of [
    [ROWS.first, lastCustomer],
    [firstRep, done],
  ] as const) {
    rows.format(rangeRef(first - 1, 0, last - 1, lastPeriod), "row");
    rows.format(rangeRef(first - 1, COUNTS.first, last - 1, COUNTS.last), "number", "0;-0;–");
    rows.format(rangeRef(first - 1, RATE, last - 1, RATE), "number", "0%");
  }
  rows.format(`A${total}:${cellRef(total - 1, lastPeriod)}`, "total");
  for (const header of [ROWS.header, places.repHeader]) {
    rows.format(rangeRef(header - 1, COUNTS.first, header - 1, RATE), "alignRight");
    rows.format(rangeRef(header - 1, LIGHT, header - 1, lastPeriod), "alignCenter");
  }
  rows.format(rangeRef(ROWS.first - 1, LIGHT, done - 1, lastPeriod), "alignCenter");
  rows.format(
    rangeRef(ROWS.first - 1, FIRST_PERIOD, lastCustomer - 1, lastPeriod),
    "alignCenter",
    isDaily(places) ? '[=1]"●";[=0]"";0' : "0;;",
  );
  rows.format(rangeRef(firstRep - 1, FIRST_PERIOD, done - 1, lastPeriod), "alignCenter", "0;;");
  rows.format(`B${ROWS.settings}`, ["section", "input", "alignLeft"], "yyyy-mm-dd");
  rows.format(`E${ROWS.settings}`, ["section", "input", "alignRight"], "0");
}

export function visitColumns({ customers }: VisitPage, places: VisitPlaces, lang: Lang): ColumnSpec[] {
  const widest = (key: "name" | "rep" | "class", least: number): number =>
    Math.max(least, ...customers.map((each) => textWidth(each[key]) + 2));
  return [
    { columns: "A", width: Math.min(34, widest("name", 16)) },
    { columns: "B", width: widest("rep", 14) },
    { columns: "C", width: widest("class", 10) },
    { columns: "D", width: lang === "zh-CN" ? 9 : 16 },
    { columns: "E:J", width: 7.8 },
    { columns: "K", width: 5 },
    {
      columns: `${columnName(FIRST_PERIOD)}:${columnName(places.lastPeriod)}`,
      width: isDaily(places) ? 4.8 : 5.7,
    },
  ];
}

/** Lights, and whatever is more than a rep can do on the working days of a column. */
export function visitConditionals(places: VisitPlaces, { workdays }: VisitCalendar): ConditionalSpec[] {
  const { firstRep, total, lastPeriod } = places;
  const most = `$E$${ROWS.settings}`;
  const load = cellRef(firstRep - 1, FIRST_PERIOD);
  return [
    ...lightColours(rangeRef(ROWS.first - 1, LIGHT, total - 1, LIGHT), `$K${ROWS.first}`),
    {
      kind: "formula",
      range: rangeRef(firstRep - 1, FIRST_PERIOD, total - 2, lastPeriod),
      formula: `=AND(N(${most})>0,${load}>${most}*${workdays})`,
      style: "badFill",
    },
  ];
}

export function visitValidations(lang: Lang): ValidationSpec[] {
  return [
    {
      range: `B${ROWS.settings}`,
      rule: { kind: "decimal", min: 1 },
      prompt: { title: W.asOf[lang], message: W.asOfTip[lang] },
    },
    {
      range: `E${ROWS.settings}`,
      rule: { kind: "decimal", min: 0 },
      prompt: { title: W.max[lang], message: W.maxTip[lang] },
    },
  ];
}

/** Planned and made, along the calendar. */
export function visitChart({ chartTop, lastPeriod, total, done }: VisitPlaces, lang: Lang): ChartSpec {
  const across = (row: number): string =>
    rangeRef(row - 1, FIRST_PERIOD, row - 1, lastPeriod, { ...ABSOLUTE, sheet: W.tab[lang] });
  return {
    id: "visits",
    kind: "column",
    title: W.chart[lang],
    from: `A${chartTop}`,
    to: cellRef(chartTop + CHART_ROWS - 1, lastPeriod),
    categories: across(ROWS.header),
    series: [
      { name: W.total[lang], values: across(total), color: COLORS.target },
      { name: W.done[lang], values: across(done), color: COLORS.accent },
    ],
    valueAxis: { numberFormat: "0", min: 0 },
    legend: "top",
    gapWidth: 60,
  };
}

function isDaily({ periods }: VisitPlaces): boolean {
  return periods[0]?.grain === "day";
}
