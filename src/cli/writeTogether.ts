import { realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { AttainError } from "../errors";
import { unwritable } from "./files";

export interface FileToWrite {
  readonly file: string;
  readonly bytes: Uint8Array | string;
}

/** A file written beside its place, and what stands there now. */
interface Staged {
  readonly file: string;
  readonly place: string;
  readonly unfinished: string;
  /** Where the one that was there steps aside to; absent where there was none. */
  readonly aside?: string;
}

/**
 * Writes files that belong together: all of them or none. Everything is on the disk before the first one takes its
 * place; where something fails after that, those that have taken theirs go again and what was there comes back.
 *
 * @param last what is to succeed as well, once all have taken their places
 * @throws AttainError `file-unwritable` with the file that could not be written, `cancelled`, and what `last` throws
 */
export async function writeTogether(
  files: readonly FileToWrite[],
  { last, signal }: { readonly last?: () => Promise<unknown>; readonly signal?: AbortSignal } = {},
): Promise<void> {
  const staged: Staged[] = [];
  const placed: Staged[] = [];
  try {
    for (const each of files) {
      if (signal?.aborted) throw new AttainError("cancelled");
      await stage(each, staged);
    }
    for (const each of staged) {
      placed.push(each);
      await put(each);
    }
    await last?.();
  } catch (error) {
    for (const each of placed.reverse()) await putBack(each);
    await Promise.all(staged.map(({ unfinished }) => rm(unfinished, { force: true })));
    throw error;
  }
  await Promise.all(staged.flatMap(({ aside }) => (aside === undefined ? [] : [rm(aside, { force: true })])));
}

async function stage({ file, bytes }: FileToWrite, staged: Staged[]): Promise<void> {
  const place = await realpath(file).catch(() => file);
  const found = await stat(place).catch(() => undefined);
  try {
    // A folder says so here; a device takes what it can.
    if (found && !found.isFile()) return await writeFile(place, bytes);
    const unfinished = `${place}.${process.pid}.tmp`;
    staged.push({ file, place, unfinished, ...(found ? { aside: `${place}.${process.pid}.old` } : {}) });
    await writeFile(unfinished, bytes, found && { mode: found.mode });
  } catch (cause) {
    throw unwritable(file, cause);
  }
}

async function put({ file, place, unfinished, aside }: Staged): Promise<void> {
  try {
    // On Windows a file that is open in Excel says so here.
    if (aside !== undefined) await rename(place, aside);
    await rename(unfinished, place);
  } catch (cause) {
    throw unwritable(file, cause);
  }
}

async function putBack({ place, unfinished, aside }: Staged): Promise<void> {
  const waits = await stat(unfinished).catch(() => undefined);
  if (!waits) await rm(place, { force: true });
  // Where it could not step aside, it still stands in its place.
  if (aside !== undefined) await rename(aside, place).catch(() => undefined);
}
