import { basename } from "node:path";
import { createWorkbook } from "../../host/book/emptyWorkbook";
import { createNodeHost } from "../../host/node";
import { saveXlsx } from "../../host/file/save";
import { prepareKept, preparePlan, writePlan } from "../../jobs/plan/planJob";
import { say } from "../../words";
import { checkApart, writeBytes } from "../files";
import { chooseLang, progressBar } from "../output";
import { readJson, validate } from "../requests";
import { openFile } from "../session";
import { WORDS } from "../words";
import { runPart } from "./run";

interface PlanOptions extends NonNullable<Parameters<typeof runPart>[2]> {
  readonly keepTyped?: boolean;
}

/** A workbook needs a sheet to start with; a plan of its own does not keep it. */
const UNUSED = "~";

/** What only a run's request holds: one such word tells it from a plan's. */
const RUN_KEYS = ["parts", "baseYear", "growth", "emptyMonths", "plan", "scheme"];

/**
 * `attain plan`: the plan a request asks for, in a workbook of its own or beside the ledger it starts from. Without a
 * plan's request it is the usual case: last year's ledger, so much more. With `--keep-typed` a plan's own workbook is
 * planned again around what was typed over its targets.
 */
export async function plan(file: string | undefined, options: PlanOptions): Promise<void> {
  const json = options.request === undefined ? undefined : await readJson(options.request);
  const isRun =
    typeof json === "object" && json !== null && Object.keys(json).some((key) => RUN_KEYS.includes(key));
  if (file !== undefined && !options.keepTyped && (json === undefined || isRun))
    return runPart("plan", file, options);
  const lang = chooseLang(options.lang);
  const wish = validate("plan", json ?? {}) ?? {};
  if (file !== undefined) await checkApart(file, options.out);
  const host = createNodeHost(
    file === undefined ? createWorkbook(basename(options.out), UNUSED) : await openFile(file),
  );
  const bar = progressBar(lang);
  try {
    const job = { lang, onProgress: bar.onProgress };
    const prepared = options.keepTyped ? await prepareKept(job) : await preparePlan(wish, job);
    const report = await writePlan(prepared, job);
    host.calculate();
    const sheets = host.workbook.sheets.filter(({ name }) => file !== undefined || name !== UNUSED);
    await writeBytes(options.out, await saveXlsx({ ...host.workbook, sheets }));
    if (options.json) {
      const { plan: made } = prepared;
      const { total, owed, growth, root } = made;
      const units = root.children.map(({ name, total: own, historyTotal }) => ({
        name,
        total: own,
        historyTotal,
      }));
      console.log(
        JSON.stringify(
          { file: options.out, total, owed: owed ?? total, growth, units, written: report },
          null,
          2,
        ),
      );
      return;
    }
    if (prepared.typed) console.log(say(WORDS.kept, lang, { count: prepared.typed.limits.length }));
    const { formulas, charts, roundTrips } = report;
    console.log(say(WORDS.written, lang, { sheets: report.sheets.length, formulas, charts, roundTrips }));
    console.log(say(WORDS.saved, lang, { file: options.out }));
  } finally {
    bar.stop();
  }
}
