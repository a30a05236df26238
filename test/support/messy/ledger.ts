import type { Lang } from "../../../src/words";
import { somePeople, sloppyName, UNITS } from "./people";
import { randomOf, type Random } from "./random";
import { SheetBuilder, type Written } from "./sheetBuilder";
import { DATE_STYLES, fullWidth, MONEY_STYLES, someDay } from "./spellings";
import type { ColumnTruth, Defect, MessyWorkbook } from "./workbook";

export interface TrueDeal {
  readonly sheet: string;
  readonly row: number;
  readonly rep: string;
  readonly product: string | undefined;
  readonly account: string | undefined;
  readonly outcome: "won" | "lost" | "open";
  readonly opened: string | undefined;
  readonly closed: string | undefined;
  readonly amount: number | undefined;
}

export interface LedgerTruth {
  readonly columns: ColumnTruth;
  readonly deals: readonly TrueDeal[];
}

type Column = "id" | "rep" | "product" | "account" | "outcome" | "opened" | "closed" | "amount";
const HEADERS: Readonly<Record<Lang, Readonly<Record<Column, readonly string[]>>>> = {
  "zh-CN": {
    id: ["商机编号", "合同编号", "订单号", "单据编号"],
    rep: ["业务员", "销售人员", "客户经理", "负责人", "业务员姓名", "销售代表"],
    product: ["产品", "产品名称", "商品名称", "产品型号"],
    account: ["客户", "客户名称", "客户全称", "购货单位"],
    outcome: ["阶段", "商机状态", "销售阶段", "当前状态", "成交状态"],
    opened: ["立项日期", "创建日期", "登记日期", "立项时间"],
    closed: ["成交日期", "签约日期", "结单日期", "签单时间"],
    amount: ["成交金额", "合同金额", "金额", "签约金额", "销售额"],
  },
  "en-US": {
    id: ["Opportunity ID", "Deal ID", "Order No.", "Record Id"],
    rep: ["Sales Rep", "Salesperson", "Owner", "Sales Agent", "Rep Name", "Account Executive"],
    product: ["Product", "Product Name", "Item", "Model"],
    account: ["Account", "Customer", "Customer Name", "Client"],
    outcome: ["Stage", "Status", "Deal Stage", "Outcome"],
    opened: ["Created Date", "Open Date", "Engage Date", "Date Opened"],
    closed: ["Close Date", "Closed Date", "Won Date", "Order Date"],
    amount: ["Amount", "Deal Value", "Close Value", "Contract Value", "Revenue"],
  },
};
const EXTRA: Readonly<Record<Lang, readonly string[]>> = {
  "zh-CN": ["序号", "联系电话", "备注", "单价"],
  "en-US": ["#", "Phone", "Remarks", "Unit price"],
};
const STAGES: Readonly<Record<Lang, Readonly<Record<TrueDeal["outcome"], readonly string[]>>>> = {
  "zh-CN": { won: ["赢单", "成交", "已签约"], lost: ["输单", "丢单"], open: ["跟进中", "报价", "商务谈判"] },
  "en-US": {
    won: ["Won", "Closed Won"],
    lost: ["Lost", "Closed Lost"],
    open: ["Engaging", "Prospecting", "Proposal"],
  },
};
const PRODUCTS: Readonly<Record<Lang, readonly string[]>> = {
  "zh-CN": ["变频空调", "商用冷柜", "净水设备", "热泵机组"],
  "en-US": ["GTX Basic", "GTX Plus Pro", "MG Special", "GTK 500"],
};
const ACCOUNTS: Readonly<Record<Lang, readonly string[]>> = {
  "zh-CN": ["宏远贸易有限公司", "天成建设集团", "东方酒店", "绿地物业", "合众汇总数据公司", "中科软件"],
  "en-US": ["Acme Corporation", "Betasoloin", "Total Systems Ltd", "Hottechi", "Cancity", "Isdom"],
};
const UNREADABLE = { amount: ["待定", "见合同", "TBD"], date: ["2017-02-30", "待定", "13/13/2017"] };

/** A ledger on one sheet, or on one per region. Clean ones are only laid out oddly; others have things wrong in them. */
export function messyLedger(
  seed: number,
  lang: Lang,
  options: { sheets: number; clean: boolean },
): MessyWorkbook<LedgerTruth> {
  const random = randomOf(seed);
  const defects: Defect[] = [];
  const deals: TrueDeal[] = [];
  const columns: Record<string, Record<string, string>> = {};
  const layout = layOut(random, lang);
  const grids = Array.from({ length: options.sheets }, (_, i) => {
    const name =
      options.sheets === 1
        ? random.pick(lang === "zh-CN" ? ["销售台账", "明细", "Sheet1"] : ["Ledger", "Deals 2017", "Sheet1"])
        : (UNITS[lang][i] ?? `S${i}`);
    const sheet = new SheetBuilder(
      name,
      layout.columns.length,
      random.pick([0, 0, 1, 3]),
      random.pick([0, 0, 1]),
    );
    columns[name] = Object.fromEntries(
      layout.columns.flatMap((column, at) => (column in layout.headers ? [[column, sheet.letters(at)]] : [])),
    );
    writeTitle(sheet, random, lang);
    writeHeader(sheet, layout, lang, random);
    writeDeals({ sheet, random, lang, layout, defects, deals, clean: options.clean, prefix: `${seed}${i}` });
    writeEnd(sheet, random, lang, layout);
    return sheet.grid(random.chance(0.7));
  });
  return {
    name: `ledger ${seed} ${lang} ${options.sheets} sheet(s)${options.clean ? " clean" : ""}`,
    lang,
    grids,
    truth: { columns, deals },
    defects,
  };
}

type HeaderShape = "one" | "grouped" | "numbered" | "wrapped";

/** One row; two rows with merged groups; a row of column numbers below; or line breaks inside the header. */
function writeHeader(sheet: SheetBuilder, layout: Layout, lang: Lang, random: Random): void {
  const texts = layout.columns.map((column) => layout.headers[column as Column] ?? column);
  if (layout.header === "wrapped") {
    sheet.add(
      texts.map((text) =>
        lang === "zh-CN" ? `${text.slice(0, 2)}\n${text.slice(2)}`.trim() : text.replace(" ", "\n"),
      ),
    );
  } else if (layout.header === "grouped") {
    // Two neighbouring columns get a word in common above; the others reach over both rows.
    const first = random.int(1, texts.length - 2);
    const isGrouped = (i: number) => i === first || i === first + 1;
    const upper = sheet.add(
      texts.map((text, i) =>
        i === first ? (lang === "zh-CN" ? "签单情况" : "Details") : isGrouped(i) ? null : text,
      ),
    );
    const lower = sheet.add(texts.map((text, i) => (isGrouped(i) ? text : null)));
    sheet.merge(first, upper, first + 1, upper);
    texts.forEach((_, i) => (isGrouped(i) ? undefined : sheet.merge(i, upper, i, lower)));
  } else sheet.add(texts);
  if (layout.header === "numbered") sheet.add(texts.map((_, i) => i + 1));
  if (random.chance(0.1)) sheet.add();
}

interface Layout {
  readonly header: HeaderShape;
  /** After every so many records a blank row, the header again, or a heading. */
  readonly interruptions: "none" | "blank" | "header" | "heading";
  readonly columns: readonly string[];
  readonly headers: Readonly<Record<Column, string>>;
  readonly date: (iso: string) => Written;
  readonly money: (yuan: number) => Written;
  readonly subtotals: boolean;
}

function layOut(random: Random, lang: Lang): Layout {
  const names: Column[] = ["id", "rep", "product", "account", "outcome", "opened", "closed", "amount"];
  const money = random.pick(Object.values(MONEY_STYLES));
  const headers = Object.fromEntries(names.map((name) => [name, random.pick(HEADERS[lang][name])])) as Record<
    Column,
    string
  >;
  headers.amount += money.header;
  const rest = random.shuffle([
    ...names.slice(1),
    ...random.shuffle(EXTRA[lang].slice(1)).slice(0, random.int(0, 2)),
  ]);
  const numbered = random.chance(0.4) ? [EXTRA[lang][0] ?? ""] : [];
  return {
    columns: [...numbered, "id", ...rest],
    headers,
    date: random.pick(Object.values(DATE_STYLES)),
    money: money.write,
    subtotals: random.chance(0.4),
    header: random.pick(["one", "one", "grouped", "numbered", "wrapped"]),
    interruptions: random.pick(["none", "none", "blank", "header", "heading"]),
  };
}

function writeTitle(sheet: SheetBuilder, random: Random, lang: Lang): void {
  if (random.chance(0.3)) return;
  const row = sheet.add([lang === "zh-CN" ? "2017年销售台账" : "Sales ledger 2017"]);
  sheet.merge(0, row, sheet.width - 1, row);
  if (random.chance(0.5))
    sheet.add([
      lang === "zh-CN" ? "部门：销售部" : "Department: Sales",
      null,
      lang === "zh-CN" ? "制表日期：2018-01-05" : "Printed: 2018-01-05",
    ]);
  if (random.chance(0.5)) sheet.add();
}

function writeEnd(sheet: SheetBuilder, random: Random, lang: Lang, layout: Layout): void {
  if (random.chance(0.6))
    sheet.add(
      layout.columns.map((column, i) =>
        i === 0 ? (lang === "zh-CN" ? "合  计" : "Total") : column === "amount" ? { value: 999_999 } : null,
      ),
    );
  if (random.chance(0.3)) sheet.add();
  if (random.chance(0.6))
    sheet.add([
      lang === "zh-CN"
        ? "注：金额以合同为准，未签约的不计。"
        : "Note: amounts as signed; open deals are not counted.",
    ]);
  if (random.chance(0.3))
    sheet.add([
      lang === "zh-CN" ? "制表：李四" : "Prepared by: Kim",
      null,
      lang === "zh-CN" ? "审核：王五" : "Approved by: Lee",
    ]);
}

interface Writing {
  readonly sheet: SheetBuilder;
  readonly random: Random;
  readonly lang: Lang;
  readonly layout: Layout;
  readonly defects: Defect[];
  readonly deals: TrueDeal[];
  readonly clean: boolean;
  readonly prefix: string;
}

type Cells = Record<string, Written | string | number | null>;

function writeDeals(writing: Writing): void {
  const { sheet, random, lang, layout, deals, clean, prefix } = writing;
  const people = somePeople(random, lang, 6);
  const count = random.int(30, 60);
  // One defect a row at most, so that each is told from the others.
  const spoiled = clean
    ? new Map<number, DefectKind>()
    : new Map(random.shuffle(DEFECT_KINDS).map((kind, i) => [3 + i * 2, kind]));
  let month = 0;
  for (let i = 0; i < count; i++) {
    const outcome = random.pick(["won", "won", "won", "lost", "open"] as const);
    const opened = someDay(random, 0, 200);
    const closed = outcome === "open" ? undefined : someDay(random, 201, 364);
    const deal = {
      sheet: sheet.sheet,
      rep: random.pick(people),
      product: random.pick(PRODUCTS[lang]),
      account: random.pick(ACCOUNTS[lang]),
      outcome,
      opened,
      closed,
      amount: outcome === "won" ? random.int(100, 900) * 100 : undefined,
    };
    const cells: Cells = {
      ...Object.fromEntries(layout.columns.map((column) => [column, extra(random, column, i)])),
      id: `C${prefix}-${String(i).padStart(4, "0")}`,
      rep: deal.rep,
      product: deal.product,
      account: deal.account,
      outcome: random.pick(STAGES[lang][outcome]),
      opened: layout.date(opened),
      closed: closed === undefined ? null : layout.date(closed),
      amount: deal.amount === undefined ? null : layout.money(deal.amount),
    };
    const kind = spoiled.get(i);
    if (kind) spoil(writing, kind, deal, cells);
    else deals.push({ ...deal, row: writeRow(writing, cells) });
    if (i % 20 === 19 && i < count - 1) interrupt(writing, i);
    if (layout.subtotals && i % 12 === 11) {
      month += 1;
      const at = layout.columns.indexOf("rep");
      sheet.add(
        layout.columns.map((column, c) =>
          c === Math.min(at, 1)
            ? lang === "zh-CN"
              ? `${month}月小计`
              : "Subtotal"
            : column === "amount"
              ? { value: 4242 }
              : null,
        ),
      );
    }
  }
}

function interrupt({ sheet, layout, lang }: Writing, i: number): void {
  if (layout.interruptions === "blank") sheet.add();
  if (layout.interruptions === "header")
    sheet.add(layout.columns.map((column) => layout.headers[column as Column] ?? column));
  if (layout.interruptions === "heading") sheet.add([lang === "zh-CN" ? `第${i}批` : `Batch after ${i}`]);
}

function extra(random: Random, column: string, i: number): string | number | null {
  if (column === "序号" || column === "#") return i + 1;
  if (column === "联系电话" || column === "Phone") return `1380000${1000 + i}`;
  if (column === "单价" || column === "Unit price") return random.int(1, 99) * 100;
  return random.chance(0.1) ? "VIP" : null;
}

function writeRow({ sheet, layout }: Writing, cells: Cells): number {
  return sheet.add(layout.columns.map((column) => cells[column] ?? null));
}

const DEFECT_KINDS = [
  "sloppyName",
  "fullWidth",
  "badAmount",
  "noRep",
  "badStage",
  "badDate",
  "errorValue",
  "twice",
  "sameId",
  "noAccount",
  "misspelt",
  "reversed",
  "hidden",
  "decimalComma",
  "negative",
] as const;
type DefectKind = (typeof DEFECT_KINDS)[number];

/** Writes the row with one thing wrong, and notes what is wrong where and what is true all the same. */
function spoil(writing: Writing, kind: DefectKind, deal: Omit<TrueDeal, "row">, cells: Cells): void {
  const { sheet, random, layout, defects, deals, lang } = writing;
  const at = (column: string, row: number) => sheet.cell(layout.columns.indexOf(column), row);
  const put = (changed: Cells, truth: Partial<TrueDeal>, column: string, codes: Defect["codes"]): number => {
    const row = writeRow(writing, { ...cells, ...changed });
    deals.push({ ...deal, ...truth, row });
    defects.push({ codes, sheet: sheet.sheet, cell: at(column, row) });
    return row;
  };
  const won = { outcome: "won", closed: someDay(random, 201, 364) } as const;
  const asWon: Cells = {
    outcome: STAGES[lang].won[0] ?? "",
    closed: layout.date(won.closed),
    amount: layout.money(45_600),
  };
  const signed = { ...won, amount: 45_600 };
  switch (kind) {
    case "sloppyName":
      return void put({ rep: sloppyName(random, deal.rep) }, {}, "rep", ["name-tidied"]);
    case "fullWidth":
      // In a column that is text throughout this is nothing special; as a number among numbers it is.
      return void put({ ...asWon, amount: fullWidth(String(layout.money(45_600).value)) }, signed, "amount", [
        "number-as-text",
      ]);
    case "badAmount":
      return void put(
        { ...asWon, amount: random.pick(UNREADABLE.amount) },
        { ...won, amount: undefined },
        "amount",
        ["number-unreadable"],
      );
    case "noRep":
      return void put({ rep: null }, { rep: "" }, "rep", ["rep-missing"]);
    case "badStage":
      return void put({ outcome: lang === "zh-CN" ? "再看看" : "Maybe" }, { outcome: "open" }, "outcome", [
        "stage-unknown",
      ]);
    case "badDate":
      return void put(
        { ...asWon, closed: random.pick(UNREADABLE.date) },
        { ...signed, closed: undefined },
        "closed",
        ["date-unreadable"],
      );
    case "errorValue":
      return void put({ ...asWon, amount: "#N/A" }, { ...won, amount: undefined }, "amount", ["error-value"]);
    case "twice": {
      deals.push({ ...deal, row: writeRow(writing, cells) });
      // A running number beside it does not make it another record.
      const row = writeRow(writing, { ...cells, 序号: 501, "#": 501 });
      return void defects.push({ codes: ["duplicate-record"], sheet: sheet.sheet, cell: at("id", row) });
    }
    case "sameId": {
      deals.push({ ...deal, row: writeRow(writing, cells) });
      return void put({ ...asWon, amount: layout.money(77_700) }, { ...won, amount: 77_700 }, "id", [
        "duplicate-id",
      ]);
    }
    case "noAccount":
      return void put({ account: null }, { account: undefined }, "account", ["value-missing"]);
    case "misspelt": {
      const wrong = lang === "zh-CN" ? "变频 空调" : "GTXPlusPro";
      // Between Chinese characters a space is no difference; between Latin words it may be one.
      return void put({ product: wrong }, { product: lang === "zh-CN" ? "变频空调" : wrong }, "product", [
        "name-tidied",
        "name-lookalike",
      ]);
    }
    case "reversed":
      return void put(
        { ...asWon, opened: layout.date("2017-12-30"), closed: layout.date("2017-11-20") },
        { ...signed, opened: "2017-12-30", closed: "2017-11-20" },
        "closed",
        ["closed-before-opened"],
      );
    case "hidden": {
      const row = writeRow(writing, cells);
      sheet.hide(row);
      deals.push({ ...deal, row });
      return void defects.push({ codes: ["hidden-rows"], sheet: sheet.sheet, cell: sheet.across(row) });
    }
    case "decimalComma":
      return void put({ ...asWon, amount: "1,2 亿" }, { ...won, amount: 120_000_000 }, "amount", [
        "decimal-comma",
      ]);
    case "negative":
      return void put({ ...asWon, amount: layout.money(-4_500) }, { ...won, amount: -4_500 }, "amount", [
        "negative-amount",
      ]);
  }
}
