import { ABSOLUTE, cellRef, quoteSheet, rangeRef } from "../../formula/references";
import { planNodes, type Plan } from "../../planning/plan";
import { say, type Lang } from "../../words";
import { PlanPage, amountWidth, nameWidth, periodHeaders } from "../plan/page";
import { amountFormat } from "../plan/sums";
import type { TargetsLayout } from "../plan/targetsLayout";
import type { TierMatrices } from "../plan/tiersSheet";
import { PLAN_PAGE_WORDS } from "../plan/words";
import type { SheetSpec, SpecCell } from "../spec";
import { COLORS } from "../style";
import { lightColours, lightOf } from "./lights";
import { TIER_RESULT_WORDS as W } from "./tierResultWords";
import { numbers } from "./trackerCells";
import { COLUMNS as TRACKED, FIRST_MONTH, TRACKER_NAMES, trackerGrid } from "./trackerLayout";
import { TRACKER_WORDS } from "./trackerWords";

export interface TierResultOptions {
  readonly lang: Lang;
  /** Where the plan's committed targets stand; the tracker of the same plan is in the workbook too. */
  readonly targets: TargetsLayout;
  readonly tiers: TierMatrices;
}

interface Tier {
  readonly kind: "floor" | "committed" | "stretch";
  readonly name: string;
  readonly color: string;
}

/** Columns of a tier: what was due, how much of it was reached, its light. */
const PER_TIER = 3;
const FIRST_TIER = 2;

/**
 * What was reached, held against every tier at once: the company period by period, every unit to date. All of it is
 * live over the tracker, the target sheet and the page of tiers.
 */
export function tierResultSheet(plan: Plan, options: TierResultOptions): SheetSpec {
  return new TierResult(plan, options).sheet();
}

class TierResult {
  private readonly page: PlanPage;
  private readonly tiers: readonly Tier[];
  private readonly grid;
  private readonly tracker: string;

  constructor(
    private readonly plan: Plan,
    private readonly options: TierResultOptions,
  ) {
    const { lang, tiers } = options;
    this.tiers = [
      ...(tiers.floor
        ? [{ kind: "floor" as const, name: PLAN_PAGE_WORDS.floor[lang], color: COLORS.muted }]
        : []),
      { kind: "committed", name: PLAN_PAGE_WORDS.committed[lang], color: COLORS.good },
      ...(tiers.stretch
        ? [{ kind: "stretch" as const, name: PLAN_PAGE_WORDS.stretch[lang], color: COLORS.target }]
        : []),
    ];
    this.page = new PlanPage("tierResult", W.tab[lang], FIRST_TIER + PER_TIER * this.tiers.length, lang);
    this.grid = trackerGrid(plan);
    this.tracker = TRACKER_WORDS.tab[lang];
  }

  sheet(): SheetSpec {
    const { page, plan, options } = this;
    const { lang } = options;
    const title = say(W.title, lang, { measure: plan.measure });
    page.title(title, say(W.subtitle, lang, { unit: plan.unit, tracker: this.tracker }));
    this.months();
    this.units();
    page.wide(0, 0, nameWidth(plan));
    page.wide(1, page.width - 1, Math.max(11, amountWidth(plan.total, plan.step)));
    return page.sheet({
      footer: title,
      orientation: "portrait",
      tabColor: COLORS.good,
      freeze: { rows: 2, columns: 1 },
      onePage: plan.periods.length + this.grid.nodes.length <= 40,
    });
  }

  private months(): void {
    const { page, plan, options, grid } = this;
    const { lang } = options;
    page.section(W.months[lang]);
    this.heading(W.period[lang], W.actual[lang]);
    const first = page.next;
    const company = grid.rowOf.get(plan.root.id) ?? 0;
    periodHeaders(plan.periods, lang).forEach((label, p) => {
      const row = page.next;
      const actual = cellRef(company, FIRST_MONTH + p, { ...ABSOLUTE, sheet: this.tracker });
      page.line([
        label,
        { formula: `=IF(${actual}="","",${actual})` },
        ...this.tiers.flatMap(({ kind }, t) =>
          this.against(row, t, this.periodTarget(plan.root.id, kind, p, p)),
        ),
      ]);
    });
    const last = page.next - 1;
    const asOf = TRACKER_NAMES.asOf;
    const total = page.plain([
      W.toDate[lang],
      this.reached(plan.root.id),
      ...this.tiers.flatMap(({ kind }, t) => this.against(page.next, t, this.due(plan.root.id, kind, asOf))),
    ]);
    page.rows.format(rangeRef(total, 0, total, page.width - 1), "total");
    this.looks(first, total);
    page.skip();
    page.chart(
      {
        id: "tierResult",
        kind: "column",
        title: W.chart[lang],
        categories: page.ref(first, 0, last, 0),
        series: [
          {
            name: W.actual[lang],
            values: page.ref(first, 1, last, 1),
            color: COLORS.accent,
            labels: { numberFormat: amountFormat(plan.step) },
          },
          ...this.tiers.map(({ name, color }, t) => ({
            name,
            values: page.ref(first, FIRST_TIER + PER_TIER * t, last, FIRST_TIER + PER_TIER * t),
            kind: "line" as const,
            color,
          })),
        ],
        valueAxis: { title: plan.unit, numberFormat: "#,##0", min: 0 },
        legend: "top",
        gapWidth: 60,
      },
      page.width - 1,
      14,
    );
  }

  private units(): void {
    const { page, plan, options } = this;
    const { lang } = options;
    page.section(W.units[lang]);
    this.heading(W.unit[lang], W.actual[lang]);
    const first = page.next;
    page.units(planNodes(plan.root), ({ id }, row) => [
      this.reached(id),
      ...this.tiers.flatMap(({ kind }, t) => this.against(row, t, this.due(id, kind, TRACKER_NAMES.asOf))),
    ]);
    this.looks(first, page.next - 1);
  }

  /** The tiers' names stand a line above their columns. */
  private heading(first: string, second: string): void {
    const { page, options } = this;
    const { lang } = options;
    const names = page.plain([null, null, ...this.tiers.flatMap(({ name }) => [name, null, null])]);
    page.rows.format(rangeRef(names, 0, names, page.width - 1), "group");
    this.tiers.forEach((_, t) => {
      page.rows.format(cellRef(names, FIRST_TIER + PER_TIER * t), "alignRight");
    });
    const header = page.header([
      first,
      second,
      ...this.tiers.flatMap(() => [W.due[lang], W.attainment[lang], W.light[lang]]),
    ]);
    this.tiers.forEach((_, t) => {
      page.rows.format(cellRef(header, FIRST_TIER + PER_TIER * t + 2), "alignCenter");
    });
  }

  private looks(first: number, last: number): void {
    const { page, plan } = this;
    page.numbers(first, last, 1, page.width - 1, amountFormat(plan.step));
    this.tiers.forEach((_, t) => {
      const at = FIRST_TIER + PER_TIER * t;
      page.numbers(first, last, at + 1, at + 1, "0.0%");
      const lights = rangeRef(first, at + 2, last, at + 2);
      page.rows.format(lights, "alignCenter");
      page.conditionals.push(...lightColours(lights, cellRef(first, at + 2)));
    });
  }

  private against(row: number, tier: number, target: string): SpecCell[] {
    const at = (column: number): string => cellRef(row, column);
    const due = FIRST_TIER + PER_TIER * tier;
    return [
      { formula: `=${target}` },
      { formula: `=IF(OR(${at(1)}="",${at(due)}=0),"",${at(1)}/${at(due)})` },
      { formula: `=${lightOf(at(due + 1), TRACKER_NAMES.tolerance, this.plan.lowerIsBetter)}` },
    ];
  }

  private reached(id: string): SpecCell {
    const row = this.grid.rowOf.get(id) ?? 0;
    const cell = cellRef(row, TRACKED.indexOf("actual"), { ...ABSOLUTE, sheet: this.tracker });
    return { formula: `=IF(${cell}="","",${cell})` };
  }

  /** What is due of a tier up to the month chosen. */
  private due(id: string, kind: Tier["kind"], asOf: string): string {
    const counted = `${quoteSheet(this.tracker)}!${numbers(this.grid)}`;
    return `SUMIF(${counted},"<="&${asOf},${this.periodTarget(id, kind, 0, this.plan.periods.length - 1)})`;
  }

  private periodTarget(id: string, kind: Tier["kind"], from: number, to: number): string {
    const { targets, tiers } = this.options;
    const matrix = kind === "committed" ? undefined : tiers[kind];
    const row = (matrix ? matrix.rowOf : targets.rowOf).get(id) ?? 0;
    const first = matrix ? matrix.firstPeriod : targets.columns.firstPeriod;
    const where = { ...ABSOLUTE, sheet: matrix ? tiers.sheet : targets.sheet };
    return from === to
      ? cellRef(row, first + from, where)
      : rangeRef(row, first + from, row, first + to, where);
  }
}
