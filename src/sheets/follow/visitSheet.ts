import { ABSOLUTE, cellRef, columnName, quoteSheet, rangeRef } from "../../formula/references";
import { periodLabel, periodsBetween, type Period } from "../../planning/calendar";
import { frequencyLabel, type VisitCustomer } from "../../planning/visits/visitsRequest";
import type { VisitPlan } from "../../planning/visits/visitPlan";
import { say, type Lang } from "../../words";
import { dateCell } from "../dates";
import { RowSheet, textWidth } from "../rows";
import type { ConditionalSpec, SheetSpec, SpecCell } from "../spec";
import { COLORS } from "../style";
import { PAGE_WORDS } from "../words";
import { visitListLayout, type VisitSources } from "./visitList";
import { VISIT_WORDS as W } from "./visitWords";

export interface VisitPage {
  readonly plan: VisitPlan;
  readonly customers: readonly VisitCustomer[];
  /** Inclusive ISO dates. */
  readonly from: string;
  readonly to: string;
  readonly asOf: string;
  readonly maxPerDay?: number;
  readonly title?: string;
  readonly source?: string;
}

/** Rows from 1. */
const ROWS = { settings: 4, section: 6, header: 7, first: 8 } as const;
const FIXED = [
  "customer",
  "rep",
  "class",
  "every",
  "planned",
  "kept",
  "missed",
  "dueNow",
  "extra",
  "rate",
  "light",
] as const;
const CHART_ROWS = 14;

/** Which cells the list looks things up in. */
export function visitSources(customers: readonly VisitCustomer[], lang: Lang): VisitSources {
  const sheet = W.tab[lang];
  const last = ROWS.first + customers.length - 1;
  const column = (letter: string) => `${quoteSheet(sheet)}!$${letter}$${ROWS.first}:$${letter}$${last}`;
  return {
    asOf: `${quoteSheet(sheet)}!$B$${ROWS.settings}`,
    customers: column("A"),
    reps: column("B"),
    classes: column("C"),
  };
}

/**
 * The visit plan on one page: a row a customer with what was planned, kept and missed, and its visits along the
 * calendar; a row a rep with the load. Every figure counts in the visit list.
 */
export function visitSheet(page: VisitPage, lang: Lang): SheetSpec {
  const { plan, customers } = page;
  const periods = columnsOfTime(page);
  const daily = periods[0]?.grain === "day";
  const firstPeriod = FIXED.length;
  const lastPeriod = firstPeriod + periods.length - 1;
  const rows = new RowSheet(lastPeriod + 1);
  const list = visitListLayout(plan, lang);
  const title = page.title ?? W.title[lang];
  rows.add([title], "title");
  rows.add([subtitle(page, lang)], "subtitle");
  rows.skip();
  rows.add([W.asOf[lang], dateCell(page.asOf), null, W.max[lang], page.maxPerDay ?? null], ["body", "text"]);
  const pad = Array<SpecCell>(firstPeriod).fill(null);
  rows.skip();
  rows.add([W.byCustomer[lang]], "section");
  rows.add([...FIXED.map((id) => W[id][lang]), ...periods.map((period) => label(period, lang))], "header");
  const every = new Map(plan.classes.map((each) => [each.name, frequencyLabel(each.every, lang)]));
  const last = ROWS.first + customers.length - 1;
  const reps = [...new Set(customers.map(({ rep }) => rep))];
  const notes = plan.skipped.length > 0 ? 2 : 1;
  const chartTop = last + 3 + reps.length + 2 + notes + 2;
  const time = timeRows(chartTop + CHART_ROWS + 2);
  const counted = (...conditions: readonly string[]) => `COUNTIFS(${conditions.join(",")})`;
  customers.forEach((customer) => {
    const row = rows.next;
    const own = `${list.column("D")},$A${row}`;
    const status = (text: string): SpecCell => ({
      formula: `=${counted(own, list.column("I"), `"${text}"`)}`,
    });
    rows.add(
      [
        customer.name,
        customer.rep,
        customer.class,
        every.get(customer.class) ?? "",
        { formula: `=${counted(own, list.column("A"), '">0"')}` },
        status(W.statusKept[lang]),
        status(W.statusMissed[lang]),
        status(W.statusDue[lang]),
        {
          formula: `=${counted(own, list.column("I"), `"${W.statusExtra[lang]}"`)}+${counted(own, list.column("I"), `"${W.statusOutside[lang]}"`)}`,
        },
        ...rateCells(row),
        ...periods.map((_, i): SpecCell => ({
          formula: `=${counted(own, ...between(list.column("A"), firstPeriod + i, time))}`,
        })),
      ],
      ["body", "text"],
    );
  });
  rows.skip();
  rows.add([W.byRep[lang]], "section");
  const repHeader = rows.add(
    [
      W.rep[lang],
      null,
      null,
      null,
      ...FIXED.slice(4).map((id) => W[id][lang]),
      ...periods.map((period) => label(period, lang)),
    ],
    "header",
  );
  const firstRep = rows.next;
  const lastRep = firstRep + reps.length - 1;
  const whose = `$B$${ROWS.first}:$B$${last}`;
  for (const rep of reps) {
    const row = rows.next;
    const sum = (column: number): SpecCell => ({
      formula: `=SUMIF(${whose},$A${row},${rangeRef(ROWS.first - 1, column, last - 1, column, { absRow: true })})`,
    });
    rows.add(
      [
        rep,
        null,
        null,
        null,
        ...[4, 5, 6, 7, 8].map(sum),
        ...rateCells(row),
        ...periods.map((_, i) => sum(firstPeriod + i)),
      ],
      ["body", "text"],
    );
  }
  const total = rows.next;
  const sumReps = (column: number): SpecCell => ({
    formula: `=SUM(${rangeRef(firstRep - 1, column, lastRep - 1, column)})`,
  });
  rows.add(
    [
      W.total[lang],
      null,
      null,
      null,
      ...[4, 5, 6, 7, 8].map(sumReps),
      ...rateCells(total),
      ...periods.map((_, i) => sumReps(firstPeriod + i)),
    ],
    ["body", "text"],
  );
  const done = rows.add(
    [
      W.done[lang],
      ...pad.slice(1),
      ...periods.map((_, i): SpecCell => ({
        formula: `=${counted(...between(list.column("H"), firstPeriod + i, time))}`,
      })),
    ],
    ["body", "text"],
  );
  rows.add([W.note[lang]], "subtitle");
  if (plan.skipped.length > 0) rows.add([say(W.skipped, lang, { count: plan.skipped.length })], "subtitle");

  const grid = (first: number, end: number) => {
    rows.format(rangeRef(first - 1, 0, end - 1, lastPeriod), "row");
    rows.format(rangeRef(first - 1, 4, end - 1, 8), "number", "0;-0;–");
    rows.format(rangeRef(first - 1, 9, end - 1, 9), "number", "0%");
  };
  grid(ROWS.first, last);
  grid(firstRep, done);
  rows.format(`A${total}:${cellRef(total - 1, lastPeriod)}`, "total");
  for (const header of [ROWS.header, repHeader]) {
    rows.format(rangeRef(header - 1, 4, header - 1, 9), "alignRight");
    rows.format(rangeRef(header - 1, 10, header - 1, lastPeriod), "alignCenter");
  }
  rows.format(rangeRef(ROWS.first - 1, 10, done - 1, lastPeriod), "alignCenter");
  rows.format(
    rangeRef(ROWS.first - 1, firstPeriod, last - 1, lastPeriod),
    "alignCenter",
    daily ? '[=1]"●";[=0]"";0' : "0;;",
  );
  rows.format(rangeRef(firstRep - 1, firstPeriod, done - 1, lastPeriod), "alignCenter", "0;;");
  rows.format(`B${ROWS.settings}`, ["section", "input", "alignLeft"], "yyyy-mm-dd");
  rows.format(`E${ROWS.settings}`, ["section", "input", "alignRight"], "0");
  const name = W.tab[lang];
  const across = (row: number) =>
    rangeRef(row - 1, firstPeriod, row - 1, lastPeriod, { ...ABSOLUTE, sheet: name });
  return {
    id: "visits",
    name,
    tabColor: COLORS.good,
    blocks: [
      rows.block(),
      {
        at: cellRef(time.starts - 1, firstPeriod - 1),
        cells: [
          [W.from[lang], ...periods.map(({ start }) => dateCell(start))],
          [W.to[lang], ...periods.map(({ end }) => dateCell(end))],
          [
            W.workdays[lang],
            ...periods.map(({ start, end }) => plan.days.filter((day) => day >= start && day <= end).length),
          ],
        ],
      },
    ],
    columns: [
      {
        columns: "A",
        width: Math.min(34, Math.max(16, ...customers.map((each) => textWidth(each.name) + 2))),
      },
      { columns: "B", width: Math.max(14, ...customers.map((each) => textWidth(each.rep) + 2)) },
      { columns: "C", width: Math.max(10, ...customers.map((each) => textWidth(each.class) + 2)) },
      { columns: "D", width: lang === "zh-CN" ? 9 : 16 },
      { columns: "E:J", width: 7.8 },
      { columns: "K", width: 5 },
      { columns: `${columnName(firstPeriod)}:${columnName(lastPeriod)}`, width: daily ? 4.8 : 5.7 },
    ],
    formats: [
      ...rows.formats,
      {
        range: rangeRef(time.starts - 1, firstPeriod - 1, time.days - 1, lastPeriod),
        style: ["note", "alignRight"],
      },
      {
        range: rangeRef(time.starts - 1, firstPeriod, time.ends - 1, lastPeriod),
        style: ["note", "alignRight"],
        numberFormat: "m/d",
      },
    ],
    conditionals: [
      ...lights(rangeRef(ROWS.first - 1, 10, total - 1, 10), `$K${ROWS.first}`),
      {
        kind: "formula",
        range: rangeRef(firstRep - 1, firstPeriod, lastRep - 1, lastPeriod),
        formula: `=AND(N($E$${ROWS.settings})>0,${cellRef(firstRep - 1, firstPeriod)}>$E$${ROWS.settings}*${columnName(firstPeriod)}$${time.days})`,
        style: "badFill",
      },
    ],
    validations: [
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
    ],
    charts: [
      {
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
      },
    ],
    freeze: { rows: ROWS.header, columns: 1 },
    print: {
      orientation: "landscape",
      titleRows: `$${ROWS.header}:$${ROWS.header}`,
      area: rangeRef(0, 0, chartTop + CHART_ROWS - 1, lastPeriod),
      fitWidth: 1,
      footer: { left: title, right: PAGE_WORDS.pages[lang] },
    },
  };
}

/** Days while they fit a page, then weeks, then months. */
function columnsOfTime({ plan, from, to }: VisitPage): Period[] {
  if (plan.days.length <= 31)
    return plan.days.map((day) => ({ id: day, grain: "day", start: day, end: day }));
  const weeks = periodsBetween(from, to, "week");
  return weeks.length <= 18 ? weeks : periodsBetween(from, to, "month");
}

function label(period: Period, lang: Lang): string {
  if (period.grain === "month") return periodLabel(period, lang);
  return `${Number(period.start.slice(5, 7))}/${Number(period.start.slice(8, 10))}`;
}

function subtitle({ plan, from, to, source }: VisitPage, lang: Lang): string {
  const text = say(W.subtitle, lang, { from, to, days: plan.days.length, visits: plan.visits.length });
  return source ? `${text} · ${say(W.source, lang, { source })}` : text;
}

/** Below the chart and out of print: first and last day of each column of the calendar, and its working days. */
interface TimeRows {
  readonly starts: number;
  readonly ends: number;
  readonly days: number;
}

function timeRows(first: number): TimeRows {
  return { starts: first, ends: first + 1, days: first + 2 };
}

/** Conditions of a COUNTIFS: in the list's column, between the first and last day of a column of the calendar. */
function between(range: string, column: number, time: TimeRows): string[] {
  const at = (row: number) => `${columnName(column)}$${row}`;
  return [range, `">="&${at(time.starts)}`, range, `"<="&${at(time.ends)}`];
}

function rateCells(row: number): SpecCell[] {
  return [
    { formula: `=IF(F${row}+G${row}=0,"",F${row}/(F${row}+G${row}))` },
    { formula: `=IF(ISNUMBER(J${row}),IF(J${row}>=1,"●",IF(J${row}>=0.8,"▲","▼")),"")` },
  ];
}

function lights(range: string, cell: string): ConditionalSpec[] {
  const colour = (sign: string, style: "good" | "warn" | "bad"): ConditionalSpec => ({
    kind: "formula",
    range,
    formula: `=${cell}="${sign}"`,
    style,
  });
  return [colour("●", "good"), colour("▲", "warn"), colour("▼", "bad")];
}
