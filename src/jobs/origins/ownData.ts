import type { Scalar } from "../../formula/column";
import { cellRef, parseRange } from "../../formula/references";
import { actualsByMonth } from "../../records/ledger/actuals";
import { nameKey } from "../../records/clean/name";
import { monthsOfYear } from "../../records/periods";
import type { ExplainStep } from "../../scoring/explain/step";
import { written } from "../../scoring/explain/workings";
import type { SchemeInput } from "../../scoring/scheme";
import { say, type Lang, type Phrase } from "../../words";
import { findPayFacts } from "../evaluation/payFacts";
import { periodName } from "../evaluation/peopleRun";
import type { Surveyed } from "../read/survey";
import { ORIGIN_WORDS as W } from "./words";

interface Who {
  readonly name: string;
  readonly unit: string;
  readonly period?: string;
}

/** Rows of the ledger that are named one by one. */
const MOST_ROWS = 8;
const COUNTED: Readonly<Record<string, { readonly phrase: Phrase; readonly outcome: "won" | "lost" }>> = {
  revenue: { phrase: W.ledgerSum, outcome: "won" },
  won: { phrase: W.ledgerWon, outcome: "won" },
  lost: { phrase: W.ledgerLost, outcome: "lost" },
};

/** The ledger's rows behind a figure of the built-in scheme: which deals, where they stand. */
export function ledgerSteps(
  { found }: Surveyed,
  input: string,
  { name }: Who,
  value: Scalar,
  lang: Lang,
): ExplainStep[] {
  const counted = COUNTED[input];
  if (!found || !counted || typeof value !== "number") return [];
  const { deals, join } = found;
  const isTheirs = (rep: string): boolean =>
    nameKey(join.memberOf.get(rep)?.rep ?? rep) === nameKey(name) && rep !== "";
  const years = [
    ...new Set(deals.closed.flatMap((day) => (day === undefined ? [] : [Number(day.slice(0, 4))]))),
  ];
  const valueIn = (year: number): number => {
    const own = actualsByMonth(deals, monthsOfYear(year)).reps.filter(({ rep }) => isTheirs(rep));
    const key = input === "revenue" ? "total" : counted.outcome;
    return own.reduce((sum, one) => sum + one[key], 0);
  };
  const sums = years.sort((a, b) => b - a).map((year) => ({ year, sum: valueIn(year) }));
  const match = sums.find(({ sum }) => Math.abs(sum - value) < 0.5);
  const [latest] = sums;
  const sheet = deals.sheet[0] ?? "";
  if (!match) {
    if (!latest) return [];
    const text = say(W.ledgerOther, lang, {
      sheet,
      now: written(latest.sum, lang),
      value: written(value, lang),
    });
    return [{ kind: "origin", id: `ledger:${input}`, text, value: latest.sum, steps: [] }];
  }
  const places = deals.rep.flatMap((rep, i) =>
    isTheirs(rep) && deals.outcome[i] === counted.outcome && deals.closed[i]?.startsWith(`${match.year}-`)
      ? [i]
      : [],
  );
  const rows = places.slice(0, MOST_ROWS).map((i) => String(deals.row[i] ?? ""));
  const listed = rows.join(lang === "zh-CN" ? "、" : ", ");
  const first = places[0] ?? -1;
  const text = say(counted.phrase, lang, {
    sheet: deals.sheet[first] ?? sheet,
    name,
    year: String(match.year),
    n: places.length,
    value: written(match.sum, lang),
    rows: say(places.length > MOST_ROWS ? W.rowsMore : W.rows, lang, {
      rows: listed,
      n: places.length - MOST_ROWS,
      all: places.length,
    }),
  });
  const column = deals.repColumn[first];
  const cell =
    column === undefined ? undefined : inSheet(deals.sheet[first] ?? "", `${column}${deals.row[first] ?? 1}`);
  return [
    {
      kind: "origin",
      id: `ledger:${input}`,
      text,
      value: match.sum,
      steps: [],
      ...(cell !== undefined && { cell }),
    },
  ];
}

/** The cells of people's own tables that a figure was read from. */
export function tableSteps(
  { people: file, source }: Surveyed,
  input: SchemeInput,
  who: Who,
  value: Scalar,
  lang: Lang,
): ExplainStep[] {
  const cells = file ? figuresOf(file, input.id, who, lang) : [];
  const found = cells.length > 0 ? cells : listedIn(source.grids, input, who);
  const [only] = found;
  return found.map(({ sheet, cell, now }): ExplainStep => {
    // Of several periods each is a part; a single cell must say what was used.
    const other = found.length === 1 && only?.now !== value && value !== null;
    const text = say(other ? W.tableOther : W.table, lang, {
      sheet,
      cell,
      now: written(now, lang),
      value: other ? written(value, lang) : written(now, lang),
    });
    return {
      kind: "origin",
      id: `table:${sheet}!${cell}`,
      text,
      value: now,
      steps: [],
      cell: inSheet(sheet, cell),
    };
  });
}

interface Place {
  readonly sheet: string;
  readonly cell: string;
  readonly now: Scalar;
}

function figuresOf(
  { people, figures }: NonNullable<Surveyed["people"]>,
  field: string,
  { name, unit, period }: Who,
  lang: Lang,
): Place[] {
  const same = people.filter((one) => nameKey(one.name) === nameKey(name));
  const person = same.find((one) => nameKey(one.unit ?? "") === nameKey(unit)) ?? same[0];
  const own = figures.filter((one) => one.person === person?.id && one.field === field);
  const named = own.filter(
    (one) =>
      one.period === undefined ||
      period === undefined ||
      [one.period, periodName(one.period, lang)].includes(period),
  );
  return (named.length > 0 ? named : own).map(({ sheet, cell, value }) => ({ sheet, cell, now: value }));
}

/** A list of people with a column called as the input is. */
function listedIn(grids: Surveyed["source"]["grids"], input: SchemeInput, { name, unit }: Who): Place[] {
  const plan = { id: "", name: "", lang: "en-US" as const, currency: "", inputs: [input], components: [] };
  const { people, sources } = findPayFacts(grids, plan, { names: [name], units: [unit] });
  const place = sources.get(input.id)?.[0];
  if (!place) return [];
  const { sheet, top, left } = parseRange(place);
  return sheet === undefined
    ? []
    : [{ sheet, cell: cellRef(top, left), now: people.inputs.get(input.id)?.[0] ?? null }];
}

function inSheet(sheet: string, cell: string): string {
  const { top, left } = parseRange(cell);
  return cellRef(top, left, { sheet });
}
