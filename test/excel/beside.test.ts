/** Results in columns beside a person's own table: written with the run's pages or not at all, and taken back exactly. */
import { AttainError } from "../../src/errors";
import { applyWorkbook } from "../../src/excel/apply";
import { restoreLast } from "../../src/excel/restore";
import type { Host } from "../../src/host/host";
import { createNodeHost } from "../../src/host/node";
import type { BesideColumn, WorkbookSpec } from "../../src/sheets/spec";
import { cellAt, dump, sheetOf, smallSpec, tabs } from "./book";

const PEOPLE = ["Ann", "Bob", "Subtotal", "Cid", "Dora"];

/** Their sheet `Mine`: a title, a header in row 3, five lines of which the third is a subtotal, a note below. */
async function mine(change: (sheet: Excel.Worksheet) => void = () => undefined): Promise<Host> {
  const host = createNodeHost();
  await host.run(async ({ workbook }) => {
    const sheet = workbook.worksheets.getFirst();
    sheet.name = "Mine";
    sheet.getRange("A1").values = [["March"]];
    sheet.getRange("A3:B3").values = [["Name", "Sales"]];
    sheet.getRange("A4:B8").values = PEOPLE.map((name, i) => [name, i * 10]);
    sheet.getRange("A10").values = [["Note: preliminary"]];
    const header = sheet.getRange("A3:B3").format;
    header.fill.color = "#DDEEFF";
    header.font.bold = true;
    for (const side of ["EdgeBottom", "InsideHorizontal"] as const)
      sheet.getRange("A4:B8").format.borders.getItem(side).style = "Continuous";
    change(sheet);
  });
  return host;
}

const column = (more: Partial<BesideColumn> = {}): BesideColumn => ({
  column: "C",
  header: "Total",
  cells: PEOPLE.map((name, i) => (i === 2 ? null : `=IFERROR(INDEX(Targets!$B$4:$B$6,${i + 1}),"${name}")`)),
  numberFormat: "0.0",
  again: false,
  ...more,
});

const spec = (...columns: BesideColumn[]): WorkbookSpec => ({
  ...smallSpec(),
  beside: [
    {
      sheet: "Mine",
      headerRow: 3,
      rows: [4, 5, 6, 7, 8],
      like: "B",
      columns: columns.length > 0 ? columns : [column()],
    },
  ],
});

async function refused(host: Host, job: Promise<unknown>): Promise<AttainError> {
  const before = dump(host);
  const error = await job.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(dump(host)).toEqual(before);
  if (!(error instanceof AttainError)) throw new Error(`Not refused: ${String(error)}`);
  return error;
}

test("formulas and a header stand beside the data in its look; subtotals and notes are left alone", async () => {
  const host = await mine();
  await applyWorkbook(spec());
  expect(cellAt(host, "Mine", 2, 2)).toBe("Total");
  expect(cellAt(host, "Mine", 3, 2)).toBe('=IFERROR(INDEX(Targets!$B$4:$B$6,1),"Ann")');
  expect(cellAt(host, "Mine", 5, 2)).toBeNull();
  expect(cellAt(host, "Mine", 7, 2)).toContain('"Dora"');
  expect(cellAt(host, "Mine", 9, 2)).toBeNull();
  const style = (row: number) =>
    host.workbook.styles[sheetOf(host, "Mine").cells.get(row)?.get(2)?.style ?? 0];
  expect(style(2)).toMatchObject({ fill: "#DDEEFF", bold: true });
  expect(style(7)).toMatchObject({ numberFormat: "0.0", bottom: { line: "thin" } });
  expect(tabs(host)).toEqual(["Mine", "Overview", "Targets"]);
});

test("one step back is the workbook of before, cell for cell and format for format", async () => {
  const host = await mine((sheet) => {
    sheet.getRange("C4").format.fill.color = "#FFFF00";
    sheet.getRange("C:C").format.columnWidth = 20;
  });
  const before = dump(host);
  await applyWorkbook(spec(column({ header: "A rather long header above the results" })));
  expect(sheetOf(host, "Mine").columns.get(2)?.size).toBeGreaterThan(60);
  await restoreLast();
  expect(dump(host)).toEqual(before);
});

test("a second run replaces its own formulas and leaves what a person typed over them", async () => {
  const host = await mine();
  await applyWorkbook(spec());
  const first = dump(host);
  await host.run(async ({ workbook }) => {
    workbook.worksheets.getItem("Mine").getRange("C5").values = [[99]];
  });
  const edited = dump(host);
  const { kept } = await applyWorkbook(
    spec(column({ again: true, cells: PEOPLE.map(() => "=Targets!$B$4") })),
  );
  expect(kept).toContainEqual({ sheet: "Mine", cell: "C5", value: "99" });
  expect([3, 4, 6].map((row) => cellAt(host, "Mine", row, 2))).toEqual([
    "=Targets!$B$4",
    99,
    "=Targets!$B$4",
  ]);
  await restoreLast();
  expect(dump(host)).not.toEqual(first);
  expect(besidesState(dump(host))).toEqual(besidesState(edited));
});

/** After a second run and a step back the first run's own step back is gone, nothing else. */
function besidesState(book: unknown): unknown {
  const sheets = (book as { sheets: { name: string }[] }).sheets.filter(
    ({ name }) => !name.startsWith("_attain"),
  );
  return sheets;
}

test("results nobody wants any more go, with their header", async () => {
  const host = await mine();
  await applyWorkbook(spec());
  await applyWorkbook(spec(column({ again: true, emptied: true, header: "" })));
  expect([2, 3, 4, 7].map((row) => cellAt(host, "Mine", row, 2))).toEqual([null, null, null, null]);
});

test("a cell that somebody filled is never written over: the error names it", async () => {
  const host = await mine((sheet) => {
    sheet.getRange("C7").values = [["on leave"]];
  });
  const error = await refused(host, applyWorkbook(spec()));
  expect([error.code, error.where]).toEqual(["beside-taken", { sheet: "Mine", cell: "C7" }]);
});

test("a protected sheet, and one that is gone", async () => {
  const locked = await mine((sheet) => sheet.protection.protect());
  expect(await refused(locked, applyWorkbook(spec()))).toMatchObject({
    code: "sheet-protected",
    where: { sheet: "Mine" },
  });
  const renamed = await mine((sheet) => {
    sheet.name = "Yours";
  });
  expect((await refused(renamed, applyWorkbook(spec()))).code).toBe("sheet-missing");
});

test("an Excel table grows by the columns, and shrinks again", async () => {
  const host = await mine((sheet) => void sheet.tables.add("A3:B8", true));
  const before = dump(host);
  await applyWorkbook(spec(column(), column({ column: "D", header: "Rank" })));
  expect(sheetOf(host, "Mine").tables[0]?.range.replaceAll("$", "")).toBe("A3:D8");
  await restoreLast();
  expect(dump(host)).toEqual(before);
});

test.each(["writing", "taking back"] as const)(
  "a failure at any round trip of %s, before it or in the middle, leaves everything as it was",
  async (step) => {
    const run = () => applyWorkbook(spec(column({ header: "A rather long header above the results" })));
    const make = async (): Promise<Host> => {
      const host = await mine((sheet) => {
        sheet.getRange("C4").format.fill.color = "#FFFF00";
        sheet.tables.add("A3:B8", true);
      });
      if (step === "taking back") await run();
      return host;
    };
    const job = () => (step === "writing" ? run() : restoreLast());
    const rehearsal = await make();
    rehearsal.traffic.reset();
    await job();
    const trips = rehearsal.traffic.log.map(({ actions }) => actions);
    // What comes after the swap only clears away.
    const last = step === "writing" ? trips.length : trips.length - 1;
    for (let trip = 0; trip < last; trip += 1) {
      const actions = trips[trip] ?? 0;
      const places = new Set([
        0,
        1,
        ...Array.from({ length: 12 }, (_, i) => Math.floor((actions * i) / 12)),
        actions,
      ]);
      for (const afterActions of places) {
        const host = await make();
        const before = dump(host);
        host.traffic.reset();
        host.faults.fail({ roundTrip: trip + 1, afterActions, code: "GeneralException" });
        await expect(job()).rejects.toBeInstanceOf(AttainError);
        expect(dump(host)).toEqual(before);
      }
    }
    expect(trips.length).toBeGreaterThan(3);
  },
);
