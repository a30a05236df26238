import { syntheticLedger } from "../../bench/syntheticLedger";
import { AttainError } from "../../src/errors";
import type { Host } from "../../src/host/host";
import {
  prepareCollection,
  writeCollection,
  type IncomingFile,
  type PreparedCollection,
} from "../../src/jobs/sharing/collect";
import { fillIn } from "./fillIn";
import { PLANTED, REPLY_CELL } from "./planted";
import { finishedMaster, sendOut, valueAt, type Distributed } from "./support";

/** Enough for every planted fault, for plain answers and for some who do not answer. */
const PEOPLE = 60;
const MONTH = "D7";
const options = { lang: "en-US" } as const;

let host: Host;
let sent: Distributed;
let incoming: IncomingFile[];
let prepared: PreparedCollection;

const good = (index: number) => 70_000 + index;
const returned = (name: string, bytes: Uint8Array, modified = "2026-03-01T08:00:00.000Z"): IncomingFile => ({
  name,
  modified,
  bytes: () => Promise.resolve(bytes),
});

function bytesOf(index: number): Uint8Array {
  return sent.made[index]?.bytes ?? new Uint8Array();
}

/** One proposal for March, a reply, a word. */
function answered(index: number, proposal = good(index)): Promise<Uint8Array> {
  return fillIn(bytesOf(index), {
    Cover: { [REPLY_CELL]: "With proposals", B25: `comment ${index}` },
    "My targets": { [MONTH]: proposal },
    "My actuals": { C6: index === CORRECTED ? 4321 : null },
  });
}

function marchOf(index: number): { tab: string; cell: string } {
  const at = sent.prepared.master.people[index]?.targets[2];
  if (!at) throw new Error(`Nobody has the number ${index}`);
  return at;
}

const FIRST_PLAIN = PLANTED.length;
/** Corrects an actual too. */
const CORRECTED = FIRST_PLAIN + 1;
const TWICE = PEOPLE - 6;
const COPIED = PEOPLE - 5;
const EMPTY = PEOPLE - 4;
const SILENT = PEOPLE - 3;

beforeAll(async () => {
  host = await finishedMaster(syntheticLedger(PEOPLE), "en-US");
  sent = await sendOut(host, "en-US");
  incoming = [];
  for (const [i, { name, spoil }] of PLANTED.entries())
    incoming.push(returned(`${name}.xlsx`, await spoil(await answered(i), bytesOf(i + 1))));
  for (let i = FIRST_PLAIN; i <= COPIED; i++) incoming.push(returned(`answer ${i}.xlsx`, await answered(i)));
  incoming.push(
    returned("second thoughts.xlsx", await answered(TWICE, 12_345), "2026-03-02T08:00:00.000Z"),
    returned("answer again (1).xlsx", await answered(COPIED), "2026-02-28T08:00:00.000Z"),
    returned("untouched.xlsx", bytesOf(EMPTY)),
  );
  host.connect();
  prepared = await prepareCollection(incoming, sent.files, {}, options);
});

const outcome = (file: string) => prepared.view.files.find((each) => each.file === file);

test.each(PLANTED.map(({ name, code, merged }) => [name, code, merged] as const))(
  "%s is named as %s",
  (name, code, merged) => {
    const found = outcome(`${name}.xlsx`);
    const fault = found?.faults.find((each) => each.code === code);
    expect(found?.faults.map((each) => each.code)).toContain(code);
    expect(fault?.what).not.toMatch(/[{}]|undefined/);
    expect(fault?.remedy).not.toBe("");
    expect(found?.status).toBe(merged ? "taken" : "refused");
  },
);

test("faults name file, sheet and cell", () => {
  const [fault] = outcome("a word for a number.xlsx")?.faults ?? [];
  expect(fault).toMatchObject({
    file: "a word for a number.xlsx",
    where: "My targets!D9",
    what: "“My proposal May” should be a number, not “about 5k”.",
    remedy: "Ask for a number, or type it into the master yourself.",
  });
});

test("a plain answer has no fault at all", () => {
  for (let i = FIRST_PLAIN; i < TWICE; i++)
    expect(outcome(`answer ${i}.xlsx`)).toMatchObject({ status: "taken", faults: [] });
});

test("of two answers of one person the later counts and both are named; a copy counts once", () => {
  expect(outcome("second thoughts.xlsx")?.status).toBe("taken");
  const first = outcome(`answer ${TWICE}.xlsx`);
  expect(first?.status).toBe("superseded");
  expect(first?.faults[0]?.what).toMatch(/“second thoughts\.xlsx” \(2026-03-0\d \d{2}:00\)/);
  expect(outcome("answer again (1).xlsx")?.status).toBe("duplicate");
});

test("who has not answered is a list", () => {
  const names = new Set(prepared.view.missing.map(({ name }) => name));
  const name = (index: number) => sent.prepared.master.people[index]?.name ?? "";
  for (const index of [EMPTY, SILENT, SILENT + 1, PEOPLE - 1]) expect(names).toContain(name(index));
  PLANTED.forEach(({ merged }, i) => expect([i, names.has(name(i))]).toEqual([i, !merged]));
  expect(prepared.view.answered + prepared.view.missing.length).toBe(PEOPLE);
});

test("nothing is written before it is asked for", () => {
  const at = marchOf(FIRST_PLAIN);
  expect(valueAt(host, at.tab, at.cell)).not.toBe(good(FIRST_PLAIN));
});

test("cancelling stops between two files", async () => {
  const controller = new AbortController();
  const seen: string[] = [];
  const collecting = prepareCollection(
    incoming,
    sent.files,
    {},
    {
      ...options,
      signal: controller.signal,
      onProgress: ({ file, done }) => {
        seen.push(file);
        if (done === 3) controller.abort();
      },
    },
  );
  await expect(collecting).rejects.toMatchObject({ code: "cancelled" });
  expect(seen).toHaveLength(4);
});

describe("all or nothing", () => {
  /** Round trips in which the workbook is claimed and looked at once more before anything is written. */
  const READING = 12;
  const snapshot = () =>
    JSON.stringify([
      host.workbook.sheets.map(({ name, visibility, cells }) => [
        name,
        visibility,
        [...cells].map(([row, line]) => [
          row,
          [...line].map(([column, { value, formula }]) => [column, formula ?? value]),
        ]),
      ]),
      host.workbook.customXml.map(({ xml }) => xml),
    ]);

  test("a failure at any round trip leaves the master as it was", async () => {
    const before = snapshot();
    let failures = 0;
    for (let trip = 1; trip < 60; trip++) {
      host.faults.fail({
        roundTrip: host.traffic.roundTrips + trip,
        afterActions: trip % 3,
        // Reading asks once more after most failures; while a cell is edited it does not.
        code: trip <= READING ? "InvalidOperationInCellEditMode" : "GeneralException",
      });
      const error = await writeCollection(prepared, options).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      host.faults.clear();
      if (error === undefined) break;
      failures++;
      expect(error).toBeInstanceOf(AttainError);
      expect([trip, snapshot() === before]).toEqual([trip, true]);
    }
    expect(failures).toBeGreaterThan(READING + 5);
  });
});

/** The entries of the master's log. */
function logged(): unknown[][] {
  const log = host.workbook.sheets.find(({ name }) => name === "Merge log");
  return [...(log?.cells ?? [])].flatMap(([row, cells]) =>
    row < 4 ? [] : [[...cells.values()].map(({ value }) => value)],
  );
}

describe("after merging", () => {
  test("every good answer is in the master, and nothing else has changed", () => {
    sent.prepared.master.people.forEach((person, index) => {
      const planted = PLANTED[index];
      const expected =
        index === TWICE
          ? 12_345
          : index > COPIED || planted?.merged === false
            ? person.targets[2]?.value
            : good(index);
      const at = marchOf(index);
      expect([planted?.name ?? index, valueAt(host, at.tab, at.cell)]).toEqual([
        planted?.name ?? index,
        expected,
      ]);
      const april = person.targets[3];
      expect(valueAt(host, april?.tab ?? "", april?.cell ?? "")).toBe(april?.value);
    });
  });

  test("a corrected actual is corrected in the master", () => {
    const february = sent.prepared.master.people[CORRECTED]?.actuals[1];
    expect(valueAt(host, february?.tab ?? "", february?.cell ?? "")).toBe(4321);
  });

  test("the log names who, where, before, after and the file", () => {
    const rows = logged();
    expect(rows).toHaveLength(prepared.collection.changes.length);
    const at = marchOf(FIRST_PLAIN);
    const person = sent.prepared.master.people[FIRST_PLAIN];
    const row = rows.find((each) => each[4] === at.cell && each[3] === at.tab);
    expect(row?.slice(0, 8)).toEqual([
      person?.name,
      person?.name,
      "My proposal Mar",
      "Targets",
      at.cell,
      person?.targets[2]?.value,
      good(FIRST_PLAIN),
      `answer ${FIRST_PLAIN}.xlsx`,
    ]);
  });

  test("the same files again change nothing", async () => {
    host.connect();
    const again = await prepareCollection(incoming, sent.files, {}, options);
    expect(again.view).toMatchObject({ nothingNew: true, changes: [], conflicts: [] });
    const trips = host.traffic.roundTrips;
    expect(await writeCollection(again, options)).toBe(false);
    expect(host.traffic.roundTrips).toBe(trips);
  });

  test("a still later answer is held against the last one, and taking a proposal back restores what was sent", async () => {
    const back = await fillIn(bytesOf(TWICE), { Cover: { [REPLY_CELL]: "Agreed" } });
    const later = [returned("agreed after all.xlsx", back, "2026-03-05T08:00:00.000Z")];
    const next = await prepareCollection(later, sent.files, {}, options);
    expect(next.view.conflicts).toEqual([]);
    expect(next.view.changes).toMatchObject([
      { before: 12_345, after: sent.prepared.master.people[TWICE]?.targets[2]?.value },
    ]);
    const earlier = logged();
    expect(await writeCollection(next, options)).toBe(true);
    expect(logged().slice(0, -1)).toEqual(earlier);
    expect(logged().at(-1)).toContain("agreed after all.xlsx");
  });

  test("what was typed into the master since is a conflict, and stays unless answers are preferred", async () => {
    const at = marchOf(SILENT);
    await host.run(async (context) => {
      context.workbook.worksheets.getItem(at.tab).getRange(at.cell).values = [[55_555]];
      await context.sync();
    });
    const late = [returned("late.xlsx", await answered(SILENT), "2026-03-09T08:00:00.000Z")];
    const careful = await prepareCollection(late, sent.files, {}, options);
    expect(careful.view.changes).toEqual([]);
    expect(careful.view.conflicts).toMatchObject([
      { kind: "changed-since", kept: "master", before: 55_555, after: good(SILENT) },
    ]);
    const eager = await prepareCollection(late, sent.files, { prefer: "answers" }, options);
    expect(eager.view.changes).toMatchObject([{ before: 55_555, after: good(SILENT) }]);
    expect(eager.view.conflicts).toMatchObject([{ kept: "answer" }]);
  });
});
