/**
 * What people really do to a workbook before they send it back. Each is taken as it was meant, or named with its sheet,
 * its cell and what to do.
 */
import { strToU8, unzipSync, zipSync } from "fflate";
import { syntheticLedger } from "../../bench/syntheticLedger";
import type { Host } from "../../src/host/host";
import { emptySheet } from "../../src/host/book/emptyWorkbook";
import type { HostWorkbook } from "../../src/host/book/workbook";
import { prepareCollection, type CollectionView, type IncomingFile } from "../../src/jobs/sharing/collect";
import { incomingFiles } from "../../src/jobs/sharing/share";
import type { FaultCode } from "../../src/sharing/incoming/faults";
import { savedAs } from "../support/libreoffice";
import { describeWith } from "../support/tools";
import { fillIn, insertRow, sheetOf, type as typeInto } from "./fillIn";
import { REPLY_CELL } from "./planted";
import { finishedMaster, sendOut, type Distributed } from "./support";

const lang = "en-US";
const GOOD = { Cover: { [REPLY_CELL]: "With proposals" }, "My targets": { D9: 5000 } };

let host: Host;
let sent: Distributed;
let own: Uint8Array;
let other: Uint8Array;
beforeAll(async () => {
  host = await finishedMaster(syntheticLedger(3), lang);
  sent = await sendOut(host, lang);
  own = await fillIn(sent.made[0]?.bytes ?? new Uint8Array(), GOOD);
  other = await fillIn(sent.made[1]?.bytes ?? new Uint8Array(), { "My targets": { D9: 7777 } });
});

const incoming = (name: string, bytes: Uint8Array): IncomingFile => ({
  name,
  modified: "2026-03-01T08:00:00.000Z",
  bytes: () => Promise.resolve(bytes),
});

async function read(...files: readonly IncomingFile[]): Promise<CollectionView> {
  host.connect();
  return (await prepareCollection(files, sent.files, {}, { lang })).view;
}

const proposals = (view: CollectionView): unknown[] => view.changes.map(({ after }) => after);
const faults = (view: CollectionView): [FaultCode, string][] =>
  view.files.flatMap((file) => file.faults.map(({ code, where }): [FaultCode, string] => [code, where]));

const edited = (change: (book: HostWorkbook) => void): Promise<Uint8Array> => fillIn(own, {}, change);

/** Parts of the file as text, changed one by one. */
function withParts(bytes: Uint8Array, change: Readonly<Record<string, (xml: string) => string>>): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [part, edit] of Object.entries(change))
    parts[part] = strToU8(edit(parts[part] ? new TextDecoder().decode(parts[part]) : ""));
  return zipSync(parts);
}

/** A sheet copied inside the workbook, as “Move or copy” does, with these cells typed over on the copy. */
function copied(book: HostWorkbook, tab: string, typed: Readonly<Record<string, number>>): void {
  const copy = emptySheet(`${tab} (2)`);
  for (const [row, line] of sheetOf(book, tab).cells)
    copy.cells.set(row, new Map([...line].map(([column, { value }]) => [column, { value, style: 0 }])));
  book.sheets.push(copy);
  for (const [cell, value] of Object.entries(typed)) typeInto(copy, cell, value);
}

describe("what is taken as it was meant", () => {
  test.each<[string, string | number, number]>([
    ["a number as text", "5000", 5000],
    ["full-width digits", "５０００", 5000],
    ["thousands separators and the unit", "5,000 元", 5000],
    ["full-width separators", "￥５，０００．５", 5000.5],
    ["blanks around and between", "  5 000 ", 5000],
  ])("%s: %j", async (_, typed, value) => {
    const bytes = await fillIn(own, { "My targets": { D9: typed } });
    const view = await read(incoming("a.xlsx", bytes));
    expect(faults(view)).toEqual([]);
    expect(proposals(view)).toEqual([value]);
  });

  test.each(["with proposals", " With proposals. ", "Ｗｉｔｈ ｐｒｏｐｏｓａｌｓ", "With proposals！"])(
    "the reply %j",
    async (reply) => {
      const view = await read(incoming("a.xlsx", await fillIn(own, { Cover: { [REPLY_CELL]: reply } })));
      expect(faults(view)).toEqual([]);
    },
  );

  test("rows sorted: each proposal goes with its month", async () => {
    const bytes = await edited((book) => {
      const sheet = sheetOf(book, "My targets");
      const [march, may] = [sheet.cells.get(8), sheet.cells.get(10)];
      if (!march || !may) throw new Error("No such rows");
      sheet.cells.set(8, may).set(10, march);
      for (const row of [8, 10]) for (const column of may.keys()) sheet.changed.cells.add(`${row},${column}`);
    });
    const straight = await read(incoming("a.xlsx", own));
    const view = await read(incoming("a.xlsx", bytes));
    expect(view.changes).toEqual(straight.changes);
    expect(faults(view)).toContainEqual(["moved", "My targets"]);
  });

  test("a row inserted at the very top", async () => {
    const view = await read(
      incoming("a.xlsx", await edited((book) => insertRow(sheetOf(book, "My targets"), 0))),
    );
    expect(proposals(view)).toEqual([5000]);
    expect(faults(view)).toEqual([["moved", "My targets"]]);
  });

  test("a filter left on, rows and columns hidden, the window of another sheet open", () => {
    const hide = (xml: string): string =>
      xml.replaceAll(/<row /g, '<row hidden="1" ').replaceAll(/<col /g, '<col hidden="1" ');
    const parts = Object.keys(unzipSync(own)).filter((part) => /worksheets\/sheet\d+\.xml$/.test(part));
    const bytes = withParts(own, Object.fromEntries(parts.map((part) => [part, hide])));
    return read(incoming("a.xlsx", bytes)).then((view) => {
      expect(faults(view)).toEqual([]);
      expect(proposals(view)).toEqual([5000]);
    });
  });

  test("the workbook's structure locked with a password", async () => {
    const bytes = withParts(own, {
      "xl/workbook.xml": (xml) =>
        xml.replace(/<sheets>/, '<workbookProtection workbookPassword="CC1A" lockStructure="1"/><sheets>'),
    });
    const view = await read(incoming("a.xlsx", bytes));
    expect(faults(view)).toEqual([]);
    expect(proposals(view)).toEqual([5000]);
  });

  test("saved twice by a mail program as “x (1).xlsx”: counted once", async () => {
    const view = await read(incoming("x.xlsx", own), incoming("x (1).xlsx", own));
    expect(view.files.map(({ status }) => status).sort()).toEqual(["duplicate", "taken"]);
    expect(proposals(view)).toEqual([5000]);
  });

  test("packed, folders inside, an archive inside the archive", async () => {
    const inner = zipSync({ "West/b.xlsx": other });
    const outer = zipSync({ "East/a.xlsx": own, "__MACOSX/East/._a.xlsx": own, "more.zip": inner });
    const files = await incomingFiles([incoming("all.zip", outer)]);
    expect(files.map(({ name }) => name)).toEqual(["a.xlsx", "b.xlsx"]);
    expect(proposals(await read(...files))).toEqual([5000, 7777]);
  });
});

describe("what is named", () => {
  test("a copied sheet with other figures than the original, cell by cell", async () => {
    const view = await read(
      incoming("a.xlsx", await edited((book) => copied(book, "My targets", { D9: 1, D10: 2 }))),
    );
    expect(proposals(view)).toEqual([5000]);
    expect(view.files[0]?.faults).toMatchObject([
      {
        code: "copy-differs",
        severity: "held",
        where: "My targets (2)!D9",
        what: "“My targets (2)” is a copy of “My targets” with other entries (D9, D10); “My targets” counts, the copy is not taken.",
      },
    ]);
  });

  test("a copy that says the same, or nothing, is only an added sheet", async () => {
    const view = await read(incoming("a.xlsx", await edited((book) => copied(book, "My targets", {}))));
    expect(faults(view)).toEqual([["sheet-added", "My targets (2)"]]);
  });

  test("only the copy filled in: nothing is taken, and not as if nothing had been filled in", async () => {
    const empty = sent.made[0]?.bytes ?? new Uint8Array();
    const bytes = await fillIn(empty, {}, (book) => copied(book, "My targets", { D9: 5000 }));
    const view = await read(incoming("a.xlsx", bytes));
    expect(view.files).toMatchObject([{ status: "held", faults: [{ code: "copy-differs" }] }]);
  });

  test("two people's answers put together by hand in one file", async () => {
    const theirs: HostWorkbook[] = [];
    await fillIn(other, {}, (book) => theirs.push(book));
    const bytes = await edited((book) => {
      for (const tab of ["Cover", "My targets"]) {
        const [from] = theirs;
        if (!from) throw new Error("Nothing to put in");
        copied(book, tab, {});
        const copy = sheetOf(book, `${tab} (2)`);
        for (const [row, line] of sheetOf(from, tab).cells)
          for (const [column, { value }] of line) copy.cells.get(row)?.set(column, { value, style: 0 });
      }
    });
    const view = await read(incoming("a.xlsx", bytes));
    const [mine, theirName] = sent.made.map(({ recipient }) => recipient);
    expect(proposals(view)).toEqual([5000]);
    const named = view.files[0]?.faults.find(({ code }) => code === "other-answer");
    expect(named).toMatchObject({
      severity: "held",
      where: expect.stringMatching(/^Cover \(2\)!A\d+$/) as string,
    });
    expect(named?.what).toContain(theirName);
    expect(named?.what).toContain(mine);
    expect(faults(view)).toContainEqual(["copy-differs", "My targets (2)!D9"]);
  });

  test("a note on a cell instead of an entry", async () => {
    const relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">';
    const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
    const sheet = Object.keys(unzipSync(own)).find((part) => /worksheets\/sheet1\.xml$/.test(part)) ?? "";
    const rels = sheet.replace("worksheets/", "worksheets/_rels/") + ".rels";
    const bytes = withParts(own, {
      [rels]: (xml) =>
        (xml === "" ? `${relations}</Relationships>` : xml).replace(
          "</Relationships>",
          `<Relationship Id="rIdNote" Type="${type}" Target="../comments9.xml"/></Relationships>`,
        ),
      "xl/comments9.xml": () =>
        '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>A</author></authors><commentList><comment ref="B24" authorId="0"><text><r><t>too </t></r><r><t>high</t></r></text></comment></commentList></comments>',
    });
    const view = await read(incoming("a.xlsx", bytes));
    expect(view.files[0]?.faults).toMatchObject([
      {
        code: "comment-added",
        where: "Cover!B24",
        what: "Somebody put a note on this cell, “too high”; it is not read.",
      },
    ]);
    expect(proposals(view)).toEqual([5000]);
  });

  test.each<[string, string, string]>([
    ["about", "about 5000", "My targets!D9"],
    ["a decimal comma", "5000,5", "My targets!D9"],
    ["ten thousands", "1.2万", "My targets!D9"],
    ["nothing, said in a word", "无", "My targets!D9"],
  ])("a number nobody can be sure of: %s", async (_, typed, where) => {
    const view = await read(incoming("a.xlsx", await fillIn(own, { "My targets": { D9: typed } })));
    expect(faults(view)).toEqual([["not-a-number", where]]);
    expect(view.changes).toEqual([]);
  });

  test("a reply that is none of the choices says which there are, and is not also called missing", async () => {
    const view = await read(incoming("a.xlsx", await fillIn(own, { Cover: { [REPLY_CELL]: "maybe" } })));
    expect(view.files[0]?.faults).toMatchObject([
      {
        code: "not-a-choice",
        where: `Cover!${REPLY_CELL}`,
        remedy: "Ask for one of these: Agreed / With proposals.",
      },
    ]);
  });

  test.each<[string, FaultCode, Uint8Array]>([
    ["RAR", "archive", strToU8("Rar!\u001a\u0007 …", true)],
    ["7z", "archive", Uint8Array.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c])],
    ["an archive of something else", "archive", zipSync({ "a.txt": strToU8("a") })],
    ["a photo of the printed page", "not-xlsx", Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ["a binary workbook", "not-xlsx", zipSync({ "xl/workbook.bin": strToU8("…") })],
    ["a shortcut to a file on somebody's disk", "not-xlsx", Uint8Array.from([0x4c, 0, 0, 0, 1, 0x14, 2, 0])],
  ])("%s is refused as %s", async (_, code, bytes) => {
    const view = await read(incoming("a.xlsx", bytes));
    expect(view.files).toMatchObject([{ status: "refused", faults: [{ code }] }]);
    expect(view.files[0]?.faults[0]?.what).not.toMatch(/[{}]|undefined/);
  });
});

describeWith("libreoffice", "opened and saved by LibreOffice", () => {
  test("taken as it is, with no fault made up", async () => {
    const view = await read(incoming("a.xlsx", await savedAs(own, "xlsx")));
    expect(faults(view)).toEqual([]);
    expect(proposals(view)).toEqual([5000]);
  });

  test.each<["xls" | "ods" | "csv" | "pdf", FaultCode]>([
    ["xls", "old-format"],
    ["ods", "not-xlsx"],
    ["csv", "not-xlsx"],
    ["pdf", "not-xlsx"],
  ])("saved as .%s and renamed .xlsx is refused as %s", async (format, code) => {
    const view = await read(incoming("a.xlsx", await savedAs(own, format)));
    expect(faults(view)).toEqual([[code, ""]]);
  });
});
