import { writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { createWorkbook } from "../../host/emptyWorkbook";
import { createNodeHost } from "../../host/node";
import { saveXlsx } from "../../host/file/save";
import { preparePlan, writePlan } from "../../jobs/planJob";
import { say } from "../../words";
import { checkApart } from "../files";
import { chooseLang, progressBar } from "../output";
import { readJson, validate } from "../requests";
import { openFile } from "../session";
import { WORDS } from "../words";
import { runPart } from "./run";

type RunOptions = Parameters<typeof runPart>[2];

/** A workbook needs a sheet to start with; a plan of its own does not keep it. */
const UNUSED = "~";

/** What a run's request may hold; anything else is a plan's. */
const RUN_KEYS = ["parts", "baseYear", "growth", "emptyMonths", "plan", "scheme"];

/**
 * `attain plan`: the plan a request asks for, in a workbook of its own or beside the ledger it starts from. Without a
 * plan's request it is the usual case: last year's ledger, so much more.
 */
export async function plan(file: string | undefined, options: RunOptions): Promise<void> {
  const json = options.request === undefined ? undefined : await readJson(options.request);
  const isRun =
    typeof json === "object" && json !== null && Object.keys(json).every((key) => RUN_KEYS.includes(key));
  if (file !== undefined && (json === undefined || isRun)) return runPart("plan", file, options);
  const lang = chooseLang(options.lang);
  const wish = validate("plan", json ?? {}) ?? {};
  if (file !== undefined) await checkApart(file, options.out);
  const host = createNodeHost(
    file === undefined ? createWorkbook(basename(options.out), UNUSED) : await openFile(file),
  );
  const bar = progressBar(lang);
  try {
    const job = { lang, onProgress: bar.onProgress };
    const prepared = await preparePlan(wish, job);
    const report = await writePlan(prepared, job);
    host.calculate();
    const sheets = host.workbook.sheets.filter(({ name }) => file !== undefined || name !== UNUSED);
    await writeFile(options.out, await saveXlsx({ ...host.workbook, sheets }));
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
    const { formulas, charts, roundTrips } = report;
    console.log(say(WORDS.written, lang, { sheets: report.sheets.length, formulas, charts, roundTrips }));
    console.log(say(WORDS.saved, lang, { file: options.out }));
  } finally {
    bar.stop();
  }
}
