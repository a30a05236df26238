import { ABSOLUTE, cellRef, quoteSheet, rangeRef } from "../../formula/references";
import type { Plan, PlanNode } from "../../planning/plan";
import type { PlanSet } from "../../planning/planSet";
import { say, type Lang } from "../../words";
import { amountWidth, type PlanPage } from "../plan/page";
import type { MeasuresPage } from "../plan/measuresSheet";
import { amountFormat } from "../plan/sums";
import type { TargetsLayout } from "../plan/targetsLayout";
import { PLAN_PAGE_WORDS } from "../plan/words";
import { textWidth } from "../rows";
import type { SheetSpec, SpecCell } from "../spec";
import { COLORS } from "../style";
import { lightOf } from "./lights";
import { EACH, QuarterTables, type Quarter, type TableRows } from "./quarterTables";
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
  private readonly tables: QuarterTables;
  private readonly quarters: readonly Quarter[];
  private readonly grid;
  private readonly tracker: string;

  constructor(
    private readonly set: Pick<PlanSet, "plan" | "amounts" | "rates">,
    private readonly options: QuarterOptions,
  ) {
    const { plan } = set;
    this.plan = plan;
    this.tables = new QuarterTables(plan, options.lang);
    this.page = this.tables.page;
    this.quarters = this.tables.quarters;
    this.grid = trackerGrid(plan);
    this.tracker = TRACKER_WORDS.tab[options.lang];
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
    page.wide(0, 0, Math.min(24, Math.max(12, ...this.tables.tops.map(({ name }) => textWidth(name) + 2))));
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
      onePage: this.tables.tops.length <= 8 && set.amounts.length + set.rates.length <= 3,
    });
  }

  /** The main measure: targets from the plan, actuals from the tracker. */
  private main(): void {
    const { plan, options } = this;
    const { lang, targets } = options;
    const heads = [W.target, W.actual, W.attainment, W.light].map((phrase) => phrase[lang]);
    this.tables.heading(
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
    const first = this.tables.lines((node, row) => [
      ...this.quarters.flatMap((quarter, q) => cells(node, row, quarter, 1 + q * EACH)),
    ]);
    this.tables.looks(first, amountFormat(plan.step), "0.0%");
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
    this.tables.heading(say(lower ? W.lower : W.amount, lang, { name, unit: plan.unit }), heads);
    const share = (row: number, column: number, due: string): SpecCell[] => [
      { formula: `=IF(OR(${cellRef(row, column + 1)}="",${due}=0),"",${cellRef(row, column + 1)}/${due})` },
      { formula: `=${lightOf(cellRef(row, column + 2), TRACKER_NAMES.tolerance, lower)}` },
    ];
    const first = this.tables.lines((node, row, rows) => {
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
    this.tables.looks(first, amountFormat(plan.step), "0.0%");
    this.tables.typed(first, { name, tip: say(W.amountTip, lang, { unit: plan.unit }) });
  }

  /** A rate: the year's target against each quarter's end; the company's is the mean by weight. */
  private rate(name: string, { sheet, rates }: MeasuresPage): void {
    const table = rates.get(name);
    if (!table) return;
    const { page, options, quarters } = this;
    const { lang } = options;
    const lower = this.set.rates.find(({ measure }) => measure.name === name)?.measure.lowerIsBetter === true;
    page.skip();
    this.tables.heading(
      name,
      [W.target, W.spent, W.points, W.light].map((phrase) => phrase[lang]),
      [W.weight[lang]],
    );
    const weightColumn = 1 + quarters.length * EACH;
    const first = this.tables.lines((node, row, rows) => {
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
    this.tables.looks(first, "0.0%", "+0.0;-0.0;0.0");
    page.numbers(
      first,
      first + this.tables.count - 1,
      weightColumn,
      weightColumn,
      amountFormat(this.plan.step),
    );
    this.tables.typed(first, { name, tip: W.rateTip[lang], rate: true });
  }

  /** The company's quarters: their figures stand in one row, a few columns apart, so they are named one by one. */
  private chart(first: number): void {
    const { page, quarters, options, plan } = this;
    const { lang } = options;
    const row = first + this.tables.count - 1;
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
function knownDue(rows: TableRows, column: number): string {
  const [due, reached] = [0, 1].map((c) => rangeRef(rows.first, column + c, rows.last, column + c));
  return `SUMIF(${reached},">-1E+99",${due})`;
}

function addedUp(rows: TableRows, column: number): SpecCell {
  const range = rangeRef(rows.first, column, rows.last, column);
  return { formula: `=IF(COUNT(${range})=0,"",SUM(${range}))` };
}
