import { checkTotals } from "../columns/checkTotals";
import { nameKey } from "../clean/name";
import {
  fillDown,
  readNameColumn,
  readNumberColumn,
  readPercentColumn,
  readTextColumn,
} from "../columns/columns";
import type { ColumnSource } from "../columns/columnSource";
import { addressOf } from "../grid";
import { findLookalikes } from "../lookalikes";
import { recogniseMeasures, type MeasureColumn, type PeopleRecognition } from "../columns/measureColumns";
import { MEASURE_FIELDS, type MeasureField } from "../fields/measureFields";
import { PERSON_FIELDS, type PersonField } from "../fields/personFields";
import { peopleDown } from "./peopleDown";
import { readPeriodColumn } from "../columns/periodColumn";
import { problem, type Problem } from "../problems/problems";
import type { FieldMatch, Mapping } from "../columns/recognise";
import type { TableRegion } from "../tables/region";
import { regionProblems } from "../tables/regionProblems";

export interface Person {
  readonly rep: string;
  /** As written, leading zeros kept. */
  readonly employeeId?: string;
  readonly manager?: string;
  readonly unit?: string;
  readonly sheet: string;
  /** A1 cell of the name, or of the number when there is no name. */
  readonly cell: string;
}

/** One figure about one person. Money in base units (元), percents as fractions, the rest as counted. */
export interface Measure {
  readonly person: Person;
  readonly field: MeasureField;
  /** `2017-03`, `03`, `Q1`, `2017`; absent when the table is about one period that it does not name. */
  readonly period?: string;
  readonly value: number;
  /** A1 cell of the figure. */
  readonly cell: string;
}

export interface PeopleReading {
  readonly region: TableRegion;
  readonly recognition: PeopleRecognition;
  readonly people: readonly Person[];
  /** Whom each of the region's rows is about; undefined where nobody is named. */
  readonly rows: readonly (Person | undefined)[];
  readonly measures: readonly Measure[];
  readonly problems: readonly Problem[];
}

/**
 * A table about people – actuals, targets, attendance, ratings – in any of its four orientations: people down or
 * across, periods down or across. Totals of rows and columns are not counted but checked.
 *
 * @param remembered columns settled earlier, by field id
 */
export function readPeople(table: TableRegion, remembered: Mapping = {}): PeopleReading {
  const region = peopleDown(table);
  const recognition = recogniseMeasures(region, remembered);
  const problems: Problem[] = [...regionProblems(region)];
  const source = (match: FieldMatch, label: ColumnSource["label"]): ColumnSource => ({
    region,
    match,
    label,
    problems,
  });
  const person = (id: PersonField): ColumnSource | undefined => {
    const match = recognition.who.fields[id];
    const label = PERSON_FIELDS.find((field) => field.id === id)?.label;
    return match && label ? source(match, label) : undefined;
  };

  const ids = person("employeeId");
  const idValues = ids ? readTextColumn(ids) : undefined;
  const rep = person("rep");
  const names = rep ? readNameColumn(rep) : region.rows.map(() => undefined);
  const periodSource = person("period");
  const filledNames = rep && periodSource ? fillDown(rep, names) : names;
  const managers = grouped(person("manager"));
  const units = grouped(person("unit"));
  const periods = periodSource ? readPeriodColumn(periodSource) : undefined;

  const whoColumn = rep?.match.column ?? ids?.match.column ?? region.columns[0]?.column ?? 0;
  const people = new Map<string, Person>();
  const rowPeople = region.rows.map((row, i): Person | undefined => {
    const name = filledNames[i];
    const employeeId = idValues?.[i];
    const cell = addressOf(region.grid, row, whoColumn);
    if (name === undefined && employeeId === undefined) {
      problems.push(problem("rep-missing", region.grid.sheet, cell, "", { field: rep?.label ?? "" }));
      return undefined;
    }
    const key = personKey(name, employeeId);
    const known = people.get(key);
    if (known) return known;
    if (rep && name === undefined)
      problems.push(
        problem("name-missing", region.grid.sheet, cell, "", { field: rep.label, value: employeeId ?? "" }),
      );
    const found: Person = {
      rep: name ?? employeeId ?? "",
      ...(employeeId === undefined ? {} : { employeeId }),
      ...(managers?.[i] === undefined ? {} : { manager: managers[i] }),
      ...(units?.[i] === undefined ? {} : { unit: units[i] }),
      sheet: region.grid.sheet,
      cell,
    };
    people.set(key, found);
    return found;
  });

  const repeats = repeatedPeople(region, rowPeople, whoColumn, periods, idValues);
  const measures: Measure[] = [];
  for (const column of recognition.measures) {
    const field = MEASURE_FIELDS.find(({ id }) => id === column.field);
    if (!field) continue;
    const label = {
      "zh-CN": labelOf(column, field.label["zh-CN"]),
      "en-US": labelOf(column, field.label["en-US"]),
    };
    const { header, confidence } = column;
    const match: FieldMatch = { column: column.column, header, confidence, reason: { phrase: field.label } };
    const from = { ...source(match, label), counts: field.content === "number" };
    const values = field.content === "percent" ? readPercentColumn(from) : readNumberColumn(from);
    values.forEach((value, i) => {
      const who = rowPeople[i];
      const period = column.period ?? periods?.[i];
      if (
        who === undefined ||
        value === undefined ||
        repeats.same.has(i) ||
        (periods && periods[i] === undefined && column.period === undefined)
      )
        return;
      measures.push({
        person: who,
        field: column.field,
        ...(period === undefined ? {} : { period }),
        value,
        cell: addressOf(region.grid, region.rows[i] ?? 0, column.column),
      });
    });
    if (field.content !== "percent") problems.push(...checkTotals(from, values));
  }
  problems.push(...repeats.problems, ...lookalikes([...people.values()]));
  return { region, recognition, people: [...people.values()], rows: rowPeople, measures, problems };

  function grouped(column: ColumnSource | undefined): (string | undefined)[] | undefined {
    return column && fillDown(column, readNameColumn(column));
  }
}

function labelOf(column: MeasureColumn, label: string): string {
  return column.period === undefined ? label : `${label} ${column.period}`;
}

function personKey(name: string | undefined, employeeId: string | undefined): string {
  return employeeId === undefined ? `name ${nameKey(name ?? "")}` : `id ${employeeId.toLowerCase()}`;
}

/** People on more than one row (of one period): what to say about them, and the indexes of rows that only repeat another. */
function repeatedPeople(
  region: TableRegion,
  rowPeople: readonly (Person | undefined)[],
  column: number,
  periods: readonly (string | undefined)[] | undefined,
  ids: readonly (string | undefined)[] | undefined,
): { problems: Problem[]; same: Set<number> } {
  const { grid } = region;
  const found: Problem[] = [];
  const repeated = new Set<number>();
  const first = new Map<string, number>();
  const byName = new Map<string, Person>();
  rowPeople.forEach((person, i) => {
    if (!person) return;
    const row = region.rows[i] ?? 0;
    const key = `${personKey(person.rep, person.employeeId)} ${periods?.[i] ?? ""}`;
    const before = first.get(key);
    const cell = addressOf(grid, row, column);
    if (before !== undefined) {
      const same = region.columns.every(
        ({ column: c }) => c <= column || (grid.values[row]?.[c] ?? "") === (grid.values[before]?.[c] ?? ""),
      );
      if (same) repeated.add(i);
      found.push(
        problem(same ? "person-twice" : "person-rows-added", grid.sheet, cell, person.rep, {
          first: addressOf(grid, before, column),
        }),
      );
      return;
    }
    first.set(key, row);
    const namesake = byName.get(nameKey(person.rep));
    if (!namesake) byName.set(nameKey(person.rep), person);
    else if (namesake !== person && ids)
      found.push(problem("same-name-by-id", grid.sheet, cell, person.rep, { first: namesake.cell }));
  });
  return { problems: found, same: repeated };
}

function lookalikes(people: readonly Person[]): Problem[] {
  const byName = new Map(people.map((person) => [person.rep, person]));
  const field = PERSON_FIELDS[1].label;
  return findLookalikes(new Map([...byName.keys()].map((name) => [name, 1]))).flatMap(({ text, like }) => {
    const person = byName.get(text);
    return person
      ? [problem("name-lookalike", person.sheet, person.cell, text, { field, value: like, times: 1 })]
      : [];
  });
}
