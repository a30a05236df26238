import { ABSOLUTE, cellRef, columnName, rangeRef } from "../../formula/references";
import { planNodes, type Plan, type PlanNode } from "../../planning/plan";
import { decimalsOf } from "../../planning/steps";
import type { Lang } from "../../words";
import { largest } from "./page";
import type { ColumnSpec, ConditionalSpec, FormatSpec, RowSpec } from "../spec";
import type { StyleName } from "../style";
import type { TargetsLayout } from "./targetsLayout";

/** Widths that the largest figure and the longest name fit into. */
export function targetColumns(plan: Plan, { columns: col }: TargetsLayout, lang: Lang): ColumnSpec[] {
  const span = (first: number, last: number): string => `${columnName(first)}:${columnName(last)}`;
  const digits = (amount: number): number =>
    amount.toLocaleString("en-US", { minimumFractionDigits: decimalsOf(plan.step) }).length;
  const month = Math.max(lang === "zh-CN" ? 8 : 7, digits(largest(plan.root.target)) + 2.5);
  const total = Math.max(10, digits(plan.total) + 2);
  const deepest = largest(planNodes(plan.root).map((node) => textWidth(node.name) + 2 * node.level));
  // Of a plan from nothing there is no last year to show; its columns stay, out of sight, for one that is typed in.
  const without = plan.root.historyTotal === 0 ? { hidden: true } : {};
  return [
    { columns: "A:A", width: Math.min(36, Math.max(22, deepest + 2)) },
    {
      columns: span(col.history, col.history),
      width: Math.max(11, digits(plan.root.historyTotal) + 2),
      ...without,
    },
    { columns: span(col.share, col.share), width: 8.5, ...without },
    { columns: span(col.growth, col.growth), width: 8.5, ...without },
    { columns: span(col.firstPeriod, col.lastPeriod), width: month },
    { columns: span(col.total, col.total), width: total },
    { columns: span(col.moved, col.moved), width: 10 },
    { columns: span(col.planned, col.planned), width: total },
  ];
}

/** Width in digits: a Chinese character takes two. */
function textWidth(text: string): number {
  return [...text].reduce((width, char) => width + ((char.codePointAt(0) ?? 0) > 0x2e80 ? 2 : 1), 0);
}

/** Units below the first level fold away: two outline depths keep regions, managers and reps apart. */
export function targetRows(nodes: readonly PlanNode[], { rows: row, rowOf }: TargetsLayout): RowSpec[] {
  const specs: RowSpec[] = [
    { rows: `${row.tiles + 1}`, height: 21 },
    { rows: `${row.header + 1}`, height: 24 },
  ];
  const outlines = runsOf(nodes.slice(1), rowOf, ({ level }) => Math.min(DEEPEST_OUTLINE, level - 1));
  const folding = outlines.filter(({ alike }) => alike > 0);
  return [
    ...specs,
    ...folding.map(({ first, last, alike }) => ({ rows: `${first + 1}:${last + 1}`, outline: alike })),
  ];
}

/** Excel folds no deeper. */
const DEEPEST_OUTLINE = 7;
const INDENTS: readonly (StyleName | undefined)[] = [undefined, undefined, "indent1", "indent2", "indent3"];

/** Leaves are inputs, units above them subtotals; formats are few though people are many. */
export function targetFormats(
  plan: Plan,
  nodes: readonly PlanNode[],
  notes: number,
  { rows: row, columns: col, rowOf, tileColumns }: TargetsLayout,
): FormatSpec[] {
  const places = decimalsOf(plan.step);
  const amount = places > 0 ? `#,##0.${"0".repeat(places)}` : "#,##0";
  const moved = `"▲ "${amount};"▼ "${amount};"●"`;
  const residual = `"▲ +"${amount};"▼ -"${amount};"● "0`;
  const first = row.company;
  const last = row.lastUnit;
  const tile = (column: number, style: readonly StyleName[], numberFormat: string): FormatSpec[] => [
    { range: cellRef(row.tiles - 1, column), style: "kpiLabel" },
    { range: cellRef(row.tiles, column), style: ["section", "alignLeft", ...style], numberFormat },
  ];
  const formats: FormatSpec[] = [
    { range: "A1", style: "title" },
    { range: "A2", style: "subtitle" },
    ...tile(col.name, ["input"], amount),
    ...tile(col.growthTile, ["input"], "0.0%"),
    ...tile(tileColumns.allocated, [], amount),
    ...tile(tileColumns.worst, ["body", "strong"], amount),
    { range: cellRef(row.tiles, tileColumns.worst - 1), style: ["body", "strong", "alignRight"] },
    { range: rangeRef(row.header, 0, row.header, col.planned), style: "header" },
    { range: rangeRef(row.header, 1, row.header, col.planned), style: "alignRight" },
    { range: rangeRef(first, 0, last, col.planned), style: ["body", "row"] },
    { range: rangeRef(first, col.history, last, col.planned), style: "number", numberFormat: amount },
    { range: rangeRef(first, col.share, last, col.growth), style: "number", numberFormat: "0.0%" },
    { range: rangeRef(first, col.moved, last, col.moved), style: ["number", "muted"], numberFormat: moved },
    { range: rangeRef(first, col.planned, last, col.planned), style: "muted" },
    { range: rangeRef(row.company, 0, row.company, col.planned), style: "total" },
    { range: rangeRef(row.planned, 0, row.residual, col.planned), style: "muted" },
    {
      range: rangeRef(row.residual, col.firstPeriod, row.residual, col.total),
      style: "good",
      numberFormat: residual,
    },
  ];
  const isUnit = (node: PlanNode): boolean => node.children.length > 0;
  const below = nodes.slice(1);
  for (const run of runsOf(below, rowOf, (node) => (isUnit(node) ? node.level : undefined)))
    formats.push({
      range: rangeRef(run.first, 0, run.last, col.total),
      style: run.alike === 1 ? "subtotal" : "strong",
    });
  for (const run of runsOf(below, rowOf, ({ level }) => INDENTS[Math.min(level, INDENTS.length - 1)]))
    formats.push({ range: rangeRef(run.first, 0, run.last, 0), style: run.alike });
  for (const run of runsOf(nodes, rowOf, (node) => (isUnit(node) ? undefined : "leaf")))
    formats.push({ range: rangeRef(run.first, col.firstPeriod, run.last, col.lastPeriod), style: "input" });
  if (notes > 0) formats.push({ range: rangeRef(row.notes, 0, row.notes + notes - 1, 0), style: "subtitle" });
  return formats;
}

/** Consecutive rows of units with the same mark, top to bottom, rows counted from 0; units without a mark end a run. */
function runsOf<Mark extends string | number>(
  nodes: readonly PlanNode[],
  rowOf: ReadonlyMap<string, number>,
  markOf: (node: PlanNode) => Mark | undefined,
): { first: number; last: number; alike: Mark }[] {
  const runs: { first: number; last: number; alike: Mark }[] = [];
  for (const node of nodes) {
    const at = rowOf.get(node.id) ?? 0;
    const mark = markOf(node);
    if (mark === undefined) continue;
    const run = runs.at(-1);
    if (run && run.last === at - 1 && run.alike === mark) run.last = at;
    else runs.push({ first: at, last: at, alike: mark });
  }
  return runs;
}

/** What typing has moved: red in the residual, amber beside the unit. */
export function targetConditionals({
  rows: row,
  columns: col,
  tileColumns,
}: TargetsLayout): ConditionalSpec[] {
  const worst = cellRef(row.tiles, tileColumns.worst, ABSOLUTE);
  const signed = rangeRef(row.tiles, tileColumns.worst - 1, row.tiles, tileColumns.worst);
  const rowFirst = cellRef(row.residual, col.firstPeriod);
  const moved = cellRef(row.firstUnit, col.moved);
  return [
    {
      kind: "formula",
      range: rangeRef(row.residual, col.firstPeriod, row.residual, col.total),
      formula: `=${rowFirst}<>0`,
      style: "bad",
    },
    { kind: "formula", range: signed, formula: `=${worst}<>0`, style: "bad" },
    { kind: "formula", range: signed, formula: `=${worst}=0`, style: "good" },
    {
      kind: "formula",
      range: rangeRef(row.firstUnit, col.moved, row.lastUnit, col.moved),
      formula: `=${moved}<>0`,
      style: "warn",
    },
  ];
}
