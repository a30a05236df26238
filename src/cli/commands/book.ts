import { driversBook } from "../../jobs/follow/drivers";
import { followBook } from "../../jobs/follow/followBook";
import { visitsBook } from "../../jobs/follow/visits";
import type { WorkbookSpec } from "../../sheets/spec";
import { say, type Lang } from "../../words";
import { makeBook } from "../bookFile";
import { checkApart, writeBytes } from "../files";
import { chooseLang } from "../output";
import { readJson, validate } from "../requests";
import { WORDS } from "../words";

interface BookOptions {
  readonly out: string;
  readonly lang?: string;
  readonly json?: boolean;
}

/** What is made from a request alone, without a workbook to begin with. */
const BOOKS = {
  drivers: (request: unknown, lang: Lang): WorkbookSpec =>
    driversBook(validate("drivers", request), { lang }),
  visits: (request: unknown, lang: Lang): WorkbookSpec => visitsBook(validate("visits", request), { lang }),
  follow: (request: unknown, lang: Lang): WorkbookSpec => followBook(validate("follow", request), { lang }),
} as const;
export type Book = keyof typeof BOOKS;

/** `attain drivers` and `attain visits`: a request as JSON into a workbook of its own. */
export async function makeFromRequest(book: Book, file: string, options: BookOptions): Promise<void> {
  const lang = chooseLang(options.lang);
  await checkApart(file, options.out);
  const spec = BOOKS[book](await readJson(file), lang);
  const { bytes, ...made } = await makeBook(spec, spec.sheets[0]?.name ?? "", lang);
  await writeBytes(options.out, bytes);
  if (options.json) {
    console.log(JSON.stringify({ file: options.out, ...made }, null, 2));
    return;
  }
  console.log(
    say(WORDS.made, lang, { sheets: made.sheets.length, formulas: made.formulas, charts: made.charts }),
  );
  console.log(say(WORDS.saved, lang, { file: options.out }));
}
