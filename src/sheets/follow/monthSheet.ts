import { ABSOLUTE, cellRef, columnName, quoteSheet, rangeRef } from "../../formula/references";
import { planNodes, type Plan, type PlanNode } from "../../planning/plan";
import { say, type Lang } from "../../words";
import type { ConditionalSpec, FormatSpec, SheetSpec, SpecCell } from "../spec";
import { COLORS, type StyleName } from "../style";
import type { TargetsLayout } from "../plan/targetsLayout";
import { numbers, targetMonths } from "./trackerCells";
import {
  COLUMNS as TRACKED,
  FIRST as TRACKER_FIRST,
  FIRST_MONTH,
  HEADER as TRACKER_HEADER,
  TRACKER_NAMES,
  trackerGrid,
  type ColumnId,
} from "./trackerLayout";
import { TRACKER_WORDS } from "./trackerWords";
import { PAGE_WORDS } from "../words";
import { amountFormat, changeFormat } from "./amountFormat";
import { MONTH_WORDS as W } from "./monthWords";

export interface MonthOptions {
  readonly lang: Lang;
  /** Where the plan stands; the tracker of the same plan is in the workbook too. */
  readonly targets: TargetsLayout;
  /** Ranges of leaves' last year by period, by unit id, as the tracker has them. */
  readonly lastYear?: ReadonlyMap<string, string>;
}

const COLUMNS = [
  "name",
  "level",
  "target",
  "actual",
  "gap",
  "attainment",
  "light",
  "rank",
  "previous",
  "onPrevious",
  "lastYear",
  "onLastYear",
  "toDate",
  "toDateLight",
  "next",
] as const;
type Column = (typeof COLUMNS)[number];

const WIDTHS: Readonly<Record<Column, number>> = {
  name: 26,
  level: 6,
  target: 12.5,
  actual: 12.5,
  gap: 12.5,
  attainment: 10.5,
  light: 6,
  rank: 8,
  previous: 12.5,
  onPrevious: 9,
  lastYear: 12.5,
  onLastYear: 9,
  toDate: 11,
  toDateLight: 7,
  next: 12.5,
};
const AMOUNTS: readonly Column[] = ["target", "actual", "previous", "lastYear", "next"];
const RATES: readonly Column[] = ["attainment", "toDate"];
const CHANGES: readonly Column[] = ["onPrevious", "onLastYear"];
/** Of no use without last year's figures. */
const PAST: readonly Column[] = ["lastYear", "onLastYear"];
const LIGHTS: readonly Column[] = ["light", "toDateLight"];
const INDENTS: readonly (StyleName | null)[] = [null, null, "indent1", "indent2", "indent3"];

/** Rows, from 0. */
const TILES = 3;
const HEADER = 5;
const FIRST = 6;
const CHART_ROWS = 16;

const at = (column: Column) => COLUMNS.indexOf(column);
const letter = (column: Column) => columnName(at(column));

/**
 * The period chosen on the tracker on a page of its own: target, actual, light, rank, against the period before and
 * last year, and what the next one asks for. It holds no inputs.
 */
export function monthSheet(plan: Plan, options: MonthOptions): SheetSpec {
  const { lang } = options;
  const grid = trackerGrid(plan);
  const tracker = TRACKER_WORDS.tab[lang];
  const nodes = planNodes(plan.root);
  const last = FIRST + nodes.length - 1;
  const name = W.tab[lang];
  const count = nodes.filter(({ children }) => children.length === 0).length;
  const top = plan.root.children;
  // Children of the company stand among their own people: the chart needs them side by side.
  const chartData = last + CHART_ROWS + 4;
  const down = (column: Column) => rangeRef(FIRST, at(column), last, at(column), ABSOLUTE);
  const leafLevels = new Set(nodes.flatMap(({ children, level }) => (children.length === 0 ? [level] : [])));
  const [leafLevel = 0] = leafLevels;
  const even = leafLevels.size === 1;
  const tracked = (column: ColumnId) =>
    rangeRef(TRACKER_FIRST, TRACKED.indexOf(column), grid.last, TRACKED.indexOf(column), {
      ...ABSOLUTE,
      sheet: tracker,
    });
  return {
    id: "period",
    name,
    tabColor: COLORS.good,
    blocks: [
      { at: "A1", cells: [[W.title[lang]]] },
      { at: "A2", cells: [[say(W.subtitle, lang, { measure: plan.measure, unit: plan.unit, tracker })]] },
      {
        at: cellRef(TILES - 1, 0),
        cells: [
          [W.period[lang], null, ...(even ? [W.reached[lang], null, W.behind[lang]] : [null, null, null])],
          [
            {
              formula: `=INDEX(${rangeRef(TRACKER_HEADER, FIRST_MONTH, TRACKER_HEADER, grid.lastMonth, { ...ABSOLUTE, sheet: tracker })},1,${TRACKER_NAMES.asOf})`,
            },
            null,
            ...(even
              ? [
                  { formula: `=COUNTIFS(${down("level")},${leafLevel},${down("light")},"●")&" / ${count}"` },
                  null,
                  {
                    formula: `=COUNTIFS(${tracked("level")},${leafLevel},${tracked("warning")},"?*")`,
                  },
                ]
              : [null, null, null]),
          ],
        ],
      },
      {
        at: cellRef(HEADER, 0),
        cells: [
          COLUMNS.map((id) => W[id][lang]),
          ...nodes.map((node, i) => row(node, FIRST + i, plan, options, down)),
        ],
      },
      {
        at: cellRef(chartData, 0),
        cells: top.map((node): SpecCell[] => {
          const line = FIRST + nodes.findIndex(({ id }) => id === node.id) + 1;
          return [
            { formula: `=$A$${line}` },
            { formula: `=$${letter("target")}$${line}` },
            { formula: `=$${letter("actual")}$${line}` },
          ];
        }),
      },
    ],
    columns: COLUMNS.map((id, i) => ({
      columns: columnName(i),
      width: WIDTHS[id],
      ...(PAST.includes(id) && !options.lastYear?.size ? { hidden: true } : {}),
    })),
    rows: [{ rows: `${HEADER + 1}`, height: 32 }],
    formats: formats(nodes, plan, last, chartData),
    conditionals: conditionals(last, plan.lowerIsBetter === true),
    charts:
      top.length < 2
        ? []
        : [
            {
              id: "period",
              kind: "column",
              title: W.chart[lang],
              from: cellRef(last + 2, 0),
              to: cellRef(last + 1 + CHART_ROWS, COLUMNS.length - 1),
              categories: `${quoteSheet(name)}!${rangeRef(chartData, 0, chartData + top.length - 1, 0, ABSOLUTE)}`,
              series: (["target", "actual"] as const).map((id, i) => ({
                name: W[id][lang],
                values: `${quoteSheet(name)}!${rangeRef(chartData, i + 1, chartData + top.length - 1, i + 1, ABSOLUTE)}`,
                color: id === "target" ? COLORS.target : COLORS.accent,
                labels: { numberFormat: amountFormat(plan.step) },
              })),
              valueAxis: { hidden: true, min: 0 },
              legend: "top",
              gapWidth: 80,
            },
          ],
    freeze: { rows: FIRST, columns: 1 },
    print: {
      orientation: "landscape",
      titleRows: `$${HEADER + 1}:$${HEADER + 1}`,
      area: rangeRef(0, 0, top.length < 2 ? last : last + 1 + CHART_ROWS, COLUMNS.length - 1),
      fitWidth: 1,
      ...(nodes.length <= 32 ? { fitHeight: 1 } : {}),
      footer: { left: W.title[lang], right: PAGE_WORDS.pages[lang] },
    },
  };
}

function row(
  node: PlanNode,
  here: number,
  plan: Plan,
  { lang, targets, lastYear }: MonthOptions,
  down: (column: Column) => string,
): SpecCell[] {
  const grid = trackerGrid(plan);
  const tracker = { ...ABSOLUTE, sheet: TRACKER_WORDS.tab[lang] };
  const there = grid.rowOf.get(node.id) ?? TRACKER_FIRST;
  const cell = (column: Column) => `$${letter(column)}${here + 1}`;
  const tracked = (column: ColumnId) => cellRef(there, TRACKED.indexOf(column), tracker);
  const { asOf, tolerance } = TRACKER_NAMES;
  const months = rangeRef(there, FIRST_MONTH, there, grid.lastMonth, tracker);
  const period = (offset: string) => `INDEX(${months},1,${asOf}${offset})`;
  const nums = `${quoteSheet(TRACKER_WORDS.tab[lang])}!${numbers(grid)}`;
  const known = (formula: string): SpecCell => ({ formula: `=IF(${cell("actual")}="","",${formula})` });
  const lower = plan.lowerIsBetter === true;
  const reached = `ROUND(${lower ? `2-${cell("attainment")}` : cell("attainment")},9)`;
  const children = planNodes(plan.root)
    .map(({ id }, i) => ({ id, row: FIRST + i }))
    .filter(({ id }) => node.children.some((child) => child.id === id));
  const past = lastYear?.get(node.id);
  const cells: Record<Column, SpecCell> = {
    name: node.name,
    level: node.level,
    target: { formula: `=SUMIF(${nums},${asOf},${targetMonths(node, targets)})` },
    actual: { formula: `=IF(${period("")}="","",${period("")})` },
    gap: known(`${cell("actual")}-${cell("target")}`),
    attainment: known(`IF(${cell("target")}=0,"",${cell("actual")}/${cell("target")})`),
    light: {
      formula: `=IF(ISNUMBER(${cell("attainment")}),IF(${reached}>=1,"●",IF(${reached}>=ROUND(1-${tolerance},9),"▲","▼")),"")`,
    },
    rank: {
      formula: `=IF(ISNUMBER(${cell("attainment")}),SUMPRODUCT((${down("level")}=${cell("level")})*(${down("attainment")}<>"")*(${down("attainment")}${lower ? "<" : ">"}${cell("attainment")}))+1,"")`,
    },
    previous: { formula: `=IF(${asOf}<2,"",IF(${period("-1")}="","",${period("-1")}))` },
    onPrevious: known(`IF(N(${cell("previous")})=0,"",${cell("actual")}/${cell("previous")}-1)`),
    lastYear: past
      ? { formula: `=SUMIF(${nums},${asOf},${past})` }
      : children.length > 0 && lastYear?.size
        ? { formula: `=${children.map((child) => `N(${letter("lastYear")}${child.row + 1})`).join("+")}` }
        : null,
    onLastYear: known(`IF(N(${cell("lastYear")})=0,"",${cell("actual")}/${cell("lastYear")}-1)`),
    toDate: { formula: `=${tracked("attainment")}` },
    toDateLight: { formula: `=${tracked("light")}` },
    next: { formula: `=${tracked("nextTask")}` },
  };
  return COLUMNS.map((id) => cells[id]);
}

function formats(nodes: readonly PlanNode[], plan: Plan, last: number, chartData: number): FormatSpec[] {
  const end = COLUMNS.length - 1;
  const down = (column: Column) => rangeRef(FIRST, at(column), last, at(column));
  const amount = amountFormat(plan.step);
  return [
    { range: "A1", style: "title" },
    { range: "A2", style: "subtitle" },
    { range: rangeRef(TILES - 1, 0, TILES - 1, 4), style: "kpiLabel" },
    { range: rangeRef(TILES, 0, TILES, 4), style: ["section", "alignLeft"] },
    { range: rangeRef(HEADER, 0, HEADER, end), style: "header" },
    { range: rangeRef(HEADER, 1, HEADER, end), style: "alignRight" },
    { range: rangeRef(FIRST, 0, last, end), style: ["body", "row", "text"] },
    ...AMOUNTS.map((id): FormatSpec => ({ range: down(id), style: "number", numberFormat: amount })),
    { range: down("gap"), style: "number", numberFormat: changeFormat(plan.step) },
    ...RATES.map((id): FormatSpec => ({ range: down(id), style: "number", numberFormat: "0.0%" })),
    ...CHANGES.map((id): FormatSpec => ({
      range: down(id),
      style: "number",
      numberFormat: "+0.0%;-0.0%;0.0%",
    })),
    { range: down("level"), style: ["note", "alignRight"], numberFormat: "0" },
    { range: down("rank"), style: "number", numberFormat: "0" },
    ...LIGHTS.map((id): FormatSpec => ({
      range: rangeRef(HEADER, at(id), last, at(id)),
      style: "alignCenter",
    })),
    ...nodes.flatMap(({ level, children }, i): FormatSpec[] => {
      const indent = INDENTS[Math.min(level, INDENTS.length - 1)];
      const across = rangeRef(FIRST + i, 0, FIRST + i, end);
      return [
        ...(children.length > 0
          ? [{ range: across, style: level === 0 ? ("total" as const) : ("subtotal" as const) }]
          : []),
        ...(indent ? [{ range: cellRef(FIRST + i, 0), style: indent }] : []),
      ];
    }),
    {
      range: rangeRef(chartData, 0, chartData + Math.max(0, plan.root.children.length - 1), 2),
      style: "note",
      numberFormat: amount,
    },
  ];
}

function conditionals(last: number, lowerIsBetter: boolean): ConditionalSpec[] {
  const range = (column: Column) => rangeRef(FIRST, at(column), last, at(column));
  const first = (column: Column) => `$${cellRef(FIRST, at(column))}`;
  const signs = [
    ["●", "good"],
    ["▲", "warn"],
    ["▼", "bad"],
  ] as const;
  return [
    ...LIGHTS.flatMap((id) =>
      signs.map(([sign, style]): ConditionalSpec => ({
        kind: "formula",
        range: range(id),
        formula: `=${first(id)}="${sign}"`,
        style,
      })),
    ),
    {
      kind: "formula",
      range: range("gap"),
      formula: `=N(${first("gap")})${lowerIsBetter ? ">" : "<"}0`,
      style: "bad",
    },
  ];
}
