import { AttainError } from "../../errors";
import { readGrids } from "../../excel/read/read";
import { readState } from "../../excel/state/workbookState";
import { readXmlPart } from "../../excel/state/xmlPart";
import type { Master } from "../../sharing/master/master";
import { readMaster } from "../../sharing/master/readMaster";
import { openReview, type ReviewBook } from "../review/reviewBook";
import { reviewOfMaster } from "./reviewOfMaster";
import { parseRecordXml, RECORD_NAMESPACE, type SharingRecord } from "../../sharing/record";
import type { WorkbookSpec } from "../../sheets/spec";
import type { ReturnedBook } from "../../sharing/incoming/returned";
import type { Lang } from "../../words";

export interface SharingOptions {
  readonly lang: Lang;
  /** Called for every file. */
  readonly onProgress?: (progress: FileProgress) => void;
  /** Cancelling leaves the master as it was and rejects with AttainError("cancelled"). */
  readonly signal?: AbortSignal;
}

export interface FileProgress {
  readonly done: number;
  readonly total: number;
  readonly file: string;
}

/** What makes and reads .xlsx files beside the open workbook; the jobs do not know how. */
export interface WorkbookFiles {
  /** A new file of `spec`, calculated, with one custom XML part; `remember` lets it know its own pages again. */
  make(
    spec: WorkbookSpec,
    parts: { readonly title: string; readonly customXml: string; readonly remember?: boolean },
    lang: Lang,
  ): Promise<Uint8Array>;
  /** Every text of every part of a file. */
  texts(bytes: Uint8Array): Set<string>;
  /** @throws AttainError `file-unreadable` */
  read(bytes: Uint8Array, name: string): Promise<ReturnedBook>;
}

/** Sheets a master is read from, by the ids of their specs; an evaluation of several schemes numbers its own. */
const PAGES = /^(actuals|targets|ratings|checks|work\w+|(scorecard|scheme|data|raters)(-\d+)?)$/;

export interface OpenMaster {
  readonly master: Master;
  readonly record: SharingRecord | undefined;
  /** The review that is under way, for writing what comes back into it. */
  readonly book?: ReviewBook;
}

/**
 * The open workbook as a master: its people as its own sheets show them now, and what was sent out from it.
 *
 * @throws AttainError `no-master`, `master-changed`, `scheme-invalid`, of an evaluation under review `review-log`
 */
export async function openMaster({ signal }: Pick<SharingOptions, "signal"> = {}): Promise<OpenMaster> {
  const state = await readState();
  const ours = (state?.sheets ?? []).filter(({ spec }) => PAGES.test(spec));
  if (ours.length === 0) throw new AttainError("no-master");
  const grids = await readGrids({ sheets: ours.map(({ tab }) => tab), ...(signal ? { signal } : {}) });
  const sheets = new Map(
    ours.flatMap(({ spec, tab }) => {
      const grid = grids.find(({ sheet }) => sheet === tab);
      return grid ? [[spec, grid] as const] : [];
    }),
  );
  const xml = await readXmlPart(RECORD_NAMESPACE);
  const master = readMaster(sheets);
  const record = xml === undefined ? undefined : parseRecordXml(xml);
  if (state?.sheets.every(({ spec }) => spec !== "review") ?? true) return { master, record };
  const book = await openReview(signal ? { signal } : {});
  return { master: { ...master, review: reviewOfMaster(book, master.people) }, record, book };
}

/** An ISO time as a day in the person's own calendar. */
export function dayIn(lang: Lang): (iso: string) => string {
  return (iso) => new Date(iso).toLocaleDateString(lang);
}

/** An ISO time as people of that language read it, with the hour. */
export function timeIn(lang: Lang): (iso: string) => string {
  return (iso) => new Date(iso).toLocaleString(lang, { dateStyle: "short", timeStyle: "short" });
}

/** Lets a page draw and hear a cancel between files. */
export async function pause(signal: AbortSignal | undefined): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  if (signal?.aborted) throw new AttainError("cancelled");
}
