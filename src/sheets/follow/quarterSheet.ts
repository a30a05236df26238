import { ABSOLUTE, cellRef, quoteSheet, rangeRef } from "../../formula/references";
import { groupOf, periodLabel, periodsBetween, type Period } from "../../planning/calendar";
import type { Plan, PlanNode } from "../../planning/plan";
import type { PlanSet } from "../../planning/planSet";
import { say, type Lang } from "../../words";
import { PlanPage, amountWidth } from "../plan/page";
import type { MeasuresPage } from "../plan/measuresSheet";
import { amountFormat } from "../plan/sums";
import type { TargetsLayout } from "../plan/targetsLayout";
import { PLAN_PAGE_WORDS } from "../plan/words";
import { textWidth } from "../rows";
import type { SheetSpec, SpecCell } from "../spec";
import { COLORS } from "../style";
import { lightColours, lightOf } from "./lights";
import { QUARTER_WORDS as W } from "./quarterWords";
import { FIRST_MONTH, NUMBERS, TRACKER_NAMES, trackerGrid } from "./trackerLayout";
import { TRACKER_WORDS } from "./trackerWords";

export interface QuarterOptions {
  readonly lang: Lang;
  /** Where the plan stands; the tracker of the same plan is in the workbook too. */
  readonly targets: TargetsLayout;
  /** Where the other measures' targets stand. */
  readonly measures?: MeasuresPage;
  /** What other measures came to: by measure, by top unit, a figure a quarter. */
  readonly actuals?: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
}

/** A quarter and the periods of the plan that lie in it, first and last counted from 0. */
interface Quarter {
  readonly label: string;
  readonly first: number;
  readonly last: number;
}

const EACH = 4;
const CHART_ROWS = 11;

/**
 * The check of a quarter: the company's top units, quarter by quarter, against the plan – the main measure live from
 * the tracker, costs and rates from what is typed here – each with a light.
 */
export function quarterSheet(
  set: Pick<PlanSet, "plan" | "amounts" | "rates">,
  options: QuarterOptions,
): SheetSpec {
  return new QuarterCheck(set, options).sheet();
}

class QuarterCheck {
  private readonly page: PlanPage;
  private readonly plan: Plan;
  private readonly quarters: readonly Quarter[];
  private readonly tops: readonly PlanNode[];
  private readonly grid;
  private readonly tracker: string;

  constructor(
    private readonly set: Pick<PlanSet, "plan" | "amounts" | "rates">,
    private readonly options: QuarterOptions,
  ) {
    const { plan } = set;
    this.plan = plan;
    this.quarters = quartersOf(plan, options.lang);
    this.tops = plan.root.children.length > 0 ? plan.root.children : [plan.root];
    this.grid = trackerGrid(plan);
    this.tracker = TRACKER_WORDS.tab[options.lang];
    this.page = new PlanPage("quarters", W.tab[options.lang], 2 + EACH * this.quarters.length, options.lang);
  }

  sheet(): SheetSpec {
    const { page, plan, options, set } = this;
    const { lang } = options;
    const title = say(W.title, lang, { level: plan.levels[0] ?? PLAN_PAGE_WORDS.unitLevel[lang] });
    page.title(title, say(W.subtitle, lang, { measure: plan.measure, tracker: this.tracker }));
    this.main();
    const { measures } = options;
    if (measures) {
      for (const { measure, plan: own } of set.amounts) this.amount(measure.name, own, measures);
      for (const { measure } of set.rates) this.rate(measure.name, measures);
    }
    page.note(say(W.note, lang, { tracker: this.tracker }));
    page.wide(0, 0, Math.min(24, Math.max(12, ...this.tops.map(({ name }) => textWidth(name) + 2))));
    const wide = Math.max(7.5, amountWidth(plan.total, plan.step) - 1.5);
    page.wide(page.width - 1, page.width - 1, wide);
    this.quarters.forEach((_, q) => {
      page.wide(1 + q * EACH, 2 + q * EACH, wide);
      page.wide(3 + q * EACH, 3 + q * EACH, lang === "zh-CN" ? 7.5 : 8.5);
      page.wide(4 + q * EACH, 4 + q * EACH, 5);
    });
    return page.sheet({
      footer: title,
      orientation: "portrait",
      tabColor: COLORS.good,
      freeze: { rows: 2, columns: 1 },
      onePage: this.tops.length <= 8 && set.amounts.length + set.rates.length <= 3,
    });
  }

  /** The main measure: targets from the plan, actuals from the tracker. */
  private main(): void {
    const { plan, options } = this;
    const { lang, targets } = options;
    const heads = [W.target, W.actual, W.attainment, W.light].map((phrase) => phrase[lang]);
    this.heading(
      say(plan.lowerIsBetter ? W.lower : W.amount, lang, { name: plan.measure, unit: plan.unit }),
      heads,
    );
    const counted = (first: number, last: number): string =>
      `${quoteSheet(this.tracker)}!${rangeRef(NUMBERS, FIRST_MONTH + first, NUMBERS, FIRST_MONTH + last, ABSOLUTE)}`;
    const cells = (node: PlanNode, row: number, quarter: Quarter, column: number): SpecCell[] => {
      const { first, last } = quarter;
      const due = targets.rowOf.get(node.id) ?? 0;
      const target = rangeRef(
        due,
        targets.columns.firstPeriod + first,
        due,
        targets.columns.firstPeriod + last,
        { ...ABSOLUTE, sheet: targets.sheet },
      );
      const tracked = this.grid.rowOf.get(node.id) ?? 0;
      const actual = rangeRef(tracked, FIRST_MONTH + first, tracked, FIRST_MONTH + last, {
        ...ABSOLUTE,
        sheet: this.tracker,
      });
      const soFar = (range: string): string =>
        `SUMIF(${counted(first, last)},"<="&${TRACKER_NAMES.asOf},${range})`;
      const at = (offset: number): string => cellRef(row, column + offset);
      return [
        { formula: `=SUM(${target})` },
        { formula: `=IF(OR(COUNT(${actual})=0,${TRACKER_NAMES.asOf}<${first + 1}),"",${soFar(actual)})` },
        { formula: `=IF(OR(${at(1)}="",${soFar(target)}=0),"",${at(1)}/${soFar(target)})` },
        { formula: `=${lightOf(at(2), TRACKER_NAMES.tolerance, plan.lowerIsBetter)}` },
      ];
    };
    const first = this.lines((node, row) => [
      ...this.quarters.flatMap((quarter, q) => cells(node, row, quarter, 1 + q * EACH)),
    ]);
    this.looks(first, amountFormat(plan.step), "0.0%");
    this.chart(first);
  }

  /** Another amount: the quarter's target from the page of measures, what it came to typed. */
  private amount(name: string, plan: Plan, { sheet, amounts }: MeasuresPage): void {
    const matrix = amounts.get(name);
    if (!matrix) return;
    const { page, options } = this;
    const { lang } = options;
    const lower = plan.lowerIsBetter === true;
    const heads = (
      lower ? [W.budget, W.spent, W.used, W.light] : [W.target, W.actual, W.attainment, W.light]
    ).map((phrase) => phrase[lang]);
    page.skip();
    this.heading(say(lower ? W.lower : W.amount, lang, { name, unit: plan.unit }), heads);
    const share = (row: number, column: number, due: string): SpecCell[] => [
      { formula: `=IF(OR(${cellRef(row, column + 1)}="",${due}=0),"",${cellRef(row, column + 1)}/${due})` },
      { formula: `=${lightOf(cellRef(row, column + 2), TRACKER_NAMES.tolerance, lower)}` },
    ];
    const first = this.lines((node, row, rows) => {
      const there = matrix.rowOf.get(node.id) ?? 0;
      return this.quarters.flatMap(({ first: from, last: to }, q): SpecCell[] => {
        const column = 1 + q * EACH;
        const target = rangeRef(there, matrix.firstPeriod + from, there, matrix.firstPeriod + to, {
          ...ABSOLUTE,
          sheet: sheet.name,
        });
        return [
          { formula: `=SUM(${target})` },
          rows ? addedUp(rows, column + 1) : (options.actuals?.[name]?.[node.id]?.[q] ?? null),
          ...share(row, column, rows ? knownDue(rows, column) : cellRef(row, column)),
        ];
      });
    });
    this.looks(first, amountFormat(plan.step), "0.0%");
    this.typed(first, { name, tip: say(W.amountTip, lang, { unit: plan.unit }) });
  }

  /** A rate: the year's target against each quarter's end; the company's is the mean by weight. */
  private rate(name: string, { sheet, rates }: MeasuresPage): void {
    const table = rates.get(name);
    if (!table) return;
    const { page, options, quarters } = this;
    const { lang } = options;
    const lower = this.set.rates.find(({ measure }) => measure.name === name)?.measure.lowerIsBetter === true;
    page.skip();
    this.heading(
      name,
      [W.target, W.spent, W.points, W.light].map((phrase) => phrase[lang]),
      [W.weight[lang]],
    );
    const weightColumn = 1 + quarters.length * EACH;
    const first = this.lines((node, row, rows) => {
      const there = table.rowOf.get(node.id) ?? 0;
      const from = (column: number): string => cellRef(there, column, { ...ABSOLUTE, sheet: sheet.name });
      return [
        ...quarters.flatMap((_, q): SpecCell[] => {
          const column = 1 + q * EACH;
          const at = (offset: number): string => cellRef(row, column + offset);
          const own = rows && rangeRef(rows.first, column + 1, rows.last, column + 1);
          const weights = rows && rangeRef(rows.first, weightColumn, rows.last, weightColumn, ABSOLUTE);
          const known = own && weights ? `SUMIF(${own},">=0",${weights})` : "";
          const points = `(${at(1)}-${at(0)})*100`;
          return [
            { formula: `=${from(table.rate)}` },
            own && weights
              ? { formula: `=IF(${known}=0,"",SUMPRODUCT(${own},${weights})/${known})` }
              : (options.actuals?.[name]?.[node.id]?.[q] ?? null),
            { formula: `=IF(${at(1)}="","",${points})` },
            {
              formula: `=${lightOf(`IF(${at(1)}="","",${at(1)}/${at(0)})`, TRACKER_NAMES.tolerance, lower)}`,
            },
          ];
        }),
        { formula: `=${from(table.weight)}` },
      ];
    });
    this.looks(first, "0.0%", "+0.0;-0.0;0.0");
    page.numbers(first, first + this.count - 1, weightColumn, weightColumn, amountFormat(this.plan.step));
    this.typed(first, { name, tip: W.rateTip[lang], rate: true });
  }

  /** How many rows a table has: the top units, and the company when it has any. */
  private get count(): number {
    return this.tops.length + (this.tops.length > 1 ? 1 : 0);
  }

  /** A row a top unit, then the company's; `cells` is told the rows it adds up. */
  private lines(
    cells: (node: PlanNode, row: number, rows?: { first: number; last: number }) => SpecCell[],
  ): number {
    const { page, tops, plan } = this;
    const first = page.next;
    for (const node of tops) page.line([node.name, ...cells(node, page.next)]);
    if (tops.length > 1) {
      const rows = { first, last: page.next - 1 };
      const own = cells(plan.root, page.next, rows);
      const total = page.plain([plan.root.name, ...own]);
      page.rows.format(rangeRef(total, 0, total, own.length), "total");
    }
    return first;
  }

  /** @param heads of each quarter's columns; `last` of what stands after them */
  private heading(section: string, heads: readonly string[], last: readonly string[] = []): void {
    const { page, quarters, options } = this;
    page.section(section);
    const row = page.plain([null, ...quarters.flatMap(({ label }) => [label, null, null, null])]);
    page.rows.format(rangeRef(row, 0, row, page.width - 1), "group");
    const header = page.header([
      this.plan.levels[0] ?? PLAN_PAGE_WORDS.unitLevel[options.lang],
      ...quarters.flatMap(() => heads),
      ...last,
    ]);
    quarters.forEach((_, q) => {
      page.rows.format(cellRef(header, (q + 1) * EACH), "alignCenter");
    });
  }

  private looks(first: number, amount: string, share: string): void {
    const { page, quarters } = this;
    const last = first + this.count - 1;
    for (let q = 0; q < quarters.length; q++) {
      const column = 1 + q * EACH;
      page.numbers(first, last, column, column + 1, amount);
      page.numbers(first, last, column + 2, column + 2, share);
      const lights = rangeRef(first, column + 3, last, column + 3);
      page.rows.format(lights, "alignCenter");
      page.conditionals.push(...lightColours(lights, cellRef(first, column + 3)));
    }
  }

  private typed(
    first: number,
    what: { readonly name: string; readonly tip: string; readonly rate?: boolean },
  ): void {
    const { page, quarters, tops, options } = this;
    quarters.forEach((_, q) => {
      const range = rangeRef(first, 2 + q * EACH, first + tops.length - 1, 2 + q * EACH);
      page.rows.format(range, "input");
      page.validations.push({
        range,
        rule: what.rate ? { kind: "decimal", min: 0, max: 1 } : { kind: "decimal" },
        prompt: { title: what.name.slice(0, 32), message: what.tip },
        error: {
          title: what.name.slice(0, 32),
          message: (what.rate ? W.rateError : W.numberError)[options.lang],
        },
      });
    });
  }

  /** The company's quarters: their figures stand in one row, a few columns apart, so they are named one by one. */
  private chart(first: number): void {
    const { page, quarters, options, plan } = this;
    const { lang } = options;
    const row = first + this.count - 1;
    page.skip();
    const top = page.header([W.quarter[lang], W.target[lang], W.actual[lang], W.attainment[lang]]);
    quarters.forEach(({ label }, q) => {
      page.line([
        label,
        ...[0, 1, 2].map((offset): SpecCell => ({ formula: `=${cellRef(row, 1 + q * EACH + offset)}` })),
      ]);
    });
    const end = page.next - 1;
    page.numbers(top + 1, end, 1, 2, amountFormat(plan.step));
    page.numbers(top + 1, end, 3, 3, "0.0%");
    while (page.next < top + CHART_ROWS) page.skip();
    page.charts.push({
      id: "quarters",
      kind: "column",
      title: W.chart[lang],
      from: cellRef(top, EACH + 1),
      to: cellRef(top + CHART_ROWS - 2, page.width - 1),
      categories: page.ref(top + 1, 0, end, 0),
      series: ([W.target, W.actual] as const).map((name, i) => ({
        name: name[lang],
        values: page.ref(top + 1, 1 + i, end, 1 + i),
        color: i === 0 ? COLORS.target : COLORS.accent,
        labels: { numberFormat: amountFormat(plan.step) },
      })),
      valueAxis: { hidden: true, min: 0 },
      legend: "top",
      gapWidth: 60,
    });
  }
}

/** What was due of those that have a figure: like with like. */
function knownDue(rows: { first: number; last: number }, column: number): string {
  const [due, reached] = [0, 1].map((c) => rangeRef(rows.first, column + c, rows.last, column + c));
  return `SUMIF(${reached},">-1E+99",${due})`;
}

function addedUp(rows: { first: number; last: number }, column: number): SpecCell {
  const range = rangeRef(rows.first, column, rows.last, column);
  return { formula: `=IF(COUNT(${range})=0,"",SUM(${range}))` };
}

function quartersOf(plan: Plan, lang: Lang): Quarter[] {
  const [first, last] = [plan.periods[0], plan.periods.at(-1)];
  if (!first || !last) return [];
  const quarters: readonly Period[] = periodsBetween(first.start, last.end, "quarter");
  const groups = groupOf(plan.periods, quarters);
  const years = new Set(quarters.map(({ start }) => start.slice(0, 4)));
  return quarters.flatMap((quarter, q) => {
    const from = groups.indexOf(q);
    return from < 0
      ? []
      : [
          {
            label: periodLabel(quarter, lang, { year: years.size > 1 }),
            first: from,
            last: groups.lastIndexOf(q),
          },
        ];
  });
}
