import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Cell, Grid } from "../../src/records/grid";

/** The rows of a comma-separated text; quotes as RFC 4180 has them. Fields that are plain numbers become numbers, as Excel opens them. */
export function parseCsv(text: string): Cell[][] {
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  const field = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|$)/gy;
  for (let match = field.exec(text); match && field.lastIndex <= text.length; match = field.exec(text)) {
    const raw = match[1] ?? "";
    const value = raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw;
    row.push(/^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value);
    if (match[2] === ",") continue;
    if (row.length > 1 || row[0] !== "") rows.push(row);
    row = [];
    if (match[2] === "") break;
  }
  return rows;
}

/** One of the sample files of `assets/sample` as a sheet that starts at A1. */
export function sampleGrid(
  file: "sales_pipeline" | "sales_teams" | "products" | "accounts",
  sheet: string = file,
): Grid {
  const text = readFileSync(join(__dirname, "../../assets/sample", `${file}.csv`), "utf8");
  return { sheet, top: 0, left: 0, values: parseCsv(text) };
}
