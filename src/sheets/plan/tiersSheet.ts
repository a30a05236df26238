import { cellRef, columnName, rangeRef } from "../../formula/references";
import { planNodes, type Plan } from "../../planning/plan";
import type { TierPlans } from "../../planning/tiers";
import { say, type Lang } from "../../words";
import type { SheetSpec, SpecCell } from "../spec";
import { COLORS } from "../style";
import type { TargetsLayout } from "./targetsLayout";
import { addMatrix, type Matrix } from "./matrix";
import { PlanPage, amountWidth, nameWidth, periodHeaders, periodsText } from "./page";
import { amountFormat } from "./sums";
import { PLAN_PAGE_WORDS as W } from "./words";

/** Where each tier stands by period, for pages that look people up. */
export interface TierMatrices {
  readonly sheet: string;
  readonly stretch?: Matrix;
  readonly floor?: Matrix;
}

/**
 * Committed and stretch targets side by side, with the floor when there is one. Committed figures are the target
 * sheet's own cells; stretch and floor stand here by period, to be typed over.
 */
export function tiersSheet(
  plan: Plan,
  tiers: TierPlans,
  targets: TargetsLayout,
  lang: Lang,
): { readonly sheet: SheetSpec; readonly matrices: TierMatrices } {
  const nodes = planNodes(plan.root);
  const periods = plan.periods.length;
  const page = new PlanPage("tiers", W.tiersTab[lang], Math.max(8, periods + 2), lang);
  const title = say(W.tiersTitle, lang, { measure: plan.measure });
  page.title(title, say(W.subtitle, lang, { ...periodsText(plan), unit: plan.unit }));

  const kinds = (["floor", "stretch"] as const).filter((kind) => tiers[kind]);
  const format = amountFormat(plan.step);
  page.section(W.tiersTable[lang]);
  const hasHistory = plan.root.historyTotal > 0;
  const ratio = tiers.stretch !== undefined;
  page.header([
    W.unit[lang],
    ...(hasHistory ? [W.lastYear[lang]] : []),
    ...(tiers.floor ? [W.floor[lang]] : []),
    W.committed[lang],
    ...(ratio ? [W.stretch[lang], W.stretchGap[lang], W.stretchRatio[lang]] : []),
  ]);
  const tableTop = page.next;
  // The matrices come further down: their rows are known once the table, the chart and the table of periods are.
  const chartHeight = 16;
  const periodTop = tableTop + nodes.length + 1 + chartHeight;
  const matrixTop = (index: number): number => periodTop + 2 + periods + 1 + index * (nodes.length + 5) + 2;
  const companyRow = (kind: "floor" | "stretch"): number => matrixTop(kinds.indexOf(kind));
  const rowIn = (kind: "floor" | "stretch", index: number): number =>
    index === 0 ? companyRow(kind) : companyRow(kind) + 2 + index;
  const totalColumn = periods + 1;
  const committed = (id: string, column: number): string =>
    cellRef(targets.rowOf.get(id) ?? 0, column, { sheet: targets.sheet });
  const committedColumn = 1 + (hasHistory ? 1 : 0) + (tiers.floor ? 1 : 0);
  const indexOf = new Map(nodes.map(({ id }, i) => [id, i]));
  page.units(nodes, ({ id }, row): SpecCell[] => {
    const at = (column: number): string => cellRef(row, column);
    const index = indexOf.get(id) ?? 0;
    return [
      ...(hasHistory ? [{ formula: `=${committed(id, targets.columns.history)}` }] : []),
      ...(tiers.floor ? [{ formula: `=${cellRef(rowIn("floor", index), totalColumn)}` }] : []),
      { formula: `=${committed(id, targets.columns.total)}` },
      ...(ratio
        ? [
            { formula: `=${cellRef(rowIn("stretch", index), totalColumn)}` },
            { formula: `=${at(committedColumn + 1)}-${at(committedColumn)}` },
            { formula: `=IF(${at(committedColumn)}=0,"",${at(committedColumn + 1)}/${at(committedColumn)})` },
          ]
        : []),
    ];
  });
  const tableEnd = page.next - 1;
  const lastColumn = committedColumn + (ratio ? 3 : 0);
  page.numbers(tableTop, tableEnd, 1, lastColumn, format);
  if (ratio) page.numbers(tableTop, tableEnd, lastColumn, lastColumn, "0.0%");
  page.skip();

  const columns: { readonly name: string; readonly kind: "floor" | "stretch" | "committed" }[] = [
    ...(tiers.floor ? [{ name: W.floor[lang], kind: "floor" as const }] : []),
    { name: W.committed[lang], kind: "committed" },
    ...(ratio ? [{ name: W.stretch[lang], kind: "stretch" as const }] : []),
  ];
  const firstPeriodRow = periodTop + 2;
  const lastPeriodRow = firstPeriodRow + periods - 1;
  const colors = { floor: COLORS.muted, committed: COLORS.accent, stretch: COLORS.target };
  page.chart(
    {
      id: "tiers",
      kind: "column",
      title: W.tiersChart[lang],
      categories: page.ref(firstPeriodRow, 0, lastPeriodRow, 0),
      series: columns.map(({ name, kind }, i) => ({
        name,
        values: page.ref(firstPeriodRow, i + 1, lastPeriodRow, i + 1),
        color: colors[kind],
        ...(kind === "committed" ? {} : { kind: "line" as const }),
      })),
      valueAxis: { title: plan.unit, numberFormat: "#,##0", min: 0 },
      legend: "top",
      gapWidth: 60,
    },
    Math.min(7, page.width - 1),
    chartHeight,
  );

  page.section(W.tiersByPeriod[lang]);
  page.header([W.period[lang], ...columns.map(({ name }) => name)]);
  periodHeaders(plan.periods, lang).forEach((label, p) => {
    page.line([
      label,
      ...columns.map(({ kind }): SpecCell => ({
        formula:
          kind === "committed"
            ? `=${committed(plan.root.id, targets.columns.firstPeriod + p)}`
            : `=${cellRef(companyRow(kind), 1 + p)}`,
      })),
    ]);
  });
  page.numbers(firstPeriodRow, lastPeriodRow, 1, columns.length, format);

  const matrices: { stretch?: Matrix; floor?: Matrix } = {};
  for (const kind of kinds) {
    const tier = tiers[kind];
    if (!tier) continue;
    page.skip();
    page.section(kind === "stretch" ? W.stretchMatrix[lang] : W.floorMatrix[lang]);
    const matrix = addMatrix(page, tier);
    matrices[kind] = matrix;
    compare(page, plan, matrix, kind, targets);
  }
  page.wide(0, 0, nameWidth(plan));
  const most = tiers.stretch ?? plan;
  page.wide(1, page.width - 1, Math.max(lang === "zh-CN" ? 10 : 11, amountWidth(most.total, plan.step)));
  return {
    sheet: page.sheet({ footer: title, freeze: { rows: 2, columns: 1 }, tabColor: COLORS.target }),
    matrices: { sheet: page.name, ...matrices },
  };
}

/** A stretch cell typed below its committed one, or a floor above it, turns red. */
function compare(
  page: PlanPage,
  plan: Plan,
  matrix: Matrix,
  kind: "floor" | "stretch",
  targets: TargetsLayout,
): void {
  const above = (kind === "stretch") !== (plan.lowerIsBetter === true);
  const first = matrix.company + 3;
  // Units stand in the same order on both pages, so one relative formula serves them all.
  const committed = `'${targets.sheet.replaceAll("'", "''")}'!${columnName(targets.columns.firstPeriod)}${targets.rows.firstUnit + 1}`;
  page.conditionals.push({
    kind: "formula",
    range: rangeRef(first, matrix.firstPeriod, matrix.last, matrix.lastPeriod),
    formula: `=${cellRef(first, matrix.firstPeriod)}${above ? "<" : ">"}${committed}`,
    style: "badFill",
  });
}
