import { ABSOLUTE, cellRef, columnName, rangeRef } from "../../formula/references";
import { say, type Lang } from "../../words";
import { textWidth } from "../rows";
import type { ChartSpec, ColumnSpec, SheetSpec } from "../spec";
import { COLORS, SERIES_COLORS } from "../style";
import { PAGE_WORDS } from "../words";
import { figures } from "./driverFigures";
import { gaps, required } from "./driverGaps";
import { DriverGrid, numberFormat, type DriverPage, type TableRows } from "./driverGrid";
import { DRIVER_WORDS as W } from "./driverWords";
import { waterfall, type Waterfall } from "./waterfall";

const CHART_HEIGHT = 17;
/** More stores than these cannot be told apart side by side. */
const CHART_STORES = 24;

/**
 * The driver sheet: targets and actuals by store, each driver's part in the gap, what one driver alone must become,
 * and the waterfall from target to actual of the store chosen. Everything but the yellow cells is a formula.
 */
export function driverSheet(page: DriverPage, lang: Lang): SheetSpec {
  const grid = new DriverGrid(page, lang);
  const { rows } = grid;
  const title = page.title ?? say(W.title, lang, { result: page.tree.name });
  rows.add([title], "title");
  rows.add([subtitle(grid)], "subtitle");
  rows.skip();
  const target = figures(grid, W.targets[lang], "target");
  rows.skip();
  const actual = figures(grid, W.actuals[lang], "actual", target);
  rows.skip();
  const gap = gaps(grid, target, actual);
  rows.skip();
  required(grid, target, actual);
  rows.skip();
  rows.add([W.chart[lang]], "section");
  const shown = rows.add([W.shown[lang], W.all[lang]]);
  rows.format(`B${shown}`, ["section", "input", "alignLeft"]);
  grid.validations.push({
    range: `B${shown}`,
    rule: {
      kind: "listFrom",
      source: `=${rangeRef(gap.first - 1, 0, gap.total - 1, 0, { ...ABSOLUTE, sheet: grid.name })}`,
    },
    prompt: { title: W.shown[lang], message: W.shownTip[lang] },
  });
  const chartTop = shown + 1;
  const notes = chartTop + CHART_HEIGHT + 1;
  const fall = gapWaterfall(grid, gap, shown, chartTop);
  return {
    id: "drivers",
    name: grid.name,
    tabColor: COLORS.accent,
    blocks: [rows.block(), fall.block, { at: `A${notes}`, cells: [[W.note1[lang]], [W.note2[lang]]] }],
    columns: columns(grid),
    rows: grid.headers.map((row) => ({ rows: `${row}`, height: 30 })),
    formats: [...rows.formats, ...fall.formats, { range: `A${notes}:A${notes + 1}`, style: "subtitle" }],
    conditionals: grid.conditionals,
    validations: grid.validations,
    charts: [fall.chart, storesChart(grid, gap, chartTop)],
    freeze: { rows: 2, columns: 1 },
    print: {
      orientation: grid.width <= 10 ? "portrait" : "landscape",
      area: rangeRef(0, 0, notes, grid.width - 1),
      fitWidth: 1,
      ...(page.stores.length <= 14 ? { fitHeight: 1 } : {}),
      footer: { left: title, right: PAGE_WORDS.pages[lang] },
    },
  };
}

function subtitle(grid: DriverGrid): string {
  const { lang, page } = grid;
  const formula = `${page.tree.name}${lang === "zh-CN" ? "＝" : " = "}${grid.drivers.map(({ name }) => name).join(lang === "zh-CN" ? "×" : " × ")}`;
  return [
    ...(page.period ? [say(W.period, lang, { period: page.period })] : []),
    say(W.subtitle, lang, { formula }),
    ...(page.source ? [say(W.source, lang, { source: page.source })] : []),
  ].join(" · ");
}

/** The waterfall of the store chosen. */
function gapWaterfall(grid: DriverGrid, gap: TableRows, shown: number, top: number): Waterfall {
  const { lang, drivers, page } = grid;
  const pick = (column: number): string => {
    const down = (c: number) => rangeRef(gap.first - 1, c, gap.total - 1, c, ABSOLUTE);
    return `IF($B$${shown}="","",IFERROR(N(INDEX(${down(column)},MATCH($B$${shown},${down(0)},0))),0))`;
  };
  return waterfall({
    id: "waterfall",
    title: W.chartWaterfall[lang],
    sheet: grid.name,
    row: top - 1,
    column: grid.width + 1,
    steps: [
      { label: W.target[lang], kind: "level", amount: pick(1) },
      ...drivers.map(({ name }, i) => ({ label: name, kind: "change" as const, amount: pick(5 + i) })),
      { label: W.actual[lang], kind: "level", amount: pick(2) },
    ],
    from: `A${top}`,
    to: cellRef(top + CHART_HEIGHT - 2, Math.ceil(grid.width / 2) - 1),
    numberFormat: numberFormat(page.tree),
    // Stores miss by a few per cent: standing on the ground, all the bars would look alike.
    cut: true,
    headers: [W.step[lang], W.amount[lang], W.level[lang]],
  });
}

function storesChart(grid: DriverGrid, gap: TableRows, top: number): ChartSpec {
  const last = Math.min(gap.last, gap.first + CHART_STORES - 1);
  const down = (c: number) => rangeRef(gap.first - 1, c, last - 1, c, { ...ABSOLUTE, sheet: grid.name });
  return {
    id: "stores",
    kind: "columnStacked",
    title: say(W.chartStores, grid.lang, { result: grid.label(grid.page.tree) }),
    from: cellRef(top - 1, Math.ceil(grid.width / 2)),
    to: cellRef(top + CHART_HEIGHT - 2, grid.width - 1),
    categories: down(0),
    series: grid.drivers.map(({ name }, i) => ({
      name,
      values: down(5 + i),
      color: SERIES_COLORS[i % SERIES_COLORS.length] ?? COLORS.accent,
    })),
    valueAxis: { numberFormat: "#,##0" },
    legend: "bottom",
    gapWidth: 60,
  };
}

function columns(grid: DriverGrid): ColumnSpec[] {
  const label = Math.max(
    ...grid.page.stores.map(({ name }) => textWidth(name)),
    textWidth(W.shown[grid.lang]),
  );
  return [
    { columns: "A", width: Math.min(34, Math.max(16, label + 4)) },
    { columns: `B:${columnName(grid.width - 1)}`, width: 12.5 },
    { columns: columnName(grid.width), width: 4 },
    { columns: `${columnName(grid.width + 1)}:${columnName(grid.width + 9)}`, width: 11 },
  ];
}
