import { nameKey } from "./clean/name";
import { parseNumber, precise } from "./clean/number";
import { fillDown, readNameColumn, readNumberColumn, readPercentColumn, readTextColumn, columnScale, type ColumnSource } from "./columns";
import { addressOf, transposeGrid, type Cell } from "./grid";
import { findLookalikes } from "./lookalikes";
import { recogniseMeasures, titleYear, type MeasureColumn, type PeopleRecognition } from "./measureColumns";
import { MEASURE_FIELDS, PERSON_FIELDS, type MeasureField, type PersonField } from "./measureFields";
import { readPeriod } from "./periods";
import { problem, type Problem } from "./problems";
import type { FieldMatch } from "./recognise";
import { cellAt, type TableRegion } from "./region";
import { regionProblems } from "./regionProblems";
import { findTables } from "./tables";

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
  readonly measures: readonly Measure[];
  readonly problems: readonly Problem[];
}

/**
 * A table about people – actuals, targets, attendance, ratings – in any of its four orientations: people down or
 * across, periods down or across. Totals of rows and columns are not counted but checked.
 */
export function readPeople(table: TableRegion): PeopleReading {
  const region = peopleDown(table);
  const recognition = recogniseMeasures(region);
  const problems: Problem[] = [...regionProblems(region)];
  const source = (match: FieldMatch, label: ColumnSource["label"]): ColumnSource => ({ region, match, label, problems });
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
    const label = { "zh-CN": labelOf(column, field.label["zh-CN"]), "en-US": labelOf(column, field.label["en-US"]) };
    const from = source({ column: column.column, header: column.header, confidence: column.confidence, reason: { phrase: field.label } }, label);
    const values = field.content === "percent" ? readPercentColumn(from) : readNumberColumn(from);
    values.forEach((value, i) => {
      const who = rowPeople[i];
      const period = column.period ?? periods?.[i];
      if (who === undefined || value === undefined || repeats.same.has(i) || (periods && periods[i] === undefined && column.period === undefined)) return;
      measures.push({ person: who, field: column.field, ...(period === undefined ? {} : { period }), value, cell: addressOf(region.grid, region.rows[i] ?? 0, column.column) });
    });
    if (field.content !== "percent") problems.push(...checkTotals(from, values));
  }
  problems.push(...repeats.problems, ...lookalikes([...people.values()]));
  return { region, recognition, people: [...people.values()], measures, problems };

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

const NAME = /^(?:[\u4e00-\u9fff]{2,4}|[A-Z][\p{L}'’.-]+(?: [A-Z][\p{L}'’.-]*){1,3})$/u;

/** The table turned when its people stand across: three or more headers are names, and the first column's values are none. */
export function peopleDown(region: TableRegion): TableRegion {
  const { grid, columns, header } = region;
  const [label, ...others] = columns;
  if (!header || !label || others.length < 2) return region;
  const labels = region.rows.map((row) => String(grid.values[row]?.[label.column] ?? ""));
  const asHeader = (text: string) => readPeriod(text) !== undefined || MEASURE_FIELDS.some((field) => field.words.some((word) => word === text.trim().toLowerCase()));
  const names = others.filter(({ parts }) => parts.some((part) => NAME.test(part) && !asHeader(part)));
  const acrossLikely = names.length >= Math.max(2, others.length * 0.6) && labels.filter(asHeader).length >= labels.length * 0.6 && labels.length >= 2;
  if (!acrossLikely) return region;
  const last = Math.max(...region.rows, ...region.aside.map(({ row }) => row));
  const lastColumn = columns[columns.length - 1]?.column ?? label.column;
  const cut = <T>(rows: readonly (readonly T[])[]) => rows.slice(header.to, last + 1).map((row) => row.slice(label.column, lastColumn + 1));
  const turned = transposeGrid({
    sheet: grid.sheet,
    top: grid.top + header.to,
    left: grid.left + label.column,
    values: cut<Cell>(grid.values),
    ...(grid.numberFormats ? { numberFormats: cut(grid.numberFormats) } : {}),
  });
  const first = turned.values[0];
  // The corner says what runs down; for the turned table the people do.
  const named = first ? { ...turned, values: [["姓名", ...first.slice(1)], ...turned.values.slice(1)] } : turned;
  const [found] = findTables(named);
  return found ? { ...found, titles: region.titles } : region;
}

function readPeriodColumn(source: ColumnSource): (string | undefined)[] {
  const { region, match, problems } = source;
  const year = titleYear(region);
  let above: string | undefined;
  return region.rows.map((row) => {
    const cell = cellAt(region, row, match.column);
    if (cell === null || cell === "" || typeof cell === "boolean") return above;
    const number = Number(cell);
    const code = Number.isInteger(number) && number >= 1 && number <= 12 ? `${number}月` : Number.isInteger(number) && number > 199_000 && number < 210_013 ? String(cell) : cell;
    const period = readPeriod(code);
    if (!period) {
      problems.push(problem("period-unreadable", region.grid.sheet, addressOf(region.grid, row, match.column), String(cell), { field: source.label }));
      return undefined;
    }
    above = period.year === undefined && year !== undefined ? `${year}-${period.id}` : period.id;
    return above;
  });
}

/** Total rows are no records, but they say what their rows should add up to. */
function checkTotals({ region, match, label }: ColumnSource, values: readonly (number | undefined)[]): Problem[] {
  const { grid, rows, aside } = region;
  const found: Problem[] = [];
  const scale = columnScale(region, match);
  const hasGaps = rows.some((row, i) => values[i] === undefined && typeof cellAt(region, row, match.column) === "string" && String(cellAt(region, row, match.column)).trim().length > 1);
  // A sum with an unreadable part cannot be checked; the part is on the list already.
  if (hasGaps) return [];
  for (const total of aside) {
    if (total.by !== "word" || (total.kind !== "total" && total.kind !== "subtotal")) continue;
    const cell = grid.values[total.row]?.[match.column] ?? null;
    const reading = typeof cell === "string" ? parseNumber(cell) : undefined;
    const stated = typeof cell === "number" ? cell * scale : reading && (reading.ownUnit ? reading.value : reading.value * scale);
    if (stated === undefined) continue;
    const before = aside.findLast(({ kind, row }) => row < total.row && (kind === "subtotal" || kind === "total"))?.row ?? -1;
    const sumFrom = (after: number) => precise(rows.reduce((sum, row, i) => (row > after && row < total.row ? sum + (values[i] ?? 0) : sum), 0));
    const whole = sumFrom(-1);
    const group = sumFrom(before);
    const below = precise(values.reduce<number>((sum, value, i) => ((rows[i] ?? 0) > total.row ? sum + (value ?? 0) : sum), 0));
    // Shown figures may be rounded, each by up to half of its last digit.
    const tolerance = 0.01 * scale * Math.max(1, rows.length / 2);
    const fits = [whole, group, below].some((sum) => Math.abs(sum - stated) <= tolerance);
    if (!fits) {
      const value = precise((total.kind === "subtotal" ? group : whole) / scale);
      found.push(problem("total-mismatch", grid.sheet, addressOf(grid, total.row, match.column), String(cell), { field: label, value }));
    }
  }
  return found;
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
      const same = region.columns.every(({ column: c }) => c <= column || (grid.values[row]?.[c] ?? "") === (grid.values[before]?.[c] ?? ""));
      if (same) repeated.add(i);
      found.push(problem(same ? "person-twice" : "person-rows-added", grid.sheet, cell, person.rep, { first: addressOf(grid, before, column) }));
      return;
    }
    first.set(key, row);
    const namesake = byName.get(nameKey(person.rep));
    if (!namesake) byName.set(nameKey(person.rep), person);
    else if (namesake !== person && ids) found.push(problem("same-name-by-id", grid.sheet, cell, person.rep, { first: namesake.cell }));
  });
  return { problems: found, same: repeated };
}

function lookalikes(people: readonly Person[]): Problem[] {
  const byName = new Map(people.map((person) => [person.rep, person]));
  const field = PERSON_FIELDS[1].label;
  return findLookalikes(new Map([...byName.keys()].map((name) => [name, 1]))).flatMap(({ text, like }) => {
    const person = byName.get(text);
    return person ? [problem("name-lookalike", person.sheet, person.cell, text, { field, value: like })] : [];
  });
}
