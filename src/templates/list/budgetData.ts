import { allocateShares } from "../../planning/allocate/shares";
import { nameKey } from "../../records/clean/name";
import type { FormFieldId } from "../../records/forms/formTable";
import type { FormReading, FormRecord } from "../../records/forms/readForm";
import {
  BUDGET_ACTUALS,
  BUDGET_CHANGES,
  BUDGET_LINES,
  BUDGET_PAYMENTS,
  BUDGET_VIEW,
} from "../../records/forms/tables/budget";
import type { Lang, Phrase } from "../../words";
import { exampleTeam } from "../examples/team";
import {
  freshIds,
  numberOf,
  Problems,
  wordsOf,
  yearIn,
  yearOf,
  type FillProblem,
  type FoundForms,
} from "../fill/forms";
import { ITEMS, MONTHS } from "./budgetItems";
import { BUDGET_WORDS as T } from "./budgetWords";

type Months = readonly (number | null)[];

/** What a centre may spend on one thing; whole currency units, null where nobody says. */
export interface BudgetLine {
  readonly id: string;
  readonly centre: string;
  readonly owner: string;
  readonly item: string;
  readonly year: number | null;
  readonly months: Months;
}

/** What was spent on a line; a line may have several. */
export interface Spent {
  readonly id: string;
  readonly months: Months;
}

export interface BudgetChange {
  readonly id: string;
  readonly amount: number | null;
  readonly reason: string;
  readonly approver: string;
  /** ISO day; empty when it is not known. */
  readonly date: string;
}

export interface BudgetBook {
  readonly lines: readonly BudgetLine[];
  readonly spent: readonly Spent[];
  readonly changes: readonly BudgetChange[];
  readonly year: number | undefined;
  /** The month that variances are shown for, 1–12. */
  readonly upTo: number;
  /** From what share of a budget on its use is warned of. */
  readonly warn: number;
}

const WARN = 0.95;

/** Nobody plans a month to the last yuan. */
const WHOLE = 100;

export function exampleBudget(lang: Lang): BudgetBook {
  const owners = exampleTeam(lang, 3);
  const centres = [...new Set(ITEMS.map(({ centre }) => centre))];
  const lines = ITEMS.map((item, i): BudgetLine => ({
    id: `B${i + 1}`,
    centre: T[item.centre][lang],
    owner: owners[centres.indexOf(item.centre)] ?? "",
    item: T[item.item][lang],
    year: item.year,
    months: allocateShares(item.year / WHOLE, item.weights).map((amount) => amount * WHOLE),
  }));
  const [approver = ""] = owners;
  return {
    lines,
    year: 2026,
    upTo: 5,
    warn: WARN,
    spent: ITEMS.map(({ spent }, i) => ({
      id: `B${i + 1}`,
      months: MONTHS.map((_, m) => {
        const share = spent[m];
        return share === undefined ? null : Math.round(((lines[i]?.months[m] ?? 0) * share) / 10) * 10;
      }),
    })),
    changes: [
      { id: "B3", amount: 40_000, reason: T.reason1[lang], approver, date: "2026-04-20" },
      { id: "B2", amount: -6_000, reason: T.reason2[lang], approver, date: "2026-05-06" },
      { id: "B4", amount: 15_000, reason: T.reason1[lang], approver: "", date: "" },
    ],
  };
}

const W = {
  ids: {
    "zh-CN": "预算编号有重复，已重新编号",
    "en-US": "numbers of the budget occur twice, so all lines were numbered anew",
  },
  idsRemedy: { "zh-CN": "每行一个编号", "en-US": "give each line a number of its own" },
  unlisted: {
    "zh-CN": "“{line}”没有预算，已在预算分解补一行",
    "en-US": "“{line}” has no budget; a line without one was added",
  },
  unlistedRemedy: {
    "zh-CN": "请补上预算，或把名称写得与预算一致",
    "en-US": "give it a budget, or write it as the budget does",
  },
  otherYears: {
    "zh-CN": "有 {n} 笔费用不在 {year} 年，没有计入",
    "en-US": "{n} payments are not of {year} and were not counted",
  },
  otherYearsRemedy: { "zh-CN": "请核对日期", "en-US": "check their dates" },
  undated: {
    "zh-CN": "有 {n} 笔费用没有日期，没有计入任何月份",
    "en-US": "{n} payments have no date and were counted for no month",
  },
} as const satisfies Record<string, Phrase>;

type Filled = { readonly data: BudgetBook; readonly problems: readonly FillProblem[] };
type Key = "id" | "centre" | "item";

/** The budget of a person's own tables; undefined when there is neither a budget nor what was spent. */
export function budgetOf(found: FoundForms, lang: Lang): Filled | undefined {
  const [planned, actual] = [found.read(BUDGET_LINES), found.read(BUDGET_ACTUALS)];
  const paid = actual ? undefined : found.read(BUDGET_PAYMENTS);
  if (!planned && !actual && !paid) return undefined;
  const problems = new Problems(lang);
  const budget = new Lines(planned, problems);
  const year = (planned && yearIn(planned)) ?? (actual && yearIn(actual)) ?? (paid && mostlyIn(paid));
  const spent = actual
    ? actual.records.map((record) => ({ id: budget.idOf(record), months: monthsOf(record) }))
    : paid
      ? byMonth(paid, year, budget, problems)
      : [];
  const changes = (found.read(BUDGET_CHANGES)?.records ?? []).map((record): BudgetChange => ({
    id: budget.idOf(record),
    amount: numberOf(record, "amount"),
    reason: wordsOf(record, "reason"),
    approver: wordsOf(record, "approver"),
    date: wordsOf(record, "date"),
  }));
  const settings = found.read(BUDGET_VIEW)?.settings ?? {};
  const last = MONTHS.findLast((_, m) =>
    spent.some(({ months }) => months[m] !== null && months[m] !== undefined),
  );
  const { upTo, warn } = settings;
  return {
    data: {
      lines: budget.lines,
      spent,
      changes,
      year,
      upTo: typeof upTo === "number" ? upTo : (last ?? 1),
      warn: typeof warn === "number" ? warn : WARN,
    },
    problems: problems.list,
  };
}

/** The lines of a budget, and which of them a payment or a change is about. */
class Lines {
  readonly lines: BudgetLine[] = [];
  private readonly byKey = new Map<string, string>();
  private readonly fresh: () => string;

  constructor(
    planned: FormReading<FormFieldId<typeof BUDGET_LINES>> | undefined,
    private readonly problems: Problems,
  ) {
    const records = planned?.records ?? [];
    const ids = records.map((record) => wordsOf(record, "id"));
    const given = ids.filter((id) => id !== "");
    const twice = records.find((_, i) => ids[i] !== "" && ids.indexOf(ids[i] ?? "") < i);
    if (twice) problems.add(twice.place("id"), W.ids, {}, W.idsRemedy);
    this.fresh = freshIds("B", twice ? [] : given);
    records.forEach((record, i) => {
      const months = monthsOf(record);
      const year = numberOf(record, "year");
      const known = months.filter((amount): amount is number => amount !== null);
      this.add({
        id: twice || ids[i] === "" ? this.fresh() : (ids[i] ?? ""),
        centre: wordsOf(record, "centre"),
        owner: wordsOf(record, "owner"),
        item: wordsOf(record, "item"),
        year: year ?? (known.length > 0 ? known.reduce((sum, amount) => sum + amount, 0) : null),
        months,
      });
    });
  }

  /** By what it is for, else by number; what is nowhere in the budget gets a line without one. */
  idOf<Id extends string>(record: FormRecord<Id | Key>): string {
    const [id, centre, item] = [wordsOf(record, "id"), wordsOf(record, "centre"), wordsOf(record, "item")];
    const known =
      (item === "" ? undefined : (this.byKey.get(keyOf(centre, item)) ?? this.byKey.get(keyOf("", item)))) ??
      this.byKey.get(nameKey(id));
    if (known !== undefined || (id === "" && item === "")) return known ?? "";
    const line = { id: id === "" ? this.fresh() : id, centre, owner: "", item, year: null, months: [] };
    this.problems.add(
      record.place(item === "" ? "id" : "item"),
      W.unlisted,
      { line: item === "" ? id : item },
      W.unlistedRemedy,
    );
    this.add(line);
    return line.id;
  }

  private add(line: BudgetLine): void {
    const { id, centre, item } = line;
    this.lines.push(line);
    this.byKey.set(nameKey(id), id);
    if (item === "") return;
    this.byKey.set(keyOf(centre, item), id);
    // Without its centre an item is known only where no other centre has it.
    const alone = keyOf("", item);
    if (this.lines.some((other) => other !== line && nameKey(other.item) === nameKey(item)))
      this.byKey.delete(alone);
    else this.byKey.set(alone, id);
  }
}

const keyOf = (centre: string, item: string): string => `${nameKey(centre)}\n${nameKey(item)}`;

function monthsOf<Id extends string>(record: FormRecord<Id>): Months {
  const values: Readonly<Record<string, unknown>> = record.values;
  return MONTHS.map((month) => {
    const value = values[`m${month}`];
    return typeof value === "number" ? value : null;
  });
}

type Payments = FormReading<Key | "date" | "amount">;

function mostlyIn({ records }: Payments): number | undefined {
  const days = records.map((record) => wordsOf(record, "date"));
  const last = days.reduce((latest, day) => (day > latest ? day : latest), "");
  return yearOf(days) ?? (last === "" ? undefined : Number(last.slice(0, 4)));
}

/** Payments summed by line and month. */
function byMonth(paid: Payments, year: number | undefined, budget: Lines, problems: Problems): Spent[] {
  const sums = new Map<string, (number | null)[]>();
  const [others, undated]: [string[], string[]] = [[], []];
  for (const record of paid.records) {
    const [date, amount] = [wordsOf(record, "date"), numberOf(record, "amount")];
    if (amount === null) continue;
    if (date === "") undated.push(record.place("date"));
    else if (year !== undefined && Number(date.slice(0, 4)) !== year) others.push(record.place("date"));
    else {
      const id = budget.idOf(record);
      const months = sums.get(id) ?? MONTHS.map(() => null);
      const month = Number(date.slice(5, 7)) - 1;
      months[month] = (months[month] ?? 0) + amount;
      sums.set(id, months);
    }
  }
  for (const [places, what] of [
    [others, W.otherYears],
    [undated, W.undated],
  ] as const)
    if (places[0] !== undefined)
      problems.add(places[0], what, { n: places.length, year: String(year) }, W.otherYearsRemedy);
  return [...sums].map(([id, months]) => ({ id, months }));
}
