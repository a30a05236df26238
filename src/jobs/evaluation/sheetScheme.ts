import { readGrids } from "../../excel/read/read";
import type { Grid } from "../../records/grid";
import type { Scheme } from "../../scoring/scheme";
import { salesScheme } from "../../scoring/sales";
import { readScheme } from "../../sheets/evaluation/readScheme";

/** The scheme as it now stands on the workbook's own scheme sheet, where people change it. */
export interface SheetScheme {
  readonly sheet: string;
  /** Absent when there are mistakes. */
  readonly scheme?: Scheme;
  readonly name: string;
  readonly mistakes: readonly { readonly where: string; readonly what: string }[];
}

/** @param tab The scheme sheet's tab; undefined when the workbook has none. */
export async function readSheetScheme(tab: string | undefined): Promise<SheetScheme | undefined> {
  if (tab === undefined) return undefined;
  const [grid] = await readGrids({ sheets: [tab] });
  if (!grid) return undefined;
  const { scheme, mistakes } = readScheme(fromCorner(grid), tab);
  if (!scheme) return undefined;
  return {
    sheet: tab,
    name: scheme.name,
    mistakes,
    ...(mistakes.length === 0 ? { scheme } : {}),
  };
}

/** What a ledger can answer: the inputs of the built-in scheme, and what is worked out from them. */
export function asksForLedger({ inputs }: Scheme): boolean {
  const known = new Set(salesScheme("en-US").inputs.map(({ id }) => id));
  return inputs.every(({ id, formula }) => known.has(id) || formula !== undefined);
}

/** The values as rows from A1, wherever the used range begins. */
function fromCorner({ top, left, values }: Grid): Grid["values"] {
  const gap = Array.from({ length: left }, () => null);
  return [...Array.from({ length: top }, () => []), ...values.map((row) => [...gap, ...row])];
}
