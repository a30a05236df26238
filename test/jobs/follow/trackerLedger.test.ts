/** A plan followed from its ledger: what is written under the ledger moves the tracker, when the ledger is clean. */
import type { Host } from "../../../src/host/host";
import { createNodeHost } from "../../../src/host/node";
import { previewRun, surveyWorkbook, writeRun } from "../../../src/jobs/run";
import { dateCell } from "../../../src/sheets/dates";

const LANG = { lang: "en-US" } as const;
type Row = readonly (string | number)[];
const HEADER: Row = ["Rep", "Stage", "Close date", "Amount"];
const won = (rep: string, day: string, amount: number): Row => [rep, "Won", dateCell(day), amount];

const CLEAN: readonly Row[] = [
  won("Ann Lee", "2024-01-15", 1000),
  won("Bob Ray", "2024-12-15", 2000),
  won("Cid Fox", "2024-06-15", 3000),
  won("Ann Lee", "2025-01-10", 90),
  ["Ann Lee", "Lost", dateCell("2025-01-11"), 500],
  won("Bob Ray", "2025-02-10", 400),
];

async function followed(rows: readonly Row[]): Promise<Host> {
  const host = createNodeHost();
  await host.run(async ({ workbook }) => {
    const sheet = workbook.worksheets.getItem("Sheet1");
    sheet.getRangeByIndexes(0, 0, rows.length + 1, 4).values = [HEADER, ...rows].map((row) => [...row]);
    const format = Array.from({ length: rows.length + 10 }, () => ["yyyy-mm-dd"]);
    sheet.getRange(`C2:C${format.length + 1}`).numberFormat = format;
  });
  const choices = { parts: ["plan", "track"] as const, plan: { time: { kind: "even" } as const } };
  await writeRun(await previewRun(await surveyWorkbook(LANG), choices, LANG), LANG);
  host.calculate();
  return host;
}

function cell(host: Host, address: [row: number, column: number]) {
  const sheet = host.workbook.sheets.find(({ name }) => name === "Tracker");
  return sheet?.cells.get(address[0])?.get(address[1]);
}

/** January of Ann, the first leaf: below the company's row. */
const ANN: [number, number] = [8, 19];

test("a deal written under the ledger is in the tracker at once; a lost one is not", async () => {
  const host = await followed(CLEAN);
  expect(cell(host, ANN)?.formula).toContain("SUMIFS('Sheet1'!$D$2:");
  expect(cell(host, ANN)?.value).toBe(90);
  const next = CLEAN.length + 2;
  await host.run(async ({ workbook }) => {
    workbook.worksheets.getItem("Sheet1").getRange(`A${next}:D${next}`).values = [
      [...won("Ann Lee", "2025-01-31", 10)],
    ];
  });
  host.calculate();
  expect(cell(host, ANN)?.value).toBe(100);
});

test.each<[string, readonly Row[]]>([
  ["dates are texts", [...CLEAN, ["Ann Lee", "Won", "'10/2/2025", 5]]],
  ["a name is written another way", [...CLEAN, won("Ann  Lee", "2025-03-01", 5)]],
  ["two words mean won", [...CLEAN, ["Ann Lee", "Closed won", dateCell("2025-03-01"), 5]]],
])("the page holds amounts where %s", async (_why, rows) => {
  const host = await followed(rows);
  expect(cell(host, ANN)?.formula).toBeUndefined();
  expect(cell(host, ANN)?.value).toBe(90);
});

test("the report of the period comes with the tracker", async () => {
  const host = await followed(CLEAN);
  const report = host.workbook.sheets.find(({ name }) => name === "Period report");
  expect(report?.cells.get(3)?.get(0)?.value).toBe("Feb");
});
