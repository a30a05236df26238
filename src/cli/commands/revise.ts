import { createNodeHost } from "../../host/node";
import { saveXlsx } from "../../host/file/save";
import { prepareRevision, writeRevision, type ReviseWish } from "../../jobs/plan/revise";
import { say } from "../../words";
import { checkApart, writeBytes } from "../files";
import { chooseLang } from "../output";
import { readJson, validate } from "../requests";
import { openFile } from "../session";
import { WORDS } from "../words";

interface ReviseOptions {
  readonly out: string;
  readonly request?: string;
  readonly closed?: string;
  readonly freeze?: string;
  readonly carry?: string;
  readonly total?: number;
  readonly reason?: string;
  readonly by?: string;
  readonly on?: string;
  readonly lang?: string;
  readonly json?: boolean;
}

/** `attain revise`: closed periods of a workbook's plan frozen, the rest spread again, into another file. */
export async function reviseFile(file: string, options: ReviseOptions): Promise<void> {
  const lang = chooseLang(options.lang);
  await checkApart(file, options.out);
  const given = options.request === undefined ? {} : await readJson(options.request);
  const { closed, freeze, carry, total, reason, by, on } = options;
  const typed = Object.fromEntries(
    Object.entries({ closed, freeze, carry, reason, by, on }).filter(([, value]) => value !== undefined),
  );
  const wish: ReviseWish = validate("revise", {
    ...(given as object),
    ...typed,
    ...(total === undefined ? {} : { total: { value: total } }),
  });
  const host = createNodeHost(await openFile(file));
  const { revision, spec } = await prepareRevision(wish, { lang });
  const report = await writeRevision({ spec }, { lang });
  host.calculate();
  await writeBytes(options.out, await saveXlsx(host.workbook));
  const { old, plan } = revision;
  if (options.json) {
    const summary = { file: options.out, before: old.total, total: plan.total, closed: revision.closed };
    console.log(JSON.stringify({ ...summary, written: report }, null, 2));
    return;
  }
  console.log(say(WORDS.revised, lang, { closed: revision.closed, before: old.total, total: plan.total }));
  console.log(say(WORDS.saved, lang, { file: options.out }));
}
