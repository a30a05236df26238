import { saveXlsx } from "../../host/file/save";
import { createNodeHost } from "../../host/node";
import { readInterviews, writeInterviews } from "../../jobs/review/interviews";
import { say, type Phrase } from "../../words";
import { checkApart, writeBytes } from "../files";
import { chooseLang } from "../output";
import { openFile } from "../session";

export interface InterviewOptions {
  readonly out?: string;
  readonly person?: readonly string[];
  readonly earlier?: readonly string[];
  readonly lang?: string;
  readonly json?: boolean;
}

const W = {
  saved: { "zh-CN": "{n} 份面谈表，已保存 {file}", "en-US": "{n} interview {n:page|pages}, saved {file}" },
  agreed: {
    "zh-CN": "{person}：{what}（{until} 前）",
    "en-US": "{person}: {what} (by {until})",
  },
  none: { "zh-CN": "没有填好的面谈表。", "en-US": "No interview is filled in." },
} as const satisfies Record<string, Phrase>;

/**
 * `attain interview`: with `-o` a page for each talk, begun with where points were lost and what was agreed before;
 * without it, what was agreed on the pages of a returned workbook.
 */
export async function interview(file: string, options: InterviewOptions): Promise<void> {
  const lang = chooseLang(options.lang);
  if (options.out === undefined) {
    createNodeHost(await openFile(file));
    const found = await readInterviews();
    if (options.json === true) return console.log(JSON.stringify(found, null, 2));
    const agreed = found.flatMap((one) => one.agreed);
    if (agreed.length === 0) return console.log(W.none[lang]);
    for (const { name, what, until } of agreed)
      console.log(say(W.agreed, lang, { person: name, what, until }));
    return;
  }
  await checkApart(file, options.out);
  const earlier = [];
  for (const one of options.earlier ?? []) {
    createNodeHost(await openFile(one));
    earlier.push(...(await readInterviews()));
  }
  const host = createNodeHost(await openFile(file));
  const { sheets } = await writeInterviews(options.person ?? [], earlier, { lang });
  host.calculate();
  await writeBytes(options.out, await saveXlsx(host.workbook));
  if (options.json === true) console.log(JSON.stringify({ file: options.out, sheets }));
  else console.log(say(W.saved, lang, { n: sheets.length, file: options.out }));
}
