import { AttainError } from "../../errors";
import { readGrids } from "../../excel/read/read";
import { readState } from "../../excel/state/workbookState";
import type { Grid } from "../../records/grid";
import { readScored, type Page, type Scored } from "../../sheets/analysis/readScored";

/**
 * The scores of the open workbook as its own sheets say them now. In a workbook with several schemes, the one whose
 * scorecard is called `sheet`, or the first.
 *
 * @throws AttainError `no-scores`, `scheme-invalid` with every mistake and its cell, `cell-editing`, `cancelled`
 */
export async function openScored({
  signal,
  sheet,
}: { readonly signal?: AbortSignal; readonly sheet?: string } = {}): Promise<Scored> {
  const ours = (await readState())?.sheets ?? [];
  const pairs = ours.flatMap((card) => {
    if (!/^scorecard\b/.test(card.spec)) return [];
    const scheme = ours.find(({ spec }) => spec === card.spec.replace(/^scorecard/, "scheme"));
    return scheme ? [{ card: card.tab, scheme: scheme.tab, spec: card.spec }] : [];
  });
  // A trial is asked for by its name.
  const [first = pairs[0]] = pairs.filter(({ spec }) => !spec.endsWith("-trial"));
  const pair = sheet === undefined ? first : pairs.find(({ card }) => card === sheet);
  if (!pair) throw new AttainError("no-scores");
  const grids = await readGrids({ sheets: [pair.scheme, pair.card], ...(signal ? { signal } : {}) });
  const page = (tab: string): Page => {
    const grid = grids.find((one) => one.sheet === tab);
    if (!grid) throw new AttainError("sheet-missing", { name: tab }, { sheet: tab });
    return { tab, rows: fromA1(grid) };
  };
  const read = readScored(page(pair.scheme), page(pair.card));
  if ("scored" in read) return read.scored;
  throw new AttainError("scheme-invalid", {
    detail: read.mistakes.map(({ where, what }) => `${where}: ${what}`).join("; "),
  });
}

export function fromA1({ top, left, values }: Grid): Grid["values"] {
  const margin = Array.from({ length: left }, () => null);
  return [...Array.from({ length: top }, () => []), ...values.map((row) => [...margin, ...row])];
}

/** Which person is meant, by name; of several with one name, the one in `unit`. @throws AttainError `unknown-name` */
export function personNamed({ people }: Scored, name: string, unit?: string): number {
  const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();
  const found = people.names.findIndex(
    (one, i) => same(one, name) && (unit === undefined || same(people.units[i] ?? "", unit)),
  );
  if (found >= 0) return found;
  throw new AttainError("unknown-name", { name, known: people.names.slice(0, 12).join(", ") });
}
