import { nameKey } from "../../records/clean/name";
import type { FormReading, FormRecord } from "../../records/forms/readForm";
import type { FormFieldId } from "../../records/forms/formTable";
import { STORE_ACTUALS, STORE_TARGETS } from "../../records/forms/tables/stores";
import type { StorePlan } from "../../planning/drivers/request";
import { retailTree } from "../../planning/drivers/retail";
import { driverSheet } from "../../sheets/follow/driverSheet";
import { say, type Lang, type Phrase } from "../../words";
import { numberOf, Problems, wordsOf, type FilledForms, type FoundForms } from "../fill/forms";
import { wonDeals } from "../fill/keyDeals";

type Field = FormFieldId<typeof STORE_ACTUALS>;
type Store = FormRecord<Field>;
type Count = "passersBy" | "visitors" | "buyers" | "sales";

/** What a rate is: the counts it divides. */
const RATES = [
  ["entry", "visitors", "passersBy"],
  ["conversion", "buyers", "visitors"],
  ["ticket", "sales", "buyers"],
] as const;

const W = {
  beyond: {
    "zh-CN": "“{store}”的{rate}算出来超过 100%，留空",
    "en-US": "the {rate} of “{store}” comes out above 100 % and is left empty",
  },
  beyondRemedy: {
    "zh-CN": "请核对客流、进店和成交人数",
    "en-US": "check its passers-by, visitors and buyers",
  },
  ledger: {
    "zh-CN": "台账只有成交：客单价＝{year} 年销售额 ÷ 成交笔数，其余因素和目标留空",
    "en-US":
      "a ledger holds deals only: average ticket = sales ÷ deals of {year}; the other drivers and all targets are empty",
  },
  ledgerRemedy: {
    "zh-CN": "请在黄色单元格填写客流量、进店率、成交率和目标",
    "en-US": "enter passers-by, entry rate, conversion and targets in the yellow cells",
  },
  entry: { "zh-CN": "进店率", "en-US": "entry rate" },
  conversion: { "zh-CN": "成交率", "en-US": "conversion" },
  year: { "zh-CN": "{year} 年", "en-US": "{year}" },
} as const satisfies Record<string, Phrase>;

/** The drivers of a person's own stores, or what a ledger says of them; undefined when there is neither. */
export function driversOf(found: FoundForms, lang: Lang): FilledForms | undefined {
  const [planned, reached] = [found.read(STORE_TARGETS), found.read(STORE_ACTUALS)];
  const problems = new Problems(lang);
  if (!planned && !reached) return found.ledger && fromLedger(found.ledger, lang);
  const [target, actual] = [byStore(planned, problems), byStore(reached, problems)];
  const names = new Map([...target, ...actual].map(([key, { name }]) => [key, name]));
  const stores = [...names].map(([key, name]): StorePlan => ({
    name,
    target: target.get(key)?.values ?? {},
    actual: actual.get(key)?.values ?? {},
  }));
  return { book: book(stores, saidOf(planned, reached), lang), problems: problems.list };
}

function book(stores: readonly StorePlan[], said: Said, lang: Lang): FilledForms["book"] {
  const sheet = driverSheet({ tree: retailTree(lang), stores, ...said }, lang);
  return { sheets: [sheet], names: [], activate: sheet.id };
}

interface Drivers {
  readonly name: string;
  readonly values: Record<string, number>;
}

/** Each store's four drivers, from as many rows as it has. */
function byStore(read: FormReading<Field> | undefined, problems: Problems): Map<string, Drivers> {
  const groups = new Map<string, Store[]>();
  for (const record of read?.records ?? []) {
    const key = nameKey(wordsOf(record, "store"));
    if (key === "") continue;
    const group = groups.get(key);
    if (group) group.push(record);
    else groups.set(key, [record]);
  }
  return new Map([...groups].map(([key, rows]) => [key, driversIn(rows, problems)]));
}

function driversIn(rows: readonly Store[], problems: Problems): Drivers {
  const [first] = rows;
  const name = first ? wordsOf(first, "store") : "";
  const values: Record<string, number> = {};
  const passersBy = sum(rows, "passersBy");
  if (passersBy !== undefined) values["passersBy"] = passersBy;
  for (const [rate, part, whole] of RATES) {
    const given = rows.length === 1 && first ? numberOf(first, rate) : null;
    const value = given ?? ratio(rows, part, whole);
    if (value === undefined) continue;
    if (rate !== "ticket" && value > 1 && first)
      problems.add(first.place(part), W.beyond, { store: name, rate: W[rate] }, W.beyondRemedy);
    else values[rate] = value;
  }
  return { name, values };
}

/** A count of all rows that have it, or can make it of their rates. */
function sum(rows: readonly Store[], count: Count): number | undefined {
  const known = rows.flatMap((row) => countOf(row, count) ?? []);
  return known.length === 0 ? undefined : known.reduce((all, value) => all + value, 0);
}

/** Over the rows that have both; undefined when none has, or the whole is nothing. */
function ratio(rows: readonly Store[], part: Count, whole: Count): number | undefined {
  const both = rows.filter((row) => countOf(row, part) !== undefined && countOf(row, whole) !== undefined);
  const [top, bottom] = [sum(both, part), sum(both, whole)];
  return top === undefined || bottom === undefined || bottom === 0 ? undefined : top / bottom;
}

function countOf(row: Store, count: Count): number | undefined {
  const own = numberOf(row, count);
  if (own !== null) return own;
  const made = RATES.find(([, part]) => part === count);
  if (!made) return undefined;
  const [rate, whole] = [numberOf(row, made[0]), countOf(row, made[2])];
  return rate === null || whole === undefined ? undefined : rate * whole;
}

interface Said {
  readonly period?: string;
  readonly source?: string;
}

/** What the tables say of their period and their source; a page of this template says it in its second line. */
function saidOf(...readings: readonly (FormReading<Field> | undefined)[]): Said {
  const lines = readings.flatMap((reading) => reading?.titles ?? []);
  const own = lines.find((line) => / · /.test(line) && /[＝=].*[×]/.test(line));
  const period =
    own === undefined
      ? lines
          .map((line) => /\d{4}\s*年\s*\d{1,2}\s*月|[A-Z][a-z]+ \d{4}/.exec(line)?.[0])
          .find((text) => text !== undefined)
      : /(?:期间：|Period: )(.+?) · /.exec(own)?.[1];
  const source =
    own === undefined
      ? readings.flatMap((reading) => reading?.sources ?? [])[0]?.sheet
      : /(?:来源：|source: )(.+)$/.exec(own)?.[1];
  return { ...(period === undefined ? {} : { period }), ...(source === undefined ? {} : { source }) };
}

/** Average tickets by unit: who the deals belong to, the teams say. */
function fromLedger(
  { deals, members }: NonNullable<FoundForms["ledger"]>,
  lang: Lang,
): FilledForms | undefined {
  const unitOf = new Map(members.map(({ rep, unit }) => [nameKey(rep), unit]));
  const won = wonDeals(deals);
  const year = won.reduce((latest, { closed }) => (closed > latest ? closed : latest), "").slice(0, 4);
  const sums = new Map<string, { amount: number; deals: number }>();
  for (const { rep, closed, amount } of won) {
    const unit = unitOf.get(nameKey(rep));
    if (unit === undefined || !closed.startsWith(year)) continue;
    const one = sums.get(unit) ?? { amount: 0, deals: 0 };
    sums.set(unit, { amount: one.amount + amount, deals: one.deals + 1 });
  }
  const [first] = won;
  if (sums.size === 0 || !first) return undefined;
  const problems = new Problems(lang);
  problems.add(first.sheet, W.ledger, { year }, W.ledgerRemedy);
  const stores = [...sums].map(([name, { amount, deals: count }]): StorePlan => ({
    name,
    target: {},
    actual: { ticket: amount / count },
  }));
  const said = { period: say(W.year, lang, { year }), source: first.sheet };
  return { book: book(stores, said, lang), problems: problems.list };
}
