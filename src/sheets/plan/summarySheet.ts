import { cellRef, rangeRef } from "../../formula/references";
import type { Plan, PlanNode } from "../../planning/plan";
import { planLeaves } from "../../planning/respread";
import { say, type Lang } from "../../words";
import type { SheetSpec, SpecCell } from "../spec";
import { COLORS } from "../style";
import type { TargetsLayout } from "./targetsLayout";
import { placeLevel } from "./leafLevel";
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

  const counted = planLeaves(plan.root).some(({ headcount }) => headcount !== undefined);
  const place = counted ? undefined : placeLevel(plan);
  page.section(W.summaryTable[lang]);
  // Without a last year there is nothing to say about it: its columns are left out.
  const column = {
    last: 1,
    target: hasHistory ? 2 : 1,
    share: hasHistory ? 3 : 2,
    growth: 4,
    leaves: hasHistory ? 5 : 3,
    each: hasHistory ? 6 : 4,
  };
  page.header([
    level,
    ...(hasHistory ? [W.lastYear[lang]] : []),
    W.target[lang],
    W.share[lang],
    ...(hasHistory ? [W.growth[lang]] : []),
    place === undefined ? W.leaves[lang] : say(W.leafUnits, lang, { level: place }),
    place === undefined ? W.perLeaf[lang] : W.perUnit[lang],
  ]);
  const first = page.next;
  const total = first + units.length;
  const last = total - 1;
  const row = ({ id }: PlanNode, at: number, leaves: SpecCell): SpecCell[] => {
    const here = (name: keyof typeof column): string => cellRef(at, column[name]);
    const whole = cellRef(total, column.target, { absRow: true });
    return [
      ...(hasHistory ? [{ formula: `=${from(id, targets.columns.history)}` }] : []),
      { formula: `=${from(id, targets.columns.total)}` },
      { formula: `=IF(${whole}=0,"",${here("target")}/${whole})` },
      ...(hasHistory ? [{ formula: `=IF(${here("last")}=0,"",${here("target")}/${here("last")}-1)` }] : []),
      leaves,
      { formula: `=IF(${here("leaves")}=0,"",${here("target")}/${here("leaves")})` },
    ];
  };
  units.forEach((unit, i) => page.line([unit.name, ...row(unit, first + i, peopleIn(unit))]));
  const people = rangeRef(first, column.leaves, last, column.leaves);
  page.plain([plan.root.name, ...row(plan.root, total, { formula: `=SUM(${people})` })]);
  page.rows.format(rangeRef(total, 0, total, column.each), "total");
  page.numbers(first, total, 1, column.target, amountFormat(plan.step));
  page.numbers(first, total, column.share, column.share, "0.0%");
  if (hasHistory) page.numbers(first, total, column.growth, column.growth, "+0.0%;-0.0%;0.0%");
  page.numbers(first, total, column.leaves, column.leaves, "General");
  page.numbers(first, total, column.each, column.each, plan.step < 1 ? amountFormat(plan.step) : "#,##0.0");
  page.skip();

  page.chart(
    {
      id: "units",
      kind: "column",
      title: say(hasHistory ? W.summaryChart : W.summaryChartPlain, lang, { level }),
      categories: page.ref(first, 0, last, 0),
      series: [
        ...(hasHistory
          ? [
              {
                name: W.lastYear[lang],
                values: page.ref(first, column.last, last, column.last),
                color: COLORS.accentSoft,
              },
            ]
          : []),
        {
          name: W.target[lang],
          values: page.ref(first, column.target, last, column.target),
          color: COLORS.accent,
        },
      ],
      valueAxis: { title: plan.unit, numberFormat: "#,##0", min: 0 },
      legend: hasHistory ? "top" : "none",
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

function peopleIn(unit: PlanNode): number {
  return planLeaves(unit).reduce((people, { headcount }) => people + (headcount ?? 1), 0);
}
