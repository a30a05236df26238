import type { Phrase } from "../../words";
import { assignBest } from "./assign";
import { CONTENT, profileColumn, type ColumnProfile } from "../fields/content";
import type { Field } from "../fields/fields";
import { columnName } from "../../formula/references";
import { headerKey, readHeader } from "../fields/headers";
import type { Message } from "../problems/message";
import type { TableColumn, TableRegion } from "../tables/region";
import { REASONS } from "../words";

/** A column remembered for a field: by its header, and by its letters when the header is gone or not unique. */
export interface RememberedColumn {
  readonly header: string;
  readonly column: string;
}

/** What a person settled earlier, by field id; `null` says the sheet has no such column. */
export type Mapping = Readonly<Record<string, RememberedColumn | null>>;

export interface FieldMatch {
  /** Offset in the grid. */
  readonly column: number;
  readonly header: string;
  /** 0–1. Below 0.6 a person should look at it. */
  readonly confidence: number;
  readonly reason: Message;
}

export interface Recognition<Id extends string = string> {
  readonly fields: Readonly<Partial<Record<Id, FieldMatch>>>;
  /** Needed fields no column was found for. */
  readonly missing: readonly Id[];
  /** Offsets of columns no field uses. */
  readonly unused: readonly number[];
  /** Mean confidence of the needed fields, a missing one counting 0. */
  readonly confidence: number;
}

const LEAST = 0.35;

/**
 * Which column is which field: every pair is rated by header words and by content, and the assignment with the largest
 * total is taken. `remembered` columns come first, wherever they have moved.
 */
export function recognise<Id extends string>(
  region: TableRegion,
  fields: readonly Field<Id>[],
  remembered: Mapping = {},
): Recognition<Id> {
  const found: Partial<Record<Id, FieldMatch>> = {};
  const taken = new Set<number>();
  for (const field of fields) {
    const entry = remembered[field.id];
    const column = entry ? findRemembered(region, entry) : undefined;
    if (!column || taken.has(column.column)) continue;
    taken.add(column.column);
    found[field.id] = {
      column: column.column,
      header: column.header,
      confidence: 1,
      reason: { phrase: REASONS.remembered },
    };
  }

  const open = fields.filter((field) => !(field.id in found) && remembered[field.id] !== null);
  const columns = region.columns.filter(({ column }) => !taken.has(column));
  const profiles = columns.map(({ column }) => profileColumn(region.grid, column, region.rows));
  const ratings = open.map((field) => columns.map((column, i) => rate(field, column, profiles[i])));
  // A needed field wins a column over one the job can do without.
  const scores = open.map((field, i) =>
    (ratings[i] ?? []).map(({ confidence }) =>
      confidence < LEAST ? 0 : confidence * (field.needed ? 1.1 : 1),
    ),
  );
  assignBest(scores).forEach((at, i) => {
    const field = open[i];
    const column = columns[at];
    const rating = ratings[i]?.[at];
    if (!field || !column || !rating) return;
    taken.add(column.column);
    found[field.id] = { column: column.column, header: column.header, ...rating };
  });

  const needed = fields.filter((field) => field.needed);
  const confidences = needed.map((field) => found[field.id]?.confidence ?? 0);
  return {
    fields: found,
    missing: needed.filter((field) => !(field.id in found)).map((field) => field.id),
    unused: region.columns.map(({ column }) => column).filter((column) => !taken.has(column)),
    confidence:
      confidences.length === 0 ? 1 : confidences.reduce((sum, value) => sum + value, 0) / confidences.length,
  };
}

/** The mapping to remember for a recognition, ready to be stored as JSON. */
export function mappingOf(region: TableRegion, recognition: Recognition): Mapping {
  return Object.fromEntries(
    Object.entries(recognition.fields).flatMap(([id, match]) =>
      match ? [[id, { header: match.header, column: columnName(region.grid.left + match.column) }]] : [],
    ),
  );
}

/** Where a remembered column stands now: the one of its header, and of several the one in its place. */
export function findRemembered(region: TableRegion, entry: RememberedColumn): TableColumn | undefined {
  const isThere = (column: TableColumn) => columnName(region.grid.left + column.column) === entry.column;
  const key = headerKey(entry.header);
  const same = region.columns.filter((column) => headerKey(column.header) === key);
  return key === "" ? region.columns.find(isThere) : (same.find(isThere) ?? same[0]);
}

interface Rating {
  readonly confidence: number;
  readonly reason: Message;
}

function rate(field: Field, column: TableColumn, profile: ColumnProfile | undefined): Rating {
  const header = rateHeader(field, column);
  const empty = !profile || profile.filled === 0;
  const content = empty ? 0.5 : CONTENT[field.content](profile);
  if (header.score > 0) {
    // A perfect header over values that cannot be meant is worth little.
    const confidence = header.score * (content >= 0.5 ? 0.75 + 0.25 * content : 0.45 + 0.85 * content);
    const phrase = empty ? REASONS.headerOnly : header.exact ? REASONS.header : REASONS.headerLike;
    return {
      confidence: Math.min(1, confidence),
      reason: { phrase, params: { header: column.header, field: field.label, share: percent(content) } },
    };
  }
  if (header.excluded || empty || !field.byContent || content < 0.6)
    return { confidence: 0, reason: { phrase: REASONS.none } };
  return {
    // With a header that says something else, content alone is weak evidence.
    confidence: content * (column.header === "" ? 0.6 : 0.45),
    reason: {
      phrase: REASONS.content,
      params: { share: percent(content), kind: CONTENT_NAMES[field.content] },
    },
  };
}

export interface HeaderRating {
  /** 0–1; 1 for the field's first word. */
  readonly score: number;
  /** One of the header's rows is one of the words. */
  readonly exact: boolean;
  /** The header says that it is something else. */
  readonly excluded: boolean;
}

/** How well a header's rows name a field. */
export function rateHeader(field: Field, { parts }: Pick<TableColumn, "parts">): HeaderRating {
  const keys = [...parts, parts.join("")].map((part) => readHeader(part).key).filter((key) => key !== "");
  const words = keysOf(field.words);
  const not = keysOf(field.notWords ?? []);
  if (keys.some((key) => not.includes(key))) return { score: 0, exact: false, excluded: true };
  let score = 0;
  let exact = false;
  for (const key of keys) {
    const rank = words.indexOf(key);
    if (rank >= 0) {
      score = Math.max(score, 1 - 0.12 * (rank / words.length));
      exact = true;
      continue;
    }
    for (const word of words) score = Math.max(score, similarity(key, word));
  }
  const excluded = !exact && not.some((word) => keys.some((key) => key.includes(word)));
  return { score: excluded ? 0 : score, exact, excluded };
}

/** A header that holds the word, or nearly is the word. Short words inside long headers mean little. */
function similarity(key: string, word: string): number {
  if (word.length >= 2 && key.includes(word)) {
    const cover = word.length / key.length;
    const atEnd = key.endsWith(word) ? 0.1 : 0;
    return word.length < 4 && /^[a-z]+$/.test(word) ? 0 : 0.5 + 0.25 * cover + atEnd;
  }
  if (word.length >= 6 && Math.abs(word.length - key.length) <= 1 && oneEditApart(key, word)) return 0.75;
  return 0;
}

function oneEditApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let i = 0;
  while (i < short.length && short[i] === long[i]) i += 1;
  return short.length === long.length
    ? short.slice(i + 1) === long.slice(i + 1) ||
        (short[i] === long[i + 1] && short[i + 1] === long[i] && short.slice(i + 2) === long.slice(i + 2))
    : short.slice(i) === long.slice(i + 1);
}

const keyCache = new WeakMap<readonly string[], readonly string[]>();

function keysOf(words: readonly string[]): readonly string[] {
  let keys = keyCache.get(words);
  if (!keys) {
    keys = [...new Set(words.map(headerKey))];
    keyCache.set(words, keys);
  }
  return keys;
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

const CONTENT_NAMES: Readonly<Record<Field["content"], Phrase>> = {
  person: { "zh-CN": "人名", "en-US": "names of people" },
  identifier: { "zh-CN": "编号", "en-US": "ids" },
  code: { "zh-CN": "编号", "en-US": "ids" },
  date: { "zh-CN": "日期", "en-US": "dates" },
  money: { "zh-CN": "金额", "en-US": "amounts" },
  number: { "zh-CN": "数字", "en-US": "numbers" },
  percent: { "zh-CN": "百分比", "en-US": "percentages" },
  outcome: { "zh-CN": "成交结果", "en-US": "deal outcomes" },
  period: { "zh-CN": "期间", "en-US": "periods" },
  category: { "zh-CN": "类别", "en-US": "categories" },
  text: { "zh-CN": "文字", "en-US": "texts" },
  any: { "zh-CN": "任何内容", "en-US": "anything" },
};
