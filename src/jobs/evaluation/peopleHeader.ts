import { tidyText } from "../../records/clean/text";
import type { Cell, Grid } from "../../records/grid";
import { readColumns } from "../../records/tables/headerRows";
import type { Scheme, SchemeInput } from "../../scoring/scheme";

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
export type PersonField = keyof typeof PERSON_HEADERS;
const FIELDS = Object.keys(PERSON_HEADERS) as PersonField[];

/** A people table's header: which column is what. */
export interface PeopleHeader {
  /** The row right above the first person, an offset in the grid. */
  readonly row: number;
  readonly fields: ReadonlyMap<PersonField, number>;
  readonly inputs: ReadonlyMap<SchemeInput, number>;
  /** What a plain number of an input's column is counted in: 10 000 below “业绩（万元）”, else 1. */
  readonly scales: ReadonlyMap<SchemeInput, number>;
}

export const plainWord = (cell: Cell | undefined): string => tidyText(String(cell ?? "")).toLowerCase();

/** An input somebody types: neither worked out nor given by raters. */
export const typedInput = ({ formula, raters }: SchemeInput): boolean =>
  formula === undefined && raters === undefined;

/**
 * The header that begins in this row: of one row, or of two, where titles such as “业绩” stand merged over columns of
 * their own. Undefined without a column of names or without any input of the scheme.
 */
export function peopleHeader(grid: Grid, row: number, scheme: Scheme): PeopleHeader | undefined {
  const one = headerIn(grid, row, row, scheme);
  const two = headerIn(grid, row, row + 1, scheme);
  const name = two?.fields.get("name");
  // Below a name's heading of two rows nobody's name stands.
  const isTwo = name !== undefined && plainWord(grid.values[row + 1]?.[name]) === "";
  return two && isTwo && two.inputs.size > (one?.inputs.size ?? 0) ? two : one;
}

function headerIn(grid: Grid, from: number, to: number, { inputs }: Scheme): PeopleHeader | undefined {
  const width = Math.max(0, ...grid.values.slice(from, to + 1).map((cells) => cells.length));
  if (width === 0 || to >= grid.values.length) return undefined;
  const block = { fromRow: from, toRow: to, fromColumn: 0, toColumn: width - 1 };
  const fields = new Map<PersonField, number>();
  const found = new Map<SchemeInput, number>();
  const scales = new Map<SchemeInput, number>();
  for (const { column, parts } of readColumns(grid, block, { from, to })) {
    const words = wordsOf(parts);
    const input = inputs.find(({ id, name }) =>
      words.some((word) => word === plainWord(name) || word === id.toLowerCase()),
    );
    if (input && typedInput(input) && !found.has(input)) {
      found.set(input, column);
      scales.set(input, scaleOf(parts));
      continue;
    }
    const field = FIELDS.find((key) => words.some((word) => PERSON_HEADERS[key].includes(word)));
    if (field && !fields.has(field)) fields.set(field, column);
  }
  if (!fields.has("name") || found.size === 0) return undefined;
  return { row: to, fields, inputs: found, scales };
}

/** What a heading may be known by: all its rows, the lowest alone, each also without a unit in brackets. */
function wordsOf(parts: readonly string[]): string[] {
  const last = parts.at(-1) ?? "";
  const bare = (text: string): string => text.replace(/\s*[(（][^()（）]*[)）]\s*$/, "");
  const wholes = [parts.join(""), parts.join(" "), parts.map(bare).join(""), parts.map(bare).join(" ")];
  return [...wholes, last, bare(last)].map(plainWord).filter((word) => word !== "");
}

const SCALES: readonly (readonly [RegExp, number])[] = [
  [/[(（,，:：]\s*(?:单位[:：])?\s*万/, 1e4],
  [/[(（,，:：]\s*(?:单位[:：])?\s*千元/, 1e3],
  [/[(（,，:：]\s*(?:单位[:：])?\s*亿/, 1e8],
  [/[(（,]\s*(?:in )?(?:thousands?|k\b|['’]?000)/i, 1e3],
  [/[(（,]\s*(?:in )?(?:millions?|mn?\b)/i, 1e6],
];

const scaleOf = (parts: readonly string[]): number =>
  SCALES.find(([pattern]) => parts.some((part) => pattern.test(part)))?.[1] ?? 1;
