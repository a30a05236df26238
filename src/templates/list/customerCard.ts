import { dateCell } from "../../sheets/dates";
import { FORM_WORDS } from "../../sheets/forms/words";
import { RowSheet } from "../../sheets/rows";
import type { SheetSpec, SpecCell } from "../../sheets/spec";
import {
  tableLayout,
  tablePage,
  type TableColumn,
  type TableLayout,
  type TablePage,
} from "../../sheets/tablePage";
import { PAGE_WORDS } from "../../sheets/words";
import type { Lang, Phrase } from "../../words";
import { exampleTeam } from "../examples/team";
import type { Template } from "../template";

const T = {
  listTab: { "zh-CN": "客户档案", "en-US": "Customers" },
  listTitle: { "zh-CN": "客户档案", "en-US": "Customers" },
  listSubtitle: {
    "zh-CN": "金额单位：万元 · 每行一个客户",
    "en-US": "Money in ten thousands · one customer a row",
  },
  visitsTab: { "zh-CN": "往来记录", "en-US": "Contacts" },
  visitsTitle: { "zh-CN": "客户往来记录", "en-US": "Visits and calls" },
  visitsSubtitle: { "zh-CN": "每次拜访、电话一行", "en-US": "One visit or call a row" },
  cardTab: { "zh-CN": "客户卡", "en-US": "Customer card" },
  cardTitle: { "zh-CN": "客户卡", "en-US": "Customer card" },
  cardSubtitle: {
    "zh-CN": "在黄色单元格选择客户，其余自动填写",
    "en-US": "Pick a customer in the yellow cell; the rest fills itself in",
  },
  name: { "zh-CN": "客户", "en-US": "Customer" },
  class: { "zh-CN": "类别", "en-US": "Class" },
  industry: { "zh-CN": "行业", "en-US": "Industry" },
  contact: { "zh-CN": "联系人", "en-US": "Contact" },
  position: { "zh-CN": "职务", "en-US": "Position" },
  phone: { "zh-CN": "电话", "en-US": "Phone" },
  owner: { "zh-CN": "负责人", "en-US": "Owner" },
  since: { "zh-CN": "合作起始", "en-US": "Customer since" },
  lastYear: { "zh-CN": "上年成交", "en-US": "Last year" },
  plan: { "zh-CN": "今年计划", "en-US": "Plan" },
  actual: { "zh-CN": "今年成交", "en-US": "Actual" },
  owed: { "zh-CN": "应收余额", "en-US": "Owed" },
  rate: { "zh-CN": "完成率", "en-US": "Attainment" },
  needs: { "zh-CN": "主要需求", "en-US": "Needs" },
  rivals: { "zh-CN": "竞争对手", "en-US": "Competitors" },
  next: { "zh-CN": "下一步", "en-US": "Next step" },
  date: { "zh-CN": "日期", "en-US": "Date" },
  person: { "zh-CN": "我方人员", "en-US": "Our person" },
  kind: { "zh-CN": "方式", "en-US": "How" },
  what: { "zh-CN": "内容与结果", "en-US": "What and result" },
  visit: { "zh-CN": "拜访", "en-US": "Visit" },
  call: { "zh-CN": "电话", "en-US": "Call" },
  recent: { "zh-CN": "往来记录", "en-US": "Visits and calls" },
  more: { "zh-CN": "往来次数", "en-US": "Contacts in all" },
  key: { "zh-CN": "卡片键", "en-US": "Card key" },
  chart: { "zh-CN": "上年、计划与成交（万元）", "en-US": "Last year, plan and actual (ten thousands)" },
  machinery: { "zh-CN": "机械", "en-US": "Machinery" },
  logistics: { "zh-CN": "物流", "en-US": "Logistics" },
  hospital: { "zh-CN": "医疗", "en-US": "Health care" },
  c1: { "zh-CN": "远大集团", "en-US": "Yuanda Group" },
  c2: { "zh-CN": "同方物流", "en-US": "Tongfang Logistics" },
  c3: { "zh-CN": "新城医院", "en-US": "New City Hospital" },
  buyer: { "zh-CN": "采购总监", "en-US": "Head of buying" },
  fleet: { "zh-CN": "车队主管", "en-US": "Fleet manager" },
  dean: { "zh-CN": "设备科长", "en-US": "Head of equipment" },
  n1: { "zh-CN": "交期稳定，备件齐全", "en-US": "Steady delivery, spare parts in stock" },
  n2: { "zh-CN": "按公里计费的维保", "en-US": "Maintenance paid by distance" },
  n3: { "zh-CN": "节假日也能响应", "en-US": "Response on holidays too" },
  s1: { "zh-CN": "提交下半年报价", "en-US": "Quote for the second half" },
  s2: { "zh-CN": "安排试用", "en-US": "Arrange a trial" },
  s3: { "zh-CN": "约见分管院长", "en-US": "Meet the deputy director" },
  v1: { "zh-CN": "确认上半年采购计划", "en-US": "Confirmed the first-half plan" },
  v2: { "zh-CN": "催收一月货款，答应月底付", "en-US": "Asked for January's payment; promised by month end" },
  v3: { "zh-CN": "介绍按公里维保方案", "en-US": "Presented maintenance by distance" },
  v4: { "zh-CN": "设备验收，有两项整改", "en-US": "Acceptance: two things to mend" },
} as const satisfies Record<string, Phrase>;

const CARD_ID = "customerCard";
const CARD_LINES = 10;
/** The customer picked on the card. */
const PICK_ROW = 4;

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

/** Everything about one customer on a page to print. */
function card(list: TableLayout, visits: TableLayout, first: SpecCell, lang: Lang): SheetSpec {
  const rows = new RowSheet(4);
  const pick = `$B$${PICK_ROW}`;
  const of = (key: keyof typeof T | "rate", format?: string): SpecCell => {
    const found = `INDEX(${list.range(key)},MATCH(${pick},${list.range("name")},0))`;
    return {
      formula: format === undefined ? `=IFERROR(${found}&"","")` : `=IFERROR(IF(${found}="","",${found}),"")`,
    };
  };
  rows.add([T.cardTitle[lang]], "title");
  rows.add([T.cardSubtitle[lang]], "subtitle");
  rows.skip();
  rows.add([T.name[lang], first, T.class[lang], of("class")]);
  rows.format(`B${PICK_ROW}`, ["strong", "text", "input"]);
  const pairs: readonly (readonly [
    keyof typeof T,
    string | undefined,
    keyof typeof T,
    string | undefined,
  ])[] = [
    ["industry", undefined, "owner", undefined],
    ["contact", undefined, "position", undefined],
    ["phone", undefined, "since", "yyyy-mm-dd"],
    ["lastYear", "#,##0", "plan", "#,##0"],
    ["actual", "#,##0", "rate", "0.0%"],
    ["owed", "#,##0", "rivals", undefined],
  ];
  for (const [left, leftFormat, right, rightFormat] of pairs) {
    const row = rows.add(
      [T[left][lang], of(left, leftFormat), T[right][lang], of(right, rightFormat)],
      ["body", "row"],
    );
    if (leftFormat !== undefined) rows.format(`B${row}`, "text", leftFormat);
    if (rightFormat !== undefined) rows.format(`D${row}`, "text", rightFormat);
  }
  const heights = [{ rows: "1", height: 26 }];
  for (const key of ["needs", "next"] as const) {
    const row = rows.add([T[key][lang], of(key)], ["body", "row"]);
    heights.push({ rows: `${row}`, height: 20 });
  }
  rows.format(`A${PICK_ROW}:A${rows.next - 1}`, "muted");
  rows.format(`C${PICK_ROW}:C${rows.next - 3}`, "muted");
  rows.skip();
  rows.add(
    [T.recent[lang], null, T.more[lang], { formula: `=COUNTIF(${visits.range("name")},${pick})` }],
    "section",
  );
  rows.format(`C${rows.next - 1}:D${rows.next - 1}`, ["body", "muted", "alignLeft"]);
  rows.add([T.date[lang], T.what[lang], T.kind[lang], T.person[lang]], "header");
  const firstLine = rows.next;
  for (let line = 1; line <= CARD_LINES; line++) {
    // The latest first.
    const nth = `MATCH(${pick}&"#"&(COUNTIF(${visits.range("name")},${pick})-${line - 1}),${visits.range("key")},0)`;
    const take = (key: string): SpecCell => ({
      formula: `=IFERROR(INDEX(${visits.range(key)},${nth})&"","")`,
    });
    const day: SpecCell = { formula: `=IFERROR(INDEX(${visits.range("date")},${nth}),"")` };
    rows.add([day, take("what"), take("kind"), take("person")], ["body", "row"]);
  }
  rows.format(`A${firstLine}:D${rows.next - 1}`, "wrap");
  rows.format(`A${firstLine}:A${rows.next - 1}`, "wrap", "yyyy-mm-dd");
  return {
    id: CARD_ID,
    name: T.cardTab[lang],
    blocks: [rows.block()],
    columns: [
      { columns: "A", width: 15 },
      { columns: "B", width: 44 },
      { columns: "C", width: 17 },
      { columns: "D", width: 20 },
    ],
    rows: [...heights, { rows: `${firstLine}:${rows.next - 1}`, height: 28 }],
    formats: rows.formats,
    validations: [
      {
        range: `B${PICK_ROW}`,
        rule: { kind: "listFrom", source: `=${list.range("name")}` },
        prompt: { title: T.name[lang], message: FORM_WORDS.pickOne[lang] },
      },
    ],
    print: {
      orientation: "portrait",
      area: `A1:D${rows.next - 1}`,
      fitWidth: 1,
      fitHeight: 1,
      footer: { left: T.cardTitle[lang], right: PAGE_WORDS.pages[lang] },
    },
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
  book: (lang) => {
    const { list, visits } = pages(lang);
    return {
      sheets: [
        card(tableLayout(list), tableLayout(visits), list.rows[0]?.["name"] ?? null, lang),
        tablePage(list).sheet,
        tablePage(visits).sheet,
      ],
      names: [],
      activate: CARD_ID,
    };
  },
  examples: [CARD_ID, "customers", "customerVisits"],
};
