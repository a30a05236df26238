/** Two people have the same master open: the second is told, and nothing of the first is lost. */
import { checkStillClaimed, RUNNING_KEY, whileClaimed } from "../../src/excel/swap/running";
import type { Host } from "../../src/host/host";
import { prepareCollection, writeCollection, type IncomingFile } from "../../src/jobs/sharing/collect";
import { prepareDistribution, recordDistribution } from "../../src/jobs/sharing/distribute";
import { oneMonth } from "../support/evaluations";
import { writtenBook } from "../support/evaluationBook";
import { fillIn } from "./fillIn";
import { sendOut, valueAt, type Distributed } from "./support";

const options = { lang: "en-US" } as const;
const theirs = (secondsAgo: number): string =>
  JSON.stringify({ by: "their pane", at: new Date(Date.now() - secondsAgo * 1000).toISOString() });

let host: Host;
let sent: Distributed;
let files: IncomingFile[];

beforeEach(async () => {
  host = (await writtenBook(oneMonth())).host;
  sent = await sendOut(host, "en-US", { by: "rater" });
  const mia = sent.made.find(({ recipient }) => recipient === "Mia")?.bytes ?? new Uint8Array();
  const bytes = await fillIn(mia, { "My ratings": { D6: 55 } });
  files = [{ name: "mia.xlsx", modified: "2026-04-02T00:00:00.000Z", bytes: () => Promise.resolve(bytes) }];
  host.connect();
});

const ratingCell = (): { tab: string; cell: string } => {
  const duty = sent.prepared.master.ratings?.duties.find(
    ({ rater, about }) => rater === "Mia" && about === "Ann",
  );
  const [at] = duty?.cells.values() ?? [];
  if (!at) throw new Error("Mia does not rate Ann");
  return at;
};

test("while somebody else writes, nothing is merged and nothing sent out", async () => {
  const prepared = await prepareCollection(files, sent.files, {}, options);
  const out = await prepareDistribution({ by: "rater" }, options);
  host.workbook.settings.set(RUNNING_KEY, theirs(20));
  await expect(writeCollection(prepared, options)).rejects.toMatchObject({ code: "running-elsewhere" });
  await expect(recordDistribution(out)).rejects.toMatchObject({ code: "running-elsewhere" });
  const { tab, cell } = ratingCell();
  expect(valueAt(host, tab, cell)).toBe(90);
  // Their claim is left as it is.
  expect(host.workbook.settings.get(RUNNING_KEY)).toContain("their pane");
});

test("a pane that crashed two minutes ago holds nobody up", async () => {
  const prepared = await prepareCollection(files, sent.files, {}, options);
  host.workbook.settings.set(RUNNING_KEY, theirs(121));
  expect(await writeCollection(prepared, options)).toBe(true);
  const { tab, cell } = ratingCell();
  expect(valueAt(host, tab, cell)).toBe(55);
  expect(host.workbook.settings.has(RUNNING_KEY)).toBe(false);
});

test("both have claimed it in the same moment: whose claim came last goes on, the other is told", async () => {
  let changed = false;
  const work = async (): Promise<void> => {
    // Theirs arrives only now, as shared workbooks have it.
    host.workbook.settings.set(RUNNING_KEY, theirs(1));
    await checkStillClaimed();
    changed = true;
  };
  await expect(whileClaimed(work)).rejects.toMatchObject({ code: "running-elsewhere" });
  expect(changed).toBe(false);
  expect(host.workbook.settings.get(RUNNING_KEY)).toContain("their pane");
  host.workbook.settings.delete(RUNNING_KEY);
  await whileClaimed(checkStillClaimed);
});

test("a claim of a machine whose clock is a day ahead holds nobody up for a day", async () => {
  const prepared = await prepareCollection(files, sent.files, {}, options);
  host.workbook.settings.set(RUNNING_KEY, theirs(-86_400));
  expect(await writeCollection(prepared, options)).toBe(true);
});

test("what the other has typed since the preview is not written over", async () => {
  const prepared = await prepareCollection(files, sent.files, {}, options);
  const { tab, cell } = ratingCell();
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(tab).getRange(cell).values = [[77]];
    await context.sync();
  });
  await expect(writeCollection(prepared, options)).rejects.toMatchObject({ code: "changed-meanwhile" });
  expect(valueAt(host, tab, cell)).toBe(77);
  expect(host.workbook.settings.has(RUNNING_KEY)).toBe(false);
  // Looked at again it is a conflict, and what was typed stays.
  const again = await prepareCollection(files, sent.files, {}, options);
  expect(again.view.conflicts).toMatchObject([{ before: 77, after: 55, kept: "master" }]);
});

test("of two who send out at once the second is told; the first one's record stands", async () => {
  const [first, second] = [
    await prepareDistribution({ by: "rep" }, options),
    await prepareDistribution({ by: "rep" }, options),
  ];
  await recordDistribution(first);
  await expect(recordDistribution(second)).rejects.toMatchObject({ code: "changed-meanwhile" });
  const now = await prepareDistribution({ by: "rep" }, options);
  expect(now.before).toEqual(first.distribution.record);
});
