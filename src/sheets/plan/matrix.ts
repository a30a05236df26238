import { cellRef, rangeRef } from "../../formula/references";
import { planNodes, type Plan } from "../../planning/plan";
import type { SpecCell } from "../spec";
import { PLAN_PAGE_WORDS as W } from "./words";
import { periodHeaders, type PlanPage } from "./page";
import { amountFormat, exactly, residualFormat, sumOfRows } from "./sums";

/** Where a matrix of amounts stands on its page; rows and columns are 0-based. */
export interface Matrix {
  readonly rowOf: ReadonlyMap<string, number>;
  readonly header: number;
  readonly company: number;
  readonly last: number;
  readonly firstPeriod: number;
  readonly lastPeriod: number;
  readonly total: number;
  /** How far the sums are off what was planned, by period and in all. */
  readonly residual: number;
}

/**
 * Units × periods: leaves are inputs, everything above them adds them up, and under the company stands what was
 * planned and what typing has moved since, red when it is not zero.
 */
export function addMatrix(page: PlanPage, plan: Plan): Matrix {
  const { lang } = page;
  const firstPeriod = 1;
  const lastPeriod = firstPeriod + plan.periods.length - 1;
  const total = lastPeriod + 1;
  const header = page.header([W.unit[lang], ...periodHeaders(plan.periods, lang), W.total[lang]]);
  const company = page.next;
  const [planned, residual] = [company + 1, company + 2];
  const nodes = planNodes(plan.root);
  const summed = (row: number): SpecCell => ({
    formula: `=${exactly(`SUM(${rangeRef(row, firstPeriod, row, lastPeriod)})`, plan.step)}`,
  });
  const cellsOf = (row: number, children: readonly number[], target: readonly number[]): SpecCell[] => [
    ...target.map((value, p): SpecCell =>
      children.length === 0
        ? value
        : { formula: `=${exactly(sumOfRows(children, firstPeriod + p), plan.step)}` },
    ),
    summed(row),
  ];
  // The company stands above the two rows that watch over it; its children begin below them.
  const firstUnit = company + 3;
  const below = new Map(nodes.slice(1).map(({ id }, i) => [id, firstUnit + i]));
  page.units([plan.root], (node, row) =>
    cellsOf(
      row,
      node.children.flatMap(({ id }) => below.get(id) ?? []),
      node.target,
    ),
  );
  const columns = Array.from({ length: total - firstPeriod + 1 }, (_, i) => firstPeriod + i);
  const asPlanned = page.line([W.planned[lang], ...plan.root.target, plan.total]);
  page.rows.format(rangeRef(asPlanned, 0, asPlanned, total), "muted");
  page.line([
    W.residual[lang],
    ...columns.map((c): SpecCell => ({
      formula: `=${exactly(`${cellRef(company, c)}-${cellRef(planned, c)}`, plan.step)}`,
    })),
  ]);
  page.units(nodes.slice(1), (node, row, children) => cellsOf(row, children, node.target));
  const last = page.next - 1;
  page.numbers(company, last, firstPeriod, total, amountFormat(plan.step));
  page.numbers(residual, residual, firstPeriod, total, residualFormat(plan.step), "good");
  page.conditionals.push({
    kind: "formula",
    range: rangeRef(residual, firstPeriod, residual, total),
    formula: `=N(${cellRef(residual, firstPeriod)})<>0`,
    style: "badFill",
  });
  const rowOf = new Map([[plan.root.id, company], ...below]);
  for (const { first, last: end } of leafRuns(
    nodes.filter(({ children }) => children.length === 0).map(({ id }) => rowOf.get(id) ?? 0),
  ))
    page.rows.format(rangeRef(first, firstPeriod, end, lastPeriod), "input");
  page.amounts(rangeRef(firstUnit, firstPeriod, last, lastPeriod), plan.unit);
  return { rowOf, header, company, last, firstPeriod, lastPeriod, total, residual };
}

/** Rows that stand together, so that formats are few. */
export function leafRuns(rows: readonly number[]): { first: number; last: number }[] {
  const runs: { first: number; last: number }[] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run.last === row - 1) run.last = row;
    else runs.push({ first: row, last: row });
  }
  return runs;
}
