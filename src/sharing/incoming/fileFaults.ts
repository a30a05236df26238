import type { Phrase } from "../../words";
import type { Fault } from "./faults";

/** Compound File Binary: what old .xls files and encrypted workbooks are inside. */
const CFB = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = latin("PK");

/** What can be told from a file's bytes before it is opened; undefined when they look like a workbook. */
export function fileFault(bytes: Uint8Array, file: string): Fault | undefined {
  const notXlsx = (detail: string | Phrase): Fault => ({ code: "not-xlsx", file, params: { detail } });
  if (bytes.length === 0) return { code: "file-empty", file, params: {} };
  if (startsWith(bytes, CFB)) {
    const told = STREAMS.find(([stream]) => contains(bytes, utf16(stream)))?.[1] ?? { code: "old-format" };
    return { file, params: {}, ...told };
  }
  if (MAIL.test(String.fromCharCode(...bytes.subarray(0, 4096)))) return { code: "mail", file, params: {} };
  if (PACKED.some((sign) => startsWith(bytes, sign))) return { code: "archive", file, params: {} };
  if (!startsWith(bytes, ZIP)) return notXlsx(kindOf(bytes));
  // Names of parts stand in an archive as they are, whatever else of it is packed or cut off.
  const inside = INSIDE.find(([part]) => contains(bytes, latin(part)));
  if (inside) return notXlsx(inside[1]);
  return contains(bytes, latin("xl/")) ? undefined : { code: "archive", file, params: {} };
}

/** Opening it failed although its bytes began as a workbook's do: cut off, or with a part that makes no sense. */
export function openFault(file: string): Fault {
  return { code: "broken", file, params: { detail: NOT_WHOLE } };
}

/** What else is such a container, by the name of a stream in its directory. Without one of them it is an old workbook. */
const STREAMS: readonly (readonly [stream: string, told: Pick<Fault, "code"> & Partial<Fault>])[] = [
  ["EncryptedPackage", { code: "encrypted" }],
  ["__properties_version1.0", { code: "mail" }],
  ["WordDocument", { code: "not-xlsx", params: { detail: "Word" } }],
  ["PowerPoint Document", { code: "not-xlsx", params: { detail: "PowerPoint" } }],
];

/** Header lines that a saved mail begins with. */
const MAIL =
  /^(?:(?:Received|Return-Path|Delivered-To|Message-ID|From|To|Date|Subject|MIME-Version|X-[\w-]+):[^\n]*\r?\n(?:[ \t][^\n]*\n)*){2}/i;

const NOT_WHOLE: Phrase = {
  "zh-CN": "没有传完整，或内容读不出来",
  "en-US": "it is not whole, or its contents make no sense",
};
const TEXT: Phrase = { "zh-CN": "文本", "en-US": "text" };
const PICTURE: Phrase = { "zh-CN": "图片", "en-US": "a picture" };
const UNKNOWN: Phrase = { "zh-CN": "别的文件", "en-US": "some other file" };

/** Archives of other kinds than .zip: RAR, 7z, gzip. */
const PACKED: readonly (readonly number[])[] = [latin("Rar!"), [0x37, 0x7a, 0xbc, 0xaf], [0x1f, 0x8b]];

/** What else is a .zip inside, by a part's name. */
const INSIDE: readonly (readonly [part: string, kind: string | Phrase])[] = [
  ["xl/workbook.bin", ".xlsb"],
  ["word/document.xml", "Word"],
  ["ppt/presentation.xml", "PowerPoint"],
  [
    "application/vnd.oasis.opendocument",
    { "zh-CN": "OpenDocument 表格 .ods", "en-US": "OpenDocument, .ods" },
  ],
];

const KINDS: readonly (readonly [start: string, kind: string | Phrase])[] = [
  ["%PDF", "PDF"],
  ["{\\rtf", "RTF"],
  ["<!DOCTYPE", "HTML"],
  ["<html", "HTML"],
  ["<?xml", "XML"],
  ["\u0089PNG", PICTURE],
  ["\u00ff\u00d8\u00ff", PICTURE],
  ["GIF8", PICTURE],
];

function kindOf(bytes: Uint8Array): string | Phrase {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  const known = KINDS.find(([sign]) => start.toLowerCase().startsWith(sign.toLowerCase()))?.[1];
  return known ?? (bytes.subarray(0, 512).includes(0) ? UNKNOWN : TEXT);
}

function latin(text: string): number[] {
  return [...text].map((char) => char.charCodeAt(0));
}

function utf16(text: string): number[] {
  return [...text].flatMap((char) => [char.charCodeAt(0), 0]);
}

const startsWith = (bytes: Uint8Array, sign: readonly number[]): boolean =>
  sign.every((byte, i) => bytes[i] === byte);

function contains(bytes: Uint8Array, wanted: readonly number[]): boolean {
  for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1))
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  return false;
}
