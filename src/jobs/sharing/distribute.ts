import { AttainError } from "../../errors";
import { applyWorkbook } from "../../excel/apply";
import { checkStillClaimed, whileClaimed } from "../../excel/swap/running";
import { readXmlPart, writeXmlPart } from "../../excel/state/xmlPart";
import {
  distributing,
  planDistribution,
  type DistributeRequest,
  type Distribution,
  type OutgoingFile,
} from "../../sharing/outgoing/distribution";
import { DEFAULT_PATTERN } from "../../sharing/outgoing/fileNames";
import { leakedNames } from "../../sharing/leaks";
import type { Master } from "../../sharing/master/master";
import { namesIn, namesOf, schemeWords } from "../../sharing/outgoing/namesIn";
import { nobodysMaster } from "../../sharing/outgoing/nobody";
import { pointsPlaces } from "../../sharing/master/evaluationChecks";
import { checksPage } from "../../sharing/pages/checksPage";
import { comparePage } from "../../sharing/pages/comparePage";
import { handoutsPage } from "../../sharing/pages/handoutsPage";
import type { Level } from "../../sharing/levels";
import { peopleIn, type Divisions } from "../../sharing/outgoing/recipients";
import { parseRecordXml, RECORD_NAMESPACE, recordXml, type SharingRecord } from "../../sharing/record";
import type { SheetSpec } from "../../sheets/spec";
import { returnsAt, returnsTab } from "./lists";
import { dayIn, openMaster, pause, type SharingOptions, type WorkbookFiles } from "./sharing";

export interface DistributeChoices {
  /** Default `rep`. */
  readonly by?: Level;
  /** File names; default {@link DEFAULT_PATTERN}. */
  readonly pattern?: string;
  /** For division leaders: who is in charge of which units. */
  readonly divisions?: Divisions;
  /** Names of those who get one; everybody unless said. */
  readonly only?: readonly string[];
  /** The same by the ids of the record, where names may be shared. */
  readonly ids?: readonly string[];
  /** A word to everybody who gets one; stands on the covers. */
  readonly message?: string;
  /** Why a workbook goes back to those who had one already; stands on its cover and in the list. */
  readonly reason?: string;
  /** The day answers are due, as people should read it. */
  readonly due?: string;
}

/** A distribution worked out, with nothing made or written. */
export interface PreparedDistribution {
  readonly master: Master;
  readonly before: SharingRecord | undefined;
  readonly distribution: Distribution;
  readonly request: DistributeRequest;
}

export interface MadeFile {
  readonly file: string;
  readonly recipient: string;
  readonly unit: string;
  readonly manager: string;
  readonly people: number;
  readonly id: string;
  readonly bytes: Uint8Array;
}

/**
 * What distributing the open workbook would make.
 *
 * @throws AttainError `no-master`, `master-changed`, `scheme-invalid`, `request-invalid`
 */
export async function prepareDistribution(
  choices: DistributeChoices,
  options: SharingOptions,
): Promise<PreparedDistribution> {
  const { master, record: before } = await openMaster(options);
  const at = new Date().toISOString();
  const request: DistributeRequest = {
    by: choices.by ?? "rep",
    pattern: choices.pattern ?? DEFAULT_PATTERN,
    at,
    date: dayIn(master.lang)(at),
    newMaster: globalThis.crypto.randomUUID().slice(0, 8),
    ...(choices.due === undefined ? {} : { due: choices.due }),
    ...(choices.divisions === undefined ? {} : { divisions: choices.divisions }),
    ...(choices.only === undefined ? {} : { only: choices.only }),
    ...(choices.ids === undefined ? {} : { ids: choices.ids }),
    ...(choices.message === undefined ? {} : { message: choices.message }),
    ...(choices.reason === undefined ? {} : { notice: choices.reason }),
  };
  return {
    master,
    before,
    request,
    distribution: await inTurns(distributing(master, before, request), options),
  };
}

/** Work that stops now and then, with a turn for whoever waits for the page. @throws AttainError `cancelled` */
async function inTurns<T>(
  work: Generator<number, T, void>,
  { signal }: Pick<SharingOptions, "signal">,
): Promise<T> {
  for (let since = performance.now(); ;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - since < TURN) continue;
    await pause(signal);
    since = performance.now();
  }
}

/** Milliseconds a page can be still for without anybody noticing. */
const TURN = 40;

/**
 * Makes every recipient's file and reads each again for names that have no business in it.
 *
 * @throws AttainError `leak-found`, `cancelled`; then no file is handed on
 */
export async function makeHandouts(
  { master, distribution, request }: PreparedDistribution,
  files: WorkbookFiles,
  { onProgress, signal }: SharingOptions,
): Promise<MadeFile[]> {
  const { lang } = master;
  const make = ({ handout, addressee, identityXml }: OutgoingFile) =>
    files.make(handout.spec, { title: addressee.name, customXml: identityXml }, lang);
  const boilerplate = await boilerplateTexts(master, request, files);
  const names = namesIn(master);
  // A department that rates quality may be called as what it rates.
  const vocabulary = schemeWords(master);
  const made: MadeFile[] = [];
  for (const outgoing of distribution.files) {
    await pause(signal);
    const { addressee, file } = outgoing;
    onProgress?.({ done: made.length, total: distribution.files.length, file });
    const bytes = await make(outgoing);
    const own = [...namesOf(addressee), file, ...vocabulary];
    const [leak] = leakedNames(files.texts(bytes), { others: names, own }, boilerplate);
    if (leak !== undefined) throw new AttainError("leak-found", { file, detail: leak });
    const { name, unit, manager, id } = addressee;
    made.push({ file, recipient: name, unit, manager, people: peopleIn(addressee), id, bytes });
  }
  onProgress?.({ done: made.length, total: made.length, file: "" });
  return made;
}

/**
 * Writes who has which workbook into the open master, and the record by which answers are recognised: both or neither.
 *
 * @throws AttainError `running-elsewhere` while somebody else writes, `changed-meanwhile` when somebody else has sent
 *   out or merged since this was prepared
 */
export function recordDistribution(prepared: PreparedDistribution): Promise<void> {
  return whileClaimed(async () => {
    const xml = await readXmlPart(RECORD_NAMESPACE);
    const now = xml === undefined ? undefined : parseRecordXml(xml);
    if (JSON.stringify(now) !== JSON.stringify(prepared.before)) throw new AttainError("changed-meanwhile");
    await checkStillClaimed();
    await writeRecord(prepared);
  });
}

async function writeRecord({ distribution, before, request, master }: PreparedDistribution): Promise<void> {
  const { record } = distribution;
  const { lang } = master;
  await writeXmlPart(RECORD_NAMESPACE, recordXml(record));
  try {
    const page = handoutsPage(record, request.date, dayIn(lang));
    const sheets = [page, ...checkPages(master, request.by)];
    // The list of answers says from now on who was sent it once more.
    if (request.notice !== undefined || (await returnsTab()) !== undefined)
      sheets.push(returnsAt(record, master, request.at));
    // The checks were read from their page a moment ago, with everything typed there.
    await applyWorkbook({ sheets, names: [], activate: page.id }, { lang, typed: "replace" });
  } catch (error) {
    await writeXmlPart(RECORD_NAMESPACE, before && recordXml(before));
    throw error;
  }
}

/** Recipients who make one of the three checks. */
const CHECKED_BY: ReadonlySet<Level> = new Set<Level>(["rep", "region", "centre"]);

/** The master's own list of checks and their comparison, once somebody is asked to check. */
function checkPages(master: Master, by: Level): SheetSpec[] {
  const { checks, taskRanges } = master;
  if (!checks || !CHECKED_BY.has(by)) return [];
  if (taskRanges) return [comparePage(master, checks, taskRanges)];
  const { sheet, ranges } = checksPage(master, checks, pointsPlaces(master));
  return [sheet, comparePage(master, checks, ranges)];
}

/** The texts of a workbook for nobody: what every handout says whoever it is for. */
async function boilerplateTexts(
  master: Master,
  request: DistributeRequest,
  files: WorkbookFiles,
): Promise<Set<string>> {
  const { only: _only, ids: _ids, ...everybody } = request;
  const divisions = request.divisions && { divisions: { "—": ["—"] } };
  const {
    files: [file],
  } = planDistribution(nobodysMaster(master, request.by), undefined, {
    ...everybody,
    ...divisions,
    pattern: "x",
  });
  return file
    ? files.texts(
        await files.make(file.handout.spec, { title: "—", customXml: file.identityXml }, master.lang),
      )
    : new Set();
}
