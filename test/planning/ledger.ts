import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { History } from "../../src/planning/history";

/** The sample ledger's won deals of 2017 by rep and month, read plainly: these tests are about planning, not reading. */
export function ledgerHistory(): History {
  const rows = (file: string): string[][] =>
    readFileSync(join(__dirname, "../../assets/sample", file), "utf8")
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(","));
  const months = new Map<string, number[]>();
  for (const [, agent = "", , , stage, , closed = "", value] of rows("sales_pipeline.csv")) {
    if (stage !== "Won") continue;
    const values = months.get(agent) ?? Array<number>(12).fill(0);
    const month = Number(closed.split("/")[0]) - 1;
    values[month] = (values[month] ?? 0) + Number(value);
    months.set(agent, values);
  }
  return {
    company: "Company",
    levels: ["Region", "Manager", "Rep"],
    rows: rows("sales_teams.csv").map(([agent = "", manager = "", office = ""]) => ({
      path: [office, manager, agent],
      values: months.get(agent) ?? Array<number>(12).fill(0),
    })),
  };
}
