/** A workbook that is back with nothing in it that could be taken: neither answered nor missing. */
import { syntheticLedger } from "../../bench/syntheticLedger";
import type { Host } from "../../src/host/host";
import {
  prepareCollection,
  writeCollection,
  type CollectionView,
  type IncomingFile,
} from "../../src/jobs/sharing/collect";
import { readSharing, type Sent } from "../../src/jobs/sharing/share";
import { cellsHeld } from "../../src/sharing/incoming/heldStates";
import { tellStatus } from "../../src/sharing/incoming/returnStatus";
import { fillIn } from "./fillIn";
import { REPLY_CELL } from "./planted";
import { finishedMaster, sendOut, valueAt, type Distributed } from "./support";

const options = { lang: "en-US" } as const;
let clock = 0;
const returned = (name: string, bytes: Uint8Array): IncomingFile => ({
  name,
  modified: new Date(Date.UTC(2026, 2, 1) + ++clock * 60_000).toISOString(),
  bytes: () => Promise.resolve(bytes),
});

let host: Host;
let sent: Distributed;
beforeAll(async () => {
  host = await finishedMaster(syntheticLedger(4), "en-US");
  sent = await sendOut(host, "en-US");
});

/** The first rep's workbook with this typed on the page of targets. */
async function typed(cells: Record<string, string | number>, reply?: string): Promise<Uint8Array> {
  const bytes = sent.made[0]?.bytes ?? new Uint8Array();
  return fillIn(bytes, {
    "My targets": cells,
    ...(reply === undefined ? {} : { Cover: { [REPLY_CELL]: reply } }),
  });
}

async function merged(
  ...files: readonly IncomingFile[]
): Promise<{ view: CollectionView; written: boolean }> {
  host.connect();
  const prepared = await prepareCollection(files, sent.files, {}, options);
  return { view: prepared.view, written: await writeCollection(prepared, options) };
}

async function stateOfFirst(): Promise<Pick<Sent, "status" | "waits"> | undefined> {
  host.connect();
  const first = (await readSharing({})).sent?.list[0];
  return first && { status: first.status, ...(first.waits === undefined ? {} : { waits: first.waits }) };
}

const statusOnReturns = (): unknown => valueAt(host, "Returns", "A5");

test("one held answer: returned, waits on one cell – in the preview, the list, the pane; twice is nothing new", async () => {
  const file = returned("a.xlsx", await typed({ D9: "about 5k" }));
  const { view, written } = await merged(file);
  expect(view.files).toMatchObject([
    { status: "held", faults: [{ code: "not-a-number", where: "My targets!D9" }] },
  ]);
  expect(view.held).toMatchObject([{ name: sent.made[0]?.recipient, cells: 1, file: "a.xlsx" }]);
  expect(view.missing).toHaveLength(3);
  expect(view.answered).toBe(0);
  expect(written).toBe(true);
  expect(statusOnReturns()).toBe("▲ returned, waits on 1 cell");
  expect(valueAt(host, "Returns", "A2")).toMatch(/0 answered, 1 returned .* 3 still missing$/);
  expect(await stateOfFirst()).toEqual({ status: "held", waits: 1 });
  expect(await merged(file)).toMatchObject({ view: { nothingNew: true }, written: false });
});

test("an older file of the same kind changes nothing, a later one with two such cells counts", async () => {
  const older = {
    ...returned("older.xlsx", await typed({ D9: "?", D10: "?", D11: "?" })),
    modified: "2026-01-01T00:00:00Z",
  };
  expect(await merged(older)).toMatchObject({
    written: false,
    view: { held: [{ cells: 1, file: "a.xlsx" }] },
  });
  await merged(returned("b.xlsx", await typed({ D9: "5k", D10: -5 })));
  expect(statusOnReturns()).toBe("▲ returned, waits on 2 cells");
});

test("an answer with one cell that waits is answered, and says so until it is put right", async () => {
  const { view } = await merged(returned("c.xlsx", await typed({ D9: "5k", D10: 7000 }, "With proposals")));
  expect(view).toMatchObject({ held: [], answered: 1 });
  expect(view.missing).toHaveLength(3);
  expect(statusOnReturns()).toBe("▲ answered, waits on 1 cell");
  expect(await stateOfFirst()).toEqual({ status: "answered", waits: 1 });
  await merged(returned("d.xlsx", await typed({ D9: 5000, D10: 7000 }, "With proposals")));
  expect(statusOnReturns()).toBe("● answered");
  expect(await stateOfFirst()).toEqual({ status: "answered" });
});

test("two faults of one cell are one cell that waits; what is only noted waits for nothing", () => {
  const at = { file: "a.xlsx", params: {} };
  expect(
    cellsHeld([
      { ...at, code: "not-a-number", sheet: "T", cell: "D9" },
      { ...at, code: "out-of-range", sheet: "T", cell: "D9" },
      { ...at, code: "sheet-missing", sheet: "U" },
      { ...at, code: "moved", sheet: "T" },
    ]),
  ).toBe(2);
});

test.each([
  [{ held: { file: "a", savedAt: "", cells: 3 } }, "zh-CN", "▲ 已交回，3 格待处理"],
  [{ held: { file: "a", savedAt: "", cells: 1 }, notice: "again" }, "en-US", "▲ returned, waits on 1 cell"],
  [{ notice: "again" }, "en-US", "▲ sent back: again"],
  [{}, "zh-CN", "▼ 未答复"],
] as const)("%j in %s: %s", (recipient, lang, told) => {
  expect(tellStatus(recipient, lang)).toBe(told);
});
