import { readFile, realpath, stat, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { AttainError } from "../errors";
import type { Phrase } from "../words";

const FOLDER: Phrase = { "zh-CN": "它是文件夹。", "en-US": "it is a folder." };

/** @throws AttainError `file-missing`, or `file-unreadable` for a folder or a file one may not read */
export async function readBytes(file: string): Promise<Buffer> {
  return readFile(file).catch((cause: NodeJS.ErrnoException) => {
    const code = cause.code === "ENOENT" ? "file-missing" : "file-unreadable";
    const detail = cause.code === "EISDIR" ? FOLDER : cause.message;
    throw new AttainError(code, { name: file, detail }, undefined, { cause });
  });
}

const CANNOT: Readonly<Record<string, Phrase>> = {
  ENOENT: { "zh-CN": "文件夹不存在。", "en-US": "its folder does not exist." },
  EISDIR: FOLDER,
  EACCES: { "zh-CN": "没有写入权限。", "en-US": "it may not be written." },
  EPERM: { "zh-CN": "没有写入权限。", "en-US": "it may not be written." },
  EROFS: { "zh-CN": "没有写入权限。", "en-US": "it may not be written." },
  EBUSY: { "zh-CN": "文件正在使用。", "en-US": "it is in use." },
  ENOSPC: { "zh-CN": "磁盘已满。", "en-US": "the disk is full." },
};

/**
 * Writes a file whole, in the place of one that is there.
 *
 * @returns whether there was one
 * @throws AttainError `file-unwritable`
 */
export async function writeBytes(file: string, bytes: Uint8Array): Promise<boolean> {
  const replaced = await stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
  await writeFile(file, bytes).catch((cause: NodeJS.ErrnoException) => {
    const detail = CANNOT[cause.code ?? ""] ?? cause.message;
    throw new AttainError("file-unwritable", { name: file, detail }, undefined, { cause });
  });
  return replaced;
}

/** @throws AttainError `file-unwritable` when the file could not be written, before any work is done for it */
export async function checkWritable(file: string): Promise<void> {
  const fail = (code: string): never => {
    throw new AttainError("file-unwritable", { name: file, detail: CANNOT[code] ?? code });
  };
  const found = await stat(file).catch(() => undefined);
  if (found?.isDirectory() === true) fail("EISDIR");
  const folder = await stat(dirname(resolve(file))).catch(() => undefined);
  if (folder?.isDirectory() !== true) fail("ENOENT");
}

/** @throws AttainError `file-taken` when both are the same file */
export async function checkApart(input: string, output: string): Promise<void> {
  const real = (file: string) => realpath(file).catch(() => undefined);
  const [from, to] = await Promise.all([real(input), real(output)]);
  if (from !== undefined && from === to) throw new AttainError("file-taken", { name: output });
}
