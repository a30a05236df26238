import { nameKey } from "../../records/clean/name";
import { CUSTOMERS, CUSTOMER_VISITS } from "../../records/forms/tables/customers";
import type { Deals } from "../../records/ledger/ledger";
import { say, type Lang, type Phrase } from "../../words";
import { exampleTeam } from "../examples/team";
import { numberOf, Problems, wordsOf, type FillProblem, type FoundForms } from "../fill/forms";
import { customerDeals } from "../fill/keyDeals";
import { inUnit } from "../fill/units";
import { CUSTOMER_WORDS as T } from "./customerCardWords";

/** Money in the unit of the page, days ISO or empty. */
export interface Customer {
  readonly name: string;
  /** VIP, A, B or C; empty when it is not known. */
  readonly class: string;
  readonly industry: string;
  readonly contact: string;
  readonly position: string;
  readonly phone: string;
  readonly owner: string;
  readonly since: string;
  readonly lastYear: number | null;
  readonly plan: number | null;
  readonly actual: number | null;
  readonly owed: number | null;
  readonly needs: string;
  readonly rivals: string;
  readonly next: string;
}

/** How a customer was met. */
export const CONTACTS = ["visit", "call", "deal"] as const;
export type Contact = (typeof CONTACTS)[number];

export interface Visit {
  readonly date: string;
  readonly name: string;
  readonly person: string;
  readonly kind?: Contact;
  readonly what: string;
}

export interface CustomerBook {
  readonly customers: readonly Customer[];
  readonly visits: readonly Visit[];
  /** What one unit of the page is in base units; undefined when the source does not say. */
  readonly unit: number | undefined;
}

/** Somebody of whom only the name is known. */
const UNKNOWN: Omit<Customer, "name"> = {
  class: "",
  industry: "",
  contact: "",
  position: "",
  phone: "",
  owner: "",
  since: "",
  lastYear: null,
  plan: null,
  actual: null,
  owed: null,
  needs: "",
  rivals: "",
  next: "",
};

export function exampleCustomers(lang: Lang): CustomerBook {
  const [a = "", b = "", c = ""] = exampleTeam(lang, 3);
  const contact = (zh: string, en: string): string => (lang === "zh-CN" ? zh : en);
  return {
    unit: 10_000,
    customers: [
      {
        name: T.c1[lang],
        class: "VIP",
        industry: T.machinery[lang],
        contact: contact("李经理", "Ms Li"),
        position: T.buyer[lang],
        phone: "021-5550 1201",
        owner: a,
        since: "2019-05-06",
        lastYear: 402,
        plan: 450,
        actual: 231,
        owed: 38,
        needs: T.n1[lang],
        rivals: "ACME",
        next: T.s1[lang],
      },
      {
        name: T.c2[lang],
        class: "A",
        industry: T.logistics[lang],
        contact: contact("赵主管", "Mr Zhao"),
        position: T.fleet[lang],
        phone: "025-5550 3390",
        owner: b,
        since: "2022-09-01",
        lastYear: 186,
        plan: 220,
        actual: 96,
        owed: 12,
        needs: T.n2[lang],
        rivals: "Globex",
        next: T.s2[lang],
      },
      {
        name: T.c3[lang],
        class: "B",
        industry: T.hospital[lang],
        contact: contact("孙科长", "Ms Sun"),
        position: T.dean[lang],
        phone: "0512-5550 8842",
        owner: c,
        since: "2024-03-15",
        lastYear: 0,
        plan: 80,
        actual: 45,
        owed: 0,
        needs: T.n3[lang],
        rivals: "Initech",
        next: T.s3[lang],
      },
    ],
    visits: [
      { date: "2026-01-08", name: T.c1[lang], person: a, kind: "visit", what: T.v1[lang] },
      { date: "2026-02-20", name: T.c1[lang], person: a, kind: "call", what: T.v2[lang] },
      { date: "2026-02-24", name: T.c2[lang], person: b, kind: "visit", what: T.v3[lang] },
      { date: "2026-03-11", name: T.c3[lang], person: c, kind: "visit", what: T.v4[lang] },
    ],
  };
}

const W = {
  unlisted: {
    "zh-CN": "“{name}”不在客户档案中，已补一行",
    "en-US": "“{name}” is not among the customers; a row was added",
  },
  unlistedRemedy: {
    "zh-CN": "如果是同一个客户，请把两处写成一样",
    "en-US": "if it is one of them, write the name alike in both places",
  },
  twice: {
    "zh-CN": "“{name}”有两行，客户卡只显示第一行",
    "en-US": "“{name}” is there twice; the card shows the first",
  },
  twiceRemedy: { "zh-CN": "请合并成一行", "en-US": "make one row of them" },
  ledger: {
    "zh-CN": "台账里没有类别、联系人、计划和应收余额，这些列留空",
    "en-US": "a ledger holds no class, contact, plan or receivables; those columns are empty",
  },
  ledgerRemedy: {
    "zh-CN": "请在“客户档案”的黄色单元格填写",
    "en-US": "enter them in the yellow cells of Customers",
  },
} as const satisfies Record<string, Phrase>;

type Filled = { readonly data: CustomerBook; readonly problems: readonly FillProblem[] };

/** The customers of a person's own lists, or else of a ledger with their deals; undefined when there is neither. */
export function customersOf(found: FoundForms, lang: Lang): Filled | undefined {
  const [listed, met] = [found.read(CUSTOMERS), found.read(CUSTOMER_VISITS)];
  if (!listed && !met) return found.ledger && fromLedger(found.ledger.deals, lang);
  const problems = new Problems(lang);
  const unit = listed?.unit;
  const known = new Map<string, string>();
  const customers = (listed?.records ?? []).map((record): Customer => {
    const name = wordsOf(record, "name");
    if (name !== "" && known.has(nameKey(name)))
      problems.add(record.place("name"), W.twice, { name }, W.twiceRemedy);
    else known.set(nameKey(name), name);
    return {
      name,
      class: wordsOf(record, "class"),
      industry: wordsOf(record, "industry"),
      contact: wordsOf(record, "contact"),
      position: wordsOf(record, "position"),
      phone: wordsOf(record, "phone"),
      owner: wordsOf(record, "owner"),
      since: wordsOf(record, "since"),
      lastYear: inUnit(numberOf(record, "lastYear"), unit),
      plan: inUnit(numberOf(record, "plan"), unit),
      actual: inUnit(numberOf(record, "actual"), unit),
      owed: inUnit(numberOf(record, "owed"), unit),
      needs: wordsOf(record, "needs"),
      rivals: wordsOf(record, "rivals"),
      next: wordsOf(record, "next"),
    };
  });
  const added: Customer[] = [];
  const visits = (met?.records ?? []).map((record): Visit => {
    const said = wordsOf(record, "name");
    const name = known.get(nameKey(said)) ?? said;
    if (name !== "" && !known.has(nameKey(said))) {
      known.set(nameKey(said), name);
      added.push({ ...UNKNOWN, name });
      if (listed) problems.add(record.place("name"), W.unlisted, { name }, W.unlistedRemedy);
    }
    const kind = CONTACTS.find((each) => each === record.values.kind);
    return {
      date: wordsOf(record, "date"),
      name,
      person: wordsOf(record, "person"),
      ...(kind === undefined ? {} : { kind }),
      what: wordsOf(record, "what"),
    };
  });
  return {
    data: { customers: [...customers, ...added], visits: inOrder(visits), unit },
    problems: problems.list,
  };
}

/** By day, since the card shows the latest first; without a day last, as they stand. */
function inOrder(visits: readonly Visit[]): Visit[] {
  const day = ({ date }: Visit): string => (date === "" ? "9" : date);
  return [...visits].sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
}

function fromLedger(deals: Deals, lang: Lang): Filled | undefined {
  const taken = customerDeals(deals, CARD_DEALS);
  if (!taken) return undefined;
  const problems = new Problems(lang);
  problems.add(taken.sheet, W.ledger, {}, W.ledgerRemedy);
  const visits = taken.deals.map(({ account, closed, rep, product, amount }): Visit => ({
    date: closed,
    name: account,
    person: rep,
    kind: "deal",
    what: say(T.dealOf, lang, { product, amount }).trim(),
  }));
  return {
    data: {
      customers: taken.customers.map(({ account, ...rest }) => ({ ...UNKNOWN, ...rest, name: account })),
      visits,
      unit: 1,
    },
    problems: problems.list,
  };
}

/** As many of a customer's latest deals as the card has lines for. */
const CARD_DEALS = 10;
