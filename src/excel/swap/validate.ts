import { AttainError } from "../../errors";
import { parseRange } from "../../formula/references";
import type { SheetSpec, WorkbookSpec } from "../../sheets/spec";
import { tabProblem } from "../tabs";

const LONGEST_FORMULA = 8_192;
const LONGEST_LIST = 255;

/**
 * Refuses a spec that Excel would refuse half-way, before anything is asked of Excel.
 *
 * @throws AttainError("request-invalid") whose detail names the sheet and cell
 */
export function checkSpec(spec: WorkbookSpec): void {
  const problem = problems(spec).next();
  if (!problem.done) throw new AttainError("request-invalid", { detail: problem.value });
}

function* problems(spec: WorkbookSpec): Generator<string> {
  yield* repeated(
    spec.sheets.map(({ name }) => name),
    "two sheets have the tab name",
  );
  yield* repeated(
    spec.sheets.map(({ id }) => id),
    "two sheets have the id",
  );
  yield* repeated(
    spec.names.map(({ name }) => name),
    "two defined names are",
  );
  for (const sheet of spec.sheets) {
    const tab = tabProblem(sheet.name);
    if (tab !== undefined) yield tab;
    for (const problem of sheetProblems(sheet)) yield `sheet “${sheet.name}”: ${problem}`;
  }
  if (!spec.sheets.some(({ id }) => id === spec.activate))
    yield `there is no sheet “${spec.activate}” to show`;
}

function* sheetProblems(sheet: SheetSpec): Generator<string> {
  for (const block of sheet.blocks) {
    const width = block.cells[0]?.length ?? 0;
    yield* badReference(block.at);
    for (const [row, cells] of block.cells.entries()) {
      if (cells.length !== width)
        yield `row ${row + 1} of the block at ${block.at} has ${cells.length} cells, not ${width}`;
      for (const cell of cells) {
        if (typeof cell === "number" && !Number.isFinite(cell))
          yield `the block at ${block.at} holds ${cell} in row ${row + 1}`;
        if (typeof cell !== "object" || cell === null) continue;
        if (!cell.formula.startsWith("=")) yield `“${cell.formula}” is no formula`;
        if (cell.formula.length > LONGEST_FORMULA)
          yield `a formula in row ${row + 1} of the block at ${block.at} is too long`;
      }
    }
  }
  for (const { range } of [
    ...(sheet.formats ?? []),
    ...(sheet.conditionals ?? []),
    ...(sheet.validations ?? []),
  ])
    yield* badReference(range);
  for (const { rule, range } of sheet.validations ?? []) {
    if (rule.kind !== "list") continue;
    if (rule.values.some((value) => value.includes(",")))
      yield `the list at ${range} has a value with a comma`;
    if (rule.values.join(",").length > LONGEST_LIST)
      yield `the list at ${range} is longer than ${LONGEST_LIST} characters`;
  }
  for (const chart of sheet.charts ?? []) {
    for (const reference of [
      chart.from,
      chart.to,
      chart.categories,
      ...chart.series.map(({ values }) => values),
    ])
      yield* badReference(reference);
  }
}

function* badReference(reference: string): Generator<string> {
  try {
    parseRange(reference);
  } catch {
    // Whole rows and columns are references too, of another shape.
    if (!/^\$?[A-Z]+:\$?[A-Z]+$|^\$?\d+:\$?\d+$/.test(reference)) yield `“${reference}” is no reference`;
  }
}

function* repeated(names: readonly string[], what: string): Generator<string> {
  const seen = new Set<string>();
  for (const name of names) {
    const key = name.toLowerCase();
    if (seen.has(key)) yield `${what} “${name}”`;
    seen.add(key);
  }
}
