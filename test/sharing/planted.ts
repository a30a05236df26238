import { strToU8, unzipSync, zipSync } from "fflate";
import type { HostWorkbook } from "../../src/host/book/workbook";
import { openXlsx } from "../../src/host/file/open";
import type { FaultCode } from "../../src/sharing/incoming/faults";
import { idLine, identityXml, parseIdLine, type Identity } from "../../src/sharing/identity";
import { fillIn, insertRow, sheetOf, type as typeInto } from "./fillIn";

/** A returned workbook that something has gone wrong with. */
export interface Planted {
  readonly name: string;
  /** The fault that must name it. */
  readonly code: FaultCode;
  /** Whether the answer `GOOD` is merged all the same. */
  readonly merged: boolean;
  /** @param bytes the workbook as it was sent, with its good answer in it; @param other somebody else's */
  readonly spoil: (bytes: Uint8Array, other: Uint8Array) => Promise<Uint8Array> | Uint8Array;
}

const edited = (bytes: Uint8Array, change: (book: HostWorkbook) => void) => fillIn(bytes, {}, change);

function rezip(bytes: Uint8Array, change: (parts: Record<string, Uint8Array>) => void): Uint8Array {
  const parts = unzipSync(bytes);
  change(parts);
  return zipSync(parts);
}

/** Container of old binary files and of encrypted packages, with the names of its streams. */
function container(stream: string): Uint8Array {
  const name = [...stream].flatMap((char) => [char.charCodeAt(0), 0]);
  return Uint8Array.from([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...new Array<number>(504).fill(0),
    ...name,
  ]);
}

/** Twenty and more ways to come back broken. Addresses are those of a rep's workbook in English. */
export const PLANTED: readonly Planted[] = [
  { name: "empty file", code: "file-empty", merged: false, spoil: () => new Uint8Array() },
  {
    name: "a text file with the wrong ending",
    code: "not-xlsx",
    merged: false,
    spoil: () => strToU8("name,target\nA,1\n"),
  },
  { name: "a PDF", code: "not-xlsx", merged: false, spoil: () => strToU8("%PDF-1.7 …") },
  {
    name: "a Word document",
    code: "not-xlsx",
    merged: false,
    spoil: () =>
      zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "word/document.xml": strToU8("<w/>") }),
  },
  {
    name: "cut off half-way",
    code: "broken",
    merged: false,
    spoil: (bytes) => bytes.slice(0, bytes.length / 2),
  },
  {
    name: "a sheet's part garbled",
    code: "broken",
    merged: false,
    spoil: (bytes) =>
      rezip(bytes, (parts) => {
        parts["xl/workbook.xml"] = strToU8("<workbook><sheets>");
      }),
  },
  { name: "an .xls file", code: "old-format", merged: false, spoil: () => container("Workbook") },
  { name: "encrypted", code: "encrypted", merged: false, spoil: () => container("EncryptedPackage") },
  {
    name: "no id left",
    code: "no-id",
    merged: false,
    spoil: (bytes) =>
      edited(bytes, (book) => {
        book.customXml.length = 0;
        typeInto(sheetOf(book, "Cover"), ID_CELL, null);
      }),
  },
  {
    name: "the id line of somebody else",
    code: "id-conflict",
    merged: false,
    spoil: async (bytes, other) => {
      const line = await idLineOf(other);
      return edited(bytes, (book) => typeInto(sheetOf(book, "Cover"), ID_CELL, line));
    },
  },
  {
    name: "somebody else's name on the cover",
    code: "wrong-person",
    merged: false,
    spoil: async (bytes, other) => {
      const name = await nameOn(other);
      return edited(bytes, (book) => typeInto(sheetOf(book, "Cover"), "B5", name));
    },
  },
  {
    name: "sent out from another master",
    code: "other-master",
    merged: false,
    spoil: (bytes) => reissued(bytes, (id) => ({ ...id, master: "ffffffff" })),
  },
  {
    name: "an older issue",
    code: "old-issue",
    merged: false,
    spoil: (bytes) => reissued(bytes, (id) => ({ ...id, issue: 0 })),
  },
  {
    name: "not on the list",
    code: "unknown-recipient",
    merged: false,
    spoil: (bytes) => reissued(bytes, (id) => ({ ...id, recipient: "r000000000" })),
  },
  {
    name: "only the id line left, as after a program that drops custom XML",
    code: "protection-removed",
    merged: true,
    spoil: (bytes) =>
      edited(bytes, (book) => {
        book.customXml.length = 0;
        unprotect(book);
      }),
  },
  {
    name: "a formula typed over",
    code: "formula-changed",
    merged: true,
    spoil: (bytes) => fillIn(bytes, { "My targets": { E8: 1 } }),
  },
  {
    name: "a given target typed over",
    code: "fixed-changed",
    merged: true,
    spoil: (bytes) => fillIn(bytes, { "My targets": { C8: 1 } }),
  },
  {
    name: "a sheet deleted",
    code: "sheet-missing",
    merged: true,
    spoil: (bytes) =>
      edited(bytes, (book) => {
        const sheet = sheetOf(book, "My actuals");
        book.sheets.splice(book.sheets.indexOf(sheet), 1);
        book.deletedSources.add("My actuals");
      }),
  },
  {
    name: "a sheet renamed",
    code: "sheet-renamed",
    merged: true,
    spoil: (bytes) =>
      edited(bytes, (book) => {
        sheetOf(book, "My targets").name = "targets new";
      }),
  },
  {
    name: "a row inserted",
    code: "moved",
    merged: true,
    spoil: (bytes) => edited(bytes, (book) => insertRow(sheetOf(book, "My targets"), 6)),
  },
  {
    name: "a month's row emptied of its name",
    code: "cell-missing",
    merged: true,
    spoil: (bytes) => fillIn(bytes, { "My targets": { A10: "gone" } }),
  },
  {
    name: "a word for a number",
    code: "not-a-number",
    merged: true,
    spoil: (bytes) => fillIn(bytes, { "My targets": { D9: "about 5k" } }),
  },
  {
    name: "a negative target",
    code: "out-of-range",
    merged: true,
    spoil: (bytes) => fillIn(bytes, { "My targets": { D9: -5 } }),
  },
  {
    name: "more points than there are",
    code: "out-of-range",
    merged: true,
    spoil: (bytes) => fillIn(bytes, { "My scorecard": { E13: 99 } }),
  },
  {
    name: "a reply that is none of the choices",
    code: "not-a-choice",
    merged: true,
    spoil: (bytes) => fillIn(bytes, { Cover: { [REPLY_CELL]: "maybe" } }),
  },
  {
    name: "a formula for a proposal",
    code: "formula-typed",
    merged: true,
    spoil: (bytes) => fillIn(bytes, { "My targets": { D9: { formula: "=C9*2" } } }),
  },
];

/** Every rep's cover has the same facts, so the answer and the id stand in the same rows. */
export const REPLY_CELL = "B24";
const ID_CELL = "A27";

function unprotect(book: HostWorkbook): void {
  for (const sheet of book.sheets) {
    delete sheet.protection;
    sheet.changed.parts.add("protection");
  }
}

async function cover(bytes: Uint8Array): Promise<(row: number, column: number) => string> {
  const sheet = sheetOf(await openXlsx(bytes, "other.xlsx"), "Cover");
  return (row, column) => String(sheet.cells.get(row)?.get(column)?.value ?? "");
}

async function idLineOf(bytes: Uint8Array): Promise<string> {
  return (await cover(bytes))(Number(ID_CELL.slice(1)) - 1, 0);
}

async function nameOn(bytes: Uint8Array): Promise<string> {
  return (await cover(bytes))(4, 1);
}

async function reissued(bytes: Uint8Array, change: (id: Identity) => Identity): Promise<Uint8Array> {
  const id = parseIdLine(await idLineOf(bytes));
  if (!id) throw new Error("The workbook has no id");
  const line = idLine(change(id));
  return edited(bytes, (book) => {
    book.customXml.splice(0, 1, {
      id: book.customXml[0]?.id ?? "",
      xml: identityXml(change(id), "2026-01-01T00:00:00Z"),
    });
    typeInto(sheetOf(book, "Cover"), ID_CELL, line);
  });
}
