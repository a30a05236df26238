import { ABSOLUTE, cellRef, columnName, rangeRef } from "../formula/references";
import { periodLabel } from "../planning/calendar";
import type { Plan, PlanNode } from "../planning/plan";
import { say, type Lang } from "../words";
import type { ChartSpec, NameSpec, SheetSpec, SpecCell } from "./spec";
import { COLORS } from "./style";
import type { TargetsLayout } from "./targetsLayout";
import {
  cellsOf,
  COLUMNS,
  FIRST,
  FIRST_MONTH,
  HEADER,
  NUMBERS,
  SETTINGS,
  TRACKER_NAMES,
  trackerGrid,
  WIDTHS,
  type ColumnId,
  type TrackerGrid,
} from "./trackerLayout";
import { trackerConditionals, trackerFormats } from "./trackerLook";
import { TRACKER_WORDS as W } from "./trackerWords";
import { PAGE_WORDS } from "./words";

export interface TrackerOptions {
  readonly lang: Lang;
  /** Where the plan stands in the same workbook. */
  readonly targets: TargetsLayout;
  /** Ranges of leaves' last year by period, by unit id: `'Actuals'!$D$5:$O$5`. */
  readonly lastYear?: ReadonlyMap<string, string>;
  /** What is known of the year already: leaves' actuals by period, by unit id, up to period `asOf` (1-based). */
  readonly known?: {
    readonly asOf: number;
    readonly actuals: ReadonlyMap<string, readonly number[]>;
  };
}

export interface TrackerPage {
  readonly sheet: SheetSpec;
  readonly names: readonly NameSpec[];
}

/**
 * A page that follows the plan through the year by formulas alone: type the months' actuals, choose the month, and
 * attainment, lights, forecast, warnings, what each remaining month now needs and ranks follow. It goes on working in
 * a workbook without the add-in.
 */
export function trackerSheet(plan: Plan, options: TrackerOptions): TrackerPage {
  return new Tracker(plan, options).page();
}

/** Up to this many units the page with its charts is readable on one sheet of paper. */
const ONE_PAGE = 60;

class Tracker {
  private readonly lang: Lang;
  private readonly grid: TrackerGrid;

  constructor(
    private readonly plan: Plan,
    private readonly options: TrackerOptions,
  ) {
    this.lang = options.lang;
    this.grid = trackerGrid(plan);
  }

  page(): TrackerPage {
    const { plan, lang } = this;
    const months = plan.periods.length;
    const name = W.tab[lang];
    const year = plan.periods[0]?.start.slice(0, 4) ?? "";
    const at = (column: number) => cellRef(SETTINGS, column, { ...ABSOLUTE, sheet: name });
    return {
      names: [
        { name: TRACKER_NAMES.asOf, refersTo: `=${at(0)}`, comment: W.asOf[lang] },
        { name: TRACKER_NAMES.tolerance, refersTo: `=${at(2)}`, comment: W.tolerance[lang] },
        { name: TRACKER_NAMES.margin, refersTo: `=${at(3)}`, comment: W.margin[lang] },
        { name: TRACKER_NAMES.method, refersTo: `=${at(4)}`, comment: W.method[lang] },
      ],
      sheet: {
        id: "tracker",
        name,
        tabColor: COLORS.good,
        blocks: [
          { at: "A1", cells: [[say(W.title, lang, { year })]] },
          { at: "A2", cells: [[say(W.subtitle, lang, { unit: plan.unit })]] },
          { at: cellRef(SETTINGS - 1, 0), cells: this.settings() },
          { at: cellRef(NUMBERS, FIRST_MONTH), cells: [plan.periods.map((_, index) => index + 1)] },
          {
            at: cellRef(HEADER, 0),
            cells: [this.header(), ...this.grid.nodes.map((node) => this.row(node))],
          },
          { at: cellRef(this.grid.last + 2, FIRST_MONTH), cells: this.chartRows() },
        ],
        columns: [
          ...COLUMNS.map((id, index) => ({ columns: columnName(index), width: WIDTHS[id] })),
          { columns: `${columnName(FIRST_MONTH)}:${columnName(this.grid.lastMonth)}`, width: 11 },
        ],
        rows: [
          { rows: `${HEADER + 1}`, height: 32 },
          ...this.grid.nodes.flatMap(({ id, level }) =>
            level > 1 ? [{ rows: `${(this.grid.rowOf.get(id) ?? 0) + 1}`, outline: level - 1 }] : [],
          ),
        ],
        formats: trackerFormats(this.grid),
        conditionals: trackerConditionals(this.grid),
        validations: [
          {
            range: cellRef(SETTINGS, 0),
            rule: { kind: "whole", min: 1, max: months },
            prompt: { title: W.asOf[lang], message: say(W.asOfTip, lang, { months }) },
            error: { title: W.asOf[lang], message: say(W.asOfTip, lang, { months }) },
          },
          {
            range: cellRef(SETTINGS, 2),
            rule: { kind: "decimal", min: 0, max: 1 },
            prompt: { title: W.tolerance[lang], message: W.toleranceTip[lang] },
          },
          {
            range: cellRef(SETTINGS, 3),
            rule: { kind: "decimal", min: 0, max: 1 },
            prompt: { title: W.margin[lang], message: W.marginTip[lang] },
          },
          {
            range: cellRef(SETTINGS, 4),
            rule: { kind: "list", values: [W.pace[lang], W.runRateMethod[lang]] },
            prompt: { title: W.method[lang], message: W.methodTip[lang] },
          },
          ...this.grid.inputs.map((range) => ({
            range,
            rule: { kind: "decimal" as const },
            prompt: { title: W.months[lang], message: W.inputTip[lang] },
            error: { title: W.months[lang], message: W.numberError[lang] },
          })),
        ],
        charts: this.charts(),
        freeze: { rows: FIRST, columns: 1 },
        print: {
          orientation: "landscape",
          titleRows: `$${HEADER + 1}:$${HEADER + 1}`,
          area: rangeRef(0, 0, this.grid.last + 20, COLUMNS.length - 1),
          fitWidth: 1,
          ...(this.grid.nodes.length <= ONE_PAGE ? { fitHeight: 1 } : {}),
          footer: { left: say(W.title, lang, { year }), right: PAGE_WORDS.pages[lang] },
        },
      },
    };
  }

  /** The four cells that steer the page, then two figures on the year. */
  private settings(): SpecCell[][] {
    const { lang } = this;
    const company = (id: ColumnId) => cellRef(FIRST, COLUMNS.indexOf(id));
    return [
      [
        W.asOf[lang],
        null,
        W.tolerance[lang],
        W.margin[lang],
        W.method[lang],
        null,
        W.timeProgress[lang],
        null,
        null,
        W.attainmentYear[lang],
      ],
      [
        this.options.known?.asOf ?? 1,
        null,
        0.1,
        0.05,
        W.pace[lang],
        null,
        { formula: `=${TRACKER_NAMES.asOf}/${this.plan.periods.length}` },
        null,
        null,
        {
          formula: `=IF(OR(${company("actual")}="",${company("yearTarget")}=0),"",${company("actual")}/${company("yearTarget")})`,
        },
      ],
    ];
  }

  private header(): SpecCell[] {
    const { lang, plan } = this;
    return [...COLUMNS.map((id) => W[id][lang]), ...plan.periods.map((period) => periodLabel(period, lang))];
  }

  private row(node: PlanNode): SpecCell[] {
    const row = this.grid.rowOf.get(node.id) ?? FIRST;
    return [
      ...COLUMNS.map((id) => this.cell(id, node, row)),
      ...this.plan.periods.map((_, i) => this.month(node, i)),
    ];
  }

  /** A leaf's month is typed; a unit's is the sum of what is there below it, and empty while nothing is. */
  private month({ id, children }: PlanNode, index: number): SpecCell {
    const { known } = this.options;
    if (children.length === 0)
      return known && index < known.asOf ? (known.actuals.get(id)?.[index] ?? null) : null;
    const cells = cellsOf(this.grid, children, FIRST_MONTH + index);
    return { formula: `=IF(COUNT(${cells})=0,"",SUM(${cells}))` };
  }

  private cell(id: ColumnId, node: PlanNode, row: number): SpecCell {
    const { lang, plan } = this;
    const at = (other: ColumnId) => `$${cellRef(row, COLUMNS.indexOf(other))}`;
    const all = (other: ColumnId) =>
      rangeRef(FIRST, COLUMNS.indexOf(other), this.grid.last, COLUMNS.indexOf(other), ABSOLUTE);
    const months = `$${columnName(FIRST_MONTH)}${row + 1}:$${columnName(this.grid.lastMonth)}${row + 1}`;
    const { asOf, tolerance, margin, method } = TRACKER_NAMES;
    const due = (range: string) => `SUMIF(${this.numbers()},"<="&${asOf},${range})`;
    const known = (formula: string): SpecCell => ({ formula: `=IF(${at("actual")}="","",${formula})` });
    const count = plan.periods.length;
    switch (id) {
      case "name":
        return node.name;
      case "level":
        return node.level;
      case "yearTarget":
        return { formula: `=${this.targetCell(node, this.options.targets.columns.total)}` };
      case "dueTarget":
        return { formula: `=${due(this.targetMonths(node))}` };
      case "actual":
        return { formula: `=IF(COUNT(${months})=0,"",${due(months)})` };
      case "gap":
        return known(`${at("actual")}-${at("dueTarget")}`);
      case "attainment":
        return known(`IF(${at("dueTarget")}=0,"",${at("actual")}/${at("dueTarget")})`);
      case "light":
        return {
          formula: `=IF(ISNUMBER(${at("attainment")}),IF(${at("attainment")}>=1,"●",IF(${at("attainment")}>=1-${tolerance},"▲","▼")),"")`,
        };
      case "rank":
        return {
          formula: `=IF(ISNUMBER(${at("attainment")}),COUNTIFS(${all("level")},${at("level")},${all("attainment")},">"&${at("attainment")})+1,"")`,
        };
      case "runRate":
        return known(`${at("actual")}/${asOf}`);
      case "forecast":
        return known(
          `IF(AND(${method}="${W.pace[lang]}",${at("dueTarget")}>0),${at("actual")}*${at("yearTarget")}/${at("dueTarget")},${at("actual")}/${asOf}*${count})`,
        );
      case "forecastAttainment":
        return known(`IF(${at("yearTarget")}=0,"",${at("forecast")}/${at("yearTarget")})`);
      case "warning":
        return {
          formula: `=IF(ISNUMBER(${at("forecastAttainment")}),IF(${at("forecastAttainment")}<1-${margin},"${W.warn[lang]}",""),"")`,
        };
      case "need":
        return known(
          `IF(${asOf}>=${count},"",MAX(0,${at("yearTarget")}-${at("actual")})/(${count}-${asOf}))`,
        );
      case "lastYear":
        return this.lastYear(node, due);
      case "growth":
        return known(`IF(N(${at("lastYear")})=0,"",${at("actual")}/${at("lastYear")}-1)`);
    }
  }

  private lastYear({ id, children }: PlanNode, due: (range: string) => string): SpecCell {
    const range = this.options.lastYear?.get(id);
    if (range) return { formula: `=${due(range)}` };
    if (children.length === 0) return null;
    const column = COLUMNS.indexOf("lastYear");
    return { formula: `=SUM(${cellsOf(this.grid, children, column)})` };
  }

  /** The periods' numbers, 1 to n, above the months. */
  private numbers(): string {
    return rangeRef(NUMBERS, FIRST_MONTH, NUMBERS, this.grid.lastMonth, ABSOLUTE);
  }

  private targetCell({ id }: PlanNode, column: number): string {
    const { sheet, rowOf } = this.options.targets;
    return cellRef(rowOf.get(id) ?? 0, column, { ...ABSOLUTE, sheet });
  }

  private targetMonths({ id }: PlanNode): string {
    const { sheet, rowOf, columns } = this.options.targets;
    const row = rowOf.get(id) ?? 0;
    return rangeRef(row, columns.firstPeriod, row, columns.lastPeriod, { ...ABSOLUTE, sheet });
  }

  /** Month and cumulative figures of the company, for the charts; months to come stay empty. */
  private chartRows(): SpecCell[][] {
    const { lang, plan } = this;
    const { asOf } = TRACKER_NAMES;
    const root = plan.root;
    const number = (index: number) => cellRef(NUMBERS, FIRST_MONTH + index, ABSOLUTE);
    const actual = (index: number) => cellRef(FIRST, FIRST_MONTH + index);
    const target = (index: number) => this.targetCell(root, this.options.targets.columns.firstPeriod + index);
    const upTo = (index: number, range: string) => `SUMIF(${this.numbers()},"<="&${number(index)},${range})`;
    const months = rangeRef(FIRST, FIRST_MONTH, FIRST, this.grid.lastMonth, ABSOLUTE);
    const closed = (index: number, formula: string) =>
      `=IF(OR(${number(index)}>${asOf},COUNT(${months})=0),"",${formula})`;
    const line = (label: string, formula: (index: number) => string): SpecCell[] => [
      ...plan.periods.map((_, index): SpecCell => ({ formula: formula(index) })),
      label,
    ];
    return [
      [W.chartData[lang], ...plan.periods.map(() => null)],
      line(W.monthTarget[lang], (index) => `=${target(index)}`),
      line(W.monthActual[lang], (index) => closed(index, `N(${actual(index)})`)),
      line(W.sumTarget[lang], (index) => `=${upTo(index, this.targetMonths(root))}`),
      line(W.sumActual[lang], (index) => closed(index, upTo(index, months))),
    ];
  }

  private charts(): ChartSpec[] {
    const { lang } = this;
    const sheet = W.tab[lang];
    const first = this.grid.last + 3;
    const values = (row: number) =>
      rangeRef(row, FIRST_MONTH, row, this.grid.lastMonth, { ...ABSOLUTE, sheet });
    const chart = (
      id: string,
      title: string,
      row: number,
      names: [string, string],
      from: number,
      to: number,
    ): ChartSpec => ({
      id,
      kind: "column",
      title,
      from: cellRef(this.grid.last + 2, from),
      to: cellRef(this.grid.last + 19, to),
      categories: values(HEADER),
      series: [
        { name: names[1], values: values(row + 1), color: COLORS.accentSoft },
        { name: names[0], values: values(row), kind: "line", color: COLORS.target },
      ],
      valueAxis: { numberFormat: "#,##0", min: 0 },
      legend: "top",
      gapWidth: 60,
    });
    return [
      chart("monthly", W.chartMonthly[lang], first, [W.monthTarget[lang], W.monthActual[lang]], 0, 5),
      chart("cumulative", W.chartSum[lang], first + 2, [W.sumTarget[lang], W.sumActual[lang]], 6, 15),
    ];
  }
}
