import { MEASURE_FIELDS, type MeasureField } from "../fields/measureFields";
import { PERSON_FIELDS, type PersonField } from "../fields/personFields";
import { headerKey } from "../fields/headers";
import { readPeriod } from "../periods";
import { findRemembered, rateHeader, recognise, type Mapping, type Recognition } from "./recognise";
import type { TableColumn, TableRegion } from "../tables/region";

/** A column of figures: what it measures, and when, if its header says so. */
export interface MeasureColumn {
  /** Offset in the grid. */
  readonly column: number;
  readonly header: string;
  readonly field: MeasureField;
  /** `2017-03`, `2017-Q1`, `2017`; without the year when nothing tells it. */
  readonly period?: string;
  readonly confidence: number;
}

export interface PeopleRecognition {
  readonly who: Recognition<PersonField>;
  readonly measures: readonly MeasureColumn[];
  /** Offsets of columns that sum other columns of their row. */
  readonly totals: readonly number[];
  readonly unused: readonly number[];
}

const ROW_TOTAL =
  /^(?:合计|总计|小计|全年|年度|全年合计|年度合计|累计|total|totals|grandtotal|year|fullyear|ytd|annual|sum|[上下]半年|h[12])$/;
const LEAST = 0.5;

/**
 * Which column of a table about people says who or when, and which measures what. Periods may run down (a column of
 * months) or across (headers such as 1月, `Q1 / Target`, or the other way round).
 */
export function recogniseMeasures(region: TableRegion, remembered: Mapping = {}): PeopleRecognition {
  const periods = new Map(region.columns.map((column) => [column.column, periodOf(column)]));
  const plain = region.columns.filter(({ column }) => periods.get(column) === undefined);
  const who = recognise({ ...region, columns: plain }, PERSON_FIELDS, remembered);
  const used = new Set(
    Object.values<{ column: number } | undefined>(who.fields).map((match) => match?.column),
  );
  const about = titleMeasure(region);
  const year = titleYear(region);
  const across = [...periods.values()].some((period) => period !== undefined);

  const measures: MeasureColumn[] = [];
  const totals: number[] = [];
  const unused: number[] = [];
  const settled = settledMeasures(region, remembered);
  for (const column of region.columns) {
    if (used.has(column.column)) continue;
    const chosen = settled.get(column.column);
    if (chosen) {
      const period = periods.get(column.column);
      measures.push({
        column: column.column,
        header: column.header,
        field: chosen,
        confidence: 1,
        ...(period ? { period: withYear(period, year) } : {}),
      });
      continue;
    }
    const period = periods.get(column.column);
    const best = bestMeasure(column);
    const rating = best && remembered[best.field] === undefined ? best : undefined;
    const isTotal =
      across && period === undefined && column.parts.some((part) => ROW_TOTAL.test(headerKey(part)));
    if (isTotal) totals.push(column.column);
    else if (rating)
      measures.push({
        column: column.column,
        header: column.header,
        ...rating,
        ...(period ? { period: withYear(period, year) } : {}),
      });
    else if (period)
      measures.push({
        column: column.column,
        header: column.header,
        field: about ?? "actual",
        period: withYear(period, year),
        confidence: about ? 0.9 : 0.7,
      });
    else unused.push(column.column);
  }
  return { who, ...withoutRivals(measures, unused), totals };
}

/** Columns that people settled as a measure. */
function settledMeasures(region: TableRegion, remembered: Mapping): ReadonlyMap<number, MeasureField> {
  return new Map(
    MEASURE_FIELDS.flatMap(({ id }): [number, MeasureField][] => {
      const entry = remembered[id];
      const column = entry ? findRemembered(region, entry) : undefined;
      return column ? [[column.column, id]] : [];
    }),
  );
}

/** One column per measure and period: the surest, and among equals the first. */
function withoutRivals(
  measures: readonly MeasureColumn[],
  unused: readonly number[],
): Pick<PeopleRecognition, "measures" | "unused"> {
  const best = new Map<string, MeasureColumn>();
  for (const measure of measures) {
    const key = `${measure.field} ${measure.period ?? ""}`;
    const rival = best.get(key);
    if (!rival || measure.confidence > rival.confidence) best.set(key, measure);
  }
  const kept = new Set(best.values());
  return {
    measures: measures.filter((measure) => kept.has(measure)),
    unused: [...unused, ...measures.filter((measure) => !kept.has(measure)).map(({ column }) => column)].sort(
      (a, b) => a - b,
    ),
  };
}

/** The period a header names in its rows together: `2017年 / 3月` is 2017-03. */
function periodOf(column: TableColumn): string | undefined {
  const found = column.parts.flatMap((part) => readPeriod(part) ?? []);
  const finest =
    found.find(({ kind }) => kind === "month") ?? found.find(({ kind }) => kind === "quarter") ?? found[0];
  if (!finest) return undefined;
  const year = found.find(({ year: one }) => one !== undefined)?.year;
  return finest.year === undefined && year !== undefined ? `${year}-${finest.id}` : finest.id;
}

function withYear(period: string, year: string | undefined): string {
  return year === undefined || /^\d{4}/.test(period) ? period : `${year}-${period}`;
}

function bestMeasure(
  column: Pick<TableColumn, "parts">,
): { field: MeasureField; confidence: number } | undefined {
  // The lowest header row is closest to the figures: in `目标 / 完成率` the rate counts.
  for (const part of [...column.parts].reverse()) {
    let best: { field: MeasureField; confidence: number } | undefined;
    for (const field of MEASURE_FIELDS) {
      const { score } = rateHeader(field, { parts: [part] });
      if (score >= LEAST && score > (best?.confidence ?? 0)) best = { field: field.id, confidence: score };
    }
    if (best) return best;
  }
  return undefined;
}

/** What the lines above the table, or the tab, say it measures: `2017年销售目标分解表`. */
function titleMeasure(region: TableRegion): MeasureField | undefined {
  const texts = [...region.titles.map(({ text }) => text), region.grid.sheet].map(headerKey);
  for (const text of texts) {
    let best: { field: MeasureField; length: number } | undefined;
    for (const field of MEASURE_FIELDS) {
      for (const word of field.words.map(headerKey)) {
        if (word.length >= 2 && text.includes(word) && word.length > (best?.length ?? 0))
          best = { field: field.id, length: word.length };
      }
    }
    if (best) return best.field;
  }
  return undefined;
}

/** The one year that titles or tab name; undefined when there is none or more than one. */
export function titleYear(region: TableRegion): string | undefined {
  const years = new Set(
    [...region.titles.map(({ text }) => text), region.grid.sheet].flatMap(
      (text) => text.match(/(?<!\d)20\d{2}(?!\d)/g) ?? [],
    ),
  );
  return years.size === 1 ? [...years][0] : undefined;
}
