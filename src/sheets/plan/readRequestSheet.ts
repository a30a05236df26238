import { cellRef } from "../../formula/references";
import { isoDate } from "../../planning/dates";
import type { PlanRequest } from "../../planning/planRequest";
import { LANGS, say, type Lang, type Phrase } from "../../words";
import { joinRequest } from "./joinRequest";
import {
  RATE_METHODS,
  MEASURE_KINDS,
  SETTINGS,
  UNIT_KINDS,
  type Field,
  type FieldKind,
} from "./requestFields";
import { TABLE_TITLES, type RequestTable, type Row, type TableId } from "./requestParts";
import { EMPTY_LIST, REQUEST_COLUMNS as COLUMNS, wordsOf } from "./requestSheet";
import { REQUEST_WORDS as W } from "./requestWords";
import { text, type Grid, type GridValue } from "../readBack";

export interface ReadRequest {
  /** Absent when the sheet is no request sheet. Sound only when there are no mistakes. */
  readonly request?: PlanRequest;
  readonly lang?: Lang;
  /** `where` is a cell of the sheet. */
  readonly mistakes: readonly { readonly where: string; readonly what: string }[];
}

/**
 * Reads a request sheet back, changed or not. Settings are known by the mark in the first column and may be moved;
 * any row between a table's header and its end that says something belongs to it.
 *
 * @param grid the sheet's values from A1 on
 * @param sheet the tab's name, for saying where a mistake is
 */
export function readRequestSheet(grid: Grid, sheet: string): ReadRequest {
  const mark = text(grid[0]?.[COLUMNS.key]);
  const lang = LANGS.find((one) => mark === `request:${one}`);
  if (lang === undefined)
    return { mistakes: [{ where: sheet, what: `${W.notRequest["zh-CN"]} · ${W.notRequest["en-US"]}` }] };
  const mistakes: { where: string; what: string }[] = [];
  const settings = new Map<string, unknown>();
  const tables: { readonly id: TableId; readonly columns: readonly Field[]; rows: Row[]; name?: string }[] =
    [];
  let open: (typeof tables)[number] | null = null;
  const read = (row: number, column: number, field: Field): unknown => {
    const value = grid[row]?.[column] ?? null;
    if (value === null || text(value) === "") return undefined;
    const found = parse(value, field, lang);
    if (found.mistake)
      mistakes.push({
        where: `${sheet}!${cellRef(row, column)}`,
        what: say(found.mistake, lang, { value: text(value) }),
      });
    return found.value;
  };
  grid.forEach((cells, row) => {
    const key = text(cells[COLUMNS.key]);
    if (key.startsWith("set ")) {
      const field = SETTINGS.find(({ path }) => path === key.slice(4));
      const value = field && read(row, COLUMNS.value, field);
      if (field && value !== undefined) settings.set(field.path, value);
    } else if (key.startsWith("table ")) {
      open = tableOf(key, cells);
      if (open) tables.push(open);
    } else if (open) {
      const record = Object.fromEntries(
        open.columns.flatMap((field, i) => {
          const value = read(row, i + 1, field);
          return value === undefined ? [] : [[field.path, value]];
        }),
      );
      if (Object.keys(record).length > 0) open.rows.push(record);
      if (key === "end") open = null;
    }
  });
  return { request: joinRequest({ settings, tables }), lang, mistakes };
}

function tableOf(
  key: string,
  cells: readonly GridValue[],
): { id: TableId; columns: Field[]; rows: Row[]; name?: string } | null {
  try {
    const head = JSON.parse(key.slice("table ".length)) as Pick<RequestTable, "id" | "name"> & {
      readonly columns: readonly string[];
    };
    if (!Object.hasOwn(TABLE_TITLES, head.id)) return null;
    const columns = head.columns.map((path, i): Field => {
      const label = text(cells[i + 1]);
      return { path, label: { "zh-CN": label, "en-US": label }, ...columnKind(head.id, path) };
    });
    return { id: head.id, columns, rows: [], ...(head.name === undefined ? {} : { name: head.name }) };
  } catch {
    return null;
  }
}

/** What a table's column holds, by its path: the first pattern that fits. */
const COLUMN_KINDS: readonly (readonly [RegExp, Pick<Field, "kind" | "choices">])[] = [
  [/^measures kind$/, { kind: "text", choices: MEASURE_KINDS }],
  [/^measures method$/, { kind: "text", choices: RATE_METHODS }],
  [/^levels kind$/, { kind: "text", choices: UNIT_KINDS }],
  [/ (change|more|weights)$/, { kind: "json" }],
  [/ (start|end)$/, { kind: "date" }],
  [/ lowerIsBetter$/, { kind: "yesNo" }],
  [
    / (value|history|proposal|history\.\d+|proposal\.\d+|weight|headcount|lock|min|max|step|total\.value)$/,
    { kind: "number" },
  ],
  [/ (share|lastShare|shares\.\d+|rate|target|total\.growth)$/, { kind: "percent" }],
];

function columnKind(id: TableId, path: string): Pick<Field, "kind" | "choices"> {
  const name = `${id} ${path}`;
  return COLUMN_KINDS.find(([pattern]) => pattern.test(name))?.[1] ?? { kind: "text" };
}

interface Parsed {
  readonly value?: unknown;
  readonly mistake?: Phrase;
}

function parse(value: string | number | boolean, field: Field, lang: Lang): Parsed {
  const words = wordsOf(field, lang);
  if (words) {
    const found = Object.entries(words).find(([, word]) => word === text(value))?.[0];
    if (found === undefined) return { mistake: W.badWord };
    return { value: field.kind === "yesNo" ? found === "true" : found };
  }
  return PARSERS[field.kind](value);
}

const PARSERS: Readonly<Record<FieldKind, (value: string | number | boolean) => Parsed>> = {
  text: (value) => ({ value: text(value) }),
  number,
  percent: number,
  date,
  numbers: (value) => each(value, number),
  percents: (value) => each(value, number),
  dates: (value) => each(value, date),
  json: (value) => {
    try {
      return { value: JSON.parse(text(value)) as unknown };
    } catch {
      return { mistake: W.badJson };
    }
  },
  yesNo: () => ({ mistake: W.badWord }),
  present: () => ({ mistake: W.badWord }),
};

/** Numbers as cells hold them, or as people write them into a text cell: 5 000, 5%, 5％. */
function number(value: string | number | boolean): Parsed {
  if (typeof value === "number") return { value };
  const [, digits = "", percent] = /^([^%％]*)([%％])?$/.exec(text(value).replace(/[,，\s]/g, "")) ?? [];
  const found = digits === "" ? NaN : Number(digits);
  if (!Number.isFinite(found)) return { mistake: W.badNumber };
  return { value: percent ? Number((found / 100).toPrecision(15)) : found };
}

/** Days since the end of 1899, as Excel counts a date that was typed as one. */
const EXCEL_EPOCH = 25_569;

function date(value: string | number | boolean): Parsed {
  if (typeof value === "number") return { value: isoDate(Math.floor(value) - EXCEL_EPOCH) };
  const [, year, month = "", day = ""] = /^(\d{4})\D(\d{1,2})\D(\d{1,2})日?$/.exec(text(value)) ?? [];
  if (year === undefined) return { mistake: W.badDate };
  return { value: `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` };
}

function each(value: string | number | boolean, parser: (one: string | number) => Parsed): Parsed {
  if (typeof value === "number") return { value: [value] };
  if (text(value) === EMPTY_LIST) return { value: [] };
  const found = text(value)
    .split(/[;；]/)
    .map((one) => one.trim())
    .filter((one) => one !== "")
    .map(parser);
  const mistake = found.find((one) => one.mistake)?.mistake;
  return mistake ? { mistake } : { value: found.map((one) => one.value) };
}
