import type { Lang } from "../words";
import type { Answer } from "./fields";
import type { Level } from "./levels";
import type { AskedReview, RecordedDecision } from "./review/masterReview";
import type { Layout } from "./shape";

/** What the master remembers of a recipient: what was sent, what came back, what of it went in. */
export interface Recipient {
  readonly id: string;
  /** What kind of recipient; absent in records of earlier versions. */
  readonly level?: Level;
  /** As people call the recipient: a person's, a manager's or a region's name. */
  readonly name: string;
  readonly unit: string;
  readonly manager: string;
  /** Ids of the people on the handout, or of what is answered for there, in its order. */
  readonly people: readonly string[];
  /** How many people it is about, where that is not the number of ids. */
  readonly count?: number;
  readonly file: string;
  readonly issue: number;
  /** ISO time. */
  readonly at: string;
  /** Why it was sent back to them once more. */
  readonly notice?: string;
  readonly layout: number;
  /** Prints of the cells that are this handout's own, see `packShapes`. */
  readonly own: string;
  /** The master's value of each field when it was sent; null for what has none. */
  readonly issued: readonly (number | string | null)[];
  readonly returned?: Returned;
  /** What came back of which nothing could be taken; gone once there is an answer. */
  readonly held?: HeldReturn;
  /** Whose review it asks a decision on, and how that stood when it was sent. */
  readonly review?: readonly AskedReview[];
  /** What has gone into the review's log from this workbook, oldest first. */
  readonly recorded?: readonly RecordedDecision[];
}

/** The answer that counts. */
export interface Returned {
  readonly file: string;
  /** ISO times: when the file was saved, when it was merged. */
  readonly savedAt: string;
  readonly mergedAt: string;
  /** Tells one answer from another. */
  readonly digest: string;
  /** By field number; fields left alone are absent. */
  readonly answers: Readonly<Record<number, Answer>>;
  /** How many of its cells wait because something is wrong with them; absent when none does. */
  readonly held?: number;
}

/** A workbook that was sent back with every answer in it set aside. */
export interface HeldReturn {
  readonly file: string;
  /** ISO time. */
  readonly savedAt: string;
  /** How many cells wait. */
  readonly cells: number;
}

/** Everything the master knows about its handouts. Kept in the workbook as a custom XML part. */
export interface SharingRecord {
  readonly version: 1;
  readonly master: string;
  readonly issue: number;
  readonly lang: Lang;
  readonly layouts: readonly Layout[];
  readonly recipients: readonly Recipient[];
}

export const RECORD_NAMESPACE = "urn:attain:sharing";

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

export function recordXml(record: SharingRecord): string {
  const text = JSON.stringify(record).replace(/[&<>]/g, (char) => ESCAPES[char] ?? char);
  return `<sharing xmlns="${RECORD_NAMESPACE}">${text}</sharing>`;
}

/** @returns undefined when the part is not a record this version reads */
export function parseRecordXml(xml: string): SharingRecord | undefined {
  const text = /<sharing[^>]*>([\s\S]*)<\/sharing>/.exec(xml)?.[1];
  if (text === undefined) return undefined;
  const plain = text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => UNESCAPES[name] ?? "");
  try {
    const record = JSON.parse(plain) as SharingRecord;
    return record.version === 1 && Array.isArray(record.recipients) ? record : undefined;
  } catch {
    return undefined;
  }
}

const UNESCAPES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
