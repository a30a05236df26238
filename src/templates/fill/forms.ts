/** Templates made of tables take the tables of a person's own workbook in place of their example. */
import type { Deals } from "../../records/ledger/ledger";
import type { FormRecord, FormReading } from "../../records/forms/readForm";
import type { FormTable } from "../../records/forms/formTable";
import type { TeamMember } from "../../records/ledger/teams";
import type { Mistake } from "../../scoring/scheme";
import type { SpecCell, WorkbookSpec } from "../../sheets/spec";
import { say, type Lang, type Params, type Phrase } from "../../words";

/** Something of a person's data that could not be taken over, and what to do about it. */
export interface FillProblem extends Mistake {
  readonly remedy?: string;
}

/** What a person's workbook holds for a form. */
export interface FoundForms {
  /** The records of one of the form's tables; undefined when there is no such table. */
  readonly read: <Id extends string>(table: FormTable<Id>) => FormReading<Id> | undefined;
  /** A sales ledger, where there is one. */
  readonly ledger?: { readonly deals: Deals; readonly members: readonly TeamMember[] };
}

export interface FilledForms {
  readonly book: WorkbookSpec;
  /** What only the template as a whole can see: a score of a session that is nowhere listed. */
  readonly problems: readonly FillProblem[];
}

/** Collects problems in one language. */
export class Problems {
  readonly list: FillProblem[] = [];

  constructor(private readonly lang: Lang) {}

  add(where: string, what: Phrase, params: Params, remedy?: Phrase): void {
    this.list.push({
      where,
      what: say(what, this.lang, params),
      ...(remedy ? { remedy: say(remedy, this.lang, params) } : {}),
    });
  }
}

/** A record's words; empty when there are none. */
export function wordsOf<Id extends string>({ values }: FormRecord<Id>, id: Id): string {
  return String(values[id] ?? "");
}

/** A record's number; null when there is none. */
export function numberOf<Id extends string>({ values }: FormRecord<Id>, id: Id): number | null {
  const value: unknown = values[id];
  return typeof value === "number" ? value : null;
}

/** Words as a cell shows them: nothing for no words. */
export function wordCell(text: string | null | undefined): SpecCell {
  return text === undefined || text === null || text === "" ? null : text;
}

/** The year that all the days are in; undefined when they are in several, or there are none. */
export function yearOf(days: readonly (string | null | undefined)[]): number | undefined {
  const years = new Set(days.flatMap((day) => (day ? [day.slice(0, 4)] : [])));
  const [year] = years;
  return years.size === 1 ? Number(year) : undefined;
}

/** The year that a table's titles or its tabs name; undefined when they name none, or several. */
export function yearIn({ titles, sources }: Pick<FormReading, "titles" | "sources">): number | undefined {
  const texts = [...titles, ...sources.map(({ sheet }) => sheet)];
  const years = new Set(texts.flatMap((text) => text.match(/(?<!\d)20\d{2}(?!\d)/g) ?? []));
  const [year] = years;
  return years.size === 1 ? Number(year) : undefined;
}

/**
 * A phrase with `{year}`, which takes the spaces it needs with it.
 *
 * @example ofYear({ "zh-CN": "{year}培训计划", "en-US": "Training{year}" }, 2026, "en-US") // "Training 2026"
 */
export function ofYear(phrase: Phrase, year: number | undefined, lang: Lang): string {
  const said = year === undefined ? "" : lang === "zh-CN" ? `${year} 年` : ` ${year}`;
  return say(phrase, lang, { year: said });
}

/** Names in the order they first come, each once. */
export function distinct(names: readonly (string | null | undefined)[]): string[] {
  return [...new Set(names.flatMap((name) => (name ? [name] : [])))];
}

/** `P1`, `P2` …: numbers of rows that have none, around those that are taken. */
export function freshIds(prefix: string, taken: Iterable<string>): () => string {
  const used = new Set(taken);
  let last = 0;
  return () => {
    do last += 1;
    while (used.has(`${prefix}${last}`));
    return `${prefix}${last}`;
  };
}

/** Rows a chart shows, from the first: no more than can be read, and none behind the last that has something to show. */
export function chartRows(shown: readonly boolean[], most = 20): number {
  return Math.min(most, shown.lastIndexOf(true) + 1);
}
