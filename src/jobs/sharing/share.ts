import { unzipSync, zipSync, type Zippable } from "fflate";
import { DEFAULT_PATTERN, fileNames, isPattern } from "../../sharing/outgoing/fileNames";
import { periodOf } from "../../sharing/outgoing/distribution";
import { LEVELS, type Level } from "../../sharing/levels";
import { addressees, hasLevel, peopleIn, type Divisions } from "../../sharing/outgoing/recipients";
import { groupBy } from "../../sharing/groupBy";
import type { Master } from "../../sharing/master/master";
import type { Recipient, SharingRecord } from "../../sharing/record";
import { cellsWaiting, returnStatus, type ReturnStatus } from "../../sharing/incoming/returnStatus";
import type { IncomingFile } from "./collect";
import type { MadeFile } from "./distribute";
import { openMaster, type SharingOptions } from "./sharing";

/** What the open workbook has to share, and what was sent out from it before. */
export interface SharingView {
  readonly recipients: readonly {
    readonly level: Level;
    readonly list: readonly Addressed[];
  }[];
  /** The last issue; absent when nothing has been sent out yet. */
  readonly sent?: {
    readonly issue: number;
    readonly answered: number;
    readonly missing: readonly {
      readonly id: string;
      readonly name: string;
      readonly unit: string;
      readonly level: Level;
    }[];
    /** Everybody who has a workbook, in the order of the record. */
    readonly list: readonly Sent[];
  };
  /** Units with how many people are in each: what division leaders may be in charge of. */
  readonly units: readonly { readonly name: string; readonly people: number }[];
  /** Division leaders and their units as they were last sent out. */
  readonly divisions: Divisions;
  /** Ratings nobody is named for: nobody can be asked for them. */
  readonly unnamed: number;
  /** What stands for `{period}` in file names. */
  readonly period: string;
}

/** Somebody who has been sent a workbook, and what has become of it. */
export interface Sent {
  readonly id: string;
  readonly level: Level;
  readonly name: string;
  readonly unit: string;
  readonly manager: string;
  readonly file: string;
  readonly issue: number;
  /** ISO time. */
  readonly at: string;
  readonly status: ReturnStatus;
  /** How many cells of what came back wait because something is wrong with them; absent when none does. */
  readonly waits?: number;
  /** Why it was sent once more. */
  readonly reason?: string;
  /** When the answer that counts, or what came back, was saved, ISO. */
  readonly answeredAt?: string;
}

/** Somebody who can be sent a workbook. */
export interface Addressed {
  readonly name: string;
  readonly unit: string;
  readonly manager: string;
  readonly people: number;
}

/**
 * Who can be sent what.
 *
 * @throws AttainError `no-master` when the workbook has nothing to share, `master-changed`, `scheme-invalid`
 */
export async function readSharing(options: Pick<SharingOptions, "signal">): Promise<SharingView> {
  const { master, record } = await openMaster(options);
  return {
    recipients: LEVELS.filter((level) => hasLevel(master, level)).map((level) => ({
      level,
      list: listOf(master, level),
    })),
    ...(record
      ? {
          sent: {
            issue: record.issue,
            answered: record.recipients.filter(({ returned }) => returned).length,
            missing: record.recipients
              .filter(({ returned }) => !returned)
              .map(({ id, name, unit, level = "rep" }) => ({ id, name, unit, level })),
            list: record.recipients.map(sentOf),
          },
        }
      : {}),
    units: unitsOf(master),
    divisions: record ? divisionsOf(record, master) : {},
    unnamed: master.ratings?.unnamed ?? 0,
    period: periodOf(master),
  };
}

function sentOf(recipient: Recipient): Sent {
  const { id, level = "rep", name, unit, manager, file, issue, at, notice, returned, held } = recipient;
  const savedAt = (returned ?? held)?.savedAt;
  const waits = cellsWaiting(recipient);
  return {
    ...{ id, level, name, unit, manager, file, issue, at },
    status: returnStatus(recipient),
    ...(waits === 0 ? {} : { waits }),
    ...(notice === undefined ? {} : { reason: notice }),
    ...(savedAt === undefined ? {} : { answeredAt: savedAt }),
  };
}

function unitsOf({ people }: Master): { name: string; people: number }[] {
  return [...groupBy(people, ({ unit }) => unit)]
    .filter(([name]) => name !== "")
    .map(([name, members]) => ({ name, people: members.length }));
}

/** The record keeps whose people a leader was sent; the units are where these are now. */
function divisionsOf({ recipients }: SharingRecord, { people }: Master): Divisions {
  const unitOf = new Map(people.map(({ id, unit }) => [id, unit]));
  return Object.fromEntries(
    recipients
      .filter(({ level }) => level === "division")
      .map(({ name, people: ids }) => [
        name,
        [...new Set(ids.map((id) => unitOf.get(id) ?? "").filter((unit) => unit !== ""))],
      ]),
  );
}

function listOf(master: Master, level: Level): Addressed[] {
  return addressees(master, level).map((each) => {
    const { name, unit, manager } = each;
    return { name: name === unit ? "" : name, unit, manager, people: peopleIn(each) };
  });
}

/** Division leaders as they would be sent to, in their order. */
export function leadersFor(divisions: Divisions, units: SharingView["units"]): Addressed[] {
  return Object.entries(divisions).map(([name, own]) => ({
    name,
    unit: "",
    manager: "",
    people: units.filter((unit) => own.includes(unit.name)).reduce((sum, { people }) => sum + people, 0),
  }));
}

/** The files' names by this pattern, in the order of the list; undefined when the pattern names something unknown. */
export function namesFor(
  list: readonly Addressed[],
  pattern: string,
  period: string,
): readonly string[] | undefined {
  const wanted = pattern.trim() === "" ? DEFAULT_PATTERN : pattern;
  return isPattern(wanted)
    ? fileNames(
        wanted,
        list.map((each) => ({ ...each, period })),
      )
    : undefined;
}

/** Made files as one archive. They are compressed already. */
export function archiveOf(files: readonly MadeFile[]): Uint8Array {
  const entries: Zippable = Object.fromEntries(files.map(({ file, bytes }) => [file, [bytes, { level: 0 }]]));
  return zipSync(entries);
}

/** A file as it was chosen or dropped. */
export interface ChosenFile {
  readonly name: string;
  readonly modified: string;
  readonly bytes: () => Promise<Uint8Array>;
}

/** So deep archives inside archives are unpacked: a unit's, inside a division's. */
const DEEPEST = 3;

/** The chosen files with archives unpacked. An archive that cannot be read stays a file, which is named when it is read. */
export async function incomingFiles(chosen: readonly ChosenFile[], depth = 0): Promise<IncomingFile[]> {
  const found: IncomingFile[] = [];
  for (const file of chosen) {
    const inside = /\.zip$/i.test(file.name) && depth < DEEPEST ? await unpacked(file) : undefined;
    found.push(...(inside ? await incomingFiles(inside, depth + 1) : [file]));
  }
  return found;
}

async function unpacked({ bytes, modified }: ChosenFile): Promise<IncomingFile[] | undefined> {
  const entries = entriesOf(await bytes());
  if (!entries) return undefined;
  return Object.entries(entries).flatMap(([path, content]) => {
    const name = path.split("/").at(-1) ?? "";
    // Folders, what macOS packs beside every file, and the locks Excel leaves beside open ones.
    const junk = name === "" || path.startsWith("__MACOSX/") || name.startsWith(".") || name.startsWith("~$");
    return junk ? [] : [{ name, modified, bytes: () => Promise.resolve(content) }];
  });
}

function entriesOf(archive: Uint8Array): Record<string, Uint8Array> | undefined {
  try {
    return unzipSync(archive);
  } catch {
    return undefined;
  }
}
