/** One step back after each job is the workbook of before: cells, formats, names, what is remembered, where one looked. */
import type { Host } from "../../src/host/host";
import { createNodeHost } from "../../src/host/node";
import { correctColumn, previewRun, restore, surveyWorkbook, writeRun } from "../../src/jobs/run";
import { writeTemplate } from "../../src/jobs/template/template";
import type { RunChoices } from "../../src/jobs/types";
import { dump } from "../excel/book";
import { monthlyFile, MARCH, twoYears } from "../support/books";

const ZH = { lang: "zh-CN" } as const;

async function run(choices: RunChoices): Promise<void> {
  await writeRun(await previewRun(await surveyWorkbook(ZH), choices, ZH), ZH);
}

async function ledger(): Promise<Host> {
  return createNodeHost(await twoYears());
}

async function people(): Promise<Host> {
  return createNodeHost((await monthlyFile(MARCH)).workbook);
}

const JOBS: readonly (readonly [string, () => Promise<Host>, () => Promise<void>])[] = [
  ["plan", ledger, () => run({ parts: ["plan"] })],
  ["score", ledger, () => run({ parts: ["score"] })],
  ["plan and score", ledger, () => run({})],
  ["follow", ledger, () => run({ parts: ["plan", "track"] })],
  ["people", people, () => run({})],
  [
    "people, beside their table",
    people,
    () => run({ beside: { tables: [{ sheet: "销售" }], parts: ["total", "grade", "rank", "points"] } }),
  ],
  ["template", people, async () => void (await writeTemplate("D10", ZH))],
];

test.each(JOBS)("%s", async (_name, open, job) => {
  const host = await open();
  await host.run(async ({ workbook }) => {
    workbook.worksheets.getFirst().getRange("B3").select();
  });
  const before = dump(host);
  await job();
  expect(dump(host)).not.toEqual(before);
  await restore();
  expect(dump(host)).toEqual(before);
});

test("a second run is taken back to the first; the first's choices and columns are remembered again", async () => {
  const host = await ledger();
  await run({ growth: 0.1 });
  const first = (await surveyWorkbook(ZH)).survey.lastRun?.made;
  await run({ growth: 0.3 });
  await restore();
  const { survey } = await surveyWorkbook(ZH);
  expect(survey.lastRun?.made).toEqual(first);
  expect(survey.lastRun?.made?.choices.growth).toBe(0.1);
  expect(host.workbook.sheets.filter(({ name }) => name.startsWith("_attain"))).toEqual([]);
});

test("a column settled by hand after the run stays settled", async () => {
  await ledger();
  await run({});
  const surveyed = await surveyWorkbook(ZH);
  const table = surveyed.survey.tables.find(({ role }) => role === "ledger");
  const product = table?.columns.find(({ field }) => field === "product");
  await correctColumn(
    surveyed,
    { role: "ledger", sheet: table?.sheet ?? "", field: product?.field ?? "product", column: "none" },
    ZH,
  );
  await restore();
  const after = (await surveyWorkbook(ZH)).survey.tables.find(({ role }) => role === "ledger");
  expect(after?.columns.find(({ field }) => field === "product")).toMatchObject({ settled: true });
});
