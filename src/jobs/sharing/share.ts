import { unzipSync, zipSync, type Zippable } from "fflate";
import { DEFAULT_PATTERN, fileNames, isPattern } from "../../sharing/fileNames";
import { periodOf } from "../../sharing/distribution";
import { addressees, hasLevel, LEVELS, peopleIn, type Level } from "../../sharing/recipients";
import type { Master } from "../../sharing/master";
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
  };
  /** Ratings nobody is named for: nobody can be asked for them. */
  readonly unnamed: number;
  /** What stands for `{period}` in file names. */
  readonly period: string;
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
          },
        }
      : {}),
    unnamed: master.ratings?.unnamed ?? 0,
    period: periodOf(master),
  };
}

function listOf(master: Master, level: Level): Addressed[] {
  return addressees(master, level).map((each) => {
    const { name, unit, manager } = each;
    return { name: name === unit ? "" : name, unit, manager, people: peopleIn(each) };
  });
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

/** The chosen files with archives unpacked. An archive that cannot be read stays a file, which is named when it is read. */
export async function incomingFiles(chosen: readonly ChosenFile[]): Promise<IncomingFile[]> {
  const found: IncomingFile[] = [];
  for (const file of chosen) {
    const inside = /\.zip$/i.test(file.name) ? await unpacked(file) : undefined;
    found.push(...(inside ?? [file]));
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
