import { ABSOLUTE, rangeRef } from "../../formula/references";
import type { Cell } from "../../records/grid";
import { cellAt, type TableRegion } from "../../records/tables/region";
import type { TrackerLedger } from "../../sheets/follow/tracker";
import type { Results } from "../compute";
import type { Understanding } from "../read/understand";

/** Rows below the ledger that count too, so that new deals written under it do. */
const ROOM = 5_000;
/** Comparisons a page may ask for; beyond that it is slow to open, and holds the amounts instead. */
const MOST = 20_000_000;

/**
 * The ledger as ranges that formulas can sum by person and day – when that gives exactly what was read: real dates,
 * plain amounts, everybody's name as the plan writes it, won deals told by one word. A ledger that had to be cleaned
 * is not summed by formulas, which would not clean it.
 */
export function liveLedger(
  found: Understanding,
  { reps, plan, reached }: Results,
): TrackerLedger | undefined {
  const { ledger } = found.roles;
  if (!plan || !reached || reached.asOf === 0 || !ledger || ledger.siblings.length > 0) return undefined;
  const { region, recognition } = ledger;
  const { rep, closed, amount, outcome } = recognition.fields;
  if (!rep || !closed || !amount || !isPlain(region)) return undefined;
  const names = reps.map(({ name }) => name);
  if (new Set(names.map(keyOf)).size < names.length || names.some((name) => /[*?~]/.test(name)))
    return undefined;
  if (names.length * plan.periods.length * (region.rows.length + ROOM) > MOST) return undefined;

  const won = new Set<string>();
  const other = new Set<string>();
  const known = new Set(names);
  for (const [i, row] of region.rows.entries()) {
    const at = (field: { readonly column: number }): Cell => cellAt(region, row, field.column);
    const word = outcome ? text(at(outcome)) : "";
    const isWon = found.deals.outcome[i] === "won";
    (isWon ? won : other).add(keyOf(word));
    if (!isWon) continue;
    if (typeof at(closed) !== "number" || typeof at(amount) !== "number") return undefined;
    if (at(amount) !== found.deals.amount[i] || !known.has(text(at(rep)))) return undefined;
  }
  const [word] = won;
  if (outcome && (won.size !== 1 || word === undefined || word === "" || other.has(word))) return undefined;
  if (!outcome && other.size > 0) return undefined;
  const range = (field: { readonly column: number }): string => rangeOf(region, field.column);
  const spoken = outcome && region.rows.map((row) => text(cellAt(region, row, outcome.column)));
  const equals = spoken?.find((each) => keyOf(each) === word);
  return {
    name: range(rep),
    date: range(closed),
    amount: range(amount),
    ...(outcome && equals !== undefined ? { where: { column: range(outcome), equals } } : {}),
  };
}

/** Records and nothing else, upright, to the last row. */
function isPlain({ grid, aside, notes, lent, rows }: TableRegion): boolean {
  return !grid.transposed && aside.length === 0 && notes.length === 0 && lent.size === 0 && rows.length > 0;
}

function rangeOf({ grid, rows }: TableRegion, column: number): string {
  const first = grid.top + (rows[0] ?? 0);
  const last = grid.top + (rows.at(-1) ?? 0) + ROOM;
  const at = grid.left + column;
  return rangeRef(first, at, last, at, { ...ABSOLUTE, sheet: grid.sheet });
}

function text(cell: Cell): string {
  return typeof cell === "string" ? cell : "";
}

/** Spreadsheet programs compare texts without regard to case. */
function keyOf(name: string): string {
  return name.toLowerCase();
}
