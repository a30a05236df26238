/**
 * What the main job costs as the team grows: round trips to Excel, actions and bytes (the same on any machine), and
 * the time of each stage in this one. Run with `npm run bench`.
 */
import { createNodeHost } from "../src/host/node";
import { saveXlsx } from "../src/host/file/save";
import { previewRun, surveyWorkbook, writeRun } from "../src/jobs/run";
import { syntheticLedger } from "./syntheticLedger";

const SIZES = process.argv.slice(2).map(Number);
const options = { lang: "en-US" } as const;
const rows = [];
for (const reps of SIZES.length > 0 ? SIZES : [30, 300, 3000]) rows.push(await measure(reps));
console.table(Object.fromEntries(rows.map(({ reps, ...row }) => [`${reps} reps`, row])));

async function measure(reps: number) {
  const host = createNodeHost(syntheticLedger(reps));
  const seconds: Record<string, number> = {};
  const timed = async <T>(stage: string, work: () => Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await work();
    seconds[stage] = Math.round(performance.now() - start) / 1000;
    return result;
  };
  const surveyed = await timed("read s", () => surveyWorkbook(options));
  const readTrips = host.traffic.roundTrips;
  const prepared = await timed("compute s", () => previewRun(surveyed, {}, options));
  const report = await timed("write s", () => writeRun(prepared, options));
  const { log } = host.traffic;
  const sum = (pick: (entry: (typeof log)[number]) => number) =>
    log.reduce((total, entry) => total + pick(entry), 0);
  const file = await timed("save s", () => saveXlsx(host.workbook));
  return {
    reps,
    "trips to read": readTrips,
    "trips to write": host.traffic.roundTrips - readTrips,
    actions: sum(({ actions }) => actions),
    "sent MB": Math.round(sum(({ requestBytes }) => requestBytes) / 1e4) / 100,
    "received MB": Math.round(sum(({ responseBytes }) => responseBytes) / 1e4) / 100,
    formulas: report.formulas,
    ...seconds,
    "file MB": Math.round(file.length / 1e4) / 100,
  };
}
