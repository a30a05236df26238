/** Sending out breaks off half-way: the master knows of nothing, and the same again sends everything. */
import { syntheticLedger } from "../../bench/syntheticLedger";
import { AttainError } from "../../src/errors";
import type { Host } from "../../src/host/host";
import { filesInNode } from "../../src/host/workbookFilesInNode";
import { prepareCollection, writeCollection } from "../../src/jobs/sharing/collect";
import { makeHandouts, prepareDistribution, recordDistribution } from "../../src/jobs/sharing/distribute";
import { stepOf, takeBackSharing } from "../../src/jobs/sharing/takeBack";
import { dump } from "../excel/book";
import { fillIn } from "./fillIn";
import { finishedMaster, sendOut } from "./support";

const options = { lang: "en-US" } as const;
const PEOPLE = 6;
/** More round trips than the workbook is looked at in before anything is written. */
const SEVERAL = 8;

let host: Host;
beforeEach(async () => {
  host = await finishedMaster(syntheticLedger(PEOPLE), "en-US");
});

/** Breaks the work off at each round trip in turn. @returns how often it failed before it succeeded */
async function brokenEverywhere(work: () => Promise<unknown>): Promise<number> {
  const before = dump(host);
  for (let trip = 1; trip < 80; trip++) {
    host.faults.fail({
      roundTrip: host.traffic.roundTrips + trip,
      afterActions: trip % 3,
      // After most other failures reading asks once more, and nothing has failed.
      code: "InvalidOperationInCellEditMode",
    });
    const error = await work().then(
      () => undefined,
      (reason: unknown) => reason,
    );
    host.faults.clear();
    if (error === undefined) return trip - 1;
    expect(error).toBeInstanceOf(AttainError);
    expect([trip, dump(host)]).toEqual([trip, before]);
  }
  throw new Error("It never succeeds");
}

test("a fault at any round trip of recording what was sent leaves the master as it was", async () => {
  const prepared = await prepareDistribution({}, options);
  expect(await brokenEverywhere(() => recordDistribution(prepared))).toBeGreaterThan(SEVERAL);
  expect((await prepareDistribution({}, options)).before?.recipients).toHaveLength(PEOPLE);
});

test("a fault at any round trip of a merge, and of taking it back, leaves the master as it was", async () => {
  const sent = await sendOut(host, "en-US");
  const [first] = sent.made;
  const bytes = await fillIn(first?.bytes ?? new Uint8Array(), { "My targets": { D7: 4321 } });
  host.connect();
  const back = [
    { name: "a.xlsx", modified: "2026-11-22T08:00:00.000Z", bytes: () => Promise.resolve(bytes) },
  ];
  const prepared = await prepareCollection(back, sent.files, {}, options);
  expect(await brokenEverywhere(() => writeCollection(prepared, options))).toBeGreaterThan(SEVERAL);
  const step = await stepOf(prepared);
  if (!step) throw new Error("There is no step back");
  expect(await brokenEverywhere(() => takeBackSharing(step))).toBeGreaterThan(SEVERAL);
  // Taken back, the same answer is new again.
  const again = await prepareCollection(back, sent.files, {}, options);
  expect(again.view.changes).toEqual(prepared.view.changes);
});

test("cancelled in the middle of making files nothing is recorded; going on makes them all", async () => {
  const before = dump(host);
  const controller = new AbortController();
  const prepared = await prepareDistribution({}, options);
  const cancelled = makeHandouts(prepared, filesInNode(), {
    ...options,
    signal: controller.signal,
    onProgress: ({ done }) => {
      if (done === 3) controller.abort();
    },
  });
  await expect(cancelled).rejects.toMatchObject({ code: "cancelled" });
  expect(dump(host)).toEqual(before);
  expect(await makeHandouts(prepared, filesInNode(), options)).toHaveLength(PEOPLE);
  await recordDistribution(prepared);
});
