import { ABSOLUTE, cellRef, columnName, rangeRef } from "../../formula/references";
import { periodLabel } from "../../planning/calendar";
import type { Plan, PlanNode } from "../../planning/plan";
import { say, type Lang } from "../../words";
import { dateCell } from "../dates";
import { quoted } from "../rows";
import type { NameSpec, SheetSpec, SpecCell, ValidationSpec } from "../spec";
import { COLORS } from "../style";
import type { TargetsLayout } from "../plan/targetsLayout";
import { trackerRow, type TrackerSources } from "./trackerCells";
import { CHART_ROWS, chartRows, trackerCharts } from "./trackerCharts";
import {
  cellsOf,
  COLUMNS,
  DAYS,
  FIRST,
  FIRST_MONTH,
  HEADER,
  NUMBERS,
  PAST,
  SETTING_AT,
  SETTINGS,
  TRACKER_NAMES,
  trackerGrid,
  WIDTHS,
  type ColumnId,
  type TrackerGrid,
} from "./trackerLayout";
import { trackerConditionals, trackerFormats } from "./trackerLook";
import { TRACKER_WORDS as W } from "./trackerWords";
import { PAGE_WORDS } from "../words";

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
  /** A ledger in the same workbook that the actuals are summed from by formulas, instead of being typed. */
  readonly ledger?: TrackerLedger;
}

/** Columns of a ledger, as absolute references with sheet that cover the same rows: `'Ledger'!$B$2:$B$8801`. */
export interface TrackerLedger {
  /** Who: the names of the plan's leaves. */
  readonly name: string;
  /** When: dates, not texts. */
  readonly date: string;
  readonly amount: string;
  /** Only rows that say this: won deals. */
  readonly where?: { readonly column: string; readonly equals: string };
}

export interface TrackerPage {
  readonly sheet: SheetSpec;
  readonly names: readonly NameSpec[];
}

/**
 * A page that follows the plan through the year by formulas alone: type the months' actuals (or have them summed from
 * a ledger), choose the month, and attainment, lights, forecast, warnings, what each remaining month now needs, the
 * next month's task and ranks follow. It goes on working in a workbook without the add-in.
 */
export function trackerSheet(plan: Plan, options: TrackerOptions): TrackerPage {
  return new Tracker(plan, options).page();
}

/** Up to this many units the page with its charts is readable on one sheet of paper. */
const ONE_PAGE = 30;

class Tracker {
  private readonly lang: Lang;
  private readonly grid: TrackerGrid;
  private readonly sources: TrackerSources;

  constructor(
    private readonly plan: Plan,
    private readonly options: TrackerOptions,
  ) {
    const { lang, targets, lastYear } = options;
    this.lang = lang;
    this.grid = trackerGrid(plan);
    this.sources = { plan, grid: this.grid, targets, lang, ...(lastYear ? { lastYear } : {}) };
  }

  page(): TrackerPage {
    const { plan, lang, grid } = this;
    const name = W.tab[lang];
    const year = plan.periods[0]?.start.slice(0, 4) ?? "";
    const steered = ["asOf", "tolerance", "margin", "method", "carry"] as const;
    return {
      names: steered.map((id) => ({
        name: TRACKER_NAMES[id],
        refersTo: `=${cellRef(SETTINGS, SETTING_AT[id], { ...ABSOLUTE, sheet: name })}`,
        comment: W[id][lang],
      })),
      sheet: {
        id: "tracker",
        name,
        tabColor: COLORS.good,
        blocks: [
          { at: "A1", cells: [[say(W.title, lang, { year })]] },
          { at: "A2", cells: [[this.subtitle()]] },
          { at: cellRef(SETTINGS - 1, 0), cells: this.settings() },
          ...this.days(),
          { at: cellRef(NUMBERS, FIRST_MONTH), cells: [plan.periods.map((_, index) => index + 1)] },
          { at: cellRef(HEADER, 0), cells: [this.header(), ...grid.nodes.map((node) => this.row(node))] },
          { at: cellRef(grid.last + 2, FIRST_MONTH), cells: chartRows(this.sources) },
        ],
        columns: [
          ...COLUMNS.map((id, index) => ({
            columns: columnName(index),
            width: WIDTHS[id],
            ...(PAST.includes(id) && !this.options.lastYear?.size ? { hidden: true } : {}),
          })),
          { columns: `${columnName(FIRST_MONTH)}:${columnName(grid.lastMonth)}`, width: 11 },
        ],
        rows: [
          { rows: `${HEADER + 1}`, height: 32 },
          ...grid.nodes.flatMap(({ id, level }) =>
            level > 1 ? [{ rows: `${(grid.rowOf.get(id) ?? 0) + 1}`, outline: level - 1 }] : [],
          ),
        ],
        formats: trackerFormats(grid, this.options.ledger !== undefined),
        conditionals: trackerConditionals(grid, plan.lowerIsBetter === true),
        validations: this.validations(),
        charts: trackerCharts(this.sources),
        freeze: { rows: FIRST, columns: 1 },
        print: {
          orientation: "landscape",
          titleRows: `$${HEADER + 1}:$${HEADER + 1}`,
          area: rangeRef(0, 0, grid.last + 3 + CHART_ROWS, COLUMNS.length - 1),
          fitWidth: 1,
          ...(grid.nodes.length <= ONE_PAGE ? { fitHeight: 1 } : {}),
          footer: { left: say(W.title, lang, { year }), right: PAGE_WORDS.pages[lang] },
        },
      },
    };
  }

  private subtitle(): string {
    const { lang, options } = this;
    const text = say(W.subtitle, lang, { unit: this.plan.unit });
    if (!options.ledger) return text;
    return `${text} · ${say(W.ledgerSource, lang, { range: options.ledger.amount.replaceAll("$", "") })}`;
  }

  /** The cells that steer the page, then two figures on the year. */
  private settings(): SpecCell[][] {
    const { lang } = this;
    const company = (id: ColumnId) => cellRef(FIRST, COLUMNS.indexOf(id));
    const labels = settingsRow();
    const cells = settingsRow();
    const put = (at: number, label: string, cell: SpecCell) => {
      labels[at] = label;
      cells[at] = cell;
    };
    put(SETTING_AT.asOf, W.asOf[lang], this.options.known?.asOf ?? 1);
    put(SETTING_AT.tolerance, W.tolerance[lang], 0.1);
    put(SETTING_AT.margin, W.margin[lang], 0.05);
    put(SETTING_AT.method, W.method[lang], W.pace[lang]);
    put(SETTING_AT.carry, W.carry[lang], W.carryNone[lang]);
    put(SETTING_AT.time, W.timeProgress[lang], {
      formula: `=${TRACKER_NAMES.asOf}/${this.plan.periods.length}`,
    });
    put(SETTING_AT.year, W.attainmentYear[lang], {
      formula: `=IF(OR(${company("actual")}="",${company("yearTarget")}=0),"",${company("actual")}/${company("yearTarget")})`,
    });
    return [labels, cells];
  }

  private validations(): ValidationSpec[] {
    const { lang, plan } = this;
    const asOfTip = say(W.asOfTip, lang, { months: plan.periods.length });
    const at = (id: keyof typeof SETTING_AT) => cellRef(SETTINGS, SETTING_AT[id]);
    const share = { kind: "decimal", min: 0, max: 1 } as const;
    const list = (...phrases: readonly { readonly [lang in Lang]: string }[]) =>
      ({ kind: "list", values: phrases.map((phrase) => phrase[lang]) }) as const;
    return [
      {
        range: at("asOf"),
        rule: { kind: "whole", min: 1, max: plan.periods.length },
        prompt: { title: W.asOf[lang], message: asOfTip },
        error: { title: W.asOf[lang], message: asOfTip },
      },
      {
        range: at("tolerance"),
        rule: share,
        prompt: { title: W.tolerance[lang], message: W.toleranceTip[lang] },
      },
      { range: at("margin"), rule: share, prompt: { title: W.margin[lang], message: W.marginTip[lang] } },
      {
        range: at("method"),
        rule: list(W.pace, W.runRateMethod, W.recent, W.lastYearCourse),
        prompt: { title: W.method[lang], message: W.methodTip[lang] },
      },
      {
        range: at("carry"),
        rule: list(W.carryNone, W.carryNext, W.carrySpread),
        prompt: { title: W.carry[lang], message: W.carryTip[lang] },
      },
      ...(this.options.ledger ? [] : this.grid.inputs).map((range) => ({
        range,
        rule: { kind: "decimal" as const },
        prompt: { title: W.months[lang], message: W.inputTip[lang] },
        error: { title: W.months[lang], message: W.numberError[lang] },
      })),
    ];
  }

  private header(): SpecCell[] {
    const { lang, plan } = this;
    return [...COLUMNS.map((id) => W[id][lang]), ...plan.periods.map((period) => periodLabel(period, lang))];
  }

  private row(node: PlanNode): SpecCell[] {
    return [...trackerRow(node, this.sources), ...this.plan.periods.map((_, i) => this.month(node, i))];
  }

  /** A leaf's month is typed, or summed from the ledger; a unit's is the sum of what is there below it. */
  private month({ id, children }: PlanNode, index: number): SpecCell {
    const { known, ledger } = this.options;
    const column = FIRST_MONTH + index;
    if (children.length > 0) {
      const cells = cellsOf(this.grid, children, column);
      return { formula: `=IF(COUNT(${cells})=0,"",SUM(${cells}))` };
    }
    if (ledger) return fromLedger(ledger, `$A${(this.grid.rowOf.get(id) ?? 0) + 1}`, columnName(column));
    return known && index < known.asOf ? (known.actuals.get(id)?.[index] ?? null) : null;
  }

  /** First and last day of each period, where formulas compare a ledger's dates with them. */
  private days(): { at: string; cells: SpecCell[][] }[] {
    if (!this.options.ledger) return [];
    const { periods } = this.plan;
    return [
      {
        at: cellRef(DAYS, FIRST_MONTH),
        cells: [periods.map(({ start }) => dateCell(start)), periods.map(({ end }) => dateCell(end))],
      },
    ];
  }
}

function settingsRow(): SpecCell[] {
  return Array.from({ length: SETTING_AT.year + 1 }, () => null);
}

/** A month without a row in the ledger stays empty: no data is not the same as nothing sold. */
function fromLedger({ name, date, amount, where }: TrackerLedger, who: string, column: string): SpecCell {
  const conditions = [
    `${name},${who}`,
    `${date},">="&${column}$${DAYS + 1}`,
    // A day's last hour still belongs to it.
    `${date},"<"&(${column}$${DAYS + 2}+1)`,
    ...(where ? [`${where.column},${quoted(where.equals)}`] : []),
  ].join(",");
  return { formula: `=IF(COUNTIFS(${conditions})=0,"",SUMIFS(${amount},${conditions}))` };
}
