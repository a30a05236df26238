/** What can be in the way of the pane's jobs: each has its own sentence, in both languages, and a thing to do. */
import { describeError, type AttainError } from "../../src/errors";
import type { Host } from "../../src/host/host";
import { createNodeHost } from "../../src/host/node";
import {
  correctColumn,
  explainCell,
  goTo,
  previewRun,
  refreshSheets,
  restore,
  surveyWorkbook,
  writeRun,
} from "../../src/jobs/run";
import { LANGS } from "../../src/words";
import { twoYears } from "../support/books";

const LANG = { lang: "en-US" } as const;

async function book(): Promise<Host> {
  return createNodeHost(await twoYears());
}

/** The failure of a job with what it tells people; fails when nothing failed. */
async function told(job: Promise<unknown>): Promise<{ code: string; sentences: string[] }> {
  const error = await job.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error === undefined) throw new Error("Nothing was in the way.");
  const texts = LANGS.map((lang) => describeError(error, lang));
  for (const { what, remedy } of texts) expect([what, remedy].every((text) => text.length > 5)).toBe(true);
  return {
    code: (error as AttainError).code,
    sentences: texts.map(({ what, remedy }) => `${what} ${remedy}`),
  };
}

const surroundings = (host: Host) => host.workbook.sheets.map(({ name, cells }) => [name, cells.size]);

test("a cell is being edited, while reading and while writing", async () => {
  const host = await book();
  const prepared = await previewRun(await surveyWorkbook(LANG), {}, LANG);
  const before = surroundings(host);
  host.cellEditing = true;
  expect((await told(surveyWorkbook(LANG))).code).toBe("cell-editing");
  const { code, sentences } = await told(writeRun(prepared, LANG));
  expect([code, sentences[1]]).toEqual(["cell-editing", expect.stringContaining("Press Enter")]);
  host.cellEditing = false;
  expect(surroundings(host)).toEqual(before);
  await writeRun(prepared, LANG);
});

test("the workbook's structure is protected", async () => {
  const host = await book();
  const prepared = await previewRun(await surveyWorkbook(LANG), {}, LANG);
  host.workbook.protected = true;
  expect((await told(writeRun(prepared, LANG))).code).toBe("workbook-protected");
});

test("the workbook is open for reading: it can be looked at and previewed, not written", async () => {
  const host = await book();
  host.readOnly = true;
  const surveyed = await surveyWorkbook(LANG);
  const prepared = await previewRun(surveyed, {}, LANG);
  const { code, sentences } = await told(writeRun(prepared, LANG));
  expect([code, sentences[0]]).toEqual(["read-only", expect.stringContaining("只读")]);
});

test("taking back a run that a protected workbook holds", async () => {
  const host = await book();
  await writeRun(await previewRun(await surveyWorkbook(LANG), {}, LANG), LANG);
  host.workbook.protected = true;
  expect((await told(restore())).code).toBe("workbook-protected");
});

test("a sheet renamed or deleted after it was read", async () => {
  const host = await book();
  const surveyed = await surveyWorkbook(LANG);
  await host.run(async ({ workbook }) => {
    workbook.worksheets.getItem("Teams").delete();
    workbook.worksheets.getItem("Sheet1").name = "Deals";
  });
  const { code, sentences } = await told(goTo("Sheet1", "D3"));
  expect([code, sentences[1]]).toEqual(["sheet-missing", expect.stringContaining("Sheet1")]);
  // Nothing is written from a sheet that is gone without saying so: the next look finds what there is.
  const again = await refreshSheets(surveyed, [], LANG);
  expect(again.survey.tables.map(({ sheet, role }) => [role, sheet])).toEqual([["ledger", "Deals"]]);
});

test("the wrong thing is selected", async () => {
  await book();
  const surveyed = await surveyWorkbook(LANG);
  await goTo("Teams", "A2");
  const { code } = await told(
    correctColumn(surveyed, { role: "ledger", sheet: "Sheet1", field: "amount", column: "selection" }, LANG),
  );
  expect(code).toBe("selection-elsewhere");
});

test("a score is asked about where there is none", async () => {
  const host = await book();
  expect((await told(explainCell("Sheet1", "B2", LANG))).code).toBe("no-scores");
  await writeRun(await previewRun(await surveyWorkbook(LANG), {}, LANG), LANG);
  host.calculate();
  expect(await explainCell("Scorecard", "A1", LANG)).toBeUndefined();
  expect(await explainCell("Scorecard", "G6", LANG)).toMatchObject({
    person: "Ann Lee",
    indicator: "revenue",
  });
});

test("there is nothing to work from", async () => {
  createNodeHost();
  expect((await told(previewRun(await surveyWorkbook(LANG), {}, LANG))).code).toBe("no-data");
});
