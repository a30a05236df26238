/** Text from people's workbooks stays text, however much it looks like a formula. */
import { sampleWorkbook } from "../../src/cli/sampleFile";
import { saveXlsx } from "../../src/host/file/save";
import { openXlsx } from "../../src/host/file/open";
import { createNodeHost } from "../../src/host/node";
import { previewRun, surveyWorkbook, writeRun } from "../../src/jobs/run";

const NASTY = [
  "=1+1",
  "+cmd|'/c calc'!A1",
  "@SUM(A1)",
  "-2+3",
  "00123",
  "1/2/2017",
  "TRUE",
  "50%",
  "'quoted",
];

test("names that look like formulas, numbers and dates come out as they went in", async () => {
  const workbook = await sampleWorkbook();
  const reps = workbook.sheets[1];
  const original = NASTY.map((_, index) => reps?.cells.get(index + 1)?.get(0)?.value);
  for (const sheet of workbook.sheets) {
    for (const line of sheet.cells.values()) {
      for (const cell of line.values()) {
        const at = original.indexOf(cell.value);
        if (at >= 0 && cell.value !== null) cell.value = NASTY[at] ?? "";
      }
    }
  }
  const host = createNodeHost(workbook);
  const options = { lang: "en-US" } as const;
  await writeRun(await previewRun(await surveyWorkbook(options), {}, options), options);
  const saved = await openXlsx(await saveXlsx(host.workbook), "again.xlsx");
  for (const name of ["Actuals", "Targets", "Scorecard"]) {
    const sheet = saved.sheets.find((each) => each.name === name);
    const cells = [...(sheet?.cells.values() ?? [])].flatMap((line) => [...line.values()]);
    for (const text of NASTY) {
      const found = cells.filter(({ value, formula }) => value === text && formula === undefined);
      expect([name, text, found.length]).toEqual([name, text, 1]);
    }
  }
});
