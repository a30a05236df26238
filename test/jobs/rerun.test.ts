/** What a workbook remembers of a run, and what it says when data has changed since. */
import { createNodeHost } from "../../src/host/node";
import type { Host } from "../../src/host/host";
import { previewRun, refreshSheets, restore, surveyWorkbook, writeRun } from "../../src/jobs/run";
import type { RunChoices } from "../../src/jobs/types";

const LANG = { lang: "en-US" } as const;
const ROWS = [
  ["Rep", "Stage", "Close date", "Amount"],
  ["Ann Lee", "Won", "2024-01-15", 1000],
  ["Bob Ray", "Won", "2024-12-15", 2000],
  ["Cid Fox", "Won", "2024-06-15", 3000],
];

async function ledger(rows: readonly (readonly (string | number)[])[] = ROWS): Promise<Host> {
  const host = createNodeHost();
  await host.run(async ({ workbook }) => {
    workbook.worksheets.getItem("Sheet1").getRangeByIndexes(0, 0, rows.length, 4).values = rows.map((row) => [
      ...row,
    ]);
  });
  return host;
}

const type = (host: Host, sheet: string, cell: string, value: string | number) =>
  host.run(async ({ workbook }) => {
    workbook.worksheets.getItem(sheet).getRange(cell).values = [[value]];
  });

const idOf = (host: Host, name: string) =>
  host.workbook.sheets.find((sheet) => sheet.name === name)?.id ?? "";

async function run(choices: RunChoices = {}): Promise<void> {
  await writeRun(await previewRun(await surveyWorkbook(LANG), choices, LANG), LANG);
}

test("the last run is remembered with its choices and outcome, and nothing is out of date", async () => {
  await ledger();
  await run({ growth: 0.5, parts: ["plan", "score"] });
  expect((await surveyWorkbook(LANG)).survey.lastRun).toMatchObject({
    canRestore: true,
    changes: [],
    made: {
      parts: ["plan", "score"],
      choices: { growth: 0.5 },
      baseYear: 2024,
      plan: { year: 2025, total: 9000 },
      scores: { people: 3 },
    },
  });
});

test("running again says what it made differently and keeps what was typed", async () => {
  const host = await ledger();
  await run({ parts: ["plan", "score"] });
  await type(host, "Scorecard", "C6", 1234);
  const surveyed = await surveyWorkbook(LANG);
  const report = await writeRun(
    await previewRun(surveyed, { growth: 0.5, parts: ["plan", "score"] }, LANG),
    LANG,
  );
  expect(report.changes).toEqual(["total target 7,200 → 9,000"]);
  expect(report.kept).toEqual([{ sheet: "Scorecard", cell: "C6", value: 1234 }]);
});

test("a changed cell is read again alone, and the survey says what it changed", async () => {
  const host = await ledger();
  await run();
  const before = await surveyWorkbook(LANG);
  await type(host, "Sheet1", "D2", 1500);
  const after = await refreshSheets(before, [idOf(host, "Sheet1")], LANG);
  expect(after.survey.lastRun?.changes).toEqual(["won value 6,000 → 6,500"]);
  await type(host, "Sheet1", "A2", "Dee Poe");
  const renamed = await refreshSheets(after, [idOf(host, "Sheet1")], LANG);
  expect(renamed.survey.facts.people).toBe(3);
  expect(renamed.survey.lastRun?.changes).toEqual(["won value 6,000 → 6,500"]);
  await type(host, "Sheet1", "D2", 1000);
  const back = await refreshSheets(renamed, [idOf(host, "Sheet1")], LANG);
  expect(back.survey.lastRun?.changes).toEqual(["some cells were changed"]);
});

test("a fixed cell takes its problem off the list", async () => {
  const host = await ledger([...ROWS, ["Dee Poe", "Won", "2024-07-01", "lots"]]);
  const before = await surveyWorkbook(LANG);
  expect(before.survey.problems.flatMap(({ places }) => places.map(({ cell }) => cell))).toContain("D5");
  await type(host, "Sheet1", "D5", 700);
  const after = await refreshSheets(before, [idOf(host, "Sheet1")], LANG);
  expect(after.survey.problems.flatMap(({ places }) => places.map(({ cell }) => cell))).not.toContain("D5");
});

test("what changes on our own pages is no news, except on the scheme sheet", async () => {
  const host = await ledger();
  await run();
  const before = await surveyWorkbook(LANG);
  expect(await refreshSheets(before, [idOf(host, "Targets")], LANG)).toBe(before);
  expect(await refreshSheets(before, [idOf(host, "Scheme")], LANG)).toBe(before);
  const rows = [...(host.workbook.sheets.find(({ name }) => name === "Scheme")?.cells ?? [])];
  const cap = rows.flatMap(([row, line]) =>
    [...line].flatMap(([column, { value }]) => (value === 1.2 ? [[row, column] as const] : [])),
  )[0];
  if (!cap) throw new Error("The scheme sheet shows no cap.");
  await host.run(async ({ workbook }) => {
    workbook.worksheets.getItem("Scheme").getCell(...cap).values = [[1.5]];
  });
  const after = await refreshSheets(before, [idOf(host, "Scheme")], LANG);
  expect(after).not.toBe(before);
  const totals = async (surveyed: typeof before) =>
    (await previewRun(surveyed, { parts: ["score"] }, LANG)).preview.people.map(({ total }) => total);
  expect(await totals(after)).not.toEqual(await totals(before));
});

test("a sheet renamed or deleted between two readings makes the whole workbook be read again", async () => {
  const host = await ledger();
  const before = await surveyWorkbook(LANG);
  await host.run(async ({ workbook }) => {
    workbook.worksheets.getItem("Sheet1").name = "Ledger";
  });
  const after = await refreshSheets(before, [idOf(host, "Ledger")], LANG);
  expect(after.survey.tables[0]?.sheet).toBe("Ledger");
});

test("after the run is taken back its record says nothing any more", async () => {
  await ledger();
  await run();
  await restore();
  expect((await surveyWorkbook(LANG)).survey.lastRun?.made).toBeUndefined();
});

test.each([
  ["a year that is over", ["2023-05-01", "2024-12-01"], 2024],
  ["a year still running, with one before it", ["2024-05-01", "2025-03-01"], 2024],
  ["the only year there is", ["2025-02-01", "2025-03-01"], 2025],
] as const)("plans from %s", async (_name, days, year) => {
  await ledger([
    ROWS[0] ?? [],
    ...days.map((day) => ["Ann Lee", "Won", day, 100] as const),
    ...days.map((day) => ["Bob Ray", "Won", day, 100] as const),
  ]);
  expect((await surveyWorkbook(LANG)).survey.facts.baseYear).toBe(year);
});

test("a followed plan takes the running year's months from the ledger, and the page has them", async () => {
  const host = await ledger([
    ...ROWS,
    ["Ann Lee", "Won", "2025-01-10", 90],
    ["Bob Ray", "Won", "2025-02-10", 400],
  ]);
  const prepared = await previewRun(
    await surveyWorkbook(LANG),
    { parts: ["plan", "track"], plan: { time: { kind: "even" } } },
    LANG,
  );
  const { follow } = prepared.preview;
  expect(follow).toMatchObject({ year: 2025, through: 2, known: [1, 2] });
  // 6 000 + 20 % over twelve months: 1 200 due after two of them.
  expect(follow?.total).toMatchObject({
    target: 1200,
    actual: 490,
    light: "behind",
    yearTarget: 7200,
    need: 671,
  });
  await writeRun(prepared, LANG);
  host.calculate();
  const tracker = host.workbook.sheets.find(({ name }) => name === "Tracker");
  const values = [...(tracker?.cells ?? [])].flatMap(([, line]) => [...line].map(([, { value }]) => value));
  expect(values).toEqual(expect.arrayContaining([490, 1200, 90, 400]));
});
