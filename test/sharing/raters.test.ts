/** Ratings sent out to those who give them, and brought back into the evaluation. */
import { unzipSync } from "fflate";
import { textsOf } from "../../src/host/workbookFiles";
import { openXlsx } from "../../src/host/file/open";
import type { Host } from "../../src/host/host";
import { prepareCollection, writeCollection, type IncomingFile } from "../../src/jobs/sharing/collect";
import { createNodeHost } from "../../src/host/node";
import type { MadeFile } from "../../src/jobs/sharing/distribute";
import { oneMonth } from "../support/evaluations";
import { writtenBook, type WrittenBook } from "../support/evaluationBook";
import { recalculate } from "../support/libreoffice";
import { validate } from "../support/ooxml";
import { describeWith } from "../support/tools";
import { fillIn, sheetOf } from "./fillIn";
import { circle } from "./ratingCase";
import { sendOut, valueAt, type Distributed } from "./support";

const options = { lang: "en-US" } as const;
const TAB = "My ratings";

interface Sent {
  readonly book: WrittenBook;
  readonly host: Host;
  readonly sent: Distributed;
}

async function sentTo(request: Parameters<typeof writtenBook>[0]): Promise<Sent> {
  const book = await writtenBook(request);
  const { host } = book;
  return { book, host, sent: await sendOut(host, "en-US", { by: "rater", pattern: "{name}" }) };
}

function made({ sent }: Sent, rater: string): MadeFile {
  const file = sent.made.find(({ recipient }) => recipient === rater);
  if (!file)
    throw new Error(`${rater} has no workbook among ${sent.made.map(({ recipient }) => recipient).join()}`);
  return file;
}

const returned = (name: string, bytes: Uint8Array, modified = "2026-04-02T08:00:00.000Z"): IncomingFile => ({
  name,
  modified,
  bytes: () => Promise.resolve(bytes),
});

/** What a rater's page shows: rows of words and points. */
async function rows(bytes: Uint8Array): Promise<unknown[][]> {
  const sheet = sheetOf(await openXlsx(bytes, "rater.xlsx"), TAB);
  return [...sheet.cells].flatMap(([row, cells]) =>
    row < 5 || cells.get(1)?.value == null ? [] : [[...cells.values()].map(({ value }) => value)],
  );
}

describe("one workbook a rater", () => {
  let one: Sent;
  beforeAll(async () => {
    one = await sentTo(oneMonth());
  });

  test("everybody who rates has one, with exactly those they rate and what is in already", async () => {
    expect(one.sent.made.map(({ recipient, people }) => [recipient, people])).toEqual(
      [
        ["Mia", 2],
        ["Zoe", 2],
        ["Ann", 1],
        ["Max", 3],
        ["Cyd", 1],
        ["Dee", 1],
        ["Bob", 1],
        ["Eve", 1],
      ].sort(([a], [b]) => order.indexOf(String(a)) - order.indexOf(String(b))),
    );
    expect((await rows(made(one, "Mia").bytes)).slice(0, 2)).toEqual([
      ["East", "Ann", "Direct", 90],
      ["East", "Bob", "Direct", 70],
    ]);
  });

  test("the cover says how many, by when it is told, and nothing of weights or other raters", async () => {
    const texts = [...textsOf(made(one, "Mia").bytes)].join("\n");
    expect(texts).toContain("Mia: ratings for March 2026");
    for (const other of ["Zoe", "Max", "Upper", "Cyd", "70%"])
      expect([other, texts.includes(other)]).toEqual([other, false]);
  });

  test("what comes back goes into the master's ratings and the score follows", async () => {
    const { host, book } = one;
    const before = valueAt(host, "Scorecard", totalCell(book, 1));
    const bytes = await fillIn(made(one, "Mia").bytes, { [TAB]: { D7: 100 } });
    host.connect();
    const prepared = await prepareCollection(
      [returned("Mia's answer.xlsx", bytes)],
      one.sent.files,
      {},
      options,
    );
    expect(prepared.view.changes).toMatchObject([
      { recipient: "Mia", person: "Bob", what: "Bob Attitude", tab: "Ratings", before: 70, after: 100 },
    ]);
    expect(prepared.view.missing.map(({ name }) => name)).not.toContain("Mia");
    expect(prepared.view.missing).toHaveLength(7);
    expect(prepared.view.notes).toEqual([
      { about: "Superiors", what: "A missing rater's weight is carried by those who have answered." },
    ]);
    expect(await writeCollection(prepared, options)).toBe(true);
    host.calculate();
    const after = valueAt(host, "Scorecard", totalCell(book, 1));
    // Attitude weighs 30 of 100; nobody but Mia rates Bob.
    expect(Number(after) - Number(before)).toBeCloseTo(0.3 * 30, 6);
  });

  test("a rating taken back leaves its cell as it was sent", async () => {
    const { host } = one;
    const bytes = await fillIn(made(one, "Max").bytes, { [TAB]: { D7: 60 } });
    host.connect();
    const first = await prepareCollection([returned("Max.xlsx", bytes)], one.sent.files, {}, options);
    expect(first.view.files).toMatchObject([{ status: "taken", faults: [{ code: "incomplete" }] }]);
    await writeCollection(first, options);
    const back = await fillIn(made(one, "Max").bytes, { [TAB]: { D8: 88 } });
    const second = await prepareCollection(
      [returned("Max again.xlsx", back, "2026-04-03T08:00:00.000Z")],
      one.sent.files,
      {},
      options,
    );
    expect(second.view.conflicts).toEqual([]);
    expect(second.view.changes).toMatchObject([
      { person: "Dee", before: 60, after: null },
      { person: "Eve", before: null, after: 88 },
    ]);
  });

  test("points outside the scale and words for points are held back by cell, the rest is taken", async () => {
    const bytes = await fillIn(made(one, "Zoe").bytes, { [TAB]: { D6: 101, D7: "good" } });
    one.host.connect();
    const { view } = await prepareCollection([returned("Zoe.xlsx", bytes)], one.sent.files, {}, options);
    expect(view.files[0]?.faults).toMatchObject([
      { code: "out-of-range", where: `${TAB}!D6` },
      { code: "not-a-number", where: `${TAB}!D7` },
    ]);
    expect(view.changes).toEqual([]);
  });

  test("what the office has typed since is a conflict and stays", async () => {
    const { host, sent } = one;
    const cell = sent.prepared.master.ratings?.duties.find(
      ({ rater, about }) => rater === "Zoe" && about === "Ann",
    );
    const [at] = cell?.cells.values() ?? [];
    await host.run(async (context) => {
      context.workbook.worksheets.getItem(at?.tab ?? "").getRange(at?.cell ?? "").values = [[50]];
      await context.sync();
    });
    const bytes = await fillIn(made(one, "Zoe").bytes, { [TAB]: { D6: 95 } });
    const { view } = await prepareCollection([returned("Zoe.xlsx", bytes)], sent.files, {}, options);
    expect(view.conflicts).toMatchObject([
      { kind: "changed-since", sent: 80, before: 50, after: 95, kept: "master" },
    ]);
  });
});

const order = ["Mia", "Zoe", "Ann", "Bob", "Max", "Cyd", "Dee", "Eve"];

function totalCell(book: WrittenBook, person: number): string {
  const sheet = book.spec.sheets.find(({ id }) => id === "scorecard");
  const [block] = sheet?.blocks ?? [];
  const header = block?.cells.find((row) => row.includes("Total")) ?? [];
  return `${String.fromCharCode(65 + header.indexOf("Total"))}${6 + person}`;
}

describe.each(["en-US", "zh-CN"] as const)("an anonymous 360 in %s", (lang) => {
  const PEOPLE = 20;
  let all: Sent;
  beforeAll(async () => {
    all = await sentTo(circle(PEOPLE, lang));
  });

  test("nothing in any part of a file says who else rates", () => {
    const duties = all.sent.prepared.master.ratings?.duties ?? [];
    const names = new Set(duties.flatMap(({ rater, about, unit }) => [rater, about, unit]));
    expect(all.sent.made).toHaveLength(PEOPLE + 2);
    for (const { recipient, bytes } of all.sent.made) {
      const own = duties.filter(({ rater }) => rater === recipient);
      const mine = new Set([recipient, ...own.flatMap(({ about, unit }) => [about, unit])]);
      const raw = Object.entries(unzipSync(bytes))
        .map(([part, content]) => part + new TextDecoder().decode(content))
        .join("\n");
      const texts = [...textsOf(bytes)].join("\n");
      for (const name of names)
        if (!mine.has(name))
          expect([recipient, name, raw.includes(name) || texts.includes(name)]).toEqual([
            recipient,
            name,
            false,
          ]);
    }
  });

  test("a group below its smallest size stays hidden until enough have answered", async () => {
    const { host, book, sent } = all;
    const person = sent.prepared.master.people[5]?.name ?? "";
    const peers = (sent.prepared.master.ratings?.duties ?? []).filter(
      ({ about, group }) => about === person && group === (lang === "zh-CN" ? "同级" : "Colleagues"),
    );
    expect(peers).toHaveLength(4);
    const tab = lang === "zh-CN" ? "评分" : TAB;
    const answer = async (rater: string): Promise<IncomingFile> => {
      const bytes = made(all, rater).bytes;
      const sheet = sheetOf(await openXlsx(bytes, "x.xlsx"), tab);
      const [row] = [...sheet.cells].find(([r, cells]) => r > 4 && cells.get(1)?.value === person) ?? [0];
      const filled = await fillIn(bytes, {
        [tab]: { [`D${row + 1}`]: 80, [`E${row + 1}`]: 70, [`F${row + 1}`]: 60 },
      });
      return returned(`${rater}.xlsx`, filled);
    };
    const mean = (): unknown => {
      host.calculate();
      const sheet = book.spec.sheets.find(({ id }) => id === "raters");
      const raters = host.workbook.sheets.find(({ name }) => name === sheet?.name);
      const header = raters?.cells.get(4);
      const column =
        [...(header ?? [])].find(
          ([, { value }]) => value === (lang === "zh-CN" ? "同级" : "Colleagues"),
        )?.[0] ?? -1;
      const row = [...(raters?.cells ?? [])].find(
        ([r, cells]) => r > 4 && cells.get(0)?.value === person,
      )?.[1];
      return row?.get(column)?.value;
    };
    for (const [i, { rater }] of peers.slice(0, 3).entries()) {
      host.connect();
      const prepared = await prepareCollection([await answer(rater)], sent.files, {}, { lang });
      expect(prepared.view.files).toMatchObject([{ status: "taken" }]);
      await writeCollection(prepared, { lang });
      expect([i, mean()]).toEqual([i, i < 2 ? "" : 80]);
    }
  });

  test("files are valid", async () => {
    expect(await validate(all.sent.made[0]?.bytes ?? new Uint8Array())).toEqual([]);
    expect(await validate(all.sent.made.at(-1)?.bytes ?? new Uint8Array())).toEqual([]);
  });
});

describeWith("libreoffice", "another program", () => {
  test("counts what is rated as the file does", async () => {
    const one = await sentTo(oneMonth());
    const bytes = made(one, "Mia").bytes;
    createNodeHost();
    const values = await recalculate(bytes);
    expect([...(values.get("Cover")?.values() ?? [])]).toContain("2 of 2");
  });
});
