import { ABSOLUTE, cellRef, rangeRef } from "../../formula/references";
import { FOUR_FIFTHS } from "../../planning/follow/standing";
import type { ChartSpec, SpecCell } from "../spec";
import { COLORS } from "../style";
import { numbers, targetCell, targetMonths, type TrackerSources } from "./trackerCells";
import { COLUMNS, FIRST, FIRST_MONTH, HEADER, NUMBERS, TRACKER_NAMES, type ColumnId } from "./trackerLayout";
import { TRACKER_WORDS as W } from "./trackerWords";

/** The rows the charts are drawn from, in order below the months. */
export const CHART_LINES = [
  "monthTarget",
  "monthActual",
  "sumTarget",
  "sumActual",
  "forecastLine",
  "low",
  "high",
  "ratios",
  "lead",
  "leadLow",
  "leadHigh",
] as const;
export type ChartLine = (typeof CHART_LINES)[number];

/** Rows the charts take. */
export const CHART_ROWS = 15;

const { asOf } = TRACKER_NAMES;

/** Row, from 0, of a line of the charts' figures; their title stands above the first. */
function chartLineRow({ grid }: Pick<TrackerSources, "grid">, line: ChartLine): number {
  return grid.last + 3 + CHART_LINES.indexOf(line);
}

/**
 * The company by period and cumulated, with its forecast and the band around it; see `cone` in
 * `src/planning/follow/standing.ts`. Closed periods of the forecast's line hold the actual, so that it has no gap. The
 * last lines are the same less the target: beside a year's total, being some per cent ahead or behind could not be seen.
 */
export function chartRows(sources: TrackerSources): SpecCell[][] {
  const { plan, grid, lang, targets } = sources;
  const root = plan.root;
  const company = (id: ColumnId) => cellRef(FIRST, COLUMNS.indexOf(id), ABSOLUTE);
  const number = (index: number) => cellRef(NUMBERS, FIRST_MONTH + index, ABSOLUTE);
  const at = (line: ChartLine, index: number) => cellRef(chartLineRow(sources, line), FIRST_MONTH + index);
  const across = (line: ChartLine, absolute = true) => {
    const row = chartLineRow(sources, line);
    return rangeRef(row, FIRST_MONTH, row, grid.lastMonth, absolute ? ABSOLUTE : {});
  };
  const upTo = (index: number, range: string) => `SUMIF(${numbers(grid)},"<="&${number(index)},${range})`;
  const months = rangeRef(FIRST, FIRST_MONTH, FIRST, grid.lastMonth, ABSOLUTE);
  const closed = (index: number, formula: string) =>
    `=IF(OR(${number(index)}>${asOf},COUNT(${months})=0),"",${formula})`;
  const [actual, forecast] = [company("actual"), company("forecast")];
  const rest = `(${company("yearTarget")}-${company("dueTarget")})`;
  const band = (index: number, sign: string) => {
    const squares = `SUMPRODUCT((${numbers(grid)}>${asOf})*(${numbers(grid)}<=${number(index)})*${targetMonths(root, targets)}^2)`;
    const spread = `IF(COUNT(${across("ratios")})<3,0,STDEV(${across("ratios")}))`;
    return `=IF(${at("forecastLine", index)}="","",${at("forecastLine", index)}${sign}${FOUR_FIFTHS}*${spread}*SQRT(${squares}))`;
  };
  const beyond = (index: number, line: ChartLine) =>
    `=IF(${at(line, index)}="","",${at(line, index)}-${at("sumTarget", index)})`;
  const formulas: Readonly<Record<ChartLine, (index: number) => string>> = {
    monthTarget: (i) => `=${targetCell(root, targets, targets.columns.firstPeriod + i)}`,
    monthActual: (i) => closed(i, `N(${cellRef(FIRST, FIRST_MONTH + i)})`),
    sumTarget: (i) => `=${upTo(i, targetMonths(root, targets))}`,
    sumActual: (i) => closed(i, upTo(i, months)),
    forecastLine: (i) => {
      const way = `IF(${rest}=0,(${number(i)}-${asOf})/(${plan.periods.length}-${asOf}),(${at("sumTarget", i)}-${company("dueTarget")})/${rest})`;
      return `=IF(${actual}="","",IF(${number(i)}<=${asOf},${upTo(i, months)},${actual}+(${forecast}-${actual})*${way}))`;
    },
    low: (i) => band(i, "-"),
    high: (i) => band(i, "+"),
    ratios: (i) =>
      `=IF(OR(${number(i)}>${asOf},${at("monthTarget", i)}<=0,NOT(ISNUMBER(${cellRef(FIRST, FIRST_MONTH + i)}))),"",${cellRef(FIRST, FIRST_MONTH + i)}/${at("monthTarget", i)})`,
    lead: (i) => beyond(i, "forecastLine"),
    leadLow: (i) => beyond(i, "low"),
    leadHigh: (i) => beyond(i, "high"),
  };
  return [
    [W.chartData[lang], ...plan.periods.map(() => null)],
    ...CHART_LINES.map((line): SpecCell[] => [
      ...plan.periods.map((_, i): SpecCell => ({ formula: formulas[line](i) })),
      W[line][lang],
    ]),
  ];
}

/** Three charts side by side below the units: each period, cumulated, and where the year is going. */
export function trackerCharts(sources: TrackerSources): ChartSpec[] {
  const { grid, lang } = sources;
  const sheet = W.tab[lang];
  const values = (row: number) => rangeRef(row, FIRST_MONTH, row, grid.lastMonth, { ...ABSOLUTE, sheet });
  const line = (id: ChartLine) => ({ name: W[id][lang], values: values(chartLineRow(sources, id)) });
  const place = (from: number, to: number) => ({
    from: cellRef(grid.last + 2, from),
    to: cellRef(grid.last + 2 + CHART_ROWS, to),
    categories: values(HEADER),
    valueAxis: { numberFormat: "#,##0" },
    legend: "top" as const,
  });
  const compared = (actual: ChartLine, target: ChartLine) => [
    { ...line(actual), color: COLORS.accentSoft },
    { ...line(target), kind: "line" as const, color: COLORS.target },
  ];
  const zero = { numberFormat: "#,##0", min: 0 };
  return [
    {
      ...place(0, 4),
      id: "monthly",
      kind: "column",
      title: W.chartMonthly[lang],
      series: compared("monthActual", "monthTarget"),
      valueAxis: zero,
      gapWidth: 60,
    },
    {
      ...place(5, 11),
      id: "cumulative",
      kind: "column",
      title: W.chartSum[lang],
      series: compared("sumActual", "sumTarget"),
      valueAxis: zero,
      gapWidth: 60,
    },
    {
      ...place(12, COLUMNS.length - 1),
      id: "cone",
      kind: "line",
      title: W.chartCone[lang],
      valueAxis: { numberFormat: "+#,##0;-#,##0;0" },
      series: [
        { ...line("lead"), color: COLORS.accent },
        { ...line("leadLow"), color: COLORS.accentSoft, dashed: true },
        { ...line("leadHigh"), color: COLORS.accentSoft, dashed: true },
      ],
    },
  ];
}
