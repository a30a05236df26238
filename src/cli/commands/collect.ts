import { readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { AttainError } from "../../errors";
import { createNodeHost } from "../../host/node";
import { saveXlsx } from "../../host/file/save";
import { filesInNode } from "../../host/workbookFilesInNode";
import { prepareCollection, writeCollection, type IncomingFile } from "../../jobs/sharing/collect";
import { incomingFiles } from "../../jobs/sharing/share";
import type { Preference } from "../../sharing/incoming/collection";
import { checkApart, readBytes, writeBytes } from "../files";
import type { Phrase } from "../../words";
import { chooseLang } from "../output";
import { misused } from "../usage";
import { openFile } from "../session";
import { filesProgress, interruptible } from "../sharing";
import { reportCollection } from "../collectReport";

interface CollectOptions {
  readonly out?: string;
  readonly preview?: boolean;
  readonly prefer?: Preference;
  readonly lang?: string;
  readonly json?: boolean;
}

const NEEDS_OUT: Phrase = {
  "zh-CN": "请用 -o <文件> 指定合并后的工作簿，或用 --preview 只看会怎样",
  "en-US": "-o <file> says where the merged workbook goes; --preview only says what would change",
};

/** `attain collect`: returned workbooks back into their master; with `--preview` only what that would do. */
export async function collect(
  masterFile: string,
  places: readonly string[],
  options: CollectOptions,
): Promise<void> {
  const lang = chooseLang(options.lang);
  const { out, preview, prefer } = options;
  if (out === undefined && preview !== true) throw misused("collect", NEEDS_OUT);
  if (out !== undefined) await checkApart(masterFile, out);
  const original = new Uint8Array(await readBytes(masterFile));
  const host = createNodeHost(await openFile(masterFile));
  const progress = filesProgress(lang);
  const { signal, release } = interruptible();
  const job = { lang, onProgress: progress.onProgress, signal };
  try {
    const incoming = await filesAt(places);
    const prepared = await prepareCollection(incoming, filesInNode(), prefer ? { prefer } : {}, job);
    if (preview === true || out === undefined) {
      progress.stop();
      reportCollection(prepared.view, lang, { json: options.json === true });
      return;
    }
    const written = await writeCollection(prepared, job);
    if (written) host.calculate();
    const bytes = written ? await saveXlsx(host.workbook) : original;
    await writeBytes(out, bytes);
    progress.stop();
    reportCollection(prepared.view, lang, { json: options.json === true, saved: out });
  } finally {
    progress.stop();
    release();
  }
}

/**
 * The files named, and of folders every file in them and in theirs, with archives unpacked; hidden files and the locks
 * Excel leaves beside open ones are not.
 */
async function filesAt(places: readonly string[]): Promise<IncomingFile[]> {
  const found: IncomingFile[] = [];
  for (const place of places) {
    const info = await stat(place).catch((cause: unknown) => {
      throw new AttainError("file-missing", { name: place }, undefined, { cause });
    });
    if (!info.isDirectory()) {
      found.push(...(await incomingFiles([incoming(place, info.mtime)])));
      continue;
    }
    const inside = (await readdir(place))
      .sort()
      .filter((name) => !name.startsWith(".") && !name.startsWith("~$") && !LISTS.has(name));
    found.push(...(await filesAt(inside.map((name) => join(place, name)))));
  }
  return found;
}

/** What distributing left in the folder beside the workbooks. */
const LISTS: ReadonlySet<string> = new Set(["handouts.csv", "handouts.json"]);

function incoming(path: string, modified: Date): IncomingFile {
  return {
    name: basename(path),
    modified: modified.toISOString(),
    bytes: async () => new Uint8Array(await readBytes(path)),
  };
}
