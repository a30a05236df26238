import { allocateShares } from "../../planning/allocate/shares";
import { columnName } from "../../formula/references";
import { FORM_WORDS } from "../../sheets/forms/words";
import { dateCell } from "../../sheets/dates";
import { tableLayout, type TableColumn, type TablePage } from "../../sheets/tablePage";
import { say, type Lang } from "../../words";
import { exampleTeam } from "../examples/team";
import { tableBook } from "../tableBook";
import type { Template } from "../template";
import { ITEMS, MONTHS, type Item } from "./budgetItems";
import { BUDGET_WORDS as T } from "./budgetWords";

function pages(lang: Lang): TablePage[] {
  const owners = exampleTeam(lang, 3);
  const centres = [...new Set(ITEMS.map(({ centre }) => centre))];
  const label = (item: Item, i: number) => ({
    id: `B${i + 1}`,
    centre: T[item.centre][lang],
    owner: owners[centres.indexOf(item.centre)] ?? null,
    item: T[item.item][lang],
  });
  const budgets = ITEMS.map(({ year, weights }) => allocateShares(year, weights));
  const monthColumns = (total: boolean): TableColumn[] =>
    MONTHS.map((month) => ({
      key: `m${month}`,
      header: say(T.month, lang, { n: String(month) }),
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
    title: T.budgetTitle[lang],
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
    rows: ITEMS.map((item, i) => ({
      ...label(item, i),
      year: item.year,
      ...Object.fromEntries(MONTHS.map((month, m) => [`m${month}`, budgets[i]?.[m] ?? 0])),
    })),
    spare: 8,
    totalLabel: FORM_WORDS.total[lang],
  };
  const actual: TablePage = {
    ...budget,
    id: "budgetActuals",
    tab: T.actualTab[lang],
    title: T.actualTitle[lang],
    subtitle: T.actualSubtitle[lang],
    columns: [
      {
        ...(names[0] ?? { key: "id", header: "", width: 8, kind: "text" }),
        choicesFrom: tableLayout(budget).range("id"),
      },
      ...monthColumns(true),
    ],
    rows: ITEMS.map((item, i) => ({
      id: `B${i + 1}`,
      ...Object.fromEntries(
        item.spent.map((share, m) => [`m${m + 1}`, Math.round((budgets[i]?.[m] ?? 0) * share)]),
      ),
    })),
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
    rows: [
      {
        id: "B3",
        amount: 40_000,
        reason: T.reason1[lang],
        approver: owners[0] ?? null,
        date: dateCell("2026-04-20"),
      },
      {
        id: "B2",
        amount: -6_000,
        reason: T.reason2[lang],
        approver: owners[0] ?? null,
        date: dateCell("2026-05-06"),
      },
      { id: "B4", amount: 15_000, reason: T.reason1[lang] },
    ],
    spare: 10,
    totalLabel: FORM_WORDS.total[lang],
    signatures: [T.approver[lang], T.date[lang]],
  };
  const [from, spent, moved] = [tableLayout(budget), tableLayout(actual), tableLayout(changes)];
  const upTo = "$B$4";
  /** Sum over the months of a window of the row with this id: the month, its quarter, the year so far. */
  const windowed = (layout: typeof from, id: string, first: string): string => {
    const block = (key: string) => layout.range(key).replace(/^.*!/, "");
    const all = `${layout.range("m1").replace(/:.*$/, "")}:${block("m12").replace(/^.*:/, "")}`;
    const months = `{${MONTHS.join(",")}}`;
    return `SUMPRODUCT((${layout.range("id")}=${id})*(${months}>=${first})*(${months}<=${upTo})*${all})`;
  };
  const quarter = `(INT((${upTo}-1)/3)*3+1)`;
  const spans = [
    ["m", upTo],
    ["q", quarter],
    ["y", "1"],
  ] as const;
  const variance: TablePage = {
    id: "budgetVariance",
    tab: T.varianceTab[lang],
    title: T.varianceTitle[lang],
    subtitle: T.varianceSubtitle[lang],
    lang,
    settings: [
      { key: "upTo", label: T.upTo[lang], value: 5, typed: true, choices: MONTHS.map(String) },
      { key: "warn", label: T.warn[lang], value: 0.95, kind: "percent", typed: true },
    ],
    columns: [
      {
        key: "id",
        header: T.id[lang],
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
        key: "owner",
        header: T.owner[lang],
        width: 14,
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
          formula: ({ cell }) => `IF(${cell("id")}="","",${windowed(from, cell("id"), first)})`,
        },
        {
          key: `${key}Actual`,
          header: T[`${key}Actual`][lang],
          width: 11,
          kind: "number",
          total: "sum",
          formula: ({ cell }) => `IF(${cell("id")}="","",${windowed(spent, cell("id"), first)})`,
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
      },
      {
        key: "light",
        header: T.light[lang],
        width: 9,
        kind: "mark",
        formula: ({ cell, setting }) =>
          `IF(N(${cell("yBudget")})=0,"",IF(${cell("yActual")}>${cell("yBudget")},"▼",IF(${cell("yActual")}>=${setting("warn")}*${cell("yBudget")},"▲","●")))`,
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
      const last = layout.firstRow + ITEMS.length - 1;
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
  return [variance, budget, actual, changes];
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
  book: (lang) => tableBook(pages(lang)),
  examples: ["budget", "budgetActuals", "budgetChanges"],
};
