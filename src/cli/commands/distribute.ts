import { basename, dirname, extname, join } from "node:path";
import Papa from "papaparse";
import { createNodeHost } from "../../host/node";
import { saveXlsx } from "../../host/file/save";
import { filesInNode } from "../../host/workbookFilesInNode";
import {
  makeHandouts,
  prepareDistribution,
  recordDistribution,
  type MadeFile,
} from "../../jobs/sharing/distribute";
import { archiveOf } from "../../jobs/sharing/share";
import type { Level } from "../../sharing/levels";
import type { Divisions } from "../../sharing/outgoing/recipients";
import { say, type Lang } from "../../words";
import { checkApart, checkWritable, makeFolder, writeBytes } from "../files";
import { chooseLang } from "../output";
import { openFile } from "../session";
import { writeTogether } from "../writeTogether";
import { misused } from "../usage";
import { filesProgress, interruptible } from "../sharing";
import { SHARING_WORDS as W } from "../sharingWords";

/** Who may be sent to, as the terminal names them; roles of an organisation by their own names. */
export const RECIPIENTS: Readonly<Record<string, Level>> = {
  reps: "rep",
  managers: "manager",
  units: "region",
  divisions: "division",
  leader: "leader",
  raters: "rater",
  centre: "centre",
  reviewers: "reviewer",
  employee: "rep",
  unit: "region",
  "division-leader": "division",
};

interface DistributeOptions {
  readonly out: string;
  readonly to?: string;
  readonly by?: Level;
  readonly only?: readonly string[];
  readonly reason?: string;
  readonly message?: string;
  readonly division?: readonly string[];
  readonly pattern?: string;
  readonly due?: string;
  readonly zip?: string;
  readonly master?: string;
  readonly lang?: string;
  readonly json?: boolean;
}

/** `attain distribute`: a workbook for each recipient, a list of who has which, and the master that knows about it. */
export async function distribute(file: string, options: DistributeOptions): Promise<void> {
  const lang = chooseLang(options.lang);
  const masterFile =
    options.master ?? join(dirname(file), `${basename(file, extname(file))}-distributed.xlsx`);
  await checkWritable(masterFile);
  await checkApart(file, masterFile);
  const divisions = options.division && divisionsOf(options.division, lang);
  const host = createNodeHost(await openFile(file));
  const progress = filesProgress(lang);
  const { signal, release } = interruptible();
  const job = { lang, onProgress: progress.onProgress, signal };
  let list: Omit<MadeFile, "bytes">[];
  try {
    const { pattern, due, only, reason, message } = options;
    const by = options.to === undefined ? options.by : RECIPIENTS[options.to];
    const prepared = await prepareDistribution(
      {
        ...(by === undefined ? {} : { by }),
        ...(pattern === undefined ? {} : { pattern }),
        ...(due === undefined ? {} : { due }),
        ...(divisions && { divisions }),
        ...(only === undefined ? {} : { only }),
        ...(reason === undefined ? {} : { reason }),
        ...(message === undefined ? {} : { message }),
      },
      job,
    );
    const made = await makeHandouts(prepared, filesInNode(), job);
    // The list and the record hold no formulas, so every result in the file is still right.
    await recordDistribution(prepared);
    const master = await saveXlsx(host.workbook);
    await makeFolder(options.out);
    list = made.map(({ bytes: _bytes, ...entry }) => entry);
    // Workbooks whose master does not know of them could never be collected: all of it is written or nothing.
    await writeTogether(
      [
        ...(options.zip === undefined
          ? made.map(({ file: name, bytes }) => ({ file: join(options.out, name), bytes }))
          : [{ file: options.zip, bytes: archiveOf(made) }]),
        // The mark at the start makes Excel read the list as UTF-8.
        { file: join(options.out, "handouts.csv"), bytes: `\uFEFF${Papa.unparse(list)}\r\n` },
        { file: join(options.out, "handouts.json"), bytes: `${JSON.stringify(list, null, 2)}\n` },
      ],
      { signal, last: () => writeBytes(masterFile, master) },
    );
  } finally {
    progress.stop();
    release();
  }
  if (options.json) {
    console.log(
      JSON.stringify({ files: list, folder: options.out, zip: options.zip, master: masterFile }, null, 2),
    );
    return;
  }
  console.log(say(W.made, lang, { count: list.length, place: options.zip ?? options.out }));
  console.log(say(W.list, lang, { file: join(options.out, "handouts.csv") }));
  console.log(say(W.master, lang, { file: masterFile }));
}

/**
 * @example divisionsOf(["Li Ming=East,West"], "en-US") // { "Li Ming": ["East", "West"] }
 * @throws AttainError `usage` without a name or units
 */
function divisionsOf(lines: readonly string[], lang: Lang): Divisions {
  return Object.fromEntries(
    lines.map((line) => {
      const [name = "", units = ""] = line.split("=");
      const list = units
        .split(/[,，、]/)
        .map((unit) => unit.trim())
        .filter((unit) => unit !== "");
      if (name.trim() === "" || list.length === 0)
        throw misused("distribute", say(W.division, lang, { line }));
      return [name.trim(), list];
    }),
  );
}
