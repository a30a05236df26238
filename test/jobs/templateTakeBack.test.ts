/** The one step back after a template was written, as the gallery offers it. */
import { templateStep, takeBackTemplate, type TemplateStep } from "../../src/jobs/template/takeBack";
import { clearExamples, fillTemplate, writeTemplate } from "../../src/jobs/template/template";
import { previewRun, surveyWorkbook, writeRun } from "../../src/jobs/run";
import { createNodeHost } from "../../src/host/node";
import { dump } from "../excel/book";
import { workbookWith } from "../support/fillBook";
import { twoYears } from "../support/books";

const EN = { lang: "en-US" } as const;

async function stepAfter(work: () => Promise<unknown>): Promise<TemplateStep> {
  await work();
  const step = await templateStep();
  if (!step) throw new Error("There is no step back");
  return step;
}

const promotions = () =>
  workbookWith([
    {
      tab: "Campaigns",
      rows: [
        ["Campaign", "Planned cost", "Target", "Actual cost", "Units sold"],
        ["Spring", 40_000, 6000, 38_500, 6320],
      ],
    },
  ]);

test.each([
  ["with its example", () => writeTemplate("C1", EN)],
  ["with people's own data", () => fillTemplate("C1", EN)],
])("a template written %s is taken back, and with it what was cleared since", async (_how, write) => {
  const host = await promotions();
  const before = dump(host);
  const step = await stepAfter(write);
  await clearExamples({});
  expect(dump(host)).not.toEqual(before);
  await takeBackTemplate(step);
  expect(dump(host)).toEqual(before);
  expect(await templateStep()).toBeUndefined();
});

test("of two templates only the last is taken back, and the first stands as it did", async () => {
  const host = createNodeHost();
  const first = await stepAfter(() => writeTemplate("D18", EN));
  const tabs = (): string[] => host.workbook.sheets.map(({ name }) => name);
  const one = tabs();
  const second = await stepAfter(() => writeTemplate("D20", EN));
  await expect(takeBackTemplate(first)).rejects.toMatchObject({ code: "written-since" });
  await takeBackTemplate(second);
  expect(tabs()).toEqual(one);
});

test("what a run before it made the workbook remember is remembered still", async () => {
  createNodeHost(await twoYears());
  await writeRun(await previewRun(await surveyWorkbook(EN), { growth: 0.1 }, EN), EN);
  const step = await stepAfter(() => writeTemplate("D20", EN));
  await takeBackTemplate(step);
  expect((await surveyWorkbook(EN)).survey.lastRun?.made?.choices.growth).toBe(0.1);
});
