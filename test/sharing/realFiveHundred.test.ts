/**
 * Five hundred real files out and back, for people and for raters: one in twenty comes back broken, each in a way of
 * its own. Every part of every file is searched on its raw bytes.
 */
import { unzipSync } from "fflate";
import { syntheticLedger } from "../../bench/syntheticLedger";
import type { Host } from "../../src/host/host";
import {
  prepareCollection,
  writeCollection,
  type IncomingFile,
  type PreparedCollection,
} from "../../src/jobs/sharing/collect";
import { makeHandouts, type MadeFile } from "../../src/jobs/sharing/distribute";
import { writtenBook } from "../support/evaluationBook";
import { fillIn } from "./fillIn";
import { PLANTED, REPLY_CELL } from "./planted";
import { circle } from "./ratingCase";
import { finishedMaster, sendOut, valueAt, type Distributed } from "./support";

const PEOPLE = 500;
const options = { lang: "en-US" } as const;
jest.setTimeout(900_000);

const planted = (index: number) =>
  index % 20 === 7 ? PLANTED[Math.floor(index / 20) % PLANTED.length] : undefined;
const silent = (index: number): boolean => index % 50 === 3;

function returned(name: string, bytes: Uint8Array): IncomingFile {
  return { name, modified: "2026-03-01T08:00:00.000Z", bytes: () => Promise.resolve(bytes) };
}

/** Names in a file's raw parts, found by the shape all names of the case have. */
function namesIn({ bytes }: MadeFile, shape: RegExp): Set<string> {
  const decoder = new TextDecoder();
  const found = new Set<string>();
  for (const [part, content] of Object.entries(unzipSync(bytes)))
    for (const [name] of `${part}\n${decoder.decode(content)}`.matchAll(shape)) found.add(name);
  return found;
}

/** Every file holds names of its own and no others; the shape finds those, so it would find others. */
function expectNoLeak({ made, prepared }: Distributed, shape: RegExp): void {
  const outgoing = new Map(prepared.distribution.files.map((each) => [each.file, each.addressee]));
  for (const file of made) {
    const to = outgoing.get(file.file);
    const own = new Set(
      [
        to?.name,
        to?.unit,
        to?.manager,
        ...(to?.people ?? []).flatMap(({ unit, manager, name }) => [unit, manager, name]),
        ...(to?.items ?? []).flatMap(({ about, unit }) => [about, unit]),
      ].filter((name) => name !== undefined && name !== ""),
    );
    const found = namesIn(file, shape);
    expect([file.file, [...found].filter((name) => !own.has(name))]).toEqual([file.file, []]);
    expect([...found].some((name) => own.has(name))).toBe(true);
  }
}

/** The master's values, formulas and parts, to tell whether anything was written. */
function stateOf(host: Host): string {
  return JSON.stringify([
    host.workbook.sheets.map(({ name, cells }) => [
      name,
      [...cells].map(([row, line]) => [
        row,
        [...line].map(([column, cell]) => [column, cell.formula ?? cell.value]),
      ]),
    ]),
    host.workbook.customXml.map(({ xml }) => xml.length),
  ]);
}

describe("five hundred reps", () => {
  let host: Host;
  let sent: Distributed;
  let incoming: IncomingFile[];
  let prepared: PreparedCollection;

  beforeAll(async () => {
    host = await finishedMaster(syntheticLedger(PEOPLE), "en-US");
    sent = await sendOut(host, "en-US");
    incoming = [];
    for (const [i, { bytes }] of sent.made.entries()) {
      if (silent(i)) continue;
      const answer = await fillIn(bytes, {
        Cover: { [REPLY_CELL]: "With proposals" },
        "My targets": { D7: 70_000 + i },
      });
      const spoil = planted(i)?.spoil;
      incoming.push(
        returned(`${i}.xlsx`, spoil ? await spoil(answer, sent.made[i + 1]?.bytes ?? answer) : answer),
      );
    }
  });

  test("nobody else's name in any part of any of five hundred files", () => {
    expect(sent.made).toHaveLength(PEOPLE);
    expect(new Set(sent.made.map(({ file }) => file.toLowerCase())).size).toBe(PEOPLE);
    expectNoLeak(sent, /(?:Rep|Manager|Region) [A-Z]+\b/g);
  });

  test("a cancel half-way stops reading; nothing is written", async () => {
    host.connect();
    const before = stateOf(host);
    const controller = new AbortController();
    const seen: number[] = [];
    const collecting = prepareCollection(
      incoming,
      sent.files,
      {},
      {
        ...options,
        signal: controller.signal,
        onProgress: ({ done, total }) => {
          expect(total).toBe(incoming.length);
          seen.push(done);
          if (done === 40) controller.abort();
        },
      },
    );
    await expect(collecting).rejects.toMatchObject({ code: "cancelled" });
    expect(seen).toEqual(Array.from({ length: 41 }, (_, i) => i));
    expect(stateOf(host)).toBe(before);
  });

  test("every good answer is in, every fault named, nobody lost", async () => {
    host.connect();
    prepared = await prepareCollection(incoming, sent.files, {}, options);
    const { people } = sent.prepared.master;
    const byName = new Map(prepared.view.files.map((file) => [file.file, file]));
    for (let i = 0; i < PEOPLE; i++) {
      const fault = planted(i);
      const file = byName.get(`${i}.xlsx`);
      if (silent(i)) expect([i, file]).toEqual([i, undefined]);
      else if (fault) {
        expect([i, ...(file?.faults ?? []).map(({ code }) => code)]).toContain(fault.code);
        expect([i, file?.status]).toEqual([i, fault.merged ? "taken" : "refused"]);
      } else expect([i, file?.status, file?.faults]).toEqual([i, "taken", []]);
    }
    expect(await writeCollection(prepared, options)).toBe(true);
    people.forEach(({ targets }, i) => {
      const at = targets[2];
      const merged = !silent(i) && planted(i)?.merged !== false;
      expect([i, valueAt(host, at?.tab ?? "", at?.cell ?? "")]).toEqual([i, merged ? 70_000 + i : at?.value]);
    });
    const missing = people.filter((_, i) => silent(i) || planted(i)?.merged === false).length;
    expect(prepared.view.missing).toHaveLength(missing);
    expect(prepared.view.answered).toBe(PEOPLE - missing);
  });

  test("the same files again change nothing", async () => {
    const before = stateOf(host);
    const again = await prepareCollection(incoming, sent.files, {}, options);
    expect(again.view).toMatchObject({ nothingNew: true, changes: [], conflicts: [] });
    expect(await writeCollection(again, options)).toBe(false);
    expect(stateOf(host)).toBe(before);
  });

  test("units get theirs: nobody of another region in any part", async () => {
    expectNoLeak(await sendOut(host, "en-US", { by: "region" }), /(?:Rep|Manager|Region) [A-Z]+\b/g);
  });
});

describe("five hundred and fifty raters", () => {
  let host: Host;
  let sent: Distributed;

  beforeAll(async () => {
    ({ host } = await writtenBook(circle(PEOPLE, "en-US")));
    sent = await sendOut(host, "en-US", { by: "rater", pattern: "{name}" });
  });

  test("no part of any file says who else rates", () => {
    expect(sent.made).toHaveLength(PEOPLE + PEOPLE / 10);
    expectNoLeak(sent, /Person \d{3}x|Boss \d{2}q|Team \d{2}z/g);
  });

  test("making can be cancelled at any file", async () => {
    const controller = new AbortController();
    const made = makeHandouts(sent.prepared, sent.files, {
      ...options,
      signal: controller.signal,
      onProgress: ({ done }) => {
        if (done === 12) controller.abort();
      },
    });
    await expect(made).rejects.toMatchObject({ code: "cancelled" });
  });

  test("all their points are in, broken files are named and stop nothing, the same again is nothing", async () => {
    const files: IncomingFile[] = [];
    const asked = new Map<string, number>();
    for (const [i, { recipient, bytes }] of sent.made.entries()) {
      const duties = sent.prepared.master.ratings?.duties.filter(({ rater }) => rater === recipient) ?? [];
      asked.set(`${i}.xlsx`, duties.length * 3);
      const cells = Object.fromEntries(
        duties.flatMap((_, row) => ["D", "E", "F"].map((column) => [`${column}${6 + row}`, 60 + (i % 40)])),
      );
      const answer = await fillIn(bytes, { "My ratings": cells });
      const spoil = broken(i);
      files.push(returned(`${i}.xlsx`, spoil ? spoil(answer) : answer));
    }
    host.connect();
    const prepared = await prepareCollection(files, sent.files, {}, options);
    const refused = prepared.view.files.filter(({ status }) => status === "refused").map(({ file }) => file);
    expect(refused).toEqual(files.flatMap(({ name }, i) => (broken(i) ? [name] : [])));
    const good = files.filter((_, i) => !broken(i));
    expect(prepared.view.changes).toHaveLength(
      good.reduce((sum, { name }) => sum + (asked.get(name) ?? 0), 0),
    );
    expect(prepared.view.missing).toHaveLength(refused.length);
    expect(await writeCollection(prepared, options)).toBe(true);
    for (const { tab, cell, after } of prepared.view.changes.slice(0, 600))
      expect([cell, valueAt(host, tab, cell)]).toEqual([cell, after]);
    const again = await prepareCollection(files, sent.files, {}, options);
    expect(again.view.nothingNew).toBe(true);
  });
});

/** Files of raters that nobody can read: nothing, half of it, other bytes. */
function broken(index: number): ((bytes: Uint8Array) => Uint8Array) | undefined {
  if (index % 20 !== 7) return undefined;
  return [
    () => new Uint8Array(),
    (bytes: Uint8Array) => bytes.slice(0, bytes.length / 2),
    () => new TextEncoder().encode("<html>moved</html>"),
  ][Math.floor(index / 20) % 3];
}
