import { KEY_ACCOUNTS_TABLE, KEY_CHURN_TABLE } from "../../records/forms/tables/keyAccounts";
import { say, type Lang, type Phrase } from "../../words";
import { exampleTeam } from "../examples/team";
import { distinct, numberOf, Problems, wordsOf, type FillProblem, type FoundForms } from "../fill/forms";
import { keyAccountDeals } from "../fill/keyDeals";
import { inUnit } from "../fill/units";
import { KEY_ACCOUNT_WORDS as T } from "./keyAccountsWords";

/** What one account buys of one product; in the unit of the page, null where nobody says. */
export interface AccountLine {
  readonly account: string;
  readonly product: string;
  readonly owner: string;
  readonly lastYear: number | null;
  readonly plan: number | null;
  readonly actual: number | null;
}

export interface KeyAccounts {
  readonly lines: readonly AccountLine[];
  readonly products: readonly string[];
  /** Accounts watched for churn. */
  readonly accounts: readonly string[];
  /** As people should read it; empty when it is not known. */
  readonly period: string;
  /** What one unit of the page is in base units; undefined when the source does not say. */
  readonly unit: number | undefined;
  /** How far below the plan is still yellow: a fraction. */
  readonly tolerance: number;
  /** The share of accounts that may be lost: a fraction. */
  readonly limit: number;
}

const RULES = { tolerance: 0.1, limit: 0.1 } as const;

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

export function exampleKeyAccounts(lang: Lang): KeyAccounts {
  const team = exampleTeam(lang, 3);
  return {
    ...RULES,
    period: T.examplePeriod[lang],
    unit: 10_000,
    products: PRODUCTS.map((product) => product[lang]),
    accounts: ACCOUNTS.map((account) => account[lang]),
    lines: FIGURES.map(([account, product, lastYear, plan, actual]) => ({
      account: ACCOUNTS[account]?.[lang] ?? "",
      product: PRODUCTS[product]?.[lang] ?? "",
      owner: team[account % team.length] ?? "",
      lastYear,
      plan,
      actual,
    })),
  };
}

const W = {
  noPlan: {
    "zh-CN": "台账里没有计划，“计划”一列留空",
    "en-US": "a ledger holds no plan, so the column Plan is empty",
  },
  noPlanRemedy: {
    "zh-CN": "请在“大客户”的黄色单元格填写计划",
    "en-US": "enter the plan in the yellow cells of Accounts",
  },
  noLastYear: {
    "zh-CN": "台账里没有 {year} 年同期的成交，“上年同期”留空",
    "en-US": "the ledger has no deal of the same months of {year}; Last year is empty",
  },
  noLastYearRemedy: {
    "zh-CN": "请补上年的台账后重新填入，或直接填写",
    "en-US": "add last year's ledger and fill in again, or type it",
  },
  some: {
    "zh-CN": "台账共有 {all} 个客户，取了成交额合计占 {share} 的 {n} 个作为大客户",
    "en-US": "of {all} accounts, the {n} that make up {share} of the money were taken as key accounts",
  },
  someRemedy: {
    "zh-CN": "需要别的客户时，在“大客户”加行",
    "en-US": "add rows to Accounts for others",
  },
} as const satisfies Record<string, Phrase>;

type Filled = { readonly data: KeyAccounts; readonly problems: readonly FillProblem[] };

/** The key accounts of a person's own table, or else of a ledger; undefined when there is neither. */
export function keyAccountsOf(found: FoundForms, lang: Lang): Filled | undefined {
  const read = found.read(KEY_ACCOUNTS_TABLE);
  if (!read) return found.ledger && fromLedger(found.ledger.deals, lang);
  const { unit, records, settings, titles } = read;
  const lines = records.map((record): AccountLine => ({
    account: wordsOf(record, "account"),
    product: read.found.has("product") ? wordsOf(record, "product") : T.allProducts[lang],
    owner: wordsOf(record, "owner"),
    lastYear: inUnit(numberOf(record, "lastYear"), unit),
    plan: inUnit(numberOf(record, "plan"), unit),
    actual: inUnit(numberOf(record, "actual"), unit),
  }));
  const churn = found.read(KEY_CHURN_TABLE);
  const rule = (value: unknown, usual: number): number => (typeof value === "number" ? value : usual);
  return {
    data: {
      lines,
      products: distinct(lines.map(({ product }) => product)),
      accounts: distinct([
        ...(churn?.records ?? []).map((record) => wordsOf(record, "account")),
        ...lines.map(({ account }) => account),
      ]),
      period: periodIn(titles),
      unit,
      tolerance: rule(settings["tolerance"], RULES.tolerance),
      limit: rule(churn?.settings["limit"], RULES.limit),
    },
    problems: [],
  };
}

/** The period a page of this template says before its unit. */
function periodIn(titles: readonly string[]): string {
  const subtitle = titles.find((text) => / · (?:每行一个客户|one account and product)/.test(text)) ?? "";
  const [first = "", second] = subtitle.split(" · ");
  return second === undefined || /单位|unit|来源表|as in the source/.test(first) ? "" : first;
}

function fromLedger(deals: Parameters<typeof keyAccountDeals>[0], lang: Lang): Filled | undefined {
  const taken = keyAccountDeals(deals);
  if (!taken) return undefined;
  const problems = new Problems(lang);
  const { lines, year, hasLastYear, until, sheet } = taken;
  problems.add(sheet, W.noPlan, {}, W.noPlanRemedy);
  if (!hasLastYear) problems.add(sheet, W.noLastYear, { year: String(year - 1) }, W.noLastYearRemedy);
  if (taken.accounts.length < taken.all)
    problems.add(
      sheet,
      W.some,
      { all: taken.all, n: taken.accounts.length, share: `${Math.round(taken.share * 100)} %` },
      W.someRemedy,
    );
  const [, month = "", day = ""] = until.split("-");
  return {
    data: {
      ...RULES,
      lines: lines.map(({ product, ...line }) => ({
        ...line,
        product: product === "" ? T.allProducts[lang] : product,
        plan: null,
      })),
      products: distinct(lines.map(({ product }) => (product === "" ? T.allProducts[lang] : product))),
      accounts: taken.accounts,
      period: say(T.soFar, lang, {
        year: String(year),
        month: String(Number(month)),
        day: String(Number(day)),
      }),
      unit: 1,
    },
    problems: problems.list,
  };
}
