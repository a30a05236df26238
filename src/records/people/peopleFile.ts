import { nameKey } from "../clean/name";
import { findLookalikes } from "../lookalikes";
import { MEASURE_FIELDS, type MeasureField } from "../fields/measureFields";
import { PERSON_FIELDS } from "../fields/personFields";
import type { PeopleReading, Person } from "./measures";
import { readPeriod } from "../periods";
import { problem, type Problem } from "../problems/problems";
import type { TableRegion } from "../tables/region";

/** One person of a workbook, from however many sheets. */
export interface Joined {
  /** Unique: the employee number, or else the name. */
  readonly id: string;
  readonly name: string;
  readonly employeeId?: string;
  readonly unit?: string;
  readonly manager?: string;
  /** Where this person was first met. */
  readonly sheet: string;
  readonly cell: string;
}

export interface Figure {
  /** Of {@link Joined}. */
  readonly person: string;
  readonly field: MeasureField;
  /** `2017-03`, `03`, `Q1`; absent when the file is about one period that it does not name. */
  readonly period?: string;
  readonly value: number;
  readonly sheet: string;
  readonly cell: string;
}

/** Everything a workbook says about people, joined over its sheets. */
export interface PeopleFile {
  readonly readings: readonly PeopleReading[];
  readonly people: readonly Joined[];
  /** Who of the file each person of a sheet is; a name that several have is nobody's. */
  readonly idOf: ReadonlyMap<Person, string>;
  readonly figures: readonly Figure[];
  /** Fields that have a figure, in the order of `MEASURE_FIELDS`. */
  readonly fields: readonly MeasureField[];
  /** Periods named, in order of time. */
  readonly periods: readonly string[];
  readonly problems: readonly Problem[];
}

interface Entry extends Omit<Joined, "employeeId" | "unit" | "manager"> {
  employeeId: string | undefined;
  unit: string | undefined;
  manager: string | undefined;
  readonly parts: Set<string>;
}

/**
 * Who of one sheet is who on another: by employee number where there are numbers, else by name. A name that several
 * people have is nobody's; nearly equal names are suggested, never joined. Whoever stands in one place and not in the
 * other is reported.
 *
 * @example joinPeopleFile(tables.map(readPeople)).people
 */
export function joinPeopleFile(readings: readonly PeopleReading[]): PeopleFile {
  const entries: Entry[] = [];
  const problems = readings.flatMap((reading) => reading.problems);
  const entryOf = new Map<Person, Entry>();
  // Numbers are surer than names: sheets that have them say who there is.
  const ordered = [...readings].sort((a, b) => Number(hasIds(b)) - Number(hasIds(a)));
  for (const reading of ordered) {
    for (const person of reading.people) {
      const entry = find(entries, person);
      if (entry === "several") {
        problems.push(problem("name-not-unique", person.sheet, person.cell, person.rep));
        continue;
      }
      const known = entry ?? add(entries, person);
      known.employeeId ??= person.employeeId;
      known.unit ??= person.unit;
      known.manager ??= person.manager;
      known.parts.add(partOf(reading));
      entryOf.set(person, known);
    }
  }
  const figures = figuresOf(readings, entryOf, problems);
  problems.push(...missing(entries, readings), ...lookalikes(entries));
  const periods = [...new Set(figures.flatMap(({ period }) => period ?? []))].sort();
  return {
    readings,
    people: entries.map(({ id, name, employeeId, unit, manager, sheet, cell }) => ({
      id,
      name,
      ...(employeeId === undefined ? {} : { employeeId }),
      ...(unit === undefined ? {} : { unit }),
      ...(manager === undefined ? {} : { manager }),
      sheet,
      cell,
    })),
    idOf: new Map([...entryOf].map(([person, { id }]) => [person, id])),
    figures,
    fields: MEASURE_FIELDS.map(({ id }) => id).filter((id) => figures.some(({ field }) => field === id)),
    periods,
    problems,
  };
}

const hasIds = ({ recognition }: PeopleReading): boolean => recognition.who.fields.employeeId !== undefined;

/** Sheets with the same figures are one part of the file: a sheet for each region, or for each month. */
function partOf({ recognition }: PeopleReading): string {
  return [...new Set(recognition.measures.map(({ field }) => field))].sort().join(" ");
}

function find(entries: readonly Entry[], { rep, employeeId }: Person): Entry | "several" | undefined {
  if (employeeId !== undefined) {
    const numbered = entries.find((entry) => entry.employeeId?.toLowerCase() === employeeId.toLowerCase());
    if (numbered) return numbered;
  }
  const key = nameKey(rep);
  const named = entries.filter(
    (entry) => nameKey(entry.name) === key && (employeeId === undefined || entry.employeeId === undefined),
  );
  return named.length > 1 ? "several" : named[0];
}

function add(entries: Entry[], { rep, employeeId, unit, manager, sheet, cell }: Person): Entry {
  const wanted = employeeId ?? rep;
  const entry: Entry = {
    id: entries.some(({ id }) => id === wanted) ? `${wanted} (${entries.length + 1})` : wanted,
    name: rep,
    employeeId,
    unit,
    manager,
    sheet,
    cell,
    parts: new Set(),
  };
  entries.push(entry);
  return entry;
}

function figuresOf(
  readings: readonly PeopleReading[],
  entryOf: ReadonlyMap<Person, Entry>,
  problems: Problem[],
): Figure[] {
  const figures = new Map<string, Figure>();
  for (const { measures, region } of readings) {
    // A sheet for each month is called after it, or says so above its table.
    const sheetPeriod = readPeriod(region.grid.sheet)?.id ?? titlePeriod(region);
    for (const { person, field, period = sheetPeriod, value, cell } of measures) {
      const entry = entryOf.get(person);
      if (!entry) continue;
      const key = `${entry.id}\n${field}\n${period ?? ""}`;
      const before = figures.get(key);
      if (before) {
        const label = MEASURE_FIELDS.find(({ id }) => id === field)?.label ?? "";
        problems.push(
          problem("figure-twice", person.sheet, cell, String(value), {
            field: label,
            first: `${before.sheet}!${before.cell}`,
          }),
        );
        continue;
      }
      figures.set(key, {
        person: entry.id,
        field,
        ...(period === undefined ? {} : { period }),
        value,
        sheet: person.sheet,
        cell,
      });
    }
  }
  return [...figures.values()];
}

/** @example the line `2026年3月销售完成情况` above a table says 2026-03 */
function titlePeriod({ titles }: TableRegion): string | undefined {
  for (const { text } of titles) {
    const [, year, month] = /(20\d{2})\s*[年./-]\s*(1[0-2]|0?[1-9])(?:\s*月|(?!\d))/.exec(text) ?? [];
    if (year !== undefined && month !== undefined) return `${year}-${month.padStart(2, "0")}`;
  }
  return undefined;
}

function missing(entries: readonly Entry[], readings: readonly PeopleReading[]): Problem[] {
  const parts = new Map<string, Set<string>>();
  for (const reading of readings) {
    const part = partOf(reading);
    parts.set(part, (parts.get(part) ?? new Set()).add(reading.region.grid.sheet));
  }
  return [...parts].flatMap(([part, sheets]) =>
    entries
      .filter((entry) => !entry.parts.has(part))
      .map(({ sheet, cell, name }) =>
        problem("person-not-everywhere", sheet, cell, name, {
          sheets: [...sheets].join(" / "),
          field: [...sheets].join(" / "),
        }),
      ),
  );
}

/** Only people who are missing somewhere may be one person in two spellings. */
function lookalikes(entries: readonly Entry[]): Problem[] {
  const most = new Set(entries.flatMap(({ parts }) => [...parts])).size;
  const loose = entries.filter(({ parts }) => parts.size < most);
  const byName = new Map(loose.map((entry) => [entry.name, entry]));
  const counts = new Map(loose.map(({ name, parts }) => [name, parts.size]));
  const field = PERSON_FIELDS[1].label;
  return findLookalikes(counts).flatMap(({ text, like }) => {
    const entry = byName.get(text);
    return entry
      ? [problem("name-lookalike", entry.sheet, entry.cell, text, { field, value: like, times: 1 })]
      : [];
  });
}
