import type { Scalar } from "../../formula/column";
import { readDate } from "../../records/clean/date";
import { parseNumber } from "../../records/clean/number";
import { tidyText } from "../../records/clean/text";
import { addressOf, isBlank, type Cell, type Grid } from "../../records/grid";
import type { EvaluationPeriod, EvaluationPerson, EvaluationRequest } from "../../scoring/evaluation";
import type { Mistake, Scheme, SchemeInput } from "../../scoring/scheme";
import { say, type Lang, type Phrase } from "../../words";

/** What a column of a people table may be called, besides an input's own name or id. */
export const PERSON_HEADERS: Readonly<
  Record<"name" | "unit" | "position" | "manager" | "joined" | "left", readonly string[]>
> = {
  name: [
    "姓名",
    "员工",
    "员工姓名",
    "业务员",
    "销售员",
    "被考核人",
    "name",
    "employee",
    "rep",
    "person",
    "staff",
  ],
  unit: [
    "单位",
    "部门",
    "大区",
    "区域",
    "团队",
    "门店",
    "办事处",
    "unit",
    "department",
    "region",
    "team",
    "store",
    "office",
  ],
  position: ["岗位", "职位", "职务", "position", "role", "job"],
  manager: ["直接上级", "上级", "经理", "主管", "manager", "supervisor"],
  joined: ["入职日期", "入职时间", "入职", "joined", "start date", "hired"],
  left: ["离职日期", "离职", "left", "end date"],
};
type Field = keyof typeof PERSON_HEADERS;

const W = {
  number: {
    "zh-CN": "“{value}”不是数字，按没有数据处理",
    "en-US": "“{value}” is no number and counts as missing",
  },
  date: { "zh-CN": "“{value}”不是日期，未采用", "en-US": "“{value}” is no date and was not used" },
  twice: { "zh-CN": "“{name}”重复，只取第一行", "en-US": "“{name}” is there twice; the first line counts" },
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
      const header = headerOf(grid.values[row] ?? [], scheme);
      if (header) return readPeople(grid, row, header, scheme, lang, isMeant);
    }
  }
  return undefined;
}

interface Header {
  readonly fields: ReadonlyMap<Field, number>;
  readonly inputs: ReadonlyMap<SchemeInput, number>;
}

export const plainWord = (cell: Cell | undefined): string => tidyText(String(cell ?? "")).toLowerCase();

function headerOf(cells: readonly Cell[], { inputs }: Scheme): Header | undefined {
  const fields = new Map<Field, number>();
  const found = new Map<SchemeInput, number>();
  cells.forEach((cell, column) => {
    const word = plainWord(cell);
    if (word === "") return;
    const input = inputs.find(({ id, name }) => word === plainWord(name) || word === id.toLowerCase());
    if (input && typedInput(input) && !found.has(input)) return void found.set(input, column);
    const field = (Object.keys(PERSON_HEADERS) as Field[]).find((key) => PERSON_HEADERS[key].includes(word));
    if (field && !fields.has(field)) fields.set(field, column);
  });
  return fields.has("name") && found.size > 0 ? { fields, inputs: found } : undefined;
}

const typedInput = ({ formula, raters }: SchemeInput): boolean =>
  formula === undefined && raters === undefined;

function readPeople(
  grid: Grid,
  headerRow: number,
  header: Header,
  scheme: Scheme,
  lang: Lang,
  isMeant: (row: number) => boolean,
): PeopleTable {
  const problems: Mistake[] = [];
  const add = (row: number, column: number, what: Phrase, params: Readonly<Record<string, string>>): void => {
    problems.push({ where: `${grid.sheet}!${addressOf(grid, row, column)}`, what: say(what, lang, params) });
  };
  for (const input of scheme.inputs)
    if (typedInput(input) && !header.inputs.has(input)) add(headerRow, 0, W.missing, { name: input.name });
  const people: EvaluationPerson[] = [];
  const rows: number[] = [];
  const nameAt = header.fields.get("name") ?? 0;
  for (let row = headerRow + 1; row < grid.values.length; row += 1) {
    if (!isMeant(row)) continue;
    const cells = grid.values[row] ?? [];
    const at = (field: Field): Cell => cells[header.fields.get(field) ?? -1] ?? null;
    const name = tidyText(String(at("name") ?? ""));
    // The table ends where names do; sums below it are nobody.
    if (name === "" || /^(合计|总计|小计|平均|total|average|sum)$/i.test(name)) {
      if (people.length > 0) break;
      continue;
    }
    if (people.some((person) => person.name === name)) {
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
      const value = valueOf(cell, input);
      if (value === null && !isBlank(cell)) add(row, column, W.number, { value: String(cell) });
      inputs[input.id] = value;
    }
    rows.push(row);
    const words = (field: Field): string => tidyText(String(at(field) ?? ""));
    const [joined, left] = [day("joined"), day("left")];
    people.push({
      name,
      unit: words("unit"),
      ...(words("position") !== "" && { position: words("position") }),
      ...(words("manager") !== "" && { manager: words("manager") }),
      ...(joined !== undefined && { joined }),
      ...(left !== undefined && { left }),
      inputs,
    });
  }
  return { sheet: grid.sheet, people, problems, at: { grid, header: headerRow, name: nameAt, rows } };
}

/** A cell as the input takes it: words as they are, numbers however they are written. */
export function valueOf(cell: Cell, { format, choices }: SchemeInput): Scalar {
  if (isBlank(cell)) return null;
  if (typeof cell === "number") return cell;
  if (format === "word" || choices) return tidyText(String(cell));
  return parseNumber(String(cell))?.value ?? null;
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
