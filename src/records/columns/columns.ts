import { cleanName, nameKey } from "../clean/name";
import { parseNumber, precise } from "../clean/number";
import { readPercents } from "../clean/percentColumn";
import { tidyText } from "../clean/text";
import { report, reportWholeColumn, valueOf, type ColumnSource, type Values } from "./columnSource";
import { readHeader, unitInLine } from "../fields/headers";
import { cellAt, formatAt } from "../tables/region";

/** Numbers in base units (元): the unit of cell, header or title line is applied, in that order of precedence. */
export function readNumberColumn(source: ColumnSource): Values<number> {
  const { region, match } = source;
  const scale = columnScale(source);
  const asText: { row: number; found: string; value: number }[] = [];
  let filled = 0;
  const values = region.rows.map((row) => {
    const cell = valueOf(source, row);
    if (cell === undefined) return undefined;
    filled += 1;
    if (typeof cell === "number") return scale === 1 ? cell : precise(cell * scale);
    const reading = typeof cell === "string" ? parseNumber(cell) : undefined;
    if (reading === undefined) {
      report(source, "number-unreadable", row, cell);
      return undefined;
    }
    const value = reading.ownUnit ? reading.value : precise(reading.value * scale);
    if (reading.form === "decimal-comma") report(source, "decimal-comma", row, cell, { value });
    else asText.push({ row, found: String(cell), value });
    return value;
  });
  // Text all the way down is how the file was made: one line says it. Text here and there is worth a look each.
  if (asText.length > filled / 2 && asText.length > 3)
    reportWholeColumn(source, "number-as-text", {
      value: { "zh-CN": "所写的数", "en-US": "the numbers written" },
    });
  else for (const { row, found, value } of asText) report(source, "number-as-text", row, found, { value });
  for (const i of otherUnit(values)) {
    const row = region.rows[i] ?? 0;
    report(source, "unit-suspect", row, cellAt(region, row, match.column));
  }
  return values;
}

/** Indexes of values that are far below the others but would be like them in ten thousands: 12 among 90 000 and 140 000. */
function otherUnit(values: Values<number>): number[] {
  const sorted = Float64Array.from(
    values.filter((value): value is number => value !== undefined && value > 0),
  ).sort();
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  const median = at(0.5);
  if (sorted.length < 8 || at(0.2) < median / 100) return [];
  const small = median / 1000;
  if ((sorted[0] ?? 0) >= small) return [];
  return values.flatMap((value, i) =>
    value !== undefined &&
    value > 0 &&
    value < small &&
    value * 1e4 > median / 20 &&
    value * 1e4 < median * 20
      ? [i]
      : [],
  );
}

/** Percents as fractions (0.92 for 92 %), whatever mixture of `92%`, 0.92 and 92 the column has. */
export function readPercentColumn(source: ColumnSource): Values<number> {
  const { region, match } = source;
  const cells = region.rows.map((row) => {
    const found = valueOf(source, row);
    if (found === undefined) return undefined;
    if (typeof found === "number")
      return { row, found, number: found, bare: !formatAt(region, row, match.column)?.includes("%") };
    const reading = typeof found === "string" ? parseNumber(found) : undefined;
    if (reading === undefined) {
      report(source, "number-unreadable", row, found);
      return undefined;
    }
    return { row, found, number: reading.value, bare: !reading.percent };
  });
  return readPercents(cells).map((reading, i) => {
    const cell = cells[i];
    if (!reading || !cell) return undefined;
    const value = `${precise(reading.value * 100)}%`;
    if (reading.doubtful) report(source, "percent-doubtful", cell.row, cell.found, { value });
    // 0.9 beside 95% can only be 90 %; 90 beside them may be a slip.
    else if (reading.odd)
      report(source, reading.shape === "fraction" ? "percent-bare" : "percent-mixed", cell.row, cell.found, {
        value,
      });
    return reading.value;
  });
}

/** What one of the column's numbers is worth; 1 where no unit is stated. */
export function columnScale(source: ColumnSource): number {
  return statedScale(source) ?? 1;
}

/** The unit a column states: its header's, else the one above the table for money. @example // 万元 is 10 000 */
export function statedScale({ region, match, counts }: ColumnSource): number | undefined {
  const column = region.columns.find(({ column: at }) => at === match.column);
  for (const part of [...(column?.parts ?? [])].reverse()) {
    const scale = readHeader(part).scale;
    if (scale !== undefined) return scale;
  }
  if (counts) return undefined;
  for (const line of region.titles) {
    const scale = unitInLine(line.text);
    if (scale !== undefined) return scale;
  }
  return undefined;
}

/** Texts with ordinary width and spacing; blank ones undefined. Numbers become their digits. */
export function readTextColumn(source: ColumnSource): Values<string> {
  const known = new Map<string, string>();
  return source.region.rows.map((row) => {
    const cell = valueOf(source, row);
    if (cell === undefined) return undefined;
    if (typeof cell !== "string") return String(cell);
    let tidy = known.get(cell);
    if (tidy === undefined) {
      tidy = tidyText(cell);
      known.set(cell, tidy);
    }
    return tidy;
  });
}

/**
 * Names (of people, products, customers): spellings that differ only in spaces, width and case are one, written as
 * the most frequent of them, and the others are reported.
 */
export function readNameColumn(source: ColumnSource): Values<string> {
  const counts = new Map<string, { row: number; times: number }>();
  const raw = source.region.rows.map((row) => {
    const cell = valueOf(source, row);
    if (cell === undefined) return undefined;
    const text = String(cell);
    const seen = counts.get(text);
    if (seen) seen.times += 1;
    else counts.set(text, { row, times: 1 });
    return text;
  });

  const best = new Map<string, { spelling: string; times: number }>();
  for (const [text, { times }] of counts) {
    const spelling = cleanName(text);
    const leader = best.get(nameKey(text));
    // A spelling that needed no tidying beats one that did, then the more frequent one.
    const weight = times + (spelling === text ? 1e9 : 0);
    if (!leader || weight > leader.times) best.set(nameKey(text), { spelling, times: weight });
  }
  const meant = new Map([...counts.keys()].map((text) => [text, best.get(nameKey(text))?.spelling ?? text]));
  return raw.map((text, i) => {
    if (text === undefined) return undefined;
    const value = meant.get(text) ?? text;
    if (value !== text) report(source, "name-tidied", source.region.rows[i] ?? 0, text, { value });
    return value;
  });
}

/**
 * Lists often name the team, or the person, on the first row of each group only: gaps after it then mean the same
 * again. Values that are not written that way come back as they are.
 */
export function fillDown(
  source: ColumnSource,
  values: readonly (string | undefined)[],
): (string | undefined)[] {
  const filled = values.filter((value) => value !== undefined);
  const gaps = values.length - filled.length;
  const grouped =
    gaps > 0 && values[0] !== undefined && gaps >= filled.length && new Set(filled).size === filled.length;
  if (!grouped) return [...values];
  reportWholeColumn(source, "filled-down", {});
  let current: string | undefined;
  return values.map((value) => (current = value ?? current));
}
