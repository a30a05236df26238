/** Reading only what was edited gives what reading the whole sheet gives, or says that it cannot. */
import fc from "fast-check";
import { readGrids } from "../../src/excel/read/read";
import { rereadGrid } from "../../src/excel/read/reread";
import { columnName, rangeRef } from "../../src/formula/references";
import type { Host } from "../../src/host/host";
import { createNodeHost } from "../../src/host/node";
import type { Grid } from "../../src/records/grid";

const COLUMNS = ["Id", "Rep", "Stage", "Date", "Amount", "Note"];
const ROWS = 1000;

function ledger(): Promise<Host> {
  const host = createNodeHost();
  return host
    .run(async ({ workbook }) => {
      const sheet = workbook.worksheets.getItem("Sheet1");
      sheet.getRangeByIndexes(1, 1, ROWS, COLUMNS.length).values = [
        COLUMNS,
        ...Array.from({ length: ROWS - 1 }, (_, i) => [`D${i}`, "Ann", "Won", 45_000 + i, i * 10, "-"]),
      ];
      sheet.getRangeByIndexes(2, 4, ROWS - 1, 1).numberFormat = Array.from({ length: ROWS - 1 }, () => [
        "yyyy-mm-dd",
      ]);
    })
    .then(() => host);
}

async function whole(): Promise<Grid> {
  const [grid] = await readGrids();
  if (!grid) throw new Error("There is a sheet");
  return grid;
}

const edit = (host: Host, work: (sheet: Excel.Worksheet) => void): Promise<void> =>
  host.run(async ({ workbook }) => work(workbook.worksheets.getItem("Sheet1")));

const value = fc.oneof(fc.integer({ min: 0, max: 50_000 }), fc.constantFrom("Bob", "", "12%", "2026-01-31"));
const place = fc.record({
  row: fc.integer({ min: 2, max: ROWS + 1 }),
  column: fc.integer({ min: 1, max: COLUMNS.length }),
  rows: fc.integer({ min: 1, max: 3 }),
  value,
  format: fc.option(fc.constantFrom("0%", "General", "yyyy-mm-dd"), { nil: undefined }),
});

test("after any edits it is the same grid, or none", async () => {
  const host = await ledger();
  let quick = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(place, { minLength: 1, maxLength: 4 }), async (edits) => {
      const before = await whole();
      await edit(host, (sheet) => {
        for (const { row, column, rows, value: typed, format } of edits) {
          const range = sheet.getRangeByIndexes(row, column, rows, 1);
          range.values = Array.from({ length: rows }, () => [typed]);
          if (format !== undefined) range.numberFormat = Array.from({ length: rows }, () => [format]);
        }
      });
      const edited = edits.map(({ row, column, rows }) => rangeRef(row, column, row + rows - 1, column));
      const grid = await rereadGrid(before, edited);
      if (!grid) return;
      quick += 1;
      expect(grid).toEqual(await whole());
    }),
    { numRuns: 60 },
  );
  expect(quick).toBeGreaterThan(20);
});

test("one cell of a large sheet is one small round trip", async () => {
  const host = await ledger();
  const before = await whole();
  await edit(host, (sheet) => {
    sheet.getRange("F20").values = [[7777]];
  });
  host.traffic.reset();
  const grid = await rereadGrid(before, ["F20"]);
  expect(grid?.values[18]?.[4]).toBe(7777);
  expect(host.traffic.roundTrips).toBe(1);
  expect(host.traffic.log[0]?.responseBytes).toBeLessThan(2_000);
});

test("a long column keeps the format that stands for it", async () => {
  const host = createNodeHost();
  const rows = 210_000;
  await edit(host, (sheet) => {
    sheet.getRange("A1").values = [["Amount"]];
    sheet.getRangeByIndexes(1, 0, rows - 1, 1).values = Array.from({ length: rows - 1 }, (_, i) => [i]);
  });
  const before = await whole();
  await edit(host, (sheet) => {
    sheet.getRange(`A${rows + 1}`).values = [[5]];
    sheet.getRange("A100000").numberFormat = [["0%"]];
  });
  const grid = await rereadGrid(before, [`A${rows + 1}`, "A100000"]);
  expect(grid?.values).toHaveLength(rows + 1);
  expect(grid).toEqual(await whole());
});

test.each<[string, (sheet: Excel.Worksheet) => void]>([
  ["a formula may have changed along", (sheet) => (sheet.getRange("I3").formulas = [["=F3*2"]])],
  ["rows are hidden", (sheet) => (sheet.getRange("A5:A6").rowHidden = true)],
  ["a column has come to hold numbers", (sheet) => (sheet.getRange("G20").values = [[1]])],
  ["the sheet has grown to the right", (sheet) => (sheet.getRange("H20").values = [["x"]])],
  ["cells are merged", (sheet) => sheet.getRange("B5:C5").merge()],
])("the whole sheet is read where %s", async (_, change) => {
  const host = await ledger();
  const before = await whole();
  const edited = ["F20", "G20", "H20", "I3"];
  expect(await rereadGrid(before, edited)).toEqual(before);
  await edit(host, change);
  expect(await rereadGrid(before, edited)).toBeUndefined();
});

test("whole columns and small sheets are read as a whole", async () => {
  await ledger();
  const before = await whole();
  expect(await rereadGrid(before, [`${columnName(2)}:${columnName(3)}`])).toBeUndefined();
  expect(await rereadGrid({ ...before, values: before.values.slice(0, 9) }, ["B3"])).toBeUndefined();
});
