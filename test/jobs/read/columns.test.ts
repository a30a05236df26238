/** Columns settled by hand: kept in the workbook, found again next month, and never a change in people's sheets. */
import {
  goTo,
  surveyWorkbook,
  correctColumn,
  previewRun,
  writeRun,
  type Surveyed,
} from "../../../src/jobs/run";
import type { Correction } from "../../../src/jobs/types";
import type { Host } from "../../../src/host/host";
import { createNodeHost } from "../../../src/host/node";

type Rows = readonly (readonly (string | number)[])[];

const HEADER = ["Owner", "Stage", "Closed", "Unit price", "Cost"];
const ROWS: Rows = [
  HEADER,
  ["Ann Lee", "Won", "2017-03-01", 100, 80],
  ["Bob Ray", "Won", "2017-04-02", 200, 160],
  ["Ann Lee", "Lost", "2017-05-03", 50, 40],
  ["Bob Ray", "Won", "2017-06-04", 300, 240],
];

async function workbookOf(rows: Rows, host = createNodeHost()): Promise<Host> {
  await host.run(async ({ workbook }) => {
    const sheet = workbook.worksheets.getItem("Sheet1");
    sheet.getUsedRangeOrNullObject().clear();
    sheet.getRangeByIndexes(0, 0, rows.length, rows[0]?.length ?? 0).values = rows.map((row) => [...row]);
  });
  return host;
}

const LANG = { lang: "en-US" } as const;
const columnOf = ({ survey }: Surveyed, field: string) =>
  survey.tables[0]?.columns.find((column) => column.field === field);
const correct = (surveyed: Surveyed, field: string, column: Correction["column"]) =>
  correctColumn(surveyed, { role: "ledger", sheet: "Sheet1", field, column }, LANG);

/** The columns in another order, under another title. */
const moved = (rows: Rows): Rows => [
  ["Deals of July", "", "", "", ""],
  ...rows.map((row) => [3, 4, 2, 0, 1].map((at) => row[at] ?? "")),
];

test("a table that lacks one column is shown with it missing, and pointing at it makes the workbook usable", async () => {
  await workbookOf(ROWS);
  const before = await surveyWorkbook(LANG);
  expect(before.survey.ready).toBe(false);
  expect(columnOf(before, "amount")).toMatchObject({ needed: true, confidence: 0 });
  expect(before.survey.tables[0]?.choices.map(({ header }) => header)).toEqual(HEADER);

  const after = await correct(before, "amount", { column: "E" });
  expect(columnOf(after, "amount")).toMatchObject({ column: "E", header: "Cost", settled: true });
  expect(after.survey).toMatchObject({ ready: true, facts: { won: 3, wonValue: 480 } });
});

test("the choice is found again next month, where the columns have moved", async () => {
  const host = await workbookOf(ROWS);
  await correct(await surveyWorkbook(LANG), "amount", { column: "E" });
  await workbookOf(moved(ROWS), host);
  const next = await surveyWorkbook(LANG);
  expect(columnOf(next, "amount")).toMatchObject({ column: "B", header: "Cost", settled: true });
  expect(next.survey.facts.wonValue).toBe(480);
});

test("the selected column can be used; a selection elsewhere is refused with the sheet to go to", async () => {
  const host = await workbookOf(ROWS);
  await host.run(async ({ workbook }) => void workbook.worksheets.add("Notes"));
  const surveyed = await surveyWorkbook(LANG);
  await goTo("Sheet1", "D3");
  expect(columnOf(await correct(surveyed, "amount", "selection"), "amount")?.column).toBe("D");
  for (const [sheet, cell] of [
    ["Notes", "D3"],
    ["Sheet1", "H3"],
    ["Sheet1", "D2:E4"],
  ] as const) {
    await goTo(sheet, cell);
    await expect(correct(surveyed, "amount", "selection")).rejects.toMatchObject({
      code: "selection-elsewhere",
      where: { sheet: "Sheet1" },
    });
  }
});

test("a column serves one field: who had it before is set free, and recognising again undoes a choice", async () => {
  await workbookOf(ROWS);
  const amount = await correct(await surveyWorkbook(LANG), "amount", { column: "D" });
  const product = await correct(amount, "product", { column: "D" });
  expect(columnOf(product, "product")?.column).toBe("D");
  expect(columnOf(product, "amount")?.column).not.toBe("D");
  const none = await correct(product, "product", "none");
  expect(columnOf(none, "product")).toMatchObject({ settled: true, confidence: 0 });
  const again = await correct(none, "product", "recognise");
  expect(columnOf(again, "product")?.settled).toBeUndefined();
});

test("a run keeps the columns it used; nothing is written into people's own sheets", async () => {
  const host = await workbookOf(ROWS);
  const cells = () =>
    JSON.stringify([...(host.workbook.sheets[0]?.cells ?? [])].map(([row, line]) => [row, [...line]]));
  const before = cells();
  const surveyed = await correct(await surveyWorkbook(LANG), "amount", { column: "E" });
  await writeRun(await previewRun(surveyed, {}, LANG), LANG);
  expect(cells()).toBe(before);
  const next = await surveyWorkbook(LANG);
  expect(columnOf(next, "rep")?.settled).toBe(true);
  expect(next.survey.tables).toHaveLength(1);
});

test("a part somebody else has written into is as good as none", async () => {
  const host = await workbookOf(ROWS);
  await correct(await surveyWorkbook(LANG), "amount", { column: "E" });
  for (const xml of [
    "<columns xmlns='urn:attain:columns'>{\"ledger\":7}</columns>",
    "<columns xmlns='urn:attain:columns'/>",
  ]) {
    const [part] = host.workbook.customXml;
    if (part) part.xml = xml;
    expect((await surveyWorkbook(LANG)).survey.ready).toBe(false);
  }
});
