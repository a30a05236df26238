/** An evaluation's workbook written and calculated, and its cells held against the engine. */
import { applyWorkbook } from "../../src/excel/apply";
import { parseRange } from "../../src/formula/references";
import type { Host } from "../../src/host/host";
import { createNodeHost } from "../../src/host/node";
import { bookOf, type EvaluationBookOptions } from "../../src/jobs/evaluation/evaluationBook";
import { evaluate } from "../../src/scoring/evaluate";
import type { Evaluation, EvaluationRequest } from "../../src/scoring/evaluation";
import type { SheetSpec, WorkbookSpec } from "../../src/sheets/spec";

export interface WrittenBook {
  readonly evaluation: Evaluation;
  readonly spec: WorkbookSpec;
  readonly host: Host;
  readonly read: (sheet: string, a1: string) => unknown;
}

export async function writtenBook(
  request: EvaluationRequest,
  options: EvaluationBookOptions = {},
): Promise<WrittenBook> {
  const evaluation = evaluate(request);
  const spec = bookOf(evaluation, { date: "2026-11-22", ...options });
  const host = createNodeHost();
  await applyWorkbook(spec, { lang: request.lang });
  host.calculate();
  const read = (sheet: string, a1: string): unknown => {
    const { top, left } = parseRange(a1);
    const found = host.workbook.sheets.find(({ name }) => name === sheet);
    if (!found) throw new Error(`There is no sheet ${sheet}`);
    return found.cells.get(top)?.get(left)?.value ?? null;
  };
  return { evaluation, spec, host, read };
}

export function sheetById({ sheets }: WorkbookSpec, id: string): SheetSpec {
  const sheet = sheets.find((one) => one.id === id);
  if (!sheet) throw new Error(`There is no sheet ${id} among ${sheets.map((one) => one.id).join(", ")}`);
  return sheet;
}

/** Every calculated cell of the workbook, by sheet and address, for holding against another program's. */
export function calculated({ host }: WrittenBook): Map<string, unknown> {
  const cells = new Map<string, unknown>();
  for (const { name, cells: rows } of host.workbook.sheets)
    for (const [row, line] of rows)
      for (const [column, { value, formula }] of line)
        if (formula !== undefined) cells.set(`${name}!${row},${column}`, value);
  return cells;
}

/** The results page as lines by header. */
export function resultLines(book: WrittenBook): Record<string, unknown>[] {
  const sheet = sheetById(book.spec, "results");
  const [block] = sheet.blocks;
  const headers = block?.cells[3] ?? [];
  return book.evaluation.results.map((_, i) =>
    Object.fromEntries(
      headers.map((header, c) => [String(header), book.read(sheet.name, `${letterOf(c)}${5 + i}`)]),
    ),
  );
}

function letterOf(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : `${String.fromCharCode(64 + Math.floor(column / 26))}${String.fromCharCode(65 + (column % 26))}`;
}
