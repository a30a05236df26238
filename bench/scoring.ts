/**
 * The engine against NumPy on the same numbers in the same run: 10 000 people × 20 indicators × 12 months of seven rule
 * kinds, then growing to 100 000 people; and the same formulas recalculated by IronCalc and LibreOffice.
 * Run with `npx tsx bench/scoring.ts`. Needs python3 with numpy, and soffice for the last part.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { numberAt, textAt, type Column } from "../src/formula/column";
import { applyWorkbook } from "../src/excel/apply";
import { createWorkbook } from "../src/host/book/emptyWorkbook";
import { saveXlsx } from "../src/host/file/save";
import { createNodeHost } from "../src/host/node";
import { compileScheme } from "../src/scoring/compile";
import { NAMES } from "../src/scoring/names";
import { ranks } from "../src/scoring/ranks";
import { readyToScore, scoreColumns, type People } from "../src/scoring/scoreTeam";
import { schemeSheet } from "../src/sheets/evaluation/scheme";
import { scorecardSheet } from "../src/sheets/evaluation/scorecard";
import { benchInputs, benchKinds, benchPeople, benchScheme } from "./scoringCase";

const MONTHS = 12;
const REPEATS = 8;
const TURNS = 4;
const scheme = benchScheme();
const compiled = compileScheme(scheme);
const grades = scheme.grades.map(({ name }) => name);

console.log(`Node ${process.version}, ${cpus()[0]?.model ?? "?"} × ${cpus().length}`);
const rows: Record<string, object> = {};
for (const [people, months] of [
  [10_000, MONTHS],
  [30_000, 4],
  [100_000, 1],
] as const)
  rows[`${people.toLocaleString("en-US")} × 20 × ${months}`] = againstNumpy(people, months);
console.table(rows);
console.table({
  "300 people": await againstSpreadsheets(300),
  "1,000 people": await againstSpreadsheets(1000),
});

/** Both score the same binary columns; every total, grade and rank is compared. */
function againstNumpy(people: number, months: number) {
  const folder = mkdtempSync(join(tmpdir(), "attain-bench-"));
  try {
    const inputs = Array.from({ length: months }, (_, month) => benchInputs(people, month));
    inputs.forEach((columns, month) => {
      for (const [id, cells] of columns) writeFileSync(join(folder, `${month}-${id}.f64`), cells);
    });
    const repeats = people >= 100_000 ? 5 : REPEATS;
    writeFileSync(
      join(folder, "case.json"),
      JSON.stringify({ people, months, kinds: benchKinds(), repeats }),
    );
    const lists = inputs.map((columns) => benchPeople(columns, people));
    const columns = lists.map(readyToScore);
    let [fromLists, fromColumns, numpy] = [Infinity, Infinity, Infinity];
    let scored: Scored[] = [];
    // In turns, so that whatever else the machine does meets all of them alike.
    for (let turn = 0; turn < TURNS; turn += 1) {
      fromLists = Math.min(
        fromLists,
        fastest(repeats, () => lists.map(score)),
      );
      fromColumns = Math.min(
        fromColumns,
        fastest(repeats, () => (scored = columns.map(score))),
      );
      const script = join(import.meta.dirname, "scoring.py");
      const theirs = JSON.parse(execFileSync("python3", [script, folder], { encoding: "utf8" })) as {
        seconds: number;
      };
      numpy = Math.min(numpy, theirs.seconds);
    }
    const differing = scored.reduce((sum, one, month) => sum + differences(one, folder, month), 0);
    return {
      "engine s": round(fromColumns),
      "from lists s": round(fromLists),
      "NumPy s": round(numpy),
      "engine ÷ NumPy": round(fromColumns / numpy),
      "from lists ÷ NumPy": round(fromLists / numpy),
      "scores a second": Math.round((people * months * 20) / fromColumns).toLocaleString("en-US"),
      "results that differ": differing,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Seconds of the fastest of some runs. */
function fastest(runs: number, work: () => unknown): number {
  let best = Infinity;
  for (let i = 0; i < runs; i += 1) {
    const start = performance.now();
    work();
    best = Math.min(best, (performance.now() - start) / 1000);
  }
  return best;
}

interface Scored {
  readonly total: Column;
  readonly grade: Column;
  readonly rank: readonly number[];
}

/** Everything the engine does for a person: points, sections, total, grade, light, remark, rank. */
function score(people: People): Scored {
  const columns = scoreColumns(
    compiled,
    people,
    new Set([NAMES.total, NAMES.grade, NAMES.light, NAMES.remark]),
  );
  const column = (name: string): Column => {
    const found = columns.get(name);
    if (!found) throw new RangeError(name);
    return found;
  };
  const total = column(NAMES.total);
  return { total, grade: column(NAMES.grade), rank: ranks(total.numbers) };
}

function differences({ total, grade, rank }: Scored, folder: string, month: number): number {
  const theirs = (what: string): Float64Array => {
    const bytes = readFileSync(join(folder, `${month}-${what}.out`));
    return new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 8);
  };
  const [totals, places, theirRanks] = [theirs("total"), theirs("grade"), theirs("rank")];
  let differing = 0;
  totals.forEach((theirTotal, i) => {
    const same =
      Math.abs(numberAt(total, i) - theirTotal) < 1e-9 &&
      textAt(grade, i) === grades[(places[i] ?? 0) - 1] &&
      rank[i] === theirRanks[i];
    if (!same) differing += 1;
  });
  return differing;
}

/** One month on sheets: what it costs to write, and how long others take to calculate the same formulas. */
async function againstSpreadsheets(people: number) {
  const team = benchPeople(benchInputs(people, 0), people);
  const engine = seconds(() => score(team));
  const page = schemeSheet(scheme);
  const card = scorecardSheet(scheme, team, { references: page.references });
  const host = createNodeHost(createWorkbook("bench.xlsx", "first"));
  const before = host.traffic.log.length;
  const report = await applyWorkbook({
    sheets: [card.sheet, page.sheet],
    names: page.names,
    activate: "scorecard",
  });
  const log = host.traffic.log.slice(before);
  const ironcalc = seconds(() => host.calculate());
  const bytes = await saveXlsx(host.workbook);
  return {
    "engine s": engine,
    "IronCalc s": ironcalc,
    "LibreOffice s": libreoffice(bytes),
    formulas: report.formulas,
    "round trips": report.roundTrips,
    "sent MB": round(log.reduce((sum, { requestBytes }) => sum + requestBytes, 0) / 1e6),
    "file MB": round(bytes.length / 1e6),
  };
}

/** Opening, recalculating everything and saving, less the same for a workbook of one cell. */
function libreoffice(bytes: Uint8Array): number | string {
  const folder = mkdtempSync(join(tmpdir(), "attain-bench-lo-"));
  const run = (file: string): number =>
    seconds(() =>
      execFileSync(
        "soffice",
        [
          `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`,
          "--headless",
          "--convert-to",
          "xlsx:Calc MS Excel 2007 XML",
          "--outdir",
          join(folder, "out"),
          file,
        ],
        { stdio: "ignore" },
      ),
    );
  try {
    writeFileSync(join(folder, "empty.csv"), "1\n");
    writeFileSync(join(folder, "book.xlsx"), bytes);
    run(join(folder, "empty.csv"));
    const [idle, busy] = [run(join(folder, "empty.csv")), run(join(folder, "book.xlsx"))];
    return round(busy - idle);
  } catch {
    return "not installed";
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function seconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return round((performance.now() - start) / 1000);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
