import { allocateShares } from "../../planning/allocate/shares";
import { columnName } from "../../formula/references";
import { FORM_WORDS } from "../../sheets/forms/words";
import { dateCell } from "../../sheets/dates";
import { tableLayout, type TableColumn, type TablePage } from "../../sheets/tablePage";
import { say, type Lang, type Phrase } from "../../words";
import { exampleTeam } from "../examples/team";
import { tableBook } from "../tableBook";
import type { Template } from "../template";

const T = {
  budgetTab: { "zh-CN": "预算分解", "en-US": "Budget" },
  budgetTitle: { "zh-CN": "2026 年费用预算分解", "en-US": "Expense budget 2026" },
  budgetSubtitle: {
    "zh-CN": "单位：元 · 各月之和必须等于全年预算，差额立刻标红",
    "en-US": "Whole currency units · months must add up to the year; a residual turns red at once",
  },
  actualTab: { "zh-CN": "实际发生", "en-US": "Actuals" },
  actualTitle: { "zh-CN": "2026 年实际费用", "en-US": "Actual expenses 2026" },
  actualSubtitle: {
    "zh-CN": "单位：元 · 未发生的月份留空",
    "en-US": "Whole currency units · leave months to come empty",
  },
  varianceTab: { "zh-CN": "差异分析", "en-US": "Variance" },
  varianceTitle: { "zh-CN": "预算执行差异", "en-US": "Budget against actual" },
  varianceSubtitle: {
    "zh-CN": "本月、本季、本年累计到所选月份；费用越低越好，超出预警线标黄，超出预算标红",
    "en-US":
      "Month, quarter and year up to the chosen month; lower is better, yellow above the warning line, red above budget",
  },
  changesTab: { "zh-CN": "预算调整", "en-US": "Changes" },
  changesTitle: { "zh-CN": "经批准的预算调整", "en-US": "Approved changes of the budget" },
  changesSubtitle: {
    "zh-CN": "只有写明批准人和日期的调整才计入预算",
    "en-US": "A change counts only with who approved it and when",
  },
  centre: { "zh-CN": "责任中心", "en-US": "Centre" },
  owner: { "zh-CN": "责任人", "en-US": "Owner" },
  item: { "zh-CN": "费用项目", "en-US": "Item" },
  id: { "zh-CN": "编号", "en-US": "No." },
  year: { "zh-CN": "全年预算", "en-US": "Year" },
  check: { "zh-CN": "核对", "en-US": "Check" },
  month: { "zh-CN": "{n}月", "en-US": "M{n}" },
  upTo: { "zh-CN": "截至月份", "en-US": "Up to month" },
  warn: { "zh-CN": "预警线（占预算）", "en-US": "Warn from (of budget)" },
  change: { "zh-CN": "调整", "en-US": "Changes" },
  available: { "zh-CN": "调整后预算", "en-US": "Budget now" },
  mBudget: { "zh-CN": "本月预算", "en-US": "Month budget" },
  mActual: { "zh-CN": "本月实际", "en-US": "Month actual" },
  qBudget: { "zh-CN": "本季预算", "en-US": "Quarter budget" },
  qActual: { "zh-CN": "本季实际", "en-US": "Quarter actual" },
  yBudget: { "zh-CN": "累计预算", "en-US": "Budget to date" },
  yActual: { "zh-CN": "累计实际", "en-US": "Actual to date" },
  variance: { "zh-CN": "累计差异", "en-US": "Variance" },
  used: { "zh-CN": "全年已用", "en-US": "Year used" },
  light: { "zh-CN": "预警", "en-US": "Warning" },
  date: { "zh-CN": "日期", "en-US": "Date" },
  amount: { "zh-CN": "金额（+ 增 − 减）", "en-US": "Amount (+ or −)" },
  reason: { "zh-CN": "原因", "en-US": "Reason" },
  approver: { "zh-CN": "批准人", "en-US": "Approved by" },
  counts: { "zh-CN": "计入", "en-US": "Counts" },
  chart: { "zh-CN": "各项目累计预算与实际", "en-US": "Budget and actual to date by item" },
  sales: { "zh-CN": "销售中心", "en-US": "Sales" },
  market: { "zh-CN": "市场中心", "en-US": "Marketing" },
  service: { "zh-CN": "服务中心", "en-US": "Service" },
  travel: { "zh-CN": "差旅费", "en-US": "Travel" },
  entertain: { "zh-CN": "招待费", "en-US": "Entertaining" },
  ads: { "zh-CN": "广告费", "en-US": "Advertising" },
  promotion: { "zh-CN": "促销费", "en-US": "Promotion" },
  repair: { "zh-CN": "维修耗材", "en-US": "Repair materials" },
  training: { "zh-CN": "培训费", "en-US": "Training" },
  reason1: { "zh-CN": "新增秋季展会", "en-US": "Autumn fair added" },
  reason2: { "zh-CN": "压缩招待标准", "en-US": "Entertaining cut back" },
} as const satisfies Record<string, Phrase>;

const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1);

interface Item {
  readonly centre: keyof typeof T;
  readonly item: keyof typeof T;
  readonly year: number;
  /** Shape over the year. */
  readonly weights: readonly number[];
  /** Actual as a share of the month's budget, month by month. */
  readonly spent: readonly number[];
}

const EVEN = MONTHS.map(() => 1);
const ITEMS: readonly Item[] = [
  {
    centre: "sales",
    item: "travel",
    year: 360_000,
    weights: [2, 1, 3, 3, 3, 3, 2, 2, 3, 3, 3, 2],
    spent: [0.95, 0.9, 1.02, 0.98, 1.05],
  },
  {
    centre: "sales",
    item: "entertain",
    year: 120_000,
    weights: [3, 2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 2],
    spent: [1.1, 1.05, 1.2, 1.08, 1.12],
  },
  {
    centre: "market",
    item: "ads",
    year: 500_000,
    weights: [1, 1, 2, 3, 3, 2, 1, 1, 3, 3, 2, 1],
    spent: [1, 1, 0.92, 0.9, 0.97],
  },
  {
    centre: "market",
    item: "promotion",
    year: 280_000,
    weights: [2, 1, 1, 2, 3, 2, 1, 1, 2, 3, 2, 2],
    spent: [0.8, 0.9, 1, 0.95, 0.96],
  },
  { centre: "service", item: "repair", year: 96_000, weights: EVEN, spent: [0.9, 1, 0.95, 1.01, 1.02] },
  {
    centre: "service",
    item: "training",
    year: 48_500,
    weights: [0, 1, 0, 1, 0, 1, 0, 0, 1, 0, 1, 0],
    spent: [0, 1, 0, 0.85, 0],
  },
];

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
