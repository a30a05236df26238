/** One step back after sending out and after merging, and a workbook sent once more to one person. */
import { syntheticLedger } from "../../bench/syntheticLedger";
import type { Host } from "../../src/host/host";
import { textsOf } from "../../src/host/workbookFiles";
import { prepareCollection, writeCollection, type IncomingFile } from "../../src/jobs/sharing/collect";
import type { MadeFile } from "../../src/jobs/sharing/distribute";
import { showReturns } from "../../src/jobs/sharing/lists";
import { leadersFor, readSharing } from "../../src/jobs/sharing/share";
import { stepOf, takeBackSharing, type SharingStep } from "../../src/jobs/sharing/takeBack";
import { STATE_KEY } from "../../src/excel/state/state";
import { dump } from "../excel/book";
import { writtenBook } from "../support/evaluationBook";
import { oneMonth } from "../support/evaluations";
import { fillIn } from "./fillIn";
import { REPLY_CELL } from "./planted";
import { finishedMaster, sendOut, valueAt, type Distributed } from "./support";

const EN = { lang: "en-US" } as const;

async function answer({ bytes, file }: MadeFile, value: number): Promise<IncomingFile> {
  const filled = await fillIn(bytes, {
    Cover: { [REPLY_CELL]: "With proposals" },
    "My targets": { D7: value },
  });
  return { name: file, modified: "2027-01-05T00:00:00.000Z", bytes: () => Promise.resolve(filled) };
}

/** Everything in the workbook, apart from which step could be taken back next: there is but one. */
function standing(host: Host): unknown {
  return JSON.parse(JSON.stringify(dump(host)), (_key, value: unknown) =>
    Array.isArray(value) && value[0] === STATE_KEY
      ? { ...(JSON.parse(String(value[1])) as object), previous: undefined }
      : value,
  );
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("Nothing there");
  return value;
}

async function merge(sent: Distributed, incoming: readonly IncomingFile[]): Promise<SharingStep> {
  const prepared = await prepareCollection(incoming, sent.files, {}, EN);
  expect(await writeCollection(prepared, EN)).toBe(true);
  return present(await stepOf(prepared));
}

/** Which cell of the targets the first answer goes into. */
async function answered(): Promise<{ host: Host; sent: Distributed; step: SharingStep; before: unknown }> {
  const host = await finishedMaster(syntheticLedger(4), "en-US");
  const sent = await sendOut(host, "en-US");
  const before = standing(host);
  const step = await merge(sent, [await answer(present(sent.made[0]), 4321)]);
  expect(step.changes).toHaveLength(1);
  return { host, sent, step, before };
}

test("sending out is taken back: the workbook knows of nothing sent", async () => {
  const host = await finishedMaster(syntheticLedger(4), "en-US");
  const before = standing(host);
  const { prepared } = await sendOut(host, "en-US");
  expect((await readSharing({})).sent?.list).toHaveLength(4);
  await takeBackSharing(present(await stepOf(prepared)));
  expect(standing(host)).toEqual(before);
  expect((await readSharing({})).sent).toBeUndefined();
});

test("a merge is taken back to the last cell; merging the same again does the same again", async () => {
  const { host, sent, step, before } = await answered();
  const merged = standing(host);
  await takeBackSharing(step);
  expect(standing(host)).toEqual(before);
  expect(standing(host)).not.toEqual(merged);
  expect((await readSharing({})).sent?.answered).toBe(0);
  const again = await merge(sent, [await answer(present(sent.made[0]), 4321)]);
  expect(again.changes).toEqual(step.changes);
});

test("a merged cell typed over since then is not put back under somebody's hands", async () => {
  const { host, step } = await answered();
  const [change] = step.changes;
  await host.run(async ({ workbook, sync }) => {
    workbook.worksheets.getItem(present(change).tab).getRange(present(change).cell).values = [[9]];
    await sync();
  });
  const before = standing(host);
  await expect(takeBackSharing(step)).rejects.toMatchObject({ code: "changed-since-step" });
  expect(standing(host)).toEqual(before);
});

test("after a second merge the first can no longer be taken back", async () => {
  const { sent, step } = await answered();
  await merge(sent, [await answer(present(sent.made[1]), 1234)]);
  await expect(takeBackSharing(step)).rejects.toMatchObject({ code: "changed-since-step" });
});

test("one of two people of the same name is sent it again, with a reason, and the list says so", async () => {
  const { host, sent } = await answered();
  const before = present((await readSharing({})).sent).list;
  const [first] = before;
  expect(first).toMatchObject({ status: "answered", answeredAt: expect.any(String) });
  const { made } = await sendOut(host, "en-US", {
    ids: [present(first).id],
    reason: "The March figures are missing",
    message: "Call me if anything is unclear",
  });
  expect(made.map(({ id }) => id)).toEqual([present(first).id]);
  const texts = textsOf(present(made[0]).bytes);
  expect(texts).toContain("The March figures are missing");
  expect(texts).toContain("Call me if anything is unclear");
  const after = present((await readSharing({})).sent).list;
  expect(after.find(({ id }) => id === present(first).id)).toMatchObject({
    status: "sent-back",
    reason: "The March figures are missing",
  });
  expect(after.filter(({ id }) => id !== present(first).id)).toEqual(before.slice(1));
  expect(valueAt(host, "Returns", "A5")).toBe("▲ sent back: The March figures are missing");

  // What was sent before is not taken any more; the answer in the new one is.
  const old = await prepareCollection([await answer(present(sent.made[0]), 4321)], sent.files, {}, EN);
  expect(old.view.files).toMatchObject([{ status: "refused", id: present(first).id }]);
  await merge(sent, [await answer(present(made[0]), 4400)]);
  expect(present((await readSharing({})).sent).list.find(({ id }) => id === present(first).id)?.status).toBe(
    "answered",
  );
});

test("somebody who is not there any more cannot be sent it again", async () => {
  const { host } = await answered();
  await expect(sendOut(host, "en-US", { ids: ["r000000000"] })).rejects.toMatchObject({
    code: "unknown-name",
  });
});

test("the list of who has answered can be had before anything has come back", async () => {
  const host = await finishedMaster(syntheticLedger(4), "en-US");
  await expect(showReturns(EN)).rejects.toMatchObject({ code: "not-distributed" });
  await sendOut(host, "en-US");
  await showReturns(EN);
  expect(host.workbook.sheets.map(({ name }) => name)).toContain("Returns");
  expect(valueAt(host, "Returns", "A5")).toBe("▼ missing");
  await showReturns(EN);
  expect(host.workbook.sheets.filter(({ name }) => name.startsWith("Returns"))).toHaveLength(1);
});

test("division leaders and their units are remembered by what they were sent", async () => {
  const { host } = await writtenBook(oneMonth());
  const { units } = await readSharing({});
  expect(units.map(({ name }) => name)).toEqual(["East", "West"]);
  const divisions = { Liz: ["East", "West"], Tom: ["West"] };
  const { made } = await sendOut(host, "en-US", { by: "division", divisions });
  expect(made.map(({ recipient, people }) => [recipient, people])).toEqual(
    leadersFor(divisions, units).map(({ name, people }) => [name, people]),
  );
  expect((await readSharing({})).divisions).toEqual(divisions);
});
