/**
 * Workbooks of the wild: reads, writes, saves and takes back every .xlsx of a folder and says what became of each.
 *
 *     npx tsx bench/realWorkbooks.ts FOLDER [--keep FOLDER] [--list FILE] [--workers 2]
 *
 * `--keep` saves what was written, for the Open XML validator and LibreOffice; `--list` writes every outcome as JSON.
 */
import { fork, type ChildProcess } from "node:child_process";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import type { Outcome } from "./realWorkbooks/examine";

const PATIENCE_MS = 120_000;

type Told = Omit<Outcome, "saved"> | (Pick<Outcome, "file"> & { readonly opened: "hang" });

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    keep: { type: "string" },
    list: { type: "string" },
    workers: { type: "string", default: "2" },
  },
});
const [folder = "."] = positionals;
if (values.keep !== undefined) await mkdir(values.keep, { recursive: true });
const names = (await readdir(folder)).filter((name) => /\.xls[xm]$/i.test(name)).sort();
const waiting = names.map((name) => join(folder, name));
const outcomes: Told[] = [];

await Promise.all(Array.from({ length: Number(values.workers) }, work));
if (values.list !== undefined) await writeFile(values.list, JSON.stringify(outcomes, null, 1));
report();

async function work(): Promise<void> {
  let child: ChildProcess | undefined;
  for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
    child ??= fork(new URL("./realWorkbooks/worker.ts", import.meta.url), { execArgv: process.execArgv });
    const told = await ask(child, file);
    outcomes.push(told);
    if (told.opened === "hang") child = undefined;
    if (outcomes.length % 100 === 0) console.error(`${outcomes.length} / ${names.length}`);
  }
  child?.kill();
}

function ask(child: ChildProcess, file: string): Promise<Told> {
  return new Promise((done) => {
    const give = (told: Told): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      done(told);
    };
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      give({ file, opened: "hang" });
    }, PATIENCE_MS);
    child.once("exit", () => give({ file, opened: "hang" }));
    child.once("message", (told: Told) => give(told));
    child.send({ file, ...(values.keep === undefined ? {} : { keep: values.keep }) });
  });
}

function report(): void {
  const done = outcomes.filter((each): each is Omit<Outcome, "saved"> => each.opened !== "hang");
  const count = (is: (each: Omit<Outcome, "saved">) => boolean): number => done.filter(is).length;
  const written = (each: Omit<Outcome, "saved">): boolean => each.wrote === "pages" || each.wrote === "note";
  console.table({
    workbooks: names.length,
    opened: count(({ opened }) => opened === "ok"),
    "no workbook, said so": count(({ opened }) => opened === "refused"),
    "with a ledger": count(({ kind }) => kind === "ledger"),
    "with people": count(({ kind }) => kind === "people"),
    "job's pages written": count(({ wrote }) => wrote === "pages"),
    "a page of text written": count(({ wrote }) => wrote === "note"),
    "not written, said why": count(({ wrote }) => wrote === "refused"),
    crashes: count(({ opened, wrote }) => opened === "crash" || wrote === "crash"),
    hangs: outcomes.length - done.length,
    "parts lost": count(({ lost }) => lost.length > 0),
    "parts changed that nobody wrote": count(({ touched }) => touched.length > 0),
    "sheets missing when opened again": count(({ missing }) => missing.length > 0),
    "one step back is the workbook of before": count((each) => written(each) && each.restored === true),
    "one step back differs": count((each) => written(each) && each.restored === false),
  });
  for (const each of outcomes)
    if (each.opened === "hang") console.log(`HANG  ${basename(each.file)}`);
    else if (each.opened === "crash" || each.wrote === "crash")
      console.log(`CRASH ${basename(each.file)}  ${each.detail ?? ""}`);
    else if (each.lost.length > 0 || each.missing.length > 0)
      console.log(`LOST  ${basename(each.file)}  ${[...each.lost, ...each.missing].join(" ")}`);
    else if (each.touched.length > 0) console.log(`TOUCH ${basename(each.file)}  ${each.touched.join(" ")}`);
}
