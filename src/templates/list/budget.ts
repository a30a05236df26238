import { columnName } from "../../formula/references";
import { periodLabel } from "../../planning/calendar";
import { BUDGET_TABLES } from "../../records/forms/tables/budget";
import { dayCell } from "../../sheets/dates";
import { FORM_WORDS } from "../../sheets/forms/words";
import type { SpecCell } from "../../sheets/spec";
import { rateOfSums, tableLayout, type TableColumn, type TablePage } from "../../sheets/tablePage";
import type { Lang } from "../../words";
import { chartRows, ofYear, wordCell } from "../fill/forms";
import { tableBook } from "../tableBook";
import type { Template } from "../template";
import { budgetOf, exampleBudget, type BudgetBook } from "./budgetData";
import { MONTHS } from "./budgetItems";
import { BUDGET_WORDS as T } from "./budgetWords";

/** `1月`, `Jan`. */
function monthWord(month: number, lang: Lang): string {
  const start = `2026-${String(month).padStart(2, "0")}-01`;
  return periodLabel({ id: start.slice(0, 7), grain: "month", start, end: start }, lang);
}

function pages(data: BudgetBook, lang: Lang): TablePage[] {
  const { lines, spent: paid, changes: moves, year, upTo: month, warn } = data;
  const upTo = tableLayout({
    tab: T.varianceTab[lang],
    settings: [{ key: "upTo", label: "", value: month }],
    rows: [],
    columns: [],
  }).setting("upTo");
  const spans = spansUpTo(upTo);
  const monthColumns = (total: boolean): TableColumn[] =>
    MONTHS.map((month) => ({
      key: `m${month}`,
      header: monthWord(month, lang),
      width: 10,
      kind: "number",
      typed: true,
      ...(total ? { total: "sum" as const } : {}),
    }));
  const names: TableColumn[] = [
    { key: "id", header: T.id[lang], width: 8, kind: "text", typed: true },
    { key: "centre", header: T.centre[lang], width: 14, kind: "text", typed: true },
    { key: "owner", header: T.owner[lang], width: 14, kind: "text", typed: true },
    { key: "item", header: T.item[lang], width: 17, kind: "text", typed: true },
  ];
  const budget: TablePage = {
    id: "budget",
    tab: T.budgetTab[lang],
    title: ofYear(T.budgetTitle, year, lang),
    subtitle: T.budgetSubtitle[lang],
    lang,
    columns: [
      ...names,
      { key: "year", header: T.year[lang], width: 12, kind: "number", typed: true, min: 0, total: "sum" },
      {
        key: "check",
        header: T.check[lang],
        width: 9,
        kind: "number",
        numberFormat: '+#,##0;-#,##0;"✔"',
        formula: ({ cell, index }) => {
          const row = BUDGET_FIRST + index;
          const [first, last] = [columnName(MONTH_AT), columnName(MONTH_AT + 11)];
          return `IF(${cell("id")}="","",SUM($${first}${row}:$${last}${row})-${cell("year")})`;
        },
        lights: [{ when: ({ cell }) => `N(${cell("check")})<>0`, style: "badFill" }],
      },
      ...monthColumns(true),
    ],
    rows: lines.map(({ months, year: whole, ...line }) => ({
      ...wordCells(line),
      year: whole,
      ...monthCells(months),
    })),
    spare: 8,
    totalLabel: FORM_WORDS.total[lang],
  };
  // A number alone says nothing to who has to fill in the row.
  const itemOf: TableColumn = {
    key: "item",
    header: T.item[lang],
    width: 17,
    kind: "text",
    formula: ({ cell }) => {
      const { range } = tableLayout(budget);
      return `IF(${cell("id")}="","",IFERROR(INDEX(${range("item")},MATCH(${cell("id")},${range("id")},0))&"",""))`;
    },
  };
  const actual: TablePage = {
    ...budget,
    id: "budgetActuals",
    tab: T.actualTab[lang],
    title: ofYear(T.actualTitle, year, lang),
    subtitle: T.actualSubtitle[lang],
    columns: [
      {
        ...(names[0] ?? { key: "id", header: "", width: 8, kind: "text" }),
        choicesFrom: tableLayout(budget).range("id"),
      },
      itemOf,
      ...monthColumns(true),
      // Summed once for each row, so that the variance finds them by number however many rows there are.
      ...spans.map(([key, first]): TableColumn => ({
        key: `${key}Sum`,
        header: T[SPAN_WORDS[key]][lang],
        width: 11,
        kind: "number",
        helper: true,
        formula: ({ cell }) => `IF(${cell("id")}="","",${windowed(cell("m1"), cell("m12"), first, upTo)})`,
      })),
    ],
    rows: paid.map(({ id, months }) => ({ id: wordCell(id), ...monthCells(months) })),
  };
  const changes: TablePage = {
    id: "budgetChanges",
    tab: T.changesTab[lang],
    title: T.changesTitle[lang],
    subtitle: T.changesSubtitle[lang],
    lang,
    columns: [
      {
        key: "id",
        header: T.id[lang],
        width: 8,
        kind: "text",
        typed: true,
        choicesFrom: tableLayout(budget).range("id"),
      },
      itemOf,
      {
        key: "amount",
        header: T.amount[lang],
        width: 18,
        kind: "number",
        numberFormat: "+#,##0;-#,##0;0",
        typed: true,
        total: "sum",
      },
      { key: "reason", header: T.reason[lang], width: 38, kind: "text", typed: true, wraps: true },
      { key: "approver", header: T.approver[lang], width: 16, kind: "text", typed: true },
      { key: "date", header: T.date[lang], width: 13, kind: "date", typed: true },
      {
        key: "counts",
        header: T.counts[lang],
        width: 12,
        kind: "number",
        formula: ({ cell }) =>
          `IF(${cell("id")}="","",IF(OR(${cell("approver")}="",${cell("date")}=""),0,N(${cell("amount")})))`,
        total: "sum",
      },
    ],
    rows: moves.map(({ amount, date, ...move }) => ({ ...wordCells(move), amount, date: dayCell(date) })),
    spare: 10,
    totalLabel: FORM_WORDS.total[lang],
    signatures: [T.approver[lang], T.date[lang]],
  };
  const [from, spent, moved] = [tableLayout(budget), tableLayout(actual), tableLayout(changes)];
  const variance: TablePage = {
    id: "budgetVariance",
    tab: T.varianceTab[lang],
    title: T.varianceTitle[lang],
    subtitle: T.varianceSubtitle[lang],
    lang,
    settings: [
      { key: "upTo", label: T.upTo[lang], value: month, typed: true, choices: MONTHS.map(String) },
      { key: "warn", label: T.warn[lang], value: warn, kind: "percent", typed: true },
    ],
    columns: [
      {
        key: "id",
        header: T.id[lang],
        // The settings above have their labels in this column.
        width: 20,
        kind: "text",
        formula: ({ index }) => `${from.cell("id", from.firstRow + index)}&""`,
      },
      {
        key: "item",
        header: T.item[lang],
        width: 17,
        kind: "text",
        formula: ({ index }) => `${from.cell("item", from.firstRow + index)}&""`,
      },
      {
        key: "centre",
        header: T.centre[lang],
        width: 13,
        kind: "text",
        formula: ({ index }) => `${from.cell("centre", from.firstRow + index)}&""`,
      },
      {
        key: "owner",
        header: T.owner[lang],
        width: 13,
        kind: "text",
        formula: ({ index }) => `${from.cell("owner", from.firstRow + index)}&""`,
      },
      ...spans.flatMap(([key, first]): TableColumn[] => [
        {
          key: `${key}Budget`,
          header: T[`${key}Budget`][lang],
          width: 11,
          kind: "number",
          total: "sum",
          formula: ({ cell, index }) => {
            const at = (m: string) => from.cell(m, from.firstRow + index);
            return `IF(${cell("id")}="","",${windowed(at("m1"), at("m12").replace(/^.*!/, ""), first, upTo)})`;
          },
        },
        {
          key: `${key}Actual`,
          header: T[`${key}Actual`][lang],
          width: 11,
          kind: "number",
          total: "sum",
          formula: ({ cell }) =>
            `IF(${cell("id")}="","",SUMIFS(${spent.range(`${key}Sum`)},${spent.range("id")},${cell("id")}))`,
        },
      ]),
      {
        key: "variance",
        header: T.variance[lang],
        width: 11,
        kind: "number",
        numberFormat: "+#,##0;-#,##0;0",
        total: "sum",
        formula: ({ cell }) => `IF(${cell("id")}="","",${cell("yActual")}-${cell("yBudget")})`,
        lights: [{ when: ({ cell }) => `N(${cell("variance")})>0`, style: "bad" }],
      },
      {
        key: "change",
        header: T.change[lang],
        width: 10,
        kind: "number",
        numberFormat: "+#,##0;-#,##0;0",
        total: "sum",
        formula: ({ cell }) =>
          `IF(${cell("id")}="","",SUMIFS(${moved.range("counts")},${moved.range("id")},${cell("id")}))`,
      },
      {
        key: "available",
        header: T.available[lang],
        width: 12,
        kind: "number",
        total: "sum",
        formula: ({ cell, index }) =>
          `IF(${cell("id")}="","",${from.cell("year", from.firstRow + index)}+${cell("change")})`,
      },
      {
        key: "used",
        header: T.used[lang],
        width: 10,
        kind: "percent",
        formula: ({ cell }) => `IF(N(${cell("available")})=0,"",${cell("yActual")}/${cell("available")})`,
        total: rateOfSums("yActual", "available"),
      },
      {
        key: "light",
        header: T.light[lang],
        width: 9,
        kind: "mark",
        formula: ({ cell, setting }) => lightOf(cell, setting("warn")),
        lights: [
          { when: ({ cell }) => `${cell("light")}="●"`, style: "good" },
          { when: ({ cell }) => `${cell("light")}="▲"`, style: "warn" },
          { when: ({ cell }) => `${cell("light")}="▼"`, style: "bad" },
        ],
      },
    ],
    rows: budget.rows.map(() => ({})),
    spare: 8,
    totalLabel: FORM_WORDS.total[lang],
    charts: (layout, row) => {
      const shown = chartRows(lines.map(({ year: whole }) => whole !== null));
      const last = layout.firstRow + shown - 1;
      if (shown === 0) return [];
      const column = (key: string) =>
        `${layout.cell(key, layout.firstRow)}:${layout.cell(key, last).replace(/^.*!/, "")}`;
      return [
        {
          id: "budgetChart",
          kind: "column",
          title: T.chart[lang],
          from: `A${row}`,
          to: `M${row + 16}`,
          categories: column("item"),
          series: [
            { name: T.yBudget[lang], values: column("yBudget") },
            { name: T.yActual[lang], values: column("yActual"), labels: { numberFormat: "#,##0" } },
          ],
          valueAxis: { min: 0, numberFormat: "#,##0" },
          legend: "bottom",
          gapWidth: 80,
        },
      ];
    },
  };
  return [variance, owners(variance, data, lang), budget, actual, changes];
}

/** The same by who answers for it: a budget is somebody's. */
function owners(variance: TablePage, { lines }: BudgetBook, lang: Lang): TablePage {
  const at = tableLayout(variance);
  const pairs = new Map(lines.map(({ centre, owner }) => [`${centre}\n${owner}`, { centre, owner }]));
  const summed = variance.columns.filter(({ key, total }) => total === "sum" && key !== "change");
  const light = variance.columns.filter(({ key }) => key === "light");
  return {
    id: "budgetOwners",
    tab: T.ownersTab[lang],
    title: T.ownersTitle[lang],
    subtitle: T.ownersSubtitle[lang],
    lang,
    totalLabel: FORM_WORDS.total[lang],
    columns: [
      { key: "centre", header: T.centre[lang], width: 16, kind: "text", typed: true },
      { key: "owner", header: T.owner[lang], width: 16, kind: "text", typed: true },
      ...summed.map((column): TableColumn => ({
        ...column,
        formula: ({ cell }) => {
          const named = `${at.range("centre")},${cell("centre")},${at.range("owner")},${cell("owner")}`;
          return `IF(${cell("owner")}="","",SUMIFS(${at.range(column.key)},${named}))`;
        },
      })),
      {
        key: "used",
        header: T.used[lang],
        width: 10,
        kind: "percent",
        formula: ({ cell }) => `IF(N(${cell("available")})=0,"",${cell("yActual")}/${cell("available")})`,
        total: rateOfSums("yActual", "available"),
      },
      ...light.map((column): TableColumn => ({
        ...column,
        formula: ({ cell }) => lightOf(cell, at.setting("warn")),
      })),
    ],
    rows: [...pairs.values()].filter(({ owner }) => owner !== "").map(wordCells),
    spare: 4,
  };
}

function lightOf(cell: (key: string) => string, warn: string): string {
  return `IF(N(${cell("yBudget")})=0,"",IF(${cell("yActual")}>${cell("yBudget")},"▼",IF(${cell("yActual")}>=${warn}*${cell("yBudget")},"▲","●")))`;
}

const SPAN_WORDS = { m: "helperMonth", q: "helperQuarter", y: "helperYear" } as const;

/** The month, its quarter, the year so far: where each begins. */
function spansUpTo(upTo: string) {
  return [
    ["m", upTo],
    ["q", `(INT((${upTo}-1)/3)*3+1)`],
    ["y", "1"],
  ] as const;
}

/** Sum of a row's twelve months from `first` up to the month chosen. */
function windowed(january: string, december: string, first: string, upTo: string): string {
  const months = `{${MONTHS.join(",")}}`;
  return `SUMPRODUCT((${months}>=${first})*(${months}<=${upTo})*${january}:${december})`;
}

function monthCells(months: readonly (number | null)[]): Record<string, SpecCell> {
  return Object.fromEntries(MONTHS.map((month, i) => [`m${month}`, months[i] ?? null]));
}

function wordCells(words: Readonly<Record<string, string>>): Record<string, SpecCell> {
  return Object.fromEntries(Object.entries(words).map(([key, text]) => [key, wordCell(text)]));
}

/** Where the budget's rows and months begin; its check column sums them. */
const BUDGET_FIRST = 5;
const MONTH_AT = 6;

export const BUDGET: Template = {
  id: "budget-responsibility",
  number: "D16",
  group: "plan",
  name: { "zh-CN": "预算责任制", "en-US": "Budget responsibility" },
  purpose: {
    "zh-CN": "预算分到责任中心和责任人，按月、季、年看差异，超线预警，调整须批准。",
    "en-US":
      "The budget split to centres and people; variance by month, quarter and year; warnings; approved changes only.",
  },
  steps: [
    {
      "zh-CN": "在“预算分解”填写责任中心、责任人、项目、全年预算和各月预算；核对列必须为 ✔。",
      "en-US": "On Budget enter centre, owner, item, the year and its months; the check column must show ✔.",
    },
    { "zh-CN": "每月在“实际发生”填写实际费用。", "en-US": "Each month enter what was spent on Actuals." },
    {
      "zh-CN": "在“差异分析”选择截至月份，本月、本季、累计自动计算。",
      "en-US": "On Variance choose the month; month, quarter and year to date follow.",
    },
    {
      "zh-CN": "达到预警线显示 ▲，超出预算显示 ▼。",
      "en-US": "▲ appears from the warning line on, ▼ above the budget.",
    },
    {
      "zh-CN": "需要调整时登记在“预算调整”，写明批准人和日期才生效。",
      "en-US": "Enter a change on Changes; it counts once it says who approved it and when.",
    },
  ],
  book: (lang) => tableBook(pages(exampleBudget(lang), lang)),
  fill: {
    kind: "tables",
    tables: BUDGET_TABLES,
    book: (found, lang) => {
      const own = budgetOf(found, lang);
      return own && { book: tableBook(pages(own.data, lang)), problems: own.problems };
    },
  },
  examples: ["budget", "budgetOwners", "budgetActuals", "budgetChanges"],
};
