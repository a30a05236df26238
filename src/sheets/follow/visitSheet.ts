import { quoteSheet, rangeRef } from "../../formula/references";
import type { Period } from "../../planning/calendar";
import { frequencyLabel, type VisitCustomer } from "../../planning/visits/visitsRequest";
import { say, type Lang, type Phrase } from "../../words";
import { dateCell } from "../dates";
import { RowSheet } from "../rows";
import type { SheetSpec, SpecCell } from "../spec";
import { COLORS } from "../style";
import { PAGE_WORDS } from "../words";
import { VisitCalendar, visitPeriodLabel, visitPeriods } from "./visitCalendar";
import { visitListLayout, type VisitListLayout, type VisitSources } from "./visitList";
import { addVisitLooks, visitChart, visitColumns, visitConditionals, visitValidations } from "./visitLook";
import {
  CHART_ROWS,
  COUNTS,
  FIRST_PERIOD,
  FIXED,
  ROWS,
  type VisitPage,
  type VisitPlaces,
} from "./visitPlaces";
import { VISIT_WORDS as W } from "./visitWords";

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
  return new VisitSheet(page, lang).sheet();
}

class VisitSheet {
  private readonly periods: readonly Period[];
  private readonly lastPeriod: number;
  private readonly rows: RowSheet;
  private readonly list: VisitListLayout;
  private readonly reps: readonly string[];
  private readonly calendar: VisitCalendar;
  private readonly title: string;
  /** Rows from 1. */
  private readonly lastCustomer: number;
  private readonly chartTop: number;
  private repHeader = 0;
  private firstRep = 0;
  private total = 0;
  private done = 0;

  constructor(
    private readonly page: VisitPage,
    private readonly lang: Lang,
  ) {
    const { plan, customers, from, to } = page;
    this.periods = visitPeriods(plan, from, to);
    this.lastPeriod = FIRST_PERIOD + this.periods.length - 1;
    this.rows = new RowSheet(this.lastPeriod + 1);
    this.list = visitListLayout(plan, lang);
    this.reps = [...new Set(customers.map(({ rep }) => rep))];
    this.title = page.title ?? W.title[lang];
    this.lastCustomer = ROWS.first + customers.length - 1;
    const notes = plan.skipped.length > 0 ? 2 : 1;
    this.chartTop = this.lastCustomer + 3 + this.reps.length + 2 + notes + 2;
    this.calendar = new VisitCalendar(this.periods, this.chartTop + CHART_ROWS + 2, FIRST_PERIOD);
  }

  sheet(): SheetSpec {
    const { page, lang, rows, calendar, chartTop } = this;
    this.addHead();
    this.addCustomers();
    this.addReps();
    this.addTotals();
    this.addNotes();
    const places = this.places();
    addVisitLooks(rows, places);
    return {
      id: "visits",
      name: W.tab[lang],
      tabColor: COLORS.good,
      blocks: [rows.block(), calendar.block(page.plan, lang)],
      columns: visitColumns(page, places, lang),
      formats: [...rows.formats, ...calendar.formats()],
      conditionals: visitConditionals(places, calendar),
      validations: visitValidations(lang),
      charts: [visitChart(places, lang)],
      freeze: { rows: ROWS.header, columns: 1 },
      print: {
        orientation: "landscape",
        titleRows: `$${ROWS.header}:$${ROWS.header}`,
        area: rangeRef(0, 0, chartTop + CHART_ROWS - 1, this.lastPeriod),
        fitWidth: 1,
        footer: { left: this.title, right: PAGE_WORDS.pages[lang] },
      },
    };
  }

  private places(): VisitPlaces {
    const { periods, lastPeriod, lastCustomer, repHeader, firstRep, total, done, chartTop } = this;
    return { periods, lastPeriod, lastCustomer, repHeader, firstRep, total, done, chartTop };
  }

  private addHead(): void {
    const { page, lang, rows } = this;
    rows.add([this.title], "title");
    rows.add([subtitle(page, lang)], "subtitle");
    rows.skip();
    rows.add(
      [W.asOf[lang], dateCell(page.asOf), null, W.max[lang], page.maxPerDay ?? null],
      ["body", "text"],
    );
    rows.skip();
    rows.add([W.byCustomer[lang]], "section");
    rows.add([...FIXED.map((id) => W[id][lang]), ...this.labels()], "header");
  }

  private labels(): string[] {
    return this.periods.map((period) => visitPeriodLabel(period, this.lang));
  }

  private addCustomers(): void {
    const { page, lang, rows, list } = this;
    const every = new Map(page.plan.classes.map((each) => [each.name, frequencyLabel(each.every, lang)]));
    for (const customer of page.customers) {
      const own = `${list.column("D")},$A${rows.next}`;
      const status = (said: Phrase): string => counted(own, list.column("I"), `"${said[lang]}"`);
      this.addRow(
        [customer.name, customer.rep, customer.class, every.get(customer.class) ?? ""],
        [
          counted(own, list.column("A"), '">0"'),
          status(W.statusKept),
          status(W.statusMissed),
          status(W.statusDue),
          `${status(W.statusExtra)}+${status(W.statusOutside)}`,
        ],
        (column) => counted(own, ...this.calendar.between(list.column("A"), column)),
      );
    }
  }

  private addReps(): void {
    const { lang, rows } = this;
    rows.skip();
    rows.add([W.byRep[lang]], "section");
    const counts = FIXED.slice(COUNTS.first).map((id) => W[id][lang]);
    this.repHeader = rows.add([W.rep[lang], null, null, null, ...counts, ...this.labels()], "header");
    this.firstRep = rows.next;
    const whose = `$B$${ROWS.first}:$B$${this.lastCustomer}`;
    for (const rep of this.reps) {
      const own = `$A${rows.next}`;
      this.addSums(rep, (column) => {
        const range = rangeRef(ROWS.first - 1, column, this.lastCustomer - 1, column, { absRow: true });
        return `SUMIF(${whose},${own},${range})`;
      });
    }
  }

  /** All reps' visits, and how many of them were made when. */
  private addTotals(): void {
    const { lang, rows, list } = this;
    this.total = rows.next;
    this.addSums(
      W.total[lang],
      (column) => `SUM(${rangeRef(this.firstRep - 1, column, this.total - 2, column)})`,
    );
    this.done = rows.add(
      [
        W.done[lang],
        ...Array<SpecCell>(FIRST_PERIOD - 1).fill(null),
        ...this.eachPeriod((column) => counted(...this.calendar.between(list.column("H"), column))),
      ],
      ["body", "text"],
    );
  }

  private addSums(name: string, sum: (column: number) => string): void {
    const columns = Array.from({ length: COUNTS.last - COUNTS.first + 1 }, (_, i) => COUNTS.first + i);
    this.addRow([name, null, null, null], columns.map(sum), sum);
  }

  /** A row of the page: who, the counts and the rate they make, and a figure in each column of the calendar. */
  private addRow(
    who: readonly SpecCell[],
    counts: readonly string[],
    inPeriod: (column: number) => string,
  ): void {
    const { rows } = this;
    rows.add(
      [
        ...who,
        ...counts.map((formula) => ({ formula: `=${formula}` })),
        ...rateCells(rows.next),
        ...this.eachPeriod(inPeriod),
      ],
      ["body", "text"],
    );
  }

  private eachPeriod(formula: (column: number) => string): SpecCell[] {
    return this.periods.map((_, i) => ({ formula: `=${formula(FIRST_PERIOD + i)}` }));
  }

  private addNotes(): void {
    const { lang, rows } = this;
    const count = this.page.plan.skipped.length;
    rows.add([W.note[lang]], "subtitle");
    if (count > 0) rows.add([say(W.skipped, lang, { count })], "subtitle");
  }
}

function subtitle({ plan, from, to, source }: VisitPage, lang: Lang): string {
  const text = say(W.subtitle, lang, { from, to, days: plan.days.length, visits: plan.visits.length });
  return source ? `${text} · ${say(W.source, lang, { source })}` : text;
}

function counted(...conditions: readonly string[]): string {
  return `COUNTIFS(${conditions.join(",")})`;
}

function rateCells(row: number): SpecCell[] {
  return [
    { formula: `=IF(F${row}+G${row}=0,"",F${row}/(F${row}+G${row}))` },
    { formula: `=IF(ISNUMBER(J${row}),IF(J${row}>=1,"●",IF(J${row}>=0.8,"▲","▼")),"")` },
  ];
}
