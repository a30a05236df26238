import { dateCell } from "../../sheets/dates";
import { FORM_WORDS } from "../../sheets/forms/words";
import { tableLayout, tablePage, type TableColumn, type TablePage } from "../../sheets/tablePage";
import type { Lang } from "../../words";
import { exampleTeam } from "../examples/team";
import type { Template } from "../template";
import { CARD_ID, customerCardPage } from "./customerCardPage";
import { CUSTOMER_WORDS as T } from "./customerCardWords";

function pages(lang: Lang): { list: TablePage; visits: TablePage } {
  const [a = "", b = "", c = ""] = exampleTeam(lang, 3);
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
    width: 11,
    kind: "number",
    typed: true,
    min: 0,
    total: "sum",
  });
  const list: TablePage = {
    id: "customers",
    tab: T.listTab[lang],
    title: T.listTitle[lang],
    subtitle: T.listSubtitle[lang],
    lang,
    totalLabel: FORM_WORDS.total[lang],
    columns: [
      text("name", 22),
      text("class", 8, { choices: ["VIP", "A", "B", "C"] }),
      text("industry", 13),
      text("contact", 14),
      text("position", 17),
      text("phone", 15),
      text("owner", 14),
      { key: "since", header: T.since[lang], width: 12, kind: "date", typed: true },
      money("lastYear"),
      money("plan"),
      money("actual"),
      {
        key: "rate",
        header: T.rate[lang],
        width: 11,
        kind: "percent",
        formula: ({ cell }) => `IF(N(${cell("plan")})=0,"",${cell("actual")}/${cell("plan")})`,
      },
      money("owed"),
      text("needs", 26, { wraps: true }),
      text("rivals", 18),
      text("next", 24, { wraps: true }),
    ],
    rows: [
      customer(
        "c1",
        "VIP",
        "machinery",
        "李经理",
        "Ms Li",
        "buyer",
        "021-5550 1201",
        a,
        "2019-05-06",
        [402, 450, 231, 38],
        "n1",
        "ACME",
        "s1",
      ),
      customer(
        "c2",
        "A",
        "logistics",
        "赵主管",
        "Mr Zhao",
        "fleet",
        "025-5550 3390",
        b,
        "2022-09-01",
        [186, 220, 96, 12],
        "n2",
        "Globex",
        "s2",
      ),
      customer(
        "c3",
        "B",
        "hospital",
        "孙科长",
        "Ms Sun",
        "dean",
        "0512-5550 8842",
        c,
        "2024-03-15",
        [0, 80, 45, 0],
        "n3",
        "Initech",
        "s3",
      ),
    ],
    spare: 12,
    charts: (layout, at) => {
      const column = (key: string) =>
        `${layout.cell(key, layout.firstRow)}:${layout.cell(key, layout.firstRow + 2).replace(/^.*!/, "")}`;
      return [
        {
          id: "customersChart",
          kind: "column",
          title: T.chart[lang],
          from: `A${at}`,
          to: `H${at + 15}`,
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
      text("kind", 10, { choices: [T.visit[lang], T.call[lang]] }),
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
    rows: [
      contact("2026-01-08", "c1", a, "visit", "v1"),
      contact("2026-02-20", "c1", a, "call", "v2"),
      contact("2026-02-24", "c2", b, "visit", "v3"),
      contact("2026-03-11", "c3", c, "visit", "v4"),
    ],
    spare: 30,
  };
  return { list, visits };

  function customer(
    name: keyof typeof T,
    level: string,
    industry: keyof typeof T,
    zh: string,
    en: string,
    position: keyof typeof T,
    phone: string,
    owner: string,
    since: string,
    [lastYear = 0, plan = 0, actual = 0, owed = 0]: readonly number[],
    needs: keyof typeof T,
    rivals: string,
    next: keyof typeof T,
  ) {
    return {
      name: T[name][lang],
      class: level,
      industry: T[industry][lang],
      contact: lang === "zh-CN" ? zh : en,
      position: T[position][lang],
      phone,
      owner,
      since: dateCell(since),
      lastYear,
      plan,
      actual,
      owed,
      needs: T[needs][lang],
      rivals,
      next: T[next][lang],
    };
  }

  function contact(
    date: string,
    name: keyof typeof T,
    person: string,
    kind: "visit" | "call",
    what: keyof typeof T,
  ) {
    return { date: dateCell(date), name: T[name][lang], person, kind: T[kind][lang], what: T[what][lang] };
  }
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
  book: (lang) => {
    const { list, visits } = pages(lang);
    return {
      sheets: [
        customerCardPage(tableLayout(list), tableLayout(visits), list.rows[0]?.["name"] ?? null, lang),
        tablePage(list).sheet,
        tablePage(visits).sheet,
      ],
      names: [],
      activate: CARD_ID,
    };
  },
  examples: [CARD_ID, "customers", "customerVisits"],
};
