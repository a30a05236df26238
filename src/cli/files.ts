import {
  access,
  constants,
  mkdir,
  open,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { AttainError, type ErrorCode } from "../errors";
import type { Phrase } from "../words";

/** @throws AttainError `file-missing`, `file-folder`, or `file-unreadable` for a file one may not read */
export async function readBytes(file: string): Promise<Buffer> {
  return readFile(file).catch((cause: NodeJS.ErrnoException) => {
    const code = UNREAD[cause.code ?? ""] ?? "file-unreadable";
    throw new AttainError(
      code,
      { name: file, detail: CANNOT[cause.code ?? ""] ?? cause.message },
      undefined,
      {
        cause,
      },
    );
  });
}

const UNREAD: Readonly<Record<string, ErrorCode>> = {
  ENOENT: "file-missing",
  ENOTDIR: "file-missing",
  EISDIR: "file-folder",
};

const CANNOT: Readonly<Record<string, Phrase>> = {
  ENOENT: { "zh-CN": "文件夹不存在。", "en-US": "its folder does not exist." },
  EISDIR: { "zh-CN": "它是文件夹。", "en-US": "it is a folder." },
  ENOTDIR: { "zh-CN": "同名的文件已在那里。", "en-US": "a file stands where a folder should." },
  EACCES: { "zh-CN": "没有写入权限。", "en-US": "it may not be written." },
  EPERM: { "zh-CN": "没有写入权限。", "en-US": "it may not be written." },
  EROFS: { "zh-CN": "没有写入权限。", "en-US": "it may not be written." },
  EBUSY: { "zh-CN": "文件正在使用。", "en-US": "it is in use." },
  ENOSPC: { "zh-CN": "磁盘已满。", "en-US": "the disk is full." },
};

/**
 * Writes a file whole: until the last byte is on the disk, one that is there stays as it is.
 *
 * @returns whether there was one
 * @throws AttainError `file-unwritable`
 */
export async function writeBytes(file: string, bytes: Uint8Array | string): Promise<boolean> {
  const place = await realpath(file).catch(() => file);
  const found = await stat(place).catch(() => undefined);
  try {
    if (found && !found.isFile()) await writeFile(place, bytes);
    else {
      const unfinished = `${place}.${process.pid}.tmp`;
      try {
        await writeFile(unfinished, bytes, found && { mode: found.mode });
        await rename(unfinished, place);
      } catch (cause) {
        // A file may be writable where its folder is not.
        if (!found || !NO_ROOM_BESIDE.has((cause as NodeJS.ErrnoException).code ?? "")) throw cause;
        await writeFile(place, bytes);
      } finally {
        await rm(unfinished, { force: true });
      }
    }
  } catch (cause) {
    throw unwritable(file, cause);
  }
  return found?.isFile() === true;
}

const NO_ROOM_BESIDE: ReadonlySet<string> = new Set(["EACCES", "EPERM", "EBUSY", "EROFS"]);

/** Makes a folder with those it stands in. @throws AttainError `file-unwritable` */
export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((cause: unknown) => {
    throw unwritable(folder, cause);
  });
}

/** Why a file cannot be written, in both languages where it is something known. */
export function unwritable(name: string, cause: unknown): AttainError {
  const { code = "", message } = cause as NodeJS.ErrnoException;
  return new AttainError("file-unwritable", { name, detail: CANNOT[code] ?? message }, undefined, { cause });
}

/** @throws AttainError `file-unwritable` when the file could not be written, before any work is done for it */
export async function checkWritable(file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  try {
    // On Windows a file that is open in Excel says so here.
    if (found) await (await open(file, "r+")).close();
    else await access(dirname(resolve(file)), constants.W_OK);
  } catch (cause) {
    throw unwritable(file, cause);
  }
}

/** The same for a folder that is made when it is not there. @throws AttainError `file-unwritable` */
export async function checkFolder(folder: string): Promise<void> {
  let place = resolve(folder);
  for (;;) {
    const found = await stat(place).catch(() => undefined);
    if (found && !found.isDirectory()) throw unwritable(folder, { code: "ENOTDIR" });
    if (found) break;
    place = dirname(place);
  }
  await access(place, constants.W_OK).catch((cause: unknown) => {
    throw unwritable(folder, cause);
  });
}

/** @throws AttainError `file-taken` when both are the same file */
export async function checkApart(input: string, output: string): Promise<void> {
  const real = (file: string) => realpath(file).catch(() => undefined);
  const [from, to] = await Promise.all([real(input), real(output)]);
  if (from !== undefined && from === to) throw new AttainError("file-taken", { name: output });
}
