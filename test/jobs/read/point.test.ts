/** Another table than the one found: pointed at, remembered, and found again when it has grown. */
import { AttainError } from "../../../src/errors";
import type { Host } from "../../../src/host/host";
import { createNodeHost } from "../../../src/host/node";
import { pointAt, pointChoices } from "../../../src/jobs/read/point";
import { previewRun, restore, surveyWorkbook, writeRun, type Surveyed } from "../../../src/jobs/run";

const EN = { lang: "en-US" } as const;
const HEADER = ["Unit", "Name", "Target", "Actual"];

/** Two tables on one sheet, a third on another: all of the same kind. */
async function book(): Promise<Host> {
  const host = createNodeHost();
  await host.run(async ({ workbook }) => {
    const north = workbook.worksheets.getFirst();
    north.name = "North";
    north.getRange("A1:D4").values = [
      HEADER,
      ["East", "Ann Lee", 100, 120],
      ["East", "Bob Ray", 100, 80],
      ["West", "Cid Fox", 100, 95],
    ];
    north.getRange("G1:J3").values = [HEADER, ["Lab", "Dora Kim", 50, 60], ["Lab", "Eve Orr", 50, 40]];
    const south = workbook.worksheets.add("South");
    south.getRange("A1:D3").values = [HEADER, ["Sea", "Fay Poe", 10, 12], ["Sea", "Gus Nye", 10, 9]];
    south.tables.add("A1:D3", true).name = "SouthSales";
    workbook.names.add("LabSales", north.getRange("G1:J3"));
  });
  return host;
}

const people = ({ people: file }: Surveyed): string[] => (file?.people ?? []).map(({ name }) => name).sort();

const select = (host: Host, sheet: string, range: string): Promise<void> =>
  host.run(async ({ workbook }) => {
    const found = workbook.worksheets.getItem(sheet);
    found.activate();
    found.getRange(range).select();
  });

test("by selection: only that range counts, the choice is kept, and rows added below belong to it", async () => {
  const host = await book();
  const all = await surveyWorkbook(EN);
  expect(people(all)).toHaveLength(7);
  await select(host, "North", "G1:J3");
  const lab = await pointAt(all, "selection", EN);
  expect(people(lab)).toEqual(["Dora Kim", "Eve Orr"]);
  expect(lab.survey.pointed).toBe("North!G1:J");
  await host.run(async ({ workbook }) => {
    workbook.worksheets.getItem("North").getRange("G4:J4").values = [["Lab", "Hal Ito", 50, 55]];
  });
  expect(people(await surveyWorkbook(EN))).toEqual(["Dora Kim", "Eve Orr", "Hal Ito"]);
});

test("by the name of an Excel table or range, which may grow, and by sheet", async () => {
  const host = await book();
  const all = await surveyWorkbook(EN);
  expect(await pointChoices(all)).toEqual({
    sheets: ["North", "South"],
    areas: [
      { kind: "table", name: "SouthSales", place: "South!A1:D3" },
      { kind: "name", name: "LabSales", place: "North!G1:J3" },
    ],
  });
  const south = await pointAt(all, { name: "SouthSales" }, EN);
  expect([people(south), south.survey.pointed]).toEqual([["Fay Poe", "Gus Nye"], "SouthSales"]);
  await host.run(async ({ workbook }) => {
    const sheet = workbook.worksheets.getItem("South");
    sheet.getRange("A4:D4").values = [["Sea", "Ivy Low", 10, 11]];
    sheet.tables.getItem("SouthSales").resize("A1:D4");
  });
  expect(people(await surveyWorkbook(EN))).toContain("Ivy Low");
  expect(people(await pointAt(all, { name: "LabSales" }, EN))).toEqual(["Dora Kim", "Eve Orr"]);
  expect(people(await pointAt(all, { sheet: "South" }, EN))).toEqual(["Fay Poe", "Gus Nye"]);
  expect(people(await pointAt(all, "all", EN))).toHaveLength(7);
});

test("nothing there, or no such sheet: said, and nothing is remembered", async () => {
  const host = await book();
  const all = await surveyWorkbook(EN);
  await select(host, "North", "M20:N25");
  const refused = (point: Parameters<typeof pointAt>[1]) =>
    pointAt(all, point, EN).catch((error: unknown) => (error instanceof AttainError ? error.code : error));
  expect([
    await refused("selection"),
    await refused({ sheet: "East" }),
    await refused({ name: "Nope" }),
  ]).toEqual(["point-empty", "sheet-missing", "point-empty"]);
  expect(people(await surveyWorkbook(EN))).toHaveLength(7);
});

test("a run keeps what was pointed at, and a step back too", async () => {
  const host = await book();
  const south = await pointAt(await surveyWorkbook(EN), { name: "SouthSales" }, EN);
  await writeRun(await previewRun(south, {}, EN), EN);
  expect(people(await surveyWorkbook(EN))).toEqual(["Fay Poe", "Gus Nye"]);
  await restore();
  expect(people(await surveyWorkbook(EN))).toEqual(["Fay Poe", "Gus Nye"]);
  expect(host.workbook.sheets).toHaveLength(2);
});
