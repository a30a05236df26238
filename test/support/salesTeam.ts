import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { People } from "../../src/scoring/scoreTeam";

function rows(file: string): string[][] {
  const lines = readFileSync(join(process.cwd(), "assets/sample", file), "utf8")
    .trim()
    .split(/\r?\n/);
  return lines.slice(1).map((line) => line.split(","));
}

/** The 35 reps of the sample ledger with their 2017: targets are the active reps' even share of 10 005 534. */
export function salesTeam(): People {
  const teams = rows("sales_teams.csv");
  const names = teams.map(([name = ""]) => name);
  const tally = {
    won: new Map<string, number>(),
    lost: new Map<string, number>(),
    revenue: new Map<string, number>(),
  };
  const add = (map: Map<string, number>, name: string, amount: number) =>
    map.set(name, (map.get(name) ?? 0) + amount);
  for (const [, agent = "", , , stage, , , value] of rows("sales_pipeline.csv")) {
    if (stage === "Lost") add(tally.lost, agent, 1);
    if (stage !== "Won") continue;
    add(tally.won, agent, 1);
    add(tally.revenue, agent, Number(value));
  }
  const column = (map: Map<string, number>) => names.map((name) => map.get(name) ?? null);
  // 10 005 534 = 30 × 333 517 + 24: the first 24 carry one more.
  let active = 0;
  const target = names.map((name) => (tally.won.has(name) ? 333_517 + (active++ < 24 ? 1 : 0) : null));
  return {
    names,
    units: teams.map(([, , region = ""]) => region),
    inputs: new Map([
      ["target", target],
      ["revenue", column(tally.revenue)],
      ["won", column(tally.won)],
      ["lost", column(tally.lost)],
    ]),
  };
}
