import { AttainError } from "../../errors";
import { applyWorkbook } from "../../excel/apply";
import { readGrids } from "../../excel/read/read";
import { readState } from "../../excel/state/workbookState";
import { checkStillClaimed, whileClaimed } from "../../excel/swap/running";
import { writeAllOrNothing } from "../../excel/write/writeCells";
import { writeXmlPart } from "../../excel/state/xmlPart";
import { summariseChecks, withChanges, type CheckSummary } from "../../sharing/checks";
import { planCollection, type Collection, type Preference } from "../../sharing/incoming/collection";
import { tellFault, type FaultText } from "../../sharing/incoming/faults";
import { fileFault, openFault } from "../../sharing/incoming/fileFaults";
import { inspectReturned, type Inspection } from "../../sharing/incoming/inspect";
import { LOG_COLUMNS, LOG_HEADER_ROWS, logPage } from "../../sharing/pages/logPage";
import type { Master } from "../../sharing/master/master";
import { missingNotes, type MissingNote } from "../../sharing/pages/missingNotes";
import { faultsPage, returnsPage } from "../../sharing/pages/returnsPage";
import { RECORD_NAMESPACE, recordXml, type SharingRecord } from "../../sharing/record";
import { cellsWaiting } from "../../sharing/incoming/returnStatus";
import type { Waiting } from "../../sharing/review/waiting";
import type { SpecCell } from "../../sheets/spec";
import type { Lang } from "../../words";
import type { ReviewBook } from "../review/reviewBook";
import { reviewWrite } from "../review/reviewWrite";
import { decisionChanges, decisionView, type DecisionView } from "./decisionView";
import {
  openMaster,
  pause,
  timeIn,
  type OpenMaster,
  type SharingOptions,
  type WorkbookFiles,
} from "./sharing";

/** A returned file. */
export interface IncomingFile {
  readonly name: string;
  /** Read when its turn comes: five hundred files need not be in memory at once. */
  readonly bytes: () => Promise<Uint8Array>;
  /** When it was last changed, ISO; counts where the file itself does not say when it was saved. */
  readonly modified: string;
}

export interface CollectChoices {
  /** What counts where the master was changed since it was sent out. Default the master. */
  readonly prefer?: Preference;
  /** The same for single conflicts, by `conflictKey`. */
  readonly decisions?: ReadonlyMap<string, Preference>;
}

/** Answers read and held against the master, with nothing written. */
export interface PreparedCollection {
  readonly master: Master;
  readonly inspections: readonly Inspection[];
  readonly choices: { readonly prefer: Preference; readonly decisions: ReadonlyMap<string, Preference> };
  readonly collection: Collection;
  readonly before: SharingRecord;
  readonly at: string;
  /** What becomes of scores while answers are missing. */
  readonly notes: readonly MissingNote[];
  readonly view: CollectionView;
}

/** Somebody whose workbook is back with nothing in it that could be taken. */
export interface HeldView {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly file: string;
  /** How many cells wait. */
  readonly cells: number;
}

/** The same for whoever shows it: faults in the person's language. */
export interface CollectionView {
  readonly files: readonly {
    readonly file: string;
    readonly savedAt: string;
    readonly status: Collection["files"][number]["status"];
    readonly recipient?: string;
    /** The recipient's id in the record; of a file that cannot be read, of whoever was sent one of that name. */
    readonly id?: string;
    readonly faults: readonly FaultText[];
  }[];
  readonly changes: Collection["changes"];
  readonly conflicts: Collection["conflicts"];
  readonly missing: readonly {
    readonly id?: string;
    readonly name: string;
    readonly unit: string;
    readonly manager: string;
    readonly file: string;
    /** When it was sent, ISO. */
    readonly since: string;
  }[];
  /** Who has sent back nothing but answers that wait because something is wrong with them, and how many cells. */
  readonly held: readonly HeldView[];
  /** What becomes of scores while answers are missing, by rater plan. */
  readonly notes: readonly MissingNote[];
  /** What goes into the review's log: who decided what about whom, in whose workbook. */
  readonly decisions: readonly DecisionView[];
  /** Who has still to sign or review once this is merged; absent where nothing is under review. */
  readonly waiting?: readonly Waiting[];
  /** Where items stand in the three checks once this is merged; absent where nothing is checked. */
  readonly checks?: CheckSummary;
  readonly answered: number;
  readonly nothingNew: boolean;
}

/**
 * Reads returned workbooks and says what merging them into the open master would do. A file that cannot be read is a
 * fault with its name and never stops the others.
 *
 * @throws AttainError `no-master`, `not-distributed`, `master-changed`, `cancelled`
 */
export async function prepareCollection(
  incoming: readonly IncomingFile[],
  files: WorkbookFiles,
  choices: CollectChoices,
  options: SharingOptions,
): Promise<PreparedCollection> {
  const { lang, signal, onProgress } = options;
  const { master, record } = await openMaster(options);
  if (!record) throw new AttainError("not-distributed");
  const inspections: Inspection[] = [];
  for (const each of incoming) {
    await pause(signal);
    onProgress?.({ done: inspections.length, total: incoming.length, file: each.name });
    inspections.push(await inspect(each, files, record));
  }
  onProgress?.({ done: incoming.length, total: incoming.length, file: "" });
  return held(master, record, inspections, choices, lang);
}

/** The same files held against the master again, with other choices; nothing is read. */
export function decideCollection(
  { master, before, inspections }: PreparedCollection,
  choices: CollectChoices,
  lang: Lang,
): PreparedCollection {
  return held(master, before, inspections, choices, lang);
}

function held(
  master: Master,
  before: SharingRecord,
  inspections: readonly Inspection[],
  { prefer = "master", decisions = new Map() }: CollectChoices,
  lang: Lang,
): PreparedCollection {
  const at = new Date().toISOString();
  const collection = planCollection(master, before, inspections, { prefer, at, decisions });
  const notes = missingNotes(master);
  const checked = before.recipients.some(
    ({ level }) => level === "centre" || level === "region" || level === "rep",
  );
  const view: CollectionView = {
    ...viewOf(collection, master, lang),
    notes,
    ...(master.checks && checked
      ? { checks: summariseChecks(withChanges(master.checks, collection.changes)) }
      : {}),
  };
  return { master, inspections, choices: { prefer, decisions }, collection, before, at, notes, view };
}

async function inspect(
  incoming: IncomingFile,
  files: WorkbookFiles,
  record: SharingRecord,
): Promise<Inspection> {
  const { name: file, modified } = incoming;
  const refused = (fault: Inspection["faults"][number]): Inspection => ({
    file,
    savedAt: modified,
    answers: new Map(),
    faults: [fault],
  });
  try {
    const bytes = await incoming.bytes();
    const fault = fileFault(bytes, file);
    if (fault) return refused(fault);
    const book = await files.read(bytes, file);
    return inspectReturned(book, file, book.savedAt ?? modified, record);
  } catch {
    // Whatever it is that cannot be read, the other files are.
    return refused(openFault(file));
  }
}

/**
 * Merges what was prepared into the open master: changed cells, the log of them, who has answered, the record. All of
 * it or nothing; when there is nothing new, nothing is written at all.
 *
 * @throws AttainError `running-elsewhere` while somebody else writes, `changed-meanwhile` when what was previewed is no
 *   longer what would happen
 */
export async function writeCollection(
  prepared: PreparedCollection,
  options: SharingOptions,
): Promise<boolean> {
  if (prepared.collection.nothingNew) return false;
  return whileClaimed(async () => {
    const { book } = await checkUnchanged(prepared, options);
    await checkStillClaimed();
    return merge(prepared, book, options);
  });
}

/** Between preview and merge somebody else may have typed into a cell, merged another answer or sent out anew. */
async function checkUnchanged(
  { collection, inspections, before, choices, at }: PreparedCollection,
  options: SharingOptions,
): Promise<OpenMaster> {
  const opened = await openMaster(options);
  const { master, record } = opened;
  const same = JSON.stringify(record) === JSON.stringify(before);
  const now = record && same && planCollection(master, record, inspections, { ...choices, at });
  const told = ({ changes, conflicts, events }: Collection): string =>
    JSON.stringify([changes, conflicts, events]);
  if (!now || told(now) !== told(collection)) throw new AttainError("changed-meanwhile");
  return opened;
}

async function merge(
  { collection, before, at, notes }: PreparedCollection,
  book: ReviewBook | undefined,
  { lang, signal }: SharingOptions,
): Promise<boolean> {
  const { record, changes, files, events, waiting } = collection;
  const words = record.lang;
  const time = timeIn(words);
  const earlier = await readLog();
  const pages = [
    returnsPage(record, time(at), time, notes, waiting),
    faultsPage(
      files.flatMap(({ faults }) => faults),
      time(at),
      words,
    ),
    ...(changes.length + events.length + earlier.length > 0
      ? [logPage(earlier, [...changes, ...decisionChanges(collection, book)], time(at), words)]
      : []),
  ];
  const options = { lang, ...(signal ? { signal } : {}) };
  const logged = events.map(({ event }) => event);
  const review = book && logged.length > 0 ? await reviewWrite(book, logged, options) : undefined;
  await writeAllOrNothing(
    changes.map(({ tab, cell, after }) => ({ tab, cell, value: after })),
    changes.map(({ tab, cell, before: value }) => ({ tab, cell, value })),
    async () => {
      await writeXmlPart(RECORD_NAMESPACE, recordXml(record));
      try {
        await applyWorkbook(
          { sheets: [...pages, ...(review?.sheets ?? [])], names: [], activate: "returns" },
          {
            ...options,
            // What was typed into the review's pages has been read and is in what is written.
            ...(review && {
              typed: { replace: review.sheets.map(({ id }) => id) },
              formulas: review.formulas,
            }),
          },
        );
      } catch (error) {
        await writeXmlPart(RECORD_NAMESPACE, recordXml(before));
        throw error;
      }
    },
    options,
  );
  return true;
}

/** The log's entries so far. */
async function readLog(): Promise<SpecCell[][]> {
  const tab = (await readState())?.sheets.find(({ spec }) => spec === "mergeLog")?.tab;
  if (tab === undefined) return [];
  const [grid] = await readGrids({ sheets: [tab] });
  if (!grid) return [];
  return grid.values
    .slice(Math.max(0, LOG_HEADER_ROWS - grid.top))
    .filter((row) => row.some((cell) => cell !== null))
    .map((row) => Array.from({ length: LOG_COLUMNS }, (_, column) => row[column - grid.left] ?? null));
}

function viewOf(
  { files, changes, conflicts, missing, held, answered, nothingNew, record, events, waiting }: Collection,
  { review }: Master,
  lang: Lang,
): Omit<CollectionView, "notes"> {
  const sentAs = new Map(record.recipients.map(({ file, id }) => [file, id]));
  return {
    files: files.map(({ file, savedAt, status, recipient, faults }) => {
      const id = recipient?.id ?? sentAs.get(file);
      return {
        file,
        savedAt,
        status,
        ...(recipient ? { recipient: recipient.name } : {}),
        ...(id === undefined ? {} : { id }),
        faults: faults.map((fault) => tellFault(fault, lang)),
      };
    }),
    changes,
    conflicts,
    missing: missing.map(({ id, name, unit, manager, file, at }) => ({
      id,
      name,
      unit,
      manager,
      file,
      since: at,
    })),
    held: held.map((recipient) => ({
      id: recipient.id,
      name: recipient.name,
      unit: recipient.unit,
      file: recipient.held?.file ?? recipient.file,
      cells: cellsWaiting(recipient),
    })),
    decisions: review ? events.map((taken) => decisionView(taken, review, lang)) : [],
    ...(waiting ? { waiting } : {}),
    answered: answered.length,
    nothingNew,
  };
}
