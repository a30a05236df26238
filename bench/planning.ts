/**
 * What a plan costs: reps × months × products allocated at once with one cell in twenty locked, beside a naive
 * proportional split of the same matrix in the same run, as the team grows; and what writing the sheets asks of
 * Excel. Run with `npx tsx bench/planning.ts [reps …]`.
 */
import { applyWorkbook } from "../src/excel/apply";
import { saveXlsx } from "../src/host/file/save";
import { createNodeHost } from "../src/host/node";
import { planBookOf } from "../src/jobs/plan/planBook";
import type { AllocationNode } from "../src/planning/allocate/grid";
import type { Limit } from "../src/planning/allocate/limits";
import { allocateTree } from "../src/planning/allocate/tree";
import type { PlanRequest } from "../src/planning/planRequest";
import { buildPlanSet } from "../src/planning/planSet";

const MONTHS = Array.from({ length: 12 }, (_, m) => `2026-${String(m + 1).padStart(2, "0")}`);
const PRODUCTS = [
  ["Motor", 0.75],
  ["Property", 0.15],
  ["Accident", 0.1],
] as const;
const LOCKED = 0.05;
/** Reps a manager, managers a region. */
const [TEAM, REGION] = [10, 10];
/** Runs of which the fastest counts. */
const RUNS = 3;

const sizes = process.argv.slice(2).map(Number);
const rows: Record<string, Record<string, number | string>> = {};
for (const reps of sizes.length > 0 ? sizes : [1_000, 10_000, 100_000])
  rows[`${reps} reps`] = allocation(reps);
console.log("Allocation: reps × 12 months × 3 products");
console.table(rows);

const written: Record<string, Record<string, number>> = {};
for (const reps of sizes.length > 0 ? sizes.filter((size) => size <= 1000) : [100, 1_000])
  written[`${reps} reps`] = await writing(reps);
console.log("Sheets: targets, mix, summary, card, request");
console.table(written);

/** The matrix as it comes: a tree of regions, managers, reps and products with a claim on every month. */
function allocation(reps: number): Record<string, number | string> {
  const random = seeded(7);
  const leaves: (AllocationNode & { readonly weights: readonly number[] })[] = [];
  const units: AllocationNode[] = Array.from({ length: reps }, (_, rep) => {
    const size = 20 + random() * 180;
    const children = PRODUCTS.map(([product, share]) => {
      const leaf = {
        id: `${rep}/${product}`,
        weights: MONTHS.map(() => size * share * (0.5 + random())),
      };
      leaves.push(leaf);
      return leaf;
    });
    return { id: `${rep}`, children };
  });
  const root = { id: "*", children: grouped(grouped(units, TEAM, "m"), REGION, "r") };
  const total = Math.round(leaves.reduce((sum, { weights }) => sum + weights.reduce((a, b) => a + b, 0), 0));

  const free = fastest(() => allocateTree({ root, periods: MONTHS, total }));
  const ideals = new Map(leaves.map(({ id, weights }) => [id, weights]));
  const limits: Limit[] = [];
  for (const { id } of leaves) {
    MONTHS.forEach((period, p) => {
      if (random() < LOCKED)
        limits.push({
          node: id,
          period,
          lock: Math.round((ideals.get(id)?.[p] ?? 0) * (0.7 + 0.6 * random())),
        });
    });
  }
  const locked = fastest(() => allocateTree({ root, periods: MONTHS, total, limits }), 2);
  const naive = fastest(() => naiveSplit(leaves, total));
  return {
    cells: leaves.length * MONTHS.length,
    locks: limits.length,
    "naive ms": round(naive),
    "exact ms": round(free),
    "with locks ms": round(locked),
    "exact ÷ naive": round(free / naive),
    "with locks ÷ naive": round(locked / naive),
  };
}

/** What a spreadsheet's formula does: every cell its share, rounded by itself; sums come out as they may. */
function naiveSplit(leaves: readonly { readonly weights: readonly number[] }[], total: number): number[][] {
  let whole = 0;
  for (const { weights } of leaves) for (const weight of weights) whole += weight;
  return leaves.map(({ weights }) => weights.map((weight) => Math.round((total * weight) / whole)));
}

/** A plan with its product mix, written into an empty workbook: round trips and bytes are the same on any machine. */
async function writing(reps: number): Promise<Record<string, number>> {
  const random = seeded(11);
  const request: PlanRequest = {
    measure: "Revenue",
    unit: "USD",
    horizon: { from: "2026-01-01", to: "2026-12-31" },
    total: { growth: 0.2 },
    mix: [{ name: "Product", parts: PRODUCTS.map(([name, share]) => ({ name, share })) }],
    team: {
      company: "Company",
      levels: ["Region", "Manager", "Rep"],
      members: Array.from({ length: reps }, (_, rep) => ({
        path: [`R${Math.floor(rep / TEAM / REGION)}`, `M${Math.floor(rep / TEAM)}`, `P${rep}`],
        history: MONTHS.map(() => Math.round(5000 + random() * 20_000)),
      })),
    },
  };
  const start = performance.now();
  const set = buildPlanSet(request);
  const planned = performance.now();
  const spec = planBookOf(set, { lang: "en-US", version: "bench", date: "2026-01-31" });
  const described = performance.now();
  const host = createNodeHost();
  const report = await applyWorkbook(spec, { lang: "en-US" });
  const applied = performance.now();
  const file = await saveXlsx(host.workbook);
  const { log } = host.traffic;
  return {
    "plan s": round((planned - start) / 1000),
    "describe s": round((described - planned) / 1000),
    "write s": round((applied - described) / 1000),
    "trips to write": report.roundTrips,
    actions: log.reduce((sum, { actions }) => sum + actions, 0),
    "sent MB": round(log.reduce((sum, { requestBytes }) => sum + requestBytes, 0) / 1e6),
    cells: report.cells,
    formulas: report.formulas,
    "file MB": round(file.length / 1e6),
  };
}

function grouped(nodes: readonly AllocationNode[], size: number, prefix: string): AllocationNode[] {
  return Array.from({ length: Math.ceil(nodes.length / size) }, (_, i) => ({
    id: `${prefix}${i}`,
    children: nodes.slice(i * size, (i + 1) * size),
  }));
}

/** Milliseconds of processor time of the fastest run: what else the machine does plays no part. */
function fastest(work: () => unknown, runs = RUNS): number {
  let best = Infinity;
  for (let run = 0; run < runs; run++) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}

/** The same numbers every time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
