import { sameShape } from "../classify";
import type { Grid } from "../grid";
import { repeatsHeader } from "../tables/headerRows";
import { headerKey, readHeader } from "../fields/headers";
import { readPeriod } from "../periods";
import { recognise, type FieldMatch, type Recognition } from "../columns/recognise";
import type { TableColumn, TableRegion } from "../tables/region";
import { findTables } from "../tables/tables";
import type { FormTable, Told } from "./formTable";

/** A table of a workbook taken for one of a form's tables. */
export interface FormMatch {
  /** Only the columns that speak of this table. */
  readonly region: TableRegion;
  readonly recognition: Recognition;
}

interface Candidate extends FormMatch {
  readonly table: FormTable;
  /** The table as the sheet has it. */
  readonly whole: TableRegion;
  readonly score: number;
}

/** Below this a header is not taken for a column: a wrong column is worse than a missing one. */
const SURE = 0.5;

/**
 * Which tables of a workbook are the tables of a form: the best one for each, and with it those under the same headers
 * (one a month, one a region). A table serves one purpose only, unless its columns say that they speak of two, such as
 * budget and actual.
 *
 * @returns by the id of the form's table; nothing where none is found
 */
export function findForms(
  grids: readonly Grid[],
  tables: readonly FormTable[],
): ReadonlyMap<string, readonly FormMatch[]> {
  const regions = regionsOf(grids);
  const candidates = tables
    .flatMap((table) => regions.flatMap((whole) => candidateOf(table, whole) ?? []))
    .sort((a, b) => b.score - a.score);
  const found = new Map<string, Candidate[]>();
  const taken = new Map<TableRegion, FormTable>();
  const free = ({ whole, table }: Candidate): boolean => {
    const owner = taken.get(whole);
    return owner === undefined || (owner !== table && owner.told !== undefined && table.told !== undefined);
  };
  for (const candidate of candidates) {
    if (found.has(candidate.table.id) || !free(candidate)) continue;
    found.set(candidate.table.id, [candidate]);
    taken.set(candidate.whole, candidate.table);
  }
  for (const candidate of candidates) {
    const [first, ...more] = found.get(candidate.table.id) ?? [];
    if (!first || !free(candidate) || !sameShape(first, candidate)) continue;
    if ([first, ...more].some(({ whole }) => whole === candidate.whole)) continue;
    found.set(candidate.table.id, [first, ...more, candidate]);
    taken.set(candidate.whole, candidate.table);
  }
  const place = new Map(regions.map((region, i) => [region, i]));
  const inOrder = (a: Candidate, b: Candidate) => (place.get(a.whole) ?? 0) - (place.get(b.whole) ?? 0);
  return new Map([...found].map(([id, all]) => [id, [...all].sort(inOrder)]));
}

/** Every table of the sheets that has records. */
export function regionsOf(grids: readonly Grid[]): TableRegion[] {
  return grids
    .flatMap(findTables)
    .flatMap(apart)
    .filter(({ rows }) => rows.length > 0);
}

/** Where a line and the header again stand between records, another table begins: one of actuals below one of targets. */
function apart(region: TableRegion): TableRegion[] {
  const { aside, rows, grid, columns } = region;
  const cuts = aside.flatMap(({ row, kind }) => {
    const line = aside.find((other) => other.row === row - 1 && other.kind === "section");
    // A header that ends in a word for a total is one all the same.
    return (kind === "header" || repeatsHeader(grid, row, columns)) && line
      ? [{ row, line: { row: line.row, text: line.label } }]
      : [];
  });
  const ends = [...cuts.map(({ line }) => line.row), Infinity];
  const within = (from: number, to: number) => (row: number) => row > from && row < to;
  const first = { ...region, rows: rows.filter(within(-1, ends[0] ?? Infinity)) };
  const others = cuts.map(({ row, line }, i): TableRegion => ({
    ...region,
    titles: [line],
    header: { from: row, to: row },
    rows: rows.filter(within(row, ends[i + 1] ?? Infinity)),
  }));
  return [first, ...others];
}

function candidateOf(table: FormTable, whole: TableRegion): Candidate | undefined {
  const region = viewOf(whole, table.told);
  if (!region) return undefined;
  const all = recognise(region, table.fields);
  const sure = Object.entries<FieldMatch | undefined>(all.fields).flatMap(([id, match]) =>
    match && match.confidence >= SURE ? [[id, match] as const] : [],
  );
  const fields = Object.fromEntries(sure);
  if (!table.serves.some((group) => group.every((id) => id in fields))) return undefined;
  return {
    table,
    whole,
    region,
    recognition: { ...all, fields },
    score: sure.reduce((sum, [, { confidence }]) => sum + confidence, 0),
  };
}

/** What a region says of this table; undefined when it speaks of the other one. Months are brought to one spelling. */
function viewOf(region: TableRegion, told: Told | undefined): TableRegion | undefined {
  const spelled = region.columns.map((column) => withMonth(column, told?.by ?? []));
  if (!told) return { ...region, columns: spelled };
  const own = spelled.filter(({ parts }) => sides(parts, told) === "own");
  // The line closest to the table knows best, the tab least.
  const lines = [...region.titles.map(({ text }) => text).reverse(), region.grid.sheet];
  const said =
    own.length > 0 ? "own" : lines.map((line) => sides([line], told)).find((side) => side !== undefined);
  if (said === "other" || (said === undefined && !told.unsaid)) return undefined;
  return { ...region, columns: spelled.filter(({ parts }) => sides(parts, told) !== "other") };
}

/** Which of two tables texts speak of; undefined when of neither, or of both. */
function sides(texts: readonly string[], { by, not }: Told): "own" | "other" | undefined {
  const keys = texts.map(headerKey);
  const says = (words: readonly string[]) =>
    words.some((word) => keys.some((key) => key.includes(headerKey(word))));
  const [own, other] = [says(by), says(not)];
  return own === other ? undefined : own ? "own" : "other";
}

/** `2026年1月`, `1月（万元）`, `Jan` and `1月预算` all get `M1` beside what they say. */
function withMonth(column: TableColumn, own: readonly string[]): TableColumn {
  const month = column.parts.flatMap((part) => {
    const { key } = readHeader(part);
    const bare = own.reduce((text, word) => text.replace(headerKey(word), ""), key);
    const found = [part, key, bare]
      .map((text) => readPeriod(text))
      .find((period) => period?.kind === "month");
    return found?.number === undefined ? [] : [`M${found.number}`];
  })[0];
  return month === undefined ? column : { ...column, parts: [...column.parts, month] };
}
