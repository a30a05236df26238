import { tidyText } from "../clean/text";
import { statedScale } from "../columns/columns";
import type { ColumnSource } from "../columns/columnSource";
import { readDateColumns } from "../columns/dateColumns";
import { addressOf, isBlank } from "../grid";
import type { Problem } from "../problems/problems";
import { cellAt } from "../tables/region";
import { regionProblems } from "../tables/regionProblems";
import type { FormMatch } from "./findForms";
import type { FormTable } from "./formTable";
import { readColumn, type FormValue } from "./readColumn";
import { linesLeftOut, readSettings, sourceOf, type FormSource } from "./surroundings";

/** One row of a form's table: money in base units, percents as fractions, days as ISO dates, choices by their value. */
export interface FormRecord<Id extends string = string> {
  readonly values: Readonly<Partial<Record<Id, FormValue>>>;
  /** `培训!B7`: where a column of this row stands; of its first column when the table has none such. */
  readonly place: (id: Id) => string;
  /** 1-based sheet row. */
  readonly row: number;
  readonly sheet: string;
}

export interface FormReading<Id extends string = string> {
  readonly records: readonly FormRecord<Id>[];
  /** Columns that are there. */
  readonly found: ReadonlySet<Id>;
  /** What could not be taken, and what deserves a look, cell by cell. */
  readonly problems: readonly Problem[];
  readonly sources: readonly FormSource[];
  /** The unit its money is written in (10 000 for 万元); undefined when it is not stated, or not everywhere the same. */
  readonly unit?: number;
  /** What stands above the table, by the settings' ids. */
  readonly settings: Readonly<Record<string, FormValue>>;
  /** Lines above the table. */
  readonly titles: readonly string[];
}

/**
 * The records of the tables that were found for a form's table. What cannot be read is left out and reported with its
 * cell; nothing becomes zero.
 */
export function readForm<Id extends string>(
  table: FormTable<Id>,
  matches: readonly FormMatch[],
): FormReading<Id> {
  const parts = matches.map((match) => readPart(table, match));
  const units = new Set(parts.flatMap(({ units: stated }) => stated));
  const [unit] = units.size === 1 ? [...units] : [];
  return {
    records: parts.flatMap(({ records }) => records),
    found: new Set(parts.flatMap(({ found }) => found)),
    problems: parts.flatMap(({ problems }) => problems),
    sources: parts.map(({ source }) => source),
    ...(unit === undefined ? {} : { unit }),
    settings: Object.assign({}, ...parts.map(({ settings }) => settings)) as Record<string, FormValue>,
    titles: matches.flatMap(({ region }) => region.titles.map(({ text }) => text)),
  };
}

interface Part<Id extends string> {
  readonly records: readonly FormRecord<Id>[];
  readonly found: readonly Id[];
  readonly problems: readonly Problem[];
  readonly source: FormSource;
  readonly units: readonly (number | undefined)[];
  readonly settings: Readonly<Record<string, FormValue>>;
}

function readPart<Id extends string>(table: FormTable<Id>, { region, recognition }: FormMatch): Part<Id> {
  const problems: Problem[] = [...regionProblems(region), ...linesLeftOut(region)];
  const sources = table.fields.flatMap((field) => {
    const match = recognition.fields[field.id];
    const source = match && {
      region,
      match,
      label: field.label,
      problems,
      counts: field.kind !== "money",
    };
    return source ? [{ field, source }] : [];
  });
  const dates = readDateColumns<Id>(
    Object.fromEntries(
      sources.filter(({ field }) => field.kind === "date").map(({ field, source }) => [field.id, source]),
    ) as Partial<Record<Id, ColumnSource>>,
    "mdy",
  );
  const columns = sources.map(({ field, source }) => ({
    id: field.id,
    values: field.kind === "date" ? (dates[field.id] ?? []) : readColumn(field, source),
  }));
  const at = new Map(sources.map(({ field, source }) => [field.id, source.match.column]));
  const [first] = region.columns;
  const totals = new Set(table.totals);
  const records = region.rows.flatMap((row, i): FormRecord<Id>[] => {
    const values: Partial<Record<Id, FormValue>> = {};
    for (const { id, values: column } of columns) {
      const value = column[i];
      if (value !== undefined) values[id] = value;
    }
    const place = (id: Id): string =>
      `${region.grid.sheet}!${addressOf(region.grid, row, at.get(id) ?? first?.column ?? 0)}`;
    // A row whose only words stand in columns nobody asked for says nothing here.
    const isTotal = totals.has(tidyText(String(cellAt(region, row, first?.column ?? 0) ?? "")));
    const says = !isTotal && sources.some(({ source }) => !isBlank(cellAt(region, row, source.match.column)));
    return says ? [{ values, place, row: region.grid.top + row + 1, sheet: region.grid.sheet }] : [];
  });
  const money = sources.filter(({ field }) => field.kind === "money");
  return {
    records,
    found: sources.map(({ field }) => field.id),
    problems,
    source: sourceOf(region),
    units: money.map(({ source }) => statedScale(source)),
    settings: readSettings(region, table.settings ?? []),
  };
}
