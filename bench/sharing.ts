/**
 * What sending out and bringing back costs a file, as people grow in number: processor time to make, search and read
 * one, its bytes, and both as ratios – to the fewest people, and to an empty workbook written and read in the same run.
 * Run with `npx tsx bench/sharing.ts`; numbers are sizes, words are kinds: `npx tsx bench/sharing.ts signer 500`.
 */
import { createWorkbook } from "../src/host/book/emptyWorkbook";
import { openXlsx } from "../src/host/file/open";
import { saveXlsx } from "../src/host/file/save";
import { applyWorkbook } from "../src/excel/apply";
import type { Host } from "../src/host/host";
import { createNodeHost } from "../src/host/node";
import { filesInNode } from "../src/host/workbookFilesInNode";
import { prepareCollection, writeCollection } from "../src/jobs/sharing/collect";
import { makeHandouts, prepareDistribution, recordDistribution } from "../src/jobs/sharing/distribute";
import { bookOf } from "../src/jobs/evaluation/evaluationBook";
import { previewRun, surveyWorkbook, writeRun } from "../src/jobs/run";
import { recordReview } from "../src/jobs/review/reviewJob";
import { evaluate } from "../src/scoring/evaluate";
import type { Level } from "../src/sharing/levels";
import { fillIn } from "../test/sharing/fillIn";
import { circle } from "../test/sharing/ratingCase";
import { monthly, signed as signedBy } from "../test/sharing/reviewCase";
import { syntheticLedger } from "./syntheticLedger";

const SIZES = process.argv.slice(2).map(Number).filter(Number.isInteger);
const ONLY = process.argv.slice(2).filter((word) => !/^\d+$/.test(word));
const options = { lang: "en-US" } as const;
const files = filesInNode();

/** Milliseconds of this process's own time, which other work on the machine does not lengthen. */
async function cost<T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly result: T }> {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1000, result };
}

async function repsMaster(people: number): Promise<Host> {
  const host = createNodeHost(syntheticLedger(people));
  await writeRun(await previewRun(await surveyWorkbook(options), {}, options), options);
  host.calculate();
  return host;
}

async function ratersMaster(people: number): Promise<Host> {
  const host = createNodeHost();
  await applyWorkbook(bookOf(evaluate(circle(people, "en-US"))), options);
  host.calculate();
  return host;
}

/** An evaluation that has been reviewed and waits for everybody's signature. */
async function signersMaster(people: number): Promise<Host> {
  const host = createNodeHost();
  const names = Array.from({ length: people }, (_, i) => `Person ${String(i + 1).padStart(3, "0")}x`);
  await applyWorkbook(bookOf(evaluate(monthly("en-US", names))), options);
  host.calculate();
  const by = "HR";
  const everybody = ["all"];
  await recordReview(
    [
      { kind: "submit", people: everybody, by },
      ...[1, 2, 3].map(() => ({ kind: "pass", people: everybody, by }) as const),
    ],
    options,
  );
  host.calculate();
  return host;
}

type Fill = (bytes: Uint8Array, recipient: string) => Promise<Uint8Array>;

const KINDS: readonly {
  readonly what: string;
  readonly by: Level;
  readonly master: (people: number) => Promise<Host>;
  readonly fill: Fill;
}[] = [
  {
    what: "rep",
    by: "rep",
    master: repsMaster,
    fill: (bytes) => fillIn(bytes, { "My targets": { D7: 5 } }),
  },
  {
    what: "rater",
    by: "rater",
    master: ratersMaster,
    fill: (bytes) => fillIn(bytes, { "My ratings": { D6: 70, E6: 80, F6: 90 } }),
  },
  {
    what: "signer",
    by: "rep",
    master: signersMaster,
    fill: (bytes, signer) => signedBy(bytes, "en-US", { decision: "sign", signer }),
  },
];

const empty = await cost(async () => {
  let bytes: Uint8Array = new Uint8Array();
  for (let i = 0; i < 50; i++) {
    bytes = await saveXlsx(createWorkbook("empty.xlsx"));
    await openXlsx(bytes, "empty.xlsx");
  }
  return bytes.length;
});
const emptyMs = empty.ms / 50;

const rows: Record<string, Record<string, number>> = {};
for (const { what, by, master, fill } of KINDS.filter(
  ({ what }) => ONLY.length === 0 || ONLY.includes(what),
)) {
  let first: { make: number; read: number } | undefined;
  for (const people of SIZES.length > 0 ? SIZES : [20, 100, 500]) {
    const host = await master(people);
    const prepared = await prepareDistribution({ by }, options);
    const made = await cost(() => makeHandouts(prepared, files, options));
    await recordDistribution(prepared);
    const count = made.result.length;
    const answers = await Promise.all(
      made.result.map(async ({ file, bytes, recipient }) => {
        const filled = await fill(bytes, recipient);
        return { name: file, modified: new Date().toISOString(), bytes: () => Promise.resolve(filled) };
      }),
    );
    host.connect();
    const read = await cost(() => prepareCollection(answers, files, {}, options));
    const taken = read.result.view.files.filter(({ status }) => status === "taken").length;
    if (taken !== count) throw new Error(`${taken} of ${count} answers were taken`);
    const signed = read.result.view.decisions.length;
    if (what === "signer" && signed !== count) throw new Error(`${signed} of ${count} signatures count`);
    const trips = host.traffic.roundTrips;
    const merged = await cost(() => writeCollection(read.result, options));
    const bytes = made.result.reduce((sum, { bytes: each }) => sum + each.length, 0) / count;
    const [make, look] = [made.ms / count, read.ms / count];
    first ??= { make, read: look };
    rows[`${what}, ${people} people`] = {
      files: count,
      "make ms": round(make),
      "read ms": round(look),
      taken,
      "log lines": signed,
      "merge ms": round(merged.ms / count),
      kB: round(bytes / 1000),
      "make ÷ fewest": round(make / first.make),
      "read ÷ fewest": round(look / first.read),
      "make ÷ empty": round(make / emptyMs),
      "bytes ÷ empty": round(bytes / empty.result),
      "bytes ÷ master": Math.round((bytes / (await saveXlsx(host.workbook)).length) * 1000) / 1000,
      "trips to merge": host.traffic.roundTrips - trips,
    };
  }
}
console.table(rows);

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
