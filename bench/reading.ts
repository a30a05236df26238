/**
 * What reading a large ledger costs: 100 000 rows of 30 columns, read in pages within Excel's 5 MB a reply. Round trips
 * and bytes are the same on any machine. Run with `npx tsx bench/reading.ts [rows] [columns]`.
 */
import { createWorkbook, emptySheet } from "../src/host/book/emptyWorkbook";
import { createNodeHost } from "../src/host/node";
import type { Cell, HostWorkbook } from "../src/host/book/workbook";
import { refreshSheets, surveyWorkbook } from "../src/jobs/run";

const [rows = 100_000, columns = 30] = process.argv.slice(2).map(Number);
const options = { lang: "en-US" } as const;

const host = createNodeHost(wideLedger(rows, columns));
host.traffic.reset();
const progress: number[] = [];
const start = performance.now();
const surveyed = await surveyWorkbook({ ...options, onProgress: ({ fraction }) => progress.push(fraction) });
const seconds = (performance.now() - start) / 1000;
const first = costs();

host.traffic.reset();
const sheet = host.workbook.sheets[0]?.id ?? "";
const again = performance.now();
await refreshSheets(surveyed, [sheet], options);
const refreshed = { ...costs(), seconds: round((performance.now() - again) / 1000) };

host.traffic.reset();
await host.run(async ({ workbook }) => {
  workbook.worksheets.getItem(sheet).getRange("E500:E502").values = [[1], [2], [3]];
});
host.traffic.reset();
const cellsFrom = performance.now();
await refreshSheets(surveyed, [sheet], { ...options, edited: new Map([[sheet, ["E500:E502"]]]) });
const cells = { ...costs(), seconds: round((performance.now() - cellsFrom) / 1000) };

const cancelled = await cancelHalfWay();

console.table({
  "the whole workbook": { ...first, seconds: round(seconds) },
  "one sheet after a change": refreshed,
  "three edited cells": cells,
});
console.log(
  `${rows.toLocaleString()} × ${columns}: ${surveyed.survey.facts.deals.toLocaleString()} records understood, ${progress.length} progress reports, cancel answered after ${cancelled} ms`,
);

function costs() {
  const { log } = host.traffic;
  const most = (pick: (entry: (typeof log)[number]) => number) => Math.max(0, ...log.map(pick));
  const sum = (pick: (entry: (typeof log)[number]) => number) =>
    log.reduce((total, entry) => total + pick(entry), 0);
  return {
    "round trips": log.length,
    "sent kB": round(sum(({ requestBytes }) => requestBytes) / 1e3),
    "received MB": Math.round(sum(({ responseBytes }) => responseBytes) / 1e2) / 1e4,
    "largest reply MB": round(most(({ responseBytes }) => responseBytes) / 1e6),
  };
}

/** Milliseconds from a cancel in the middle of reading to the job's end. */
async function cancelHalfWay(): Promise<number> {
  const controller = new AbortController();
  let at = 0;
  const job = surveyWorkbook({
    ...options,
    signal: controller.signal,
    onProgress: ({ fraction }) => {
      if (fraction < 0.1 || at > 0) return;
      at = performance.now();
      controller.abort();
    },
  });
  await job.catch(() => undefined);
  return Math.round(performance.now() - at);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A ledger with the columns a job needs and many it does not. */
function wideLedger(rowCount: number, columnCount: number): HostWorkbook {
  const workbook = createWorkbook("wide.xlsx");
  const ledger = emptySheet("Ledger");
  const needed = ["Deal id", "Sales rep", "Stage", "Close date", "Amount"];
  const header = Array.from({ length: columnCount }, (_, c) => needed[c] ?? `Extra ${c}`);
  ledger.cells.set(0, line(header));
  for (let row = 1; row <= rowCount; row++) {
    const month = String(1 + (row % 12)).padStart(2, "0");
    const day = String(1 + (row % 28)).padStart(2, "0");
    const values = [
      `D${row}`,
      `Rep ${letters(row % 400)}`,
      row % 3 === 0 ? "Lost" : "Won",
      `2025-${month}-${day}`,
      100 + (row % 9000),
    ];
    ledger.cells.set(
      row,
      line(header.map((_, c) => values[c] ?? (c % 2 === 0 ? (row * c) % 1000 : `note ${(row + c) % 50}`))),
    );
  }
  workbook.sheets.splice(0, 1, ledger);
  workbook.activeSheet = ledger.id;
  workbook.selection = { sheet: ledger.id, range: "A1" };
  return workbook;
}

function line(values: readonly (string | number)[]): Map<number, Cell> {
  return new Map(values.map((value, column) => [column, { value, style: 0 }]));
}

function letters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letters(Math.floor(index / 26) - 1) + letter;
}
