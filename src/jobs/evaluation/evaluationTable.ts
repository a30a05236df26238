import type { Scalar } from "../../formula/column";
import { readDate } from "../../records/clean/date";
import { parseNumber, precise } from "../../records/clean/number";
import { tidyText } from "../../records/clean/text";
import { addressOf, isBlank, type Cell, type Grid } from "../../records/grid";
import type { EvaluationPeriod, EvaluationPerson, EvaluationRequest } from "../../scoring/evaluation";
import type { Mistake, Scheme, SchemeInput } from "../../scoring/scheme";
import { say, type Lang, type Phrase } from "../../words";
import {
  PERSON_HEADERS,
  peopleHeader,
  typedInput,
  type PeopleHeader,
  type PersonField,
} from "./peopleHeader";

const W = {
  number: {
    "zh-CN": "“{value}”不是数字，按没有数据处理",
    "en-US": "“{value}” is no number and counts as missing",
  },
  date: { "zh-CN": "“{value}”不是日期，未采用", "en-US": "“{value}” is no date and was not used" },
  twice: { "zh-CN": "“{name}”重复，只取第一行", "en-US": "“{name}” is there twice; the first line counts" },
  nameless: {
    "zh-CN": "这一行有数据但没有姓名，未采用",
    "en-US": "the line has figures but no name and was not used",
  },
  whole: { "zh-CN": "“{value}”按 {value}% 读取", "en-US": "“{value}” is read as {value} %" },
  missing: { "zh-CN": "没有找到数据项“{name}”的列", "en-US": "no column was found for “{name}”" },
} as const satisfies Record<string, Phrase>;

export interface PeopleTable {
  readonly sheet: string;
  readonly people: readonly EvaluationPerson[];
  /** What could not be taken over, cell by cell. Nothing is dropped unsaid. */
  readonly problems: readonly Mistake[];
  /** Where it stands: offsets in the grid of its header row, its column of names and everybody's row. */
  readonly at: {
    readonly grid: Grid;
    readonly header: number;
    readonly name: number;
    readonly rows: readonly number[];
  };
}

/**
 * The first table of the workbook with a column of names and at least one of the scheme's inputs, by header.
 *
 * @param isMeant leaves out lines that are about something else, such as another month; rows are offsets in the grid
 * @returns undefined when there is none: then the workbook holds something else, such as a ledger
 */
export function findPeople(
  grids: readonly Grid[],
  scheme: Scheme,
  lang: Lang,
  isMeant: (row: number) => boolean = () => true,
): PeopleTable | undefined {
  for (const grid of grids) {
    for (let row = 0; row < Math.min(grid.values.length, 30); row += 1) {
      const header = peopleHeader(grid, row, scheme);
      if (header) return readPeople(grid, header, scheme, lang, isMeant);
    }
  }
  return undefined;
}

function readPeople(
  grid: Grid,
  header: PeopleHeader,
  scheme: Scheme,
  lang: Lang,
  isMeant: (row: number) => boolean,
): PeopleTable {
  const problems: Mistake[] = [];
  const add = (
    row: number,
    column: number,
    what: Phrase,
    params: Readonly<Record<string, string>> = {},
  ): void => {
    problems.push({ where: `${grid.sheet}!${addressOf(grid, row, column)}`, what: say(what, lang, params) });
  };
  for (const input of scheme.inputs)
    if (typedInput(input) && !header.inputs.has(input)) add(header.row, 0, W.missing, { name: input.name });
  const people: EvaluationPerson[] = [];
  const nameAt = header.fields.get("name") ?? 0;
  const rows: number[] = [];
  for (const { row, unit } of recordsBelow(grid, header)) {
    if (!isMeant(row)) continue;
    const cells = grid.values[row] ?? [];
    const at = (field: PersonField): Cell => cells[header.fields.get(field) ?? -1] ?? null;
    const name = tidyText(String(at("name") ?? ""));
    if (name === "") {
      add(row, nameAt, W.nameless);
      continue;
    }
    const namesake = people.some((person) => person.name === name);
    if (namesake && people.some((person) => person.name === name && person.unit === unit)) {
      add(row, nameAt, W.twice, { name });
      continue;
    }
    const day = (field: "joined" | "left"): string | undefined => {
      const cell = at(field);
      if (isBlank(cell)) return undefined;
      const read = typeof cell === "boolean" || cell === null ? undefined : readDate(cell);
      if (read?.kind === "date") return read.iso;
      add(row, header.fields.get(field) ?? 0, W.date, { value: String(cell) });
      return undefined;
    };
    const inputs: Record<string, Scalar> = {};
    for (const [input, column] of header.inputs) {
      const cell = cells[column] ?? null;
      const value = valueOf(cell, input, header.scales.get(input));
      if (value === null && !isBlank(cell)) add(row, column, W.number, { value: String(cell) });
      const whole = input.format === "percent" && isWholePercent(cell, grid.numberFormats?.[row]?.[column]);
      if (whole) add(row, column, W.whole, { value: String(cell).trim() });
      inputs[input.id] = whole && typeof value === "number" ? precise(value / 100) : value;
    }
    rows.push(row);
    const words = (field: PersonField): string => tidyText(String(at(field) ?? ""));
    const [joined, left] = [day("joined"), day("left")];
    people.push({
      ...(namesake && { id: `${name} (${unit})` }),
      name,
      unit,
      ...(words("position") !== "" && { position: words("position") }),
      ...(words("manager") !== "" && { manager: words("manager") }),
      ...(joined !== undefined && { joined }),
      ...(left !== undefined && { left }),
      inputs,
    });
  }
  return { sheet: grid.sheet, people, problems, at: { grid, header: header.row, name: nameAt, rows } };
}

/** Sums and means in a column of names, or of units beside it; below them the table may go on. */
const SUMS =
  /^(?:平均|均值|人均|average|avg|mean|sum|grand total|totals?|sub-?totals?)$|(?:合计|总计|小计|汇总)$|\bsub-?total\b|\btotal$|^total\b/i;

/**
 * Rows below the header that are about somebody, each with the unit its cell or the merged cell over it names. Sums
 * and lines without any figure are nobody; after the first of them a line counts only with figures of its own.
 */
function* recordsBelow(
  grid: Grid,
  { row: header, fields, inputs }: PeopleHeader,
): Generator<{ row: number; unit: string }> {
  const [nameAt, unitAt] = [fields.get("name") ?? 0, fields.get("unit")];
  const word = (row: number, column: number | undefined): string =>
    column === undefined ? "" : tidyText(String(grid.values[row]?.[column] ?? ""));
  let [unit, begun, broken] = ["", false, false];
  for (let row = header + 1; row < grid.values.length; row += 1) {
    const name = word(row, nameAt);
    const own = word(row, unitAt);
    const hasFigures = [...inputs.values()].some((column) => !isBlank(grid.values[row]?.[column]));
    if (PERSON_HEADERS.name.includes(name.toLowerCase())) {
      // The same header again, on the next printed page; any other begins a table of its own.
      const again = word(row, unitAt) === word(header, unitAt) && name === word(header, nameAt);
      if (!again) return;
      continue;
    }
    const isSum = SUMS.test(name) || (name === "" && (SUMS.test(own) || sumsAhead(grid, row, nameAt)));
    if (isSum || (name === "" && !hasFigures) || (broken && !hasFigures)) {
      broken ||= begun;
      if (isSum) unit = "";
      continue;
    }
    begun = true;
    if (own !== "") unit = own;
    yield { row, unit };
  }
}

/** A sum called so in a column before the names that is not known as anything. */
const sumsAhead = (grid: Grid, row: number, nameAt: number): boolean =>
  (grid.values[row] ?? []).slice(0, nameAt).some((cell) => SUMS.test(tidyText(String(cell ?? ""))));

/** Bare numbers above 2 in a column of percents are wholes: an attainment of 200 % is rare, one of 9 600 % is none. */
function isWholePercent(cell: Cell, format: string | undefined): boolean {
  const read = typeof cell === "string" ? parseNumber(cell) : undefined;
  const bare = typeof cell === "number" ? format?.includes("%") !== true : read?.percent === false;
  return bare && Math.abs(typeof cell === "number" ? cell : (read?.value ?? 0)) > 2;
}

/**
 * A cell as the input takes it: words as they are, numbers however they are written. `scale` is what the column counts
 * in: 105.5万 below “万元” is 105.5, as its neighbours are.
 */
export function valueOf(cell: Cell, { format, choices }: SchemeInput, scale = 1): Scalar {
  if (isBlank(cell)) return null;
  if (typeof cell === "number") return cell;
  if (format === "word" || choices) return tidyText(String(cell));
  const read = parseNumber(String(cell));
  if (!read) return null;
  return read.ownUnit && !read.percent && scale !== 1 ? precise(read.value / scale) : read.value;
}

/** An evaluation of one period out of a people table. */
export function requestOf(
  scheme: Scheme,
  { people }: PeopleTable,
  period: EvaluationPeriod,
  lang: Lang,
): EvaluationRequest {
  // One scheme for everybody in the table, whatever positions it names.
  const { positions: _, ...everybody } = scheme;
  return { title: scheme.name, lang, periods: [period], schemes: [everybody], people };
}
