import { ABSOLUTE, cellRef, rangeRef } from "../../formula/references";
import { periodLabel } from "../../planning/calendar";
import { planNodes, type Plan, type PlanNode } from "../../planning/plan";
import { decimalsOf } from "../../planning/steps";
import { say, type Lang } from "../../words";
import { pagesAcross } from "./page";
import { exactly, sumOfRows } from "./sums";
import { columnWidths, printedArea } from "../printed";
import type { NameSpec, SheetSpec, SpecCell } from "../spec";
import { COLORS } from "../style";
import { targetsLayout, type TargetsLayout } from "./targetsLayout";
import { targetColumns, targetConditionals, targetFormats, targetRows } from "./targetsLook";
import { targetNotes } from "./targetsNotes";
import { TARGETS_WORDS as W } from "./targetsWords";
import { PAGE_WORDS } from "../words";

export interface TargetsOptions {
  readonly lang: Lang;
  /** Where last year's figures came from, for the line under the title: `sales_pipeline!A1:H8801`. */
  readonly source: string;
  /** Tab name, when the usual one is taken. */
  readonly name?: string;
  /** Cells that hold leaves' last year totals, by unit id (`'Actuals'!P5`), so that a correction there runs through. */
  readonly history?: ReadonlyMap<string, string>;
}

export interface TargetsPage {
  readonly sheet: SheetSpec;
  readonly names: readonly NameSpec[];
  readonly layout: TargetsLayout;
}

/** Names people and other sheets refer to. */
const TARGET_TOTAL = "attain_target_total";
const TARGET_GROWTH = "attain_growth";

/**
 * The target sheet: company, then every unit down to the rep, over the plan's periods. Leaves are inputs, everything
 * above them is a sum, and under the company's row stands what was planned and what typing has moved since: a
 * residual that is not zero is red. Cells refer to cells, so the page goes on working without the add-in.
 */
export function targetsSheet(plan: Plan, options: TargetsOptions): TargetsPage {
  const { lang } = options;
  const layout = targetsLayout(plan, options.name ?? W.tab[lang]);
  const { rows: row, columns: col } = layout;
  const nodes = planNodes(plan.root);
  const notes = targetNotes(plan, lang);
  const columns = targetColumns(plan, layout, lang);
  const sheet: SheetSpec = {
    id: "targets",
    name: layout.sheet,
    tabColor: COLORS.target,
    blocks: [
      { at: "A1", cells: [[titleOf(plan, lang)]] },
      { at: "A2", cells: [[subtitleOf(plan, options)]] },
      ...tiles(plan, layout, lang),
      { at: cellRef(row.header, 0), cells: [header(plan, lang)] },
      {
        at: cellRef(row.company, 0),
        cells: [
          unitRow(plan.root, plan, layout, options),
          plannedRow(plan, layout, lang),
          residualRow(plan, layout, lang),
        ],
      },
      ...(nodes.length > 1
        ? [
            {
              at: cellRef(row.firstUnit, 0),
              cells: nodes.slice(1).map((node) => unitRow(node, plan, layout, options)),
            },
          ]
        : []),
      { at: cellRef(row.notes, 0), cells: notes.map((note) => [note]) },
    ],
    columns,
    rows: targetRows(nodes, layout),
    formats: targetFormats(plan, nodes, notes.length, layout),
    conditionals: targetConditionals(layout),
    validations: [
      {
        range: rangeRef(row.firstUnit, col.firstPeriod, row.lastUnit, col.lastPeriod),
        rule: { kind: "decimal", min: 0 },
        prompt: { title: W.total[lang], message: W.cellTip[lang] },
        error: { title: W.total[lang], message: W.cellError[lang] },
      },
      {
        range: cellRef(row.tiles, col.growthTile),
        rule: { kind: "decimal", min: -1 },
        prompt: { title: W.growth[lang], message: W.growthTip[lang] },
      },
      {
        range: cellRef(row.tiles, col.name),
        rule: { kind: "decimal", min: 0 },
        prompt: { title: W.targetTotal[lang], message: W.totalTip[lang] },
      },
    ],
    freeze: { rows: row.firstUnit, columns: 1 },
    print: {
      orientation: "landscape",
      titleRows: `$${row.header + 1}:$${row.header + 1}`,
      area: printedArea(
        columnWidths(columns, col.moved + 1),
        [[subtitleOf(plan, options), 10]],
        row.notes + notes.length,
      ),
      ...pagesAcross(col.moved + 1),
      footer: { left: titleOf(plan, lang), right: PAGE_WORDS.pages[lang] },
    },
  };
  return {
    sheet,
    layout,
    names: [
      { name: TARGET_TOTAL, refersTo: `=${layout.targetTotal}`, comment: W.targetTotal[lang] },
      { name: TARGET_GROWTH, refersTo: `=${layout.growth}`, comment: W.growth[lang] },
    ],
  };
}

function titleOf(plan: Plan, lang: Lang): string {
  if (plan.title !== undefined) return plan.title;
  const years = [plan.periods[0]?.start.slice(0, 4) ?? "", plan.periods.at(-1)?.end.slice(0, 4) ?? ""];
  const first = plan.periods[0];
  const last = plan.periods.at(-1);
  const whole =
    years[0] === years[1] &&
    first?.start.endsWith("-01-01") === true &&
    last?.end.endsWith("-12-31") === true;
  const when =
    whole || !first || !last
      ? say(W.year, lang, { year: years[0] ?? "" })
      : say(W.fromTo, lang, {
          from: periodLabel(first, lang, { year: true }),
          to: periodLabel(last, lang, { year: true }),
        });
  return say(W.title, lang, { when, measure: plan.measure });
}

function subtitleOf(plan: Plan, { lang, source }: TargetsOptions): string {
  return say(W.subtitle, lang, {
    from: plan.periods[0]?.start ?? "",
    to: plan.periods.at(-1)?.end ?? "",
    unit: plan.unit,
    source,
  });
}

/** Total, growth, what has been shared out, and the largest residual: the four figures to keep an eye on. */
function tiles(
  plan: Plan,
  { rows: row, columns: col, ...layout }: TargetsLayout,
  lang: Lang,
): { at: string; cells: SpecCell[][] }[] {
  const past = cellRef(row.company, col.history);
  const places = decimalsOf(plan.step);
  const steps =
    plan.step >= 1 && plan.step !== 1
      ? `ROUND(${past}*(1+${TARGET_GROWTH})/${plan.step},0)*${plan.step}`
      : `ROUND(${past}*(1+${TARGET_GROWTH}),${places})`;
  const total: SpecCell = plan.given === "growth" ? { formula: `=${steps}` } : (plan.owed ?? plan.total);
  const growth: SpecCell =
    plan.given === "growth" ? plan.growth : { formula: `=IF(${past}=0,"",${TARGET_TOTAL}/${past}-1)` };
  const residuals = rangeRef(row.residual, col.firstPeriod, row.residual, col.total);
  return [
    { at: cellRef(row.tiles - 1, col.name), cells: [[W.targetTotal[lang]], [total]] },
    { at: cellRef(row.tiles - 1, col.growthTile), cells: [[W.growth[lang]], [growth]] },
    {
      at: cellRef(row.tiles - 1, layout.tileColumns.allocated),
      cells: [[W.allocated[lang]], [{ formula: `=${cellRef(row.company, col.total)}` }]],
    },
    // A sign of its own before the figure: together they would not fit a month's column.
    {
      at: cellRef(row.tiles, layout.tileColumns.worst - 1),
      cells: [[{ formula: `=IF(${cellRef(row.tiles, layout.tileColumns.worst)}=0,"●","▼")` }]],
    },
    {
      at: cellRef(row.tiles - 1, layout.tileColumns.worst),
      cells: [[W.worst[lang]], [{ formula: `=MAX(MAX(${residuals}),-MIN(${residuals}))` }]],
    },
  ];
}

function header(plan: Plan, lang: Lang): SpecCell[] {
  const years = new Set(plan.periods.map((period) => period.start.slice(0, 4)));
  const labels = plan.periods.map((period) => periodLabel(period, lang, { year: years.size > 1 }));
  const total = plan.periods.length === 12 ? W.wholeYear[lang] : W.total[lang];
  return [
    W.name[lang],
    W.history[lang],
    W.share[lang],
    W.growthColumn[lang],
    ...labels,
    total,
    W.moved[lang],
    W.plannedTotal[lang],
  ];
}

function unitRow(node: PlanNode, plan: Plan, layout: TargetsLayout, options: TargetsOptions): SpecCell[] {
  const { rows: row, columns: col } = layout;
  const here = layout.rowOf.get(node.id) ?? row.company;
  const at = (column: number): string => cellRef(here, column);
  const children = node.children.map((child) => layout.rowOf.get(child.id) ?? 0);
  const summed = (column: number): SpecCell => ({ formula: `=${sumOfRows(children, column)}` });
  const leaf = children.length === 0;
  const link = options.history?.get(node.id);
  const history: SpecCell = !leaf ? summed(col.history) : link ? { formula: `=${link}` } : node.historyTotal;
  const companyHistory = cellRef(row.company, col.history, ABSOLUTE);
  return [
    node.name,
    history,
    { formula: `=IF(${companyHistory}=0,"",${at(col.history)}/${companyHistory})` },
    { formula: `=IF(${at(col.history)}=0,"",${at(col.total)}/${at(col.history)}-1)` },
    ...plan.periods.map((_, index): SpecCell =>
      leaf ? (node.target[index] ?? 0) : summed(col.firstPeriod + index),
    ),
    { formula: `=SUM(${rangeRef(here, col.firstPeriod, here, col.lastPeriod)})` },
    { formula: `=${exactly(`${at(col.total)}-${at(col.planned)}`, plan.step)}` },
    node.total,
  ];
}

function plannedRow(plan: Plan, { columns: col }: TargetsLayout, lang: Lang): SpecCell[] {
  const blanks = Array<SpecCell>(col.firstPeriod - 1).fill(null);
  return [W.planned[lang], ...blanks, ...plan.root.target, { formula: `=${givenOut(plan)}` }, null, null];
}

/** What the leaves are given in all: the target total, and on top of it what padding adds on the way down. */
function givenOut({ owed, total, step }: Plan): string {
  if (owed === undefined || owed === 0) return TARGET_TOTAL;
  const padded = `${TARGET_TOTAL}*${total}/${owed}`;
  return step >= 1 && step !== 1
    ? `ROUND(${padded}/${step},0)*${step}`
    : `ROUND(${padded},${decimalsOf(step)})`;
}

function residualRow(plan: Plan, { rows: row, columns: col }: TargetsLayout, lang: Lang): SpecCell[] {
  const blanks = Array<SpecCell>(col.firstPeriod - 1).fill(null);
  const columns = Array.from(
    { length: col.total - col.firstPeriod + 1 },
    (_, index) => col.firstPeriod + index,
  );
  const differences = columns.map((c): SpecCell => ({
    formula: `=${exactly(`${cellRef(row.company, c)}-${cellRef(row.planned, c)}`, plan.step)}`,
  }));
  return [W.residual[lang], ...blanks, ...differences, null, null];
}
