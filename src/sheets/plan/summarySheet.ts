import { cellRef, rangeRef } from "../../formula/references";
import type { Plan, PlanNode } from "../../planning/plan";
import { planLeaves } from "../../planning/respread";
import { say, type Lang } from "../../words";
import type { SheetSpec, SpecCell } from "../spec";
import { COLORS } from "../style";
import type { TargetsLayout } from "../targetsLayout";
import { PlanPage, amountWidth, nameWidth, periodHeaders, periodsText } from "./page";
import { amountFormat } from "./sums";
import { PLAN_PAGE_WORDS as W } from "./words";

/**
 * The top units on one page: last year, target, share, growth, target a head; a chart; and a heat map of units by
 * period. Every figure is a link to the target sheet.
 */
export function summarySheet(plan: Plan, targets: TargetsLayout, lang: Lang): SheetSpec {
  const units = plan.root.children;
  const level = plan.levels[0] ?? W.unitLevel[lang];
  const periods = plan.periods.length;
  const page = new PlanPage("summary", W.summaryTab[lang], Math.max(8, periods + 2), lang);
  const title = say(W.summaryTitle, lang, { measure: plan.measure, level });
  page.title(title, say(W.subtitle, lang, { ...periodsText(plan), unit: plan.unit }));
  const from = (id: string, column: number): string =>
    cellRef(targets.rowOf.get(id) ?? 0, column, { sheet: targets.sheet });
  const hasHistory = plan.root.historyTotal > 0;

  page.section(W.summaryTable[lang]);
  page.header([
    level,
    W.lastYear[lang],
    W.target[lang],
    W.share[lang],
    W.growth[lang],
    W.leaves[lang],
    W.perLeaf[lang],
  ]);
  const first = page.next;
  const row = ({ id }: PlanNode, at: number, leaves: SpecCell): SpecCell[] => [
    { formula: `=${from(id, targets.columns.history)}` },
    { formula: `=${from(id, targets.columns.total)}` },
    {
      formula: `=IF(${cellRef(first + units.length, 2, { absRow: true })}=0,"",${cellRef(at, 2)}/${cellRef(first + units.length, 2, { absRow: true })})`,
    },
    { formula: `=IF(${cellRef(at, 1)}=0,"",${cellRef(at, 2)}/${cellRef(at, 1)}-1)` },
    leaves,
    { formula: `=IF(${cellRef(at, 5)}=0,"",${cellRef(at, 2)}/${cellRef(at, 5)})` },
  ];
  units.forEach((unit, i) => page.line([unit.name, ...row(unit, first + i, planLeaves(unit).length)]));
  const total = page.next;
  const last = total - 1;
  page.rows.add(
    [plan.root.name, ...row(plan.root, total, { formula: `=SUM(${rangeRef(first, 5, last, 5)})` })],
    "body",
  );
  page.rows.format(rangeRef(total, 0, total, 6), "total");
  page.numbers(first, total, 1, 2, amountFormat(plan.step));
  page.numbers(first, total, 3, 4, "0.0%");
  page.numbers(first, total, 5, 5, "#,##0");
  page.numbers(first, total, 6, 6, plan.step < 1 ? amountFormat(plan.step) : "#,##0.0");
  page.rows.skip();

  page.chart(
    {
      id: "units",
      kind: "column",
      title: say(hasHistory ? W.summaryChart : W.summaryChartPlain, lang, { level }),
      categories: page.ref(first, 0, last, 0),
      series: [
        ...(hasHistory
          ? [{ name: W.lastYear[lang], values: page.ref(first, 1, last, 1), color: COLORS.accentSoft }]
          : []),
        { name: W.target[lang], values: page.ref(first, 2, last, 2), color: COLORS.accent },
      ],
      valueAxis: { title: plan.unit, numberFormat: "#,##0", min: 0 },
      legend: "top",
      gapWidth: 60,
    },
    Math.min(8, page.width - 1),
  );

  page.section(say(W.heatMap, lang, { level }));
  page.header([level, ...periodHeaders(plan.periods, lang), W.total[lang]]);
  const heat = page.next;
  for (const unit of units) {
    const at = page.next;
    page.line([
      unit.name,
      ...plan.periods.map((_, p): SpecCell => ({
        formula: `=${from(unit.id, targets.columns.firstPeriod + p)}`,
      })),
      { formula: `=SUM(${rangeRef(at, 1, at, periods)})` },
    ]);
  }
  page.numbers(heat, page.next - 1, 1, periods + 1, amountFormat(plan.step));
  page.conditionals.push({
    kind: "colorScale",
    range: rangeRef(heat, 1, page.next - 1, periods),
    colors: ["#FFFFFF", COLORS.accentSoft],
  });
  page.wide(0, 0, Math.max(16, nameWidth(plan)));
  page.wide(
    1,
    page.width - 1,
    Math.max(10, amountWidth(Math.max(plan.total, plan.root.historyTotal), plan.step)),
  );
  return page.sheet({ footer: title, freeze: { rows: 2, columns: 1 } });
}
