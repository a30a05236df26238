/** What a sales ledger says of accounts: this year and last, up to the same day. */
import type { Deals } from "../../records/ledger/ledger";

export interface AccountSales {
  readonly account: string;
  /** Empty where the ledger names none. */
  readonly product: string;
  /** Who sold most of it. */
  readonly owner: string;
  /** 元; null where the ledger does not reach back that far. */
  readonly lastYear: number | null;
  readonly actual: number | null;
}

export interface KeyDeals {
  readonly lines: readonly AccountSales[];
  /** Accounts taken, the largest first. */
  readonly accounts: readonly string[];
  /** Accounts of the ledger in all. */
  readonly all: number;
  /** Of the money of both years, the part of the accounts taken. */
  readonly share: number;
  readonly year: number;
  /** The last day something was won. */
  readonly until: string;
  readonly hasLastYear: boolean;
  /** Tab of the ledger. */
  readonly sheet: string;
}

/** Up to so many accounts all are taken; of more, those that make up this part of the money. */
const ALL = 30;
const MOST_OF_IT = 0.8;

/** @returns undefined when nothing was ever won from a named account */
export function keyAccountDeals(deals: Deals): KeyDeals | undefined {
  const won = wonDeals(deals);
  const until = won.reduce((latest, { closed }) => (closed > latest ? closed : latest), "");
  if (until === "") return undefined;
  const year = Number(until.slice(0, 4));
  const compared = won.filter(
    ({ closed }) =>
      Number(closed.slice(0, 4)) === year ||
      (Number(closed.slice(0, 4)) === year - 1 && closed.slice(5) <= until.slice(5)),
  );
  const hasLastYear = compared.some(({ closed }) => Number(closed.slice(0, 4)) < year);
  const sums = sumBy(compared, ({ account }) => account);
  const ranked = [...sums].sort((a, b) => b[1] - a[1]);
  const total = ranked.reduce((sum, [, amount]) => sum + amount, 0);
  const accounts = ranked.length <= ALL ? ranked : mostOf(ranked, total);
  const place = new Map(accounts.map(([account], i) => [account, i]));
  const groups = new Map<string, typeof compared>();
  for (const deal of compared) {
    if (!place.has(deal.account)) continue;
    const key = `${deal.account}\n${deal.product}`;
    const group = groups.get(key);
    if (group) group.push(deal);
    else groups.set(key, [deal]);
  }
  const lines = [...groups.values()].map((group): AccountSales & { readonly size: number } => {
    const [first] = group;
    const sum = (of: number) =>
      group.reduce((all, { closed, amount }) => (Number(closed.slice(0, 4)) === of ? all + amount : all), 0);
    const owners = [...sumBy(group, ({ rep }) => rep)].sort((a, b) => b[1] - a[1]);
    return {
      account: first?.account ?? "",
      product: first?.product ?? "",
      owner: owners[0]?.[0] ?? "",
      lastYear: hasLastYear ? sum(year - 1) : null,
      actual: sum(year),
      size: group.reduce((all, { amount }) => all + amount, 0),
    };
  });
  lines.sort((a, b) => (place.get(a.account) ?? 0) - (place.get(b.account) ?? 0) || b.size - a.size);
  return {
    lines: lines.map(({ size: _size, ...line }) => line),
    accounts: accounts.map(([account]) => account),
    all: ranked.length,
    share: total === 0 ? 1 : accounts.reduce((sum, [, amount]) => sum + amount, 0) / total,
    year,
    until,
    hasLastYear,
    sheet: compared[0]?.sheet ?? "",
  };
}

function mostOf(
  ranked: readonly (readonly [string, number])[],
  total: number,
): readonly (readonly [string, number])[] {
  let sum = 0;
  const enough = ranked.findIndex(([, amount]) => (sum += amount) >= total * MOST_OF_IT);
  return ranked.slice(0, enough + 1);
}

function sumBy<T extends { readonly amount: number }>(
  list: readonly T[],
  key: (one: T) => string,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const one of list) sums.set(key(one), (sums.get(key(one)) ?? 0) + one.amount);
  return sums;
}

/** A deal that was won from a named account. */
export interface Won {
  readonly rep: string;
  readonly account: string;
  readonly product: string;
  /** ISO day. */
  readonly closed: string;
  /** 元 */
  readonly amount: number;
  readonly sheet: string;
}

export function wonDeals(deals: Deals): Won[] {
  return deals.rep.flatMap((rep, i): Won[] => {
    const [account, closed, amount] = [deals.account[i], deals.closed[i], deals.amount[i]];
    if (deals.outcome[i] !== "won" || account === undefined || closed === undefined || amount === undefined)
      return [];
    return [{ rep, account, closed, amount, product: deals.product[i] ?? "", sheet: deals.sheet[i] ?? "" }];
  });
}

/** One customer of a ledger. */
export interface CustomerSales {
  readonly account: string;
  readonly owner: string;
  /** ISO day of the first deal won. */
  readonly since: string;
  /** 元, the whole of last year; null where the ledger does not reach back that far. */
  readonly lastYear: number | null;
  readonly actual: number;
}

/**
 * Every customer of a ledger, the largest first, and the latest deals of each in the order they were won.
 *
 * @param most how many deals of one customer
 * @returns undefined when nothing was ever won from a named account
 */
export function customerDeals(
  deals: Deals,
  most: number,
):
  | { readonly customers: readonly CustomerSales[]; readonly deals: readonly Won[]; readonly sheet: string }
  | undefined {
  const won = wonDeals(deals).sort((a, b) => (a.closed < b.closed ? -1 : a.closed > b.closed ? 1 : 0));
  const last = won.at(-1);
  if (!last) return undefined;
  const year = Number(last.closed.slice(0, 4));
  const yearOf = ({ closed }: Won) => Number(closed.slice(0, 4));
  const hasLastYear = won.some((deal) => yearOf(deal) === year - 1);
  const groups = new Map<string, Won[]>();
  for (const deal of won) {
    const group = groups.get(deal.account);
    if (group) group.push(deal);
    else groups.set(deal.account, [deal]);
  }
  const customers = [...groups].map(([account, group]): CustomerSales => {
    const sum = (of: number) =>
      group.reduce((all, deal) => (yearOf(deal) === of ? all + deal.amount : all), 0);
    const owners = [...sumBy(group, ({ rep }) => rep)].sort((a, b) => b[1] - a[1]);
    return {
      account,
      owner: owners[0]?.[0] ?? "",
      since: group[0]?.closed ?? "",
      lastYear: hasLastYear ? sum(year - 1) : null,
      actual: sum(year),
    };
  });
  const latest = new Set([...groups.values()].flatMap((group) => group.slice(-most)));
  return {
    customers: customers.sort((a, b) => b.actual - a.actual),
    deals: won.filter((deal) => latest.has(deal)),
    sheet: last.sheet,
  };
}
