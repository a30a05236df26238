import { createWorkbook, emptySheet } from "../src/host/book/emptyWorkbook";
import type { Cell, HostSheet, HostWorkbook } from "../src/host/book/workbook";

/** Deals a rep has in the synthetic year: enough for every month and outcome. */
const DEALS_PER_REP = 24;

/** A repeatable stream of fractions (Mulberry32), so that every run measures the same workbook. */
function fractions(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A ledger and a team list of `reps` people, shaped like the sample: text dates, open deals without value. */
export function syntheticLedger(reps: number): HostWorkbook {
  const random = fractions(reps);
  const teams: (string | number)[][] = [["sales_agent", "manager", "regional_office"]];
  const deals: (string | number)[][] = [
    [
      "opportunity_id",
      "sales_agent",
      "product",
      "account",
      "deal_stage",
      "engage_date",
      "close_date",
      "close_value",
    ],
  ];
  for (let rep = 0; rep < reps; rep++) {
    const name = `Rep ${nameOf(rep)}`;
    const team = Math.floor(rep / 10);
    teams.push([name, `Manager ${nameOf(team)}`, `Region ${nameOf(Math.floor(team / 10))}`]);
    for (let deal = 0; deal < DEALS_PER_REP; deal++) {
      const roll = random();
      const stage = roll < 0.5 ? "Won" : roll < 0.8 ? "Lost" : "Engaging";
      const day = () => `${1 + Math.floor(random() * 12)}/${1 + Math.floor(random() * 28)}/2017`;
      const closed = stage === "Engaging" ? "" : day();
      const value = stage === "Won" ? 100 + Math.floor(random() * 9900) : stage === "Lost" ? 0 : "";
      deals.push([
        `D${rep}-${deal}`,
        name,
        "MG Special",
        `Account ${deal}`,
        stage,
        "1/1/2017",
        closed,
        value,
      ]);
    }
  }
  const workbook = createWorkbook(`${reps}.xlsx`);
  workbook.sheets.splice(0, 1, sheetOf("Ledger", deals), sheetOf("Teams", teams));
  const [first] = workbook.sheets;
  if (first) {
    workbook.activeSheet = first.id;
    workbook.selection = { sheet: first.id, range: "A1" };
  }
  return workbook;
}

/** Names without digits, as people's are. @example nameOf(27) // "BB" */
function nameOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : nameOf(Math.floor(index / 26) - 1) + letter;
}

function sheetOf(name: string, rows: readonly (readonly (string | number)[])[]): HostSheet {
  const sheet = emptySheet(name);
  rows.forEach((row, r) => {
    const cells = new Map<number, Cell>();
    row.forEach((value, c) => {
      if (value !== "") cells.set(c, { value, style: 0 });
    });
    sheet.cells.set(r, cells);
  });
  return sheet;
}
