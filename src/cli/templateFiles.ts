import { basename } from "node:path";
import { readTemplateFile, type TemplateFile } from "../host/file/templateFile";
import { readBytes } from "./files";

/** @throws AttainError `file-missing`, `file-unreadable` */
export async function openTemplateFile(path: string): Promise<TemplateFile> {
  return readTemplateFile(new Uint8Array(await readBytes(path)), basename(path));
}
