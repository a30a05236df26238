import { readFile, realpath } from "node:fs/promises";
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

/** @throws AttainError `file-taken` when both are the same file */
export async function checkApart(input: string, output: string): Promise<void> {
  const real = (file: string) => realpath(file).catch(() => undefined);
  const [from, to] = await Promise.all([real(input), real(output)]);
  if (from !== undefined && from === to) throw new AttainError("file-taken", { name: output });
}
