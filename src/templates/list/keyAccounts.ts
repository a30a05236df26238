import { FORM_WORDS } from "../../sheets/forms/words";
import { quoted } from "../../sheets/rows";
import { tableLayout, type TableColumn, type TablePage } from "../../sheets/tablePage";
import type { Lang, Phrase } from "../../words";
import { exampleTeam } from "../examples/team";
import { tableBook } from "../tableBook";
import type { Template } from "../template";

const T = {
  tab: { "zh-CN": "大客户", "en-US": "Accounts" },
  title: { "zh-CN": "大客户计划与实绩", "en-US": "Key accounts: plan and actual" },
  subtitle: {
    "zh-CN": "2026 年 1–6 月 · 万元 · 每行一个客户的一种产品；完成率可以超过 100 %",
    "en-US": "January–June 2026 · ten thousands · one account and product a row; rates may exceed 100 %",
  },
  productsTab: { "zh-CN": "分产品", "en-US": "By product" },
  productsTitle: { "zh-CN": "各产品计划与实绩", "en-US": "Plan and actual by product" },
  churnTab: { "zh-CN": "客户流失", "en-US": "Churn" },
  churnTitle: { "zh-CN": "大客户流失", "en-US": "Accounts lost" },
  churnSubtitle: {
    "zh-CN": "流失 = 上年有成交而今年没有；流失率 = 流失客户 ÷ 上年有成交的客户，不得超过上限",
    "en-US":
      "Lost = bought last year and not this year; churn = lost ÷ accounts that bought last year, kept under the limit",
  },
  account: { "zh-CN": "客户", "en-US": "Account" },
  product: { "zh-CN": "产品", "en-US": "Product" },
  owner: { "zh-CN": "客户经理", "en-US": "Account manager" },
  lastYear: { "zh-CN": "上年同期", "en-US": "Last year" },
  plan: { "zh-CN": "计划", "en-US": "Plan" },
  actual: { "zh-CN": "实绩", "en-US": "Actual" },
  gap: { "zh-CN": "差额", "en-US": "Gap" },
  rate: { "zh-CN": "完成率", "en-US": "Attainment" },
  growth: { "zh-CN": "同比", "en-US": "On last year" },
  light: { "zh-CN": "状态", "en-US": "Light" },
  tolerance: { "zh-CN": "黄灯容差", "en-US": "Yellow within" },
  limit: { "zh-CN": "流失率上限", "en-US": "Churn limit" },
  lost: { "zh-CN": "流失", "en-US": "Lost" },
  lostYes: { "zh-CN": "▼ 流失", "en-US": "▼ lost" },
  lostNo: { "zh-CN": "●", "en-US": "●" },
  newcomer: { "zh-CN": "新客户", "en-US": "New" },
  churn: { "zh-CN": "流失率", "en-US": "Churn" },
  verdict: { "zh-CN": "结论", "en-US": "Verdict" },
  within: { "zh-CN": "● 在上限内", "en-US": "● within the limit" },
  above: { "zh-CN": "▼ 超过上限", "en-US": "▼ above the limit" },
  chartProducts: {
    "zh-CN": "各产品计划与实绩（万元）",
    "en-US": "Plan and actual of each product (ten thousands)",
  },
} as const satisfies Record<string, Phrase>;

const PRODUCTS: readonly Phrase[] = [
  { "zh-CN": "标准机型", "en-US": "Standard" },
  { "zh-CN": "高端机型", "en-US": "Premium" },
  { "zh-CN": "配件与服务", "en-US": "Parts and service" },
];

const ACCOUNTS: readonly Phrase[] = [
  { "zh-CN": "远大集团", "en-US": "Yuanda Group" },
  { "zh-CN": "华兴重工", "en-US": "Huaxing Heavy Industry" },
  { "zh-CN": "同方物流", "en-US": "Tongfang Logistics" },
  { "zh-CN": "金桥建设", "en-US": "Golden Bridge Building" },
  { "zh-CN": "海川化工", "en-US": "Haichuan Chemicals" },
];

/** Account, product, last year, plan, actual; ten thousands. */
const FIGURES: readonly (readonly [
  account: number,
  product: number,
  last: number,
  plan: number,
  actual: number,
])[] = [
  [0, 0, 320, 360, 402],
  [0, 1, 150, 200, 171],
  [0, 2, 45, 50, 58],
  [1, 0, 280, 300, 291],
  [1, 2, 60, 66, 41],
  [2, 0, 120, 150, 186],
  [2, 1, 0, 80, 95],
  [3, 1, 90, 100, 0],
  [4, 0, 0, 120, 64],
  [4, 2, 0, 20, 22],
];

const figures = (lang: Lang): TableColumn[] => [
  { key: "lastYear", header: T.lastYear[lang], width: 12, kind: "number", total: "sum" },
  { key: "plan", header: T.plan[lang], width: 11, kind: "number", total: "sum" },
  { key: "actual", header: T.actual[lang], width: 11, kind: "number", total: "sum" },
];

const results = (lang: Lang, key: string, light: (rate: string) => string): TableColumn[] => [
  {
    key: "gap",
    header: T.gap[lang],
    width: 10,
    kind: "number",
    formula: ({ cell }) => `IF(${cell(key)}="","",${cell("actual")}-${cell("plan")})`,
    total: "sum",
    lights: [{ when: ({ cell }) => `N(${cell("gap")})<0`, style: "bad" }],
  },
  {
    key: "rate",
    header: T.rate[lang],
    width: 12,
    kind: "percent",
    formula: ({ cell }) => `IF(N(${cell("plan")})=0,"",${cell("actual")}/${cell("plan")})`,
  },
  {
    key: "growth",
    header: T.growth[lang],
    width: 13,
    kind: "percent",
    numberFormat: "+0.0%;-0.0%;0.0%",
    formula: ({ cell }) => `IF(N(${cell("lastYear")})=0,"",${cell("actual")}/${cell("lastYear")}-1)`,
  },
  {
    key: "light",
    header: T.light[lang],
    width: 9,
    kind: "mark",
    formula: ({ cell }) => light(cell("rate")),
    lights: [
      { when: ({ cell }) => `${cell("light")}="●"`, style: "good" },
      { when: ({ cell }) => `${cell("light")}="▲"`, style: "warn" },
      { when: ({ cell }) => `${cell("light")}="▼"`, style: "bad" },
    ],
  },
];

function pages(lang: Lang): TablePage[] {
  const team = exampleTeam(lang, 3);
  const frame = { lang, subtitle: T.subtitle[lang], totalLabel: FORM_WORDS.total[lang] };
  const accountRows = FIGURES.map(([account, product, lastYear, plan, actual]) => ({
    account: ACCOUNTS[account]?.[lang] ?? null,
    product: PRODUCTS[product]?.[lang] ?? null,
    owner: team[account % team.length] ?? null,
    lastYear,
    plan,
    actual,
  }));
  const tolerance = "$B$4";
  const light = (setting: string) => (rate: string) =>
    `IF(${rate}="","",IF(${rate}>=1,"●",IF(${rate}>=1-${setting},"▲","▼")))`;
  const accounts: TablePage = {
    ...frame,
    id: "keyAccounts",
    tab: T.tab[lang],
    title: T.title[lang],
    settings: [{ key: "tolerance", label: T.tolerance[lang], value: 0.1, kind: "percent", typed: true }],
    columns: [
      { key: "account", header: T.account[lang], width: 26, kind: "text", typed: true },
      {
        key: "product",
        header: T.product[lang],
        width: 20,
        kind: "text",
        typed: true,
        choices: PRODUCTS.map((product) => product[lang]),
      },
      { key: "owner", header: T.owner[lang], width: 17, kind: "text", typed: true },
      ...figures(lang).map((column) => ({ ...column, typed: true, min: 0 })),
      ...results(lang, "account", light(tolerance)),
    ],
    rows: accountRows,
    spare: 10,
  };
  const at = tableLayout(accounts);
  const sumBy = (by: string) => (key: string, cell: (key: string) => string) =>
    `IF(${cell(by)}="","",SUMIFS(${at.range(key)},${at.range(by)},${cell(by)}))`;
  const summed = (by: string): TableColumn[] =>
    figures(lang).map((column) => ({ ...column, formula: ({ cell }) => sumBy(by)(column.key, cell) }));
  const products: TablePage = {
    ...frame,
    id: "keyProducts",
    tab: T.productsTab[lang],
    title: T.productsTitle[lang],
    columns: [
      { key: "product", header: T.product[lang], width: 24, kind: "text" },
      ...summed("product"),
      ...results(lang, "product", light(at.setting("tolerance"))),
    ],
    rows: PRODUCTS.map((product) => ({ product: product[lang] })),
    charts: (layout, row) => {
      const column = (key: string) =>
        `${layout.cell(key, layout.firstRow)}:${layout.cell(key, layout.lastRow).replace(/^.*!/, "")}`;
      return [
        {
          id: "keyProductsChart",
          kind: "column",
          title: T.chartProducts[lang],
          from: `A${row}`,
          to: `H${row + 16}`,
          categories: column("product"),
          series: (["lastYear", "plan", "actual"] as const).map((key) => ({
            name: T[key][lang],
            values: column(key),
            labels: { numberFormat: "#,##0" },
          })),
          valueAxis: { min: 0, numberFormat: "#,##0" },
          legend: "bottom",
          gapWidth: 80,
        },
      ];
    },
  };
  const churn: TablePage = {
    ...frame,
    id: "keyChurn",
    tab: T.churnTab[lang],
    title: T.churnTitle[lang],
    subtitle: T.churnSubtitle[lang],
    orientation: "portrait",
    settings: [{ key: "limit", label: T.limit[lang], value: 0.1, kind: "percent", typed: true }],
    columns: [
      { key: "account", header: T.account[lang], width: 28, kind: "text", typed: true },
      ...summed("account").filter(({ key }) => key !== "plan"),
      {
        key: "lost",
        header: T.lost[lang],
        width: 14,
        kind: "text",
        formula: ({ cell }) =>
          `IF(${cell("account")}="","",IF(${cell("lastYear")}=0,${quoted(T.newcomer[lang])},IF(${cell("actual")}=0,${quoted(T.lostYes[lang])},${quoted(T.lostNo[lang])})))`,
        lights: [{ when: ({ cell }) => `${cell("lost")}=${quoted(T.lostYes[lang])}`, style: "badFill" }],
        total: (range) => {
          const base = `(COUNTIF(${range},${quoted(T.lostYes[lang])})+COUNTIF(${range},${quoted(T.lostNo[lang])}))`;
          const rate = `COUNTIF(${range},${quoted(T.lostYes[lang])})/${base}`;
          return `IF(${base}=0,"",IF(${rate}>$B$4,${quoted(T.above[lang])},${quoted(T.within[lang])}))`;
        },
      },
      {
        key: "churn",
        header: T.churn[lang],
        width: 10,
        kind: "percent",
        total: (range) => {
          const lost = range.replace(/[A-Z]+(?=\d)/g, "D");
          const base = `(COUNTIF(${lost},${quoted(T.lostYes[lang])})+COUNTIF(${lost},${quoted(T.lostNo[lang])}))`;
          return `IF(${base}=0,"",COUNTIF(${lost},${quoted(T.lostYes[lang])})/${base})`;
        },
      },
    ],
    rows: ACCOUNTS.map((account) => ({ account: account[lang] })),
    spare: 8,
  };
  return [accounts, products, churn];
}

export const KEY_ACCOUNTS: Template = {
  id: "key-accounts",
  number: "D12",
  group: "plan",
  name: { "zh-CN": "大客户计划与流失", "en-US": "Key accounts: plan, actual and churn" },
  purpose: {
    "zh-CN": "按客户和产品对照计划与实绩，完成率可超过 100 %，流失率不超过上限。",
    "en-US":
      "Plan against actual by account and product, rates over 100 % included, with a limit on accounts lost.",
  },
  steps: [
    {
      "zh-CN": "在“大客户”逐行填写客户、产品、客户经理。",
      "en-US": "On Accounts enter account, product and account manager, one row each.",
    },
    {
      "zh-CN": "填写上年同期、计划和实绩，单位万元。",
      "en-US": "Enter last year, plan and actual in ten thousands.",
    },
    {
      "zh-CN": "黄灯容差可改：差多少以内仍算黄灯。",
      "en-US": "Change how close to the plan still counts as yellow.",
    },
    {
      "zh-CN": "“分产品”自动汇总，并画出上年、计划、实绩对照图。",
      "en-US": "By product sums up by itself and draws the comparison.",
    },
    {
      "zh-CN": "在“客户流失”列出客户，流失率超过上限即变红。",
      "en-US": "List the accounts on Churn; a rate above the limit turns red.",
    },
  ],
  book: (lang) => tableBook(pages(lang)),
  examples: ["keyAccounts", "keyChurn"],
};
