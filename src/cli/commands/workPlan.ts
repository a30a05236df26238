import { createNodeHost } from "../../host/node";
import { saveXlsx } from "../../host/file/save";
import { approveWorkPlan, rollWorkPlan } from "../../jobs/template/workPlan";
import { say, type Lang, type Phrase } from "../../words";
import { checkApart, writeBytes } from "../files";
import { chooseLang } from "../output";
import { openFile } from "../session";

interface Common {
  readonly out: string;
  readonly lang?: string;
  readonly json?: boolean;
}

const W = {
  moved: {
    "zh-CN": "{week} 这一周有 {n} 项任务转入下周：{file}",
    "en-US": "{n} {n:task|tasks} of the week of {week} moved to the next: {file}",
  },
  none: { "zh-CN": "没有需要转入下周的任务。", "en-US": "No open tasks to move." },
  approved: {
    "zh-CN": "计划已由 {by} 于 {on} 批准：{file}",
    "en-US": "Plan approved by {by} on {on}: {file}",
  },
} as const satisfies Record<string, Phrase>;

/** `attain roll`: unfinished tasks go on to next week. */
export async function roll(file: string, options: Common & { readonly week?: string }): Promise<void> {
  const { lang, bytes, result } = await onFile(file, options, (lang) => rollWorkPlan(options.week, { lang }));
  await writeBytes(options.out, bytes);
  const { week, moved } = result;
  if (options.json === true) console.log(JSON.stringify({ file: options.out, week, moved }));
  else if (moved.length === 0) console.log(W.none[lang]);
  else console.log(say(W.moved, lang, { week, n: String(moved.length), file: options.out }));
}

/** `attain approve`: locks what was planned. */
export async function approve(
  file: string,
  options: Common & { readonly by: string; readonly on?: string },
): Promise<void> {
  const on = options.on ?? new Date().toISOString().slice(0, 10);
  const { lang, bytes } = await onFile(file, options, (lang) =>
    approveWorkPlan({ by: options.by, on }, { lang }),
  );
  await writeBytes(options.out, bytes);
  if (options.json === true) console.log(JSON.stringify({ file: options.out, by: options.by, on }));
  else console.log(say(W.approved, lang, { by: options.by, on, file: options.out }));
}

async function onFile<T>(
  file: string,
  options: Common,
  job: (lang: Lang) => Promise<T>,
): Promise<{ readonly lang: Lang; readonly bytes: Uint8Array; readonly result: T }> {
  const lang = chooseLang(options.lang);
  await checkApart(file, options.out);
  const host = createNodeHost(await openFile(file));
  const result = await job(lang);
  host.calculate();
  return { lang, result, bytes: await saveXlsx(host.workbook) };
}
