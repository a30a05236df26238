/** A failure at any round trip of the job, before it or in the middle of it, leaves the workbook as it was. */
import { sampleWorkbook } from "../../src/cli/sampleFile";
import { AttainError } from "../../src/errors";
import { createNodeHost } from "../../src/host/node";
import type { HostWorkbook } from "../../src/host/book/workbook";
import { previewRun, surveyWorkbook, writeRun } from "../../src/jobs/run";
import { dump } from "../excel/book";

const options = { lang: "zh-CN" } as const;

/** The sample's first five hundred records: enough for every sheet, quick enough for dozens of runs. */
async function smallSample(): Promise<HostWorkbook> {
  const workbook = await sampleWorkbook();
  const ledger = workbook.sheets[0];
  for (const row of [...(ledger?.cells.keys() ?? [])]) if (row > 500) ledger?.cells.delete(row);
  return workbook;
}

async function job(): Promise<void> {
  await writeRun(await previewRun(await surveyWorkbook(options), {}, options), options);
}

/** The last round trips only keep what was read and chosen: a run without that memory is a whole one. */
const MEMORY_TRIPS = 3;
/** The second trip asks about merged cells too: where Excel cannot tell those, it is asked again without. */
const ASKED_AGAIN = 1;

test("the job survives a fault at each of its round trips with the workbook untouched", async () => {
  const rehearsal = createNodeHost(await smallSample());
  await job();
  const trips = rehearsal.traffic.log.map(({ actions }) => actions);
  expect(trips.length).toBeGreaterThan(5);

  let struck = 0;
  for (const [index, actions] of trips.entries()) {
    for (const afterActions of new Set([0, 1, Math.floor(actions / 2), actions - 1, actions])) {
      const host = createNodeHost(await smallSample());
      const before = dump(host);
      host.faults.fail({ roundTrip: index + 1, afterActions, code: "GeneralException" });
      if (index < trips.length - MEMORY_TRIPS && index !== ASKED_AGAIN) {
        await expect(job()).rejects.toBeInstanceOf(AttainError);
        expect(dump(host)).toEqual(before);
      } else {
        await job();
        expect(host.workbook.sheets.map(({ name }) => name)).toContain("绩效考核");
      }
      struck += 1;
    }
  }
  expect(struck).toBeGreaterThanOrEqual(trips.length * 3);
});

test("after a fault the same job simply works", async () => {
  const host = createNodeHost(await smallSample());
  host.faults.fail({ roundTrip: 7, code: "GeneralException" });
  await expect(job()).rejects.toBeInstanceOf(AttainError);
  await job();
  expect(host.workbook.sheets.map(({ name }) => name)).toContain("绩效考核");
});
