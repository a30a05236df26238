import { AttainError } from "../../src/errors";
import { applyWorkbook } from "../../src/excel/apply";
import { openXlsx } from "../../src/host/file/open";
import { Package } from "../../src/host/file/package";
import { saveXlsx } from "../../src/host/file/save";
import type { Host } from "../../src/host/host";
import { createNodeHost } from "../../src/host/node";
import type { HostWorkbook } from "../../src/host/book/workbook";
import { previewRun, restore, surveyWorkbook, translateSurvey, writeRun } from "../../src/jobs/run";
import { aboutSheet } from "../../src/sheets/about";
import type { WorkbookSpec } from "../../src/sheets/spec";
import { dump } from "../../test/excel/book";

/** What became of one workbook on its way through reading, writing, saving and taking back. */
export interface Outcome {
  readonly file: string;
  /** `refused` is a clean error with its code; `crash` is anything else. */
  readonly opened: "ok" | "refused" | "crash";
  readonly kind?: "ledger" | "people" | "other";
  readonly people?: number;
  readonly problems?: number;
  /** What was written: the job's pages, or, where there is nothing to score, one page of text. */
  readonly wrote?: "pages" | "note" | "refused" | "crash";
  /** Error code or message. */
  readonly detail?: string;
  /** Parts of the file that are gone, and sheets nobody wrote to whose part differs. */
  readonly lost: readonly string[];
  readonly touched: readonly string[];
  /** Sheets whose names are not there when the saved file is opened again. */
  readonly missing: readonly string[];
  /** Whether one step back gives the workbook of before. */
  readonly restored?: boolean;
  readonly seconds: number;
  readonly saved?: Uint8Array;
}

const LANG = { lang: "zh-CN" } as const;

const NOTE: WorkbookSpec = {
  sheets: [aboutSheet({ version: "0", date: "2026-01-01", sections: [] }, "en-US")],
  names: [],
  activate: "about",
};

/** Opens, reads, writes, saves, opens again and takes back. Never throws. */
export async function examine(file: string, bytes: Uint8Array): Promise<Outcome> {
  const start = performance.now();
  const nothing = { file, lost: [], touched: [], missing: [] };
  const seconds = (): number => Math.round((performance.now() - start) / 100) / 10;
  let workbook: HostWorkbook;
  try {
    workbook = await openXlsx(bytes, file);
  } catch (error) {
    return { ...nothing, ...failed(error, "opened"), seconds: seconds() } as Outcome;
  }
  const host = createNodeHost(workbook);
  const before = JSON.stringify(dump(host));
  const read = await readIt(host).catch((error: unknown) => ({ ...failed(error, "wrote") }));
  if (!("written" in read)) return { ...nothing, opened: "ok", ...read, seconds: seconds() } as Outcome;
  const { written, ...told } = read;
  try {
    const saved = await saveXlsx(host.workbook);
    const compared = compare(bytes, saved);
    const reopened = await openXlsx(saved, file);
    const missing = workbook.sheets
      .filter(({ name }) => !reopened.sheets.some((sheet) => sheet.name === name))
      .map(({ name }) => name);
    if (written) await restore();
    const restored = JSON.stringify(dump(host)) === before;
    return { file, opened: "ok", ...told, ...compared, missing, restored, saved, seconds: seconds() };
  } catch (error) {
    return { ...nothing, opened: "ok", ...told, ...failed(error, "wrote"), seconds: seconds() } as Outcome;
  }
}

function failed(error: unknown, step: "opened" | "wrote"): Partial<Outcome> {
  const known = error instanceof AttainError && !["write-failed", "excel-failed"].includes(error.code);
  const detail =
    error instanceof AttainError
      ? `${error.code}: ${error.message}`
      : error instanceof Error
        ? (error.stack ?? error.message).split("\n").slice(0, 3).join(" ")
        : String(error);
  return { [step]: known ? "refused" : "crash", detail };
}

async function readIt(host: Host) {
  const surveyed = await surveyWorkbook(LANG);
  const { survey } = translateSurvey(surveyed, "en-US");
  const told = {
    kind: surveyed.found ? ("ledger" as const) : surveyed.people ? ("people" as const) : ("other" as const),
    people: survey.facts.people,
    problems: survey.problems.reduce((sum, { count }) => sum + count, 0),
  };
  if (survey.ready) {
    try {
      await writeRun(await previewRun(surveyed, {}, LANG), LANG);
      host.calculate();
      return { ...told, wrote: "pages" as const, written: true };
    } catch (error) {
      const failure = failed(error, "wrote");
      if (failure.wrote === "crash") return { ...told, ...failure, written: false };
      if (error instanceof AttainError && error.code !== "no-data")
        return { ...told, ...failure, written: false };
    }
  }
  try {
    await applyWorkbook(NOTE, LANG);
    host.calculate();
    return { ...told, wrote: "note" as const, written: true };
  } catch (error) {
    return { ...told, ...failed(error, "wrote"), written: false };
  }
}

/** Excel makes its order of calculation anew; every other part has to be there. */
const REMADE = /calcChain\.xml(\.rels)?$/i;

function compare(bytes: Uint8Array, saved: Uint8Array) {
  const [was, now] = [Package.open(bytes), Package.open(saved)];
  const paths = was.paths().filter((path) => !REMADE.test(path));
  const lost = paths.filter((path) => !now.has(path));
  const touched = paths.filter(
    (path) =>
      /worksheets\/[^/]+\.xml$|drawings\/|charts\/|pivot|media\/|tables\/|vba|externalLinks\//i.test(path) &&
      now.has(path) &&
      !same(was.text(path), now.text(path)),
  );
  const stylesKept = kept(was, now, /styles\.xml$/i, /<(?:\w+:)?xf\b/g);
  const stringsKept = kept(was, now, /sharedStrings\.xml$/i, /<(?:\w+:)?si\b/g);
  return { lost: [...lost, ...stylesKept, ...stringsKept], touched };
}

/** Which sheet is shown is the run's business, and formulas may have other results today; nothing else may differ. */
const same = (a: string, b: string): boolean => a === b || plain(a) === plain(b);
const plain = (text: string): string =>
  text
    .replace(/^\uFEFF?<\?xml[^>]*\?>\s*/, "")
    .replace(/ tabSelected="[^"]*"/, "")
    .replace(/\s+/g, " ")
    .replace(/ xmlns(?::\w+)?=(?:"[^"]*"|'[^']*')/g, "")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replace(/\s+(?=\/?>)/g, "")
    .replace(/> </g, "><")
    .replace(/<([\w:.-]+)([^<>]*)><\/\1>/g, "<$1$2/>")
    .replace(
      RESULT,
      (_, _prefix, attributes: string, formula: string) => attributes.replace(/ t="\w+"/, "") + formula,
    )
    .trim();

/** A cell with a formula: its attributes, the formula, and what it came to. */
const RESULT =
  /<((?:\w+:)?)c\b([^>]*)>(<\1f\b[^>]*(?:\/>|>[^<]*<\/\1f>))(?:<\1v[^>]*(?:\/>|>[^<]*<\/\1v>))?(?:<\1is>.*?<\/\1is>)?<\/\1c>/g;

/** Styles and texts are added to, never taken away. */
function kept(was: Package, now: Package, part: RegExp, mark: RegExp): string[] {
  return was.paths().flatMap((path) => {
    if (!part.test(path) || !now.has(path)) return [];
    const [before, after] = [was, now].map((file) => file.text(path).match(mark)?.length ?? 0);
    return (after ?? 0) < (before ?? 0) ? [`${path}: ${before} → ${after}`] : [];
  });
}
