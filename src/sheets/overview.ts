import { cellRef, rangeRef, ABSOLUTE } from "../formula/references";
import { say, type Lang, type Phrase } from "../words";
import type { ChartSpec, FormatSpec, SheetSpec, SpecCell } from "./spec";
import { COLORS } from "./style";
import { OVERVIEW_WORDS as W, PAGE_WORDS } from "./words";

/** Where the plan's figures stand; references name their sheet. */
export interface OverviewPlan {
  readonly year: number;
  /** `0.2` is +20 %; only for the chart's title. */
  readonly growth: number;
  readonly targetTotal: string;
  readonly baseTotal: string;
  /** Residual cells that are zero when every sum agrees. */
  readonly check: string;
  readonly monthLabels: string;
  readonly monthTargets: string;
  readonly monthActuals: string;
  readonly units: readonly { readonly name: string; readonly base: string; readonly target: string }[];
}

/** Where the scores stand. All ranges have one row a person. */
export interface OverviewScores {
  readonly names: string;
  readonly unitNames: string;
  readonly totals: string;
  readonly grades: string;
  readonly ranks: string;
  /** 1, 2, 3 … without ties, empty for people not scored: the order of the ranking table. */
  readonly orders: string;
  readonly people: number;
  /** How many of them have a score now; the table keeps room for the others. */
  readonly scored: number;
  /** Cells holding the grades' names, best first. */
  readonly gradeNames: readonly string[];
}

export interface OverviewInput {
  readonly baseYear: number;
  readonly source: string;
  readonly plan?: OverviewPlan;
  readonly scores?: OverviewScores;
}

/** The ranking shows everyone up to this many people; the scorecard has them all. */
const RANKING_ROWS = 40;
/** Columns of the tables to the right of the charts. */
const TABLE = { first: 6, last: 10 };
const CHART_LAST_COLUMN = "E";

interface Draft {
  readonly blocks: { at: string; cells: SpecCell[][] }[];
  readonly formats: FormatSpec[];
  readonly charts: ChartSpec[];
}

/**
 * The page on top: figures that matter, three charts, the ranking. Everything on it is a formula over the other
 * sheets, so it follows a changed weight or target.
 */
export function overviewSheet(input: OverviewInput, lang: Lang): SheetSpec {
  const draft: Draft = { blocks: [], formats: [], charts: [] };
  const year = input.plan?.year ?? input.baseYear;
  draft.blocks.push(
    {
      at: "A1",
      cells: [[say(titleWords(input), lang, { year: String(year), base: String(input.baseYear) })]],
    },
    { at: "A2", cells: [[say(W.subtitle, lang, { source: input.source })]] },
  );
  draft.formats.push({ range: "A1", style: "title" }, { range: "A2", style: "subtitle" });
  addTiles(draft, input, lang);
  let row = 6;
  if (input.plan) row = addUnits(draft, input.plan, row, lang) + 1;
  if (input.scores) {
    row = addGrades(draft, input.scores, row, lang) + 1;
    row = addRanking(draft, input.scores, row, lang);
  }
  if (input.plan) draft.charts.unshift(monthlyChart(input.plan, input.baseYear, lang));
  const { charts, end } = stacked(draft.charts, input.scores?.scored ?? 0);
  const lastRow = Math.max(row, end);
  return {
    id: "overview",
    name: W.tab[lang],
    tabColor: COLORS.accent,
    blocks: draft.blocks,
    columns: [
      { columns: `A:${CHART_LAST_COLUMN}`, width: 17 },
      { columns: "F:F", width: 3 },
      { columns: "G:G", width: 12 },
      { columns: "H:H", width: 22 },
      { columns: "I:K", width: 13 },
    ],
    rows: [{ rows: "4", height: 26 }],
    formats: draft.formats,
    charts,
    print: {
      orientation: "portrait",
      area: rangeRef(0, 0, lastRow, TABLE.last),
      fitWidth: 1,
      fitHeight: 1,
      footer: { left: W.tab[lang], right: PAGE_WORDS.pages[lang] },
    },
  };
}

function titleWords({ plan, scores }: OverviewInput): Phrase {
  if (plan && scores) return W.title;
  return plan ? W.titlePlan : W.titleScores;
}

function addTiles(draft: Draft, { baseYear, plan, scores }: OverviewInput, lang: Lang): void {
  const tiles: { label: string; formula: string; format: string }[] = [];
  if (plan) {
    tiles.push(
      {
        label: say(W.baseTotal, lang, { year: String(baseYear) }),
        formula: `=${plan.baseTotal}`,
        format: "#,##0",
      },
      {
        label: say(W.targetTotal, lang, { year: String(plan.year) }),
        formula: `=${plan.targetTotal}`,
        format: "#,##0",
      },
    );
  }
  if (scores) {
    tiles.push(
      { label: W.scored[lang], formula: `=COUNT(${scores.totals})`, format: "#,##0" },
      { label: W.average[lang], formula: `=IFERROR(AVERAGE(${scores.totals}),0)`, format: "0.0" },
    );
  }
  tiles.forEach(({ label, formula, format }, column) => {
    draft.blocks.push({ at: cellRef(2, column), cells: [[label], [{ formula }]] });
    draft.formats.push(
      { range: cellRef(2, column), style: "kpiLabel" },
      { range: cellRef(3, column), style: "kpi", numberFormat: format },
    );
  });
  if (!plan) return;
  draft.blocks.push({
    at: cellRef(2, TABLE.first),
    cells: [
      [W.checks[lang]],
      [{ formula: `=IF(${plan.check}=0,"${W.checkGood[lang]}","${W.checkBad[lang]}")` }],
    ],
  });
  draft.formats.push(
    { range: cellRef(2, TABLE.first), style: "kpiLabel" },
    { range: cellRef(3, TABLE.first), style: ["section", "alignLeft"] },
  );
}

/** A small table with its heading, lines under its first `ruled` rows; gives the row after it. */
function addTable(
  draft: Draft,
  row: number,
  heading: string,
  header: string[],
  body: SpecCell[][],
  ruled = body.length,
): number {
  draft.blocks.push({ at: cellRef(row, TABLE.first), cells: [[heading]] });
  draft.blocks.push({ at: cellRef(row + 1, TABLE.first), cells: [header, ...body] });
  const last = row + 1 + body.length;
  draft.formats.push(
    { range: cellRef(row, TABLE.first), style: "section" },
    { range: rangeRef(row + 1, TABLE.first, row + 1, TABLE.last), style: "header" },
    { range: rangeRef(row + 1, TABLE.first + 2, row + 1, TABLE.last), style: "alignRight" },
    { range: rangeRef(row + 2, TABLE.first, last, TABLE.last), style: "body" },
    { range: rangeRef(row + 2, TABLE.first, row + 1 + ruled, TABLE.last), style: "row" },
    { range: rangeRef(row + 2, TABLE.first, last, TABLE.first + 1), style: "text" },
    { range: rangeRef(row + 2, TABLE.first + 2, last, TABLE.last), style: "number", numberFormat: "#,##0" },
  );
  return last + 1;
}

function addUnits(draft: Draft, plan: OverviewPlan, row: number, lang: Lang): number {
  const body = plan.units.map(({ name, base, target }): SpecCell[] => [
    { formula: `=${name}` },
    null,
    { formula: `=${base}` },
    { formula: `=${target}` },
    { formula: `=IF(${plan.targetTotal}=0,0,${target}/${plan.targetTotal})` },
  ]);
  const header = [W.unit[lang], "", W.base[lang], W.target[lang], W.share[lang]];
  const end = addTable(draft, row, W.units[lang], header, body);
  draft.formats.push({
    range: rangeRef(row + 2, TABLE.last, end - 1, TABLE.last),
    style: "number",
    numberFormat: "0.0%",
  });
  return end;
}

function addGrades(draft: Draft, scores: OverviewScores, row: number, lang: Lang): number {
  const body = scores.gradeNames.map((name, index): SpecCell[] => {
    const people = cellRef(row + 2 + index, TABLE.first + 2);
    return [
      { formula: `=${name}` },
      null,
      { formula: `=COUNTIF(${scores.grades},${name})` },
      { formula: `=IF(COUNT(${scores.totals})=0,0,${people}/COUNT(${scores.totals}))` },
      null,
    ];
  });
  const header = [W.grade[lang], "", W.people[lang], W.share[lang], ""];
  const end = addTable(draft, row, W.gradeTable[lang], header, body);
  draft.formats.push({
    range: rangeRef(row + 2, TABLE.first + 3, end - 1, TABLE.first + 3),
    style: "number",
    numberFormat: "0%",
  });
  const sheet = W.tab[lang];
  draft.charts.push({
    id: "grades",
    kind: "column",
    title: W.chartGrades[lang],
    from: "A1",
    to: "A1",
    categories: rangeRef(row + 2, TABLE.first, end - 1, TABLE.first, { ...ABSOLUTE, sheet }),
    series: [
      {
        name: W.people[lang],
        values: rangeRef(row + 2, TABLE.first + 2, end - 1, TABLE.first + 2, { ...ABSOLUTE, sheet }),
        color: COLORS.accent,
        labels: { numberFormat: "0" },
      },
    ],
    valueAxis: { title: W.axisPeople[lang], numberFormat: "0", min: 0 },
    legend: "none",
    gapWidth: 60,
  });
  return end;
}

function addRanking(draft: Draft, scores: OverviewScores, row: number, lang: Lang): number {
  const shown = Math.min(scores.people, RANKING_ROWS);
  const pick = (range: string, k: number) => `=IFERROR(INDEX(${range},MATCH(${k},${scores.orders},0)),"")`;
  const body = Array.from({ length: shown }, (_, index): SpecCell[] => {
    const k = index + 1;
    return [
      { formula: pick(scores.ranks, k) },
      { formula: pick(scores.names, k) },
      { formula: pick(scores.unitNames, k) },
      { formula: pick(scores.totals, k) },
      { formula: pick(scores.grades, k) },
    ];
  });
  const header = [W.rank[lang], W.name[lang], W.unit[lang], W.total[lang], W.grade[lang]];
  const end = addTable(draft, row, W.rankingTable[lang], header, body, Math.min(scores.scored, shown));
  const first = row + 2;
  const lastBar = first + Math.min(scores.scored, shown) - 1;
  draft.formats.push(
    { range: rangeRef(first - 1, TABLE.first + 2, end - 1, TABLE.first + 2), style: "alignLeft" },
    {
      range: rangeRef(first, TABLE.first + 3, end - 1, TABLE.first + 3),
      style: "number",
      numberFormat: "0.0",
    },
  );
  const sheet = W.tab[lang];
  draft.charts.push({
    id: "ranking",
    kind: "bar",
    title: W.chartRanking[lang],
    from: "A1",
    to: "A1",
    categories: rangeRef(first, TABLE.first + 1, lastBar, TABLE.first + 1, { ...ABSOLUTE, sheet }),
    series: [
      {
        name: W.total[lang],
        values: rangeRef(first, TABLE.first + 3, lastBar, TABLE.first + 3, { ...ABSOLUTE, sheet }),
        color: COLORS.accent,
        labels: { numberFormat: "0.0" },
      },
    ],
    valueAxis: { numberFormat: "0", min: 0, hidden: true },
    categoryAxis: { reverse: true },
    legend: "none",
    gapWidth: 35,
  });
  return end;
}

function monthlyChart(plan: OverviewPlan, baseYear: number, lang: Lang): ChartSpec {
  const growth = `${plan.growth < 0 ? "" : "+"}${Math.round(plan.growth * 1000) / 10}%`;
  return {
    id: "monthly",
    kind: "column",
    title: say(W.chartMonthly, lang, { growth }),
    from: "A1",
    to: "A1",
    categories: plan.monthLabels,
    series: [
      {
        name: say(W.seriesActual, lang, { year: String(baseYear) }),
        values: plan.monthActuals,
        color: COLORS.accentSoft,
      },
      {
        name: say(W.seriesTarget, lang, { year: String(plan.year) }),
        values: plan.monthTargets,
        kind: "line",
        color: COLORS.target,
      },
    ],
    valueAxis: {
      title: W.axisMoney[lang],
      numberFormat: lang === "zh-CN" ? "0\\.0," : "#,##0,",
      min: 0,
    },
    legend: "top",
    gapWidth: 60,
  };
}

const FIRST_CHART_ROW = 6;
const CHART_ROWS = 17;

/** Charts stand one below the other on the left; the ranking is as tall as its bars need. */
function stacked(charts: readonly ChartSpec[], people: number): { charts: ChartSpec[]; end: number } {
  let top = FIRST_CHART_ROW;
  const placed = charts.map((chart): ChartSpec => {
    const rows =
      chart.id === "ranking" ? Math.max(CHART_ROWS, 5 + Math.min(people, RANKING_ROWS)) : CHART_ROWS;
    const from = cellRef(top, 0);
    top += rows + 1;
    return { ...chart, from, to: `${CHART_LAST_COLUMN}${top - 1}` };
  });
  return { charts: placed, end: top };
}
