import { KEY_ACCOUNT_TABLES } from "../../records/forms/tables/keyAccounts";
import { FORM_WORDS } from "../../sheets/forms/words";
import { quoted } from "../../sheets/rows";
import { rateOfSums, tableLayout, type TableColumn, type TablePage } from "../../sheets/tablePage";
import { say, type Lang } from "../../words";
import { chartRows, wordCell } from "../fill/forms";
import { unitLine, unitShort } from "../fill/units";
import { tableBook } from "../tableBook";
import type { Template } from "../template";
import { exampleKeyAccounts, keyAccountsOf, type KeyAccounts } from "./keyAccountsData";
import { KEY_ACCOUNT_WORDS as T } from "./keyAccountsWords";

/** Empty rows for products to come. */
const SPARE_PRODUCTS = 3;

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
    formula: ({ cell }) =>
      `IF(OR(${cell(key)}="",${cell("plan")}="",${cell("actual")}=""),"",${cell("actual")}-${cell("plan")})`,
    total: "sum",
    lights: [{ when: ({ cell }) => `N(${cell("gap")})<0`, style: "bad" }],
  },
  {
    key: "rate",
    header: T.rate[lang],
    width: 12,
    kind: "percent",
    formula: ({ cell }) =>
      `IF(OR(N(${cell("plan")})=0,${cell("actual")}=""),"",${cell("actual")}/${cell("plan")})`,
    total: rateOfSums("actual", "plan"),
  },
  {
    key: "growth",
    header: T.growth[lang],
    width: 13,
    kind: "percent",
    numberFormat: "+0.0%;-0.0%;0.0%",
    formula: ({ cell }) =>
      `IF(OR(N(${cell("lastYear")})=0,${cell("actual")}=""),"",${cell("actual")}/${cell("lastYear")}-1)`,
    total: (_, sum) =>
      `IF(OR(N(${sum("lastYear")})=0,${sum("actual")}=""),"",${sum("actual")}/${sum("lastYear")}-1)`,
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

function pages(data: KeyAccounts, lang: Lang): TablePage[] {
  const { unit } = data;
  const subtitle = say(T.subtitle, lang, {
    period: data.period === "" ? "" : `${data.period} · `,
    unit: unitLine(unit, lang),
  });
  const frame = { lang, subtitle, totalLabel: FORM_WORDS.total[lang] };
  // Products stand on a page of their own, which the list to choose from is taken from.
  const productPlace = tableLayout({
    tab: T.productsTab[lang],
    rows: data.products.map(() => ({})),
    spare: SPARE_PRODUCTS,
    columns: [{ key: "product" }],
  });
  const tolerance = "$B$4";
  const light = (setting: string) => (rate: string) =>
    `IF(${rate}="","",IF(${rate}>=1,"●",IF(${rate}>=1-${setting},"▲","▼")))`;
  const accounts: TablePage = {
    ...frame,
    id: "keyAccounts",
    tab: T.tab[lang],
    title: T.title[lang],
    settings: [
      { key: "tolerance", label: T.tolerance[lang], value: data.tolerance, kind: "percent", typed: true },
    ],
    columns: [
      { key: "account", header: T.account[lang], width: 26, kind: "text", typed: true },
      {
        key: "product",
        header: T.product[lang],
        width: 20,
        kind: "text",
        typed: true,
        choicesFrom: productPlace.range("product"),
      },
      { key: "owner", header: T.owner[lang], width: 17, kind: "text", typed: true },
      // Goods taken back can make an actual negative; a plan is none.
      ...figures(lang).map((column) => ({
        ...column,
        typed: true,
        ...(column.key === "plan" ? { min: 0 } : {}),
      })),
      ...results(lang, "account", light(tolerance)),
    ],
    rows: data.lines.map((line) => ({
      ...line,
      account: wordCell(line.account),
      product: wordCell(line.product),
      owner: wordCell(line.owner),
    })),
    spare: 10,
  };
  const at = tableLayout(accounts);
  // No plan of anything is no plan, not a plan of nothing.
  const sumBy = (by: string) => (key: string, cell: (key: string) => string) => {
    const sum = `SUMIFS(${at.range(key)},${at.range(by)},${cell(by)})`;
    const none = `COUNTIFS(${at.range(by)},${cell(by)},${at.range(key)},">=0")=0`;
    return `IF(${cell(by)}="","",${key === "actual" ? sum : `IF(${none},"",${sum})`})`;
  };
  const summed = (by: string): TableColumn[] =>
    figures(lang).map((column) => ({ ...column, formula: ({ cell }) => sumBy(by)(column.key, cell) }));
  const products: TablePage = {
    ...frame,
    id: "keyProducts",
    tab: T.productsTab[lang],
    title: T.productsTitle[lang],
    columns: [
      { key: "product", header: T.product[lang], width: 24, kind: "text", typed: true },
      ...summed("product"),
      ...results(lang, "product", light(at.setting("tolerance"))),
    ],
    rows: data.products.map((product) => ({ product })),
    spare: SPARE_PRODUCTS,
    charts: (layout, row) => {
      const shown = chartRows(data.products.map(() => true));
      const column = (key: string) =>
        `${layout.cell(key, layout.firstRow)}:${layout.cell(key, layout.firstRow + shown - 1).replace(/^.*!/, "")}`;
      if (shown === 0) return [];
      return [
        {
          id: "keyProductsChart",
          kind: "column",
          title: say(T.chartProducts, lang, { unit: unitShort(unit, lang) }),
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
    settings: [{ key: "limit", label: T.limit[lang], value: data.limit, kind: "percent", typed: true }],
    columns: [
      { key: "account", header: T.account[lang], width: 28, kind: "text", typed: true },
      ...summed("account").filter(({ key }) => key !== "plan"),
      {
        key: "lost",
        header: T.lost[lang],
        width: 15.5,
        kind: "text",
        formula: ({ cell }) =>
          `IF(${cell("account")}="","",IF(N(${cell("lastYear")})=0,${quoted(T.newcomer[lang])},IF(${cell("actual")}=0,${quoted(T.lostYes[lang])},${quoted(T.lostNo[lang])})))`,
        lights: [
          { when: ({ cell }) => `${cell("lost")}=${quoted(T.lostYes[lang])}`, style: "badFill" },
          { when: ({ cell }) => `${cell("lost")}=${quoted(T.lostNo[lang])}`, style: "good" },
        ],
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
    rows: data.accounts.map((account) => ({ account })),
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
      "zh-CN": "填写上年同期、计划和实绩，单位见表头上方。",
      "en-US": "Enter last year, plan and actual in the unit said above the table.",
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
  book: (lang) => tableBook(pages(exampleKeyAccounts(lang), lang)),
  fill: {
    kind: "tables",
    tables: KEY_ACCOUNT_TABLES,
    ledger: true,
    book: (found, lang) => {
      const own = keyAccountsOf(found, lang);
      return own && { book: tableBook(pages(own.data, lang)), problems: own.problems };
    },
  },
  examples: ["keyAccounts", "keyProducts", "keyChurn"],
};
