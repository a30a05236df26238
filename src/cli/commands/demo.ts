import { join } from "node:path";
import { LANGS, type Lang } from "../../words";
import { chooseLang } from "../output";
import { reportRun, type Finished } from "../report";
import { sampleWorkbook } from "../sampleFile";
import { run } from "../session";
import { makeFolder, writeBytes } from "../files";

/** `attain demo`: the whole job on the sample ledger, a finished workbook for each language. */
export async function demo(options: { out: string; lang?: string; json?: boolean }): Promise<void> {
  const langs: readonly Lang[] = options.lang ? [chooseLang(options.lang)] : LANGS;
  await makeFolder(options.out);
  const finished: Finished[] = [];
  for (const lang of langs) {
    const done = await run(await sampleWorkbook(), {}, lang);
    const file = join(options.out, `attain-${lang}.xlsx`);
    await writeBytes(file, done.bytes);
    finished.push({ file, ...done });
  }
  reportRun(finished, chooseLang(options.lang), options.json === true);
}
