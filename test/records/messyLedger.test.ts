import { classifySheets } from "../../src/records/classify";
import { joinLedgers, readLedger, type LedgerReading } from "../../src/records/ledger/ledger";
import { columnName } from "../../src/formula/references";
import type { Problem } from "../../src/records/problems/problems";
import type { Lang } from "../../src/words";
import { messyLedger, type LedgerTruth } from "../support/messy/ledger";
import type { MessyWorkbook } from "../support/messy/workbook";

const LANGS: readonly Lang[] = ["zh-CN", "en-US"];
const CASES = Array.from({ length: 48 }, (_, i) => ({
  seed: i + 1,
  lang: LANGS[i % 2] ?? "en-US",
  sheets: i % 4 === 3 ? 3 : 1,
  clean: i % 3 === 0,
}));
const WORKBOOKS = CASES.map(({ seed, lang, sheets, clean }) => messyLedger(seed, lang, { sheets, clean }));

interface Read extends LedgerReading {
  /** Sheet → field → column letters. */
  readonly columns: Record<string, Record<string, string>>;
}

function read(workbook: MessyWorkbook<LedgerTruth>): Read {
  const { ledger } = classifySheets(workbook.grids);
  const matches = ledger ? [ledger, ...ledger.siblings] : [];
  const columns = Object.fromEntries(
    matches.map(({ region, recognition }) => [
      region.grid.sheet,
      Object.fromEntries(
        Object.entries(recognition.fields).map(([field, { column }]) => [
          field,
          columnName(region.grid.left + column),
        ]),
      ),
    ]),
  );
  return {
    ...joinLedgers(matches.map(({ region, recognition }) => readLedger(region, recognition))),
    columns,
  };
}

const READ = WORKBOOKS.map((workbook) => ({ workbook, result: read(workbook) }));

test("at least 98 % of the columns are taken for what they are", () => {
  const wrong: string[] = [];
  let all = 0;
  for (const { workbook, result } of READ) {
    for (const [sheet, fields] of Object.entries(workbook.truth.columns)) {
      for (const [field, letters] of Object.entries(fields)) {
        all += 1;
        const found = result.columns[sheet]?.[field];
        if (found !== letters)
          wrong.push(`${workbook.name} ${sheet}: ${field} is ${letters}, taken ${found ?? "none"}`);
      }
    }
  }
  expect(all).toBeGreaterThan(400);
  expect({ wrong, enough: wrong.length <= all * 0.02 }).toEqual({ wrong: [], enough: true });
});

test("every value of every record is right, and no total, title or note is taken for a record", () => {
  const wrong: string[] = [];
  for (const { workbook, result } of READ) {
    const { deals } = result;
    const at = new Map(deals.row.map((row, i) => [`${deals.sheet[i]} ${row}`, i]));
    if (deals.row.length !== workbook.truth.deals.length)
      wrong.push(`${workbook.name}: ${deals.row.length} records for ${workbook.truth.deals.length}`);
    for (const truth of workbook.truth.deals) {
      const i = at.get(`${truth.sheet} ${truth.row}`);
      if (i === undefined) {
        wrong.push(`${workbook.name}: row ${truth.row} is missing`);
        continue;
      }
      for (const field of ["rep", "product", "account", "outcome", "opened", "closed", "amount"] as const) {
        if (deals[field][i] !== truth[field])
          wrong.push(
            `${workbook.name} row ${truth.row} ${field}: ${String(deals[field][i])} for ${String(truth[field])}`,
          );
      }
    }
  }
  expect(wrong.slice(0, 20)).toEqual([]);
});

test("everything planted is reported at its cell", () => {
  const missed = READ.flatMap(({ workbook, result }) =>
    workbook.defects
      .filter(
        ({ codes, sheet, cell }) =>
          !result.problems.some(
            (found) => found.sheet === sheet && codes.includes(found.code) && holds(found, cell),
          ),
      )
      .map(({ codes, cell }) => `${workbook.name}: ${codes.join("/")} at ${cell}`),
  );
  expect(READ.reduce((sum, { workbook }) => sum + workbook.defects.length, 0)).toBeGreaterThan(400);
  expect(missed).toEqual([]);
});

test("nothing else is reported as wrong; clean workbooks have no error and no warning", () => {
  const alarms = READ.flatMap(({ workbook, result }) => {
    const planted = new Set(workbook.defects.map(({ sheet, cell }) => `${sheet} ${rowOf(cell)}`));
    return result.problems
      .filter(({ severity, sheet, cell }) => severity !== "info" && !planted.has(`${sheet} ${rowOf(cell)}`))
      .map(({ code, cell, found }) => `${workbook.name}: ${code} at ${cell} (${found})`);
  });
  expect(alarms.slice(0, 20)).toEqual([]);
});

function rowOf(cell: string): string {
  return /\d+/.exec(cell)?.[0] ?? "";
}

/** A text number in a column of text numbers is told with its column. */
function holds(found: Problem, cell: string): boolean {
  if (found.cell === cell) return true;
  const [column] = /^[A-Z]+/.exec(cell) ?? [];
  return found.code === "number-as-text" && found.cell.startsWith(`${column}`) && found.cell.includes(":");
}
