import type { Preview, WriteReport } from "../jobs/types";
import { say, type Lang } from "../words";
import { WORDS } from "./words";

/** A run that ended well: what it computed, what it wrote, and where it was saved. */
export interface Finished {
  readonly file: string;
  readonly preview: Preview;
  readonly report: WriteReport;
}

/** Prints what was done: sentences for people, or one JSON document for scripts. */
export function reportRun(finished: readonly Finished[], lang: Lang, json: boolean): void {
  if (json) {
    const documents = finished.map(({ file, preview, report }) => ({ file, ...preview, written: report }));
    console.log(JSON.stringify(documents.length === 1 ? documents[0] : documents, null, 2));
    return;
  }
  const last = finished.at(-1);
  if (!last) return;
  const { preview, report } = last;
  if (preview.targetTotal > 0) {
    console.log(
      say(WORDS.plan, lang, {
        target: preview.targetTotal,
        base: preview.baseTotal,
        growth: `${Math.round((preview.targetTotal / preview.baseTotal - 1) * 1000) / 10} %`,
      }),
    );
  }
  const scored = preview.people.filter(({ rank }) => rank !== undefined);
  if (scored.length > 0) {
    const top = scored
      .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
      .slice(0, 3)
      .map(({ name, total, grade }) => `${name} ${total?.toLocaleString(lang)} ${grade}`);
    console.log(
      say(WORDS.scored, lang, { scored: scored.length, unscored: preview.people.length - scored.length }),
    );
    console.log(say(WORDS.top, lang, { names: top.join(lang === "zh-CN" ? "，" : ", ") }));
  }
  console.log(
    say(WORDS.written, lang, {
      sheets: report.sheets.length,
      formulas: report.formulas,
      charts: report.charts,
      roundTrips: report.roundTrips,
    }),
  );
  for (const { sheet, columns, rows } of preview.beside ?? [])
    console.log(
      say(WORDS.beside, lang, {
        sheet,
        rows,
        columns: columns
          .map(({ column, header }) => `${column} ${header}`)
          .join(lang === "zh-CN" ? "、" : ", "),
      }),
    );
  for (const { file } of finished) console.log(say(WORDS.saved, lang, { file }));
  console.log(WORDS.openWith[lang]);
}
