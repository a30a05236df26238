import { cellRef, rangeRef } from "../../formula/references";
import { planNodes, type Plan } from "../../planning/plan";
import type { PlanSet } from "../../planning/planSet";
import type { RatePlan } from "../../planning/rates";
import { decimalsOf } from "../../planning/steps";
import { say, type Lang } from "../../words";
import type { SheetSpec, SpecCell } from "../spec";
import { addMatrix, leafRuns, type Matrix } from "./matrix";
import { PlanPage, amountWidth, nameWidth, periodsText } from "./page";
import { amountFormat, sumOfRows } from "./sums";
import { PLAN_PAGE_WORDS as W } from "./words";

/**
 * The other measures of a plan: amounts by unit and period with last year beside them, rates by unit with the mean
 * they must come to. Leaves are inputs; sums, changes and means follow.
 */
export function measuresSheet(set: Pick<PlanSet, "plan" | "amounts" | "rates">, lang: Lang): SheetSpec {
  return measuresPage(set, lang).sheet;
}

/** Where each measure stands, by its name, for pages that follow them. Rows and columns are 0-based. */
export interface MeasuresPage {
  readonly sheet: SheetSpec;
  readonly amounts: ReadonlyMap<string, Matrix>;
  readonly rates: ReadonlyMap<string, RateTable>;
}

export interface RateTable {
  readonly rowOf: ReadonlyMap<string, number>;
  /** Column of the rates to reach, and of what each counts in the mean. */
  readonly rate: number;
  readonly weight: number;
}

export function measuresPage(
  { plan, amounts, rates }: Pick<PlanSet, "plan" | "amounts" | "rates">,
  lang: Lang,
): MeasuresPage {
  const matrices = new Map<string, Matrix>();
  const tables = new Map<string, RateTable>();
  // Rates stand in seven columns, amounts in one a period, with last year and the change.
  const width = amounts.length > 0 ? Math.max(8, plan.periods.length + 5) : 8;
  const page = new PlanPage("measures", W.measuresTab[lang], width, lang);
  const title = W.measuresTitle[lang];
  page.title(
    title,
    say(W.subtitle, lang, {
      ...periodsText(plan),
      unit:
        [...new Set(amounts.map(({ measure }) => measure.unit))].join(lang === "zh-CN" ? "、" : ", ") || "%",
    }),
  );
  for (const { measure, plan: own } of amounts) {
    page.section(
      say(measure.lowerIsBetter ? W.amountLower : W.amountSection, lang, {
        name: measure.name,
        unit: measure.unit,
      }),
    );
    matrices.set(measure.name, addAmounts(page, own));
    page.skip();
  }
  for (const rate of rates) {
    page.section(
      say(W.rateSection, lang, {
        name: rate.measure.name,
        measure: plan.measure,
        target: percentText(rate.measure.target, rate.step),
      }),
    );
    tables.set(rate.measure.name, addRates(page, plan, rate));
    page.skip();
  }
  page.wide(0, 0, nameWidth(plan));
  const most = Math.max(0, ...amounts.map(({ plan: own }) => Math.max(own.total, own.root.historyTotal)));
  page.wide(1, width - 1, Math.max(11, amountWidth(most, amounts[0]?.measure.step ?? 1)));
  const sheet = page.sheet({ footer: title, freeze: { rows: 2, columns: 1 } });
  return { sheet, amounts: matrices, rates: tables };
}

/** A matrix, and to its right last year and the change. */
function addAmounts(page: PlanPage, plan: Plan): Matrix {
  const { lang } = page;
  const matrix = addMatrix(page, plan);
  const [history, change] = [matrix.total + 1, matrix.total + 2];
  if (plan.root.historyTotal === 0) return matrix;
  [W.lastYear, W.change].forEach((word, i) => page.rows.set(matrix.header + 1, history + i, word[lang]));
  page.rows.format(rangeRef(matrix.header, history, matrix.header, change), ["header", "alignRight"]);
  for (const node of planNodes(plan.root)) {
    const row = matrix.rowOf.get(node.id) ?? 0;
    const children = node.children.flatMap(({ id }) => matrix.rowOf.get(id) ?? []);
    page.rows.set(
      row + 1,
      history,
      children.length === 0 ? node.historyTotal : { formula: `=${sumOfRows(children, history)}` },
    );
    page.rows.set(row + 1, change, {
      formula: `=IF(${cellRef(row, history)}=0,"",${cellRef(row, matrix.total)}/${cellRef(row, history)}-1)`,
    });
  }
  page.numbers(matrix.company, matrix.last, history, history, amountFormat(plan.step));
  page.numbers(matrix.company, matrix.last, change, change, "+0.0%;-0.0%;0.0%");
  return matrix;
}

/** Rates with their weights; a unit's rate is its leaves' products over their weights, so that a click explains it. */
function addRates(page: PlanPage, plan: Plan, { measure, step, units }: RatePlan): RateTable {
  const { lang } = page;
  page.header([
    W.unit[lang],
    W.present[lang],
    W.rate[lang],
    W.points[lang],
    W.weight[lang],
    W.product[lang],
    W.rateCheck[lang],
  ]);
  const first = page.next;
  const nodes = planNodes(plan.root);
  const rowOf = page.units(nodes, (node, row, children): SpecCell[] => {
    const unit = units.get(node.id);
    const leaf = children.length === 0;
    const at = (column: number): string => cellRef(row, column);
    const added = (column: number): SpecCell => ({ formula: `=${sumOfRows(children, column)}` });
    return [
      unit?.present ?? null,
      leaf ? (unit?.rate ?? null) : { formula: `=IF(${at(4)}=0,"",${at(5)}/${at(4)})` },
      { formula: `=IF(OR(${at(1)}="",${at(2)}=""),"",(${at(2)}-${at(1)})*100)` },
      leaf ? (unit?.weight ?? 0) : added(4),
      leaf ? { formula: `=${at(2)}*${at(4)}` } : added(5),
      node.level === 0 ? { formula: `=ROUND(${at(2)}-${measure.target},6)` } : null,
    ];
  });
  const last = page.next - 1;
  const places = Math.max(0, decimalsOf(step) - 2);
  const percent = places > 0 ? `0.${"0".repeat(places)}%` : "0%";
  page.numbers(first, last, 1, 2, percent);
  page.numbers(first, last, 3, 3, "+0.0;-0.0;0.0");
  page.numbers(first, last, 4, 5, amountFormat(plan.step));
  page.numbers(first, last, 6, 6, `+0.00%;-0.00%;"● "0%`);
  const off = cellRef(first, 6);
  page.conditionals.push({
    kind: "formula",
    range: off,
    formula: `=N(${off})${measure.lowerIsBetter ? ">" : "<"}0`,
    style: "badFill",
  });
  const leaves = nodes.filter(({ children }) => children.length === 0).map(({ id }) => rowOf.get(id) ?? 0);
  const [min, max] = [measure.min ?? 0, measure.max ?? 1];
  for (const run of leafRuns(leaves)) {
    const range = rangeRef(run.first, 2, run.last, 2);
    page.rows.format(range, "input");
    page.validations.push({
      range,
      rule: { kind: "decimal", min, max },
      prompt: { title: W.rate[lang], message: W.rateTip[lang] },
      error: {
        title: W.rate[lang],
        message: say(W.rateError, lang, { min: percentText(min, step), max: percentText(max, step) }),
      },
    });
  }
  return { rowOf, rate: 2, weight: 4 };
}

function percentText(value: number, step: number): string {
  return `${(value * 100).toFixed(Math.max(0, decimalsOf(step) - 2)).replace(/\.0+$/, "")}%`;
}
