import { CUSTOMER_TABLES } from "../../records/forms/tables/customers";
import { dayCell } from "../../sheets/dates";
import { FORM_WORDS } from "../../sheets/forms/words";
import type { WorkbookSpec } from "../../sheets/spec";
import { rateOfSums, tableLayout, type TableColumn, type TablePage } from "../../sheets/tablePage";
import { tablePage } from "../../sheets/tablePageBuilder";
import { say, type Lang } from "../../words";
import { chartRows, wordCell } from "../fill/forms";
import { unitLine, unitShort } from "../fill/units";
import type { Template } from "../template";
import { CONTACTS, customersOf, exampleCustomers, type CustomerBook } from "./customerCardData";
import { CARD_ID, customerCardPage } from "./customerCardPage";
import { CUSTOMER_WORDS as T } from "./customerCardWords";

function pages(
  { customers, visits: contacts, unit }: CustomerBook,
  lang: Lang,
): { list: TablePage; visits: TablePage } {
  const text = (key: keyof typeof T, width: number, more: Partial<TableColumn> = {}): TableColumn => ({
    key,
    header: T[key][lang],
    width,
    kind: "text",
    typed: true,
    ...more,
  });
  const money = (key: "lastYear" | "plan" | "actual" | "owed"): TableColumn => ({
    key,
    header: T[key][lang],
    width: 10,
    kind: "number",
    typed: true,
    // Goods taken back and money paid ahead are below zero; a plan is not.
    ...(key === "plan" ? { min: 0 } : {}),
    total: "sum",
  });
  const list: TablePage = {
    id: "customers",
    tab: T.listTab[lang],
    title: T.listTitle[lang],
    subtitle: unitLine(unit, lang),
    lang,
    totalLabel: FORM_WORDS.total[lang],
    columns: [
      text("name", 28),
      text("class", 8, { choices: ["VIP", "A", "B", "C"] }),
      text("industry", 18),
      text("contact", 16),
      text("position", 22),
      text("phone", 16),
      text("owner", 16),
      { key: "since", header: T.since[lang], width: 13, kind: "date", typed: true },
      money("lastYear"),
      money("plan"),
      money("actual"),
      {
        key: "rate",
        header: T.rate[lang],
        width: 10,
        kind: "percent",
        formula: ({ cell }) =>
          `IF(OR(N(${cell("plan")})=0,${cell("actual")}=""),"",${cell("actual")}/${cell("plan")})`,
        total: rateOfSums("actual", "plan"),
      },
      money("owed"),
      text("needs", 26, { wraps: true }),
      text("rivals", 16, { wraps: true }),
      text("next", 22, { wraps: true }),
    ],
    rows: customers.map(({ since, ...rest }) => ({
      ...Object.fromEntries(
        Object.entries(rest).map(([key, value]) => [
          key,
          typeof value === "string" ? wordCell(value) : value,
        ]),
      ),
      since: dayCell(since),
    })),
    spare: 12,
    repeated: "name",
    explained: T.listExplained[lang],
    charts: (layout, at) => {
      const shown = chartRows(
        customers.map(({ lastYear, plan, actual }) => lastYear !== null || plan !== null || actual !== null),
        12,
      );
      const column = (key: string) =>
        `${layout.cell(key, layout.firstRow)}:${layout.cell(key, layout.firstRow + shown - 1).replace(/^.*!/, "")}`;
      if (shown === 0) return [];
      return [
        {
          id: "customersChart",
          kind: "column",
          title: say(T.chart, lang, { unit: unitShort(unit, lang) }),
          // On the second page, below the figures.
          from: `${layout.letter("lastYear")}${at}`,
          to: `${layout.letter("rivals")}${at + 15}`,
          categories: column("name"),
          series: (["lastYear", "plan", "actual"] as const).map((key) => ({
            name: T[key][lang],
            values: column(key),
            labels: { numberFormat: "#,##0" },
          })),
          valueAxis: { min: 0 },
          legend: "bottom",
          gapWidth: 80,
        },
      ];
    },
  };
  const visits: TablePage = {
    id: "customerVisits",
    tab: T.visitsTab[lang],
    title: T.visitsTitle[lang],
    subtitle: T.visitsSubtitle[lang],
    lang,
    columns: [
      { key: "date", header: T.date[lang], width: 14, kind: "date", typed: true },
      text("name", 22, { choicesFrom: tableLayout(list).range("name") }),
      text("person", 15),
      text("kind", 10, { choices: CONTACTS.map((kind) => T[kind][lang]) }),
      text("what", 46, { wraps: true }),
      {
        key: "key",
        header: T.key[lang],
        width: 14,
        kind: "text",
        helper: true,
        formula: ({ cell, soFar }) =>
          `IF(${cell("name")}="","",${cell("name")}&"#"&COUNTIF(${soFar("name")},${cell("name")}))`,
      },
    ],
    rows: contacts.map(({ date, name, person, kind, what }) => ({
      date: dayCell(date),
      name: wordCell(name),
      person: wordCell(person),
      kind: kind === undefined ? null : T[kind][lang],
      what: wordCell(what),
    })),
    spare: 22,
  };
  return { list, visits };
}

/** The card in front, then the lists it looks into. */
function book(data: CustomerBook, lang: Lang): WorkbookSpec {
  const { list, visits } = pages(data, lang);
  const first = data.customers[0]?.name;
  return {
    sheets: [
      customerCardPage(tableLayout(list), tableLayout(visits), wordCell(first), lang),
      tablePage(list).sheet,
      tablePage(visits).sheet,
    ],
    names: [],
    activate: CARD_ID,
  };
}

export const CUSTOMER_CARD: Template = {
  id: "customer-card",
  number: "C2",
  group: "form",
  name: { "zh-CN": "客户卡", "en-US": "Customer card" },
  purpose: {
    "zh-CN": "客户档案、往来记录各一张表，选择客户即得一页客户卡。",
    "en-US": "One list of customers, one of visits and calls; pick a customer and get the card on one page.",
  },
  steps: [
    {
      "zh-CN": "在“客户档案”每行登记一个客户，选择类别。",
      "en-US": "Enter one customer a row on Customers and choose the class.",
    },
    {
      "zh-CN": "填写上年成交、今年计划与成交、应收余额。",
      "en-US": "Enter last year, plan, actual and what is owed.",
    },
    {
      "zh-CN": "每次拜访或电话在“往来记录”加一行。",
      "en-US": "Add a row on Contacts for every visit or call.",
    },
    {
      "zh-CN": "在“客户卡”选择客户，最近往来在前。",
      "en-US": "Pick the customer on the card; the latest contacts come first.",
    },
    { "zh-CN": "拜访前打印一页随身带。", "en-US": "Print the page and take it along." },
  ],
  book: (lang) => book(exampleCustomers(lang), lang),
  fill: {
    kind: "tables",
    tables: CUSTOMER_TABLES,
    ledger: true,
    book: (found, lang) => {
      const own = customersOf(found, lang);
      return own && { book: book(own.data, lang), problems: own.problems };
    },
  },
  examples: [CARD_ID, "customers", "customerVisits"],
  picture: CARD_ID,
};
