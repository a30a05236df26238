import type { Phrase } from "../words";
import type { Fault } from "./faults";

/** Compound File Binary: what old .xls files and encrypted workbooks are inside. */
const CFB = [0xd0, 0xcf, 0x11, 0xe0];
/** Streams of an encrypted package, in the UTF-16 of the container's directory. */
const ENCRYPTED = utf16("EncryptedPackage");

/** What can be told from a file's bytes before it is opened; undefined when they look like a workbook. */
export function fileFault(bytes: Uint8Array, file: string): Fault | undefined {
  if (bytes.length === 0) return { code: "file-empty", file, params: {} };
  if (CFB.every((byte, i) => bytes[i] === byte)) {
    const encrypted = contains(bytes, ENCRYPTED);
    return { code: encrypted ? "encrypted" : "old-format", file, params: {} };
  }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b)
    return { code: "not-xlsx", file, params: { detail: kindOf(bytes) } };
  return undefined;
}

/** What opening it failed with: the reader's own words, or a phrase where it knew no more than that it is not whole. */
export function openFault(detail: string | Phrase, file: string): Fault {
  if (typeof detail === "object") return { code: "broken", file, params: { detail: NOT_WHOLE } };
  // A sound archive without a workbook is something else that was renamed: a document, a presentation.
  const other = /no workbook|office ?document|not a workbook/i.test(detail);
  return { code: other ? "not-xlsx" : "broken", file, params: { detail } };
}

const NOT_WHOLE: Phrase = { "zh-CN": "没有传完整", "en-US": "it is not whole" };
const TEXT: Phrase = { "zh-CN": "文本", "en-US": "text" };

const KINDS: readonly (readonly [start: string, kind: string])[] = [
  ["%PDF", "PDF"],
  ["{\\rtf", "RTF"],
  ["<!DOCTYPE", "HTML"],
  ["<html", "HTML"],
  ["\u0089PNG", "PNG"],
];

function kindOf(bytes: Uint8Array): string | Phrase {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  return KINDS.find(([sign]) => start.toLowerCase().startsWith(sign.toLowerCase()))?.[1] ?? TEXT;
}

function utf16(text: string): number[] {
  return [...text].flatMap((char) => [char.charCodeAt(0), 0]);
}

function contains(bytes: Uint8Array, wanted: readonly number[]): boolean {
  for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1))
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  return false;
}
