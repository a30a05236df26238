/** A person's workbook as rows of cells, and a template filled from it. */
import { parseRange } from "../../src/formula/references";
import { saveXlsx } from "../../src/host/file/save";
import type { Host } from "../../src/host/host";
import { createNodeHost } from "../../src/host/node";
import { fillTemplate, type FilledReport } from "../../src/jobs/template/template";
import type { FillProblem } from "../../src/templates/fill/forms";
import type { Lang } from "../../src/words";
import { openXlsx } from "../../src/host/file/open";
import { errorsIn, look, type FinishedBook } from "./finishedBook";
import { validate } from "./ooxml";

export type Value = string | number | boolean | null;

export interface SheetRows {
  readonly tab: string;
  /** First cell; default A1. */
  readonly at?: string;
  readonly rows: readonly (readonly Value[])[];
  readonly merges?: readonly string[];
  /** Ranges shown as dates. */
  readonly dates?: readonly string[];
}

/** The cells as a workbook of their own. */
export async function workbookWith(sheets: readonly SheetRows[]): Promise<Host> {
  const host = createNodeHost();
  await Excel.run(async (context) => {
    for (const [i, { tab, at = "A1", rows, merges = [], dates = [] }] of sheets.entries()) {
      const sheet = i === 0 ? context.workbook.worksheets.getFirst() : context.workbook.worksheets.add(tab);
      sheet.name = tab;
      const width = Math.max(...rows.map((row) => row.length));
      const values = rows.map((row) => Array.from({ length: width }, (_, c) => cellOf(row[c] ?? "")));
      sheet.getRange(at).getResizedRange(rows.length - 1, width - 1).values = values;
      for (const range of merges) sheet.getRange(range).merge();
      for (const range of dates) {
        const { top, left, bottom, right } = parseRange(range);
        const line = Array.from({ length: right - left + 1 }, () => "yyyy/m/d");
        sheet.getRange(range).numberFormat = Array.from({ length: bottom - top + 1 }, () => line);
      }
    }
    await context.sync();
  });
  return host;
}

/** Text stays text, as it does in a cell that is formatted so. */
function cellOf(value: Value): Value {
  return typeof value === "string" && value !== "" ? `'${value}` : value;
}

export interface Filled extends FinishedBook {
  readonly report: FilledReport;
  readonly problems: readonly FillProblem[];
  /** The records of a page by the words of its header row; rows without anything typed are left out. */
  readonly records: (tab: string) => readonly Readonly<Record<string, unknown>>[];
}

export async function fillFrom(host: Host, id: string, lang: Lang): Promise<Filled> {
  const report = await fillTemplate(id, { lang });
  host.calculate();
  const bytes = await saveXlsx(host.workbook);
  return { ...look(host), bytes, report, problems: report.problems, records: (tab) => recordsOf(host, tab) };
}

export function recordsOf(host: Host, tab: string): Readonly<Record<string, unknown>>[] {
  const sheet = host.workbook.sheets.find(({ name }) => name === tab);
  if (!sheet)
    throw new Error(`There is no sheet ${tab}: ${host.workbook.sheets.map(({ name }) => name).join(", ")}`);
  const lines = [...sheet.cells].sort(([a], [b]) => a - b);
  // The header is the first line of many words below the title; totals are no records.
  const at = lines.findIndex(
    ([, line]) => [...line.values()].filter(({ value }) => typeof value === "string").length >= 4,
  );
  const headers = [...(lines[at]?.[1] ?? [])].map(([column, { value }]) => [column, String(value)] as const);
  return lines.slice(at + 1).flatMap(([, line]) => {
    const values = headers.flatMap(([column, header]) => {
      const value = line.get(column)?.value ?? null;
      return value === null || value === "" ? [] : [[header, value] as const];
    });
    const typed = headers.some(([column]) => {
      const cell = line.get(column);
      return cell !== undefined && cell.formula === undefined && cell.value !== null && cell.value !== "";
    });
    const isTotal = /^(合计|Total|全体|Everybody)$/.test(String(values[0]?.[1]));
    return typed && !isTotal ? [Object.fromEntries(values)] : [];
  });
}

/** What every filled workbook must stand up to; LibreOffice has a suite of its own. */
export async function expectSound(filled: Filled): Promise<void> {
  expect(await validate(filled.bytes)).toEqual([]);
  expect(errorsIn(filled)).toEqual([]);
}

/**
 * The template filled once more from the filled workbook, without the sheets the data came from: from pages the
 * workbook knows, and from the same pages after another program has dropped what the workbook remembers.
 */
export async function expectSameAgain(filled: Filled, id: string, lang: Lang): Promise<void> {
  const before = pagesOf(filled.host, filled.report.sheets);
  for (const remembers of [true, false]) {
    const workbook = await openXlsx(filled.bytes, "again.xlsx");
    if (!remembers) workbook.settings.clear();
    const host = createNodeHost(workbook);
    const others = workbook.sheets
      .map(({ name }) => name)
      .filter((name) => !filled.report.sheets.includes(name));
    await Excel.run(async (context) => {
      for (const name of others) context.workbook.worksheets.getItem(name).delete();
      await context.sync();
    });
    const again = await fillFrom(host, id, lang);
    expect(again.report.sheets).toHaveLength(filled.report.sheets.length);
    expect(pagesOf(host, again.report.sheets)).toEqual(before);
  }
}

/** Cell by cell what the pages show, in their order; the cover names the tabs, which may differ. */
export function pagesOf(host: Host, tabs: readonly string[]): unknown[] {
  return tabs.slice(1).map((tab) => {
    const cells = host.workbook.sheets.find(({ name }) => name === tab)?.cells ?? new Map();
    return [...cells]
      .sort(([a], [b]) => a - b)
      .map(([row, line]: [number, Map<number, { value: unknown }>]) => [
        row,
        [...line]
          .sort(([a], [b]) => a - b)
          .flatMap(([column, { value }]) => (value === null || value === "" ? [] : [[column, value]])),
      ])
      .filter(([, line]) => (line as unknown[]).length > 0);
  });
}
