import type { DateOrder } from "../clean/date";
import { nameKey } from "../clean/name";
import { readNameColumn, readNumberColumn, readTextColumn } from "../columns/columns";
import type { ColumnSource } from "../columns/columnSource";
import { readDateColumns } from "../columns/dateColumns";
import { LEDGER_FIELDS, type LedgerField } from "../fields/ledgerFields";
import { columnName } from "../../formula/references";
import { addressOf } from "../grid";
import { namesByNumber, ownRows, teamsOfLedger, type OwnRow } from "./ledgerTeams";
import { findLookalikes, nearestName } from "../lookalikes";
import { readOutcome, type Outcome } from "../fields/outcomes";
import { problem, type Problem } from "../problems/problems";
import type { ProblemCode } from "../problems/problemKinds";
import type { Recognition } from "../columns/recognise";
import { cellAt, type TableRegion } from "../tables/region";
import { regionProblems } from "../tables/regionProblems";
import type { TeamMember } from "./teams";

/**
 * A ledger's records as columns of equal length; index i is one record everywhere. Names are tidied, dates ISO days,
 * amounts in base units (元). A rep is empty when the row has none.
 */
export interface Deals {
  readonly rep: readonly string[];
  readonly product: readonly (string | undefined)[];
  readonly account: readonly (string | undefined)[];
  readonly outcome: readonly Outcome[];
  readonly opened: readonly (string | undefined)[];
  readonly closed: readonly (string | undefined)[];
  readonly amount: readonly (number | undefined)[];
  /** Where each record stands: tab name and 1-based sheet row. */
  readonly sheet: readonly string[];
  readonly row: readonly number[];
  /** Letters of the column the rep stands in, per record: with `row` the cell to point at. */
  readonly repColumn: readonly string[];
}

export interface LedgerOptions {
  /** Taken for 3/1/2017 when nothing in the table decides. Month first unless said otherwise. */
  readonly dateOrder?: DateOrder;
  /** Proper product names, to report others; `name` is what the list is called in messages. */
  readonly products?: { readonly name: string; readonly values: readonly string[] };
  /** No other table says who belongs where: the ledger's own columns do. */
  readonly ownTeams?: boolean;
}

export interface LedgerReading {
  readonly deals: Deals;
  readonly problems: readonly Problem[];
  /** With `ownTeams`: what each record says of where its person belongs. */
  readonly own?: readonly OwnRow[];
}

/**
 * A recognised ledger as typed columns, and everything odd in it. Open deals need neither close date nor amount; a
 * won one needs both. Without a stage column every row counts as won.
 */
export function readLedger(
  region: TableRegion,
  recognition: Recognition<LedgerField>,
  options: LedgerOptions = {},
): LedgerReading {
  const problems: Problem[] = [...regionProblems(region)];
  const sources = sourcesOf(region, recognition, problems);
  const empty = region.rows.map(() => undefined);
  const named = sources.rep ? readNameColumn(sources.rep) : empty;
  const { rep, numbered } = options.ownTeams
    ? namesByNumber(named, sources.rep, sources.employeeId)
    : { rep: named, numbered: new Set<string>() };
  const product = sources.product ? readNameColumn(sources.product) : empty;
  const account = sources.account ? readNameColumn(sources.account) : empty;
  const stage = sources.outcome ? readTextColumn(sources.outcome) : undefined;
  const dates = readDateColumns(
    {
      ...(sources.opened ? { opened: sources.opened } : {}),
      ...(sources.closed ? { closed: sources.closed } : {}),
    },
    options.dateOrder ?? "mdy",
  );
  const opened = dates.opened ?? empty;
  const closed = dates.closed ?? empty;
  const amount = sources.amount ? readNumberColumn(sources.amount) : empty;
  const outcome = (stage ?? empty).map((text): Outcome =>
    stage === undefined ? "won" : text === undefined ? "open" : (readOutcome(text) ?? "open"),
  );
  const repeated = sources.id
    ? findRepeats(
        sources.id,
        Object.values(sources).map(({ match }) => match.column),
      )
    : new Set<number>();

  const at = (
    i: number,
    field: LedgerField,
    code: ProblemCode,
    found: string | number,
    params: Problem["params"] = {},
  ) => {
    const source = sources[field] ?? sources.rep;
    const column = source?.match.column ?? region.columns[0]?.column ?? 0;
    const label = source?.label ?? LABELS[field];
    problems.push(
      problem(code, region.grid.sheet, addressOf(region.grid, region.rows[i] ?? 0, column), String(found), {
        field: label,
        ...params,
      }),
    );
  };
  /** A cell that holds what cannot be read has been reported as that. */
  const isEmpty = (i: number, field: LedgerField): boolean => {
    const column = sources[field]?.match.column;
    const value = column === undefined ? null : cellAt(region, region.rows[i] ?? 0, column);
    return value === null || String(value).trim() === "";
  };
  if (stage === undefined) at(0, "amount", "no-stage-column", "");
  const mostly = { product: mostlyFilled(product), account: mostlyFilled(account) };
  for (let i = 0; i < region.rows.length; i++) {
    const state = outcome[i];
    const money = amount[i];
    const start = opened[i];
    const end = closed[i];
    if (rep[i] === undefined) at(i, "rep", "rep-missing", "");
    if (mostly.product && product[i] === undefined) at(i, "product", "value-missing", "");
    if (mostly.account && account[i] === undefined) at(i, "account", "value-missing", "");
    if (stage !== undefined) {
      const text = stage[i];
      if (text === undefined) at(i, "outcome", "stage-missing", "");
      else if (readOutcome(text) === undefined) at(i, "outcome", "stage-unknown", text);
    }
    if (state === "won" && money === undefined && isEmpty(i, "amount"))
      at(i, "amount", "won-without-amount", "");
    if (state === "won" && end === undefined && isEmpty(i, "closed")) at(i, "closed", "won-without-date", "");
    if (state === "lost" && end === undefined && isEmpty(i, "closed"))
      at(i, "closed", "lost-without-date", "");
    if (money !== undefined && money < 0) at(i, "amount", "negative-amount", money);
    if (start !== undefined && end !== undefined && end < start)
      at(i, "closed", "closed-before-opened", end, { opened: start });
  }
  for (const field of ["rep", "product", "account"] as const) {
    const source = sources[field];
    if (source)
      reportLookalikes(
        source,
        { rep: named, product, account }[field],
        problems,
        field === "product" ? options.products : undefined,
      );
  }

  const repColumn = columnName(region.grid.left + (sources.rep?.match.column ?? 0));
  const kept = region.rows.map((_, i) => i).filter((i) => !repeated.has(i));
  const pick = <T>(values: readonly T[]): T[] =>
    repeated.size === 0 ? [...values] : kept.flatMap((i) => values.slice(i, i + 1));
  const own = options.ownTeams
    ? pick(ownRows(sources, region, { rep, numbered }, [closed, opened]))
    : undefined;
  return {
    deals: {
      rep: pick(rep).map((name) => name ?? ""),
      product: pick(product),
      account: pick(account),
      outcome: pick(outcome),
      opened: pick(opened),
      closed: pick(closed),
      amount: pick(amount),
      sheet: kept.map(() => region.grid.sheet),
      row: kept.map((i) => region.grid.top + (region.rows[i] ?? 0) + 1),
      repColumn: kept.map(() => repColumn),
    },
    problems,
    ...(own && { own }),
  };
}

export interface JoinedLedger extends Omit<LedgerReading, "own"> {
  /** Who belongs where, as far as ledgers read with `ownTeams` say it. */
  readonly members: readonly TeamMember[];
}

/** Ledgers of the same kind (a sheet per region, a file per year) as one; who is who is decided over all of them. */
export function joinLedgers(readings: readonly LedgerReading[]): JoinedLedger {
  const own = readings.flatMap((reading) => reading.own ?? []);
  const teams = own.length > 0 ? teamsOfLedger(own, LABELS) : undefined;
  const all = <K extends keyof Deals>(key: K) =>
    readings.flatMap(({ deals }) => deals[key] as readonly Deals[K][number][]);
  return {
    deals: {
      rep: teams?.rep ?? all("rep"),
      product: all("product"),
      account: all("account"),
      outcome: all("outcome"),
      opened: all("opened"),
      closed: all("closed"),
      amount: all("amount"),
      sheet: all("sheet"),
      row: all("row"),
      repColumn: all("repColumn"),
    },
    problems: [...readings.flatMap(({ problems }) => problems), ...(teams?.problems ?? [])],
    members: teams?.members ?? [],
  };
}

const LABELS = Object.fromEntries(LEDGER_FIELDS.map((field) => [field.id, field.label])) as Record<
  LedgerField,
  ColumnSource["label"]
>;

function sourcesOf(
  region: TableRegion,
  recognition: Recognition<LedgerField>,
  problems: Problem[],
): Partial<Record<LedgerField, ColumnSource>> {
  return Object.fromEntries(
    LEDGER_FIELDS.flatMap(({ id, label }) => {
      const match = recognition.fields[id];
      return match ? [[id, { region, match, label, problems }]] : [];
    }),
  );
}

/** A column people keep filled: a gap in it is worth a word. One that is mostly empty is not. */
function mostlyFilled(values: readonly unknown[]): boolean {
  return values.length > 0 && values.filter((value) => value !== undefined).length >= values.length / 2;
}

/** Indexes of records that repeat an earlier one in all of `columns`; reports those, and ids of different records. */
function findRepeats({ region, match, problems }: ColumnSource, columns: readonly number[]): Set<number> {
  const repeated = new Set<number>();
  const first = new Map<string, number>();
  const { column } = match;
  const { grid } = region;
  region.rows.forEach((row, i) => {
    const id = String(grid.values[row]?.[column] ?? "").trim();
    if (id === "") return;
    const before = first.get(id);
    if (before === undefined) {
      first.set(id, row);
      return;
    }
    const same = columns.every((c) => (grid.values[row]?.[c] ?? "") === (grid.values[before]?.[c] ?? ""));
    if (same) repeated.add(i);
    problems.push(
      problem(same ? "duplicate-record" : "duplicate-id", grid.sheet, addressOf(grid, row, column), id, {
        first: addressOf(grid, before, column),
      }),
    );
  });
  return repeated;
}

/** Reports spellings that look like another of the column, or are missing from a given list, once each at their first cell. */
function reportLookalikes(
  source: ColumnSource,
  values: readonly (string | undefined)[],
  problems: Problem[],
  list?: LedgerOptions["products"],
): void {
  const counts = new Map<string, number>();
  const firstRow = new Map<string, number>();
  values.forEach((value, i) => {
    if (value === undefined) return;
    counts.set(value, (counts.get(value) ?? 0) + 1);
    if (!firstRow.has(value)) firstRow.set(value, source.region.rows[i] ?? 0);
  });
  const say = (code: ProblemCode, text: string, params: Problem["params"]) => {
    const cell = addressOf(source.region.grid, firstRow.get(text) ?? 0, source.match.column);
    problems.push(
      problem(code, source.region.grid.sheet, cell, text, {
        field: source.label,
        times: counts.get(text) ?? 0,
        ...params,
      }),
    );
  };
  const told = new Set<string>();
  if (list) {
    const listed = new Set(list.values.map(nameKey));
    for (const text of counts.keys()) {
      if (listed.has(nameKey(text))) continue;
      told.add(text);
      const like = nearestName(text, list.values);
      if (like === undefined) say("not-in-list", text, { list: list.name });
      else say("name-lookalike", text, { value: like });
    }
  }
  for (const { text, like } of findLookalikes(counts))
    if (!told.has(text)) say("name-lookalike", text, { value: like });
}
